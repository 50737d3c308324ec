import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import { operate } from '../../src/client/operate.ts';
import { PlaceByCodeDocument } from '../../src/client/operations.generated.ts';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import {
  anonymousContext,
  type Ask,
  asker,
  catalogueSchema,
  openCatalogue,
  type TestCatalogue,
} from '../support/catalogue.ts';

let catalogue: TestCatalogue;
let schema: GraphQLSchema;
let ask: Ask;

beforeAll(async () => {
  [catalogue, schema] = await Promise.all([openCatalogue(), catalogueSchema()]);
  ask = asker(schema, catalogue);
});
afterAll(() => catalogue.close());

describe('places', () => {
  it('of one code are different ones before and after a merger, joined by edges', async () => {
    const query = `query ($on: Date) { place(code: "91", on: $on) { id name en: name(lang: EN) type validFrom validTo
      parent { code } predecessors { on extent place { code name validTo } } successors { on place { code name } } } }`;
    expect(await ask(query, { on: '2025-07-01' })).toEqual({
      place: {
        id: toGlobalId('Place', 2091),
        name: 'Tỉnh An Giang',
        en: 'An Giang Province',
        type: 'PROVINCE',
        validFrom: '2025-07-01',
        validTo: null,
        parent: { code: 'VN' },
        predecessors: [
          { on: '2025-07-01', extent: 'FULL', place: { code: '89', name: 'Tỉnh An Giang', validTo: '2025-06-30' } },
          { on: '2025-07-01', extent: 'FULL', place: { code: '91', name: 'Tỉnh Kiên Giang', validTo: '2025-06-30' } },
        ],
        successors: [],
      },
    });
    expect(await ask(query, { on: '2025-06-30' })).toMatchObject({
      place: {
        name: 'Tỉnh Kiên Giang',
        successors: [{ on: '2025-07-01', place: { code: '91', name: 'Tỉnh An Giang' } }],
      },
    });
  });

  it('that have ended answer to their code without a day, not on a day after their end', async () => {
    const context = anonymousContext(catalogue, '2026-11-23');
    const { place } = await operate(schema, context, PlaceByCodeDocument, { code: '74' });
    expect(place).toMatchObject({
      name: 'Tỉnh Bình Dương',
      validTo: '2025-06-30',
      successors: [{ place: { name: 'Thành phố Hồ Chí Minh' } }],
    });
    expect(await operate(schema, context, PlaceByCodeDocument, { code: '74', on: '2025-07-01' })).toEqual({
      place: null,
    });
  });

  it('tell their names in order of time', async () => {
    const hue = { validFrom: null, validTo: '2024-12-31', name: 'Tỉnh Thừa Thiên Huế' };
    expect(await ask(`{ place(code: "46") { name names { name validFrom validTo } } }`)).toEqual({
      place: { name: 'Thành phố Huế', names: [hue, { validFrom: '2025-01-01', validTo: null, name: 'Thành phố Huế' }] },
    });
  });

  it('have tiles, the archipelagos among them, under their provinces', async () => {
    const query = `{ hs: place(code: "20333") { ...of } ts: place(code: "22736") { ...of } vn: place(code: "VN") { ...of } }
      fragment of on Place { tile { label } province { shortName } }`;
    expect(await ask(query)).toEqual({
      hs: { tile: { label: 'Hoàng Sa' }, province: { shortName: 'Đà Nẵng' } },
      ts: { tile: { label: 'Trường Sa' }, province: { shortName: 'Khánh Hòa' } },
      vn: { tile: null, province: null },
    });
  });
});

