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

/**
 * The circle as a condition over the columns that carry exposure, organisation and province. Its text depends on the role
 * alone, so that it may stand in a statement whose name says the role.
 */
export function circleSql(viewer: Viewer, alias: string, params: Params): string {
  const everybody = `${alias}.exposure >= ${params.add(circleOf(viewer).exposure, 'smallint')}`;
  return `(${[everybody, ...ownSql(viewer, alias, params)].join(' or ')})`;
}

/**
 * The circle over figures: what everybody may see of them depends on how the indicator is disclosed as well, and no part of
 * a whole is shown outside the circle before small cells are suppressed. `indicator` is the alias of the figure's indicator.
 */
export function figureCircleSql(viewer: Viewer, alias: string, indicator: string, params: Params): string {
  if (viewer.role === 'ADMIN') return 'true';
  const levels = viewer.role === 'ANALYST' ? ['PUBLIC', 'STATE'] : ['PUBLIC'];
  const everybody = `(${alias}.exposure >= 2 and ${alias}.breakdown_id = 0 and ${indicator}.disclosure = any (${params.add(levels, 'text[]')}))`;
  return `(${[everybody, ...ownSql(viewer, alias, params)].join(' or ')})`;
}

/** What a viewer sees beside everybody: all of their organisations, or their provinces from the reviewers on. */
function ownSql(viewer: Viewer, alias: string, params: Params): string[] {
  const { organisations, provinces } = circleOf(viewer);
  switch (viewer.role) {
    case 'OFFICER':
    case 'LEADER':
      return [`${alias}.organisation_id = any (${params.add([...organisations], 'integer[]')})`];
    case 'REVIEWER':
      return [`(${alias}.exposure >= 1 and ${alias}.province_id = any (${params.add([...provinces], 'integer[]')}))`];
    default:
      return [];
  }
}
