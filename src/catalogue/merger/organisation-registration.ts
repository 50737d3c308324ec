import type { Tx } from '../../ground/database/data-source.ts';
import { keyOf, optionalKey, textOf } from '../../ground/record/record.input.ts';
import { fold } from '../../ground/text/fold.ts';
import { sortKey } from '../../ground/text/sort-key.ts';
import { BODY_KINDS } from '../organisation/organisation.kind.ts';
import { organisationStore } from '../organisation/organisation.store.ts';
import { type PlaceOn, placeStore } from '../place/place.store.ts';
import { bodyCode } from './body-code.ts';
import { askedMerger, lastDayOf } from './merger-check.ts';
import { mergerRefusals } from './merger-refusal.ts';
import type { NamedBodyInput, RegisterOrganisationInput, RegisterOrganisationMergerInput } from './merger.input.ts';
import { endLives, insertOrganisation, joinEdges, lockOrganisations, otherWithCode } from './merger.store.ts';
import type { Registered } from './register.ts';

/** Enters a body outside the seven in the caller's transaction. Raises `HubError` BAD_USER_INPUT. */
export async function registerBody(tx: Tx, input: RegisterOrganisationInput): Promise<Registered> {
  const province = await provinceOf(tx, input);
  const validFrom = input.validFrom ?? province.validFrom;
  const validTo = input.validTo ?? province.validTo;
  const early = province.validFrom !== null && validFrom !== null && validFrom < province.validFrom;
  const late = province.validTo !== null && validTo !== null && validTo > province.validTo;
  if (early || late || (validFrom !== null && validTo !== null && validFrom > validTo))
    throw mergerRefusals.outsideLife(province.validFrom, province.validTo);
  const id = await insertBody(tx, input, province, { validFrom, validTo });
  return { id, provinceId: province.id, detail: {} };
}

/** Merges bodies outside the seven in the caller's transaction. Raises `HubError` BAD_USER_INPUT. */
export async function mergeBodies(tx: Tx, input: RegisterOrganisationMergerInput): Promise<Registered> {
  const { on, founded } = input;
  const asked = askedMerger('Organisation', input);
  const ids = asked.into === null ? asked.ending : [...asked.ending, asked.into];
  const found = new Map((await lockOrganisations(tx, ids)).map((body) => [body.id, body]));
  if ([...found.values()].some(({ kind }) => !(BODY_KINDS as readonly string[]).includes(kind)))
    throw mergerRefusals.actors();
  const last = lastDayOf('Organisation', asked, found, on);
  await endLives(tx, 'organisation', asked.ending, last);
  const survivor = asked.into === null ? null : found.get(asked.into);
  let [id, provinceId] = [survivor?.id ?? 0, survivor?.provinceId ?? 0];
  if (founded) {
    const province = await provinceOf(tx, founded, 'founded');
    const dead = province.validTo !== null && province.validTo < on;
    if (dead || (province.validFrom !== null && province.validFrom > on))
      throw mergerRefusals.notLiving(province.name, on, 'founded', 'province');
    id = await insertBody(tx, founded, province, { validFrom: on, validTo: province.validTo }, 'founded');
    provinceId = province.id;
  }
  await joinEdges(tx, 'organisation', asked.ending, id, on);
  return { id, provinceId, detail: { on, merged: asked.ending } };
}

/** The province or the country that a body belongs to. */
async function provinceOf(tx: Tx, input: NamedBodyInput, ...path: string[]): Promise<PlaceOn> {
  const id = keyOf('Place', input.province, ...path, 'province');
  // Codes and days of a place are the same on every day of its life.
  const [place] = await placeStore.byIdsOn(tx, [{ id, on: '9999-12-31' }]);
  if (!place || place.level === 'COMMUNE') throw mergerRefusals.noSuch('province', ...path, 'province');
  return place;
}

async function insertBody(
  tx: Tx,
  input: NamedBodyInput,
  province: PlaceOn,
  life: { validFrom: string | null; validTo: string | null },
  ...path: string[]
): Promise<number> {
  const code = bodyCode(input.kind, province.code, input.letters ?? null, ...path);
  const parentId = optionalKey('Organisation', input.parent, ...path, 'parent') ?? null;
  const [name, nameEn, abbreviation] = [
    textOf(input.name, ...path, 'name'),
    textOf(input.nameEn, ...path, 'nameEn'),
    textOf(input.abbreviation, ...path, 'abbreviation'),
  ];
  const parents = parentId === null ? [] : await organisationStore.byIdsOn(tx, [{ id: parentId, on: '9999-12-31' }]);
  if (parentId !== null && parents.length === 0) throw mergerRefusals.noSuch('Organisation', ...path, 'parent');
  const other = await otherWithCode(tx, 'organisation', { code, ...life });
  if (other !== null) throw mergerRefusals.codeTaken(code, other, ...path, 'letters');
  return insertOrganisation(tx, {
    ...life,
    kind: input.kind,
    code,
    provinceId: province.id,
    parentId,
    name,
    nameEn,
    abbreviation,
    sortKey: sortKey(name),
    folded: [name, abbreviation, nameEn].map(fold).join('\n'),
  });
}
