-- 4 times
/* organisationsOn */ select o.id as "id", o.kind as "kind", o.valid_from::text as "validFrom", o.valid_to::text as "validTo", v.abbreviation as "abbreviation", o.id, asked.day::text as "on"
from unnest($1::integer[], $2::date[]) asked (id, day) join organisation o on o.id = asked.id
join organisation_version v on v.organisation_id = o.id and greatest(least(asked.day, o.valid_to), o.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* agreementsOf */ select ag0.id as looked_up, ag0.id as "id", ag0.name as "name" from agreement ag0 where ag0.id = any ($1::integer[]) and ag0.exposure = 2;

/* follow_upOf */ select fu0.recommendation_id as looked_up, fu0.organisation_id as "organisationId", fu0.on_date::text as "on", fu0.text as "text", fu0.state as "state" from follow_up fu0 where fu0.recommendation_id = any ($1::integer[]) order by fu0.ordinal;

/* lastOrganisationByCode */ select o.id as "id", o.kind as "kind", o.code as "code", o.province_id as "provinceId", o.valid_from::text as "validFrom", o.valid_to::text as "validTo", v.parent_id as "parentId", v.name as "name", v.name_en as "nameEn", v.abbreviation as "abbreviation" from (select $2::date as day) asked, organisation o
join organisation_version v on v.organisation_id = o.id
where o.code = $1 and coalesce(o.valid_from, '-infinity'::date) <= asked.day and greatest(least(asked.day, o.valid_to), o.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date)
order by o.valid_from desc nulls last limit 1;

/* recommendation_addresseeOf */ select ra0.recommendation_id as looked_up, ra0.recommendation_id as "recommendationId", ra0.organisation_id as "organisationId" from recommendation_addressee ra0 where ra0.recommendation_id = any ($1::integer[]) order by ra0.organisation_id;

/* recommendations */ select rc0.id as "id", rc0.closed_on::text as "closedOn", rc0.kind as "kind", rc0.from_id as "fromId", rc0.text as "text", rc0.deadline::text as "deadline", rc0.state as "state", rc0.agreement_id as "agreementId", rc0.issued_earliest::text as "issuedEarliest", rc0.issued_latest::text as "issuedLatest" from recommendation rc0 where rc0.exposure = 2 and (rc0.state = any ($1::text[]))
order by coalesce(coalesce(rc0.issued_earliest, rc0.issued_latest), 'infinity'::date) asc, coalesce(rc0.deadline, 'infinity'::date) asc, rc0.id asc limit 21;

/* recommendationsBy_recommendation_addresseeCounts */ select parent.parent_key, counted.count from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select count(*)::integer as count from recommendation rc0 join (select distinct recommendation_id as row_id, organisation_id as parent_id from recommendation_addressee where true) linked
on linked.row_id = rc0.id
where linked.parent_id = parent.key1 and rc0.exposure = 2 and (rc0.state = any ($3::text[]))) counted;

/* recommendationsBy_recommendation_addresseeOfParents */ select parent.parent_key, page.* from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select rc0.id as "id", rc0.from_id as "fromId", rc0.text as "text", rc0.deadline::text as "deadline" from recommendation rc0 join (select distinct recommendation_id as row_id, organisation_id as parent_id from recommendation_addressee where true) linked
on linked.row_id = rc0.id
where linked.parent_id = parent.key1 and rc0.exposure = 2 and (rc0.state = any ($3::text[]))
order by coalesce(rc0.ordinal, 2147483647) asc, rc0.sort_key asc, rc0.id asc limit 11) page;

/* recommendationsCount */ select count(*)::integer as count from recommendation rc0 where rc0.exposure = 2 and (rc0.state = any ($1::text[]));

/* recommendationsGroups */ select (rc0.state) collate "C" as key0, (to_char(rc0.deadline, 'YYYY-MM')) collate "C" as key1, count(*)::integer as count from recommendation rc0 where rc0.exposure = 2 and (rc0.state = any ($1::text[]))
group by 1, 2
order by 2 asc nulls last, 1 asc nulls last, 2 asc nulls last limit 20;
