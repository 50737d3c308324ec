-- 5 times
/* organisationsOn */ select o.id as "id", o.kind as "kind", o.valid_from::text as "validFrom", o.valid_to::text as "validTo", v.abbreviation as "abbreviation", o.id, asked.day::text as "on"
from unnest($1::integer[], $2::date[]) asked (id, day) join organisation o on o.id = asked.id
join organisation_version v on v.organisation_id = o.id and greatest(least(asked.day, o.valid_to), o.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* agreementEventsOfParents */ select parent.parent_key, page.* from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select age0.id as "id", age0.kind as "kind", age0.name as "name", age0.participants as "participants" from agreement_event age0
where age0.agreement_id = parent.key1 and age0.exposure = 2 and true
order by coalesce(coalesce(age0.held_earliest, age0.held_latest), 'infinity'::date) asc, age0.id asc limit 6) page;

/* agreement_SUPPORTOf */ select agi0.agreement_id as looked_up, agi0.id as "id", agi0.text as "text", agi0.giver_id as "giverId", coalesce(ag0.signed_earliest, ag0.signed_latest, ag0.term_start_earliest, ag0.term_start_latest)::text as "day" from agreement_item agi0 join agreement ag0 on ag0.id = agi0.agreement_id where agi0.agreement_id = any ($1::integer[]) and agi0.kind = 'SUPPORT' order by agi0.ordinal;

/* agreement_item_receiverOf */ select agir0.item_id as looked_up, agir0.item_id as "itemId", agir0.organisation_id as "organisationId" from agreement_item_receiver agir0 where agir0.item_id = any ($1::integer[]) order by agir0.organisation_id;

/* agreement_partyOf */ select agp0.agreement_id as looked_up, agp0.organisation_id as "organisationId", agp0.role as "role", agp0.ordinal as "ordinal", coalesce(ag0.signed_earliest, ag0.signed_latest, ag0.term_start_earliest, ag0.term_start_latest)::text as "day" from agreement_party agp0 join agreement ag0 on ag0.id = agp0.agreement_id where agp0.agreement_id = any ($1::integer[]) order by agp0.ordinal, agp0.organisation_id;

/* agreements */ select ag0.id as "id", ag0.name as "name", ag0.term_start_earliest::text as "termStartEarliest", ag0.term_start_latest::text as "termStartLatest" from agreement ag0 where ag0.exposure = 2 and ((ag0.origin = $1::text) and (ag0.kind = $2::text))
order by ag0.sort_key asc, ag0.id asc limit 2;

/* evaluation_remarkOf */ select er0.evaluation_id as looked_up, er0.text as "text", er0.organisation_id as "organisationId" from evaluation_remark er0 where er0.evaluation_id = any ($1::integer[]) and er0.kind = 'FINDING' order by er0.ordinal;

/* evaluationsOfParents */ select parent.parent_key, page.* from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select ev0.id as "id", ev0.stage as "stage", ev0.year as "year", ev0.grade as "grade", ev0.score::text as "score", ev0.summary as "summary", ev0.conclusion as "conclusion", ev0.concluded_by_id as "concludedById" from evaluation ev0
where ev0.agreement_id = parent.key1 and ev0.exposure = 2 and true
order by ev0.sort_key asc, ev0.id asc limit 6) page;

/* officeOf */ select of0.person_id as looked_up, of0.id as "id", of0.title as "title" from office of0 where of0.person_id = any ($1::integer[]) and exists (select 1 from person pe1 where pe1.id = of0.person_id and pe1.exposure = 2) order by of0.ordinal, of0.id;

/* organisationsOn */ select o.id as "id", o.kind as "kind", o.valid_from::text as "validFrom", o.valid_to::text as "validTo", v.name as "name", v.name_en as "nameEn", o.id, asked.day::text as "on"
from unnest($1::integer[], $2::date[]) asked (id, day) join organisation o on o.id = asked.id
join organisation_version v on v.organisation_id = o.id and greatest(least(asked.day, o.valid_to), o.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* personsOf */ select pe0.id as looked_up, pe0.id as "id", pe0.name as "name" from person pe0 where pe0.id = any ($1::integer[]) and pe0.exposure = 2;

/* recommendation_addresseeOf */ select ra0.recommendation_id as looked_up, ra0.recommendation_id as "recommendationId", ra0.organisation_id as "organisationId" from recommendation_addressee ra0 where ra0.recommendation_id = any ($1::integer[]) order by ra0.organisation_id;

/* recommendationsCounts */ select parent.parent_key, counted.count from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select count(*)::integer as count from recommendation rc0
where rc0.agreement_id = parent.key1 and rc0.exposure = 2 and true) counted;

/* recommendationsOfParents */ select parent.parent_key, page.* from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select rc0.id as "id", rc0.kind as "kind", rc0.from_id as "fromId", rc0.speaker_id as "speakerId", rc0.addressee as "addressee", rc0.ordinal as "ordinal", rc0.text as "text", rc0.deadline::text as "deadline", rc0.state as "state" from recommendation rc0
where rc0.agreement_id = parent.key1 and rc0.exposure = 2 and true
order by coalesce(rc0.ordinal, 2147483647) asc, rc0.id asc limit 11) page;

/* targetGroupsBy_recommendation_targetOf */ select linked.parent_id as looked_up, tg0.id as "id", tg0.name as "name", tg0.name_en as "nameEn" from target_group tg0 join (select distinct target_group_id as row_id, recommendation_id as parent_id from recommendation_target where true) linked
on linked.row_id = tg0.id where linked.parent_id = any ($1::integer[]) and tg0.exposure = 2 order by tg0.sort_key, tg0.id;
