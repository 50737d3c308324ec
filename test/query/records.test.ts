import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isObjectType } from 'graphql';
import { fromGlobalId, toGlobalId } from '../../src/ground/gql/node.ts';
import { LOCAL_OPERATOR, type Viewer } from '../../src/ground/viewer/viewer.ts';
import { type DisclosureWorld, openDisclosureWorld } from '../support/disclosure-world.ts';
import { selectionOf } from '../support/schema-walk.ts';
import { enterEveryKind } from '../support/secret-records.ts';

let world: DisclosureWorld;
let known: Record<string, string>;
beforeAll(async () => {
  world = await openDisclosureWorld();
  const of = (kind: string): string => world.facts.find((fact) => fact.kind === kind)?.id ?? '';
  const catalogue = await world.ask<Record<string, { id: string }>>(
    '{ Place: place(code: "91") { id } Organisation: organisation(code: "LDLD-91") { id } Indicator: indicator(code: "LD_GU") { id } Form: form(code: "LDLD-01") { id } }',
  );
  known = {
    ...Object.fromEntries(Object.entries(catalogue).map(([type, { id }]) => [type, id])),
    Report: of('report'),
    ReportVersion: of('version'),
    Upload: of('upload'),
    Figure: of('figure'),
    HubEvent: of('event'),
    ...(await enterEveryKind(world, {
      mark: 'nút',
      visibility: 'ORGANISATION',
      keeper: 'LDLD-91',
      year: 2026,
      paper: 1,
    })),
    Member: await aMember(),
    Attachment: await anAttachment(of('version')),
  };
}, 60_000);
afterAll(() => world.close());

async function aMember(): Promise<string> {
  const [row] = await world.sql<{ province_id: number; id: number }>(
    `insert into member (province_id, organisation_id, pseudonym, synthetic) select province_id, id, 'ĐV 1', true
     from organisation where code = 'LDLD-91' and valid_to is null returning province_id, id`,
  );
  return toGlobalId('Member', row?.province_id ?? 0, row?.id ?? 0);
}

/** A file beside the workbook of the version. */
async function anAttachment(version: string): Promise<string> {
  const [row] = await world.sql<{ province_id: number; id: string }>(
    `with file as (insert into stored_file (province_id, sha256, organisation_id, byte_size, content)
       select province_id, repeat('c', 64), organisation_id, 4, 'mật'::bytea from report_version
       where province_id = $1 and report_id = $2 and version = $3 returning *)
     insert into attachment (province_id, report_id, version, organisation_id, kind, sha256, file_name, media_type, byte_size, attached_by)
     select province_id, $2, $3, organisation_id, 'OTHER', sha256, 'mật.txt', 'text/plain', byte_size, 'test'
     from file returning province_id, id::text`,
    [...(fromGlobalId(version)?.key ?? [])],
  );
  return toGlobalId('Attachment', row?.province_id ?? 0, row?.id ?? 0);
}

/** Whoever sees a node of the type: registers are closed to administrators. */
const seer = (type: string): Viewer => (type === 'Member' ? world.viewers['officer'] : undefined) ?? LOCAL_OPERATOR;

const NODE = 'query ($id: ID!) { node(id: $id) { __typename id } }';
const nodeTypes = (): string[] =>
  world.schema.getPossibleTypes(world.schema.getType('Node') as never).map(({ name }) => name);

