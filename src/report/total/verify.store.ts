import { named, type Tx } from '../../ground/database/data-source.ts';
import type { CountedFigure, CountedTotal } from './recount.ts';

/** Every province that has a report or a total. */
export async function provincesWithReports(tx: Tx): Promise<number[]> {
  const rows = await named<{ id: number }>(
    tx,
    'provincesWithReports',
    'select province_id as id from report union select province_id from total order by id',
  );
  return rows.map((row) => row.id);
}

/** Every current figure of a province that adds up over places, with the places above it as they were at the end of its data. */
export function currentFiguresOf(tx: Tx, provinceId: number): Promise<CountedFigure[]> {
  return named(
    tx,
    'currentFiguresOfProvince',
    `with recursive up (place_id, day, ancestor_id) as (
      select d.place_id, d.data_to, v.parent_id from (select distinct place_id, data_to from figure where province_id = $1) d
        join place_version v on v.place_id = d.place_id and coalesce(v.valid_from, '-infinity') <= d.data_to and coalesce(v.valid_to, 'infinity') >= d.data_to
      union all
      select u.place_id, u.day, v.parent_id from up u join place_version v on v.place_id = u.ancestor_id
        and coalesce(v.valid_from, '-infinity') <= u.day and coalesce(v.valid_to, 'infinity') >= u.day
    ), above as (
      select u.place_id, u.day, array_agg(u.ancestor_id) as ids from up u join place p on p.id = u.ancestor_id and p.level <> 'COUNTRY'
      group by u.place_id, u.day
    )
    select f.province_id as "provinceId", f.place_id as "placeId", f.organisation_id as "organisationId", f.form_id as "formId",
      f.indicator_id as "indicatorId", f.breakdown_id as "breakdownId", i.time_rule as "timeRule", p.key as "periodKey",
      p.data_from::text as "dataFrom", p.data_to::text as "dataTo", f.value::text as value, f.missing, f.status, a.ids as above
    from figure f join indicator i on i.id = f.indicator_id and i.place_rule = 'SUM' and i.time_rule in ('SUM', 'LAST')
      join period p on p.id = f.period_id join above a on a.place_id = f.place_id and a.day = f.data_to
    where f.province_id = $1 and f.measure = 'IN_PERIOD' and f.exposure = 2 and f.ended_by is null`,
    [provinceId],
  );
}

/** A stored total with what names it. */
export type StoredTotal = Omit<CountedTotal, 'key'> & {
  provinceId: number;
  placeId: number;
  organisationId: number;
  formId: number;
  indicatorId: number;
  breakdownId: number;
  periodKey: string;
  dataFrom: string;
  dataTo: string;
};

/** Every stored total of a province. */
export function storedTotalsOf(tx: Tx, provinceId: number): Promise<StoredTotal[]> {
  return named(
    tx,
    'storedTotalsOfProvince',
    `select t.province_id as "provinceId", t.place_id as "placeId", t.organisation_id as "organisationId", t.form_id as "formId",
       t.indicator_id as "indicatorId", t.breakdown_id as "breakdownId", p.key as "periodKey", p.data_from::text as "dataFrom",
       p.data_to::text as "dataTo", t.sum::text as sum, t.present, t.not_arisen as "notArisen", t.estimated, t.preliminary, t.carried, t.places
     from total t join period p on p.id = t.period_id where t.province_id = $1`,
    [provinceId],
  );
}
