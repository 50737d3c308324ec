-- 2 times
/* organisationByCodeOn */ select o.id as "id", o.kind as "kind", o.code as "code", o.province_id as "provinceId", o.valid_from::text as "validFrom", o.valid_to::text as "validTo", v.parent_id as "parentId", v.name as "name", v.name_en as "nameEn", v.abbreviation as "abbreviation" from organisation o
join organisation_version v on v.organisation_id = o.id and $2::date between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date)
where o.code = $1 and $2::date between coalesce(o.valid_from, '-infinity'::date) and coalesce(o.valid_to, 'infinity'::date);

-- 2 times
/* placesOn */ select p.id as "id", p.valid_from::text as "validFrom", p.valid_to::text as "validTo", v.name as "name", v.name_en as "nameEn", p.id, asked.day::text as "on" from unnest($1::integer[], $2::date[]) asked (id, day)
join place p on p.id = asked.id join place_version v on v.place_id = p.id and greatest(least(asked.day, p.valid_to), p.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* agreementsOfPartyCounts */ select parent.parent_key, counted.count from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select count(*)::integer as count from agreement ag0 join agreement_party agp0 on agp0.agreement_id = ag0.id
where agp0.organisation_id = parent.key1 and ag0.exposure = 2 and true) counted;

/* agreementsOfPartyOfParents */ select parent.parent_key, page.* from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select ag0.id as "id", ag0.name as "name" from agreement ag0 join agreement_party agp0 on agp0.agreement_id = ag0.id
where agp0.organisation_id = parent.key1 and ag0.exposure = 2 and true
order by ag0.sort_key asc, ag0.id asc limit 4) page;

/* organisationUnitsCounts */ select parent.parent_key, counted.count from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select count(*)::integer as count from organisation_unit u0
where u0.organisation_id = parent.key1 and u0.exposure = 2 and (u0.end_kind = $3::text)) counted;

/* organisationUnitsOf */ select u0.id as looked_up, u0.id as "id", u0.name as "name" from organisation_unit u0 where u0.id = any ($1::integer[]) and u0.exposure = 2;

/* organisationUnitsOf */ select u0.id as looked_up, u0.id as "id", u0.place_id as "placeId", u0.name as "name" from organisation_unit u0 where u0.id = any ($1::integer[]) and u0.exposure = 2;

/* organisationUnitsOfParents */ select parent.parent_key, page.* from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select u0.id as "id", u0.name as "name" from organisation_unit u0
where u0.organisation_id = parent.key1 and u0.exposure = 2 and (coalesce(u0.founded_earliest, u0.founded_latest) >= $3::date)
order by u0.sort_key asc, u0.id asc limit 2) page;

/* organisationUnitsOfParents */ select parent.parent_key, page.* from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select u0.id as "id", u0.name as "name", u0.founded_earliest::text as "foundedEarliest", u0.founded_latest::text as "foundedLatest", u0.ended_earliest::text as "endedEarliest", u0.ended_latest::text as "endedLatest", u0.end_kind as "endKind" from organisation_unit u0
where u0.organisation_id = parent.key1 and u0.exposure = 2 and (u0.end_kind = $3::text)
order by u0.sort_key asc, u0.id asc limit 6) page;

/* organisation_predecessors */ select e.successor_id as "of", e.predecessor_id as "other", e.on_date::text as "on", e.extent from organisation_edge e
join organisation o on o.id = e.predecessor_id where e.successor_id = any ($1::integer[]) order by e.on_date, o.code, o.id;

/* organisation_successors */ select e.predecessor_id as "of", e.successor_id as "other", e.on_date::text as "on", e.extent from organisation_edge e
join organisation o on o.id = e.successor_id where e.predecessor_id = any ($1::integer[]) order by e.on_date, o.code, o.id;

/* organisation_unit_edgeOf */ select ue0.predecessor_id as looked_up, ue0.successor_id as "successorId", ue0.on_date::text as "on" from organisation_unit_edge ue0 where ue0.predecessor_id = any ($1::integer[]) order by ue0.on_date, ue0.successor_id;

/* organisation_unit_edgeOf */ select ue0.successor_id as looked_up, ue0.predecessor_id as "predecessorId", ue0.on_date::text as "on" from organisation_unit_edge ue0 where ue0.successor_id = any ($1::integer[]) order by ue0.on_date, ue0.predecessor_id;

/* organisationsOn */ select o.id as "id", o.kind as "kind", o.code as "code", o.province_id as "provinceId", o.valid_from::text as "validFrom", o.valid_to::text as "validTo", v.name as "name", v.name_en as "nameEn", o.id, asked.day::text as "on"
from unnest($1::integer[], $2::date[]) asked (id, day) join organisation o on o.id = asked.id
join organisation_version v on v.organisation_id = o.id and greatest(least(asked.day, o.valid_to), o.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* organisationsOn */ select o.id as "id", o.kind as "kind", o.valid_from::text as "validFrom", o.valid_to::text as "validTo", v.name as "name", v.name_en as "nameEn", o.id, asked.day::text as "on"
from unnest($1::integer[], $2::date[]) asked (id, day) join organisation o on o.id = asked.id
join organisation_version v on v.organisation_id = o.id and greatest(least(asked.day, o.valid_to), o.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);
