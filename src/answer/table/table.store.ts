import { named, type Tx } from '../../ground/database/data-source.ts';
import { addDays } from '../../ground/period/local-date.ts';
import type { Column, KnownPeriod } from './cell.ts';
import type { TableFigure, TableReports, TableTotal } from './table-data.ts';

/**
 * The longest report covers five quarters of a year: one that begins on the last day of a column ends this much later. Also
 * those are needed, for they say that only a longer period is known.
 */
const LONGEST_REPORT_DAYS = 457;

/** Which reports a table can draw on. */
export interface ReportScope {
  /** Places whose own reports are counted apart from the others of their province. */
  placeIds: readonly number[];
  provinceIds: readonly number[];
  organisationIds: readonly number[];
  dataFrom: string;
  dataTo: string;
}

/** What was published, counted by organisation, form, period and, for the places asked, place. */
export async function publishedReports(tx: Tx, scope: ReportScope): Promise<TableReports[]> {
  const rows = await named<Omit<TableReports, 'period'> & KnownPeriod>(
    tx,
    'publishedReports',
    `select r.province_id as "provinceId", case when r.place_id = any ($5::integer[]) then r.place_id end as "placeId",
       r.organisation_id as "organisationId", r.form_id as "formId", m.code as "formCode",
       p.id, p.key, p.kind, p.year, p.data_from::text as "dataFrom", p.data_to::text as "dataTo",
       count(*) filter (where v.content = 'RECEIVED')::integer as received,
       count(*) filter (where v.content = 'NIL_RETURN')::integer as "nilReturns",
       count(*) filter (where v.content = 'EMPTY')::integer as empty, bool_or(v.synthetic) as synthetic
     from report r join form m on m.id = r.form_id join period p on p.id = r.period_id
       join report_version v on v.province_id = r.province_id and v.report_id = r.id and v.version = r.published_version and v.state = 'PUBLISHED'
     where r.province_id = any ($1::integer[]) and r.organisation_id = any ($2::integer[]) and r.exposure = 2
       and r.data_to between $3::date and $4::date
     group by r.province_id, "placeId", r.organisation_id, r.form_id, m.code, p.id
     order by r.province_id, r.organisation_id, m.code, p.data_from, p.data_to, "placeId"`,
    [
      scope.provinceIds,
      scope.organisationIds,
      scope.dataFrom,
      addDays(scope.dataTo, LONGEST_REPORT_DAYS),
      scope.placeIds,
    ],
  );
  return rows.map(({ id, key, kind, year, dataFrom, dataTo, ...counts }) => ({
    ...counts,
    period: { id, key, kind, year, dataFrom, dataTo },
  }));
}

/** Which figures and totals a table needs. */
export interface FigureScope extends Omit<ReportScope, 'dataFrom' | 'dataTo'> {
  indicatorIds: readonly number[];
  periodIds: readonly number[];
}

const FIGURE = `f.place_id as "placeId", f.province_id as "provinceId", f.organisation_id as "organisationId", f.indicator_id as "indicatorId",
  f.form_id as "formId", f.period_id as "periodId", trim_scale(f.value)::text as value, f.missing, f.status`;
const PUBLISHED = `f.measure = 'IN_PERIOD' and f.exposure = 2 and f.ended_by is null`;
const CURRENT = `${PUBLISHED} and f.breakdown_id = 0`;

/** Current figures of the places themselves. */
export function currentFigures(tx: Tx, scope: FigureScope): Promise<TableFigure[]> {
  return named(
    tx,
    'currentFigures',
    `select ${FIGURE} from figure f
     where ${CURRENT} and f.province_id = any ($1::integer[]) and f.organisation_id = any ($2::integer[])
       and f.indicator_id = any ($3::integer[]) and f.place_id = any ($4::integer[]) and f.period_id = any ($5::integer[])`,
    [scope.provinceIds, scope.organisationIds, scope.indicatorIds, scope.placeIds, scope.periodIds],
  );
}

/** Current figures of all places below provinces: for a stock over a window that no total is kept for. */
export function currentFiguresBelow(tx: Tx, scope: FigureScope): Promise<TableFigure[]> {
  return named(
    tx,
    'currentFiguresBelow',
    `select ${FIGURE} from figure f
     where ${CURRENT} and f.province_id = any ($1::integer[]) and f.organisation_id = any ($2::integer[])
       and f.indicator_id = any ($3::integer[]) and f.period_id = any ($4::integer[]) and f.place_id <> f.province_id`,
    [scope.provinceIds, scope.organisationIds, scope.indicatorIds, scope.periodIds],
  );
}

