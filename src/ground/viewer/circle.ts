import type { Params } from '../database/list-source.ts';
import type { Viewer } from './viewer.ts';

/** How wide a circle may know of a row: 0 the organisation, 1 its reviewers as well, 2 everybody. */
export type Exposure = 0 | 1 | 2;

/** Which rows a viewer sees: those exposed enough, and those of the own circle. */
export interface Circle {
  /** Rows exposed this widely are seen whosever they are. */
  readonly exposure: Exposure;
  /** Every row of these organisations. */
  readonly organisations: readonly number[];
  /** Rows of these provinces that have come before reviewers. */
  readonly provinces: readonly number[];
}

/** The circle of a viewer, by the same rules as the row policies: the first wall, and the one indexes know. */
export function circleOf(viewer: Viewer): Circle {
  switch (viewer.role) {
    case 'ADMIN':
      return { exposure: 0, organisations: [], provinces: [] };
    case 'OFFICER':
    case 'LEADER':
      return { exposure: 2, organisations: viewer.organisations, provinces: [] };
    case 'REVIEWER':
      return { exposure: 2, organisations: [], provinces: viewer.provinces };
    case 'ANONYMOUS':
    case 'PARTNER':
    case 'ANALYST':
      return { exposure: 2, organisations: [], provinces: [] };
  }
}

/** The circle as a condition over the columns that carry exposure, organisation and province. */
export function circleSql(viewer: Viewer, alias: string, params: Params): string {
  const circle = circleOf(viewer);
  const parts = [`${alias}.exposure >= ${params.add(circle.exposure, 'smallint')}`];
  if (circle.organisations.length > 0) parts.push(`${alias}.organisation_id = any (${params.add([...circle.organisations], 'integer[]')})`);
  if (circle.provinces.length > 0) {
    parts.push(`(${alias}.exposure >= 1 and ${alias}.province_id = any (${params.add([...circle.provinces], 'integer[]')}))`);
  }
  return `(${parts.join(' or ')})`;
}
