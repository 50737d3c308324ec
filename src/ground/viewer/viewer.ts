/** What a caller may be. Anonymous callers and partners read what is public; the others see more, each in their own circle. */
export const VIEWER_ROLES = ['ANONYMOUS', 'PARTNER', 'ANALYST', 'OFFICER', 'LEADER', 'REVIEWER', 'ADMIN'] as const;
/** One of `VIEWER_ROLES`. */
export type ViewerRole = (typeof VIEWER_ROLES)[number];

/** Who is asking. The circle is worked out once, when the key is read. */
export interface Viewer {
  readonly role: ViewerRole;
  /** Who did it, as the audit trail says it: `key:7`, `local operator`, `anonymous`. */
  readonly actor: string;
  /** For officers and leaders: their organisation and those it came from. */
  readonly organisations: readonly number[];
  /** For reviewers: their province and those it came from. */
  readonly provinces: readonly number[];
}

/** A caller without a key. */
export const ANONYMOUS: Viewer = { role: 'ANONYMOUS', actor: 'anonymous', organisations: [], provinces: [] };

/** The person at the machine: the command line through the socket. */
export const LOCAL_OPERATOR: Viewer = { role: 'ADMIN', actor: 'local operator', organisations: [], provinces: [] };

/** Whether this viewer sees exactly what everybody sees, so that the public fast path may answer. */
export function seesOnlyPublic(viewer: Viewer): boolean {
  return viewer.role === 'ANONYMOUS' || viewer.role === 'PARTNER';
}

/** Whether this viewer may bring or change reports of the organisation. */
export function mayWriteFor(viewer: Viewer, organisationId: number): boolean {
  if (viewer.role === 'ADMIN') return true;
  return (viewer.role === 'OFFICER' || viewer.role === 'LEADER') && viewer.organisations.includes(organisationId);
}
