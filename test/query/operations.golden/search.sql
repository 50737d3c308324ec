-- 2 times
/* placesOn */ select p.id as "id", p.valid_from::text as "validFrom", p.valid_to::text as "validTo", v.name as "name", v.name_en as "nameEn", p.id, asked.day::text as "on" from unnest($1::integer[], $2::date[]) asked (id, day)
join place p on p.id = asked.id join place_version v on v.place_id = p.id and greatest(least(asked.day, p.valid_to), p.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* indicatorsByCode */ select i0.id as "id", i0.code as "code", i0.version as "version", i0.name_vi as "nameVi", i0.name_en as "nameEn", i0.sort_key as "sortKey", i0.folded as "folded", i0.owners as "owners", i0.unit as "unit", i0.value_type as "valueType", i0.time_rule as "timeRule", i0.place_rule as "placeRule", i0.numerator as "numerator", i0.denominator as "denominator", i0.disclosure as "disclosure", i0.counted_by as "countedBy", i0.primary_form as "primaryForm", i0.breakdowns as "breakdowns" from indicator i0 where i0.code = any ($1::text[]);

/* movementsOf */ select m0.id as looked_up, m0.origin as "origin", m0.basis as "basis", m0.source_document_id as "sourceDocumentId", m0.source_quote_id as "sourceQuoteId", m0.source_report_province_id as "sourceReportProvinceId", m0.source_report_id::text as "sourceReportId", m0.field_sources as "fieldSources", m0.id as "id", m0.version as "version", m0.province_id as "provinceId", m0.keeper_id as "keeperId", m0.exposure as "exposure", m0.closed_on::text as "closedOn", m0.national_id as "nationalId", m0.name as "name", m0.name_en as "nameEn", m0.sort_key as "sortKey", m0.folded as "folded", m0.description as "description", m0.launched_earliest::text as "launchedEarliest", m0.launched_latest::text as "launchedLatest", m0.ended_earliest::text as "endedEarliest", m0.ended_latest::text as "endedLatest" from movement m0 where m0.id = any ($1::integer[]) and m0.exposure = 2;

/* search */ select kind, id, key, matched, rank, size, sort_key from ((select 'ACTIVITY'::text collate "C" as kind, n.id as id, null::text as key,
best.matched, best.rank, best.size, n.sort_key
from activity n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select n.name as text, n.folded as folded, lower(n.name) as small offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null) best where (n.folded like all ($1::text[]) or n.folded like all ($2::text[])) and n.exposure = 2
)
union all
(select 'AGREEMENT'::text collate "C" as kind, n.id as id, null::text as key,
best.matched, best.rank, best.size, n.sort_key
from agreement n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select n.name as text, n.folded as folded, lower(n.name) as small offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null) best where (n.folded like all ($1::text[]) or n.folded like all ($2::text[])) and n.exposure = 2
)
union all
(select 'CAMPAIGN'::text collate "C" as kind, n.id as id, null::text as key,
best.matched, best.rank, best.size, n.sort_key
from campaign n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select u.text, u.folded, case when u.place < 2 then lower(u.text) end as small
from unnest(array_remove(array[n.name, n.name_en], null), string_to_array(n.folded, e'\n')) with ordinality u (text, folded, place) offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null order by r.rank, size, t.text collate "C" limit 1) best where (n.folded like all ($1::text[]) or n.folded like all ($2::text[])) and n.exposure = 2
)
union all
(select 'DOCUMENT'::text collate "C" as kind, n.id as id, null::text as key,
best.matched, best.rank, best.size, n.sort_key
from source_document n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select u.text, u.folded, lower(u.text) as small
from unnest(array_remove(array[n.title, n.symbol], null), string_to_array(n.folded, e'\n')) with ordinality u (text, folded, place) offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null order by r.rank, size, t.text collate "C" limit 1) best where (n.folded like all ($1::text[]) or n.folded like all ($2::text[])) and n.exposure = 2
)
union all
(select 'EVALUATION'::text collate "C" as kind, n.id as id, null::text as key,
best.matched, best.rank, best.size, n.sort_key
from evaluation n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select n.name as text, n.folded as folded, lower(n.name) as small offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null) best where (n.folded like all ($1::text[]) or n.folded like all ($2::text[])) and n.exposure = 2
)
union all
(select 'FORM'::text collate "C" as kind, n.id as id, n.code::text as key,
best.matched, best.rank, best.size, n.sort_key
from form n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select u.text, u.folded, case when u.place < 2 then lower(u.text) end as small
from unnest(array_remove(array[n.title_vi, n.title_en], null), string_to_array(translate(regexp_replace(normalize(lower(n.title_vi || e'\n' || n.title_en), nfd), '[\u0300-\u036f]', '', 'g'), 'đ', 'd'), e'\n')) with ordinality u (text, folded, place) offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null order by r.rank, size, t.text collate "C" limit 1) best where (translate(regexp_replace(normalize(lower(n.title_vi || e'\n' || n.title_en), nfd), '[\u0300-\u036f]', '', 'g'), 'đ', 'd') like all ($1::text[]) or translate(regexp_replace(normalize(lower(n.title_vi || e'\n' || n.title_en), nfd), '[\u0300-\u036f]', '', 'g'), 'đ', 'd') like all ($2::text[]))
)
union all
(select 'INDICATOR'::text collate "C" as kind, n.id as id, n.code::text as key,
best.matched, best.rank, best.size, n.sort_key
from indicator n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select u.text, u.folded, case when u.place < 2 then lower(u.text) end as small
from unnest(array_remove(array[n.name_vi, n.name_en], null), string_to_array(n.folded, e'\n')) with ordinality u (text, folded, place) offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null order by r.rank, size, t.text collate "C" limit 1) best where (n.folded like all ($1::text[]) or n.folded like all ($2::text[]))
)
union all
(select 'MOVEMENT'::text collate "C" as kind, n.id as id, null::text as key,
best.matched, best.rank, best.size, n.sort_key
from movement n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select u.text, u.folded, case when u.place < 2 then lower(u.text) end as small
from unnest(array_remove(array[n.name, n.name_en], null), string_to_array(n.folded, e'\n')) with ordinality u (text, folded, place) offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null order by r.rank, size, t.text collate "C" limit 1) best where (n.folded like all ($1::text[]) or n.folded like all ($2::text[])) and n.exposure = 2
)
union all
(select distinct on (n.organisation_id) 'ORGANISATION'::text collate "C" as kind, n.organisation_id as id, null::text as key,
best.matched, best.rank, best.size, n.sort_key
from organisation_version n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select u.text, u.folded, case when u.place < 3 then lower(u.text) end as small
from unnest(array_remove(array[n.name, n.abbreviation, n.name_en], null), string_to_array(n.folded, e'\n')) with ordinality u (text, folded, place) offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null order by r.rank, size, t.text collate "C" limit 1) best where (n.folded like all ($1::text[]) or n.folded like all ($2::text[]))
order by n.organisation_id, best.rank, best.size, n.sort_key, best.matched collate "C")
union all
(select 'PERSON'::text collate "C" as kind, n.id as id, null::text as key,
best.matched, best.rank, best.size, n.sort_key
from person n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select n.name as text, n.folded as folded, lower(n.name) as small offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null) best where (n.folded like all ($1::text[]) or n.folded like all ($2::text[])) and n.exposure = 2
)
union all
(select distinct on (n.place_id) 'PLACE'::text collate "C" as kind, n.place_id as id, null::text as key,
best.matched, best.rank, best.size, n.sort_key
from place_version n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select u.text, u.folded, case when u.place < 3 then lower(u.text) end as small
from unnest(array_remove(array[n.name, n.short_name, n.name_en], null), string_to_array(n.folded || e'\n' || case when right(n.name, char_length(n.short_name)) = n.short_name
then right(n.folded, char_length(n.short_name)) else lower(n.short_name) end || e'\n' || lower(n.name_en), e'\n')) with ordinality u (text, folded, place) offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null order by r.rank, size, t.text collate "C" limit 1) best where (n.folded || e'\n' || case when right(n.name, char_length(n.short_name)) = n.short_name
then right(n.folded, char_length(n.short_name)) else lower(n.short_name) end || e'\n' || lower(n.name_en) like all ($1::text[]) or n.folded || e'\n' || case when right(n.name, char_length(n.short_name)) = n.short_name
then right(n.folded, char_length(n.short_name)) else lower(n.short_name) end || e'\n' || lower(n.name_en) like all ($2::text[]))
order by n.place_id, best.rank, best.size, n.sort_key, best.matched collate "C")
union all
(select 'POLICY'::text collate "C" as kind, n.id as id, null::text as key,
best.matched, best.rank, best.size, n.sort_key
from policy_reference n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select u.text, u.folded, lower(u.text) as small
from unnest(array_remove(array[n.title, n.symbol], null), string_to_array(n.folded, e'\n')) with ordinality u (text, folded, place) offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null order by r.rank, size, t.text collate "C" limit 1) best where (n.folded like all ($1::text[]) or n.folded like all ($2::text[])) and n.exposure = 2
)
union all
(select 'RECOMMENDATION'::text collate "C" as kind, n.id as id, null::text as key,
best.matched, best.rank, best.size, n.sort_key
from recommendation n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select u.text, u.folded, lower(u.text) as small
from unnest(array_remove(array[n.text, n.addressee], null), string_to_array(n.folded, e'\n')) with ordinality u (text, folded, place) offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null order by r.rank, size, t.text collate "C" limit 1) best where (n.folded like all ($1::text[]) or n.folded like all ($2::text[])) and n.exposure = 2
)
union all
(select 'TARGET_GROUP'::text collate "C" as kind, n.id as id, null::text as key,
best.matched, best.rank, best.size, n.sort_key
from target_group n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select u.text, u.folded, case when u.place < 2 then lower(u.text) end as small
from unnest(array_remove(array[n.name, n.name_en], null), string_to_array(n.folded, e'\n')) with ordinality u (text, folded, place) offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null order by r.rank, size, t.text collate "C" limit 1) best where (n.folded like all ($1::text[]) or n.folded like all ($2::text[])) and n.exposure = 2
)
union all
(select 'UNIT'::text collate "C" as kind, n.id as id, null::text as key,
best.matched, best.rank, best.size, n.sort_key
from organisation_unit n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select n.name as text, n.folded as folded, lower(n.name) as small offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null) best where (n.folded like all ($1::text[]) or n.folded like all ($2::text[])) and n.exposure = 2
)) hit  order by rank, size, sort_key, kind, id limit 11;

