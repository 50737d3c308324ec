import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly, runSql } from './run-sql.ts';

/** What belongs to a version of a report beside its workbook: the signed document and other files. */
export class Attachment1795400000012 implements MigrationInterface {
  name = 'Attachment1795400000012';
  async up(runner: QueryRunner): Promise<void> {
    await runSql(runner, SQL);
  }
  down = forwardOnly;
}

const SQL = `
create table attachment (
  province_id integer not null references place,
  id bigint generated always as identity,
  report_id bigint not null,
  version integer not null,
  organisation_id integer not null references organisation,
  kind text not null check (kind in ('SIGNED_DOCUMENT', 'NARRATIVE', 'OTHER')),
  sha256 text not null,
  file_name text not null,
  media_type text not null,
  byte_size integer not null check (byte_size > 0),
  document_number text,
  document_type text,
  document_sequence integer check (document_sequence > 0),
  document_year integer,
  document_date date,
  document_subject text,
  signer_name text,
  signer_office text,
  attached_at timestamptz not null default now(),
  attached_by text not null,
  ended_at timestamptz,
  primary key (province_id, id),
  foreign key (province_id, report_id, version) references report_version (province_id, report_id, version),
  foreign key (province_id, sha256, organisation_id) references stored_file (province_id, sha256, organisation_id),
  check ((kind = 'SIGNED_DOCUMENT') = (num_nonnulls(document_number, document_type, document_sequence, document_year, document_date,
    document_subject, signer_name) = 7)),
  check (kind = 'SIGNED_DOCUMENT' or num_nonnulls(document_number, document_type, document_sequence, document_year, document_date,
    document_subject, signer_name, signer_office) = 0),
  check (kind = 'SIGNED_DOCUMENT' or ended_at is null)
);
comment on table attachment is 'A file that belongs to a version of a report beside its workbook. Its bytes are in stored_file.';
comment on column attachment.document_number is 'As it is written; document_type, document_sequence and document_year are its parts. The type of a plain letter is empty.';
comment on column attachment.ended_at is 'When another signed document took its place, which it can until the version has been submitted.';
create unique index attachment_signed on attachment (province_id, report_id, version) where kind = 'SIGNED_DOCUMENT' and ended_at is null;
create unique index attachment_once on attachment (province_id, report_id, version, kind, sha256) where ended_at is null;
create index attachment_number on attachment (province_id, organisation_id, document_type, document_sequence, document_year)
  where kind = 'SIGNED_DOCUMENT' and ended_at is null;
create index attachment_of_file on attachment (province_id, sha256, organisation_id);
create index report_version_of_upload on report_version (province_id, upload_id);
create index report_version_of_file on report_version (province_id, file_sha256);

grant select, insert on attachment to {hub};
grant update (ended_at) on attachment to {hub};
-- Neither the names of signers nor those of files, which may be names of persons.
grant select (province_id, id, report_id, version, organisation_id, kind, sha256, media_type, byte_size, document_number, document_type,
  document_sequence, document_year, document_date, document_subject, signer_office, attached_at, ended_at) on attachment to {reader};

alter table attachment enable row level security;
alter table attachment force row level security;
create policy attachment_public on attachment for select to {hub}, {reader} using (
  kind = 'SIGNED_DOCUMENT' and exists (select from report_version v where v.province_id = attachment.province_id
    and v.report_id = attachment.report_id and v.version = attachment.version and v.exposure = 2));
create policy attachment_owner on attachment to {hub} using (viewer_owns(organisation_id)) with check (viewer_owns(organisation_id));
create policy attachment_reviewer on attachment for select to {hub} using (
  (select viewer_role()) = 'REVIEWER' and province_id = any ((select viewer_provinces())::integer[])
  and exists (select from report_version v where v.province_id = attachment.province_id
    and v.report_id = attachment.report_id and v.version = attachment.version and v.exposure >= 1));
-- The bytes of what has come before reviewers: the workbooks of versions, and what belongs to them.
create policy file_reviewer on stored_file for select to {hub} using (
  (select viewer_role()) = 'REVIEWER' and province_id = any ((select viewer_provinces())::integer[])
  and (exists (select from report_version v where v.province_id = stored_file.province_id and v.file_sha256 = stored_file.sha256
      and v.organisation_id = stored_file.organisation_id and v.exposure >= 1)
    or exists (select from attachment a where a.province_id = stored_file.province_id and a.sha256 = stored_file.sha256
      and a.organisation_id = stored_file.organisation_id)));

alter table event drop constraint event_type_check;
alter table event add constraint event_type_check check (type in ('REPORT_RECEIVED', 'REPORT_ATTACHED', 'REPORT_PUBLISHED', 'RECORD_CREATED',
  'RECORD_CORRECTED', 'RECORD_CLOSED', 'RECOMMENDATION_FOLLOWED_UP', 'UNIT_FOUNDED', 'UNITS_MERGED', 'UNIT_DISSOLVED', 'PLACES_MERGED',
  'ORGANISATIONS_MERGED', 'ORGANISATION_REGISTERED'));
`;
