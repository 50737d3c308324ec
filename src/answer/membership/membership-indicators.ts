import type { OrganisationKind } from '../../catalogue/organisation/organisation.kind.ts';

/** The indicators from which the membership of a kind of organisation is told; what it does not report is left out. */
export interface MembershipIndicators {
  readonly members: string;
  readonly admitted: string;
  readonly left?: string;
}

/** By kind of organisation. The People's Committee, the Front and other bodies have no members. */
const INDICATORS: Readonly<Partial<Record<OrganisationKind, MembershipIndicators>>> = {
  LDLD: { members: 'LD_MEMBERS', admitted: 'LD_MEMBERS_ADMITTED', left: 'LD_MEMBERS_LEFT' },
  HPN: { members: 'PN_MEMBERS', admitted: 'PN_MEMBERS_NEW' },
  TD: { members: 'TN_MEMBERS', admitted: 'TN_MEMBERS_NEW' },
  HND: { members: 'ND_MEMBERS', admitted: 'ND_MEMBERS_NEW' },
  // The only leaving that veterans report is death.
  CCB: { members: 'CCB_MEMBERS', admitted: 'CCB_MEMBERS_NEW', left: 'CCB_DECEASED' },
};

/** The membership indicators of a kind of organisation; null where it has no members. */
export function membershipIndicators(kind: OrganisationKind): MembershipIndicators | null {
  return INDICATORS[kind] ?? null;
}
