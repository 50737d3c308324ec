/* formsByCode */ SELECT "FormRow"."id" AS "FormRow_id", "FormRow"."code" AS "FormRow_code", "FormRow"."version" AS "FormRow_version", "FormRow"."title_vi" AS "FormRow_title_vi", "FormRow"."title_en" AS "FormRow_title_en", "FormRow"."sort_key" AS "FormRow_sort_key", "FormRow"."owner" AS "FormRow_owner", "FormRow"."layout" AS "FormRow_layout" FROM "form" "FormRow" WHERE (("FormRow"."code" IN ($1, $2, $3)));

/* lastPlaceByCode */ select p.id as "id", p.code as "code", p.level as "level", p.province_id as "provinceId", p.valid_from::text as "validFrom", p.valid_to::text as "validTo", v.parent_id as "parentId", v.type as "type", v.name as "name", v.name_en as "nameEn", v.short_name as "shortName" from (select $2::date as day) asked, place p
join place_version v on v.place_id = p.id
where p.code = $1 and coalesce(p.valid_from, '-infinity'::date) <= asked.day and greatest(least(asked.day, p.valid_to), p.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date)
order by p.valid_from desc nulls last limit 1;

/* organisationsOn */ select o.id as "id", o.kind as "kind", o.code as "code", o.valid_from::text as "validFrom", o.valid_to::text as "validTo", v.name as "name", v.name_en as "nameEn", o.id, asked.day::text as "on"
from unnest($1::integer[], $2::date[]) asked (id, day) join organisation o on o.id = asked.id
join organisation_version v on v.organisation_id = o.id and greatest(least(asked.day, o.valid_to), o.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* reportsCounts */ select parent.parent_key, counted.count from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select count(*)::integer as count from report r join period p on p.id = r.period_id join form m on m.id = r.form_id
where r.place_id = parent.key1 and (r.exposure >= $3::smallint) and true) counted;

/* reportsOfParents */ select parent.parent_key, page.* from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select r.province_id, r.id::text as id, r.form_id, m.code as form_code, r.organisation_id, r.place_id, p.key as period_key,
p.kind as period_kind, p.year as period_year, p.data_from::text as data_from, p.data_to::text as data_to, (r.data_to)::text as page_key0, (r.province_id)::text as page_key1, (r.id)::text as page_key2 from report r join period p on p.id = r.period_id join form m on m.id = r.form_id
where r.place_id = parent.key1 and (r.exposure >= $3::smallint) and true
order by r.data_to desc, r.province_id asc, r.id asc limit 11) page;

/* versionsOf_ANONYMOUS */ select v.province_id, v.report_id::text as report_id, v.version, v.state, v.form_version, v.file_sha256, v.synthetic, v.content,
v.created_at, v.published_event::text as published_event
from unnest($1::integer[], $2::bigint[]) k (province_id, id) join report_version v on v.province_id = k.province_id and v.report_id = k.id
where (v.exposure >= $3::smallint) order by v.province_id, v.report_id, v.version;
