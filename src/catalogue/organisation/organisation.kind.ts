/** The seven kinds of actor, in the order that fixes their ids (`provinceId * 10 + position`): append, never reorder. */
export const ORGANISATION_KINDS = ['LDLD', 'HPN', 'TD', 'HND', 'CCB', 'UBND', 'MTTQ'] as const;

/**
 * LDLD Federation of Labour, HPN Women's Union, TD Youth Union, HND Farmers' Union, CCB Veterans' Association,
 * UBND People's Committee, MTTQ Fatherland Front.
 */
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Bodies outside the seven. None owns an indicator or a form; they are registered one by one, with ids of their own. */
export const BODY_KINDS = ['LHTN', 'TINH_UY', 'SO_NGANH', 'KHAC'] as const;

/** LHTN Youth Federation, TINH_UY provincial Party committee, SO_NGANH departments and sectors, KHAC any other body. */
export type BodyKind = (typeof BODY_KINDS)[number];

/** What an organisation can be: one of a province's seven actors, or another body. */
export type AnyOrganisationKind = OrganisationKind | BodyKind;

/** Whether a text is one of the seven kinds; case matters. */
export function isOrganisationKind(text: string): text is OrganisationKind {
  return (ORGANISATION_KINDS as readonly string[]).includes(text);
}
