import { type AnsweredTable, answerTable } from '../../src/answer/table/answer-table.ts';
import { contributions, type ContributionRow } from '../../src/answer/table/contribution.store.ts';
import type { IndicatorQuery } from '../../src/answer/table/indicator-query.input.ts';
import { breakdownStore } from '../../src/catalogue/breakdown/breakdown.store.ts';
import { periodStore } from '../../src/catalogue/period/period.store.ts';
import type { Context } from '../../src/ground/gql/context.ts';
import { appendEvent } from '../../src/ground/outbox/outbox.store.ts';
import { type Period, parsePeriodKey } from '../../src/ground/period/period.ts';
import { ANONYMOUS, LOCAL_OPERATOR, type Viewer } from '../../src/ground/viewer/viewer.ts';
import { insertFigures, type NewFigure } from '../../src/report/figure/figure.store.ts';
import { publishReport, type Published } from '../../src/report/review/publish.ts';
import { type Verification, verifyTotals } from '../../src/report/total/verify.ts';
import { insertVersion, lockReport } from '../../src/report/version/report.store.ts';
import { insertUpload } from '../../src/report/version/upload.store.ts';
import { type GraphWorld, openGraphWorld } from './graph-world.ts';

/** One figure of a report: a number, or a reason (`BLANK`, `NOT_ARISEN` …); an estimate ends in `~`, as `12.5~`. */
export type Entry = string;

/** A report as a test writes it down. */
export interface TestReport {
  /** `T-AREA` lists wards, `T-ROWS` and `T-TWO` are for one place. */
  form: string;
  /** Code of the place it is for. */
  place: string;
  /** A key, or a key with the days of its data where an organisation closes otherwise. */
  period: string | { key: string; from: string; to: string };
  /** By code of place and code of indicator, with the part it is of where it is one: `LD_MEMBERS sex=FEMALE`. */
  figures: Readonly<Record<string, Readonly<Record<string, Entry>>>>;
  /** Kind of the organisation; HPN without. */
  kind?: string;
}

/** A report that came in, not yet published. */
export interface Entered {
  provinceId: number;
  reportId: string;
  version: number;
}

/** The graph with indicators and forms of its own, and reports that come in without a workbook. */
export interface ReportWorld extends GraphWorld {
  /** Brings a report in by the steps of intake that follow the reading of cells. */
  enter(report: TestReport): Promise<Entered>;
  publish(entered: Entered, context?: Context): Promise<Published>;
  /** Both at once. */
  bring(...reports: TestReport[]): Promise<Published>;
  table(query: TestQuery, viewer?: Viewer): Promise<AnsweredTable>;
  /** Every cell that a value is made of, as of the table's snapshot. */
  leaves(table: AnsweredTable, series: number, column: number): Promise<ContributionRow[]>;
  verify(): Promise<Verification>;
  placeId(code: string, on?: string): Promise<number>;
  /** Forgets every report, as the owner of the tables. */
  empty(): Promise<void>;
}

/** A query with short words: places and periods as they are most often asked. */
export type TestQuery = Omit<Partial<IndicatorQuery>, 'places' | 'periods'> & {
  indicators: string[];
  places: string[] | IndicatorQuery['places'];
  periods: string[] | IndicatorQuery['periods'];
};

/** Indicators of the tests: code, time rule, place rule, disclosure, primary form, numerator, denominator. T_BOTH is reported by the women's and the youth union, the others by the former. */
const INDICATORS = [
  ['T_FLOW', 'SUM', 'SUM', 'PUBLIC', null, null, null],
  ['T_STOCK', 'LAST', 'SUM', 'PUBLIC', null, null, null],
  ['T_MAIN', 'SUM', 'SUM', 'PUBLIC', 'T-TWO', null, null],
  ['T_PCT', 'RECOMPUTE', 'RECOMPUTE', 'PUBLIC', null, 'T_FLOW', 'T_STOCK'],
  ['T_STATE', 'SUM', 'SUM', 'STATE', null, null, null],
  ['T_LONE', 'SUM', 'NONE', 'PUBLIC', null, null, null],
  ['T_BOTH', 'SUM', 'SUM', 'PUBLIC', null, null, null],
] as const;
const FORMS = ['T-AREA', 'T-ROWS', 'T-TWO'] as const;
const SHA = 'a'.repeat(64);

