import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogueSeeds, type CatalogueSeeds, loadCatalogue } from '../../src/catalogue/load-catalogue.ts';
import { placeNames } from '../../src/catalogue/place/place-name.ts';
import type { PlaceSeed } from '../../src/catalogue/place/place.seed.ts';
import { syncTable, type TableSync } from '../../src/catalogue/table-sync.store.ts';
import type { Tx } from '../../src/ground/database/data-source.ts';
import { openCatalogue, type TestCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
beforeAll(async () => {
  catalogue = await openCatalogue();
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

describe('a table that is made to hold rows', () => {
  const wanted = (rows: object[], more: Partial<TableSync> = {}): TableSync => ({
    table: 'shelf',
    key: ['id'],
    columns: { id: 'integer', owner: 'integer', text: 'text' },
    rows,
    ...more,
  });
  const shelf = async (owner: Tx): Promise<string[]> => {
    const rows: { said: string }[] = await owner.query(
      `select id || ' ' || owner || ' ' || text as said from shelf order by id`,
    );
    return rows.map(({ said }) => said);
  };
  const fill = (owner: Tx): Promise<unknown> =>
    owner.query(`create temporary table shelf (id integer primary key, owner integer, text text, kept boolean not null default false) on commit drop;
      insert into shelf values (1, 1, 'a', false), (2, 2, 'b', true), (3, 3, 'c', true), (4, 4, 'd', false)`);
  const rows = [
    { id: 1, owner: 1, text: 'A' },
    { id: 2, owner: 2, text: 'B' },
    { id: 5, owner: 2, text: 'E' },
    { id: 6, owner: 6, text: 'F' },
  ];

  it('loses what is not wanted and follows what is, without a column to spare by', async () => {
    await undone(async (owner) => {
      await fill(owner);
      expect(await syncTable(owner, wanted(rows, { prune: ['id'] }))).toEqual({ inserted: 2, changed: 2, removed: 2 });
      expect(await shelf(owner)).toEqual(['1 1 A', '2 2 B', '5 2 E', '6 6 F']);
    });
  });

  it('keeps spared rows as they are, and takes no row that a spared one stands for', async () => {
    await undone(async (owner) => {
      await fill(owner);
      const spare = { prune: ['id'], spare: 'kept', instead: ['owner'] } as const;
      expect(await syncTable(owner, wanted(rows, spare))).toEqual({ inserted: 1, changed: 1, removed: 1 });
      expect(await shelf(owner)).toEqual(['1 1 A', '2 2 b', '3 3 c', '6 6 F']);
      expect(await syncTable(owner, wanted(rows, spare))).toEqual({ inserted: 0, changed: 0, removed: 0 });
    });
  });
});

describe('a commune that was registered before the catalogue had it', () => {
  const seeds = catalogueSeeds();
  const [first, second] = seeds.places.filter(({ level, provinceId }) => level === 'COMMUNE' && provinceId === 2091);
  const on = '2026-10-01';
  const merged: PlaceSeed = {
    ...(first as PlaceSeed),
    id: 199_991,
    code: '99991',
    validFrom: on,
    names: [{ ...placeNames('Phường Mới', 'WARD'), validFrom: on, validTo: null }],
  };
  const ended = (seed: PlaceSeed): PlaceSeed => ({
    ...seed,
    validTo: '2026-09-30',
    names: seed.names.map((name) => ({ ...name, validTo: '2026-09-30' })),
  });
  const grown: CatalogueSeeds = {
    ...seeds,
    places: [...seeds.places.map((seed) => (seed === first || seed === second ? ended(seed) : seed)), merged],
    placeEdges: [
      ...seeds.placeEdges,
      ...[first, second].map((seed) => ({
        predecessorId: seed?.id ?? 0,
        successorId: merged.id,
        on,
        type: 'FULL' as const,
      })),
    ],
  };

  it('goes on standing for it, with its key and its edges', async () => {
    await undone(async (owner) => {
      await owner.query(
        `insert into place (id, level, code, province_id, valid_from, registered) values (10000000, 'COMMUNE', '99991', 2091, '${on}', true);
         insert into place_version (place_id, version, parent_id, type, name, name_en, short_name, sort_key, folded, valid_from, registered)
           values (10000000, 1, 2091, 'WARD', 'Phường Mới', 'Moi Ward', 'Mới', 'M', 'phuong moi', '${on}', true);
         update place set valid_to = '2026-09-30', registered = true where id = any ('{${first?.id},${second?.id}}');
         update place_version set valid_to = '2026-09-30', registered = true where place_id = any ('{${first?.id},${second?.id}}');
         insert into place_edge values (${first?.id}, 10000000, '${on}', 'FULL', true)`,
      );
      const load = await loadCatalogue(owner, () => undefined, grown);
      expect([load.inserted, load.changed, load.removed]).toEqual([1, 0, 0]);
      expect(load.tables['place_edge']).toEqual({ inserted: 1, changed: 0, removed: 0 });
      const edges = await owner.query(`select predecessor_id from place_edge where successor_id = 10000000 order by 1`);
      expect(edges).toEqual([{ predecessor_id: first?.id }, { predecessor_id: second?.id }]);
      expect(await owner.query(`select id from place where code = '99991'`)).toEqual([{ id: 10_000_000 }]);
    });
  });

  it('comes as the seeds have it where nobody registered it', async () => {
    await undone(async (owner) => {
      const load = await loadCatalogue(owner, () => undefined, grown);
      expect(load.tables['place']).toEqual({ inserted: 1, changed: 2, removed: 0 });
      expect(await owner.query(`select id from place where code = '99991'`)).toEqual([{ id: merged.id }]);
    });
  });
});