/* searchCount */ select count(*)::integer as count from ((select 'ACTIVITY'::text collate "C" as kind, n.id as id, null::text as key,
best.matched, best.rank, best.size, n.sort_key
from activity n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select n.name as text, n.folded as folded, lower(n.name) as small offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null) best where (n.folded like all ($1::text[]) or n.folded like all ($2::text[])) and n.exposure = 2
)
union all
(select 'AGREEMENT'::text collate "C" as kind, n.id as id, null::text as key,
best.matched, best.rank, best.size, n.sort_key
from agreement n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select n.name as text, n.folded as folded, lower(n.name) as small offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null) best where (n.folded like all ($1::text[]) or n.folded like all ($2::text[])) and n.exposure = 2
)
union all
(select 'CAMPAIGN'::text collate "C" as kind, n.id as id, null::text as key,
best.matched, best.rank, best.size, n.sort_key
from campaign n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select u.text, u.folded, case when u.place < 2 then lower(u.text) end as small
from unnest(array_remove(array[n.name, n.name_en], null), string_to_array(n.folded, e'\n')) with ordinality u (text, folded, place) offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null order by r.rank, size, t.text collate "C" limit 1) best where (n.folded like all ($1::text[]) or n.folded like all ($2::text[])) and n.exposure = 2
)
union all
(select 'DOCUMENT'::text collate "C" as kind, n.id as id, null::text as key,
best.matched, best.rank, best.size, n.sort_key
from source_document n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select u.text, u.folded, lower(u.text) as small
from unnest(array_remove(array[n.title, n.symbol], null), string_to_array(n.folded, e'\n')) with ordinality u (text, folded, place) offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null order by r.rank, size, t.text collate "C" limit 1) best where (n.folded like all ($1::text[]) or n.folded like all ($2::text[])) and n.exposure = 2
)
union all
(select 'EVALUATION'::text collate "C" as kind, n.id as id, null::text as key,
best.matched, best.rank, best.size, n.sort_key
from evaluation n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select n.name as text, n.folded as folded, lower(n.name) as small offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null) best where (n.folded like all ($1::text[]) or n.folded like all ($2::text[])) and n.exposure = 2
)
union all
(select 'FORM'::text collate "C" as kind, n.id as id, n.code::text as key,
best.matched, best.rank, best.size, n.sort_key
from form n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select u.text, u.folded, case when u.place < 2 then lower(u.text) end as small
from unnest(array_remove(array[n.title_vi, n.title_en], null), string_to_array(translate(regexp_replace(normalize(lower(n.title_vi || e'\n' || n.title_en), nfd), '[\u0300-\u036f]', '', 'g'), 'đ', 'd'), e'\n')) with ordinality u (text, folded, place) offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null order by r.rank, size, t.text collate "C" limit 1) best where (translate(regexp_replace(normalize(lower(n.title_vi || e'\n' || n.title_en), nfd), '[\u0300-\u036f]', '', 'g'), 'đ', 'd') like all ($1::text[]) or translate(regexp_replace(normalize(lower(n.title_vi || e'\n' || n.title_en), nfd), '[\u0300-\u036f]', '', 'g'), 'đ', 'd') like all ($2::text[]))
)
union all
(select 'INDICATOR'::text collate "C" as kind, n.id as id, n.code::text as key,
best.matched, best.rank, best.size, n.sort_key
from indicator n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select u.text, u.folded, case when u.place < 2 then lower(u.text) end as small
from unnest(array_remove(array[n.name_vi, n.name_en], null), string_to_array(n.folded, e'\n')) with ordinality u (text, folded, place) offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null order by r.rank, size, t.text collate "C" limit 1) best where (n.folded like all ($1::text[]) or n.folded like all ($2::text[]))
)
union all
(select 'MOVEMENT'::text collate "C" as kind, n.id as id, null::text as key,
best.matched, best.rank, best.size, n.sort_key
from movement n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select u.text, u.folded, case when u.place < 2 then lower(u.text) end as small
from unnest(array_remove(array[n.name, n.name_en], null), string_to_array(n.folded, e'\n')) with ordinality u (text, folded, place) offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null order by r.rank, size, t.text collate "C" limit 1) best where (n.folded like all ($1::text[]) or n.folded like all ($2::text[])) and n.exposure = 2
)
union all
(select distinct on (n.organisation_id) 'ORGANISATION'::text collate "C" as kind, n.organisation_id as id, null::text as key,
best.matched, best.rank, best.size, n.sort_key
from organisation_version n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select u.text, u.folded, case when u.place < 3 then lower(u.text) end as small
from unnest(array_remove(array[n.name, n.abbreviation, n.name_en], null), string_to_array(n.folded, e'\n')) with ordinality u (text, folded, place) offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null order by r.rank, size, t.text collate "C" limit 1) best where (n.folded like all ($1::text[]) or n.folded like all ($2::text[]))
order by n.organisation_id, best.rank, best.size, n.sort_key, best.matched collate "C")
union all
(select 'PERSON'::text collate "C" as kind, n.id as id, null::text as key,
best.matched, best.rank, best.size, n.sort_key
from person n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select n.name as text, n.folded as folded, lower(n.name) as small offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null) best where (n.folded like all ($1::text[]) or n.folded like all ($2::text[])) and n.exposure = 2
)
union all
(select distinct on (n.place_id) 'PLACE'::text collate "C" as kind, n.place_id as id, null::text as key,
best.matched, best.rank, best.size, n.sort_key
from place_version n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select u.text, u.folded, case when u.place < 3 then lower(u.text) end as small
from unnest(array_remove(array[n.name, n.short_name, n.name_en], null), string_to_array(n.folded || e'\n' || case when right(n.name, char_length(n.short_name)) = n.short_name
then right(n.folded, char_length(n.short_name)) else lower(n.short_name) end || e'\n' || lower(n.name_en), e'\n')) with ordinality u (text, folded, place) offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null order by r.rank, size, t.text collate "C" limit 1) best where (n.folded || e'\n' || case when right(n.name, char_length(n.short_name)) = n.short_name
then right(n.folded, char_length(n.short_name)) else lower(n.short_name) end || e'\n' || lower(n.name_en) like all ($1::text[]) or n.folded || e'\n' || case when right(n.name, char_length(n.short_name)) = n.short_name
then right(n.folded, char_length(n.short_name)) else lower(n.short_name) end || e'\n' || lower(n.name_en) like all ($2::text[]))
order by n.place_id, best.rank, best.size, n.sort_key, best.matched collate "C")
union all
(select 'POLICY'::text collate "C" as kind, n.id as id, null::text as key,
best.matched, best.rank, best.size, n.sort_key
from policy_reference n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select u.text, u.folded, lower(u.text) as small
from unnest(array_remove(array[n.title, n.symbol], null), string_to_array(n.folded, e'\n')) with ordinality u (text, folded, place) offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null order by r.rank, size, t.text collate "C" limit 1) best where (n.folded like all ($1::text[]) or n.folded like all ($2::text[])) and n.exposure = 2
)
union all
(select 'RECOMMENDATION'::text collate "C" as kind, n.id as id, null::text as key,
best.matched, best.rank, best.size, n.sort_key
from recommendation n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select u.text, u.folded, lower(u.text) as small
from unnest(array_remove(array[n.text, n.addressee], null), string_to_array(n.folded, e'\n')) with ordinality u (text, folded, place) offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null order by r.rank, size, t.text collate "C" limit 1) best where (n.folded like all ($1::text[]) or n.folded like all ($2::text[])) and n.exposure = 2
)
union all
(select 'TARGET_GROUP'::text collate "C" as kind, n.id as id, null::text as key,
best.matched, best.rank, best.size, n.sort_key
from target_group n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select u.text, u.folded, case when u.place < 2 then lower(u.text) end as small
from unnest(array_remove(array[n.name, n.name_en], null), string_to_array(n.folded, e'\n')) with ordinality u (text, folded, place) offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null order by r.rank, size, t.text collate "C" limit 1) best where (n.folded like all ($1::text[]) or n.folded like all ($2::text[])) and n.exposure = 2
)
union all
(select 'UNIT'::text collate "C" as kind, n.id as id, null::text as key,
best.matched, best.rank, best.size, n.sort_key
from organisation_unit n cross join lateral (select r.rank, t.text as matched, char_length(t.text) as size
from (select n.name as text, n.folded as folded, lower(n.name) as small offset 0) t cross join lateral (select case when t.folded like all ($1::text[]) then case when t.small ~ all ($4::text[])
then case when t.small ~ $5::text then 1
when t.small ~ $6::text then 2
when t.small ~ all ($7::text[]) then 3 else 4 end else case when t.folded ~ $8::text then 5
when t.folded ~ $9::text then 6
when t.folded ~ all ($10::text[]) then 7 else 8 end end
when t.folded like all ($2::text[]) and t.folded ~ all ($3::text[]) then 9 end as rank offset 0) r where r.rank is not null) best where (n.folded like all ($1::text[]) or n.folded like all ($2::text[])) and n.exposure = 2
)) hit;

/* targetGroupsOf */ select tg0.id as looked_up, tg0.origin as "origin", tg0.basis as "basis", tg0.source_document_id as "sourceDocumentId", tg0.source_quote_id as "sourceQuoteId", tg0.source_report_province_id as "sourceReportProvinceId", tg0.source_report_id::text as "sourceReportId", tg0.field_sources as "fieldSources", tg0.id as "id", tg0.version as "version", tg0.province_id as "provinceId", tg0.keeper_id as "keeperId", tg0.exposure as "exposure", tg0.closed_on::text as "closedOn", tg0.name as "name", tg0.name_en as "nameEn", tg0.sort_key as "sortKey", tg0.folded as "folded" from target_group tg0 where tg0.id = any ($1::integer[]) and tg0.exposure = 2;
