import { organisationStore } from '../../src/catalogue/organisation/organisation.store.ts';
import { placeStore } from '../../src/catalogue/place/place.store.ts';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import { ANONYMOUS, LOCAL_OPERATOR, type Viewer } from '../../src/ground/viewer/viewer.ts';
import { type GraphWorld, viewerOf } from './graph-world.ts';
import { recordChanges } from './record-mutations.ts';
import { keyIn, takenFrom } from './record-tables.ts';
import { enterEveryKind, type RecordIds, type RecordSet } from './secret-records.ts';

/** The sets of records by their marks: one record of every kind each, with what they point to. */
export const SETS = {
  /** Known to their organisation alone. */
  zqhidden: { visibility: 'ORGANISATION', keeper: 'LDLD-91', year: 2024, paper: 1 },
  /** Known to reviewers too. */
  zqreview: { visibility: 'REVIEWERS', keeper: 'LDLD-91', year: 2026, paper: 2 },
  zqpublic: { visibility: 'PUBLIC', keeper: 'LDLD-91', year: 2026, paper: 3 },
  /** Public, and everything they point to is `zqhidden`: also what they were taken from. */
  zqpointing: { visibility: 'PUBLIC', keeper: 'LDLD-91', year: 2025, paper: 4, to: 'zqhidden' },
  /** Hidden below public things: everything they point to is `zqpublic`. */
  zqbelow: { visibility: 'ORGANISATION', keeper: 'LDLD-91', year: 2024, paper: 5, to: 'zqpublic' },
  /** Of the People’s Committee, for which the reviewers of its province write. */
  zqcommittee: { visibility: 'ORGANISATION', keeper: 'UBND-91', year: 2026, paper: 6 },
  /** Of another organisation of the province. */
  zqneighbour: { visibility: 'REVIEWERS', keeper: 'HPN-91', year: 2026, paper: 7 },
  /** Of another province. */
  zqforeign: { visibility: 'REVIEWERS', keeper: 'LDLD-01', year: 2026, paper: 8 },
} as const satisfies Record<string, Omit<RecordSet, 'mark' | 'refs'> & { to?: string }>;
/** A mark of one of the sets. */
export type Mark = keyof typeof SETS;

/** Texts outside the sets: what a movement said before it became public, and the register of the federation of labour. */
export const FORMER = 'zqformer';
/** See `FORMER`. */
export const MEMBER = 'zqmember';

/** What a world of secrets holds, and who may ask. */
export interface Secrets {
  readonly sets: Readonly<Record<Mark, RecordIds>>;
  /** The movement that was hidden in version 1 and is public since version 2. */
  readonly former: string;
  /** Global ids of the members. */
  readonly members: readonly string[];
  readonly viewers: Readonly<Record<string, Viewer>>;
}

/** Fills a world with the sets, a record that was hidden before, a register, and numbers every event. */
export async function enterSecrets(world: GraphWorld): Promise<Secrets> {
  const sets: Partial<Record<Mark, RecordIds>> = {};
  for (const [mark, { to, ...set }] of Object.entries(SETS) as [Mark, (typeof SETS)[Mark] & { to?: Mark }][]) {
    const refs = to && sets[to];
    sets[mark] = await enterEveryKind(world, { mark, ...set, ...(refs ? { refs } : {}) });
  }
  const all = sets as Record<Mark, RecordIds>;
  await takenFrom(world, all.zqpointing, all.zqhidden);
  await takenFrom(world, all.zqbelow, all.zqpublic);
  for (const [mark, to] of [
    ['zqpointing', 'zqhidden'],
    ['zqbelow', 'zqpublic'],
  ] as const) {
    const [unit, other] = [keyIn(all[mark]['OrganisationUnit']), keyIn(all[to]['OrganisationUnit'])];
    await world.sql(
      `insert into organisation_unit_edge (predecessor_id, successor_id, on_date) values (${unit}, ${other}, '2026-01-01'), (${other}, ${unit}, '2026-02-01');
       insert into movement_link (movement_id, linked_id, origin) values (${keyIn(all[to]['Movement'])}, ${keyIn(all[mark]['Movement'])}, 'MANUAL');
       update movement set national_id = ${keyIn(all[to]['Movement'])} where id = ${keyIn(all[mark]['Movement'])};
       update campaign set national_id = ${keyIn(all[to]['Campaign'])} where id = ${keyIn(all[mark]['Campaign'])}`,
    );
  }
  const former = await formerlyHidden(world);
  const members = await world.sql<{ province_id: number; id: number }>(
    `insert into member (province_id, organisation_id, unit_id, pseudonym, birth_year, sex, joined_on, synthetic)
     select o.province_id, o.id, $1::integer, '${MEMBER} ' || n, 1991, 'FEMALE', '2020-01-01', true
     from organisation o cross join generate_series(1, 3) n where o.code = 'LDLD-91' and o.valid_to is null returning province_id, id`,
    [keyIn(all.zqpublic['OrganisationUnit'])],
  );
  await world.number();
  return {
    sets: all,
    former,
    members: members.map((row) => toGlobalId('Member', row.province_id, row.id)),
    viewers: await viewersOf(world),
  };
}

async function formerlyHidden(world: GraphWorld): Promise<string> {
  const change = recordChanges(world);
  const { organisation } = await world.ask<{ organisation: { id: string } }>(
    '{ organisation(code: "LDLD-91") { id } }',
  );
  const named = { name: `${FORMER} name`, description: `${FORMER} description` };
  const hidden = { ...named, keeper: organisation.id, visibility: 'ORGANISATION' };
  const { record } = await change(LOCAL_OPERATOR, 'createMovement', hidden);
  const id = String(record?.['id']);
  await change(LOCAL_OPERATOR, 'correctMovement', { id, expectedVersion: 1, reason: `${FORMER} reason` });
  await world.sql(`update movement set exposure = 2 where id = $1`, [keyIn(id)]);
  const shown = { id, expectedVersion: 2, reason: 'Công khai', name: 'Phong trào công khai', description: null };
  const { userErrors } = await change(LOCAL_OPERATOR, 'correctMovement', shown);
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  return id;
}

async function viewersOf(world: GraphWorld): Promise<Secrets['viewers']> {
  const { manager } = world.pools.reader;
  const officer = async (code: string): Promise<Viewer> => {
    const found = await organisationStore.byCodeOn(manager, code, '2026-06-14');
    return viewerOf('OFFICER', { organisations: await organisationStore.lineage(manager, found?.id ?? 0) });
  };
  const reviewer = async (code: string): Promise<Viewer> => {
    const found = await placeStore.byCodeOn(manager, code, '2026-06-14');
    return viewerOf('REVIEWER', { provinces: await placeStore.lineage(manager, found?.id ?? 0) });
  };
  const own = await officer('LDLD-91');
  const province = await reviewer('91');
  return {
    anonymous: ANONYMOUS,
    partner: viewerOf('PARTNER'),
    'partner who claims a circle': viewerOf('PARTNER', {
      organisations: [...own.organisations],
      provinces: [...province.provinces],
    }),
    analyst: viewerOf('ANALYST'),
    officer: own,
    leader: { ...own, role: 'LEADER' },
    'officer of the neighbour': await officer('HPN-91'),
    'officer of the committee': await officer('UBND-91'),
    'officer of nothing': viewerOf('OFFICER'),
    reviewer: province,
    'reviewer of another province': await reviewer('01'),
    admin: LOCAL_OPERATOR,
  };
}
