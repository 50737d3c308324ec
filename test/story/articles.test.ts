import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts';
import { openDataSource } from '../../src/ground/database/data-source.ts';
import { rows } from '../../src/rows.ts';
import {
  articlesFolder,
  enterArticles,
  type Fact,
  factsOf,
  list,
  openArticlesWorld,
} from '../support/articles-world.ts';
import type { GraphWorld } from '../support/graph-world.ts';

let world: GraphWorld;
beforeAll(async () => {
  world = await openArticlesWorld();
}, 60_000);
afterAll(() => world.close());

const DOCUMENTS: Readonly<Record<string, object>> = {
  A: {
    kind: 'ARTICLE',
    title:
      'Tỉnh đoàn và Liên đoàn Lao động tỉnh: Xây dựng đội ngũ đoàn viên, thanh niên công nhân, lao động trẻ năng động và sáng tạo',
    author: 'Đỗ Quỳnh',
    publisher: 'Cổng thông tin điện tử Kiên Giang',
    section: 'Hoạt động các sở, ban, ngành, địa phương',
    publishedAt: '2018-07-11T06:06:00.000Z',
    province: { name: 'Tỉnh Kiên Giang' },
    number: null,
  },
  B: {
    kind: 'ARTICLE',
    title: 'Công tác phối hợp giữa UBND tỉnh với các Đoàn thể',
    author: 'Quỳnh Thanh',
    publisher: null,
    section: null,
    publishedAt: '2015-05-04T20:40:00.000Z',
    province: { name: 'Tỉnh Bình Dương' },
    number: null,
  },
};
const TIMES: Readonly<Record<string, string>> = { A01: '(13:06 | 11/07/2018)', B01: '05/05/2015 - 03:40' };

describe('the facts of the two articles', () => {
  const shared = articlesFolder();
  const withList = shared === null ? it.skip : it;

  it('are 54, each in the walk of one article', () => {
    expect([factsOf('A').length, factsOf('B').length]).toEqual([17, 37]);
  });

  // Skipped where the folder beside the project is absent, which holds the list of facts.
  withList('are those of the list', () => {
    const { facts } = JSON.parse(readFileSync(`${shared ?? ''}/data/seed-facts.json`, 'utf8')) as {
      facts: (Fact & { record: string })[];
    };
    expect([...factsOf('A'), ...factsOf('B')]).toEqual(facts.map(({ record: _record, ...fact }) => fact));
  });

  it.each([...factsOf('A').slice(0, 2), ...factsOf('B').slice(0, 2)])('begin with the document: $id', async (fact) => {
    const document = DOCUMENTS[fact.id.charAt(0)] as { title: string };
    const { documents } = await world.ask<{ documents: { nodes: { quotes: object[] }[] } }>(
      list(
        'documents',
        `title: { eq: "${document.title}" }`,
        'kind title author publisher section publishedAt province { name } number { symbol } quotes { key text }',
      ),
    );
    const text = TIMES[fact.id] ?? document.title;
    expect(documents.nodes).toMatchObject([document]);
    expect(documents.nodes[0]?.quotes).toContainEqual({ key: fact.quote, text });
  });
});

