import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly, runSql } from './run-sql.ts';

/** The outbox: events are written in the transaction of the change and numbered after its commit. Local tables. */
export class Outbox1795400000003 implements MigrationInterface {
  name = 'Outbox1795400000003';
  async up(runner: QueryRunner): Promise<void> {
    await runSql(runner, SQL);
  }
  down = forwardOnly;
}

const SQL = `
create table feed (
  singleton boolean primary key default true check (singleton),
  id uuid not null default gen_random_uuid(),
  head bigint not null default 0,
  numbered_at timestamptz not null default '-infinity'
);
comment on column feed.head is 'The last position given. Positions are dense: 1, 2, 3 …';
comment on column feed.numbered_at is 'When it was given; never goes back.';
insert into feed default values;

create table event (
  id bigint generated always as identity primary key,
  position bigint unique,
  numbered_at timestamptz,
  type text not null check (type in ('REPORT_RECEIVED', 'REPORT_PUBLISHED')),
  province_id integer not null references place,
  organisation_id integer references organisation,
  subject_type text not null,
  subject_key text not null,
  version integer not null,
  replaced_version integer,
  exposure smallint not null check (exposure between 0 and 2),
  actor text not null,
  created_at timestamptz not null default now(),
  check ((position is null) = (numbered_at is null))
);
comment on column event.exposure is '0: the organisation only; 1: its reviewers as well; 2: everybody.';
create index event_unnumbered on event (id) where position is null;
create index event_of_subject on event (subject_type, subject_key, position);

grant select, insert on event to {hub};
grant select (id, position, numbered_at, type, province_id, organisation_id, subject_type, subject_key, version, replaced_version, exposure)
  on event to {reader};
grant select on feed to {hub}, {reader};
grant select (id, position), update (position, numbered_at) on event to {sequencer};
grant select, update (head, numbered_at) on feed to {sequencer};

alter table event enable row level security;
alter table event force row level security;
create policy event_public on event for select to {hub}, {reader} using (exposure = 2);
create policy event_viewer on event for select to {hub} using (
  case (select viewer_role())
    when 'ADMIN' then true
    when 'OFFICER' then organisation_id = any ((select viewer_organisations())::integer[])
    when 'LEADER' then organisation_id = any ((select viewer_organisations())::integer[])
    when 'REVIEWER' then exposure >= 1 and province_id = any ((select viewer_provinces())::integer[])
    else false
  end);
create policy event_append on event for insert to {hub} with check ((select viewer_role()) is not null and position is null);
create policy event_number on event to {sequencer} using (true) with check (position is not null);
`;
