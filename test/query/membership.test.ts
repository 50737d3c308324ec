import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { periodBefore } from '../../src/answer/membership/period-before.ts';
import { ANONYMOUS, LOCAL_OPERATOR, type Viewer } from '../../src/ground/viewer/viewer.ts';
import { inTurn, viewerOf } from '../support/graph-world.ts';
import { openReportWorld, type ReportWorld } from '../support/report-builder.ts';

let world: ReportWorld;
let own: { id: number; provinceId: number };

beforeAll(async () => {
  world = await openReportWorld();
  const month = (kind: string, place: string, period: string, figures: Record<string, string>) => ({
    form: `${kind}-01`,
    kind,
    place,
    period,
    figures: { [place]: figures },
  });
  await world.bring(
    month('LDLD', '91', '2026-01', { LD_MEMBERS: '100', 'LD_MEMBERS sex=FEMALE': '40' }),
    month('LDLD', '91', '2026-02', {
      LD_MEMBERS: '108',
      LD_MEMBERS_ADMITTED: '10',
      LD_MEMBERS_LEFT: '2',
      'LD_MEMBERS sex=FEMALE': '44~',
      'LD_MEMBERS_ADMITTED sector=FDI': '3',
    }),
    month('LDLD', '01', '2026-01', { LD_MEMBERS: '10' }),
    month('LDLD', '01', '2026-02', { LD_MEMBERS: '12', LD_MEMBERS_ADMITTED: '3.5', LD_MEMBERS_LEFT: '0' }),
    month('HPN', '91', '2026-01', { PN_MEMBERS: '500' }),
    month('HPN', '91', '2026-02', { PN_MEMBERS: '512', PN_MEMBERS_NEW: '12' }),
    month('CCB', '91', '2026-01', { CCB_MEMBERS: '50' }),
    month('CCB', '91', '2026-02', { CCB_MEMBERS: '51', CCB_MEMBERS_NEW: '3', CCB_DECEASED: '2' }),
  );
  const [row] = await world.sql<{ id: number; provinceId: number }>(
    `select id, province_id as "provinceId" from organisation where code = 'LDLD-91' and valid_to is null`,
  );
  if (!row) throw new Error('No LDLD-91.');
  own = row;
}, 60_000);
afterAll(() => world.close());

interface Row {
  exact: string | null;
  status: string;
}
interface Membership {
  members: Row | null;
  membersBefore: Row | null;
  admitted: Row | null;
  left: Row | null;
  balance: string | null;
  parts?: (Membership & { breakdown: string[] })[];
}
const VALUE = '{ exact status }';
const VALUES = `members ${VALUE} membersBefore ${VALUE} admitted ${VALUE} left ${VALUE} balance`;
const ONE = `query ($code: String!, $on: Date, $period: PeriodKey!) { organisation(code: $code, on: $on) { membership(period: $period) { period { key } ${VALUES} } } }`;

async function of(
  code: string,
  viewer: Viewer = ANONYMOUS,
  period = '2026-02',
  on?: string,
): Promise<Membership | null> {
  const variables = { code, period, ...(on ? { on } : {}) };
  const { organisation } = await world.ask<{ organisation: { membership: Membership | null } }>(
    ONE,
    variables,
    world.contextOf(viewer),
  );
  return organisation.membership;
}

/** As `108 OK | 100 OK | 10 OK | 2 OK | 0`: members, before, admitted, left, balance; – where there is no such figure. */
function line(membership: Membership | null): string | null {
  if (membership === null) return null;
  const { members, membersBefore, admitted, left, balance } = membership;
  const rows = [members, membersBefore, admitted, left].map((row) => (row ? `${row.exact} ${row.status}` : '–'));
  return [...rows, String(balance)].join(' | ');
}

describe('the membership of an organisation', () => {
  it('tells members now and before, admitted, left, and whether they agree', async () => {
    expect(line(await of('LDLD-91'))).toBe('108 OK | 100 OK | 10 OK | 2 OK | 0');
  });

  it('shows the difference where the figures do not agree, exactly', async () => {
    expect(line(await of('LDLD-01'))).toBe('12 OK | 10 OK | 3.5 OK | 0 OK | 1.5');
  });

  it('leaves out what a kind of organisation does not report, and has no balance then', async () => {
    expect(line(await of('HPN-91'))).toBe('512 OK | 500 OK | 12 OK | – | null');
  });

  it('has no balance where a figure is missing or restricted', async () => {
    expect(line(await of('LDLD-91', ANONYMOUS, '2026-01'))).toBe(
      '100 OK | null MISSING | null MISSING | null MISSING | null',
    );
    expect(line(await of('CCB-91'))).toBe('51 OK | 50 OK | 3 OK | null RESTRICTED | null');
    expect(line(await of('CCB-91', viewerOf('ANALYST')))).toBe('51 OK | 50 OK | 3 OK | 2 OK | 0');
  });

  it('is null where there are no members: the People’s Committee and the Front', async () => {
    expect([await of('UBND-91', LOCAL_OPERATOR), await of('MTTQ-91', LOCAL_OPERATOR)]).toEqual([null, null]);
  });

  it('is that of the very organisation: one that has ended does not answer with the figures of the next of its code', async () => {
    expect(line(await of('LDLD-91', ANONYMOUS, '2026-02', '2025-01-01'))).toBe(
      'null NOT_APPLICABLE | null NOT_APPLICABLE | null NOT_APPLICABLE | null NOT_APPLICABLE | null',
    );
  });

  it('says the same as the indicator table, value by value with all that is known about it', async () => {
    const row = `{ indicator { code } place { code name } organisation { code name } organisationKind period { key } status source synthetic value exact difference
      missing formulaVersion coverage { received nilReturns empty placesExpected placesReceived days daysCovered } contributions(first: 9) { nodes { exact cell period { key } } } }`;
    const { organisation } = await world.ask<{ organisation: { membership: Record<string, object> } }>(
      `{ organisation(code: "LDLD-91") { membership(period: "2026-Q1") { members ${row} membersBefore ${row} admitted ${row} left ${row} } } }`,
    );
    const { indicatorTable } = await world.ask<{ indicatorTable: { rows: { nodes: object[] } } }>(
      `query ($query: IndicatorQuery!) { indicatorTable(query: $query) { rows(first: 9) { nodes ${row} } } }`,
      {
        query: {
          indicators: ['LD_MEMBERS', 'LD_MEMBERS_ADMITTED', 'LD_MEMBERS_LEFT'],
          places: { codes: ['91'], on: '2026-03-14' },
          periods: { keys: ['2026-Q1', '2025-Q4'] },
        },
      },
    );
    const [members, before, admitted, , left] = indicatorTable.rows.nodes;
    expect(organisation.membership).toEqual({ members, membersBefore: before, admitted, left });
    expect(members).toMatchObject({ exact: '108', status: 'CARRIED' });
  });
});

