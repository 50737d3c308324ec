import { named, type Tx } from '../../ground/database/data-source.ts';
import type { Source } from './source.ts';

/** Which part of a value's cells is wanted. */
export interface ContributionAsk {
  indicatorId: number;
  sources: readonly Source[];
  after: number;
  size: number;
}

/** One cell that a value is made of. */
export interface ContributionRow {
  ask: number;
  ordinal: number;
  total: number;
  exact: string | null;
  missing: string | null;
  status: string;
  placeId: number;
  periodId: number;
  provinceId: number;
  reportId: string;
  version: number;
  fileSha256: string;
  sheet: string | null;
  cell: string;
  printed: string;
  organisationId: number;
  dataTo: string;
  synthetic: boolean;
}

/**
 * The cells of values, in one statement for all that a request asks, exactly as they were in the given snapshot: a version
 * counts if the transaction that published it is visible there and the one that ended it is not. The last cell of a value comes
 * with every page, also where it lies before it: it says how many there are.
 */
export function contributions(tx: Tx, snapshot: string, asks: readonly ContributionAsk[]): Promise<ContributionRow[]> {
  const sources = asks.flatMap((ask, at) => ask.sources.map((source) => sourceJson(ask, at, source)));
  return named(
    tx,
    'contributions',
    `with source as (
      select * from jsonb_to_recordset($1::jsonb) s (ask integer, indicator_id integer, rule text, province_id integer, organisation_id integer,
        form_id integer, place_id integer, own boolean, breakdown_id integer, period_ids integer[], window_key text, window_from date, window_to date)
    ), leaf as (
      select s.ask, s.rule, f.value, f.missing, f.status, f.place_id, f.period_id, f.province_id, f.report_id, f.version, v.file_sha256,
        f.sheet, f.cell, f.printed, f.organisation_id, f.data_to, v.synthetic, p.data_from, p.key = s.window_key as exact_key
      from source s
        join report r on r.province_id = s.province_id and r.organisation_id = s.organisation_id and r.form_id = s.form_id
        join period p on p.id = r.period_id and case when s.rule = 'SUM' then p.id = any (s.period_ids)
          else p.key = s.window_key or p.data_to between s.window_from and s.window_to end
        join report_version v on v.province_id = r.province_id and v.report_id = r.id
          and v.published_xact is not null and pg_visible_in_snapshot(v.published_xact::text::xid8, $2::pg_snapshot)
          and (v.ended_xact is null or not pg_visible_in_snapshot(v.ended_xact::text::xid8, $2::pg_snapshot))
        join figure f on f.province_id = v.province_id and f.report_id = v.report_id and f.version = v.version
          and f.indicator_id = s.indicator_id and f.measure = 'IN_PERIOD' and f.breakdown_id = s.breakdown_id
          and case when s.own then f.place_id = s.place_id else f.place_id <> s.place_id end
    ), picked as (
      select * from leaf where rule = 'SUM'
      union all
      select * from (select distinct on (ask, organisation_id, place_id) * from leaf where rule = 'LAST'
        order by ask, organisation_id, place_id, value is not null desc, exact_key desc, data_to desc, data_from) last
    ), numbered as (
      select *, row_number() over (partition by ask order by value is null, place_id, data_to, report_id)::integer as ordinal,
        count(*) over (partition by ask)::integer as total
      from picked
    )
    select n.ask, n.ordinal, n.total, trim_scale(n.value)::text as exact, n.missing, n.status, n.place_id as "placeId", n.period_id as "periodId",
      n.province_id as "provinceId", n.report_id::text as "reportId", n.version, n.file_sha256 as "fileSha256", n.sheet, n.cell, n.printed,
      n.organisation_id as "organisationId", n.data_to::text as "dataTo", n.synthetic
    from numbered n join unnest($3::integer[], $4::integer[], $5::integer[]) w (ask, after, size)
      on w.ask = n.ask and n.ordinal <= w.after + w.size and (n.ordinal > w.after or n.ordinal = n.total)
    order by n.ask, n.ordinal`,
    [
      JSON.stringify(sources),
      snapshot,
      asks.map((_, at) => at),
      asks.map((ask) => ask.after),
      asks.map((ask) => ask.size),
    ],
  );
}

function sourceJson(ask: ContributionAsk, at: number, source: Source): object {
  return {
    ask: at,
    indicator_id: ask.indicatorId,
    rule: source.rule,
    province_id: source.provinceId,
    organisation_id: source.organisationId,
    form_id: source.formId,
    place_id: source.placeId,
    own: source.own,
    breakdown_id: source.breakdownId ?? 0,
    period_ids: source.periodIds,
    window_key: source.window.key,
    window_from: source.window.dataFrom,
    window_to: source.window.dataTo,
  };
}
