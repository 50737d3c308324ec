import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import {
  faultsOf,
  KIEN_GIANG,
  openRegistrationWorld,
  place,
  type Registered,
  type RegistrationWorld,
} from '../support/registrations.ts';

let world: RegistrationWorld;
beforeEach(async () => {
  world = await openRegistrationWorld();
}, 60_000);
afterEach(() => world.close());

describe('a body outside the seven', () => {
  it('is registered with a code of its kind and province, and lives as long as its province unless told otherwise', async () => {
    const { thing } = await world.register({
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
    const department = await world.register({
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
    const now = await world.register({
      kind: 'LHTN',
      province: place(2091),
      name: 'Hội Liên hiệp Thanh niên Việt Nam tỉnh An Giang',
    });
    expect(now.thing).toMatchObject({ code: 'LHTN-91', validFrom: '2025-07-01' });
    expect(
      (
        await world.register({
          kind: 'KHAC',
          province: place(1),
          letters: 'TLD',
          name: 'Tổng Liên đoàn Lao động Việt Nam',
        })
      ).thing,
    ).toMatchObject({ code: 'KHAC-VN-TLD' });
    const found = await world.ask<unknown>(
      `{ before: organisation(code: "LHTN-91", on: "2018-07-10") { name } now: organisation(code: "LHTN-91") { name }
        organisations(first: 9, filter: { kind: { in: [LHTN, SO_NGANH] }, name: { contains: "an giang" } }) { nodes { code } } }`,
    );
    expect(found).toEqual({
      before: { name: 'Hội Liên hiệp Thanh niên Việt Nam tỉnh Kiên Giang' },
      now: { name: 'Hội Liên hiệp Thanh niên Việt Nam tỉnh An Giang' },
      organisations: { nodes: [{ code: 'LHTN-91' }, { code: 'SO_NGANH-91-SNV' }] },
    });
    expect((await world.traces()).filter((trace) => trace.startsWith('ORG'))).toHaveLength(4);
    expect((await world.traces()).filter((trace) => trace.startsWith('register'))).toHaveLength(4);
  });

  it('is refused with the path where an input is wrong', async () => {
    const body = { kind: 'LHTN', province: place(2091), name: 'Hội Liên hiệp Thanh niên' };
    await world.register(body);
    const cases: [object, string[]][] = [
      [body, ['letters']],
      [{ ...body, letters: 'AG' }, ['letters']],
      [{ ...body, kind: 'KHAC' }, ['letters']],
      [{ ...body, kind: 'SO_NGANH', letters: 'snv' }, ['letters']],
      [{ ...body, kind: 'TINH_UY', province: place(130760) }, ['province']],
      [{ ...body, kind: 'TINH_UY', province: world.id('TD') }, ['province']],
      [{ ...body, kind: 'TINH_UY', name: ' ' }, ['name']],
      [{ ...body, kind: 'TINH_UY', parent: toGlobalId('Organisation', 7) }, ['parent']],
      [{ ...body, kind: 'TINH_UY', validFrom: '2020-01-01' }, ['validFrom']],
      [{ ...body, kind: 'TINH_UY', validFrom: '2026-02-01', validTo: '2026-01-01' }, ['validFrom']],
    ];
    for (const [input, path] of cases)
      expect([input, faultsOf(await world.register(input))]).toEqual([input, [['BAD_USER_INPUT', path]]]);
    expect((await world.register({ ...body, kind: 'TINH_UY' }, world.officer)).codes).toEqual(['FORBIDDEN']);
    expect(await world.traces()).toHaveLength(2);
  });

  it('reports nothing: tables and forms know the seven alone', async () => {
    await world.register({ kind: 'LHTN', province: place(2091), name: 'Hội Liên hiệp Thanh niên' });
    const table = `{ indicatorTable(query: { indicators: ["LD_GU"], places: { codes: ["91"] }, periods: { keys: ["2026"] }, organisations: ["LHTN-91"] }) { series { exact } } }`;
    expect((await world.answer(table)).errors.map(({ code }) => code)).toEqual(['BAD_USER_INPUT']);
    expect(
      await world.ask(
        '{ organisation(code: "LHTN-91") { membership(period: "2026") { period { key } } } indicators(first: 1, filter: {}) { nodes { owners } } }',
      ),
    ).toMatchObject({ organisation: { membership: null } });
  });

  it('goes into another with its kind, across provinces, and keeps what it was', async () => {
    const youth = (province: number, name: string): Promise<Registered> =>
      world.register({ kind: 'LHTN', province: place(province), name });
    const [a, b] = [await youth(KIEN_GIANG, 'Hội LHTN Kiên Giang'), await youth(1089, 'Hội LHTN An Giang (cũ)')];
    const predecessors = [a.thing?.['id'], b.thing?.['id']];
    const { thing, userErrors } = await world.mergeBodies({
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
    const again = await world.mergeBodies({ predecessors, into: thing?.['id'], on: '2025-07-01' });
    expect(faultsOf(again)).toEqual([['BAD_USER_INPUT', ['predecessors', '0']]]);
    const actors = await world.mergeBodies({ predecessors: [world.id('TD')], into: thing?.['id'] });
    expect(faultsOf(actors)).toEqual([['BAD_USER_INPUT', ['predecessors']]]);
    expect(actors.userErrors[0]?.message).toContain('Bảy tổ chức');
    expect(
      (await world.mergeBodies({ predecessors: [thing?.['id']], into: predecessors[0] }, world.officer)).codes,
    ).toEqual(['FORBIDDEN']);
  });
});
