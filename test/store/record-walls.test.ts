import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PartTable, keyIn, partTables, recordTables, typeOf } from '../support/record-tables.ts';
import { rowsChanged } from '../support/rows-changed.ts';
import type { Mark } from '../support/secret-world.ts';
import { openSeenWorld, type SeenWorld } from '../support/seen-world.ts';

let world: SeenWorld;
let tables: string[];
let parts: PartTable[];
/** Columns of a table that an insert may state. */
let columns: Map<string, string[]>;

beforeAll(async () => {
  world = await openSeenWorld();
  [tables, parts] = await Promise.all([recordTables(world), partTables(world)]);
  const rows = await world.sql<{ table: string; columns: string[] }>(
    `select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped and a.attidentity = '' group by 1`,
  );
  columns = new Map(rows.map((row) => [row.table, row.columns]));
}, 120_000);
afterAll(() => world.close());

/** Insufficient privilege: the login may not, or the row is not the viewer’s to write. */
const DENIED = '42501';
/** Taken: what stands there already would stand there twice. */
const TAKEN = '23505';

const idIn = (mark: Mark, table: string): number => keyIn(world.secrets.sets[mark][typeOf(table)]);

/** Statements on the record of a set in each table of records, with the answer to each that is not `answer`. */
async function otherwise(
  who: string | null,
  mark: Mark,
  statement: (table: string, id: number) => string,
  answer: number | string,
): Promise<string[]> {
  const found = await rowsChanged(
    world,
    who === null ? null : world.viewer(who),
    tables.map((table) => statement(table, idIn(mark, table))),
  );
  return tables.flatMap((table, at) => (found[at] === answer ? [] : [`${table} ${found[at]}`]));
}

const touched = (table: string, id: number): string => `update ${table} set closed_on = '2026-11-01' where id = ${id}`;
const widened = (table: string, id: number): string => `update ${table} set exposure = 2 where id = ${id}`;
/** A copy with some columns otherwise. */
function copied(table: string, where: string, instead: Readonly<Record<string, string>> = {}): string {
  const names = columns.get(table) ?? [];
  return `insert into ${table} (${names.join(', ')}) select ${names.map((name) => instead[name] ?? name).join(', ')} from ${table} where ${where}`;
}

describe('another organisation’s record', () => {
  const OTHERS = [
    'officer of the neighbour',
    'officer of nothing',
    'analyst',
    'reviewer',
    'reviewer of another province',
    'anonymous',
    'partner who claims a circle',
  ];

  it('is in every table: the test has rows to try', async () => {
    expect(tables.length).toBe(15);
    for (const mark of ['zqpublic', 'zqhidden', 'zqreview', 'zqcommittee'] as const) {
      expect(await otherwise('admin', mark, (table, id) => `select 1 from ${table} where id = ${id}`, 1)).toEqual([]);
      expect(await otherwise('admin', mark, touched, 1)).toEqual([]);
    }
  });

  it.each(OTHERS)('is not changed by %s, whether it is seen or not', async (who) => {
    for (const mark of ['zqpublic', 'zqhidden', 'zqreview'] as const) {
      expect(await otherwise(who, mark, touched, 0)).toEqual([]);
      expect(await otherwise(who, mark, widened, 0)).toEqual([]);
    }
  });

  it.each(OTHERS)('is not entered by %s in the name of its keeper', async (who) => {
    expect(await otherwise(who, 'zqpublic', (table, id) => copied(table, `id = ${id}`), DENIED)).toEqual([]);
  });

  it('is not changed where nobody says who they are', async () => {
    expect(await otherwise(null, 'zqpublic', touched, 0)).toEqual([]);
    expect(await otherwise(null, 'zqpublic', (table, id) => copied(table, `id = ${id}`), DENIED)).toEqual([]);
  });

  it('is the keeper’s to change, and to show wider; but for evaluations that others have concluded', async () => {
    const concluded = [`evaluation ${DENIED}`];
    expect(await otherwise('officer', 'zqhidden', touched, 1)).toEqual(concluded);
    expect(await otherwise('officer', 'zqhidden', widened, 1)).toEqual(concluded);
    expect(await otherwise('leader', 'zqreview', touched, 1)).toEqual(concluded);
  });

  it('is not given away, nor taken', async () => {
    const neighbour = world.viewer('officer of the neighbour').organisations[0] ?? 0;
    const given = (table: string, id: number): string =>
      `update ${table} set keeper_id = ${neighbour} where id = ${id}`;
    expect(await otherwise('officer', 'zqpublic', given, DENIED)).toEqual([]);
    expect(await otherwise('officer of the neighbour', 'zqpublic', given, 0)).toEqual([]);
  });

  it('is the reviewers’ where the People’s Committee of their province keeps it, and of nobody else', async () => {
    expect(await otherwise('reviewer', 'zqcommittee', touched, 1)).toEqual([]);
    expect(await otherwise('reviewer of another province', 'zqcommittee', touched, 0)).toEqual([]);
    expect(await otherwise('reviewer', 'zqneighbour', touched, 0)).toEqual([]);
    // What is taken is no longer a question of who may.
    const entered = (table: string, id: number): string => copied(table, `id = ${id}`);
    expect((await otherwise('reviewer', 'zqcommittee', entered, 1)).map((one) => one.split(' ')[1])).toEqual([
      TAKEN,
      TAKEN,
      TAKEN,
    ]);
    expect(await otherwise('reviewer of another province', 'zqforeign', entered, DENIED)).toEqual([]);
  });

  it('is deleted by nobody, administrators neither', async () => {
    for (const who of ['admin', 'officer', 'reviewer']) {
      expect(await otherwise(who, 'zqpublic', (table, id) => `delete from ${table} where id = ${id}`, DENIED)).toEqual(
        [],
      );
    }
  });
});