describe('the regulation of Bình Dương', () => {
  it('has six parties, four requests and one directive, one evaluation in its own words and no grade', async () => {
    const { agreements } = await world.ask<{ agreements: { nodes: object[] } }>(
      list(
        'agreements',
        'kind: { eq: REGULATION }',
        `parties { role } signatories { person { name } } contents { text } objectives { text } supports { ordinal }
         recommendations(first: 9, orderBy: [{ field: TEXT, direction: ASC }]) { nodes { kind state deadline } }
         evaluations(first: 9) { nodes { year grade summary } } events(first: 9) { nodes { kind } } reviewMeetings(first: 9) { totalCount }
         obligations(first: 9) { totalCount } plans(first: 9) { totalCount }`,
      ),
    );
    const [regulation] = agreements.nodes;
    expect(agreements.nodes).toHaveLength(1);
    expect(regulation).toMatchObject({
      parties: [{ role: 'LEAD' }, ...Array.from({ length: 5 }, () => ({ role: 'MEMBER' }))],
      signatories: [],
      contents: [],
      objectives: [],
      supports: [{ ordinal: 1 }],
      evaluations: {
        nodes: [{ year: 2014, grade: null, summary: 'các bên đã hoàn thành nhiệm vụ của tổ chức mình' }],
      },
      reviewMeetings: { totalCount: 1 },
      obligations: { totalCount: 0 },
      plans: { totalCount: 0 },
    });
    const { nodes } = (regulation as { recommendations: { nodes: { kind: string; state: null; deadline: null }[] } })
      .recommendations;
    expect(nodes.map(({ kind }) => kind).toSorted()).toEqual(['DIRECTIVE', 'REQUEST', 'REQUEST', 'REQUEST', 'REQUEST']);
    for (const { state, deadline } of nodes) expect([state, deadline]).toEqual([null, null]);
  });

  it('knows no activity of the Women’s Union but those of all parties, and no movement of its own', async () => {
    interface Held {
      organisation: {
        agreements: { totalCount: number };
        activities: { nodes: { name: string; roles: { organisation: { code: string } }[] }[] };
        movements: { totalCount: number };
        campaigns: { nodes: { roles: object[] }[] };
        evaluations: { totalCount: number };
      };
    }
    const { organisation } = await world.ask<Held>(
      `{ organisation(code: "HPN-74", on: "2015-05-05") { agreements(first: 9) { totalCount } movements(first: 9) { totalCount }
        activities(first: 99) { nodes { name roles { organisation { code } } } } campaigns(first: 9) { nodes { roles { role } } }
        evaluations(first: 9) { totalCount } } }`,
    );
    expect(organisation).toMatchObject({ agreements: { totalCount: 1 }, movements: { totalCount: 0 } });
    const five = ['CCB-74', 'HND-74', 'HPN-74', 'LDLD-74', 'TD-74'];
    const shared = organisation.activities.nodes.map(({ roles }) =>
      roles.map((role) => role.organisation.code).toSorted(),
    );
    expect(shared.toSorted((a, b) => a.length - b.length)).toEqual([five, [...five, 'UBND-74']]);
    expect(organisation.campaigns.nodes).toEqual([{ roles: Array.from({ length: 6 }, () => ({ role: 'LINKED' })) }]);
    expect(organisation.evaluations.totalCount).toBe(0);
    expect(await world.ask(list('activities', 'keeper: { code: { eq: "HPN-74" } }', 'id'))).toEqual({
      activities: { nodes: [] },
    });
  });

  it('joins “Phụ nữ tích cực học tập…” to the labour federation by role, tied to “giỏi việc nước, đảm việc nhà”', async () => {
    const select = `keeper { code } roles { role among organisation { code kind } }
      linkedFrom { movement { name roles { role organisation { code } } } provenance { basis quote { key } } }`;
    const filter = 'name: { contains: "phụ nữ tích cực" }, keeper: { kind: { eq: LDLD } }';
    expect(await world.ask(list('movements', filter, select))).toEqual({
      movements: {
        nodes: [
          {
            keeper: { code: 'LDLD-74' },
            roles: [{ role: 'LINKED', among: 'nữ CNVCLĐ', organisation: { code: 'LDLD-74', kind: 'LDLD' } }],
            linkedFrom: [
              {
                movement: {
                  name: 'giỏi việc nước, đảm việc nhà',
                  roles: [{ role: 'LAUNCHES', organisation: { code: 'LDLD-74' } }],
                },
                provenance: { basis: 'STATED', quote: { key: 'S2-8' } },
              },
            ],
          },
        ],
      },
    });
  });
});

describe('the bodies outside the seven actors', () => {
  it('live as long as their province, under nobody, and stay when the catalogue is loaded again', async () => {
    const bodies = async (): Promise<object[]> =>
      Promise.all(
        ['LHTN-91', 'TINH_UY-91', 'SO_NGANH-74'].map((code) =>
          world.ask<object>(
            `{ organisation(code: "${code}", on: "2015-05-05") { kind name validFrom validTo parent { id } province { name } } }`,
          ),
        ),
      );
    const body = (kind: string, name: string, province: string): object => ({
      organisation: { kind, name, validFrom: null, validTo: '2025-06-30', parent: null, province: { name: province } },
    });
    const wanted = [
      body('LHTN', 'Hội LHTN Việt Nam tỉnh Kiên Giang', 'Tỉnh Kiên Giang'),
      body('TINH_UY', 'Tỉnh ủy Kiên Giang', 'Tỉnh Kiên Giang'),
      body('SO_NGANH', 'Các sở, ngành tỉnh Bình Dương', 'Tỉnh Bình Dương'),
    ];
    expect(await bodies()).toEqual(wanted);
    const owner = await openDataSource({
      url: world.database.ownerUrl,
      entities: rows,
      poolSize: 1,
      applicationName: 'test owner',
    });
    await owner.transaction((tx) => loadCatalogue(tx)).finally(() => owner.destroy());
    expect(await bodies()).toEqual(wanted);
  });
});

describe('entering the articles again', () => {
  it('changes nothing, whatever has been corrected since', async () => {
    const held = (): Promise<object[]> =>
      world.sql(
        'select (select count(*) from record_version), (select count(*) from event), (select count(*) from audit)',
      );
    const before = await held();
    await world.sql(`update source_document set title = 'Đã đính chính' where author = 'Đỗ Quỳnh'`);
    expect(await enterArticles(world)).toBe(0);
    expect(await held()).toEqual(before);
  });

  it('has left one event and one audit row for each record and each body', async () => {
    const counts = (table: string, condition: string): Promise<{ type: string; n: number }[]> =>
      world.sql(
        `select subject_type as type, count(*)::integer as n from ${table} where ${condition} group by 1 order by 1`,
      );
    const audited = await counts('audit', `action = 'loadArticles'`);
    expect(audited).toEqual(
      await counts(
        'event',
        `exists (select 1 from audit a where a.action = 'loadArticles'
      and a.subject_type = event.subject_type and a.subject_id = event.subject_key)`,
      ),
    );
    expect(Object.fromEntries(audited.map(({ type, n }) => [type, n]))).toEqual({
      Activity: 12,
      Agreement: 2,
      AgreementEvent: 3,
      Campaign: 3,
      Evaluation: 1,
      Movement: 4,
      Obligation: 3,
      Organisation: 3,
      Person: 3,
      PolicyReference: 2,
      Recommendation: 5,
      SourceDocument: 2,
      TargetGroup: 15,
    });
  });
});
