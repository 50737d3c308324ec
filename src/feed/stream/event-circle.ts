import type { Exposure } from '../../ground/outbox/event.row.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';

/** Which events a viewer sees: those exposed enough, and those of the own circle. */
export interface EventCircle {
  /** Events exposed this widely are seen whosever they are. */
  readonly exposure: Exposure;
  /** Every event of these organisations. */
  readonly organisations: readonly number[];
  /** Events of these provinces that have come before reviewers. */
  readonly provinces: readonly number[];
}

/** The circle of a viewer, by the same rules as the row policies on `event`: a second wall, and the one indexes know. */
export function eventCircle(viewer: Viewer): EventCircle {
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
