import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly, runSql } from './run-sql.ts';

/** Keys, the audit trail and remembered answers of mutations. Local tables: one copy, on the node that coordinates. */
export class Access1795400000002 implements MigrationInterface {
  name = 'Access1795400000002';
  async up(runner: QueryRunner): Promise<void> {
    await runSql(runner, SQL);
  }
  down = forwardOnly;
}

const SQL = `
create table access_key (
  id bigint generated always as identity primary key,
  digest bytea not null unique check (length(digest) = 32),
  label text not null,
  role text not null check (role in ('PARTNER', 'ANALYST', 'OFFICER', 'LEADER', 'REVIEWER', 'ADMIN')),
  organisation_id integer references organisation,
  province_id integer references place,
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  check ((role in ('OFFICER', 'LEADER')) = (organisation_id is not null)),
  check ((role = 'REVIEWER') = (province_id is not null))
);
comment on column access_key.digest is 'SHA-256 of the key. The key itself is shown once and kept nowhere.';

create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor text not null,
  role text not null,
  action text not null,
  province_id integer,
  subject_type text,
  subject_id text,
  reason text,
  override boolean not null default false,
  detail jsonb not null default '{}'
);
comment on table audit is 'One row for every change, written in its transaction. The hub may add rows and never change them.';
comment on column audit.override is 'An administrator did what the review would do otherwise.';

create table idempotency_key (
  actor text not null,
  key text not null check (length(key) between 1 and 200),
  request_digest bytea not null,
  answer jsonb not null,
  created_at timestamptz not null default now(),
  primary key (actor, key)
);

grant select, insert on access_key, audit, idempotency_key to {hub};
grant update (revoked_at) on access_key to {hub};

alter table audit enable row level security;
alter table audit force row level security;
create policy audit_append on audit for insert to {hub} with check (true);
create policy audit_read on audit for select to {hub} using ((select viewer_role()) = 'ADMIN');
`;