const TOTAL = `t.place_id as "placeId", t.organisation_id as "organisationId", t.indicator_id as "indicatorId", t.form_id as "formId",
       t.period_id as "periodId", p.key as "periodKey", trim_scale(t.sum)::text as sum, t.present, t.not_arisen as "notArisen", t.estimated,
       t.preliminary, t.carried, t.places`;

/** Stored totals of the places: of reported periods for flows, of the columns for stocks. */
export function storedTotals(tx: Tx, scope: FigureScope, columns: readonly Column[]): Promise<TableTotal[]> {
  return named(
    tx,
    'storedTotals',
    `select ${TOTAL}
     from total t join period p on p.id = t.period_id
     where t.province_id = any ($1::integer[]) and t.organisation_id = any ($2::integer[]) and t.indicator_id = any ($3::integer[])
       and t.place_id = any ($4::integer[]) and t.breakdown_id = 0 and (t.period_id = any ($5::integer[]) or p.key = any ($6::text[]))`,
    [
      scope.provinceIds,
      scope.organisationIds,
      scope.indicatorIds,
      scope.placeIds,
      scope.periodIds,
      columns.map((column) => column.key),
    ],
  );
}

/** What a row of a part says beside its number: which part it is, and its name as `sex=FEMALE`. */
export interface OfPart {
  breakdownId: number;
  breakdown: string;
}

/** Current figures of the places themselves for parts of the values; the row policies leave out whose parts the viewer may not see. */
export function currentPartFigures(tx: Tx, scope: FigureScope): Promise<(TableFigure & OfPart)[]> {
  return named(
    tx,
    'currentPartFigures',
    `select ${FIGURE}, f.breakdown_id as "breakdownId", b.key as breakdown from figure f join breakdown b on b.id = f.breakdown_id
     where ${PUBLISHED} and f.breakdown_id > 0 and f.province_id = any ($1::integer[]) and f.organisation_id = any ($2::integer[])
       and f.indicator_id = any ($3::integer[]) and f.place_id = any ($4::integer[]) and f.period_id = any ($5::integer[])`,
    [scope.provinceIds, scope.organisationIds, scope.indicatorIds, scope.placeIds, scope.periodIds],
  );
}

/** Stored totals of the places for parts of the values, as `storedTotals`. */
export function storedPartTotals(
  tx: Tx,
  scope: FigureScope,
  columns: readonly Column[],
): Promise<(TableTotal & OfPart)[]> {
  return named(
    tx,
    'storedPartTotals',
    `select ${TOTAL}, t.breakdown_id as "breakdownId", b.key as breakdown
     from total t join period p on p.id = t.period_id join breakdown b on b.id = t.breakdown_id
     where t.province_id = any ($1::integer[]) and t.organisation_id = any ($2::integer[]) and t.indicator_id = any ($3::integer[])
       and t.place_id = any ($4::integer[]) and t.breakdown_id > 0 and (t.period_id = any ($5::integer[]) or p.key = any ($6::text[]))`,
    [
      scope.provinceIds,
      scope.organisationIds,
      scope.indicatorIds,
      scope.placeIds,
      scope.periodIds,
      columns.map((column) => column.key),
    ],
  );
}

/** How many communes lived in each province at the end of each column: `province|column key`. */
export async function communeCounts(
  tx: Tx,
  provinceIds: readonly number[],
  columns: readonly Column[],
): Promise<Map<string, number>> {
  const rows = await named<{ province: number; key: string; count: number }>(
    tx,
    'communeCounts',
    `select p.province_id as province, c.key, count(*)::integer as count
     from unnest($2::text[], $3::date[]) c (key, day) join place p on p.level = 'COMMUNE' and p.province_id = any ($1::integer[])
       and (p.valid_from is null or p.valid_from <= c.day) and (p.valid_to is null or p.valid_to >= c.day)
     group by p.province_id, c.key`,
    [provinceIds, columns.map((column) => column.key), columns.map((column) => column.dataTo)],
  );
  return new Map(rows.map((row) => [`${row.province}|${row.key}`, row.count]));
}

/** Where the answer stands in the feed, and the snapshot it was read from. */
export interface SnapshotPosition {
  position: string;
  instant: Date;
  unnumbered: number;
  snapshot: string;
}

/** Read in the same transaction as the figures, so that position and values agree. */
export async function snapshotPosition(tx: Tx): Promise<SnapshotPosition> {
  const [row] = await named<SnapshotPosition>(
    tx,
    'snapshotPosition',
    `select head::text as position, transaction_timestamp() as instant, pg_current_snapshot()::text as snapshot,
       (select count(*)::integer from event where position is null) as unnumbered from feed`,
  );
  if (!row) throw new Error('The feed has no row: the database was not migrated.');
  return row;
}
