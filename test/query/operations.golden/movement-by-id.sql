-- 2 times
/* organisationsOn */ select o.id as "id", o.kind as "kind", o.code as "code", o.valid_from::text as "validFrom", o.valid_to::text as "validTo", v.name as "name", v.name_en as "nameEn", o.id, asked.day::text as "on"
from unnest($1::integer[], $2::date[]) asked (id, day) join organisation o on o.id = asked.id
join organisation_version v on v.organisation_id = o.id and greatest(least(asked.day, o.valid_to), o.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* activitiesCounts */ select parent.parent_key, counted.count from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select count(*)::integer as count from activity a0
where a0.campaign_id = parent.key1 and a0.exposure = 2 and true) counted;

/* activitiesOfParents */ select parent.parent_key, page.* from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select a0.id as "id" from activity a0
where a0.campaign_id = parent.key1 and a0.exposure = 2 and true
order by a0.sort_key asc, a0.id asc limit 2) page;

/* awardsCounts */ select parent.parent_key, counted.count from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select count(*)::integer as count from award aw0
where aw0.movement_id = parent.key1 and aw0.exposure = 2 and true) counted;

/* awardsOfParents */ select parent.parent_key, page.* from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select aw0.id as "id", aw0.rung as "rung", aw0.quantity as "quantity", aw0.name as "name" from award aw0
where aw0.movement_id = parent.key1 and aw0.exposure = 2 and true
order by case aw0.rung when 'NATIONAL_EMULATION_FIGHTER' then 'PERSONAL_TITLES' when 'PROVINCIAL_EMULATION_FIGHTER' then 'PERSONAL_TITLES' when 'GRASSROOTS_EMULATION_FIGHTER' then 'PERSONAL_TITLES' when 'ADVANCED_WORKER' then 'PERSONAL_TITLES' when 'GOVERNMENT_EMULATION_FLAG' then 'COLLECTIVE_TITLES' when 'PROVINCIAL_EMULATION_FLAG' then 'COLLECTIVE_TITLES' when 'EXCELLENT_LABOUR_COLLECTIVE' then 'COLLECTIVE_TITLES' when 'ADVANCED_LABOUR_COLLECTIVE' then 'COLLECTIVE_TITLES' when 'EXEMPLARY_COMMUNE' then 'COMMUNITY_TITLES' when 'CULTURAL_HAMLET' then 'COMMUNITY_TITLES' when 'CULTURAL_FAMILY' then 'COMMUNITY_TITLES' when 'ORDER' then 'COMMENDATIONS' when 'MEDAL' then 'COMMENDATIONS' when 'STATE_HONORARY_TITLE' then 'COMMENDATIONS' when 'STATE_PRIZE' then 'COMMENDATIONS' when 'COMMEMORATIVE_MEDAL' then 'COMMENDATIONS' when 'PRIME_MINISTER_MERIT' then 'COMMENDATIONS' when 'PROVINCIAL_MERIT' then 'COMMENDATIONS' when 'CENTRAL_BODY_MERIT' then 'COMMENDATIONS' when 'COMMENDATION' then 'COMMENDATIONS' end asc, case aw0.rung when 'NATIONAL_EMULATION_FIGHTER' then 1 when 'PROVINCIAL_EMULATION_FIGHTER' then 2 when 'GRASSROOTS_EMULATION_FIGHTER' then 3 when 'ADVANCED_WORKER' then 4 when 'GOVERNMENT_EMULATION_FLAG' then 1 when 'PROVINCIAL_EMULATION_FLAG' then 2 when 'EXCELLENT_LABOUR_COLLECTIVE' then 3 when 'ADVANCED_LABOUR_COLLECTIVE' then 4 when 'EXEMPLARY_COMMUNE' then 1 when 'CULTURAL_HAMLET' then 2 when 'CULTURAL_FAMILY' then 3 when 'ORDER' then 1 when 'MEDAL' then 2 when 'STATE_HONORARY_TITLE' then 3 when 'STATE_PRIZE' then 4 when 'COMMEMORATIVE_MEDAL' then 5 when 'PRIME_MINISTER_MERIT' then 6 when 'PROVINCIAL_MERIT' then 7 when 'CENTRAL_BODY_MERIT' then 7 when 'COMMENDATION' then 8 end asc, aw0.id asc limit 21) page;