/** Clones a database, adds the test's indicators and forms, and opens the graph over it. */
export async function openReportWorld(): Promise<ReportWorld> {
  const world = await openGraphWorld();
  await addCatalogue(world);
  const { idOf, lifeOf } = lookUps(world);
  const admin = (): Context => world.contextOf(LOCAL_OPERATOR);
  const read = (viewer: Viewer): Context => world.contextOf(viewer);
  const enter = async (report: TestReport): Promise<Entered> => {
    const period = periodOf(report.period);
    const place = await lifeOf('place', report.place, period.dataTo);
    const organisation = await lifeOf('organisation', `${report.kind ?? 'HPN'}-${place.provinceCode}`, period.dataTo);
    const cells: Omit<NewFigure, 'periodId' | 'dataTo'>[] = [];
    for (const [code, row] of Object.entries(report.figures)) {
      const figurePlace = await lifeOf('place', code, period.dataTo);
      for (const [indicator, entry] of Object.entries(row)) {
        const cell = `${String.fromCharCode(66 + cells.length / 60)}${2 + (cells.length % 60)}`;
        cells.push({
          placeId: figurePlace.id,
          indicatorId: await idOf('indicator', indicator.split(' ')[0] ?? ''),
          cell,
          ...entryOf(entry),
          breakdown: indicator.split(' ')[1] ?? '',
        });
      }
    }
    const formId = await idOf('form', report.form);
    return admin().write(async (tx) => {
      const [periodId = 0] = await periodStore.ensure(tx, [period]);
      await breakdownStore.ensure(
        tx,
        cells.map(({ breakdown }) => breakdown),
      );
      const identity = {
        provinceId: place.provinceId,
        formId,
        organisationId: organisation.id,
        placeId: place.id,
        periodId,
        dataTo: period.dataTo,
      };
      const uploadId = await insertUpload(tx, {
        ...identity,
        sha256: SHA,
        fileName: null,
        byteSize: null,
        state: 'ACCEPTED',
        issues: [],
        uploadedBy: 'test',
      });
      const locked = await lockReport(tx, identity);
      const key = { provinceId: locked.provinceId, reportId: locked.id, version: locked.latestVersion + 1 };
      const content = cells.some((cell) => cell.value !== null)
        ? 'RECEIVED'
        : cells.some((cell) => cell.missing === 'NOT_ARISEN')
          ? 'NIL_RETURN'
          : 'EMPTY';
      const version = {
        ...key,
        organisationId: organisation.id,
        formVersion: 1,
        uploadId,
        fileSha256: SHA,
        synthetic: false,
      };
      await insertVersion(tx, { ...version, content, createdBy: 'test' });
      await insertFigures(
        tx,
        { ...key, organisationId: organisation.id, formId },
        cells.map((cell) => ({ ...cell, periodId, dataTo: period.dataTo })),
      );
      const subject = { subjectType: 'Report', subjectKey: `${locked.provinceId}:${locked.id}`, version: key.version };
      await appendEvent(tx, {
        type: 'REPORT_RECEIVED',
        provinceId: locked.provinceId,
        organisationId: organisation.id,
        ...subject,
        exposure: 0,
        actor: 'test',
      });
      return key;
    });
  };
  const publish = (entered: Entered, context = admin()): Promise<Published> =>
    publishReport(context, {
      provinceId: entered.provinceId,
      reportId: entered.reportId,
      expectedVersion: entered.version,
      reason: 'test',
    });
  return {
    ...world,
    enter,
    publish,
    async bring(...reports) {
      let last: Published | undefined;
      for (const report of reports) last = await publish(await enter(report));
      if (!last) throw new Error('bring needs at least one report');
      return last;
    },
    table: (query, viewer = ANONYMOUS) => read(viewer).snapshot((tx) => answerTable(tx, viewer, queryOf(query))),
    leaves: (table, series, column) => {
      const asked = table.series[series];
      const sources = asked?.cells[column]?.sources ?? [];
      const ask = { indicatorId: asked?.indicator.id ?? 0, sources, after: 0, size: 100_000 };
      return read(LOCAL_OPERATOR).read((tx) => contributions(tx, table.position.snapshot, [ask]));
    },
    verify: () => admin().snapshot((tx) => verifyTotals(tx)),
    placeId: async (code, on = '2026-06-14') => (await lifeOf('place', code, on)).id,
    empty: () =>
      // Records lead to reports: emptying those tables too, as truncate would, takes longer than the rows.
      world
        .sql(
          ['total', 'figure', 'report_version', 'upload', 'report', 'event', 'audit']
            .map((table) => `delete from ${table}`)
            .join('; '),
        )
        .then(() => undefined),
  };
}