describe('node(id)', () => {
  it('answers every type of the schema that is a Node, with the id it was asked by', async () => {
    expect(nodeTypes().sort()).toEqual(Object.keys(known).sort());
    for (const [type, id] of Object.entries(known)) {
      expect(await world.ask(NODE, { id }, world.contextOf(seer(type)))).toEqual({
        node: { __typename: type, id },
      });
    }
  });

  it('answers everything that hangs on a record, without a fault', async () => {
    for (const [type, id] of Object.entries(known)) {
      const kind = world.schema.getType(type);
      if (!isObjectType(kind)) throw new Error(`${type} is no object type.`);
      const { errors } = await world.answer(
        `query ($id: ID!) { node(id: $id) { ... on ${type} ${selectionOf(world.schema, kind, 2)} } }`,
        { id },
        world.contextOf(seer(type)),
      );
      expect([type, errors]).toEqual([type, []]);
    }
  });

  it('says the same of what is not there, of what is another’s, and of what is no id', async () => {
    const stranger = world.viewers['officer of nothing'];
    if (!stranger) throw new Error('No such viewer.');
    for (const [type, id] of Object.entries(known)) {
      const key = fromGlobalId(id)?.key ?? [];
      const hidden = ['Place', 'Organisation', 'Indicator', 'Form'].includes(type) ? [] : [id];
      const strange = [
        toGlobalId(type, ...key, 1),
        toGlobalId(type, ...key.slice(1)),
        toGlobalId(type, ...key.map(() => '999999999')),
        toGlobalId(type, ...key.map(() => '999999999999')),
        toGlobalId(type, ...key.map(() => '99999999999999999999999999')),
        toGlobalId(type, ...key.map(() => '-1')),
        toGlobalId(type, ...key.map((part) => `0${part}`)),
        toGlobalId(type, ...key.map(() => "1'; drop table report; --")),
        toGlobalId(type, ...key.map(() => 'x\0y')),
        toGlobalId(type.toLowerCase(), ...key),
        `${id}=`,
        `${id} `,
        id.slice(1),
      ];
      for (const other of [...hidden, ...strange]) {
        const { data, errors } = await world.answer(NODE, { id: other }, world.contextOf(stranger));
        expect([type, fromGlobalId(other)?.key ?? other, data, errors]).toEqual([
          type,
          fromGlobalId(other)?.key ?? other,
          { node: null },
          [],
        ]);
      }
    }
  });

  it('answers null where one of a key’s numbers is another’s', async () => {
    for (const type of ['Report', 'ReportVersion', 'Upload', 'Attachment', 'Figure', 'Member']) {
      const key = fromGlobalId(known[type] ?? '')?.key ?? [];
      for (const at of key.keys()) {
        if (key[at] === 'IN_PERIOD') continue;
        const other = toGlobalId(type, ...key.with(at, String(Number(key[at]) + 1_000)));
        expect([type, at, await world.ask(NODE, { id: other }, world.contextOf(seer(type)))]).toEqual([
          type,
          at,
          { node: null },
        ]);
      }
    }
  });
});

describe('nodes(ids)', () => {
  it('answers in the order asked, twice where asked twice, null for what is not to be seen', async () => {
    const ids = [known['Figure'], 'none', known['Place'], known['Figure'], known['Report']];
    const { nodes } = await world.ask<{ nodes: ({ id: string } | null)[] }>(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids },
      world.contextOf(LOCAL_OPERATOR),
    );
    expect(nodes.map((node) => node?.id ?? null)).toEqual(ids.map((id) => (id === 'none' ? null : id)));
  });

  it('refuses more than a hundred', async () => {
    const ids = Array.from({ length: 101 }, () => known['Place']);
    const { errors } = await world.answer('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(errors.map(({ code }) => code)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('a report', () => {
  const REPORT = `query ($id: ID!) { node(id: $id) { ... on Report { published { version } versions { version state figures(first: 100) { totalCount } report { id } } } } }`;
  interface Versions {
    node: {
      published: { version: number } | null;
      versions: { version: number; state: string; figures: { totalCount: number }; report: { id: string } }[];
    };
  }

  it('shows everybody its replaced and its published version and not the draft above, the owner all three', async () => {
    const fact = world.facts.find(
      ({ kind, whose, state }) => kind === 'report' && whose === 'own' && state === 'REPLACED',
    );
    const seen = async (name: string): Promise<Versions['node']> => {
      const viewer = world.viewers[name];
      return (await world.ask<Versions>(REPORT, { id: fact?.id }, viewer && world.contextOf(viewer))).node;
    };
    const anonymous = await seen('anonymous');
    expect(anonymous.published).toEqual({ version: 2 });
    expect(anonymous.versions.map(({ version, state, figures }) => [version, state, figures.totalCount])).toEqual([
      [1, 'REPLACED', 1],
      [2, 'PUBLISHED', 1],
    ]);
    expect((await seen('analyst')).versions.map(({ figures }) => figures.totalCount)).toEqual([2, 2]);
    expect(
      (await seen('officer')).versions.map(({ version, state, figures }) => [version, state, figures.totalCount]),
    ).toEqual([
      [1, 'REPLACED', 6],
      [2, 'PUBLISHED', 6],
      [3, 'DRAFT', 6],
    ]);
    expect((await seen('reviewer')).versions.map(({ state }) => state)).toEqual(['REPLACED', 'PUBLISHED']);
    for (const { report } of anonymous.versions) expect(report.id).toBe(fact?.id);
  });
});
