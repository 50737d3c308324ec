import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { breakdownStore } from '../../src/catalogue/breakdown/breakdown.store.ts';
import { formStore } from '../../src/catalogue/form/form.store.ts';
import { indicatorStore } from '../../src/catalogue/indicator/indicator.store.ts';
import { catalogueSeeds, type CatalogueSeeds, loadCatalogue } from '../../src/catalogue/load-catalogue.ts';
import { organisationStore } from '../../src/catalogue/organisation/organisation.store.ts';
import { periodStore } from '../../src/catalogue/period/period.store.ts';
import { placeStore } from '../../src/catalogue/place/place.store.ts';
import type { Tx } from '../../src/ground/database/data-source.ts';
import { parsePeriodKey, type Period } from '../../src/ground/period/period.ts';
import { openCatalogue, type TestCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
let tx: Tx;

beforeAll(async () => {
  catalogue = await openCatalogue();
  tx = catalogue.reader.manager;
});
afterAll(() => catalogue.close());

const undo = new Error('undo');

/** Works in the owner's transaction and undoes it, so that tests do not meet. */
async function undone(work: (owner: Tx) => Promise<void>): Promise<void> {
  const running = catalogue.owner.transaction(async (owner) => {
    await work(owner);
    throw undo;
  });
  await running.catch((fault: unknown) => {
    if (fault !== undo) throw fault;
  });
}

function period(key: string): Period {
  const found = parsePeriodKey(key);
  if (!found) throw new Error(key);
  return found;
}

describe('loading the catalogue', () => {
  it('fills empty tables and says how many rows went where', async () => {
    await undone(async (owner) => {
      await owner.query(`truncate place, place_version, place_edge, place_tile, organisation, organisation_version,
        organisation_edge, indicator, indicator_version, form, form_version cascade`);
      const heard: string[] = [];
      const load = await loadCatalogue(owner, (text) => heard.push(text));
      expect(load.tables['place']).toEqual({ inserted: 1 + 86 + 3321, changed: 0, removed: 0 });
      expect(load.tables['organisation']).toEqual({ inserted: 86 * 7, changed: 0, removed: 0 });
      expect(load.tables['place_tile']?.inserted).toBe(36);
      expect(load.changed + load.removed).toBe(0);
      expect(heard).toContain('place: 3408 inserted, 0 changed, 0 removed');
    });
  });

  it('changes nothing when it runs again', async () => {
    await undone(async (owner) => {
      const heard: string[] = [];
      const load = await loadCatalogue(owner, (text) => heard.push(text));
      expect([load.inserted, load.changed, load.removed, heard]).toEqual([0, 0, 0, []]);
    });
  });

  it('is refused to the hub’s own login', async () => {
    const seeds = catalogueSeeds();
    const changed = { ...seeds, forms: seeds.forms.map((form) => ({ ...form, titleEn: 'Another' })) };
    await expect(catalogue.hub.transaction((hub) => loadCatalogue(hub, undefined, changed))).rejects.toThrow(
      'permission denied',
    );
  });

  it('makes version 2 of a changed indicator and keeps version 1', async () => {
    await undone(async (owner) => {
      const seeds = withIndicator('LD_MEMBERS', { unit: 'đoàn viên' });
      const load = await loadCatalogue(owner, undefined, seeds);
      expect(load.tables['indicator']).toEqual({ inserted: 0, changed: 1, removed: 0 });
      expect(load.tables['indicator_version']).toEqual({ inserted: 1, changed: 0, removed: 0 });
      const [now] = await indicatorStore.byCodes(owner, ['LD_MEMBERS']);
      expect(now).toMatchObject({ unit: 'đoàn viên', version: 2 });
      const versions = (await owner.query(
        `select version, definition ->> 'unit' as unit from indicator_version where indicator_id = $1 order by version`,
        [now?.id],
      )) as unknown;
      expect(versions).toEqual([
        { version: 1, unit: 'người' },
        { version: 2, unit: 'đoàn viên' },
      ]);
      expect(await loadCatalogue(owner, undefined, seeds)).toMatchObject({ inserted: 0, changed: 0, removed: 0 });
      expect((await loadCatalogue(owner)).tables['indicator_version']?.inserted).toBe(1);
      expect((await indicatorStore.byCodes(owner, ['LD_MEMBERS']))[0]?.version).toBe(3);
    });
  });

  it('makes version 2 of a changed form, whose kept text says so itself', async () => {
    await undone(async (owner) => {
      const seeds = catalogueSeeds();
      const forms = seeds.forms.map((form) => (form.code === 'LDLD-01' ? { ...form, titleEn: 'Changed' } : form));
      const before = await formStore.current(owner, 'LDLD-01');
      await loadCatalogue(owner, undefined, { ...seeds, forms });
      const after = await formStore.current(owner, 'LDLD-01');
      expect(before).toMatchObject({ version: 1, spec: { version: 1 } });
      expect(after).toMatchObject({ id: before?.id, version: 2, spec: { version: 2, titleEn: 'Changed' } });
      const again = await loadCatalogue(owner, undefined, { ...seeds, forms });
      expect(again).toMatchObject({ inserted: 0, changed: 0, removed: 0 });
    });
  });

  it('gives a new form the next number and leaves the others theirs', async () => {
    await undone(async (owner) => {
      const seeds = catalogueSeeds();
      const [first] = seeds.forms;
      if (!first) throw new Error('no forms');
      const before = await formStore.current(owner, 'HPN-01');
      await loadCatalogue(owner, undefined, { ...seeds, forms: [{ ...first, code: 'AAA-01' }, ...seeds.forms] });
      expect((await formStore.current(owner, 'AAA-01'))?.id).toBe(seeds.forms.length + 1);
      expect((await formStore.current(owner, 'HPN-01'))?.id).toBe(before?.id);
    });
  });

  it('corrects a name in place, and takes back a version that a correction made superfluous', async () => {
    await undone(async (owner) => {
      const seeds = catalogueSeeds();
      const places = seeds.places.map((place) =>
        place.id === 1046
          ? { ...place, names: place.names.slice(1).map((name) => ({ ...name, validFrom: null })) }
          : place,
      );
      const load = await loadCatalogue(owner, undefined, { ...seeds, places });
      expect(load.tables['place_version']).toEqual({ inserted: 0, changed: 1, removed: 1 });
      expect(await placeStore.byCodeOn(owner, '46', '2020-01-01')).toMatchObject({ name: 'Thành phố Huế' });
    });
  });

  it('exchanges two tiles', async () => {
    await undone(async (owner) => {
      const seeds = catalogueSeeds();
      const [a, b, ...rest] = seeds.placeTiles;
      if (!a || !b) throw new Error('no tiles');
      const placeTiles = [{ ...a, column: b.column, row: b.row }, { ...b, column: a.column, row: a.row }, ...rest];
      const load = await loadCatalogue(owner, undefined, { ...seeds, placeTiles });
      expect(load.tables['place_tile']).toEqual({ inserted: 2, changed: 0, removed: 2 });
    });
  });
});

function withIndicator(code: string, change: object): CatalogueSeeds {
  const seeds = catalogueSeeds();
  return { ...seeds, indicators: seeds.indicators.map((one) => (one.code === code ? { ...one, ...change } : one)) };
}

describe('places by code and day', () => {
  it.each([
    ['91', '2025-06-30', 1091, 'Tỉnh Kiên Giang'],
    ['91', '2025-07-01', 2091, 'Tỉnh An Giang'],
    ['89', '2025-06-30', 1089, 'Tỉnh An Giang'],
    ['46', '2024-12-31', 1046, 'Tỉnh Thừa Thiên Huế'],
    ['46', '2025-01-01', 1046, 'Thành phố Huế'],
    ['75', '2026-04-29', 2075, 'Tỉnh Đồng Nai'],
    ['75', '2026-04-30', 2075, 'Thành phố Đồng Nai'],
    ['20333', '2026-11-23', 120333, 'Đặc khu Hoàng Sa'],
    ['VN', '1990-01-01', 1, 'Việt Nam'],
  ])('%s on %s is place %i, %s', async (code, on, id, name) => {
    expect(await placeStore.byCodeOn(tx, code, on)).toMatchObject({ id, name });
  });

  it.each([
    ['89', '2025-07-01'],
    ['20333', '2025-06-30'],
    ['00', '2026-01-01'],
    ['91\0', '2026-01-01'],
  ])('%j names nothing on %s', async (code, on) => {
    expect(await placeStore.byCodeOn(tx, code, on)).toBeNull();
  });

  it('shows an ended place as on its last day, whatever later day is asked', async () => {
    expect(await placeStore.byIdsOn(tx, [{ id: 1074, on: '2026-11-23' }])).toMatchObject([
      { id: 1074, on: '2026-11-23', name: 'Tỉnh Bình Dương', validTo: '2025-06-30' },
    ]);
  });

  it('follows a province back to all it came from', async () => {
    expect(await placeStore.lineage(tx, 2091)).toEqual([2091, 1089, 1091]);
    expect(await placeStore.lineage(tx, 1001)).toEqual([1001]);
  });

  it('lists a province with its living communes', async () => {
    const areas = await placeStore.areasOf(tx, 2091, '2026-06-14');
    expect(areas).toHaveLength(103);
    expect(areas[0]).toEqual({ id: 2091, code: '91', name: 'Tỉnh An Giang' });
    expect(areas.find(({ code }) => code === '31078')?.name).toBe('Đặc khu Phú Quốc');
    expect(await placeStore.areasOf(tx, 1091, '2025-06-14')).toEqual([
      { id: 1091, code: '91', name: 'Tỉnh Kiên Giang' },
    ]);
    expect(await placeStore.areasOf(tx, 1091, '2026-06-14')).toEqual([]);
  });
});

describe('organisations by code and day', () => {
  it('ends Bình Dương’s actors on 30 June 2025 with successors in Thành phố Hồ Chí Minh', async () => {
    for (const kind of ['LDLD', 'HPN', 'TD', 'HND', 'CCB', 'UBND', 'MTTQ']) {
      const last = await organisationStore.byCodeOn(tx, `${kind}-74`, '2025-06-30');
      expect(last).toMatchObject({ kind, validTo: '2025-06-30', provinceId: 1074 });
      expect(await organisationStore.byCodeOn(tx, `${kind}-74`, '2025-07-01')).toBeNull();
      const heir = await organisationStore.byCodeOn(tx, `${kind}-79`, '2025-07-01');
      const edges = await organisationStore.edges(tx, 'successors', [last?.id ?? 0]);
      expect(edges).toEqual([{ of: last?.id, other: heir?.id, on: '2025-07-01', extent: 'FULL' }]);
      expect(await organisationStore.lineage(tx, heir?.id ?? 0)).toContain(last?.id);
    }
  });

  it.each([
    ['LDLD-91', '2025-06-30', 'Liên đoàn Lao động tỉnh Kiên Giang'],
    ['LDLD-91', '2025-07-01', 'Liên đoàn Lao động tỉnh An Giang'],
    ['TD-75', '2026-04-29', 'Tỉnh đoàn Đồng Nai'],
    ['TD-75', '2026-04-30', 'Thành đoàn Đồng Nai'],
  ])('%s on %s is %s', async (code, on, name) => {
    expect(await organisationStore.byCodeOn(tx, code, on)).toMatchObject({ name });
  });

  it('puts the five under the Fatherland Front on 1 July 2025, and no others', async () => {
    const under = async (code: string, on: string): Promise<number | null | undefined> =>
      (await organisationStore.byCodeOn(tx, code, on))?.parentId;
    expect(await under('HND-01', '2025-06-30')).toBeNull();
    expect(await under('HND-01', '2025-07-01')).toBe(10017);
    expect(await under('UBND-01', '2025-07-01')).toBeNull();
    expect(await under('MTTQ-01', '2025-07-01')).toBeNull();
  });
});

describe('periods and breakdowns', () => {
  it('gives each its id in the order asked, and the same id the next time', async () => {
    const asked = ['2026-Q1', '2026-S1', '2026-Q1'].map(period);
    const early = { ...period('2026-S1'), dataTo: '2026-05-31' };
    const first = await periodStore.ensure(catalogue.hub.manager, [...asked, early]);
    expect(new Set(first).size).toBe(3);
    expect(first[0]).toBe(first[2]);
    expect(await periodStore.ensure(catalogue.hub.manager, [early, ...asked])).toEqual([
      first[3],
      first[0],
      first[1],
      first[0],
    ]);
    const keys = ['', 'sector=FDI', 'sector=FDI;sex=FEMALE', 'sector=FDI'];
    const [whole, ...parts] = await breakdownStore.ensure(catalogue.hub.manager, keys);
    expect(whole).toBe(0);
    expect(parts[0]).toBe(parts[2]);
    expect(await breakdownStore.ensure(catalogue.hub.manager, keys)).toEqual([whole, ...parts]);
  });

  it('gives twenty at once the same id', async () => {
    const one = period('2031-9M');
    const at = Array.from({ length: 20 }, () => catalogue.hub.transaction((hub) => periodStore.ensure(hub, [one])));
    expect(new Set((await Promise.all(at)).flat()).size).toBe(1);
  });

  it('lists every indicator by id', async () => {
    const all = await indicatorStore.all(tx);
    expect(all.map(({ id }) => id)).toEqual(catalogueSeeds().indicators.map(({ id }) => id));
    expect(all[0]).toMatchObject({ code: 'LD_MEMBERS', owners: ['LDLD'], timeRule: 'LAST', version: 1 });
  });
});
