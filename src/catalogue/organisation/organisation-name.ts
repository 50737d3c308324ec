import type { PlaceNames } from '../place/place-name.ts';
import type { OrganisationKind } from './organisation.kind.ts';

/** What a provincial actor is called while its province has one name and type. */
export interface OrganisationNames {
  readonly name: string;
  readonly nameEn: string;
  /** The short form that officers write: 'LĐLĐ tỉnh Kiên Giang'. */
  readonly abbreviation: string;
}

const TITLES: Readonly<Record<Exclude<OrganisationKind, 'TD'>, { full: string; short: string; en: string }>> = {
  LDLD: { full: 'Liên đoàn Lao động', short: 'LĐLĐ', en: 'Federation of Labour' },
  HPN: { full: 'Hội Liên hiệp Phụ nữ', short: 'Hội LHPN', en: 'Women’s Union' },
  HND: { full: 'Hội Nông dân', short: 'Hội ND', en: 'Farmers’ Union' },
  CCB: { full: 'Hội Cựu chiến binh', short: 'Hội CCB', en: 'Veterans’ Association' },
  UBND: { full: 'Ủy ban nhân dân', short: 'UBND', en: 'People’s Committee' },
  MTTQ: {
    full: 'Ủy ban Mặt trận Tổ quốc Việt Nam',
    short: 'Ủy ban MTTQ Việt Nam',
    en: 'Fatherland Front Committee',
  },
};

/** The names of the actor of a kind in a province or centrally-run city. Throws for a place of another type. */
export function organisationNames(kind: OrganisationKind, place: PlaceNames): OrganisationNames {
  if (place.type !== 'PROVINCE' && place.type !== 'CENTRAL_CITY') {
    throw new Error(`Actors belong to provinces and centrally-run cities, got the ${place.type} '${place.name}'.`);
  }
  const nameEn = place.type === 'PROVINCE' ? place.nameEn.replace(/Province$/, 'Provincial') : place.nameEn;
  if (kind === 'TD') return { ...youthUnionNames(place), nameEn: `${nameEn} Youth Union` };
  const { full, short, en } = TITLES[kind];
  return {
    name: `${full} ${inSentence(place)}`,
    nameEn: `${nameEn} ${en}`,
    abbreviation: `${short} ${place.type === 'PROVINCE' ? inSentence(place) : `TP. ${place.shortName}`}`,
  };
}

// The type word is written small after a title ('tỉnh An Giang', 'thành phố Cần Thơ'), but 'Thành phố Hồ Chí Minh' is
// one proper name and keeps its capital.
function inSentence(place: PlaceNames): string {
  if (isHoChiMinhCity(place)) return place.name;
  return `${place.type === 'PROVINCE' ? 'tỉnh' : 'thành phố'} ${place.shortName}`;
}

// The type is part of the Youth Union's title, so the bare name follows ('Tỉnh đoàn An Giang', 'Thành đoàn Cần Thơ').
// In Thành phố Hồ Chí Minh it writes a capital Đ and repeats the city's whole name; both spellings occur in print.
function youthUnionNames(place: PlaceNames): { name: string; abbreviation: string } {
  if (isHoChiMinhCity(place)) return { name: `Thành Đoàn ${place.name}`, abbreviation: 'Thành Đoàn TP. Hồ Chí Minh' };
  const name = `${place.type === 'PROVINCE' ? 'Tỉnh đoàn' : 'Thành đoàn'} ${place.shortName}`;
  return { name, abbreviation: name };
}

function isHoChiMinhCity(place: PlaceNames): boolean {
  return place.name === 'Thành phố Hồ Chí Minh';
}
