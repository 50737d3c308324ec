import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly, runSql } from './run-sql.ts';

/** Reports, their versions, the files they came from and their figures: province first in every key. */
export class Report1795400000004 implements MigrationInterface {
  name = 'Report1795400000004';
  async up(runner: QueryRunner): Promise<void> {
    await runSql(runner, SQL);
  }
  down = forwardOnly;
}

const SQL = `
create type measure as enum ('IN_PERIOD', 'CUMULATIVE', 'TARGET', 'SAME_PERIOD_LAST_YEAR');
create type missing_reason as enum ('BLANK', 'NOT_ARISEN', 'NOT_APPLICABLE', 'NOT_AVAILABLE');
create type figure_status as enum ('OFFICIAL', 'ESTIMATE', 'PRELIMINARY');
create type figure_qualifier as enum ('OVER', 'NEARLY', 'ABOUT');

create table stored_file (
  province_id integer not null references place,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  organisation_id integer not null references organisation,
  byte_size integer not null,
  content bytea not null,
  created_at timestamptz not null default now(),
  primary key (province_id, sha256, organisation_id)
);
alter table stored_file alter column content set storage external;
comment on table stored_file is 'The bytes as they were sent, unchanged.';

create table report (
  province_id integer not null references place,
  id bigint generated always as identity,
  form_id integer not null references form,
  organisation_id integer not null references organisation,
  place_id integer not null references place,
  period_id integer not null references period,
  data_to date not null,
  latest_version integer not null default 0,
  published_version integer,
  exposure smallint not null default 0 check (exposure between 0 and 2),
  created_at timestamptz not null default now(),
  primary key (province_id, id),
  unique (province_id, form_id, organisation_id, place_id, period_id)
);
comment on table report is 'What an organisation reports with one form for one place and period. Its contents are in its versions.';
comment on column report.province_id is 'The province as it was on the data date: a merger never moves rows.';
comment on column report.exposure is 'The widest circle any version reached. 0: the organisation; 1: its reviewers; 2: everybody.';
-- Each is in the order of the list as a whole: a page is read from its start, whatever the planner guesses of the rest.
create index report_newest on report (data_to desc, province_id, id);
create index report_of_organisation on report (organisation_id, data_to desc, province_id, id);
create index report_of_place on report (place_id, data_to desc, province_id, id);
create index report_of_form on report (form_id, data_to desc, province_id, id);

create table upload (
  province_id integer not null references place,
  id bigint generated always as identity,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  file_name text,
  byte_size integer,
  state text not null check (state in ('RECEIVED', 'ACCEPTED', 'REFUSED', 'FAILED')),
  form_id integer not null references form,
  organisation_id integer not null references organisation,
  place_id integer not null references place,
  period_id integer not null references period,
  report_id bigint,
  version integer,
  issues jsonb not null default '[]',
  uploaded_at timestamptz not null default now(),
  uploaded_by text not null,
  primary key (province_id, id)
);
create index upload_of_organisation on upload (province_id, organisation_id, id desc);

create table report_version (
  province_id integer not null,
  report_id bigint not null,
  version integer not null check (version > 0),
  organisation_id integer not null references organisation,
  state text not null check (state in ('DRAFT', 'SIGNED_OFF', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'PUBLISHED', 'REPLACED', 'WITHDRAWN')),
  form_version integer not null,
  upload_id bigint not null,
  file_sha256 text not null,
  synthetic boolean not null,
  content text not null check (content in ('RECEIVED', 'NIL_RETURN', 'EMPTY')),
  exposure smallint not null default 0 check (exposure between 0 and 2),
  created_at timestamptz not null default now(),
  created_by text not null,
  published_event bigint,
  published_xact bigint,
  ended_event bigint,
  ended_xact bigint,
  primary key (province_id, report_id, version),
  foreign key (province_id, report_id) references report (province_id, id),
  foreign key (province_id, upload_id) references upload (province_id, id),
  check ((state in ('PUBLISHED', 'REPLACED')) = (exposure = 2)),
  check ((state = 'REPLACED') <= (ended_event is not null))
);
comment on column report_version.content is 'RECEIVED: has a number; NIL_RETURN: nothing arose; EMPTY: neither.';
comment on column report_version.published_xact is 'The transaction that published it, and ended_xact the one that ended it: whoever holds a snapshot can tell what was current in it, after it has closed.';
create unique index report_version_published on report_version (province_id, report_id) where state = 'PUBLISHED';

create table figure (
  province_id integer not null,
  report_id bigint not null,
  version integer not null,
  place_id integer not null references place,
  indicator_id integer not null references indicator,
  measure measure not null,
  breakdown_id integer not null references breakdown,
  organisation_id integer not null references organisation,
  form_id integer not null references form,
  period_id integer not null references period,
  data_to date not null,
  value numeric,
  missing missing_reason,
  status figure_status not null,
  qualifier figure_qualifier,
  sheet text,
  cell text not null,
  printed text not null,
  exposure smallint not null default 0 check (exposure between 0 and 2),
  published_by bigint,
  ended_by bigint,
  primary key (province_id, report_id, version, place_id, indicator_id, measure, breakdown_id),
  foreign key (province_id, report_id, version) references report_version (province_id, report_id, version),
  check ((value is null) = (missing is not null)),
  check (value not in ('NaN', 'Infinity', '-Infinity')),
  check ((exposure = 2) = (published_by is not null)),
  check (ended_by is null or published_by is not null)
);
comment on table figure is 'Every numeric or missing cell that a form knows, with the cell it stood in. Current: published and not ended.';
comment on column figure.published_by is 'The event that made it current; ended_by the one that replaced or withdrew it.';
create index figure_current on figure (province_id, indicator_id, place_id, organisation_id, data_to)
  where measure = 'IN_PERIOD' and exposure = 2 and ended_by is null;
create index figure_scope on figure (province_id, organisation_id, form_id, data_to)
  where measure = 'IN_PERIOD' and exposure = 2 and ended_by is null;

grant select, insert on stored_file, upload, report, report_version, figure to {hub};
grant update (latest_version, published_version, exposure) on report to {hub};
grant update (state, report_id, version, issues) on upload to {hub};
grant update (state, exposure, published_event, published_xact, ended_event, ended_xact) on report_version to {hub};
grant update (exposure, published_by, ended_by) on figure to {hub};
-- The public role reads no column that tells of a draft above what is published, or of whoever sent a file.
grant select (province_id, id, form_id, organisation_id, place_id, period_id, data_to, published_version, exposure) on report to {reader};
grant select (province_id, report_id, version, organisation_id, state, form_version, file_sha256, synthetic, content, exposure, created_at,
  published_event, published_xact, ended_event, ended_xact) on report_version to {reader};
grant select on figure to {reader};

alter table stored_file enable row level security;
alter table stored_file force row level security;
alter table upload enable row level security;
alter table upload force row level security;
alter table report enable row level security;
alter table report force row level security;
alter table report_version enable row level security;
alter table report_version force row level security;
alter table figure enable row level security;
alter table figure force row level security;

create function viewer_owns(organisation integer) returns boolean language sql stable parallel safe
  as $$ select case public.viewer_role()
    when 'ADMIN' then true
    when 'OFFICER' then organisation = any (public.viewer_organisations())
    when 'LEADER' then organisation = any (public.viewer_organisations())
    else false end $$;

create policy file_owner on stored_file to {hub} using (viewer_owns(organisation_id)) with check (viewer_owns(organisation_id));
create policy upload_owner on upload to {hub} using (viewer_owns(organisation_id)) with check (viewer_owns(organisation_id));

create policy report_public on report for select to {hub}, {reader} using (exposure = 2);
create policy report_owner on report to {hub} using (viewer_owns(organisation_id)) with check (viewer_owns(organisation_id));
create policy report_reviewer on report for select to {hub} using (
  exposure >= 1 and (select viewer_role()) = 'REVIEWER' and province_id = any ((select viewer_provinces())::integer[]));

create policy version_public on report_version for select to {hub}, {reader} using (exposure = 2);
-- What an organisation brings stays within the circle of its reviewers: only the hub itself, acting as ADMIN, publishes or takes back.
create policy version_owner on report_version to {hub}
  using (viewer_owns(organisation_id) and (exposure < 2 or (select viewer_role()) = 'ADMIN'))
  with check (viewer_owns(organisation_id) and (exposure < 2 or (select viewer_role()) = 'ADMIN'));
create policy version_reviewer on report_version for select to {hub} using (
  exposure >= 1 and (select viewer_role()) = 'REVIEWER' and province_id = any ((select viewer_provinces())::integer[]));

-- A subquery, which is hashed once a statement: an array in its place would be an index condition, and lead the planner to an index of its own.
create policy figure_public on figure for select to {hub}, {reader} using (
  exposure = 2 and breakdown_id = 0 and indicator_id in (select id from indicator where disclosure = 'PUBLIC'));
create policy figure_viewer on figure for select to {hub} using (
  case (select viewer_role())
    when 'ADMIN' then true
    when 'ANALYST' then exposure = 2 and breakdown_id = 0
      and indicator_id in (select id from indicator where disclosure in ('PUBLIC', 'STATE'))
    when 'OFFICER' then organisation_id = any ((select viewer_organisations())::integer[])
    when 'LEADER' then organisation_id = any ((select viewer_organisations())::integer[])
    when 'REVIEWER' then exposure >= 1 and province_id = any ((select viewer_provinces())::integer[])
    else false
  end);
create policy figure_write on figure for insert to {hub} with check (viewer_owns(organisation_id) and exposure = 0);
create policy figure_move on figure for update to {hub} using ((select viewer_role()) = 'ADMIN') with check ((select viewer_role()) = 'ADMIN');
`;