/** The rows of a table of parts, or of records, that belong to public records of the federation of labour; as SQL. */
function ofFederation(table: string): string {
  const part = parts.find((one) => one.table === table);
  if (part) return `${part.column} in (select id from ${part.whole} where ${ofFederation(part.whole)})`;
  return `exposure = 2 and keeper_id = any ('{${world.viewer('officer').organisations.join()}}')`;
}

describe('the parts of another organisation’s record', () => {
  it('are in every table: the test has rows to try', async () => {
    expect(parts.map(({ table }) => table)).toEqual(
      expect.arrayContaining([
        'quote',
        'office',
        'movement_role',
        'agreement_item_receiver',
        'signatory_office',
        'organisation_unit_edge',
        'evaluation_remark',
        'follow_up',
      ]),
    );
    const found = await rowsChanged(
      world,
      world.viewer('admin'),
      parts.map(({ table }) => `select 1 from ${table} where ${ofFederation(table)}`),
    );
    expect(parts.filter((_, at) => !(Number(found[at]) > 0))).toEqual([]);
  });

  const WAYS: readonly ((part: PartTable, where: string) => string)[] = [
    ({ table }, where) => copied(table, where),
    ({ table, column }, where) => `update ${table} set ${column} = ${column} where ${where}`,
    ({ table }, where) => `delete from ${table} where ${where}`,
  ];

  it.each(['officer of the neighbour', 'analyst', 'reviewer', 'reviewer of another province', 'anonymous'])(
    'are neither added, changed nor taken away by %s',
    async (who) => {
      for (const part of parts) {
        const found = await rowsChanged(
          world,
          world.viewer(who),
          WAYS.map((way) => way(part, ofFederation(part.table))),
        );
        // Where the login itself may not, nobody may.
        expect([
          part.table,
          found[0],
          [0, DENIED].includes(found[1] ?? ''),
          [0, DENIED].includes(found[2] ?? ''),
        ]).toEqual([part.table, DENIED, true, true]);
      }
    },
  );

  it('are the keeper’s to replace; passages of documents are only added', async () => {
    for (const part of parts) {
      const [added, , deleted] = await rowsChanged(
        world,
        world.viewer('officer'),
        WAYS.map((way) => way(part, ofFederation(part.table))),
      );
      expect([part.table, added === TAKEN || Number(added) > 0]).toEqual([part.table, true]);
      const referred = deleted === '23503';
      expect([part.table, part.table === 'quote' ? deleted === DENIED : referred || Number(deleted) > 0]).toEqual([
        part.table,
        true,
      ]);
    }
  });

  it('do not move to a record of another, in neither direction', async () => {
    for (const { table, column, whole } of parts.filter((part) => tables.includes(part.whole))) {
      const moved = (mark: Mark): string =>
        `update ${table} set ${column} = ${idIn(mark, whole)} where ${ofFederation(table)}`;
      const [away] = await rowsChanged(world, world.viewer('officer'), [moved('zqneighbour')]);
      const [here] = await rowsChanged(world, world.viewer('officer of the neighbour'), [moved('zqneighbour')]);
      expect([table, away, [0, DENIED].includes(here ?? '')]).toEqual([table, DENIED, true]);
    }
  });
});

