import type { Tx } from '../../ground/database/data-source.ts';
import { textOf } from '../../ground/record/record.input.ts';
import { fold } from '../../ground/text/fold.ts';
import { sortKey } from '../../ground/text/sort-key.ts';
import { type PlaceNames, placeNames } from '../place/place-name.ts';
import { askedMerger, lastDayOf } from './merger-check.ts';
import { mergerRefusals } from './merger-refusal.ts';
import type { CommuneType, MergedPlaceInput, RegisterPlaceMergerInput } from './merger.input.ts';
import { endLives, insertPlace, joinEdges, lockPlaces, type MergingPlace, otherWithCode } from './merger.store.ts';
import type { Registered } from './register.ts';

const CODE = /^\d{5}$/;
const WORDS: Readonly<Record<CommuneType, string>> = { WARD: 'Phường', COMMUNE: 'Xã', SPECIAL_ZONE: 'Đặc khu' };

/** Merges communes of one province in the caller's transaction. Raises `HubError` BAD_USER_INPUT. */
export async function mergePlaces(tx: Tx, input: RegisterPlaceMergerInput): Promise<Registered> {
  const asked = askedMerger('Place', input);
  const ids = asked.into === null ? asked.ending : [...asked.ending, asked.into];
  const found = new Map((await lockPlaces(tx, ids)).map((place) => [place.id, place]));
  const all = [...found.values()];
  if (all.some(({ level }) => level !== 'COMMUNE')) throw mergerRefusals.provinces();
  const last = lastDayOf('Place', asked, found, input.on);
  const [provinceId, ...others] = new Set(all.map((place) => place.provinceId));
  if (typeof provinceId !== 'number' || others.length > 0) throw mergerRefusals.oneProvince();
  await endLives(tx, 'place', asked.ending, last);
  const id = input.founded
    ? await insertCommune(tx, input.founded, { on: input.on, provinceId, predecessors: all })
    : (asked.into ?? 0);
  await joinEdges(tx, 'place', asked.ending, id, input.on);
  return { id, provinceId, detail: { on: input.on, merged: asked.ending } };
}

interface Origin {
  readonly on: string;
  readonly provinceId: number;
  readonly predecessors: readonly MergingPlace[];
}

async function insertCommune(tx: Tx, founded: MergedPlaceInput, origin: Origin): Promise<number> {
  const { on: validFrom, provinceId, predecessors } = origin;
  const { code, type } = founded;
  if (!CODE.test(code)) throw mergerRefusals.badCode(code, 'năm chữ số', 'five digits', 'founded', 'code');
  const other = await otherWithCode(tx, 'place', { code, validFrom, validTo: null });
  if (other !== null) throw mergerRefusals.codeTaken(code, other, 'founded', 'code');
  const { name, nameEn, shortName } = namesOf(textOf(founded.name, 'founded', 'name'), type);
  const [legacy, ...others] = new Set(predecessors.map(({ legacyProvinceId }) => legacyProvinceId));
  return insertPlace(tx, {
    code,
    validFrom,
    validTo: null,
    provinceId,
    // Known only where all its land was in one of the former provinces.
    legacyProvinceId: others.length === 0 ? (legacy ?? null) : null,
    type,
    name,
    nameEn,
    shortName,
    sortKey: sortKey(shortName),
    folded: fold(name),
  });
}

function namesOf(name: string, type: CommuneType): PlaceNames {
  const word = WORDS[type];
  if (!name.startsWith(`${word} `)) throw mergerRefusals.badName(name, word);
  return placeNames(name, type);
}
