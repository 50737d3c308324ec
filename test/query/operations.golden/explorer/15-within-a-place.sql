-- 2 times
/* activitiesCount */ select count(*)::integer as count from activity a0 where a0.exposure = 2 and (a0.province_id = $1::integer or a0.place_id = $1::integer);

-- 2 times
/* placesOn */ select p.id as "id", p.valid_from::text as "validFrom", p.valid_to::text as "validTo", v.name as "name", v.name_en as "nameEn", p.id, asked.day::text as "on" from unnest($1::integer[], $2::date[]) asked (id, day)
join place p on p.id = asked.id join place_version v on v.place_id = p.id and greatest(least(asked.day, p.valid_to), p.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* activities */ select a0.id as "id", a0.name as "name", a0.held_earliest::text as "heldEarliest", a0.held_latest::text as "heldLatest", a0.place_id as "placeId" from activity a0 where a0.exposure = 2 and (a0.province_id = $1::integer or a0.place_id = $1::integer)
order by coalesce(coalesce(a0.held_earliest, a0.held_latest), 'infinity'::date) asc, a0.id asc limit 4;

/* activities */ select a0.id as "id", a0.name as "name", a0.participants::text as "participants" from activity a0 where a0.exposure = 2 and (a0.province_id = $1::integer or a0.place_id = $1::integer)
order by coalesce(coalesce(a0.held_earliest, a0.held_latest), 'infinity'::date) asc, a0.id asc limit 4;

/* activitiesGroups */ select a0.place_id as key0, count(*)::integer as count, case when count(distinct (a0.origin = 'SYNTHETIC')) filter (where a0.participants is not null) > 1 then 'NOT_SUMMED' else sum(a0.participants)::text end as sum0, case when count(distinct (a0.origin = 'SYNTHETIC')) filter (where a0.gifts is not null) > 1 then 'NOT_SUMMED' else sum(a0.gifts)::text end as sum1, case when count(distinct (a0.origin = 'SYNTHETIC')) filter (where a0.value_vnd is not null) > 1 then 'NOT_SUMMED' else sum(a0.value_vnd)::text end as sum2 from activity a0 where a0.exposure = 2 and (a0.province_id = $1::integer or a0.place_id = $1::integer)
group by 1
order by count(*) desc nulls last, 1 asc nulls last limit 12;

/* lastPlaceByCode */ select p.id as "id", p.code as "code", p.level as "level", p.province_id as "provinceId", p.valid_from::text as "validFrom", p.valid_to::text as "validTo", v.parent_id as "parentId", v.type as "type", v.name as "name", v.name_en as "nameEn", v.short_name as "shortName" from (select $2::date as day) asked, place p
join place_version v on v.place_id = p.id
where p.code = $1 and coalesce(p.valid_from, '-infinity'::date) <= asked.day and greatest(least(asked.day, p.valid_to), p.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date)
order by p.valid_from desc nulls last limit 1;

/* organisationUnits */ select u0.id as "id", u0.place_id as "placeId", u0.name as "name", u0.sector as "sector" from organisation_unit u0 where u0.exposure = 2 and ((u0.province_id = $1::integer or u0.place_id = $1::integer) and (u0.end_kind is null) = true)
order by u0.sort_key asc, u0.id asc limit 4;

/* organisationUnitsCount */ select count(*)::integer as count from organisation_unit u0 where u0.exposure = 2 and ((u0.province_id = $1::integer or u0.place_id = $1::integer) and (u0.end_kind is null) = true);

/* placesOfParents */ select parent.parent_key, page.* from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select p0.id as "id", p0.valid_from::text as "validFrom", p0.valid_to::text as "validTo", v0.name as "name", v0.name_en as "nameEn" from place p0 join place_version v0 on v0.place_id = p0.id and greatest(least(date '2026-11-23', p0.valid_to), p0.valid_from) between coalesce(v0.valid_from, '-infinity'::date) and coalesce(v0.valid_to, 'infinity'::date)
where v0.parent_id = parent.key1 and date '2026-11-23' between coalesce(p0.valid_from, '-infinity'::date) and coalesce(p0.valid_to, 'infinity'::date) and true
order by p0.code asc, p0.id asc limit 4) page;

/* placesOn */ select p.id as "id", p.code as "code", p.valid_from::text as "validFrom", p.valid_to::text as "validTo", v.name as "name", v.name_en as "nameEn", p.id, asked.day::text as "on" from unnest($1::integer[], $2::date[]) asked (id, day)
join place p on p.id = asked.id join place_version v on v.place_id = p.id and greatest(least(asked.day, p.valid_to), p.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* placesOn */ select p.id as "id", p.valid_from::text as "validFrom", p.valid_to::text as "validTo", v.parent_id as "parentId", v.name as "name", v.name_en as "nameEn", p.id, asked.day::text as "on" from unnest($1::integer[], $2::date[]) asked (id, day)
join place p on p.id = asked.id join place_version v on v.place_id = p.id and greatest(least(asked.day, p.valid_to), p.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);
