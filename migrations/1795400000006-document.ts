import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RECORD_COLUMNS, recordPolicies, span } from './record-sql.ts';
import { forwardOnly, runSql } from './run-sql.ts';

/** Where records come from, every version of every record, and the events of their lives. */
export class Document1795400000006 implements MigrationInterface {
  name = 'Document1795400000006';
  async up(runner: QueryRunner): Promise<void> {
    await runSql(runner, SQL);
  }
  down = forwardOnly;
}

const SQL = `
alter table organisation drop constraint organisation_kind_check;
alter table organisation add constraint organisation_kind_check check (kind in
  ('LDLD', 'HPN', 'TD', 'HND', 'CCB', 'UBND', 'MTTQ', 'LHTN', 'TINH_UY', 'SO_NGANH', 'KHAC'));
alter table place add column registered boolean not null default false;
alter table place_version add column registered boolean not null default false;
alter table place_edge add column registered boolean not null default false;
alter table organisation add column registered boolean not null default false;
alter table organisation_version add column registered boolean not null default false;
alter table organisation_edge add column registered boolean not null default false;
comment on column place.registered is 'Made or altered by a registration in this hub: loading the catalogue leaves it alone.';
comment on column organisation.registered is 'Made or altered by a registration in this hub: loading the catalogue leaves it alone.';
create sequence registered_place_id start 10000000;
create sequence registered_organisation_id start 10000000;
grant insert, update on place, place_version, organisation, organisation_version to {hub};
grant insert on place_edge, organisation_edge to {hub};
grant usage on sequence registered_place_id, registered_organisation_id to {hub};

create function viewer_keeps(keeper integer, province integer) returns boolean language sql stable parallel safe
  as $$ select case public.viewer_role()
    when 'ADMIN' then true
    when 'OFFICER' then keeper = any (public.viewer_organisations())
    when 'LEADER' then keeper = any (public.viewer_organisations())
    when 'REVIEWER' then province = any (public.viewer_provinces())
      and exists (select 1 from public.organisation o where o.id = keeper and o.kind in ('UBND', 'MTTQ') and o.province_id = province)
    else false end $$;
comment on function viewer_keeps(integer, integer) is 'Whether the viewer may write records of this keeper in this province. Reviewers write for the People''s Committee and the Front.';

create table source_document (${RECORD_COLUMNS}
  kind text not null check (kind in ('ARTICLE', 'OFFICIAL')),
  title text not null,
  sort_key text collate "C" not null,
  folded text not null,
  author text,
  publisher text,
  section text,
  published_at timestamptz,
  issuer_id integer references organisation,
  type text,
  number integer check (number > 0),
  year integer,
  symbol text,
  style text check (style in ('STATE', 'PARTY')),
  ${span('dated')}
  check ((kind = 'OFFICIAL') >= (number is not null)),
  check ((number is null) = (symbol is null))
);
comment on table source_document is 'What records were taken from: articles, and official papers with their numbers.';
comment on column source_document.symbol is 'The number as it was written, as 125/BC-UBND or 225-KH/TWĐTN-CTTN.';
create unique index source_document_number on source_document (issuer_id, type, number, year) where number is not null;
create index source_document_sorted on source_document (sort_key, id);
${recordPolicies('source_document')}

create table quote (
  id integer generated always as identity primary key,
  document_id integer not null references source_document,
  key text not null,
  text text not null,
  unique (document_id, key)
);
comment on table quote is 'Passages of documents, verbatim but for white space.';
grant select, insert on quote to {hub};
grant select on quote to {reader};
alter table quote enable row level security;
alter table quote force row level security;
create policy quote_seen on quote for select to {hub}, {reader} using (exists (select 1 from source_document d where d.id = document_id));
create policy quote_kept on quote for insert to {hub} with check (
  exists (select 1 from source_document d where d.id = document_id and viewer_keeps(d.keeper_id, d.province_id)));

create table record_version (
  subject_type text not null,
  subject_id integer not null,
  version integer not null check (version > 0),
  province_id integer not null references place,
  keeper_id integer references organisation,
  exposure smallint not null check (exposure between 0 and 2),
  action text not null,
  reason text,
  data jsonb not null,
  actor text not null,
  recorded_at timestamptz not null default now(),
  primary key (subject_type, subject_id, version)
);
comment on table record_version is 'What every version of a record said, with its parts. None is altered.';
grant select, insert on record_version to {hub};
grant select (subject_type, subject_id, version, province_id, keeper_id, exposure, action, reason, data, recorded_at) on record_version to {reader};
alter table record_version enable row level security;
alter table record_version force row level security;
create policy record_version_public on record_version for select to {hub}, {reader} using (exposure = 2);
create policy record_version_keeper on record_version for select to {hub} using (viewer_keeps(keeper_id, province_id));
create policy record_version_append on record_version for insert to {hub} with check (viewer_keeps(keeper_id, province_id));
create policy record_version_reviewer on record_version for select to {hub} using (
  exposure >= 1 and (select viewer_role()) = 'REVIEWER' and province_id = any ((select viewer_provinces())::integer[]));

alter table event drop constraint event_type_check;
alter table event add constraint event_type_check check (type in ('REPORT_RECEIVED', 'REPORT_PUBLISHED', 'RECORD_CREATED', 'RECORD_CORRECTED',
  'RECORD_CLOSED', 'RECOMMENDATION_FOLLOWED_UP', 'UNIT_FOUNDED', 'UNITS_MERGED', 'UNIT_DISSOLVED', 'PLACES_MERGED', 'ORGANISATIONS_MERGED',
  'ORGANISATION_REGISTERED'));
`;
