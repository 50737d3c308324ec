/* eventsAfter */ select id, position, numbered_at as "numberedAt", type, province_id as "provinceId", organisation_id as "organisationId",
subject_type as "subjectType", subject_key as "subjectKey", version, replaced_version as "replacedVersion" from event where (exposure >= $1::smallint or organisation_id = any ($2::integer[]) or (exposure >= 1 and province_id = any ($3::integer[]))) and position > $4::bigint and position <= $5::bigint
and ($6::text[] is null or type = any ($6)) and ($7::integer is null or province_id = $7) order by position limit $8;

/* feedState */ select id, head from feed;

/* formsByCode */ SELECT "FormRow"."id" AS "FormRow_id", "FormRow"."code" AS "FormRow_code", "FormRow"."version" AS "FormRow_version", "FormRow"."title_vi" AS "FormRow_title_vi", "FormRow"."title_en" AS "FormRow_title_en", "FormRow"."sort_key" AS "FormRow_sort_key", "FormRow"."owner" AS "FormRow_owner", "FormRow"."layout" AS "FormRow_layout" FROM "form" "FormRow" WHERE (("FormRow"."code" IN ($1, $2, $3)));

/* organisationsOn */ select o.id as "id", o.kind as "kind", o.valid_from::text as "validFrom", o.valid_to::text as "validTo", v.name as "name", v.name_en as "nameEn", o.id, asked.day::text as "on"
from unnest($1::integer[], $2::date[]) asked (id, day) join organisation o on o.id = asked.id
join organisation_version v on v.organisation_id = o.id and greatest(least(asked.day, o.valid_to), o.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* placesOn */ select p.id as "id", p.valid_from::text as "validFrom", p.valid_to::text as "validTo", v.name as "name", v.name_en as "nameEn", p.id, asked.day::text as "on" from unnest($1::integer[], $2::date[]) asked (id, day)
join place p on p.id = asked.id join place_version v on v.place_id = p.id and greatest(least(asked.day, p.valid_to), p.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* reportsByKey_ANONYMOUS */ select r.province_id, r.id::text as id, r.form_id, m.code as form_code, r.organisation_id, r.place_id, p.key as period_key,
p.kind as period_kind, p.year as period_year, p.data_from::text as data_from, p.data_to::text as data_to from unnest($1::integer[], $2::bigint[]) k (province_id, id) join report r on r.province_id = k.province_id and r.id = k.id
join period p on p.id = r.period_id join form m on m.id = r.form_id where (r.exposure >= $3::smallint);
