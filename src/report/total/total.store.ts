import { named, type Tx } from '../../ground/database/data-source.ts';

/** What a publication touches: the figures of one organisation's form in one province that end on one day. */
export interface TotalScope {
  provinceId: number;
  organisationId: number;
  formId: number;
  /** The reported period, as a row. */
  periodId: number;
  /** The last day of its data. */
  dataTo: string;
}

/** A window for which the last value of every place is kept: month, quarter, first half, nine months, year. */
export interface StockWindow {
  periodId: number;
  key: string;
  dataFrom: string;
  dataTo: string;
}

/** A figure counts when it is published and nothing has ended it. */
const CURRENT = `f.measure = 'IN_PERIOD' and f.exposure = 2 and f.ended_by is null`;

/** Every place with each of those it lies in, up to its province, as the tree was on the day the data of its figure end. */
const ABOVE = `above (place_id, day, ancestor_id) as (
    select c.place_id, c.day, v.parent_id from (select distinct place_id, day from chosen) c join place_version v on v.place_id = c.place_id
      where v.parent_id is not null and (v.valid_from is null or v.valid_from <= c.day) and (v.valid_to is null or v.valid_to >= c.day)
    union all
    select a.place_id, a.day, v.parent_id from above a join place_version v on v.place_id = a.ancestor_id
      where v.parent_id is not null and (v.valid_from is null or v.valid_from <= a.day) and (v.valid_to is null or v.valid_to >= a.day)
  )`;

/** Adds up what was chosen, puts it in place of what was stored, and takes away what no figure supports any more. */
const STORE = `fresh as (
    select a.ancestor_id as place_id, c.indicator_id, c.breakdown_id, c.period_id, c.window_to,
      sum(c.value) as sum, count(c.value)::integer as present,
      count(*) filter (where c.missing = 'NOT_ARISEN')::integer as not_arisen,
      count(*) filter (where c.value is not null and c.status = 'ESTIMATE')::integer as estimated,
      count(*) filter (where c.value is not null and c.status = 'PRELIMINARY')::integer as preliminary,
      count(*) filter (where c.value is not null and c.carried)::integer as carried,
      count(*)::integer as places
    from chosen c join above a on a.place_id = c.place_id and a.day = c.day join place p on p.id = a.ancestor_id and p.level <> 'COUNTRY'
    group by a.ancestor_id, c.indicator_id, c.breakdown_id, c.period_id, c.window_to
  ), gone as (
    delete from total t using indicator i
    where t.province_id = $1 and t.organisation_id = $2 and t.form_id = $3 and t.period_id = any ($4::integer[])
      and i.id = t.indicator_id and i.time_rule = $5
      and not exists (select 1 from fresh n where n.place_id = t.place_id and n.indicator_id = t.indicator_id
        and n.breakdown_id = t.breakdown_id and n.period_id = t.period_id)
  )
  insert into total (province_id, place_id, organisation_id, form_id, indicator_id, breakdown_id, period_id, data_to,
    sum, present, not_arisen, estimated, preliminary, carried, places)
  select $1, place_id, $2, $3, indicator_id, breakdown_id, period_id, window_to,
    sum, present, not_arisen, estimated, preliminary, carried, places
  from fresh order by place_id, indicator_id, breakdown_id, period_id
  on conflict (province_id, place_id, organisation_id, form_id, indicator_id, breakdown_id, period_id) do update set
    sum = excluded.sum, present = excluded.present, not_arisen = excluded.not_arisen, estimated = excluded.estimated,
    preliminary = excluded.preliminary, carried = excluded.carried, places = excluded.places, data_to = excluded.data_to
  where (total.sum, total.present, total.not_arisen, total.estimated, total.preliminary, total.carried, total.places)
    is distinct from (excluded.sum, excluded.present, excluded.not_arisen, excluded.estimated, excluded.preliminary,
      excluded.carried, excluded.places)`;

/**
 * Makes publishers of one organisation's form in one province wait for each other. Taken after the report's own lock and
 * before any total is read: what is added up afterwards has everything that was committed, so no update is lost, and as
 * every publisher takes the two in this order none waits in a circle.
 */
export async function lockTotals(tx: Tx, scope: TotalScope): Promise<void> {
  await named(
    tx,
    'lockTotals',
    `select pg_advisory_xact_lock(hashtextextended('total:' || $1::text || ':' || $2::text || ':' || $3::text, 0))`,
    [scope.provinceId, scope.organisationId, scope.formId],
  );
}

/** Adds up again the flows of one reported period. A flow needs totals along places only: time is added on reading. */
export async function moveFlowTotals(tx: Tx, scope: TotalScope): Promise<void> {
  await named(
    tx,
    'moveFlowTotals',
    `with recursive chosen as (
      select f.place_id, f.data_to as day, f.indicator_id, f.breakdown_id, f.period_id, f.data_to as window_to, f.value, f.missing, f.status, false as carried
      from figure f join indicator i on i.id = f.indicator_id and i.time_rule = $5 and i.place_rule = 'SUM'
      where ${CURRENT} and f.province_id = $1 and f.organisation_id = $2 and f.form_id = $3 and f.data_to = $6::date
        and f.period_id = any ($4::integer[])
    ), ${ABOVE}, ${STORE}`,
    [scope.provinceId, scope.organisationId, scope.formId, [scope.periodId], 'SUM', scope.dataTo],
  );
}

/**
 * Adds up again the stocks of the windows in which a reported period ends. The last value is taken within each place
 * before places are added, because a place may miss a month: the figure for exactly the window first, else the latest end,
 * and of two that end together the longer.
 */
export async function moveStockTotals(tx: Tx, scope: TotalScope, windows: readonly StockWindow[]): Promise<void> {
  await named(
    tx,
    'moveStockTotals',
    `with recursive chosen as (
      select distinct on (w.period_id, f.place_id, f.indicator_id, f.breakdown_id)
        f.place_id, f.data_to as day, f.indicator_id, f.breakdown_id, w.period_id, w.data_to as window_to, f.value, f.missing, f.status,
        p.key <> w.key and f.data_to < w.data_to as carried
      from unnest($4::integer[], $6::text[], $7::date[], $8::date[]) w (period_id, key, data_from, data_to)
        join figure f on ${CURRENT} and f.province_id = $1 and f.organisation_id = $2 and f.form_id = $3
        join period p on p.id = f.period_id and (p.key = w.key or f.data_to between w.data_from and w.data_to)
        join indicator i on i.id = f.indicator_id and i.time_rule = $5 and i.place_rule = 'SUM'
      order by w.period_id, f.place_id, f.indicator_id, f.breakdown_id,
        f.value is not null desc, p.key = w.key desc, f.data_to desc, p.data_from, f.missing = 'NOT_ARISEN' desc
    ), ${ABOVE}, ${STORE}`,
    [
      scope.provinceId,
      scope.organisationId,
      scope.formId,
      windows.map((window) => window.periodId),
      'LAST',
      windows.map((window) => window.key),
      windows.map((window) => window.dataFrom),
      windows.map((window) => window.dataTo),
    ],
  );
}