/** The query as the graph would hand it over. */
function queryOf({ places, periods, ...rest }: TestQuery): IndicatorQuery {
  return {
    ...rest,
    places: Array.isArray(places) ? { codes: places } : places,
    periods: Array.isArray(periods) ? { keys: periods } : periods,
  };
}

/** The exact values and statuses of one series, as `170 OK`, `null MISSING BLANK`; an added-up value ends in `+`. */
export function lineOf(table: AnsweredTable, series = 0): string[] {
  return (table.series[series]?.cells ?? []).map((cell) => {
    const why = cell.missing === null ? '' : ` ${cell.missing}`;
    return `${cell.exact} ${cell.status}${why}${cell.exact !== null && !cell.reported ? ' +' : ''}`;
  });
}

function periodOf(period: TestReport['period']): Period {
  const nominal = parsePeriodKey(typeof period === 'string' ? period : period.key);
  if (!nominal) throw new Error(`“${JSON.stringify(period)}” is no period`);
  return typeof period === 'string' ? nominal : { ...nominal, dataFrom: period.from, dataTo: period.to };
}

function entryOf(entry: Entry): Omit<NewFigure, 'placeId' | 'indicatorId' | 'periodId' | 'dataTo' | 'cell'> {
  const common = { measure: 'IN_PERIOD', breakdown: '', qualifier: null, sheet: 'Biểu', printed: entry };
  if (/^[A-Z]/.test(entry)) return { ...common, value: null, missing: entry, status: 'OFFICIAL' };
  return {
    ...common,
    value: entry.replace('~', ''),
    missing: null,
    status: entry.endsWith('~') ? 'ESTIMATE' : 'OFFICIAL',
  };
}

interface Life {
  id: number;
  provinceId: number;
  provinceCode: string;
}

/** What codes stand for; each is asked once. */
function lookUps(world: GraphWorld): {
  idOf(table: 'indicator' | 'form', code: string): Promise<number>;
  lifeOf(table: 'place' | 'organisation', code: string, on: string): Promise<Life>;
} {
  const known = new Map<string, Life>();
  const one = async (text: string, values: string[]): Promise<Life> => {
    const key = `${text} ${values.join(' ')}`;
    const row = known.get(key) ?? (await world.sql<Life & Record<string, unknown>>(text, values))[0];
    if (!row) throw new Error(`the catalogue has nothing for ${values.join(' on ')}`);
    known.set(key, row);
    return row;
  };
  return {
    idOf: async (table, code) => (await one(`select id from ${table} where code = $1`, [code])).id,
    lifeOf: (table, code, on) =>
      one(
        `select t.id, coalesce(t.province_id, t.id) as "provinceId", p.code as "provinceCode" from ${table} t
           join place p on p.id = coalesce(t.province_id, ${table === 'place' ? 't.id' : 'null'})
         where t.code = $1 and coalesce(t.valid_from, '-infinity') <= $2::date and coalesce(t.valid_to, 'infinity') >= $2::date`,
        [code, on],
      ),
  };
}

async function addCatalogue(world: GraphWorld): Promise<void> {
  for (const [at, [code, time, place, disclosure, primary, numerator, denominator]] of INDICATORS.entries()) {
    await world.sql(
      `insert into indicator (id, code, version, name_vi, name_en, sort_key, folded, owners, unit, value_type, time_rule, place_rule,
         numerator, denominator, disclosure, counted_by, primary_form, breakdowns)
       values ($1, $2, 1, $2, $2, $2, lower($2), $9, 'người', 'decimal', $3, $4, $5, $6, $7, 'REPORT', $8, '')`,
      [
        900_000 + at,
        code,
        time,
        place,
        numerator,
        denominator,
        disclosure,
        primary,
        code === 'T_BOTH' ? ['HPN', 'TD'] : ['HPN'],
      ],
    );
  }
  for (const [at, code] of FORMS.entries()) {
    await world.sql(
      `insert into form (id, code, version, title_vi, title_en, sort_key, owner, layout) values ($1, $2, 1, $2, $2, $2, 'HPN', $3)`,
      [900_000 + at, code, code === 'T-AREA' ? 'AREA_ROWS' : 'INDICATOR_ROWS'],
    );
    await world.sql(`insert into form_version (form_id, version, definition, digest) values ($1, 1, '{}', $2)`, [
      900_000 + at,
      SHA,
    ]);
  }
}
