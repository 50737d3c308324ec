import { documentedEnum } from '../../ground/gql/enum.ts';

/** Kinds of things that can be searched. */
export type SearchKind =
  | 'PLACE'
  | 'ORGANISATION'
  | 'INDICATOR'
  | 'FORM'
  | 'MOVEMENT'
  | 'CAMPAIGN'
  | 'ACTIVITY'
  | 'AGREEMENT'
  | 'EVALUATION'
  | 'RECOMMENDATION'
  | 'PERSON'
  | 'DOCUMENT'
  | 'UNIT'
  | 'POLICY'
  | 'TARGET_GROUP';

/** `SearchKind` in the graph. */
export const SearchKindEnum = documentedEnum<SearchKind>('SearchKind', 'Kinds of things that can be searched.', {
  PLACE: 'Places, by every name they ever had.',
  ORGANISATION: 'Organisations, by every name and abbreviation they ever had.',
  INDICATOR: 'Indicators, by name.',
  FORM: 'Forms, by title.',
  MOVEMENT: 'Movements, by name.',
  CAMPAIGN: 'Campaigns, by name.',
  ACTIVITY: 'Activities, by name.',
  AGREEMENT: 'Agreements, by name.',
  EVALUATION: 'Evaluations, by name.',
  RECOMMENDATION: 'Recommendations, by text and addressee.',
  PERSON: 'Public office-holders, by name.',
  DOCUMENT: 'Documents, by title and number.',
  UNIT: 'Grassroots units, by name.',
  POLICY: 'Resolutions and laws that records refer to, by title and number.',
  TARGET_GROUP: 'Target groups, by name.',
});

/** How a hit matches, the best first; it stands in the order of hits before everything else. */
export const SEARCH_MATCHES = [
  'EXACT',
  'BEGINS',
  'WORDS',
  'CONTAINS',
  'EXACT_FOLDED',
  'BEGINS_FOLDED',
  'WORDS_FOLDED',
  'CONTAINS_FOLDED',
  'ABBREVIATION',
] as const;
/** One of `SEARCH_MATCHES`. */
export type SearchMatch = (typeof SEARCH_MATCHES)[number];

/** `SearchMatch` in the graph. */
export const SearchMatchEnum = documentedEnum<SearchMatch>(
  'SearchMatch',
  'How a hit matches, the best first. Case, punctuation and where a tone stands (hòa, hoà) never count.',
  {
    EXACT: 'The name is what was looked for.',
    BEGINS: 'The name begins with it.',
    WORDS: 'The name has all its words, in any order.',
    CONTAINS: 'The name has all its words as parts of words, in any order.',
    EXACT_FOLDED: 'As EXACT, without regard to marks and đ.',
    BEGINS_FOLDED: 'As BEGINS, without regard to marks and đ.',
    WORDS_FOLDED: 'As WORDS, without regard to marks and đ.',
    CONTAINS_FOLDED: 'As CONTAINS, without regard to marks and đ.',
    ABBREVIATION: 'Only with abbreviations written out, or what is written out abbreviated.',
  },
);
