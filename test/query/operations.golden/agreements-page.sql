-- 2 times
/* organisationsOn */ select o.id as "id", o.kind as "kind", o.code as "code", o.valid_from::text as "validFrom", o.valid_to::text as "validTo", v.abbreviation as "abbreviation", o.id, asked.day::text as "on"
from unnest($1::integer[], $2::date[]) asked (id, day) join organisation o on o.id = asked.id
join organisation_version v on v.organisation_id = o.id and greatest(least(asked.day, o.valid_to), o.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* agreement_partyOf */ select agp0.agreement_id as looked_up, agp0.organisation_id as "organisationId", agp0.role as "role", coalesce(ag0.signed_earliest, ag0.signed_latest, ag0.term_start_earliest, ag0.term_start_latest)::text as "day" from agreement_party agp0 join agreement ag0 on ag0.id = agp0.agreement_id where agp0.agreement_id = any ($1::integer[]) order by agp0.ordinal, agp0.organisation_id;

/* agreements */ select ag0.origin as "origin", ag0.basis as "basis", ag0.source_document_id as "sourceDocumentId", ag0.source_quote_id as "sourceQuoteId", ag0.source_report_province_id as "sourceReportProvinceId", ag0.source_report_id::text as "sourceReportId", ag0.field_sources as "fieldSources", ag0.id as "id", ag0.version as "version", ag0.province_id as "provinceId", ag0.keeper_id as "keeperId", ag0.kind as "kind", ag0.name as "name", ag0.term_start_earliest::text as "termStartEarliest", ag0.term_start_latest::text as "termStartLatest", ag0.term_end_earliest::text as "termEndEarliest", ag0.term_end_latest::text as "termEndLatest", ag0.signed_earliest::text as "signedEarliest", ag0.signed_latest::text as "signedLatest", (ag0.sort_key)::text as page_key0, (ag0.id)::text as page_key1 from agreement ag0 where ag0.exposure = 2 and true
order by ag0.sort_key asc, ag0.id asc limit 11;

/* agreementsCount */ select count(*)::integer as count from agreement ag0 where ag0.exposure = 2 and true;

/* placesOn */ select p.id as "id", p.code as "code", p.valid_from::text as "validFrom", p.valid_to::text as "validTo", v.name as "name", v.name_en as "nameEn", p.id, asked.day::text as "on" from unnest($1::integer[], $2::date[]) asked (id, day)
join place p on p.id = asked.id join place_version v on v.place_id = p.id and greatest(least(asked.day, p.valid_to), p.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);
