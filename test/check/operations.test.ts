import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DocumentNode, execute, type GraphQLSchema, Kind, parse, subscribe } from 'graphql';
import type { Archive } from '../../src/archive.ts';
import {
  EventsPageDocument,
  IndicatorRowsDocument,
  IndicatorSeriesDocument,
  PlaceByCodeDocument,
  PublishReportDocument,
  ReportsOfPlaceDocument,
  ViewerDocument,
} from '../../src/client/operations.generated.ts';
import { operate } from '../../src/client/operate.ts';
import { hubSchema } from '../../src/graph/schema.ts';
import { readExamples } from '../../src/graph/static-files.ts';
import { validateDocument } from '../../src/graph/validate.ts';
import { projectPath } from '../../src/ground/project-path.ts';
import { ANONYMOUS, LOCAL_OPERATOR } from '../../src/ground/viewer/viewer.ts';
import { openDemoArchive } from '../support/demo-archive.ts';

let demo: Awaited<ReturnType<typeof openDemoArchive>>;
let archive: Archive;
let schema: GraphQLSchema;

/** The quarters that the example of membership shows. */
const QUARTERS = ['LDLD-01 91 2025-Q4', 'LDLD-01 91 2026-Q1', 'LDLD-01 91 2026-Q2'];

beforeAll(async () => {
  [demo, schema] = await Promise.all([openDemoArchive({ others: QUARTERS, records: true }), hubSchema()]);
  archive = demo.archive;
}, 120_000);
afterAll(() => demo?.close());

function isSubscription(document: DocumentNode): boolean {
  return document.definitions.some(
    (node) => node.kind === Kind.OPERATION_DEFINITION && node.operation === 'subscription',
  );
}

/** Fields of examples that are null everywhere here, by example, and why. */
const EMPTY_HERE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '11-regulation-and-its-evaluation': {
    'agreements.nodes.evaluations.nodes.score': 'the article gives no score',
    'agreements.nodes.evaluations.nodes.grade': 'the article grades nothing',
    'agreements.nodes.recommendations.nodes.deadline': 'the article sets no deadline',
    'agreements.nodes.recommendations.nodes.state': 'the article does not say what became of them',
  },
};

/** Every path of fields in an answer, with whether anything but null, an empty list or an empty object stands there. */
function answered(value: unknown, path: string, found: Map<string, boolean>): boolean {
  let full: boolean;
  if (Array.isArray(value)) full = value.map((item) => answered(item, path, found)).some(Boolean);
  else if (typeof value === 'object' && value !== null) {
    const below = (name: string): string => (path === '' ? name : `${path}.${name}`);
    full = Object.entries(value)
      .map(([name, item]) => answered(item, below(name), found))
      .some(Boolean);
  } else full = value !== null && value !== undefined;
  found.set(path, full || found.get(path) === true);
  return full;
}

