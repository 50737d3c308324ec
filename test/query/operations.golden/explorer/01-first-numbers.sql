/* communeCounts */ select p.province_id as province, c.key, count(*)::integer as count
from unnest($2::text[], $3::date[]) c (key, day) join place p on p.level = 'COMMUNE' and p.province_id = any ($1::integer[])
and (p.valid_from is null or p.valid_from <= c.day) and (p.valid_to is null or p.valid_to >= c.day)
group by p.province_id, c.key;

/* currentFigures */ select f.place_id as "placeId", f.province_id as "provinceId", f.organisation_id as "organisationId", f.indicator_id as "indicatorId",
f.form_id as "formId", f.period_id as "periodId", trim_scale(f.value)::text as value, f.missing, f.status from figure f
where f.measure = 'IN_PERIOD' and f.exposure = 2 and f.ended_by is null and f.breakdown_id = 0 and f.province_id = any ($1::integer[]) and f.organisation_id = any ($2::integer[])
and f.indicator_id = any ($3::integer[]) and f.place_id = any ($4::integer[]) and f.period_id = any ($5::integer[]);

/* indicatorsByCode */ select i0.id as "id", i0.code as "code", i0.version as "version", i0.name_vi as "nameVi", i0.name_en as "nameEn", i0.sort_key as "sortKey", i0.folded as "folded", i0.owners as "owners", i0.unit as "unit", i0.value_type as "valueType", i0.time_rule as "timeRule", i0.place_rule as "placeRule", i0.numerator as "numerator", i0.denominator as "denominator", i0.disclosure as "disclosure", i0.counted_by as "countedBy", i0.primary_form as "primaryForm", i0.breakdowns as "breakdowns" from indicator i0 where i0.code = any ($1::text[]);

/* organisationsOn */ select o.id as "id", o.kind as "kind", o.code as "code", o.province_id as "provinceId", o.valid_from::text as "validFrom", o.valid_to::text as "validTo", v.parent_id as "parentId", v.name as "name", v.name_en as "nameEn", v.abbreviation as "abbreviation", o.id, asked.day::text as "on"
from unnest($1::integer[], $2::date[]) asked (id, day) join organisation o on o.id = asked.id
join organisation_version v on v.organisation_id = o.id and greatest(least(asked.day, o.valid_to), o.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* placesOn */ select p.id as "id", p.code as "code", p.level as "level", p.province_id as "provinceId", p.valid_from::text as "validFrom", p.valid_to::text as "validTo", v.parent_id as "parentId", v.type as "type", v.name as "name", v.name_en as "nameEn", v.short_name as "shortName", p.id, asked.day::text as "on" from unnest($1::integer[], $2::date[]) asked (id, day)
join place p on p.id = asked.id join place_version v on v.place_id = p.id and greatest(least(asked.day, p.valid_to), p.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

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
