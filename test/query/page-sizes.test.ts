import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type GraphQLField, getNamedType, isNonNullType, isObjectType } from 'graphql';
import { fillInBulk } from '../support/bulk.ts';
import { type GraphEdge, openGraphEdge } from '../support/graph-edge.ts';
import { openSearchWorld, RECORD_KINDS, type SearchWorld } from '../support/search-world.ts';
import { argumentsOf, fieldsOf, isPaged } from '../support/schema-walk.ts';

let world: SearchWorld;
let edge: GraphEdge;
beforeAll(async () => {
  world = await openSearchWorld();
  await world.add(...RECORD_KINDS.map((kind) => ({ kind, name: 'An Giang' })));
  // Parts of the one agreement, by which the walk comes to what hangs on them.
  const head = `province_id, keeper_id, exposure, origin, name, sort_key, folded`;
  const said = `province_id, keeper_id, 2, 'MANUAL', 'An Giang', 'A', 'an giang'`;
  await world.sql(`
    insert into agreement_event (${head}, agreement_id, kind) select ${said}, id, 'DIALOGUE' from agreement;
    insert into agreement_plan (${head}, agreement_id, year) select ${said}, id, 2026 from agreement;
    insert into award (${head}, rung, recipient_kind, reason) select ${said}, 'COMMENDATION', 'COLLECTIVE', 'ANNUAL' from agreement`);
  await fillInBulk(world, { months: 1, communes: 1 });
  edge = await openGraphEdge(world);
}, 60_000);
afterAll(async () => {
  await edge.close();
  await world.close();
});

const LITERALS = {
  indicators: ['["LD_GU"]'],
  codes: ['["91"]'],
  keys: ['["2026-01"]'],
  text: ['"an"'],
  period: ['"2026-01"'],
};

interface Paged {
  name: string;
  field: GraphQLField<unknown, unknown>;
  /** Fields from the root to the parent, each with its arguments. */
  way: string[];
}

/** Every paged field with the shortest way to a thing that has it; things by their code or id are no way. */
function pagedFields(): Paged[] {
  const ways = new Map<string, string[]>([['Query', []]]);
  for (const [type, way] of ways) {
    const parent = world.schema.getType(type);
    if (!isObjectType(parent)) continue;
    for (const field of Object.values(parent.getFields())) {
      const inner = getNamedType(field.type).name;
      const looksUp = field.args.some(
        ({ name, type: of }) => isNonNullType(of) && ['code', 'id', 'ids'].includes(name),
      );
      // Nobody’s viewer has organisations here.
      if (ways.has(inner) || looksUp || ['Node', 'Viewer'].includes(inner)) continue;
      const first = argumentsOf(field, LITERALS)[0]?.replace('first: 50', 'first: 9') ?? '';
      ways.set(inner, [...way, `${field.name}${first ? `(${first})` : ''}`]);
    }
  }
  return fieldsOf(world.schema)
    .filter(({ field }) => isPaged(field))
    .map(({ parent, field }) => {
      const way = ways.get(parent);
      if (!way) throw new Error(`The walk finds no way to ${parent}.${field.name}.`);
      return { name: `${parent}.${field.name}`, field, way };
    });
}

/** A document that asks the field with these arguments, and a place where its answer stands. */
function ask({ field, way }: Paged, args: string, variable = ''): string {
  const others = field.args.filter(({ name, type }) => name !== 'first' && isNonNullType(type));
  const given = others.map(({ name }) => `${name}: ${LITERALS[name as keyof typeof LITERALS][0]}`).join(', ');
  const all = given === '' ? args : args === '' ? `(${given})` : args.replace('(', `(${given}, `);
  const inner = `asked: ${field.name}${all} { __typename }`;
  return `${variable} { ${way.reduceRight((below, step) => `${step} { ${below} }`, inner)} }`;
}

const codes = (answer: Awaited<ReturnType<GraphEdge['post']>>): unknown[] =>
  (answer.body.errors ?? []).map(({ extensions }) => extensions.code);

describe('every connection of the schema', () => {
  it('is known to the walk', () => {
    expect(
      pagedFields()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(
      expect.arrayContaining([
        'IndicatorRow.contributions',
        'IndicatorTable.rows',
        'Organisation.reports',
        'Place.children',
        'Place.organisations',
        'Place.reports',
        'Query.events',
        'Query.forms',
        'Query.indicators',
        'Query.organisations',
        'Query.places',
        'Query.reports',
        'ReportVersion.figures',
      ]),
    );
    for (const { name, field } of pagedFields())
      expect([name, field.args.map((argument) => argument.name)]).toEqual([
        name,
        expect.arrayContaining(['first', 'after']),
      ]);
  });

  it('answers pages of 1 and of 100', async () => {
    for (const paged of pagedFields()) {
      for (const size of [1, 100]) {
        const answer = await edge.post(ask(paged, `(first: ${size})`));
        expect([paged.name, size, codes(answer)]).toEqual([paged.name, size, []]);
        expect([paged.name, answer.text.includes('"asked":{')]).toEqual([paged.name, true]);
      }
    }
  }, 60_000);

  it('refuses a size that is absent, null, 0, -1, 101 or 2^31, in the document and by variable, with BAD_USER_INPUT and no data', async () => {
    for (const paged of pagedFields()) {
      const type = String(paged.field.args.find(({ name }) => name === 'first')?.type);
      const asked: [string, Promise<Awaited<ReturnType<GraphEdge['post']>>>][] = [
        ['absent', edge.post(ask(paged, ''))],
        ['null', edge.post(ask(paged, '(first: null)'))],
        ...['0', '-1', '101', '2147483648'].flatMap((size): typeof asked => [
          [size, edge.post(ask(paged, `(first: ${size})`))],
          [
            `variable ${size}`,
            edge.post(ask(paged, '(first: $first)', `query ($first: ${type})`), { first: Number(size) }),
          ],
        ]),
        ['absent variable', edge.post(ask(paged, '(first: $first)', `query ($first: ${type})`))],
      ];
      for (const [size, answer] of asked) {
        const { status, body } = await answer;
        expect([paged.name, size, status, body.data ?? null, codes(await answer)]).toEqual([
          paged.name,
          size,
          400,
          null,
          expect.arrayContaining(['BAD_USER_INPUT']),
        ]);
      }
    }
  }, 60_000);

  it('refuses them where no edge stands before it as well', async () => {
    for (const paged of pagedFields()) {
      for (const size of [0, -1, 101]) {
        const { errors } = await world.answer(ask(paged, `(first: ${size})`));
        expect([paged.name, size, errors[0]?.code]).toEqual([paged.name, size, 'BAD_USER_INPUT']);
      }
    }
  }, 60_000);

  it('refuses two ends at once, and a cursor that is none or another list’s', async () => {
    for (const paged of pagedFields()) {
      if (paged.field.args.some(({ name }) => name === 'last')) {
        expect([paged.name, codes(await edge.post(ask(paged, '(first: 1, last: 1)')))]).toEqual([
          paged.name,
          ['BAD_USER_INPUT'],
        ]);
      }
      for (const cursor of ['none', 'WyJhIiwiYiJd']) {
        const answer = await edge.post(ask(paged, `(first: 1, after: "${cursor}")`));
        expect([paged.name, cursor, codes(answer)[0]]).toEqual([
          paged.name,
          cursor,
          expect.stringMatching(/^(CURSOR_UNKNOWN|BAD_USER_INPUT)$/),
        ]);
      }
    }
  }, 60_000);
});
