/** The seven kinds of actor, in the order that fixes their ids (`provinceId * 10 + position`): append, never reorder. */
export const ORGANISATION_KINDS = ['LDLD', 'HPN', 'TD', 'HND', 'CCB', 'UBND', 'MTTQ'] as const;

/**
 * LDLD Federation of Labour, HPN Women's Union, TD Youth Union, HND Farmers' Union, CCB Veterans' Association,
 * UBND People's Committee, MTTQ Fatherland Front.
 */
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Whether a text is one of the seven kinds; case matters. */
export function isOrganisationKind(text: string): text is OrganisationKind {
  return (ORGANISATION_KINDS as readonly string[]).includes(text);
}