describe('the saved examples of the explorer', () => {
  it('are there, and read in Vietnamese and English', async () => {
    const examples = await readExamples();
    expect(examples.length).toBeGreaterThanOrEqual(20);
    for (const { query } of examples) {
      const [vi = '', en = ''] = query.split('\n');
      expect(vi).toMatch(/^# .*[À-ỹ]/u);
      expect(en).toMatch(/^# [A-Z].*\b(the|of|and|is|in|to|two)\b/);
    }
  });

  it('are admitted by the limits and answered in every field, without an error', async () => {
    for (const { name, query } of await readExamples()) {
      const document = parse(query);
      expect([name, validateDocument(schema, document)]).toEqual([name, []]);
      if (isSubscription(document)) continue;
      const { data, errors } = await execute({ schema, document, contextValue: archive.contextOf(ANONYMOUS) });
      expect([name, errors]).toEqual([name, undefined]);
      const paths = new Map<string, boolean>();
      answered(JSON.parse(JSON.stringify(data)), '', paths);
      const empty = [...paths].flatMap(([path, full]) => (full ? [] : [path]));
      expect([name, empty.sort()]).toEqual([name, Object.keys(EMPTY_HERE[name] ?? {}).sort()]);
    }
  });

  it('show what their first lines promise', async () => {
    const examples = new Map((await readExamples()).map(({ name, query }) => [name.slice(0, 2), query]));
    const shown = async (number: string): Promise<string> => {
      const document = parse(examples.get(number) ?? '');
      return JSON.stringify((await execute({ schema, document, contextValue: archive.contextOf(ANONYMOUS) })).data);
    };
    expect(await shown('12')).toContain(
      '"womensUnion":{"name":"Hội Liên hiệp Phụ nữ tỉnh Bình Dương","movements":{"totalCount":0}}',
    );
    expect((await shown('13')).match(/"heldDay":"202[56]-05-\d\d"/g)).toHaveLength(2 * 31);
    const due = await shown('16');
    for (const state of ['MET', 'OVERDUE', 'NOT_KNOWN']) expect(due).toContain(`"state":"${state}"`);
    expect((await shown('18')).match(/"balance":"\d+"/g)).toEqual(Array(3).fill('"balance":"0"'));
    expect(await shown('19')).toMatch(/"matched":"[^"]*hòa giải/);
    expect(await shown('20')).toMatch(/"reason":"SỐ LIỆU GIẢ LẬP: [^"]+",.*"changes":\[{"field":"participants",/);
  });

  it('begin to listen where the feed ends', async () => {
    const live = (await readExamples()).map(({ query }) => parse(query)).filter(isSubscription);
    expect(live.length).toBeGreaterThan(0);
    for (const document of live) {
      const stream = await subscribe({ schema, document, contextValue: await archive.contextFor({}) });
      if (!(Symbol.asyncIterator in stream)) throw new Error(JSON.stringify(stream));
      const { value } = await stream.next();
      await stream.return?.(undefined);
      const batch = (value as { data: { events: { events: unknown[]; cursor: string; head: string } } }).data.events;
      expect(batch).toEqual({ events: [], cursor: batch.head, head: expect.any(String) });
    }
  });
});

describe('the saved operations', () => {
  it('are all admitted by the limits of the graph', async () => {
    const folder = projectPath('schema', 'operations');
    const files = (await readdir(folder)).filter((name) => name.endsWith('.graphql'));
    const texts = await Promise.all(files.map((name) => readFile(`${folder}/${name}`, 'utf8')));
    const whole = parse(texts.join('\n'));
    const fragments = whole.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    const faults = whole.definitions.flatMap((node) => {
      if (node.kind !== Kind.OPERATION_DEFINITION) return [];
      const spread = JSON.stringify(node);
      const used = fragments.filter((fragment) => spread.includes(`"${fragment.name.value}"`));
      return validateDocument(schema, { kind: Kind.DOCUMENT, definitions: [node, ...used] });
    });
    expect(faults).toEqual([]);
  });

  it('answer typed data as it reads on the wire', async () => {
    const context = archive.contextOf(ANONYMOUS);
    const query = { indicators: ['LD_MEMBERS'], places: { codes: ['91'] }, periods: { keys: ['2026-S1'] } };
    const { indicatorTable } = await operate(schema, context, IndicatorSeriesDocument, { query });
    expect(indicatorTable.series.map(({ exact, values }) => [exact, values])).toEqual([[['192213'], [192213]]]);
    expect(Date.parse(indicatorTable.freshness.instant)).toBeGreaterThan(0);

    const rows = await operate(schema, context, IndicatorRowsDocument, { query, first: 1 });
    const [row] = rows.indicatorTable.rows.nodes;
    expect(row?.contributions.nodes.map(({ sheet, cell, exact }) => [sheet, cell, exact])).toEqual([
      ['Biểu 01', 'E12', row?.exact],
    ]);

    const { place } = await operate(schema, context, PlaceByCodeDocument, { code: '91', on: '2025-06-30' });
    expect(place).toMatchObject({ name: 'Tỉnh Kiên Giang', successors: [{ on: '2025-07-01', extent: 'FULL' }] });

    const { events } = await operate(schema, context, EventsPageDocument, { first: 100, types: ['REPORT_PUBLISHED'] });
    expect(new Set(events.nodes.map((event) => event.subject?.__typename))).toEqual(new Set(['Report']));
    expect(events.nodes.filter((event) => event.replacedVersion !== null)).toHaveLength(1);

    expect(await operate(schema, context, ViewerDocument, {})).toEqual({
      viewer: { role: 'ANONYMOUS', organisations: [], provinces: [] },
    });
  });

  it('publish: expected failures come back, what the caller may not do is thrown', async () => {
    const { place } = await operate(schema, archive.contextOf(ANONYMOUS), ReportsOfPlaceDocument, {
      code: '91',
      first: 10,
    });
    expect(place?.reports.totalCount).toBe(3 + QUARTERS.length);
    const report = place?.reports.nodes[0]?.id ?? '';
    const input = { report, expectedVersion: 1, reason: 'again' };
    const again = await operate(schema, archive.contextOf(LOCAL_OPERATOR), PublishReportDocument, { input });
    expect(again.publishReport).toMatchObject({ report: null, userErrors: [{ code: 'ILLEGAL_STATE' }] });
    await expect(operate(schema, archive.contextOf(ANONYMOUS), PublishReportDocument, { input })).rejects.toMatchObject(
      { name: 'HubError', code: 'UNAUTHENTICATED' },
    );
  });
});
