import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { golden, statementsText } from '../support/golden.ts';
import { openReportWorld, type ReportWorld } from '../support/report-builder.ts';

let world: ReportWorld;
beforeAll(async () => {
  world = await openReportWorld();
  const ward = (flow: string, stock: string): Record<string, string> => ({ T_FLOW: flow, T_STOCK: stock });
  await world.bring(
    {
      form: 'T-AREA',
      place: '91',
      period: '2026-01',
      figures: { '30292': ward('NOT_ARISEN', '97.50'), '30307': ward('10', '40') },
    },
    {
      form: 'T-AREA',
      place: '91',
      period: '2026-02',
      figures: { '30292': ward('50', '98'), '30307': ward('40~', 'NOT_ARISEN') },
    },
    { form: 'T-ROWS', place: '91', period: '2026-Q1', figures: { '91': ward('101', '140') } },
    { form: 'T-ROWS', place: '01', period: '2026-01', figures: { '01': ward('7', '8') } },
  );
  await world.bring({ form: 'T-ROWS', place: '01', period: '2026-01', figures: { '01': ward('6', '8') } });
});
afterAll(() => world.close());

const QUERIES: Record<string, { source: string; query: object }> = {
  dashboard: {
    source: `query ($query: IndicatorQuery!) { indicatorTable(query: $query) {
      periods { key dataFrom dataTo } freshness { unnumbered }
      series { indicator { code unit } place { code name } organisation { code } organisationKind values exact statuses } } }`,
    query: {
      indicators: ['T_FLOW', 'T_STOCK', 'T_PCT'],
      places: { codes: ['91', '01', '30292', 'VN'] },
      periods: { from: '2026-01', to: '2026-03', grain: 'MONTH' },
    },
  },
  analyst: {
    source: `query ($query: IndicatorQuery!) { indicatorTable(query: $query) { rows(first: 20) { totalCount pageInfo { hasNextPage } nodes {
      indicator { code } place { code name } organisation { code name } period { key label } status source synthetic exact difference missing formulaVersion
      coverage { received nilReturns empty placesExpected placesReceived days daysCovered }
      contributions(first: 10) { totalCount nodes { exact missing status place { code } period { key } version sheet cell printed fileSha256 submitter { code } } } } } } }`,
    query: {
      indicators: ['T_FLOW', 'T_STOCK'],
      places: { codes: ['91', '01'] },
      periods: { keys: ['2026-Q1', '2026-02'] },
    },
  },
};

describe('typical tables', () => {
  it.each(Object.keys(QUERIES))('%s: its statements and its answer are the committed ones', async (name) => {
    const { source, query } = QUERIES[name] ?? { source: '', query: {} };
    world.pools.statements.splice(0);
    const answer = `${JSON.stringify(await world.ask(source, { query }), null, 2)}\n`;
    const statements = statementsText(world.pools.statements.splice(0));
    expect(answer).toBe(await golden(`query/table.golden/${name}.json`, answer));
    expect(statements).toBe(await golden(`query/table.golden/${name}.sql`, statements));
  });
});
