import type { Viewer } from '../../ground/viewer/viewer.ts';
import type { TableIndicator, TablePlace } from './cell.ts';

/**
 * Whether a viewer may not see an indicator of an organisation at a place: said of the cell whether or not there is a
 * number, by the same rules as the row policies on figures.
 */
export function restrictedFor(
  viewer: Viewer,
  indicator: TableIndicator,
  place: TablePlace,
  organisationId: number | null,
): boolean {
  if (indicator.disclosure === 'PUBLIC') return false;
  switch (viewer.role) {
    case 'ADMIN':
      return false;
    case 'ANALYST':
      return indicator.disclosure !== 'STATE';
    case 'OFFICER':
    case 'LEADER':
      return organisationId === null || !viewer.organisations.includes(organisationId);
    case 'REVIEWER':
      return place.provinceId === null || !viewer.provinces.includes(place.provinceId);
    case 'ANONYMOUS':
    case 'PARTNER':
      return true;
  }
}

/** Whether a viewer sees parts of an organisation's values: its own people, its reviewers and administrators, before small cells are suppressed. */
export function seesParts(viewer: Viewer, organisationId: number, provinceId: number): boolean {
  switch (viewer.role) {
    case 'ADMIN':
      return true;
    case 'OFFICER':
    case 'LEADER':
      return viewer.organisations.includes(organisationId);
    case 'REVIEWER':
      return viewer.provinces.includes(provinceId);
    default:
      return false;
  }
}
