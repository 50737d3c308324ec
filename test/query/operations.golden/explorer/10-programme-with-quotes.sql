-- 2 times
/* organisationsOn */ select o.id as "id", o.kind as "kind", o.valid_from::text as "validFrom", o.valid_to::text as "validTo", v.name as "name", v.name_en as "nameEn", o.id, asked.day::text as "on"
from unnest($1::integer[], $2::date[]) asked (id, day) join organisation o on o.id = asked.id
join organisation_version v on v.organisation_id = o.id and greatest(least(asked.day, o.valid_to), o.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

-- 2 times
/* placesOn */ select p.id as "id", p.valid_from::text as "validFrom", p.valid_to::text as "validTo", v.name as "name", v.name_en as "nameEn", p.id, asked.day::text as "on" from unnest($1::integer[], $2::date[]) asked (id, day)
join place p on p.id = asked.id join place_version v on v.place_id = p.id and greatest(least(asked.day, p.valid_to), p.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

-- 2 times
/* quotesOf */ select q0.id as looked_up, q0.id as "id", q0.text as "text" from quote q0 where q0.id = any ($1::integer[]) and exists (select 1 from source_document d1 where d1.id = q0.document_id and d1.exposure = 2);

/* agreement_CONTENTOf */ select agi0.agreement_id as looked_up, agi0.id as "id", agi0.ordinal as "ordinal", agi0.text as "text" from agreement_item agi0 where agi0.agreement_id = any ($1::integer[]) and agi0.kind = 'CONTENT' order by agi0.ordinal;

/* agreement_OBJECTIVEOf */ select agi0.agreement_id as looked_up, agi0.id as "id", agi0.ordinal as "ordinal", agi0.text as "text" from agreement_item agi0 where agi0.agreement_id = any ($1::integer[]) and agi0.kind = 'OBJECTIVE' order by agi0.ordinal;

/* agreement_item_indicatorOf */ select agii0.item_id as looked_up, agii0.item_id as "itemId", agii0.indicator_id as "indicatorId" from agreement_item_indicator agii0 where agii0.item_id = any ($1::integer[]) order by agii0.indicator_id;

/* agreement_item_targetOf */ select agit0.item_id as looked_up, tg0.id as "id", tg0.name as "name", tg0.name_en as "nameEn" from agreement_item_target agit0 join target_group tg0 on tg0.id = agit0.target_group_id where agit0.item_id = any ($1::integer[]) and tg0.exposure = 2 order by tg0.sort_key, tg0.id;

/* agreement_partyOf */ select agp0.agreement_id as looked_up, agp0.organisation_id as "organisationId", agp0.role as "role", coalesce(ag0.signed_earliest, ag0.signed_latest, ag0.term_start_earliest, ag0.term_start_latest)::text as "day" from agreement_party agp0 join agreement ag0 on ag0.id = agp0.agreement_id where agp0.agreement_id = any ($1::integer[]) order by agp0.ordinal, agp0.organisation_id;

/* agreements */ select ag0.origin as "origin", ag0.basis as "basis", ag0.source_document_id as "sourceDocumentId", ag0.source_quote_id as "sourceQuoteId", ag0.source_report_province_id as "sourceReportProvinceId", ag0.source_report_id::text as "sourceReportId", ag0.field_sources as "fieldSources", ag0.id as "id", ag0.province_id as "provinceId", ag0.name as "name", ag0.term_start_earliest::text as "termStartEarliest", ag0.term_start_latest::text as "termStartLatest", ag0.term_end_earliest::text as "termEndEarliest", ag0.term_end_latest::text as "termEndLatest", ag0.signed_earliest::text as "signedEarliest", ag0.signed_latest::text as "signedLatest" from agreement ag0 where ag0.exposure = 2 and ((ag0.origin = $1::text) and (ag0.kind = $2::text))
order by ag0.sort_key asc, ag0.id asc limit 2;

/* documentsOf */ select d0.id as looked_up, d0.id as "id", d0.title as "title", d0.author as "author", d0.publisher as "publisher", d0.published_at as "publishedAt" from source_document d0 where d0.id = any ($1::integer[]) and d0.exposure = 2;

/* indicatorsOf */ select i0.id as looked_up, i0.id as "id", i0.code as "code", i0.name_vi as "nameVi", i0.name_en as "nameEn" from indicator i0 where i0.id = any ($1::integer[]);

/* obligationsOfParents */ select parent.parent_key, page.* from unnest($2::text[], $1::integer[]) parent (parent_key, key1)
cross join lateral (select ob0.id as "id", ob0.kind as "kind", ob0.frequency as "frequency", ob0.first_year as "firstYear", ob0.last_year as "lastYear", ob0.text as "text" from obligation ob0
where ob0.agreement_id = parent.key1 and ob0.exposure = 2 and true
order by coalesce(ob0.first_year, 9999) asc, ob0.id asc limit 6) page;

/* organisationsOn */ select o.id as "id", o.kind as "kind", o.valid_from::text as "validFrom", o.valid_to::text as "validTo", v.abbreviation as "abbreviation", o.id, asked.day::text as "on"
from unnest($1::integer[], $2::date[]) asked (id, day) join organisation o on o.id = asked.id
join organisation_version v on v.organisation_id = o.id and greatest(least(asked.day, o.valid_to), o.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* personsOf */ select pe0.id as looked_up, pe0.id as "id", pe0.name as "name" from person pe0 where pe0.id = any ($1::integer[]) and pe0.exposure = 2;

/* place_successors */ select e.predecessor_id as "of", e.successor_id as "other", e.on_date::text as "on", e.extent from place_edge e
join place p on p.id = e.successor_id where e.predecessor_id = any ($1::integer[]) order by e.on_date, p.code, p.id;

/* signatoryOf */ select sg0.agreement_id as looked_up, sg0.origin as "origin", sg0.basis as "basis", sg0.source_document_id as "sourceDocumentId", sg0.source_quote_id as "sourceQuoteId", sg0.source_report_province_id as "sourceReportProvinceId", sg0.source_report_id::text as "sourceReportId", sg0.field_sources as "fieldSources", sg0.id as "id", sg0.person_id as "personId", sg0.organisation_id as "organisationId", coalesce(ag0.signed_earliest, ag0.signed_latest, ag0.term_start_earliest, ag0.term_start_latest)::text as "day" from signatory sg0 join agreement ag0 on ag0.id = sg0.agreement_id where sg0.agreement_id = any ($1::integer[]) order by sg0.ordinal, sg0.id;

/* signatory_officeOf */ select so0.signatory_id as looked_up, of0.id as "id", of0.organisation_id as "organisationId", of0.title as "title" from signatory_office so0 join office of0 on of0.id = so0.office_id where so0.signatory_id = any ($1::integer[]) and exists (select 1 from person pe1 where pe1.id = of0.person_id and pe1.exposure = 2) order by of0.ordinal, of0.id;
