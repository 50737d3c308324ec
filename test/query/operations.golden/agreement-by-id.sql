-- 4 times
/* organisationsOn */ select o.id as "id", o.kind as "kind", o.valid_from::text as "validFrom", o.valid_to::text as "validTo", v.abbreviation as "abbreviation", o.id, asked.day::text as "on"
from unnest($1::integer[], $2::date[]) asked (id, day) join organisation o on o.id = asked.id
join organisation_version v on v.organisation_id = o.id and greatest(least(asked.day, o.valid_to), o.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* agreementEventsOf */ select age0.id as looked_up, age0.origin as "origin", age0.basis as "basis", age0.source_document_id as "sourceDocumentId", age0.source_quote_id as "sourceQuoteId", age0.source_report_province_id as "sourceReportProvinceId", age0.source_report_id::text as "sourceReportId", age0.field_sources as "fieldSources", age0.id as "id", age0.version as "version", age0.province_id as "provinceId", age0.keeper_id as "keeperId", age0.exposure as "exposure", age0.closed_on::text as "closedOn", age0.agreement_id as "agreementId", age0.kind as "kind", age0.name as "name", age0.sort_key as "sortKey", age0.folded as "folded", age0.held_earliest::text as "heldEarliest", age0.held_latest::text as "heldLatest", age0.part_of_day as "partOfDay", age0.place_id as "placeId", age0.venue as "venue", age0.participants as "participants", age0.chair_id as "chairId", age0.document_id as "documentId" from agreement_event age0 where age0.id = any ($1::integer[]) and age0.exposure = 2;

/* agreementEventsOfParents */ select parent.parent_key, page.* from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select age0.id as "id", age0.kind as "kind", age0.name as "name", age0.held_earliest::text as "heldEarliest", age0.held_latest::text as "heldLatest" from agreement_event age0
where age0.agreement_id = parent.key1 and age0.exposure = 2 and true
order by coalesce(coalesce(age0.held_earliest, age0.held_latest), 'infinity'::date) asc, age0.id asc limit 21) page;

/* agreementPlansOf */ select agpl0.id as looked_up, agpl0.origin as "origin", agpl0.basis as "basis", agpl0.source_document_id as "sourceDocumentId", agpl0.source_quote_id as "sourceQuoteId", agpl0.source_report_province_id as "sourceReportProvinceId", agpl0.source_report_id::text as "sourceReportId", agpl0.field_sources as "fieldSources", agpl0.id as "id", agpl0.version as "version", agpl0.province_id as "provinceId", agpl0.keeper_id as "keeperId", agpl0.exposure as "exposure", agpl0.closed_on::text as "closedOn", agpl0.agreement_id as "agreementId", agpl0.year as "year", agpl0.name as "name", agpl0.sort_key as "sortKey", agpl0.folded as "folded", agpl0.document_id as "documentId", agpl0.fed_by_id as "fedById", agpl0.issued_earliest::text as "issuedEarliest", agpl0.issued_latest::text as "issuedLatest" from agreement_plan agpl0 where agpl0.id = any ($1::integer[]) and agpl0.exposure = 2;

/* agreementPlansOfParents */ select parent.parent_key, page.* from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select agpl0.id as "id", agpl0.year as "year", agpl0.name as "name", agpl0.fed_by_id as "fedById", agpl0.issued_earliest::text as "issuedEarliest", agpl0.issued_latest::text as "issuedLatest" from agreement_plan agpl0
where agpl0.agreement_id = parent.key1 and agpl0.exposure = 2 and true
order by agpl0.year asc, agpl0.id asc limit 21) page;

/* agreement_CONTENTOf */ select agi0.agreement_id as looked_up, agi0.id as "id", agi0.ordinal as "ordinal", agi0.text as "text" from agreement_item agi0 where agi0.agreement_id = any ($1::integer[]) and agi0.kind = 'CONTENT' order by agi0.ordinal;

/* agreement_OBJECTIVEOf */ select agi0.agreement_id as looked_up, agi0.id as "id", agi0.ordinal as "ordinal", agi0.text as "text" from agreement_item agi0 where agi0.agreement_id = any ($1::integer[]) and agi0.kind = 'OBJECTIVE' order by agi0.ordinal;

/* agreement_SUPPORTOf */ select agi0.agreement_id as looked_up, agi0.id as "id", agi0.ordinal as "ordinal", agi0.text as "text", agi0.giver_id as "giverId", coalesce(ag0.signed_earliest, ag0.signed_latest, ag0.term_start_earliest, ag0.term_start_latest)::text as "day" from agreement_item agi0 join agreement ag0 on ag0.id = agi0.agreement_id where agi0.agreement_id = any ($1::integer[]) and agi0.kind = 'SUPPORT' order by agi0.ordinal;

/* agreement_item_indicatorOf */ select agii0.item_id as looked_up, agii0.item_id as "itemId", agii0.indicator_id as "indicatorId" from agreement_item_indicator agii0 where agii0.item_id = any ($1::integer[]) order by agii0.indicator_id;