/* campaignsCounts */ select parent.parent_key, counted.count from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select count(*)::integer as count from campaign c0
where c0.movement_id = parent.key1 and c0.exposure = 2 and true) counted;

/* campaignsOfParents */ select parent.parent_key, page.* from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select c0.id as "id", c0.kind as "kind", c0.name as "name", c0.name_en as "nameEn", c0.year as "year", c0.starts_earliest::text as "startsEarliest", c0.starts_latest::text as "startsLatest" from campaign c0
where c0.movement_id = parent.key1 and c0.exposure = 2 and true
order by coalesce(coalesce(c0.starts_earliest, c0.starts_latest), 'infinity'::date) asc, c0.id asc limit 21) page;

/* evaluationsOfParents */ select parent.parent_key, page.* from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select ev0.id as "id", ev0.stage as "stage", ev0.year as "year", ev0.grade as "grade", ev0.score::text as "score", ev0.max_score::text as "maxScore" from evaluation ev0
where ev0.movement_id = parent.key1 and ev0.exposure = 2 and true
order by coalesce(ev0.year, 9999) asc, ev0.id asc limit 21) page;

/* movement_linkOf */ select ml0.linked_id as looked_up, ml0.movement_id as "movementId" from movement_link ml0 where ml0.linked_id = any ($1::integer[]) order by ml0.movement_id;

/* movement_linkOf */ select ml0.movement_id as looked_up, ml0.linked_id as "linkedId" from movement_link ml0 where ml0.movement_id = any ($1::integer[]) order by ml0.linked_id;

/* movement_roleOf */ select mr0.movement_id as looked_up, mr0.organisation_id as "organisationId", mr0.role as "role", mr0.among as "among" from movement_role mr0 where mr0.movement_id = any ($1::integer[]) order by mr0.role, mr0.organisation_id;

/* movementsCounts */ select parent.parent_key, counted.count from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select count(*)::integer as count from movement m0
where m0.national_id = parent.key1 and m0.exposure = 2 and true) counted;

/* movementsOf */ select m0.id as looked_up, m0.id as "id", m0.name as "name", m0.name_en as "nameEn" from movement m0 where m0.id = any ($1::integer[]) and m0.exposure = 2;

/* movementsOf */ select m0.id as looked_up, m0.origin as "origin", m0.basis as "basis", m0.source_document_id as "sourceDocumentId", m0.source_quote_id as "sourceQuoteId", m0.source_report_province_id as "sourceReportProvinceId", m0.source_report_id::text as "sourceReportId", m0.field_sources as "fieldSources", m0.id as "id", m0.version as "version", m0.province_id as "provinceId", m0.keeper_id as "keeperId", m0.exposure as "exposure", m0.closed_on::text as "closedOn", m0.national_id as "nationalId", m0.name as "name", m0.name_en as "nameEn", m0.sort_key as "sortKey", m0.folded as "folded", m0.description as "description", m0.launched_earliest::text as "launchedEarliest", m0.launched_latest::text as "launchedLatest", m0.ended_earliest::text as "endedEarliest", m0.ended_latest::text as "endedLatest" from movement m0 where m0.id = any ($1::integer[]) and m0.exposure = 2;

/* movementsOfParents */ select parent.parent_key, page.* from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select m0.id as "id", m0.province_id as "provinceId", m0.name as "name", m0.name_en as "nameEn" from movement m0
where m0.national_id = parent.key1 and m0.exposure = 2 and true
order by m0.sort_key asc, m0.id asc limit 21) page;

/* placesOn */ select p.id as "id", p.code as "code", p.valid_from::text as "validFrom", p.valid_to::text as "validTo", v.name as "name", v.name_en as "nameEn", p.id, asked.day::text as "on" from unnest($1::integer[], $2::date[]) asked (id, day)
join place p on p.id = asked.id join place_version v on v.place_id = p.id and greatest(least(asked.day, p.valid_to), p.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* recordVersions */ select subject_id as "subjectId", version as "version", action as "action", reason as "reason", data as "data", recorded_at as "recordedAt"
from record_version v where subject_type = $1 and subject_id = any ($2::integer[]) and v.exposure = 2
order by subject_id, version;
