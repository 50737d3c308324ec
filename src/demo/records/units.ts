import { addDays } from '../../ground/period/local-date.ts';
import { unitKind } from '../../catalogue/unit/unit.kind.ts';
import { type Desk, dayOf, numberFrom } from './desk.ts';
import { communesOf, type DemoMember, insertMembers } from './records.store.ts';

/** Grassroots unions of a province in the demonstration. */
const UNITS = 16;
/** Rows of the register for the federation of labour. */
const MEMBERS = 60;

/** Grassroots unions, one of them merged from two and one dissolved, and a register of pseudonyms. */
export async function enterUnits(desk: Desk, since: string): Promise<void> {
  const communes = await communesOf(desk.tx, desk.provinceId, since, UNITS);
  const units: number[] = [];
  for (let at = 0; at < UNITS; at++) {
    const merged = at < 2;
    const dissolved = at === 2;
    units.push(
      await desk.enter(unitKind, 'LDLD', {
        organisationId: desk.organisation('LDLD'),
        placeId: communes[at % (communes.length || 1)] ?? null,
        kind: 'GRASSROOTS_UNION',
        name: `CĐCS Công ty giả lập số ${at + 1} ${desk.inSentence}`,
        sector: (['NONSTATE', 'FDI', 'STATE'] as const)[at % 3],
        ...dayOf('founded', addDays(since, numberFrom(0, 300, desk.provinceId, at))),
        ...(merged || dissolved ? { ...dayOf('ended', '2026-06-30'), endKind: merged ? 'MERGED' : 'DISSOLVED' } : {}),
      }),
    );
  }
  const successor = await desk.enter(
    unitKind,
    'LDLD',
    {
      organisationId: desk.organisation('LDLD'),
      placeId: communes[0] ?? null,
      kind: 'GRASSROOTS_UNION',
      name: `CĐCS Cụm công nghiệp giả lập ${desk.inSentence}`,
      sector: 'NONSTATE',
      ...dayOf('founded', '2026-07-01'),
    },
    { predecessors: units.slice(0, 2).map((predecessorId) => ({ predecessorId, on: '2026-07-01' })) },
  );
  await insertMembers(
    desk.tx,
    desk.provinceId,
    desk.organisation('LDLD'),
    members(desk, [...units.slice(3), successor], since),
  );
}

function members(desk: Desk, units: readonly number[], since: string): DemoMember[] {
  return Array.from({ length: MEMBERS }, (_, at) => ({
    pseudonym: `GL-${desk.code}-${String(at + 1).padStart(4, '0')}`,
    birthYear: numberFrom(1968, 2006, desk.provinceId, at),
    sex: numberFrom(0, 1, desk.provinceId, at, 3) === 0 ? 'FEMALE' : 'MALE',
    joinedOn: addDays(since, numberFrom(0, 300, desk.provinceId, at, 5)),
    leftOn: at % 15 === 0 ? '2026-08-31' : null,
    unitId: units[at % units.length] ?? null,
  }));
}
