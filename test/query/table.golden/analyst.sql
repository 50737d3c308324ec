-- 2 times
/* organisationsOn */ select o.id as "id", o.kind as "kind", o.code as "code", o.province_id as "provinceId", o.valid_from::text as "validFrom", o.valid_to::text as "validTo", v.parent_id as "parentId", v.name as "name", v.name_en as "nameEn", v.abbreviation as "abbreviation", o.id, asked.day::text as "on"
from unnest($1::integer[], $2::date[]) asked (id, day) join organisation o on o.id = asked.id
join organisation_version v on v.organisation_id = o.id and greatest(least(asked.day, o.valid_to), o.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

-- 2 times
/* placesOn */ select p.id as "id", p.code as "code", p.level as "level", p.province_id as "provinceId", p.valid_from::text as "validFrom", p.valid_to::text as "validTo", v.parent_id as "parentId", v.type as "type", v.name as "name", v.name_en as "nameEn", v.short_name as "shortName", p.id, asked.day::text as "on" from unnest($1::integer[], $2::date[]) asked (id, day)
join place p on p.id = asked.id join place_version v on v.place_id = p.id and greatest(least(asked.day, p.valid_to), p.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* communeCounts */ select p.province_id as province, c.key, count(*)::integer as count
from unnest($2::text[], $3::date[]) c (key, day) join place p on p.level = 'COMMUNE' and p.province_id = any ($1::integer[])
and (p.valid_from is null or p.valid_from <= c.day) and (p.valid_to is null or p.valid_to >= c.day)
group by p.province_id, c.key;

/* contributions */ with source as (
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
order by n.ask, n.ordinal;

/* currentFigures */ select f.place_id as "placeId", f.province_id as "provinceId", f.organisation_id as "organisationId", f.indicator_id as "indicatorId",
f.form_id as "formId", f.period_id as "periodId", trim_scale(f.value)::text as value, f.missing, f.status from figure f
where f.measure = 'IN_PERIOD' and f.exposure = 2 and f.ended_by is null and f.breakdown_id = 0 and f.province_id = any ($1::integer[]) and f.organisation_id = any ($2::integer[])
and f.indicator_id = any ($3::integer[]) and f.place_id = any ($4::integer[]) and f.period_id = any ($5::integer[]);

/* indicatorsByCode */ select i0.id as "id", i0.code as "code", i0.version as "version", i0.name_vi as "nameVi", i0.name_en as "nameEn", i0.sort_key as "sortKey", i0.folded as "folded", i0.owners as "owners", i0.unit as "unit", i0.value_type as "valueType", i0.time_rule as "timeRule", i0.place_rule as "placeRule", i0.numerator as "numerator", i0.denominator as "denominator", i0.disclosure as "disclosure", i0.counted_by as "countedBy", i0.primary_form as "primaryForm", i0.breakdowns as "breakdowns" from indicator i0 where i0.code = any ($1::text[]);

/* periodsById */ SELECT "PeriodRow"."id" AS "PeriodRow_id", "PeriodRow"."key" AS "PeriodRow_key", "PeriodRow"."kind" AS "PeriodRow_kind", "PeriodRow"."year" AS "PeriodRow_year", "PeriodRow"."data_from" AS "PeriodRow_data_from", "PeriodRow"."data_to" AS "PeriodRow_data_to" FROM "period" "PeriodRow" WHERE (("PeriodRow"."id" IN ($1, $2, $3)));

/* publishedReports */ select r.province_id as "provinceId", case when r.place_id = any ($5::integer[]) then r.place_id end as "placeId",
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
order by r.province_id, r.organisation_id, m.code, p.data_from, p.data_to, "placeId";

/* reportsByKey_ANONYMOUS */ select r.province_id, r.id::text as id, r.form_id, m.code as form_code, r.organisation_id, r.place_id, p.key as period_key,
p.kind as period_kind, p.year as period_year, p.data_from::text as data_from, p.data_to::text as data_to from unnest($1::integer[], $2::bigint[]) k (province_id, id) join report r on r.province_id = k.province_id and r.id = k.id
join period p on p.id = r.period_id join form m on m.id = r.form_id where (r.exposure >= $3::smallint);

/* snapshotPosition */ select head::text as position, transaction_timestamp() as instant, pg_current_snapshot()::text as snapshot,
(select count(*)::integer from event where position is null) as unnumbered from feed;

/* storedTotals */ select t.place_id as "placeId", t.organisation_id as "organisationId", t.indicator_id as "indicatorId", t.form_id as "formId",
t.period_id as "periodId", p.key as "periodKey", trim_scale(t.sum)::text as sum, t.present, t.not_arisen as "notArisen", t.estimated,
t.preliminary, t.carried, t.places
from total t join period p on p.id = t.period_id
where t.province_id = any ($1::integer[]) and t.organisation_id = any ($2::integer[]) and t.indicator_id = any ($3::integer[])
and t.place_id = any ($4::integer[]) and t.breakdown_id = 0 and (t.period_id = any ($5::integer[]) or p.key = any ($6::text[]));

/* tableOrganisations */ select id, kind, code, province_id as "provinceId" from organisation
where province_id = any ($1::integer[]) and kind = any ($2::text[]) order by id;

/* tablePlacesByCode */ select p.id, p.code, p.level, p.province_id as "provinceId", p.valid_from::text as "validFrom", p.valid_to::text as "validTo" from place p where (p.valid_from is null or p.valid_from <= $1::date) and (p.valid_to is null or p.valid_to >= $1::date) and p.code = any ($2::text[]);
