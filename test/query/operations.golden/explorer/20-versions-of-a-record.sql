/* activitiesOf */ select a0.id as looked_up, a0.origin as "origin", a0.basis as "basis", a0.source_document_id as "sourceDocumentId", a0.source_quote_id as "sourceQuoteId", a0.source_report_province_id as "sourceReportProvinceId", a0.source_report_id::text as "sourceReportId", a0.field_sources as "fieldSources", a0.id as "id", a0.version as "version", a0.province_id as "provinceId", a0.keeper_id as "keeperId", a0.exposure as "exposure", a0.closed_on::text as "closedOn", a0.kind as "kind", a0.campaign_id as "campaignId", a0.movement_id as "movementId", a0.agreement_id as "agreementId", a0.name as "name", a0.sort_key as "sortKey", a0.folded as "folded", a0.description as "description", a0.held_earliest::text as "heldEarliest", a0.held_latest::text as "heldLatest", a0.place_id as "placeId", a0.participants::text as "participants", a0.gifts::text as "gifts", a0.value_vnd::text as "valueVnd" from activity a0 where a0.id = any ($1::integer[]) and a0.exposure = 2;

/* eventsAfter */ select id, position, numbered_at as "numberedAt", type, province_id as "provinceId", organisation_id as "organisationId",
subject_type as "subjectType", subject_key as "subjectKey", version, replaced_version as "replacedVersion" from event where (exposure >= $1::smallint or organisation_id = any ($2::integer[]) or (exposure >= 1 and province_id = any ($3::integer[]))) and position > $4::bigint and position <= $5::bigint
and ($6::text[] is null or type = any ($6)) and ($7::integer is null or province_id = $7) order by position limit $8;

/* feedState */ select id, head from feed;

/* organisationsOn */ select o.id as "id", o.kind as "kind", o.valid_from::text as "validFrom", o.valid_to::text as "validTo", v.name as "name", v.name_en as "nameEn", o.id, asked.day::text as "on"
from unnest($1::integer[], $2::date[]) asked (id, day) join organisation o on o.id = asked.id
join organisation_version v on v.organisation_id = o.id and greatest(least(asked.day, o.valid_to), o.valid_from) between coalesce(v.valid_from, '-infinity'::date) and coalesce(v.valid_to, 'infinity'::date);

/* recordVersions */ select subject_id as "subjectId", version as "version", action as "action", reason as "reason", data as "data", recorded_at as "recordedAt"
from record_version v where subject_type = $1 and subject_id = any ($2::integer[]) and v.exposure = 2
order by subject_id, version;
