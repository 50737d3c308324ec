import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts';
import { openDataSource } from '../../src/ground/database/data-source.ts';
import { ANONYMOUS } from '../../src/ground/viewer/viewer.ts';
import { rows } from '../../src/rows.ts';
import { viewerOf } from '../support/graph-world.ts';
import {
  faultsOf,
  KIEN_GIANG,
  openRegistrationWorld,
  place,
  type RegistrationWorld,
} from '../support/registrations.ts';

let world: RegistrationWorld;
beforeEach(async () => {
  world = await openRegistrationWorld();
}, 60_000);
afterEach(() => world.close());

describe('a merger of communes', () => {
  it('ends them the day before and joins them whole to a new one, which may take over a code', async () => {
    const [a, b] = await world.communes(2091, KIEN_GIANG);
    const { thing, userErrors, codes } = await world.mergePlaces({
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
    const edge = { on: '2026-10-01', extent: 'FULL', place: { validTo: '2026-09-30' } };
    expect(thing?.['predecessors']).toMatchObject([edge, edge]);

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
    const [a, b, c] = await world.communes(2091, KIEN_GIANG);
    const input = { predecessors: [a?.id], into: b?.id, idempotencyKey: 'sáp-nhập-1' };
    const first = await world.mergePlaces(input);
    expect(first.thing).toMatchObject({
      id: b?.id,
      code: b?.code,
      validFrom: '2025-07-01',
      validTo: null,
      predecessors: [{ place: { code: a?.code } }],
    });
    expect((await world.mergePlaces(input)).thing).toEqual(first.thing);
    expect(await world.traces()).toHaveLength(2);
    expect(faultsOf(await world.mergePlaces({ predecessors: [a?.id], into: c?.id, on: '2026-11-01' }))).toEqual([
      ['BAD_USER_INPUT', ['predecessors', '0']],
    ]);
  });

  it('knows no former province where its parts came from two', async () => {
    const [[a], [b]] = [await world.communes(2091, KIEN_GIANG), await world.communes(2091, 1089)];
    await world.mergePlaces({
      predecessors: [a?.id, b?.id],
      founded: { code: '99991', type: 'COMMUNE', name: 'Xã Giáp Ranh' },
    });
    expect(await world.sql('select legacy_province_id as legacy from place where id >= 10000000')).toEqual([
      { legacy: null },
    ]);
  });

  it('is refused whole where anything is wrong with it', async () => {
    const [a, b, c] = await world.communes(2091, KIEN_GIANG);
    const [far] = await world.communes(2079, 1079);
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
      [{ predecessors: [a?.id, place(199999)], founded }, ['predecessors', '1']],
      [{ predecessors: two, into: place(199999) }, ['into']],
      [{ predecessors: two, founded, on: '2025-07-01' }, ['predecessors', '0']],
      [{ predecessors: two, founded, on: '0001-01-01' }, ['on']],
      [{ predecessors: two, founded: { ...founded, code: '9999' } }, ['founded', 'code']],
      [{ predecessors: two, founded: { ...founded, code: c?.code } }, ['founded', 'code']],
      [{ predecessors: two, founded: { ...founded, name: 'Xã Mới' } }, ['founded', 'name']],
      [{ predecessors: two, founded, reason: ' ' }, ['reason']],
    ];
    for (const [input, path] of cases) {
      const done = await world.mergePlaces(input);
      expect([input, faultsOf(done)]).toEqual([input, [['BAD_USER_INPUT', path]]]);
    }
    const provinces = await world.mergePlaces({ predecessors: [place(2091), place(2079)], founded });
    expect(provinces.userErrors[0]?.message).toContain('danh mục của hệ thống');
    expect((await world.mergePlaces({ predecessors: two, founded }, ANONYMOUS)).codes).toEqual(['UNAUTHENTICATED']);
    for (const viewer of [world.officer, viewerOf('REVIEWER', { provinces: [2091] })])
      expect((await world.mergePlaces({ predecessors: two, founded }, viewer)).codes).toEqual(['FORBIDDEN']);
    expect(await world.traces()).toEqual([]);
    expect(await world.sql('select id from place where registered')).toEqual([]);
  });
});

describe('loading the catalogue again', () => {
  it('leaves alone what was registered: nothing is altered, taken away or doubled', async () => {
    const [a, b, c, d] = await world.communes(2091, KIEN_GIANG);
    const founded = { code: a?.code, type: 'WARD', name: 'Phường Mới' };
    const done = [
      await world.mergePlaces({ predecessors: [a?.id, b?.id], founded }),
      await world.mergePlaces({ predecessors: [c?.id], into: d?.id, on: '2026-11-01' }),
      await world.register({ kind: 'LHTN', province: place(2091), name: 'Hội Liên hiệp Thanh niên' }),
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