/* agreement_item_receiverOf */ select agir0.item_id as looked_up, agir0.item_id as "itemId", agir0.organisation_id as "organisationId" from agreement_item_receiver agir0 where agir0.item_id = any ($1::integer[]) order by agir0.organisation_id;

/* agreement_item_targetOf */ select agit0.item_id as looked_up, tg0.id as "id", tg0.name as "name", tg0.name_en as "nameEn" from agreement_item_target agit0 join target_group tg0 on tg0.id = agit0.target_group_id where agit0.item_id = any ($1::integer[]) and tg0.exposure = 2 order by tg0.sort_key, tg0.id;

/* agreement_partyOf */ select agp0.agreement_id as looked_up, agp0.organisation_id as "organisationId", agp0.role as "role", agp0.ordinal as "ordinal", coalesce(ag0.signed_earliest, ag0.signed_latest, ag0.term_start_earliest, ag0.term_start_latest)::text as "day" from agreement_party agp0 join agreement ag0 on ag0.id = agp0.agreement_id where agp0.agreement_id = any ($1::integer[]) order by agp0.ordinal, agp0.organisation_id;

/* agreementsOf */ select ag0.id as looked_up, ag0.origin as "origin", ag0.basis as "basis", ag0.source_document_id as "sourceDocumentId", ag0.source_quote_id as "sourceQuoteId", ag0.source_report_province_id as "sourceReportProvinceId", ag0.source_report_id::text as "sourceReportId", ag0.field_sources as "fieldSources", ag0.id as "id", ag0.version as "version", ag0.province_id as "provinceId", ag0.keeper_id as "keeperId", ag0.exposure as "exposure", ag0.closed_on::text as "closedOn", ag0.kind as "kind", ag0.name as "name", ag0.sort_key as "sortKey", ag0.folded as "folded", ag0.document_id as "documentId", ag0.term_start_earliest::text as "termStartEarliest", ag0.term_start_latest::text as "termStartLatest", ag0.term_end_earliest::text as "termEndEarliest", ag0.term_end_latest::text as "termEndLatest", ag0.signed_earliest::text as "signedEarliest", ag0.signed_latest::text as "signedLatest" from agreement ag0 where ag0.id = any ($1::integer[]) and ag0.exposure = 2;

/* documentsOf */ select d0.id as looked_up, d0.id as "id", d0.title as "title", d0.type as "type", d0.number as "number", d0.year as "year", d0.symbol as "symbol", d0.style as "style" from source_document d0 where d0.id = any ($1::integer[]) and d0.exposure = 2;

/* evaluationsOf */ select ev0.id as looked_up, ev0.id as "id", ev0.name as "name" from evaluation ev0 where ev0.id = any ($1::integer[]) and ev0.exposure = 2;

/* evaluationsOf */ select ev0.id as looked_up, ev0.origin as "origin", ev0.basis as "basis", ev0.source_document_id as "sourceDocumentId", ev0.source_quote_id as "sourceQuoteId", ev0.source_report_province_id as "sourceReportProvinceId", ev0.source_report_id::text as "sourceReportId", ev0.field_sources as "fieldSources", ev0.id as "id", ev0.version as "version", ev0.province_id as "provinceId", ev0.keeper_id as "keeperId", ev0.exposure as "exposure", ev0.closed_on::text as "closedOn", ev0.agreement_id as "agreementId", ev0.movement_id as "movementId", ev0.campaign_id as "campaignId", ev0.plan_id as "planId", ev0.meeting_id as "meetingId", ev0.evaluated_id as "evaluatedId", ev0.stage as "stage", ev0.year as "year", ev0.name as "name", ev0.sort_key as "sortKey", ev0.folded as "folded", ev0.grade as "grade", ev0.score::text as "score", ev0.max_score::text as "maxScore", ev0.summary as "summary", ev0.conclusion as "conclusion", ev0.concluded_by_id as "concludedById" from evaluation ev0 where ev0.id = any ($1::integer[]) and ev0.exposure = 2;

/* evaluationsOfParents */ select parent.parent_key, page.* from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select ev0.id as "id", ev0.stage as "stage", ev0.year as "year", ev0.name as "name", ev0.grade as "grade", ev0.score::text as "score", ev0.max_score::text as "maxScore", ev0.summary as "summary", ev0.conclusion as "conclusion" from evaluation ev0
where ev0.agreement_id = parent.key1 and ev0.exposure = 2 and true
order by coalesce(ev0.year, 9999) asc, ev0.id asc limit 21) page;

