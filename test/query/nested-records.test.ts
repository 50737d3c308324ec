import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isEnumType, isInterfaceType } from 'graphql';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import { ANONYMOUS, LOCAL_OPERATOR, type Viewer } from '../../src/ground/viewer/viewer.ts';
import { fillRecords } from '../support/bulk-records.ts';
import { type GraphWorld, openGraphWorld, viewerOf } from '../support/graph-world.ts';
import { EVERY_RECORD, RECORD_QUERIES } from '../support/record-queries.ts';
import { recordTables, typeOf } from '../support/record-tables.ts';
import { statementNames } from '../support/statement-names.ts';

let world: GraphWorld;
let officer: Viewer;

beforeAll(async () => {
  world = await openGraphWorld();
  await fillRecords(world, { rows: 400 });
  const rows = await world.sql<{ id: number }>(`select id from organisation where kind = 'LDLD'`);
  officer = viewerOf('OFFICER', { organisations: rows.map(({ id }) => id) });
}, 120_000);
afterAll(() => world.close());

const EVENTS = `query ($n: Int!, $types: [EventType!]) { events(first: $n, types: $types) { totalCount nodes { type organisation { code } subject { id ... on Activity { ${EVERY_RECORD} } } } } }`;

describe('a list of records costs the same number of statements', () => {
  it.each(Object.keys(RECORD_QUERIES))(
    'for 100 parents as for 1: %s',
    async (name) => {
      for (const viewer of [ANONYMOUS, officer]) {
        const of = (n: number): ReturnType<typeof statementNames> =>
          statementNames(world, RECORD_QUERIES[name] ?? '', { n }, viewer);
        const [one, ten, many] = [await of(1), await of(10), await of(100)];
        expect(many.text.length).toBeGreaterThan(30 * one.text.length);
        expect([viewer.role, ten.names]).toEqual([viewer.role, many.names]);
        expect([viewer.role, one.names]).toEqual([viewer.role, many.names]);
      }
    },
    120_000,
  );

  it('for 100 hits of a search as for 1, with the things themselves', async () => {
    const kinds = world.schema.getType('SearchKind');
    const text = (kind: string): string =>
      `query ($n: Int!) { search(text: "hang loat", kinds: [${kind}], first: $n) { totalCount nodes { kind matched node { id ... on Record { ${EVERY_RECORD} } } } } }`;
    const searched = (isEnumType(kinds) ? kinds.getValues() : []).map(({ name }) => name);
    const found: string[] = [];
    for (const kind of searched) {
      const of = (n: number): ReturnType<typeof statementNames> => statementNames(world, text(kind), { n }, officer);
      const [one, many] = [await of(1), await of(100)];
      if (many.text.length > 30 * one.text.length) found.push(kind);
      expect([kind, one.names]).toEqual([kind, many.names]);
    }
    // The catalogue has no such names.
    expect(searched.filter((kind) => !found.includes(kind)).sort()).toEqual([
      'FORM',
      'INDICATOR',
      'ORGANISATION',
      'PLACE',
    ]);
  }, 60_000);

  it('for 100 events as for 1, with what they are about', async () => {
    const of = (type: string, n: number): ReturnType<typeof statementNames> =>
      statementNames(world, EVENTS, { n, types: [type] }, officer);
    const [one, many] = [await of('RECORD_CORRECTED', 1), await of('RECORD_CORRECTED', 100)];
    expect(many.text.length).toBeGreaterThan(30 * one.text.length);
    expect(one.names).toEqual(many.names);
  });
});

describe('nodes of any type', () => {
  it('cost the same for 100 ids as for 1', async () => {
    const types = (await recordTables(world)).map((table) => [
      typeOf(table),
      `select id from ${table} order by id desc limit 100`,
    ]);
    const others = [
      ['Office', 'select id from office limit 100'],
      ['Quote', 'select id from quote limit 100'],
      ['Member', 'select province_id, id from member limit 100'],
    ];
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Record { keeper { code } } } }';
    for (const [type = '', sql = ''] of [...types, ...others]) {
      const rows = await world.sql<Record<string, string | number>>(sql);
      const ids = rows.map((row) => toGlobalId(type, ...Object.values(row)));
      const one = await statementNames(world, query, { ids: ids.slice(0, 1) }, officer);
      const many = await statementNames(world, query, { ids }, officer);
      expect([type, ids.length, many.text.includes('null')]).toEqual([type, 100, false]);
      expect([type, one.names]).toEqual([type, many.names]);
    }
    const known = new Set([...types, ...others].map(([type]) => type));
    const node = world.schema.getType('Node');
    const left = isInterfaceType(node)
      ? world.schema.getPossibleTypes(node).filter(({ name }) => !known.has(name))
      : [];
    // These stand in nested-statements.test.ts; indicators and forms have codes for keys and no hundred rows.
    expect(left.map(({ name }) => name).sort()).toEqual([
      'Attachment',
      'Figure',
      'Form',
      'HubEvent',
      'Indicator',
      'Organisation',
      'Place',
      'Report',
      'ReportVersion',
      'Upload',
    ]);
  });
});

describe('two lists below a thing by the same column', () => {
  it('do not answer for one another, whichever is asked first', async () => {
    const [first] = await world.sql<{ id: number }>(
      `select min(id) as id from evaluation where folded like '%hang loat%'`,
    );
    await world.sql(
      `update evaluation set agreement_id = (select agreement_id from evaluation where id = $1), year = 2025 where id = $1::integer + 1`,
      [first?.id],
    );
    const id = toGlobalId('Evaluation', first?.id ?? 0);
    const stages = 'stages(first: 9) { totalCount }';
    const all = 'agreement { evaluations(first: 9) { totalCount } }';
    for (const [fields, within] of [
      [`${stages} ${all}`, ''],
      [`${all}`, stages],
    ] as const) {
      const { node } = await world.ask<{ node: Counted }>(
        `query ($id: ID!) { node(id: $id) { ... on Evaluation { ${fields} ${within} } } }`,
        { id },
        world.contextOf(LOCAL_OPERATOR),
      );
      expect(node).toEqual({ stages: { totalCount: 1 }, agreement: { evaluations: { totalCount: 2 } } });
    }
  });
});

interface Counted {
  stages: { totalCount: number };
  agreement: { evaluations: { totalCount: number } };
}
