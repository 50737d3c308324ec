-- 3 times
/* organisationsOn */ select o.id as "id", o.kind as "kind", o.valid_from::text as "validFrom", o.valid_to::text as "validTo", v.abbreviation as "abbreviation", o.id, asked.day::text as "on"
from unnest($1::integer[], $2::date[]) asked (id, day) join organisation o on o.id = asked.id
join organisation_version v on v.organisation_id = o.id and greatest(least(asked.day, o.valid_to), o.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* agreementsOf */ select ag0.id as looked_up, ag0.id as "id", ag0.name as "name" from agreement ag0 where ag0.id = any ($1::integer[]) and ag0.exposure = 2;

/* evaluationsOf */ select ev0.id as looked_up, ev0.id as "id", ev0.name as "name" from evaluation ev0 where ev0.id = any ($1::integer[]) and ev0.exposure = 2;

/* follow_upOf */ select fu0.recommendation_id as looked_up, fu0.ordinal as "ordinal", fu0.organisation_id as "organisationId", fu0.on_date::text as "on", fu0.text as "text", fu0.state as "state" from follow_up fu0 where fu0.recommendation_id = any ($1::integer[]) order by fu0.ordinal;

/* recommendation_addresseeOf */ select ra0.recommendation_id as looked_up, ra0.recommendation_id as "recommendationId", ra0.organisation_id as "organisationId" from recommendation_addressee ra0 where ra0.recommendation_id = any ($1::integer[]) order by ra0.organisation_id;

/* recommendations */ select rc0.id as "id", rc0.version as "version", rc0.closed_on::text as "closedOn", rc0.kind as "kind", rc0.from_id as "fromId", rc0.addressee as "addressee", rc0.text as "text", rc0.deadline::text as "deadline", rc0.state as "state", rc0.agreement_id as "agreementId", rc0.evaluation_id as "evaluationId", rc0.issued_earliest::text as "issuedEarliest", rc0.issued_latest::text as "issuedLatest", (coalesce(rc0.deadline, 'infinity'::date))::text as page_key0, (rc0.id)::text as page_key1 from recommendation rc0 where rc0.exposure = 2 and true
order by coalesce(rc0.deadline, 'infinity'::date) asc, rc0.id asc limit 11;

/* recommendationsCount */ select count(*)::integer as count from recommendation rc0 where rc0.exposure = 2 and true;
