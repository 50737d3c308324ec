import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import { ANONYMOUS } from '../../src/ground/viewer/viewer.ts';
import { inTurn } from '../support/graph-world.ts';
import { AN_GIANG, openRecordWorld, type RecordWorld } from '../support/record-mutations.ts';

let world: RecordWorld;
let commune: string;
beforeAll(async () => {
  world = await openRecordWorld();
  const [row] = await world.sql<{ id: number }>(
    `select id from place where level = 'COMMUNE' and province_id = $1 order by id limit 1`,
    [AN_GIANG],
  );
  commune = toGlobalId('Place', row?.id ?? 0);
  await founded('Ánh Dương', { sector: 'FDI', founded: { on: '2019-03-01' }, place: commune });
  await founded('Bình Minh', { sector: 'NONSTATE', founded: { earliest: '2019-01-01', latest: '2019-12-31' } });
  const gone = await founded('Cầu Vồng', { sector: 'FDI' });
  const end = { id: gone, expectedVersion: 1, reason: 'Giải thể', on: '2026-01-15' };
  await world.change(world.officer, 'dissolveUnit', end);
}, 60_000);
afterAll(() => world.close());

async function founded(name: string, differences: object): Promise<string> {
  const own = { keeper: world.id('LDLD'), visibility: 'PUBLIC', organisation: world.id('LDLD') };
  const input = { ...own, kind: 'GRASSROOTS_UNION', name, ...differences };
  const { record } = await world.change(world.officer, 'foundUnit', input);
  return String(record?.['id']);
}

describe('the list of units', () => {
  it('is filtered by life, organisation and place, and grouped as SQL would', async () => {
    const names = async (filter: object): Promise<string[]> => {
      const query =
        'query ($filter: OrganisationUnitFilter) { organisationUnits(first: 9, filter: $filter) { nodes { name } } }';
      const { organisationUnits } = await world.ask<{ organisationUnits: { nodes: { name: string }[] } }>(query, {
        filter,
      });
      return organisationUnits.nodes.map(({ name }) => name);
    };
    expect(await names({})).toEqual(['Ánh Dương', 'Bình Minh', 'Cầu Vồng']);
    expect(await names({ living: true })).toEqual(['Ánh Dương', 'Bình Minh']);
    expect(await names({ ended: { gte: '2026-01-01' } })).toEqual(['Cầu Vồng']);
    expect(await names({ endKind: { eq: 'DISSOLVED' } })).toEqual(['Cầu Vồng']);
    expect(await names({ within: commune })).toEqual(['Ánh Dương']);
    expect(await names({ place: { province: { code: { eq: '91' } } } })).toEqual(['Ánh Dương']);
    expect(await names({ organisation: { kind: { eq: 'HPN' } } })).toEqual([]);
    expect(await names({ sector: { in: ['NONSTATE'] } })).toEqual(['Bình Minh']);
    const { organisationUnits } = await world.ask<{ organisationUnits: unknown }>(
      '{ organisationUnits(first: 1) { a: groups(by: [SECTOR, END_KIND], first: 9) { count key { sector endKind } } b: groups(by: [FOUNDED_YEAR, ORGANISATION], first: 9) { count key { foundedYear organisation { code } } } c: groups(by: [PLACE], having: { count: { gt: 1 } }, first: 9) { count key { place { code } } } } }',
    );
    expect(organisationUnits).toEqual({
      a: [
        { count: 1, key: { sector: 'FDI', endKind: 'DISSOLVED' } },
        { count: 1, key: { sector: 'FDI', endKind: null } },
        { count: 1, key: { sector: 'NONSTATE', endKind: null } },
      ],
      b: [
        { count: 2, key: { foundedYear: '2019', organisation: { code: 'LDLD-91' } } },
        { count: 1, key: { foundedYear: null, organisation: { code: 'LDLD-91' } } },
      ],
      c: [{ count: 2, key: { place: null } }],
    });
  });

  it('costs the same number of statements for one as for three, and hangs on organisations', async () => {
    const statements = async (first: number): Promise<number> => {
      const { read: reading } = world.contextOf(ANONYMOUS);
      world.pools.statements.splice(0);
      await world.ask(
        'query ($first: Int!) { organisationUnits(first: $first) { nodes { name place { name } organisation { units(first: 2) { totalCount nodes { name predecessors { unit { name } } } } } successors { unit { name } } } } }',
        { first },
        world.contextOf(ANONYMOUS, { read: inTurn(reading) }),
      );
      return world.pools.statements.splice(0).length;
    };
    expect(await statements(3)).toBe(await statements(1));
    expect(
      await world.ask(
        '{ organisation(code: "LDLD-91") { units(first: 9, filter: { living: false }) { nodes { name } } } }',
      ),
    ).toEqual({
      organisation: { units: { nodes: [{ name: 'Cầu Vồng' }] } },
    });
  });
});
