/* campaignsCounts */ select parent.parent_key, counted.count from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select count(*)::integer as count from campaign c0
where c0.movement_id = parent.key1 and c0.exposure = 2 and true) counted;

/* campaignsOfParents */ select parent.parent_key, page.* from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select c0.id as "id" from campaign c0
where c0.movement_id = parent.key1 and c0.exposure = 2 and true
order by c0.sort_key asc, c0.id asc limit 2) page;

/* movement_roleOf */ select mr0.movement_id as looked_up, mr0.organisation_id as "organisationId", mr0.role as "role" from movement_role mr0 where mr0.movement_id = any ($1::integer[]) order by mr0.role, mr0.organisation_id;

/* movements */ select m0.origin as "origin", m0.basis as "basis", m0.source_document_id as "sourceDocumentId", m0.source_quote_id as "sourceQuoteId", m0.source_report_province_id as "sourceReportProvinceId", m0.source_report_id::text as "sourceReportId", m0.field_sources as "fieldSources", m0.id as "id", m0.version as "version", m0.province_id as "provinceId", m0.national_id as "nationalId", m0.name as "name", m0.name_en as "nameEn", m0.launched_earliest::text as "launchedEarliest", m0.launched_latest::text as "launchedLatest", (m0.sort_key)::text as page_key0, (m0.id)::text as page_key1 from movement m0 where m0.exposure = 2 and true
order by m0.sort_key asc, m0.id asc limit 11;

/* movementsCount */ select count(*)::integer as count from movement m0 where m0.exposure = 2 and true;

/* movementsOf */ select m0.id as looked_up, m0.id as "id", m0.name as "name", m0.name_en as "nameEn" from movement m0 where m0.id = any ($1::integer[]) and m0.exposure = 2;

/* organisationsOn */ select o.id as "id", o.kind as "kind", o.code as "code", o.valid_from::text as "validFrom", o.valid_to::text as "validTo", v.abbreviation as "abbreviation", o.id, asked.day::text as "on"
from unnest($1::integer[], $2::date[]) asked (id, day) join organisation o on o.id = asked.id
join organisation_version v on v.organisation_id = o.id and greatest(least(asked.day, o.valid_to), o.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* placesOn */ select p.id as "id", p.code as "code", p.valid_from::text as "validFrom", p.valid_to::text as "validTo", v.name as "name", v.name_en as "nameEn", p.id, asked.day::text as "on" from unnest($1::integer[], $2::date[]) asked (id, day)
join place p on p.id = asked.id join place_version v on v.place_id = p.id and greatest(least(asked.day, p.valid_to), p.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);
