/* indicators */ select i0.id as "id", i0.code as "code", i0.name_vi as "nameVi", i0.name_en as "nameEn", i0.time_rule as "timeRule", i0.place_rule as "placeRule", i0.disclosure as "disclosure" from indicator i0 where (i0.folded like $1::text)
order by i0.code asc, i0.id asc limit 6;

/* lastPlaceByCode */ select p.id as "id", p.code as "code", p.level as "level", p.province_id as "provinceId", p.valid_from::text as "validFrom", p.valid_to::text as "validTo", v.parent_id as "parentId", v.type as "type", v.name as "name", v.name_en as "nameEn", v.short_name as "shortName" from (select $2::date as day) asked, place p
join place_version v on v.place_id = p.id
where p.code = $1 and coalesce(p.valid_from, '-infinity'::date) <= asked.day and greatest(least(asked.day, p.valid_to), p.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date)
order by p.valid_from desc nulls last limit 1;

/* organisationsOfParents */ select parent.parent_key, page.* from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select o0.id as "id", o0.kind as "kind", o0.code as "code", o0.valid_from::text as "validFrom", o0.valid_to::text as "validTo", ov0.parent_id as "parentId", ov0.name as "name", ov0.name_en as "nameEn" from organisation o0 join organisation_version ov0 on ov0.organisation_id = o0.id and greatest(least(date '2026-11-23', o0.valid_to), o0.valid_from) between coalesce(ov0.valid_from, '-infinity'::date) and coalesce(ov0.valid_to, 'infinity'::date)
where o0.province_id = parent.key1 and date '2026-11-23' between coalesce(o0.valid_from, '-infinity'::date) and coalesce(o0.valid_to, 'infinity'::date) and true
order by ov0.sort_key asc, o0.id asc limit 11) page;

/* organisationsOn */ select o.id as "id", o.kind as "kind", o.code as "code", o.valid_from::text as "validFrom", o.valid_to::text as "validTo", o.id, asked.day::text as "on"
from unnest($1::integer[], $2::date[]) asked (id, day) join organisation o on o.id = asked.id
join organisation_version v on v.organisation_id = o.id and greatest(least(asked.day, o.valid_to), o.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* placesCounts */ select parent.parent_key, counted.count from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select count(*)::integer as count from place p0 join place_version v0 on v0.place_id = p0.id and greatest(least(date '2026-11-23', p0.valid_to), p0.valid_from) between coalesce(v0.valid_from, '-infinity'::date) and coalesce(v0.valid_to, 'infinity'::date)
where v0.parent_id = parent.key1 and date '2026-11-23' between coalesce(p0.valid_from, '-infinity'::date) and coalesce(p0.valid_to, 'infinity'::date) and (v0.type = any ($3::text[]))) counted;

/* placesOfParents */ select parent.parent_key, page.* from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select p0.id as "id", p0.code as "code", p0.valid_from::text as "validFrom", p0.valid_to::text as "validTo", v0.type as "type", v0.name as "name", v0.name_en as "nameEn", (v0.sort_key)::text as page_key0, (p0.id)::text as page_key1 from place p0 join place_version v0 on v0.place_id = p0.id and greatest(least(date '2026-11-23', p0.valid_to), p0.valid_from) between coalesce(v0.valid_from, '-infinity'::date) and coalesce(v0.valid_to, 'infinity'::date)
where v0.parent_id = parent.key1 and date '2026-11-23' between coalesce(p0.valid_from, '-infinity'::date) and coalesce(p0.valid_to, 'infinity'::date) and (v0.type = any ($3::text[]))
order by v0.sort_key asc, p0.id asc limit 6) page;
