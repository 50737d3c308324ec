/* activities */ select a0.id as "id", a0.kind as "kind", a0.name as "name", a0.held_earliest::text as "heldEarliest", a0.held_latest::text as "heldLatest", a0.place_id as "placeId", a0.participants::text as "participants", a0.gifts::text as "gifts", a0.value_vnd::text as "valueVnd", (coalesce(coalesce(a0.held_earliest, a0.held_latest), 'infinity'::date))::text as page_key0, (a0.id)::text as page_key1 from activity a0 where a0.exposure = 2 and true
order by coalesce(coalesce(a0.held_earliest, a0.held_latest), 'infinity'::date) asc, a0.id asc limit 11;

/* activitiesCount */ select count(*)::integer as count from activity a0 where a0.exposure = 2 and true;

/* activitiesGroups */ select (case when a0.held_earliest = a0.held_latest then a0.held_earliest::text end) collate "C" as key0, count(*)::integer as count, case when count(distinct (a0.origin = 'SYNTHETIC')) filter (where a0.participants is not null) > 1 then 'NOT_SUMMED' else sum(a0.participants)::text end as sum0, case when count(distinct (a0.origin = 'SYNTHETIC')) filter (where a0.gifts is not null) > 1 then 'NOT_SUMMED' else sum(a0.gifts)::text end as sum1, case when count(distinct (a0.origin = 'SYNTHETIC')) filter (where a0.value_vnd is not null) > 1 then 'NOT_SUMMED' else sum(a0.value_vnd)::text end as sum2 from activity a0 where a0.exposure = 2 and true
group by 1
order by 1 asc nulls last limit 10;
