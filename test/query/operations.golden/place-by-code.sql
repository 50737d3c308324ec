-- 2 times
/* placesOn */ select p.id as "id", p.code as "code", p.valid_from::text as "validFrom", p.valid_to::text as "validTo", v.name as "name", v.name_en as "nameEn", p.id, asked.day::text as "on" from unnest($1::integer[], $2::date[]) asked (id, day)
join place p on p.id = asked.id join place_version v on v.place_id = p.id and greatest(least(asked.day, p.valid_to), p.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* lastPlaceByCode */ select p.id as "id", p.code as "code", p.level as "level", p.province_id as "provinceId", p.valid_from::text as "validFrom", p.valid_to::text as "validTo", v.parent_id as "parentId", v.type as "type", v.name as "name", v.name_en as "nameEn", v.short_name as "shortName" from (select $2::date as day) asked, place p
join place_version v on v.place_id = p.id
where p.code = $1 and coalesce(p.valid_from, '-infinity'::date) <= asked.day and greatest(least(asked.day, p.valid_to), p.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date)
order by p.valid_from desc nulls last limit 1;

/* place_predecessors */ select e.successor_id as "of", e.predecessor_id as "other", e.on_date::text as "on", e.extent from place_edge e
join place p on p.id = e.predecessor_id where e.successor_id = any ($1::integer[]) order by e.on_date, p.code, p.id;

/* place_successors */ select e.predecessor_id as "of", e.successor_id as "other", e.on_date::text as "on", e.extent from place_edge e
join place p on p.id = e.successor_id where e.predecessor_id = any ($1::integer[]) order by e.on_date, p.code, p.id;