describe('parts of a membership', () => {
  const PARTS = `query ($first: Int!) { organisations(first: $first, filter: { code: { in: ["LDLD-91", "LDLD-01"] } }, orderBy: [{ field: CODE, direction: DESC }]) {
    nodes { code membership(period: "2026-02") { parts { breakdown ${VALUES} } } } } }`;
  const partsFor = async (viewer: Viewer): Promise<string[]> => {
    const { organisations } = await world.ask<{ organisations: { nodes: { code: string; membership: Membership }[] } }>(
      PARTS,
      { first: 2 },
      world.contextOf(viewer),
    );
    return organisations.nodes.flatMap(({ code, membership }) =>
      (membership.parts ?? []).map((part) => `${code} ${part.breakdown.join(';')}: ${line(part)}`),
    );
  };
  const all = ['LDLD-91 sector=FDI: – | – | 3 OK | – | null', 'LDLD-91 sex=FEMALE: 44 ESTIMATE | 40 OK | – | – | null'];

  it('are shown to the organisation, its reviewers and administrators', async () => {
    expect(await partsFor(viewerOf('OFFICER', { organisations: [own.id] }))).toEqual(all);
    expect(await partsFor(viewerOf('LEADER', { organisations: [own.id] }))).toEqual(all);
    expect(await partsFor(viewerOf('REVIEWER', { provinces: [own.provinceId] }))).toEqual(all);
    expect(await partsFor(LOCAL_OPERATOR)).toEqual(all);
  });

  it('are shown to nobody else: public, partners, analysts, other organisations, other reviewers', async () => {
    for (const viewer of [
      ANONYMOUS,
      viewerOf('PARTNER', { organisations: [own.id], provinces: [own.provinceId] }),
      viewerOf('ANALYST', { organisations: [own.id], provinces: [own.provinceId] }),
      viewerOf('OFFICER', { organisations: [own.id + 1] }),
      viewerOf('REVIEWER', { provinces: [own.provinceId + 1] }),
    ]) {
      expect([viewer.role, await partsFor(viewer)]).toEqual([viewer.role, []]);
    }
  });

  it('come with the cells they are made of, and with no other part’s', async () => {
    const { organisation } = await world.ask<{
      organisation: { membership: { parts: { breakdown: string[]; members: { contributions: object } | null }[] } };
    }>(
      `{ organisation(code: "LDLD-91") { membership(period: "2026-02") { parts { breakdown members { contributions(first: 9) { totalCount nodes { exact period { key } } } } } } } }`,
      {},
      world.contextOf(viewerOf('OFFICER', { organisations: [own.id] })),
    );
    expect(organisation.membership.parts[1]).toEqual({
      breakdown: ['sex=FEMALE'],
      members: { contributions: { totalCount: 1, nodes: [{ exact: '44', period: { key: '2026-02' } }] } },
    });
  });
});

describe('memberships of many organisations', () => {
  it('cost the same number of statements for 100 as for 1, parts included', async () => {
    const query = `query ($filter: OrganisationFilter) { organisations(first: 100, filter: $filter) { nodes { membership(period: "2026-02") { ${VALUES.replaceAll(
      VALUE,
      '{ exact place { code } organisation { code } contributions(first: 1) { totalCount } }',
    )} parts { balance } } } } }`;
    const names = async (filter: object, viewer: Viewer): Promise<string[]> => {
      const { read, snapshot } = world.contextOf(viewer);
      world.pools.statements.splice(0);
      await world.ask(query, { filter }, world.contextOf(viewer, { read: inTurn(read), snapshot }));
      return world.pools.statements
        .splice(0)
        .map((text) => text.slice(0, 40))
        .sort();
    };
    for (const viewer of [ANONYMOUS, LOCAL_OPERATOR])
      expect(await names({}, viewer)).toEqual(await names({ code: { eq: 'LDLD-91' } }, viewer));
  }, 60_000);
});

describe('the period at whose end another opens', () => {
  it.each([
    ['2026-02', '2026-01'],
    ['2026-01', '2025-12'],
    ['2026-Q2', '2026-Q1'],
    ['2026-Q1', '2025-Q4'],
    ['2026-S1', '2025'],
    ['2026-9M', '2025'],
    ['2026', '2025'],
  ])('of %s is %s, and ends the day before it begins', (key, before) => {
    expect(periodBefore(key)?.key).toBe(before);
  });

  it('is none before the first year that the hub knows', () => {
    expect([periodBefore('1900-01'), periodBefore('2026-01/2026-04')]).toEqual([null, null]);
  });
});
