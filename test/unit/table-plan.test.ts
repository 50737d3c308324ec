import { describe, expect, it } from '@jest/globals';
import type { IndicatorQuery } from '../../src/answer/table/indicator-query.input.ts';
import { kindsFor, parseQuery } from '../../src/answer/table/plan.ts';
import { toGlobalId } from '../../src/ground/gql/node.ts';

const query = (differences: object): IndicatorQuery => ({
  indicators: ['LD_MEMBERS'],
  places: { codes: ['91'] },
  periods: { keys: ['2026-01'] },
  ...differences,
});
const columns = (periods: object): string[] =>
  parseQuery(query({ periods })).columns.map((one) => `${one.key} ${one.kind} ${one.dataFrom} ${one.dataTo}`);

describe('the columns of a table', () => {
  it('are the keys in the order of the query, each once', () => {
    expect(columns({ keys: ['2026-S1', '2026-01', '2026-S1'] })).toEqual([
      '2026-S1 HALF_YEAR 2025-12-15 2026-06-14',
      '2026-01 MONTH 2025-12-15 2026-01-14',
    ]);
  });

  it('are one for each period of a grain, ends included, or one for the whole window', () => {
    expect(columns({ from: '2026-Q1', to: '2026-Q2', grain: 'QUARTER' })).toHaveLength(2);
    expect(columns({ from: '2026-Q1', to: '2026-Q2' })).toEqual(['2026-Q1/2026-Q2 null 2025-12-15 2026-06-14']);
  });

  it('are a nominal period where both ends are the same', () => {
    expect(columns({ from: '2026-06', to: '2026-06' })).toEqual(['2026-06 MONTH 2026-05-15 2026-06-14']);
  });

  it.each([
    {},
    { keys: [] },
    { from: '2026-01' },
    { keys: ['2026'], from: '2026', to: '2026' },
    { from: '2026-02', to: '2026-01' },
  ])('cannot be %j', (periods) => {
    expect(() => parseQuery(query({ periods }))).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });
});

describe('the places and the day on which they are read', () => {
  it('is the last day of the latest period, unless it is given', () => {
    expect(parseQuery(query({ periods: { keys: ['2026-S1', '2026-01'] } })).on).toBe('2026-06-14');
    expect(parseQuery(query({ places: { codes: ['91'], on: '2025-06-30' } })).on).toBe('2025-06-30');
  });

  it('are chosen in exactly one way', () => {
    const within = toGlobalId('Place', 91);
    expect(parseQuery(query({ places: { within, level: 'COMMUNE' } })).choice).toEqual({
      by: 'within',
      root: 91,
      level: 'COMMUNE',
    });
    expect(parseQuery(query({ places: { codes: ['91', '01', '91'] } })).choice).toEqual({
      by: 'codes',
      codes: ['91', '01'],
    });
    for (const places of [{}, { within }, { level: 'COMMUNE' }, { codes: [] }, { codes: ['91'], all: 'PROVINCE' }]) {
      expect(() => parseQuery(query({ places }))).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
    }
  });
});

describe('the organisations that answer', () => {
  const indicator = {
    id: 1,
    code: 'X',
    version: 1,
    timeRule: 'SUM',
    placeRule: 'SUM',
    owners: ['HPN', 'TD'],
    disclosure: 'PUBLIC',
    countedBy: 'REPORT',
    primaryForm: null,
  };
  const asked = (organisations?: string[]) => parseQuery(query({ organisations })).reporters;

  it('are the owners, or those of the kinds asked for that own the indicator', () => {
    expect(kindsFor(indicator, asked())).toEqual(['HPN', 'TD']);
    expect(kindsFor(indicator, asked(['LDLD', 'TD', 'HPN-91']))).toEqual(['TD', 'HPN']);
  });

  it('are narrowed to codes only in kinds that are not asked for whole', () => {
    expect(asked(['TD', 'TD-91', 'HPN-91', 'HPN-01'])?.codes).toEqual(
      new Map([['HPN', new Set(['HPN-91', 'HPN-01'])]]),
    );
  });
});