/* obligationFulfilments */ select distinct on (found."obligationId", found.year) found."obligationId", found.year, found.type, found.id from (
select ob.id as "obligationId", pl.year, 'AgreementPlan' as type, pl.id, 0 as rank, null::date as day
from obligation ob join agreement_plan pl on pl.agreement_id = ob.agreement_id
where ob.id = any ($1::integer[]) and ob.kind = 'PLAN' and pl.exposure = 2
union all
select ob.id, extract(year from me.held_earliest)::integer, 'AgreementEvent', me.id, 0, me.held_earliest
from obligation ob join agreement_event me on me.agreement_id = ob.agreement_id and me.kind = 'REVIEW_MEETING'
where ob.id = any ($1::integer[]) and ob.kind = 'REVIEW_MEETING' and me.exposure = 2
and date_trunc('year', me.held_earliest) = date_trunc('year', me.held_latest)
union all
select ob.id, ev.year, 'Evaluation', ev.id, array_position(array['CONCLUDED', 'REVIEW', 'SELF'], ev.stage), null
from obligation ob join evaluation ev on ev.agreement_id = ob.agreement_id
where ob.id = any ($1::integer[]) and ob.kind = 'SUMMARY' and ev.year is not null and ev.exposure = 2
) found order by found."obligationId", found.year, found.rank, found.day, found.id;

/* obligationTerms */ select ob.id, ob.first_year as "firstYear", ob.last_year as "lastYear",
extract(year from coalesce(ag.term_start_earliest, ag.term_start_latest, ag.signed_earliest, ag.signed_latest))::integer as "beginsIn",
extract(year from coalesce(ag.term_end_latest, ag.term_end_earliest))::integer as "endsIn",
least(ob.closed_on, ag.closed_on)::text as "closedOn",
coalesce((entered.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date, 'infinity'::date)::text as "enteredOn"
from obligation ob
left join agreement ag on ag.id = ob.agreement_id and ag.exposure = 2
left join record_version entered on entered.subject_type = 'Obligation' and entered.subject_id = ob.id and entered.version = 1
where ob.id = any ($1::integer[]) and ob.exposure = 2;

/* obligationsOfParents */ select parent.parent_key, page.* from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select ob0.id as "id", ob0.kind as "kind", ob0.frequency as "frequency", ob0.text as "text" from obligation ob0
where ob0.agreement_id = parent.key1 and ob0.exposure = 2 and true
order by coalesce(ob0.first_year, 9999) asc, ob0.id asc limit 21) page;

/* organisationsOn */ select o.id as "id", o.kind as "kind", o.code as "code", o.valid_from::text as "validFrom", o.valid_to::text as "validTo", v.name as "name", v.name_en as "nameEn", o.id, asked.day::text as "on"
from unnest($1::integer[], $2::date[]) asked (id, day) join organisation o on o.id = asked.id
join organisation_version v on v.organisation_id = o.id and greatest(least(asked.day, o.valid_to), o.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* organisationsOn */ select o.id as "id", o.kind as "kind", o.code as "code", o.valid_from::text as "validFrom", o.valid_to::text as "validTo", v.name as "name", v.name_en as "nameEn", v.abbreviation as "abbreviation", o.id, asked.day::text as "on"
from unnest($1::integer[], $2::date[]) asked (id, day) join organisation o on o.id = asked.id
join organisation_version v on v.organisation_id = o.id and greatest(least(asked.day, o.valid_to), o.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* placesOn */ select p.id as "id", p.code as "code", p.valid_from::text as "validFrom", p.valid_to::text as "validTo", v.name as "name", v.name_en as "nameEn", p.id, asked.day::text as "on" from unnest($1::integer[], $2::date[]) asked (id, day)
join place p on p.id = asked.id join place_version v on v.place_id = p.id and greatest(least(asked.day, p.valid_to), p.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* recommendation_addresseeOf */ select ra0.recommendation_id as looked_up, ra0.recommendation_id as "recommendationId", ra0.organisation_id as "organisationId" from recommendation_addressee ra0 where ra0.recommendation_id = any ($1::integer[]) order by ra0.organisation_id;

/* recommendationsCounts */ select parent.parent_key, counted.count from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select count(*)::integer as count from recommendation rc0
where rc0.agreement_id = parent.key1 and rc0.exposure = 2 and true) counted;

/* recommendationsOfParents */ select parent.parent_key, page.* from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select rc0.id as "id", rc0.closed_on::text as "closedOn", rc0.kind as "kind", rc0.from_id as "fromId", rc0.text as "text", rc0.deadline::text as "deadline", rc0.state as "state" from recommendation rc0
where rc0.agreement_id = parent.key1 and rc0.exposure = 2 and true
order by coalesce(coalesce(rc0.issued_earliest, rc0.issued_latest), 'infinity'::date) asc, coalesce(rc0.ordinal, 2147483647) asc, rc0.id asc limit 51) page;

/* signatoryOf */ select sg0.agreement_id as looked_up, sg0.id as "id", sg0.person_id as "personId", sg0.organisation_id as "organisationId", coalesce(ag0.signed_earliest, ag0.signed_latest, ag0.term_start_earliest, ag0.term_start_latest)::text as "day" from signatory sg0 join agreement ag0 on ag0.id = sg0.agreement_id where sg0.agreement_id = any ($1::integer[]) order by sg0.ordinal, sg0.id;
