import { documentedEnum } from '../../ground/gql/enum.ts';

/** What a grassroots unit is. */
export type UnitKind =
  | 'GRASSROOTS_UNION'
  | 'GRASSROOTS_YOUTH'
  | 'YOUTH_BRANCH'
  | 'WOMEN_BRANCH'
  | 'FARMER_BRANCH'
  | 'VETERAN_BRANCH'
  | 'OTHER';

/** `OrganisationUnitKind` in the graph. */
export const UnitKindEnum = documentedEnum<UnitKind>('OrganisationUnitKind', 'What a grassroots unit is.', {
  GRASSROOTS_UNION: 'Grassroots trade union: công đoàn cơ sở.',
  GRASSROOTS_YOUTH: 'Grassroots Youth Union: cơ sở Đoàn.',
  YOUTH_BRANCH: 'Branch of the Youth Union: chi đoàn.',
  WOMEN_BRANCH: 'Branch of the Women’s Union: chi hội phụ nữ.',
  FARMER_BRANCH: 'Branch of the Farmers’ Union: chi hội nông dân.',
  VETERAN_BRANCH: 'Branch of the Veterans’ Association: chi hội cựu chiến binh.',
  OTHER: 'Any other unit.',
});

/** The part of the economy a unit is in. */
export type UnitSector = 'STATE' | 'NONSTATE' | 'FDI';

/** `OrganisationUnitSector` in the graph. */
export const UnitSectorEnum = documentedEnum<UnitSector>(
  'OrganisationUnitSector',
  'The part of the economy that a unit is in.',
  {
    STATE: 'State bodies and enterprises: khu vực nhà nước.',
    NONSTATE: 'Enterprises outside the State: doanh nghiệp ngoài nhà nước.',
    FDI: 'Enterprises with foreign capital: doanh nghiệp có vốn đầu tư nước ngoài.',
  },
);

/** How a unit ended. */
export type UnitEnd = 'MERGED' | 'DISSOLVED';

/** `OrganisationUnitEnd` in the graph. */
export const UnitEndEnum = documentedEnum<UnitEnd>('OrganisationUnitEnd', 'How a unit ended.', {
  MERGED: 'It went into another (sáp nhập, hợp nhất): a fall in the number of units that says nothing of the work.',
  DISSOLVED: 'It was dissolved (giải thể).',
});
