/* agreementEventsOf */ select age0.id as looked_up, age0.origin as "origin", age0.basis as "basis", age0.source_document_id as "sourceDocumentId", age0.source_quote_id as "sourceQuoteId", age0.source_report_province_id as "sourceReportProvinceId", age0.source_report_id::text as "sourceReportId", age0.field_sources as "fieldSources", age0.id as "id", age0.version as "version", age0.province_id as "provinceId", age0.keeper_id as "keeperId", age0.exposure as "exposure", age0.closed_on::text as "closedOn", age0.agreement_id as "agreementId", age0.kind as "kind", age0.name as "name", age0.sort_key as "sortKey", age0.folded as "folded", age0.held_earliest::text as "heldEarliest", age0.held_latest::text as "heldLatest", age0.part_of_day as "partOfDay", age0.place_id as "placeId", age0.venue as "venue", age0.participants as "participants", age0.chair_id as "chairId", age0.document_id as "documentId" from agreement_event age0 where age0.id = any ($1::integer[]) and age0.exposure = 2;

/* agreementPlansOf */ select agpl0.id as looked_up, agpl0.origin as "origin", agpl0.basis as "basis", agpl0.source_document_id as "sourceDocumentId", agpl0.source_quote_id as "sourceQuoteId", agpl0.source_report_province_id as "sourceReportProvinceId", agpl0.source_report_id::text as "sourceReportId", agpl0.field_sources as "fieldSources", agpl0.id as "id", agpl0.version as "version", agpl0.province_id as "provinceId", agpl0.keeper_id as "keeperId", agpl0.exposure as "exposure", agpl0.closed_on::text as "closedOn", agpl0.agreement_id as "agreementId", agpl0.year as "year", agpl0.name as "name", agpl0.sort_key as "sortKey", agpl0.folded as "folded", agpl0.document_id as "documentId", agpl0.fed_by_id as "fedById", agpl0.issued_earliest::text as "issuedEarliest", agpl0.issued_latest::text as "issuedLatest" from agreement_plan agpl0 where agpl0.id = any ($1::integer[]) and agpl0.exposure = 2;

/* agreementsOf */ select ag0.id as looked_up, ag0.id as "id", ag0.province_id as "provinceId", ag0.name as "name" from agreement ag0 where ag0.id = any ($1::integer[]) and ag0.exposure = 2;

/* evaluationsOf */ select ev0.id as looked_up, ev0.id as "id", ev0.name as "name", ev0.grade as "grade", ev0.score::text as "score", ev0.max_score::text as "maxScore" from evaluation ev0 where ev0.id = any ($1::integer[]) and ev0.exposure = 2;

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

/* obligations */ select ob0.id as "id", ob0.agreement_id as "agreementId", ob0.kind as "kind", ob0.text as "text" from obligation ob0 where ob0.exposure = 2 and (ob0.kind = any ($1::text[]))
order by ob0.kind asc, coalesce(ob0.first_year, 9999) asc, ob0.id asc limit 21;

/* obligationsCount */ select count(*)::integer as count from obligation ob0 where ob0.exposure = 2 and (ob0.kind = any ($1::text[]));

/* obligationsGroups */ select (ob0.kind) collate "C" as key0, ob0.province_id as key1, count(*)::integer as count from obligation ob0 where ob0.exposure = 2 and (ob0.kind = any ($1::text[]))
group by 1, 2
order by 1 asc nulls last, 2 asc nulls last limit 20;

/* placesOn */ select p.id as "id", p.valid_from::text as "validFrom", p.valid_to::text as "validTo", v.name as "name", v.name_en as "nameEn", p.id, asked.day::text as "on" from unnest($1::integer[], $2::date[]) asked (id, day)
join place p on p.id = asked.id join place_version v on v.place_id = p.id and greatest(least(asked.day, p.valid_to), p.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);
