/* activities */ select a0.id as "id" from activity a0 where a0.exposure = 2 and (a0.origin = $1::text)
order by a0.sort_key asc, a0.id asc limit 2;

/* activitiesCount */ select count(*)::integer as count from activity a0 where a0.exposure = 2 and (a0.origin = $1::text);

/* activitiesGroups */ select (a0.kind) collate "C" as key0, (select lead.organisation_id from activity_role lead where lead.activity_id = a0.id and lead.role = 'LEADS') as key1, count(*)::integer as count, case when count(distinct (a0.origin = 'SYNTHETIC')) filter (where a0.participants is not null) > 1 then 'NOT_SUMMED' else sum(a0.participants)::text end as sum0, case when count(distinct (a0.origin = 'SYNTHETIC')) filter (where a0.gifts is not null) > 1 then 'NOT_SUMMED' else sum(a0.gifts)::text end as sum1, case when count(distinct (a0.origin = 'SYNTHETIC')) filter (where a0.value_vnd is not null) > 1 then 'NOT_SUMMED' else sum(a0.value_vnd)::text end as sum2 from activity a0 where a0.exposure = 2 and (a0.origin = $1::text)
group by 1, 2 having count(*) >= $2::bigint and case when not (count(distinct (a0.origin = 'SYNTHETIC')) filter (where a0.participants is not null) > 1) then sum(a0.participants) end > $3::numeric
order by case when not (count(distinct (a0.origin = 'SYNTHETIC')) filter (where a0.participants is not null) > 1) then sum(a0.participants) end desc nulls last, count(*) desc nulls last, 1 asc nulls last, 2 asc nulls last limit 20;

/* activitiesGroups */ select (case when date_trunc('quarter', a0.held_earliest) = date_trunc('quarter', a0.held_latest) then to_char(a0.held_earliest, 'YYYY"-Q"Q') end) collate "C" as key0, (a0.origin) collate "C" as key1, count(*)::integer as count, case when count(distinct (a0.origin = 'SYNTHETIC')) filter (where a0.participants is not null) > 1 then 'NOT_SUMMED' else sum(a0.participants)::text end as sum0, case when count(distinct (a0.origin = 'SYNTHETIC')) filter (where a0.gifts is not null) > 1 then 'NOT_SUMMED' else sum(a0.gifts)::text end as sum1, case when count(distinct (a0.origin = 'SYNTHETIC')) filter (where a0.value_vnd is not null) > 1 then 'NOT_SUMMED' else sum(a0.value_vnd)::text end as sum2 from activity a0 where a0.exposure = 2 and (a0.origin = $1::text)
group by 1, 2
order by 1 asc nulls last, 2 asc nulls last limit 10;

/* organisationsOn */ select o.id as "id", o.kind as "kind", o.code as "code", o.province_id as "provinceId", o.valid_from::text as "validFrom", o.valid_to::text as "validTo", v.name as "name", v.name_en as "nameEn", o.id, asked.day::text as "on"
from unnest($1::integer[], $2::date[]) asked (id, day) join organisation o on o.id = asked.id
join organisation_version v on v.organisation_id = o.id and greatest(least(asked.day, o.valid_to), o.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* placesOn */ select p.id as "id", p.valid_from::text as "validFrom", p.valid_to::text as "validTo", v.name as "name", v.name_en as "nameEn", p.id, asked.day::text as "on" from unnest($1::integer[], $2::date[]) asked (id, day)
join place p on p.id = asked.id join place_version v on v.place_id = p.id and greatest(least(asked.day, p.valid_to), p.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);
