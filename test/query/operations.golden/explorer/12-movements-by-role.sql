-- 2 times
/* movementsOf */ select m0.id as looked_up, m0.id as "id", m0.name as "name", m0.name_en as "nameEn" from movement m0 where m0.id = any ($1::integer[]) and m0.exposure = 2;

-- 2 times
/* placesOn */ select p.id as "id", p.valid_from::text as "validFrom", p.valid_to::text as "validTo", v.name as "name", v.name_en as "nameEn", p.id, asked.day::text as "on" from unnest($1::integer[], $2::date[]) asked (id, day)
join place p on p.id = asked.id join place_version v on v.place_id = p.id and greatest(least(asked.day, p.valid_to), p.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* lastOrganisationByCode */ select o.id as "id", o.kind as "kind", o.code as "code", o.province_id as "provinceId", o.valid_from::text as "validFrom", o.valid_to::text as "validTo", v.parent_id as "parentId", v.name as "name", v.name_en as "nameEn", v.abbreviation as "abbreviation" from (select $2::date as day) asked, organisation o
join organisation_version v on v.organisation_id = o.id
where o.code = $1 and coalesce(o.valid_from, '-infinity'::date) <= asked.day and greatest(least(asked.day, o.valid_to), o.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date)
order by o.valid_from desc nulls last limit 1;

/* movement_linkOf */ select ml0.linked_id as looked_up, ml0.origin as "origin", ml0.basis as "basis", ml0.source_document_id as "sourceDocumentId", ml0.source_quote_id as "sourceQuoteId", ml0.source_report_province_id as "sourceReportProvinceId", ml0.source_report_id::text as "sourceReportId", ml0.field_sources as "fieldSources", ml0.movement_id as "movementId" from movement_link ml0 where ml0.linked_id = any ($1::integer[]) order by ml0.movement_id;

/* movement_roleOf */ select mr0.movement_id as looked_up, mr0.organisation_id as "organisationId", mr0.role as "role" from movement_role mr0 where mr0.movement_id = any ($1::integer[]) order by mr0.role, mr0.organisation_id;

/* movement_roleOf */ select mr0.movement_id as looked_up, mr0.organisation_id as "organisationId", mr0.role as "role", mr0.among as "among" from movement_role mr0 where mr0.movement_id = any ($1::integer[]) order by mr0.role, mr0.organisation_id;

/* movements */ select m0.id as "id", m0.province_id as "provinceId", m0.national_id as "nationalId", m0.name as "name", m0.name_en as "nameEn" from movement m0 where m0.exposure = 2 and exists (select 1 from movement_role role0 where role0.movement_id = m0.id and (role0.role = $1::text))
order by m0.sort_key asc, m0.id asc limit 6;

/* movementsBy_movement_roleCounts */ select parent.parent_key, counted.count from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select count(*)::integer as count from movement m0 join (select distinct movement_id as row_id, organisation_id as parent_id from movement_role where role = any ('{CARRIES_OUT}'::text[])) linked
on linked.row_id = m0.id
where linked.parent_id = parent.key1 and m0.exposure = 2 and true) counted;

/* movementsBy_movement_roleCounts */ select parent.parent_key, counted.count from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select count(*)::integer as count from movement m0 join (select distinct movement_id as row_id, organisation_id as parent_id from movement_role where role = any ('{LAUNCHES}'::text[])) linked
on linked.row_id = m0.id
where linked.parent_id = parent.key1 and m0.exposure = 2 and true) counted;

/* movementsBy_movement_roleCounts */ select parent.parent_key, counted.count from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select count(*)::integer as count from movement m0 join (select distinct movement_id as row_id, organisation_id as parent_id from movement_role where true) linked
on linked.row_id = m0.id
where linked.parent_id = parent.key1 and m0.exposure = 2 and true) counted;

/* movementsBy_movement_roleOfParents */ select parent.parent_key, page.* from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select m0.id as "id" from movement m0 join (select distinct movement_id as row_id, organisation_id as parent_id from movement_role where true) linked
on linked.row_id = m0.id
where linked.parent_id = parent.key1 and m0.exposure = 2 and true
order by m0.sort_key asc, m0.id asc limit 2) page;

/* movementsBy_movement_roleOfParents */ select parent.parent_key, page.* from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select m0.id as "id", m0.name as "name", m0.name_en as "nameEn" from movement m0 join (select distinct movement_id as row_id, organisation_id as parent_id from movement_role where role = any ('{CARRIES_OUT}'::text[])) linked
on linked.row_id = m0.id
where linked.parent_id = parent.key1 and m0.exposure = 2 and true
order by m0.sort_key asc, m0.id asc limit 11) page;

/* movementsBy_movement_roleOfParents */ select parent.parent_key, page.* from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select m0.id as "id", m0.name as "name", m0.name_en as "nameEn" from movement m0 join (select distinct movement_id as row_id, organisation_id as parent_id from movement_role where role = any ('{LAUNCHES}'::text[])) linked
on linked.row_id = m0.id
where linked.parent_id = parent.key1 and m0.exposure = 2 and true
order by m0.sort_key asc, m0.id asc limit 11) page;

/* movementsCounts */ select parent.parent_key, counted.count from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select count(*)::integer as count from movement m0
where m0.national_id = parent.key1 and m0.exposure = 2 and true) counted;

/* movementsOfParents */ select parent.parent_key, page.* from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select m0.id as "id", m0.province_id as "provinceId" from movement m0
where m0.national_id = parent.key1 and m0.exposure = 2 and true
order by m0.sort_key asc, m0.id asc limit 11) page;

/* organisationByCodeOn */ select o.id as "id", o.kind as "kind", o.code as "code", o.province_id as "provinceId", o.valid_from::text as "validFrom", o.valid_to::text as "validTo", v.parent_id as "parentId", v.name as "name", v.name_en as "nameEn", v.abbreviation as "abbreviation" from organisation o
join organisation_version v on v.organisation_id = o.id and $2::date between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date)
where o.code = $1 and $2::date between coalesce(o.valid_from, '-infinity'::date) and coalesce(o.valid_to, 'infinity'::date);

/* organisationsOn */ select o.id as "id", o.kind as "kind", o.valid_from::text as "validFrom", o.valid_to::text as "validTo", v.abbreviation as "abbreviation", o.id, asked.day::text as "on"
from unnest($1::integer[], $2::date[]) asked (id, day) join organisation o on o.id = asked.id
join organisation_version v on v.organisation_id = o.id and greatest(least(asked.day, o.valid_to), o.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* organisationsOn */ select o.id as "id", o.kind as "kind", o.valid_from::text as "validFrom", o.valid_to::text as "validTo", v.name as "name", v.name_en as "nameEn", o.id, asked.day::text as "on"
from unnest($1::integer[], $2::date[]) asked (id, day) join organisation o on o.id = asked.id
join organisation_version v on v.organisation_id = o.id and greatest(least(asked.day, o.valid_to), o.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* quotesOf */ select q0.id as looked_up, q0.id as "id", q0.text as "text" from quote q0 where q0.id = any ($1::integer[]) and exists (select 1 from source_document d1 where d1.id = q0.document_id and d1.exposure = 2);