describe('the reader’s login', () => {
  it.each(['admin', 'officer', 'reviewer', 'leader'])(
    'sees no hidden record and no part of one by claiming to be %s',
    async (who) => {
      const hidden = [
        ...tables.map((table) => `select 1 from ${table} where exposure < 2`),
        ...(await Promise.all(
          parts
            .filter(({ whole }) => tables.includes(whole))
            .map(async ({ table, column, whole }) => {
              const ids = await world.sql<{ id: number }>(`select id from ${whole} where exposure < 2`);
              return `select 1 from ${table} where ${column} in (${ids.map(({ id }) => id).join()})`;
            }),
        )),
        'select version from record_version where exposure < 2',
        'select id from event where exposure < 2',
      ];
      const seen = await rowsChanged(world, world.viewer(who), hidden, 'reader');
      expect(hidden.filter((_, at) => seen[at] !== 0)).toEqual([]);
      const shown = await rowsChanged(
        world,
        world.viewer(who),
        tables.map((table) => `select 1 from ${table}`),
        'reader',
      );
      expect(shown.filter((count) => !(Number(count) >= 2))).toEqual([]);
    },
  );

  it('is not let near registers, who changed what, or any change', async () => {
    const statements = [
      'select 1 from member',
      'select actor from record_version',
      'select * from record_version',
      ...[...tables, ...parts.map(({ table }) => table), 'record_version'].flatMap((table) => [
        `delete from ${table}`,
        `insert into ${table} default values`,
      ]),
      ...tables.map((table) => `update ${table} set exposure = 2`),
    ];
    const found = await rowsChanged(world, world.viewer('admin'), statements, 'reader');
    expect(statements.filter((_, at) => found[at] !== DENIED)).toEqual([]);
  });
});

describe('the versions of hidden records', () => {
  const versions = async (who: string, where: string): Promise<number | string | undefined> =>
    (await rowsChanged(world, world.viewer(who), [`select version from record_version where ${where}`]))[0];

  it('are seen by whoever sees such a record, also where the record has become public since', async () => {
    const former = `subject_type = 'Movement' and subject_id = ${keyIn(world.secrets.former)}`;
    for (const [who, count] of [
      ['officer', 3],
      ['admin', 3],
      ['anonymous', 1],
      ['officer of the neighbour', 1],
      ['reviewer', 1],
    ] as const) {
      expect([who, await versions(who, former)]).toEqual([who, count]);
    }
    const hidden = `subject_type = 'Campaign' and subject_id = ${idIn('zqhidden', 'campaign')}`;
    for (const [who, count] of [
      ['officer', 2],
      ['admin', 2],
      ['analyst', 0],
      ['officer of the neighbour', 0],
      ['reviewer', 0],
    ] as const) {
      expect([who, await versions(who, hidden)]).toEqual([who, count]);
    }
  });

  it('are added by the keeper alone, and changed by nobody', async () => {
    const next = copied(
      'record_version',
      `subject_type = 'Movement' and subject_id = ${idIn('zqpublic', 'movement')} and version = 2`,
      { version: '99', recorded_at: 'now()' },
    );
    const asked = [next, `update record_version set reason = 'x'`, 'delete from record_version'];
    for (const who of ['officer of the neighbour', 'reviewer', 'analyst']) {
      expect([who, ...(await rowsChanged(world, world.viewer(who), asked))]).toEqual([who, DENIED, DENIED, DENIED]);
    }
    expect(await rowsChanged(world, world.viewer('officer'), asked)).toEqual([1, DENIED, DENIED]);
  });
});