describe('organisations', () => {
  it('are seven a province; the five have the Fatherland Front above them', async () => {
    const query = `{ place(code: "91") { organisations(first: 7, orderBy: [{ field: CODE }]) { nodes { code parent { code } } } } }`;
    const front = { code: 'MTTQ-91' };
    const codes = ['CCB-91', 'HND-91', 'HPN-91', 'LDLD-91', 'MTTQ-91', 'TD-91', 'UBND-91'];
    const nodes = codes.map((code) => ({ code, parent: /MTTQ|UBND/.test(code) ? null : front }));
    expect(await ask(query)).toEqual({ place: { organisations: { nodes } } });
  });

  it('keep one name over a change of parent', async () => {
    const query = `{ organisation(code: "LDLD-01") { name(lang: EN) names { name validFrom validTo } } }`;
    expect(await ask(query)).toEqual({
      organisation: {
        name: 'Ha Noi City Federation of Labour',
        names: [{ name: 'Liên đoàn Lao động thành phố Hà Nội', validFrom: null, validTo: null }],
      },
    });
  });

  it.each([
    ['all', {}, 34 * 7],
    ['a kind', { kind: { eq: 'TD' } }, 34],
    ['within the country', { kind: { in: ['TD', 'HPN'] }, within: toGlobalId('Place', 1) }, 68],
    ['within a province', { within: toGlobalId('Place', 2091) }, 7],
    ['by their province', { province: { type: { eq: 'CENTRAL_CITY' } }, kind: { eq: 'TD' } }, 9],
    ['under an organisation', { parent: { code: { eq: 'MTTQ-91' } } }, 5],
    ['by abbreviation without marks', { name: { contains: 'ldld tinh an giang' } }, 1],
    ['by English name', { name: { contains: 'women’s union' } }, 34],
  ])('count %s', async (_, filter, totalCount) => {
    const query = `query ($filter: OrganisationFilter) { organisations(first: 1, filter: $filter) { totalCount } }`;
    expect(await ask(query, { filter })).toEqual({ organisations: { totalCount } });
  });
});

describe('indicators and forms', () => {
  it('name the parts of a ratio and the form that answers', async () => {
    const query = `{ indicator(code: "LD_GU_STRONG_PCT") { name valueType timeRule numerator { code } denominator { code }
      breakdowns owners primaryForm { code } } none: indicator(code: "NONE") { code } }`;
    expect(await ask(query)).toEqual({
      indicator: {
        name: 'Tỷ lệ CĐCS xếp loại hoàn thành tốt nhiệm vụ trở lên',
        valueType: 'PERCENT',
        timeRule: 'RECOMPUTE',
        numerator: { code: 'LD_GU_STRONG' },
        denominator: { code: 'LD_GU_RATED' },
        breakdowns: ['sector'],
        owners: ['LDLD'],
        primaryForm: { code: 'LDLD-01' },
      },
      none: null,
    });
  });

  it('are filtered by owner, type and disclosure', async () => {
    const query = `{ public: indicators(first: 100, filter: { owner: LDLD, valueType: { eq: COUNT }, disclosure: { eq: PUBLIC } })
      { totalCount nodes { owners valueType disclosure } } }`;
    const { public: found } = await ask<{
      public: { totalCount: number; nodes: { owners: string[]; valueType: string; disclosure: string }[] };
    }>(query);
    expect(found.nodes).toHaveLength(found.totalCount);
    expect(found.totalCount).toBeGreaterThan(5);
    for (const node of found.nodes) {
      expect(node.owners).toContain('LDLD');
      expect([node.valueType, node.disclosure]).toEqual(['COUNT', 'PUBLIC']);
    }
  });

  it('list each indicator of a form once, in its order', async () => {
    const query = `{ forms(first: 20, filter: { owner: { eq: LDLD } }) { nodes { code layout version indicators { code } } } }`;
    const { forms } = await ask<{ forms: { nodes: { code: string; indicators: { code: string }[] }[] } }>(query);
    expect(forms.nodes.map(({ code }) => code)).toEqual(['LDLD-01', 'LDLD-02X']);
    const codes = forms.nodes[0]?.indicators.map(({ code }) => code) ?? [];
    expect(codes[0]).toBe('LD_MEMBERS');
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('nodes', () => {
  it.each([
    ['Place', toGlobalId('Place', 1074), { shortName: 'Bình Dương' }],
    ['Organisation', toGlobalId('Organisation', 20911), { code: 'LDLD-91' }],
    ['Indicator', toGlobalId('Indicator', 'LD_MEMBERS'), { code: 'LD_MEMBERS' }],
    ['Form', toGlobalId('Form', 'LDLD-01'), { code: 'LDLD-01' }],
  ])('are fetched by id: %s', async (_, id, found) => {
    expect(await anonymousContext(catalogue, '2026-11-23').node(id)).toMatchObject({ id, ...found });
  });

  it.each([toGlobalId('Place', 7), toGlobalId('Place', 99_999_999_999), toGlobalId('Form', 'X'), 'nonsense'])(
    'are null for %s',
    async (id) => {
      expect(await anonymousContext(catalogue, '2026-11-23').node(id)).toBeNull();
    },
  );
});
