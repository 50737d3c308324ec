/* figuresCounts */ select parent.parent_key, counted.count from unnest($4::text[], $1::integer[], $2::bigint[], $3::integer[]) parent (parent_key, key1, key2, key3)
cross join lateral (select count(*)::integer as count from figure f join indicator i on i.id = f.indicator_id join breakdown b on b.id = f.breakdown_id
where f.province_id = parent.key1 and f.report_id = parent.key2 and f.version = parent.key3 and ((f.exposure >= 2 and f.breakdown_id = 0 and i.disclosure = any ($5::text[]))) and (f.measure::text = $6::text)) counted;

/* figuresOfParents */ select parent.parent_key, page.* from unnest($4::text[], $1::integer[], $2::bigint[], $3::integer[]) parent (parent_key, key1, key2, key3)
cross join lateral (select f.province_id, f.report_id::text, f.version, f.place_id, f.indicator_id, f.measure, f.breakdown_id, b.key as breakdown,
trim_scale(f.value)::text as value, f.missing, f.status, f.qualifier, f.sheet, f.cell, f.printed, f.exposure, f.ended_by::text, (f.place_id)::text as page_key0, (f.indicator_id)::text as page_key1, (f.measure::text)::text as page_key2, (f.breakdown_id)::text as page_key3, (f.province_id)::text as page_key4, (f.report_id)::text as page_key5, (f.version)::text as page_key6 from figure f join indicator i on i.id = f.indicator_id join breakdown b on b.id = f.breakdown_id
where f.province_id = parent.key1 and f.report_id = parent.key2 and f.version = parent.key3 and ((f.exposure >= 2 and f.breakdown_id = 0 and i.disclosure = any ($5::text[]))) and (f.measure::text = $6::text)
order by f.place_id asc, f.indicator_id asc, f.measure::text asc, f.breakdown_id asc, f.province_id asc, f.report_id asc, f.version asc limit 4) page;

/* formsByCode */ SELECT "FormRow"."id" AS "FormRow_id", "FormRow"."code" AS "FormRow_code", "FormRow"."version" AS "FormRow_version", "FormRow"."title_vi" AS "FormRow_title_vi", "FormRow"."title_en" AS "FormRow_title_en", "FormRow"."sort_key" AS "FormRow_sort_key", "FormRow"."owner" AS "FormRow_owner", "FormRow"."layout" AS "FormRow_layout" FROM "form" "FormRow" WHERE (("FormRow"."code" IN ($1, $2, $3)));

/* indicatorsById */ select i0.id as "id", i0.code as "code", i0.version as "version", i0.name_vi as "nameVi", i0.name_en as "nameEn", i0.sort_key as "sortKey", i0.folded as "folded", i0.owners as "owners", i0.unit as "unit", i0.value_type as "valueType", i0.time_rule as "timeRule", i0.place_rule as "placeRule", i0.numerator as "numerator", i0.denominator as "denominator", i0.disclosure as "disclosure", i0.counted_by as "countedBy", i0.primary_form as "primaryForm", i0.breakdowns as "breakdowns" from indicator i0 where i0.id = any ($1::integer[]);

/* organisationsOn */ select o.id as "id", o.kind as "kind", o.valid_from::text as "validFrom", o.valid_to::text as "validTo", v.name as "name", v.name_en as "nameEn", o.id, asked.day::text as "on"
from unnest($1::integer[], $2::date[]) asked (id, day) join organisation o on o.id = asked.id
join organisation_version v on v.organisation_id = o.id and greatest(least(asked.day, o.valid_to), o.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* placesOn */ select p.id as "id", p.valid_from::text as "validFrom", p.valid_to::text as "validTo", v.name as "name", v.name_en as "nameEn", p.id, asked.day::text as "on" from unnest($1::integer[], $2::date[]) asked (id, day)
join place p on p.id = asked.id join place_version v on v.place_id = p.id and greatest(least(asked.day, p.valid_to), p.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* reports */ select r.province_id, r.id::text as id, r.form_id, m.code as form_code, r.organisation_id, r.place_id, p.key as period_key,
p.kind as period_kind, p.year as period_year, p.data_from::text as data_from, p.data_to::text as data_to, (r.data_to)::text as page_key0, (r.province_id)::text as page_key1, (r.id)::text as page_key2 from report r join period p on p.id = r.period_id join form m on m.id = r.form_id where (r.exposure >= $1::smallint) and ((p.key = $2::text) and exists (select 1 from place p0 join place_version v0 on v0.place_id = p0.id and greatest(least(date '2026-11-23', p0.valid_to), p0.valid_from) between coalesce(v0.valid_from, '-infinity'::date) and coalesce(v0.valid_to, 'infinity'::date) where p0.id = r.place_id and (p0.code = $3::text)))
order by r.data_to desc, r.province_id asc, r.id asc limit 11;

/* reportsCount */ select count(*)::integer as count from report r join period p on p.id = r.period_id join form m on m.id = r.form_id where (r.exposure >= $1::smallint) and ((p.key = $2::text) and exists (select 1 from place p0 join place_version v0 on v0.place_id = p0.id and greatest(least(date '2026-11-23', p0.valid_to), p0.valid_from) between coalesce(v0.valid_from, '-infinity'::date) and coalesce(v0.valid_to, 'infinity'::date) where p0.id = r.place_id and (p0.code = $3::text)));

/* versionsOf_ANONYMOUS */ select v.province_id, v.report_id::text as report_id, v.version, v.state, v.form_version, v.file_sha256, v.synthetic, v.content,
v.created_at, v.published_event::text as published_event
from unnest($1::integer[], $2::bigint[]) k (province_id, id) join report_version v on v.province_id = k.province_id and v.report_id = k.id
where (v.exposure >= $3::smallint) order by v.province_id, v.report_id, v.version;
