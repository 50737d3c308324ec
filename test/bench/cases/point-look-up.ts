import type { BenchCase } from '../bench-case.ts';

/** Codes that the catalogue has; asked in turn. */
const CODES = ['LD_MEMBERS', 'LD_MEMBERS_ADMITTED', 'PN_MEMBERS', 'TN_MEMBERS', 'TN_MEMBERS_NEW', 'TN_WORKS_VALUE'];

/** One thing by its official code. */
export const pointLookUp: BenchCase = {
  name: 'point-look-up',
  goal: null,
  hub: 'query ($code: String!) { indicator(code: $code) { code name unit version } }',
  peer: 'query ($code: String!) { indicatorByCode(code: $code) { code nameVi unit version } }',
  toHub: ({ indicatorByCode: { nameVi, ...rest } }: { indicatorByCode: { nameVi: string } }) => ({
    indicator: { ...rest, name: nameVi },
  }),
  limit: `select json_build_object('data', json_build_object('indicator', (select json_build_object('code', code, 'name', name_vi,
    'unit', unit, 'version', version) from indicator where code = $1)))::text as json`,
  variants: CODES.map((code) => ({ variables: { code }, values: [code] })),
};
