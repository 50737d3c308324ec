import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openReportWorld, type ReportWorld, type TestQuery } from '../support/report-builder.ts';

let world: ReportWorld;
beforeAll(async () => {
  world = await openReportWorld();
});
afterAll(() => world.close());

describe('what is refused', () => {
  const refused = (query: Partial<TestQuery>): Promise<unknown> => {
    const asked = world.table({ indicators: ['T_FLOW'], places: ['91'], periods: ['2026-01'], ...query });
    return asked.then(
      () => null,
      (error: { extensions: object; message: string }) => ({ ...error.extensions, message: error.message }),
    );
  };

  it('names every unknown code of a query at once', async () => {
    const query = {
      indicators: ['T_FLOW', 'NOWHERE', 'NOTHING'],
      places: ['91', '00', '98'],
      organisations: ['HPN', 'TD-00'],
    };
    expect(await refused(query)).toMatchObject({
      code: 'BAD_USER_INPUT',
      faults: [
        { en: expect.stringContaining('NOWHERE, NOTHING') },
        { en: expect.stringContaining('00, 98') },
        { en: expect.stringContaining('TD-00') },
      ],
    });
  });

  it('names what cannot be read at once, too', async () => {
    const query = {
      indicators: [],
      places: { codes: ['91'], all: 'PROVINCE' as never },
      periods: { keys: [] },
      organisations: ['XX', 'YY-91'],
    };
    const answer = (await refused(query)) as { code: string; faults: { en: string }[] };
    expect(answer.code).toBe('BAD_USER_INPUT');
    expect(answer.faults.map(({ en }) => en.split(' ')[0])).toEqual([
      'indicators',
      'periods.keys',
      'places',
      'organisations:',
    ]);
    expect(answer.faults.at(-1)?.en).toContain('“XX”, “YY-91”');
    expect(await refused({ organisations: [] })).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('refuses places that are none, and a single organisation for the nation', async () => {
    expect(await refused({ places: { within: 'nothing', level: 'COMMUNE' as never } })).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    expect(await refused({ places: { all: 'COMMUNE' as never, on: '2025-06-30' } })).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    expect(await refused({ places: ['VN'], organisations: ['HPN-91'] })).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('refuses a sum over the nation that has no meaning, and names the right question', async () => {
    const answer = (await refused({ indicators: ['PH_BUDGET', 'T_FLOW'], places: ['VN'] })) as {
      code: string;
      indicators: string[];
      message: string;
    };
    expect(answer).toMatchObject({ code: 'NO_MEANING', indicators: ['PH_BUDGET'] });
    expect(answer.message).toContain('places: { all: PROVINCE }');
    expect(await refused({ indicators: ['T_LONE'], places: ['91'] })).toBeNull();
  });

  it('refuses more than 100,000 values, with their number', async () => {
    const years = { from: '2020-01', to: '2026-12', grain: 'MONTH' as never };
    expect(await refused({ places: { all: 'COMMUNE' as never, on: '2026-01-01' }, periods: years })).toMatchObject({
      code: 'TOO_MANY_VALUES',
      values: 3321 * 84,
      limit: 100_000,
    });
    expect(
      await refused({
        places: { all: 'COMMUNE' as never },
        periods: { from: '2025-01', to: '2027-06', grain: 'MONTH' as never },
      }),
    ).toBeNull();
  });
});
