import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts';
import { openDataSource } from '../../src/ground/database/data-source.ts';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import { ANONYMOUS, LOCAL_OPERATOR, type Viewer } from '../../src/ground/viewer/viewer.ts';
import { rows } from '../../src/rows.ts';
import { viewerOf } from '../support/graph-world.ts';
import { openRecordWorld, type RecordWorld } from '../support/record-mutations.ts';

let world: RecordWorld;
beforeEach(async () => {
  world = await openRecordWorld();
}, 60_000);
afterEach(() => world.close());

interface Done {
  thing: Record<string, unknown> | null;
  userErrors: { code: string; path: string[]; message: string }[];
  codes: unknown[];
}

const PLACE =
  'id code name type level validFrom validTo province { code } parent { code } predecessors { on extent place { code name validTo } } successors { place { code name } }';
const BODY =
  'id code kind name abbreviation validFrom validTo province { code } parent { code } predecessors { on extent organisation { code validTo } } successors { organisation { name } }';

async function run(mutation: string, input: object, viewer: Viewer): Promise<Done> {
  const place = mutation === 'registerPlaceMerger';
  const field = place ? 'place' : 'organisation';
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await world.answer(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${field} { ${place ? PLACE : BODY} } userErrors { code path message } } }`,
    { input },
    world.contextOf(viewer),
  );
  const payload = (data as Record<string, Record<string, unknown> | null> | null)?.[mutation];
  return {
    thing: (payload?.[field] as Done['thing']) ?? null,
    userErrors: (payload?.['userErrors'] as Done['userErrors']) ?? [],
    codes: errors.map(({ code, message }) => code ?? message),
  };
}

const mergePlaces = (input: object, viewer = LOCAL_OPERATOR): Promise<Done> =>
  run('registerPlaceMerger', { on: '2026-10-01', reason: 'Nghị quyết sắp xếp đơn vị hành chính', ...input }, viewer);
const register = (input: object, viewer = LOCAL_OPERATOR): Promise<Done> =>
  run('registerOrganisation', { nameEn: 'A body', abbreviation: 'Tên tắt', ...input }, viewer);
const mergeBodies = (input: object, viewer = LOCAL_OPERATOR): Promise<Done> =>
  run('registerOrganisationMerger', { on: '2026-10-01', reason: 'Quyết định sắp xếp', ...input }, viewer);

const place = (id: number): string => toGlobalId('Place', id);
const commune = (code: number): string => place(100_000 + code);
const KIEN_GIANG = 1091;

async function communes(province: number, legacy: number): Promise<{ id: string; code: string; name: string }[]> {
  const found = await world.sql<{ id: number; code: string; name: string }>(
    `select p.id, p.code, v.name from place p join place_version v on v.place_id = p.id
     where p.level = 'COMMUNE' and p.province_id = $1 and p.legacy_province_id = $2 order by p.id limit 4`,
    [province, legacy],
  );
  return found.map(({ id, ...rest }) => ({ id: place(id), ...rest }));
}

const faultsOf = ({ userErrors }: Done): unknown[] => userErrors.map(({ code, path }) => [code, path]);

describe('a merger of communes', () => {
  it('ends them the day before and joins them whole to a new one, which may take over a code', async () => {
    const [a, b] = await communes(2091, KIEN_GIANG);
    const { thing, userErrors, codes } = await mergePlaces({
      predecessors: [b?.id, a?.id],
      founded: { code: a?.code, type: 'WARD', name: 'Phường Đông Hồ Mới' },
    });
    expect([userErrors, codes]).toEqual([[], []]);
    expect(thing).toMatchObject({
      code: a?.code,
      name: 'Phường Đông Hồ Mới',
      type: 'WARD',
      level: 'COMMUNE',
      validFrom: '2026-10-01',
      validTo: null,
      province: { code: '91' },
      parent: { code: '91' },
    });
    expect((thing?.['predecessors'] as object[]).length).toBe(2);
    for (const edge of thing?.['predecessors'] as object[])
      expect(edge).toMatchObject({ on: '2026-10-01', extent: 'FULL', place: { validTo: '2026-09-30' } });

    const on = await world.ask<Record<'before' | 'after', { id: string; name: string; successors: unknown[] }>>(
      'query ($code: String!) { before: place(code: $code, on: "2026-09-30") { id name successors { place { name } } } after: place(code: $code, on: "2026-10-01") { id name successors { on } } }',
      { code: a?.code },
    );
    expect(on.before).toEqual({ id: a?.id, name: a?.name, successors: [{ place: { name: 'Phường Đông Hồ Mới' } }] });
    expect(on.after).toEqual({ id: thing?.['id'], name: 'Phường Đông Hồ Mới', successors: [] });
    const count =
      'query ($on: Date) { places(first: 1, on: $on, filter: { level: { eq: COMMUNE }, province: { code: { eq: "91" } } }) { totalCount } }';
    expect(await world.ask(count, { on: '2026-09-30' })).toEqual({ places: { totalCount: 102 } });
    expect(await world.ask(count, { on: '2026-10-01' })).toEqual({ places: { totalCount: 101 } });
    const legacy = await world.sql(`select legacy_province_id as legacy from place where id >= 10000000`);
    expect(legacy).toEqual([{ legacy: KIEN_GIANG }]);
    expect(await world.traces()).toEqual(['PLACES_MERGED Place 1', 'registerPlaceMerger Place']);
  });

  it('lets one live on that takes another over, once for its key', async () => {
    const [a, b, c] = await communes(2091, KIEN_GIANG);
    const input = { predecessors: [a?.id], into: b?.id, idempotencyKey: 'sáp-nhập-1' };
    const first = await mergePlaces(input);
    expect(first.thing).toMatchObject({
      id: b?.id,
      code: b?.code,
      validFrom: '2025-07-01',
      validTo: null,
      predecessors: [{ place: { code: a?.code } }],
    });
    expect((await mergePlaces(input)).thing).toEqual(first.thing);
    expect(await world.traces()).toHaveLength(2);
    expect(faultsOf(await mergePlaces({ predecessors: [a?.id], into: c?.id, on: '2026-11-01' }))).toEqual([
      ['BAD_USER_INPUT', ['predecessors', '0']],
    ]);
  });

  it('knows no former province where its parts came from two', async () => {
    const [[a], [b]] = [await communes(2091, KIEN_GIANG), await communes(2091, 1089)];
    await mergePlaces({
      predecessors: [a?.id, b?.id],
      founded: { code: '99991', type: 'COMMUNE', name: 'Xã Giáp Ranh' },
    });
    expect(await world.sql('select legacy_province_id as legacy from place where id >= 10000000')).toEqual([
      { legacy: null },
    ]);
  });

  it('is refused whole where anything is wrong with it', async () => {
    const [a, b, c] = await communes(2091, KIEN_GIANG);
    const [far] = await communes(2079, 1079);
    const founded = { code: '99991', type: 'WARD', name: 'Phường Mới' };
    const two = [a?.id, b?.id];
    const cases: [object, string[]][] = [
      [{ predecessors: [place(2091), place(2079)], founded }, ['predecessors']],
      [{ predecessors: [a?.id], into: place(2091) }, ['predecessors']],
      [{ predecessors: [a?.id, far?.id], founded }, ['predecessors']],
      [{ predecessors: two }, ['into']],
      [{ predecessors: two, into: c?.id, founded }, ['into']],
      [{ predecessors: [a?.id], founded }, ['predecessors']],
      [{ predecessors: [a?.id, a?.id], founded }, ['predecessors']],
      [{ predecessors: two, into: a?.id }, ['predecessors']],
      [{ predecessors: [a?.id, world.id('LDLD')], founded }, ['predecessors', '1']],
      [{ predecessors: [a?.id, commune(99_999)], founded }, ['predecessors', '1']],
      [{ predecessors: two, into: commune(99_999) }, ['into']],
      [{ predecessors: two, founded, on: '2025-07-01' }, ['predecessors', '0']],
      [{ predecessors: two, founded, on: '0001-01-01' }, ['on']],
      [{ predecessors: two, founded: { ...founded, code: '9999' } }, ['founded', 'code']],
      [{ predecessors: two, founded: { ...founded, code: c?.code } }, ['founded', 'code']],
      [{ predecessors: two, founded: { ...founded, name: 'Xã Mới' } }, ['founded', 'name']],
      [{ predecessors: two, founded, reason: ' ' }, ['reason']],
    ];
    for (const [input, path] of cases) {
      const done = await mergePlaces(input);
      expect([input, faultsOf(done)]).toEqual([input, [['BAD_USER_INPUT', path]]]);
    }
    const provinces = await mergePlaces({ predecessors: [place(2091), place(2079)], founded });
    expect(provinces.userErrors[0]?.message).toContain('danh mục của hệ thống');
    expect((await mergePlaces({ predecessors: two, founded }, ANONYMOUS)).codes).toEqual(['UNAUTHENTICATED']);
    for (const viewer of [world.officer, viewerOf('REVIEWER', { provinces: [2091] })])
      expect((await mergePlaces({ predecessors: two, founded }, viewer)).codes).toEqual(['FORBIDDEN']);
    expect(await world.traces()).toEqual([]);
    expect(await world.sql('select id from place where registered')).toEqual([]);
  });
});

describe('a body outside the seven', () => {
  it('is registered with a code of its kind and province, and lives as long as its province unless told otherwise', async () => {
    const { thing } = await register({
      kind: 'LHTN',
      province: place(KIEN_GIANG),
      name: 'Hội Liên hiệp Thanh niên Việt Nam tỉnh Kiên Giang',
    });
    expect(thing).toMatchObject({
      code: 'LHTN-91',
      kind: 'LHTN',
      validFrom: null,
      validTo: '2025-06-30',
      province: { code: '91' },
      parent: null,
    });
    const department = await register({
      kind: 'SO_NGANH',
      province: place(2091),
      letters: 'SNV',
      name: 'Sở Nội vụ tỉnh An Giang',
      parent: world.id('UBND'),
      validFrom: '2025-07-01',
    });
    expect(department.thing).toMatchObject({
      code: 'SO_NGANH-91-SNV',
      validFrom: '2025-07-01',
      validTo: null,
      parent: { code: 'UBND-91' },
    });
    const now = await register({
      kind: 'LHTN',
      province: place(2091),
      name: 'Hội Liên hiệp Thanh niên Việt Nam tỉnh An Giang',
    });
    expect(now.thing).toMatchObject({ code: 'LHTN-91', validFrom: '2025-07-01' });
    expect(
      (await register({ kind: 'KHAC', province: place(1), letters: 'TLD', name: 'Tổng Liên đoàn Lao động Việt Nam' }))
        .thing,
    ).toMatchObject({ code: 'KHAC-VN-TLD' });
    const found = await world.ask<unknown>(
      `{ then: organisation(code: "LHTN-91", on: "2018-07-10") { name } now: organisation(code: "LHTN-91") { name }
        organisations(first: 9, filter: { kind: { in: [LHTN, SO_NGANH] }, name: { contains: "an giang" } }) { nodes { code } } }`,
    );
    expect(found).toEqual({
      then: { name: 'Hội Liên hiệp Thanh niên Việt Nam tỉnh Kiên Giang' },
      now: { name: 'Hội Liên hiệp Thanh niên Việt Nam tỉnh An Giang' },
      organisations: { nodes: [{ code: 'LHTN-91' }, { code: 'SO_NGANH-91-SNV' }] },
    });
    expect((await world.traces()).filter((trace) => trace.startsWith('ORG'))).toHaveLength(4);
    expect((await world.traces()).filter((trace) => trace.startsWith('register'))).toHaveLength(4);
  });

  it('is refused with the path where an input is wrong', async () => {
    const body = { kind: 'LHTN', province: place(2091), name: 'Hội Liên hiệp Thanh niên' };
    await register(body);
    const cases: [object, string[]][] = [
      [body, ['letters']],
      [{ ...body, letters: 'AG' }, ['letters']],
      [{ ...body, kind: 'KHAC' }, ['letters']],
      [{ ...body, kind: 'SO_NGANH', letters: 'snv' }, ['letters']],
      [{ ...body, kind: 'TINH_UY', province: commune(30_760) }, ['province']],
      [{ ...body, kind: 'TINH_UY', province: world.id('TD') }, ['province']],
      [{ ...body, kind: 'TINH_UY', name: ' ' }, ['name']],
      [{ ...body, kind: 'TINH_UY', parent: toGlobalId('Organisation', 7) }, ['parent']],
      [{ ...body, kind: 'TINH_UY', validFrom: '2020-01-01' }, ['validFrom']],
      [{ ...body, kind: 'TINH_UY', validFrom: '2026-02-01', validTo: '2026-01-01' }, ['validFrom']],
    ];
    for (const [input, path] of cases)
      expect([input, faultsOf(await register(input))]).toEqual([input, [['BAD_USER_INPUT', path]]]);
    expect((await register({ ...body, kind: 'TINH_UY' }, world.officer)).codes).toEqual(['FORBIDDEN']);
    expect(await world.traces()).toHaveLength(2);
  });

  it('reports nothing: tables and forms know the seven alone', async () => {
    await register({ kind: 'LHTN', province: place(2091), name: 'Hội Liên hiệp Thanh niên' });
    const table = `{ indicatorTable(query: { indicators: ["LD_GU"], places: { codes: ["91"] }, periods: { keys: ["2026"] }, organisations: ["LHTN-91"] }) { series { exact } } }`;
    expect((await world.answer(table)).errors.map(({ code }) => code)).toEqual(['BAD_USER_INPUT']);
    expect(
      await world.ask(
        '{ organisation(code: "LHTN-91") { membership(period: "2026") { period { key } } } indicators(first: 1, filter: {}) { nodes { owners } } }',
      ),
    ).toMatchObject({ organisation: { membership: null } });
  });

  it('goes into another with its kind, across provinces, and keeps what it was', async () => {
    const youth = (province: number, name: string): Promise<Done> =>
      register({ kind: 'LHTN', province: place(province), name });
    const [a, b] = [await youth(KIEN_GIANG, 'Hội LHTN Kiên Giang'), await youth(1089, 'Hội LHTN An Giang (cũ)')];
    const predecessors = [a.thing?.['id'], b.thing?.['id']];
    const { thing, userErrors } = await mergeBodies({
      predecessors,
      on: '2025-07-01',
      founded: {
        kind: 'LHTN',
        province: place(2091),
        name: 'Hội LHTN An Giang',
        nameEn: 'Youth Federation',
        abbreviation: 'Hội LHTN',
      },
    });
    expect(userErrors).toEqual([]);
    expect(thing).toMatchObject({
      code: 'LHTN-91',
      validFrom: '2025-07-01',
      predecessors: [
        { on: '2025-07-01', extent: 'FULL', organisation: { code: 'LHTN-89', validTo: '2025-06-30' } },
        { organisation: { code: 'LHTN-91', validTo: '2025-06-30' } },
      ],
    });
    expect((await world.traces()).filter((trace) => trace.includes('erge'))).toEqual([
      'registerOrganisationMerger Organisation',
    ]);
    expect((await world.traces()).filter((trace) => trace.includes('MERGED'))).toEqual([
      'ORGANISATIONS_MERGED Organisation 1',
    ]);
    const again = await mergeBodies({ predecessors, into: thing?.['id'], on: '2025-07-01' });
    expect(faultsOf(again)).toEqual([['BAD_USER_INPUT', ['predecessors', '0']]]);
    const actors = await mergeBodies({ predecessors: [world.id('TD')], into: thing?.['id'] });
    expect(faultsOf(actors)).toEqual([['BAD_USER_INPUT', ['predecessors']]]);
    expect(actors.userErrors[0]?.message).toContain('Bảy tổ chức');
    expect((await mergeBodies({ predecessors: [thing?.['id']], into: predecessors[0] }, world.officer)).codes).toEqual([
      'FORBIDDEN',
    ]);
  });
});

describe('loading the catalogue again', () => {
  it('leaves alone what was registered: nothing is altered, taken away or doubled', async () => {
    const [a, b, c, d] = await communes(2091, KIEN_GIANG);
    const founded = { code: a?.code, type: 'WARD', name: 'Phường Mới' };
    const done = [
      await mergePlaces({ predecessors: [a?.id, b?.id], founded }),
      await mergePlaces({ predecessors: [c?.id], into: d?.id, on: '2026-11-01' }),
      await register({ kind: 'LHTN', province: place(2091), name: 'Hội Liên hiệp Thanh niên' }),
    ];
    expect(done.map(({ userErrors }) => userErrors)).toEqual([[], [], []]);
    const tables = [
      'place',
      'place_version',
      'place_edge',
      'organisation',
      'organisation_version',
      'organisation_edge',
    ];
    const all = (): Promise<unknown[]> =>
      Promise.all(tables.map((table) => world.sql(`select * from ${table} order by 1, 2, 3`)));
    const before = await all();
    const owner = await openDataSource({
      url: world.database.ownerUrl,
      entities: rows,
      poolSize: 1,
      applicationName: 'test load',
    });
    try {
      const load = await owner.transaction((tx) => loadCatalogue(tx));
      expect([load.inserted, load.changed, load.removed]).toEqual([0, 0, 0]);
    } finally {
      await owner.destroy();
    }
    expect(await all()).toEqual(before);
  });
});
