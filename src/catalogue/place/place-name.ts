/**
 * What a place is called by law at a date. `URBAN_DISTRICT` (quận), `DISTRICT` (huyện), `DISTRICT_TOWN` (thị xã) and
 * `PROVINCIAL_CITY` (thành phố thuộc tỉnh) ended on 30 June 2025 and name places in older documents only.
 */
export const PLACE_TYPES = [
  'COUNTRY',
  'PROVINCE',
  'CENTRAL_CITY',
  'WARD',
  'COMMUNE',
  'SPECIAL_ZONE',
  'DISTRICT',
  'DISTRICT_TOWN',
  'URBAN_DISTRICT',
  'PROVINCIAL_CITY',
] as const;
/** What a place is called by law; see `PLACE_TYPES`. */
export type PlaceType = (typeof PLACE_TYPES)[number];

/** A place's names without dates. */
export interface PlaceNames {
  /** As officially written, with the type word: 'Tỉnh An Giang'. */
  readonly name: string;
  /** Without the type word: 'An Giang'. */
  readonly shortName: string;
  /** 'An Giang Province': Vietnamese letters without marks, as English texts of the State write them. */
  readonly nameEn: string;
  readonly type: PlaceType;
}

const WORDS: Readonly<Record<PlaceType, { readonly vi: string; readonly en: string }>> = {
  COUNTRY: { vi: '', en: '' },
  PROVINCE: { vi: 'Tỉnh ', en: 'Province' },
  CENTRAL_CITY: { vi: 'Thành phố ', en: 'City' },
  WARD: { vi: 'Phường ', en: 'Ward' },
  COMMUNE: { vi: 'Xã ', en: 'Commune' },
  SPECIAL_ZONE: { vi: 'Đặc khu ', en: 'Special Zone' },
  DISTRICT: { vi: 'Huyện ', en: 'District' },
  DISTRICT_TOWN: { vi: 'Thị xã ', en: 'Town' },
  URBAN_DISTRICT: { vi: 'Quận ', en: 'Urban District' },
  PROVINCIAL_CITY: { vi: 'Thành phố ', en: 'City' },
};

/** The names of a place from its official one. Throws if the name does not begin with the type's word. */
export function placeNames(name: string, type: PlaceType): PlaceNames {
  const { vi, en } = WORDS[type];
  if (!name.startsWith(vi) || name === vi.trim()) {
    throw new Error(
      `Expected the name of a ${type} to begin with '${vi.trim()}', got '${name}': correct name or type.`,
    );
  }
  const shortName = name.slice(vi.length);
  return { name, shortName, nameEn: englishName(withoutMarks(shortName), en), type };
}

// Case is kept. đ has no decomposition, so it is mapped by hand.
function withoutMarks(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}

function englishName(plain: string, word: string): string {
  if (word === '') return plain;
  return /^\d/.test(plain) ? `${word} ${plain}` : `${plain} ${word}`;
}
