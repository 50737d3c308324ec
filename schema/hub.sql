-- The database after all migrations, printed from its catalogues by "npm run contracts". Never run, only compared.

grant usage on schema public to public;
grant usage on schema public to {hub};
grant usage on schema public to {reader};
grant usage on schema public to {sequencer};

create type figure_qualifier as enum ('OVER', 'NEARLY', 'ABOUT');

create type figure_status as enum ('OFFICIAL', 'ESTIMATE', 'PRELIMINARY');

create type measure as enum ('IN_PERIOD', 'CUMULATIVE', 'TARGET', 'SAME_PERIOD_LAST_YEAR');

create type missing_reason as enum ('BLANK', 'NOT_ARISEN', 'NOT_APPLICABLE', 'NOT_AVAILABLE');

CREATE OR REPLACE FUNCTION public.viewer_organisations()
 RETURNS integer[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(nullif(current_setting('hub.viewer_organisations', true), '')::integer[], '{}') $function$;

CREATE OR REPLACE FUNCTION public.viewer_owns(organisation integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select case public.viewer_role()
    when 'ADMIN' then true
    when 'OFFICER' then organisation = any (public.viewer_organisations())
    when 'LEADER' then organisation = any (public.viewer_organisations())
    else false end $function$;

CREATE OR REPLACE FUNCTION public.viewer_provinces()
 RETURNS integer[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(nullif(current_setting('hub.viewer_provinces', true), '')::integer[], '{}') $function$;

CREATE OR REPLACE FUNCTION public.viewer_role()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('hub.viewer_role', true), '') $function$;
comment on function viewer_role() is 'Who is asking, set for one transaction. Unset means anonymous; a local setting leaves an empty text behind, hence nullif.';

create table access_key (
  id bigint generated always as identity not null,
  digest bytea not null,
  label text not null,
  role text not null,
  organisation_id integer,
  province_id integer,
  demo boolean default false not null,
  created_at timestamp with time zone default now() not null,
  revoked_at timestamp with time zone,
  constraint access_key_pkey PRIMARY KEY (id),
  constraint access_key_digest_key UNIQUE (digest),
  constraint access_key_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint access_key_province_id_fkey FOREIGN KEY (province_id) REFERENCES place(id),
  constraint access_key_check CHECK ((role = ANY (ARRAY['OFFICER'::text, 'LEADER'::text])) = (organisation_id IS NOT NULL)),
  constraint access_key_check1 CHECK ((role = 'REVIEWER'::text) = (province_id IS NOT NULL)),
  constraint access_key_digest_check CHECK (length(digest) = 32),
  constraint access_key_role_check CHECK (role = ANY (ARRAY['PARTNER'::text, 'ANALYST'::text, 'OFFICER'::text, 'LEADER'::text, 'REVIEWER'::text, 'ADMIN'::text]))
);
comment on column access_key.digest is 'SHA-256 of the key. The key itself is shown once and kept nowhere.';
grant insert, select on access_key to {hub};
grant update (revoked_at) on access_key to {hub};

create table archive (
  singleton boolean default true not null,
  kind text not null,
  demo_loaded_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint archive_pkey PRIMARY KEY (singleton),
  constraint archive_kind_check CHECK (kind = ANY (ARRAY['DEMO'::text, 'REAL'::text])),
  constraint archive_singleton_check CHECK (singleton)
);
comment on table archive is 'One row: whether this hub holds synthetic demo reports or real ones. They never meet.';
grant select on archive to {hub};
grant select on archive to {reader};

create table audit (
  id bigint generated always as identity not null,
  at timestamp with time zone default now() not null,
  actor text not null,
  role text not null,
  action text not null,
  province_id integer,
  subject_type text,
  subject_id text,
  reason text,
  override boolean default false not null,
  detail jsonb default '{}'::jsonb not null,
  constraint audit_pkey PRIMARY KEY (id)
);
comment on table audit is 'One row for every change, written in its transaction. The hub may add rows and never change them.';
comment on column audit.override is 'An administrator did what the review would do otherwise.';
alter table audit enable row level security;
alter table audit force row level security;
create policy audit_append on audit as permissive for insert to {hub}
  with check (true);
create policy audit_read on audit as permissive for select to {hub}
  using ((( SELECT viewer_role() AS viewer_role) = 'ADMIN'::text));
grant insert, select on audit to {hub};

create table breakdown (
  id integer generated always as identity not null,
  key text not null,
  constraint breakdown_pkey PRIMARY KEY (id),
  constraint breakdown_key_key UNIQUE (key)
);
comment on table breakdown is 'Dimension and member of a part, as sector=FDI. The whole is row 0 with an empty key.';
grant insert, select on breakdown to {hub};
grant select on breakdown to {reader};

create table event (
  id bigint generated always as identity not null,
  "position" bigint,
  numbered_at timestamp with time zone,
  type text not null,
  province_id integer not null,
  organisation_id integer,
  subject_type text not null,
  subject_key text not null,
  version integer not null,
  replaced_version integer,
  exposure smallint not null,
  actor text not null,
  created_at timestamp with time zone default now() not null,
  constraint event_pkey PRIMARY KEY (id),
  constraint event_position_key UNIQUE ("position"),
  constraint event_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint event_province_id_fkey FOREIGN KEY (province_id) REFERENCES place(id),
  constraint event_check CHECK (("position" IS NULL) = (numbered_at IS NULL)),
  constraint event_exposure_check CHECK (exposure >= 0 AND exposure <= 2),
  constraint event_type_check CHECK (type = ANY (ARRAY['REPORT_RECEIVED'::text, 'REPORT_PUBLISHED'::text]))
);
comment on column event.exposure is '0: the organisation only; 1: its reviewers as well; 2: everybody.';
CREATE INDEX event_of_subject ON event USING btree (subject_type, subject_key, "position");
CREATE INDEX event_unnumbered ON event USING btree (id) WHERE "position" IS NULL;
alter table event enable row level security;
alter table event force row level security;
create policy event_append on event as permissive for insert to {hub}
  with check (((( SELECT viewer_role() AS viewer_role) IS NOT NULL) AND ("position" IS NULL)));
create policy event_number on event as permissive for all to {sequencer}
  using (true)
  with check (("position" IS NOT NULL));
create policy event_public on event as permissive for select to {hub}, {reader}
  using ((exposure = 2));
create policy event_viewer on event as permissive for select to {hub}
  using (
CASE ( SELECT viewer_role() AS viewer_role)
    WHEN 'ADMIN'::text THEN true
    WHEN 'OFFICER'::text THEN (organisation_id = ANY (( SELECT viewer_organisations() AS viewer_organisations)::integer[]))
    WHEN 'LEADER'::text THEN (organisation_id = ANY (( SELECT viewer_organisations() AS viewer_organisations)::integer[]))
    WHEN 'REVIEWER'::text THEN ((exposure >= 1) AND (province_id = ANY (( SELECT viewer_provinces() AS viewer_provinces)::integer[])))
    ELSE false
END);
grant insert, select on event to {hub};
grant select (id, "position", numbered_at, type, province_id, organisation_id, subject_type, subject_key, version, replaced_version, exposure) on event to {reader};
grant select (id, "position") on event to {sequencer};
grant update ("position", numbered_at) on event to {sequencer};

create table feed (
  singleton boolean default true not null,
  id uuid default gen_random_uuid() not null,
  head bigint default 0 not null,
  numbered_at timestamp with time zone default '-infinity'::timestamp with time zone not null,
  constraint feed_pkey PRIMARY KEY (singleton),
  constraint feed_singleton_check CHECK (singleton)
);
comment on column feed.head is 'The last position given. Positions are dense: 1, 2, 3 …';
comment on column feed.numbered_at is 'When it was given; never goes back.';
grant select on feed to {hub};
grant select on feed to {reader};
grant select on feed to {sequencer};
grant update (head, numbered_at) on feed to {sequencer};

create table figure (
  province_id integer not null,
  report_id bigint not null,
  version integer not null,
  place_id integer not null,
  indicator_id integer not null,
  measure measure not null,
  breakdown_id integer not null,
  organisation_id integer not null,
  form_id integer not null,
  period_id integer not null,
  data_to date not null,
  value numeric,
  missing missing_reason,
  status figure_status not null,
  qualifier figure_qualifier,
  sheet text,
  cell text not null,
  printed text not null,
  exposure smallint default 0 not null,
  published_by bigint,
  ended_by bigint,
  constraint figure_pkey PRIMARY KEY (province_id, report_id, version, place_id, indicator_id, measure, breakdown_id),
  constraint figure_breakdown_id_fkey FOREIGN KEY (breakdown_id) REFERENCES breakdown(id),
  constraint figure_form_id_fkey FOREIGN KEY (form_id) REFERENCES form(id),
  constraint figure_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id),
  constraint figure_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint figure_period_id_fkey FOREIGN KEY (period_id) REFERENCES period(id),
  constraint figure_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id),
  constraint figure_province_id_report_id_version_fkey FOREIGN KEY (province_id, report_id, version) REFERENCES report_version(province_id, report_id, version),
  constraint figure_check CHECK ((value IS NULL) = (missing IS NOT NULL)),
  constraint figure_check1 CHECK ((exposure = 2) = (published_by IS NOT NULL)),
  constraint figure_check2 CHECK (ended_by IS NULL OR published_by IS NOT NULL),
  constraint figure_exposure_check CHECK (exposure >= 0 AND exposure <= 2),
  constraint figure_value_check CHECK (value <> ALL (ARRAY['NaN'::numeric, 'Infinity'::numeric, '-Infinity'::numeric]))
);
comment on table figure is 'Every numeric or missing cell that a form knows, with the cell it stood in. Current: published and not ended.';
comment on column figure.published_by is 'The event that made it current; ended_by the one that replaced or withdrew it.';
CREATE INDEX figure_current ON figure USING btree (province_id, indicator_id, place_id, organisation_id, data_to) WHERE measure = 'IN_PERIOD'::measure AND exposure = 2 AND ended_by IS NULL;
CREATE INDEX figure_scope ON figure USING btree (province_id, organisation_id, form_id, data_to) WHERE measure = 'IN_PERIOD'::measure AND exposure = 2 AND ended_by IS NULL;
alter table figure enable row level security;
alter table figure force row level security;
create policy figure_move on figure as permissive for update to {hub}
  using ((( SELECT viewer_role() AS viewer_role) = 'ADMIN'::text))
  with check ((( SELECT viewer_role() AS viewer_role) = 'ADMIN'::text));
create policy figure_public on figure as permissive for select to {hub}, {reader}
  using (((exposure = 2) AND (breakdown_id = 0) AND (indicator_id IN ( SELECT indicator.id
   FROM indicator
  WHERE (indicator.disclosure = 'PUBLIC'::text)))));
create policy figure_viewer on figure as permissive for select to {hub}
  using (
CASE ( SELECT viewer_role() AS viewer_role)
    WHEN 'ADMIN'::text THEN true
    WHEN 'ANALYST'::text THEN ((exposure = 2) AND (breakdown_id = 0) AND (indicator_id IN ( SELECT indicator.id
       FROM indicator
      WHERE (indicator.disclosure = ANY (ARRAY['PUBLIC'::text, 'STATE'::text])))))
    WHEN 'OFFICER'::text THEN (organisation_id = ANY (( SELECT viewer_organisations() AS viewer_organisations)::integer[]))
    WHEN 'LEADER'::text THEN (organisation_id = ANY (( SELECT viewer_organisations() AS viewer_organisations)::integer[]))
    WHEN 'REVIEWER'::text THEN ((exposure >= 1) AND (province_id = ANY (( SELECT viewer_provinces() AS viewer_provinces)::integer[])))
    ELSE false
END);
create policy figure_write on figure as permissive for insert to {hub}
  with check ((viewer_owns(organisation_id) AND (exposure = 0)));
grant insert, select on figure to {hub};
grant select on figure to {reader};
grant update (exposure, published_by, ended_by) on figure to {hub};

create table form (
  id integer not null,
  code text not null,
  version integer not null,
  title_vi text not null,
  title_en text not null,
  sort_key text collate "C" not null,
  owner text not null,
  layout text not null,
  constraint form_pkey PRIMARY KEY (id),
  constraint form_code_key UNIQUE (code),
  constraint form_layout_check CHECK (layout = ANY (ARRAY['INDICATOR_ROWS'::text, 'AREA_ROWS'::text]))
);
grant select on form to {hub};
grant select on form to {reader};

create table form_version (
  form_id integer not null,
  version integer not null,
  definition jsonb not null,
  digest text not null,
  loaded_at timestamp with time zone default now() not null,
  constraint form_version_pkey PRIMARY KEY (form_id, version),
  constraint form_version_form_id_fkey FOREIGN KEY (form_id) REFERENCES form(id),
  constraint form_version_version_check CHECK (version > 0)
);
grant select on form_version to {hub};
grant select on form_version to {reader};

create table idempotency_key (
  actor text not null,
  key text not null,
  request_digest bytea not null,
  answer jsonb not null,
  created_at timestamp with time zone default now() not null,
  constraint idempotency_key_pkey PRIMARY KEY (actor, key),
  constraint idempotency_key_key_check CHECK (length(key) >= 1 AND length(key) <= 200)
);
grant insert, select on idempotency_key to {hub};

create table indicator (
  id integer not null,
  code text not null,
  version integer not null,
  name_vi text not null,
  name_en text not null,
  sort_key text collate "C" not null,
  folded text not null,
  owners text[] not null,
  unit text not null,
  value_type text not null,
  time_rule text not null,
  place_rule text not null,
  numerator text,
  denominator text,
  disclosure text not null,
  counted_by text not null,
  primary_form text,
  breakdowns text not null,
  constraint indicator_pkey PRIMARY KEY (id),
  constraint indicator_code_key UNIQUE (code),
  constraint indicator_counted_by_check CHECK (counted_by = ANY (ARRAY['REPORT'::text, 'HUB'::text])),
  constraint indicator_disclosure_check CHECK (disclosure = ANY (ARRAY['PUBLIC'::text, 'STATE'::text, 'ORGANISATION'::text])),
  constraint indicator_place_rule_check CHECK (place_rule = ANY (ARRAY['SUM'::text, 'RECOMPUTE'::text, 'NONE'::text])),
  constraint indicator_time_rule_check CHECK (time_rule = ANY (ARRAY['SUM'::text, 'LAST'::text, 'RECOMPUTE'::text, 'NONE'::text])),
  constraint indicator_value_type_check CHECK (value_type = ANY (ARRAY['count'::text, 'money'::text, 'decimal'::text, 'percent'::text, 'score'::text]))
);
comment on column indicator.time_rule is 'How values of one place add up over time. Time goes first, places second.';
comment on column indicator.primary_form is 'Where two forms bring this indicator, the one that answers.';
grant select on indicator to {hub};
grant select on indicator to {reader};

create table indicator_version (
  indicator_id integer not null,
  version integer not null,
  definition jsonb not null,
  digest text not null,
  loaded_at timestamp with time zone default now() not null,
  constraint indicator_version_pkey PRIMARY KEY (indicator_id, version),
  constraint indicator_version_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id),
  constraint indicator_version_version_check CHECK (version > 0)
);
grant select on indicator_version to {hub};
grant select on indicator_version to {reader};

create table migration (
  id integer default nextval('migration_id_seq'::regclass) not null,
  "timestamp" bigint not null,
  name character varying not null,
  constraint "PK_3043fc6b8af7c99b8b98830094f" PRIMARY KEY (id)
);
grant select on migration to {hub};

create table organisation (
  id integer not null,
  kind text not null,
  code text not null,
  province_id integer not null,
  valid_from date,
  valid_to date,
  constraint organisation_pkey PRIMARY KEY (id),
  constraint organisation_province_id_fkey FOREIGN KEY (province_id) REFERENCES place(id),
  constraint organisation_check CHECK (valid_to >= valid_from),
  constraint organisation_kind_check CHECK (kind = ANY (ARRAY['LDLD'::text, 'HPN'::text, 'TD'::text, 'HND'::text, 'CCB'::text, 'UBND'::text, 'MTTQ'::text]))
);
CREATE UNIQUE INDEX organisation_life ON organisation USING btree (code, COALESCE(valid_from, '-infinity'::date));
CREATE INDEX organisation_of_province ON organisation USING btree (province_id, kind);
grant select on organisation to {hub};
grant select on organisation to {reader};

create table organisation_edge (
  predecessor_id integer not null,
  successor_id integer not null,
  on_date date not null,
  extent text not null,
  constraint organisation_edge_pkey PRIMARY KEY (predecessor_id, successor_id, on_date),
  constraint organisation_edge_predecessor_id_fkey FOREIGN KEY (predecessor_id) REFERENCES organisation(id),
  constraint organisation_edge_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES organisation(id),
  constraint organisation_edge_extent_check CHECK (extent = ANY (ARRAY['FULL'::text, 'PARTIAL'::text]))
);
CREATE INDEX organisation_edge_successor ON organisation_edge USING btree (successor_id);
grant select on organisation_edge to {hub};
grant select on organisation_edge to {reader};

create table organisation_version (
  organisation_id integer not null,
  version integer not null,
  parent_id integer,
  name text not null,
  name_en text not null,
  abbreviation text not null,
  sort_key text collate "C" not null,
  folded text not null,
  valid_from date,
  valid_to date,
  constraint organisation_version_pkey PRIMARY KEY (organisation_id, version),
  constraint organisation_version_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint organisation_version_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES organisation(id),
  constraint organisation_version_check CHECK (valid_to >= valid_from),
  constraint organisation_version_version_check CHECK (version > 0)
);
CREATE INDEX organisation_version_parent ON organisation_version USING btree (parent_id);
grant select on organisation_version to {hub};
grant select on organisation_version to {reader};

create table period (
  id integer generated always as identity not null,
  key text not null,
  kind text not null,
  year integer not null,
  data_from date not null,
  data_to date not null,
  constraint period_pkey PRIMARY KEY (id),
  constraint period_key_data_from_data_to_key UNIQUE (key, data_from, data_to),
  constraint period_check CHECK (data_to >= data_from),
  constraint period_kind_check CHECK (kind = ANY (ARRAY['MONTH'::text, 'QUARTER'::text, 'HALF_YEAR'::text, 'NINE_MONTHS'::text, 'YEAR'::text]))
);
comment on table period is 'A nominal period with the days its data cover: the first half of 2026 is by default 15 December 2025 to 14 June 2026.';
CREATE INDEX period_end ON period USING btree (data_to);
grant insert, select on period to {hub};
grant select on period to {reader};

create table place (
  id integer not null,
  level text not null,
  code text not null,
  province_id integer,
  legacy_province_id integer,
  valid_from date,
  valid_to date,
  constraint place_pkey PRIMARY KEY (id),
  constraint place_legacy_province_id_fkey FOREIGN KEY (legacy_province_id) REFERENCES place(id),
  constraint place_province_id_fkey FOREIGN KEY (province_id) REFERENCES place(id),
  constraint place_check CHECK (valid_to >= valid_from),
  constraint place_level_check CHECK (level = ANY (ARRAY['COUNTRY'::text, 'PROVINCE'::text, 'DISTRICT'::text, 'COMMUNE'::text]))
);
comment on table place is 'The life of an administrative unit. A code is no key: 91 was Kiên Giang until 30 June 2025 and is An Giang since.';
comment on column place.valid_to is 'Last day of its life; null while it lives.';
CREATE UNIQUE INDEX place_life ON place USING btree (code, COALESCE(valid_from, '-infinity'::date));
CREATE INDEX place_of_province ON place USING btree (province_id, level);
grant select on place to {hub};
grant select on place to {reader};

create table place_edge (
  predecessor_id integer not null,
  successor_id integer not null,
  on_date date not null,
  extent text not null,
  constraint place_edge_pkey PRIMARY KEY (predecessor_id, successor_id, on_date),
  constraint place_edge_predecessor_id_fkey FOREIGN KEY (predecessor_id) REFERENCES place(id),
  constraint place_edge_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES place(id),
  constraint place_edge_extent_check CHECK (extent = ANY (ARRAY['FULL'::text, 'PARTIAL'::text]))
);
CREATE INDEX place_edge_successor ON place_edge USING btree (successor_id);
grant select on place_edge to {hub};
grant select on place_edge to {reader};

create table place_tile (
  place_id integer not null,
  grid_column integer not null,
  grid_row integer not null,
  label text not null,
  constraint place_tile_pkey PRIMARY KEY (place_id),
  constraint place_tile_grid_column_grid_row_key UNIQUE (grid_column, grid_row),
  constraint place_tile_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id)
);
grant select on place_tile to {hub};
grant select on place_tile to {reader};

create table place_version (
  place_id integer not null,
  version integer not null,
  parent_id integer,
  type text not null,
  name text not null,
  name_en text not null,
  short_name text not null,
  sort_key text collate "C" not null,
  folded text not null,
  valid_from date,
  valid_to date,
  constraint place_version_pkey PRIMARY KEY (place_id, version),
  constraint place_version_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES place(id),
  constraint place_version_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id),
  constraint place_version_check CHECK (valid_to >= valid_from),
  constraint place_version_type_check CHECK (type = ANY (ARRAY['COUNTRY'::text, 'PROVINCE'::text, 'CENTRAL_CITY'::text, 'DISTRICT'::text, 'DISTRICT_TOWN'::text, 'URBAN_DISTRICT'::text, 'PROVINCIAL_CITY'::text, 'WARD'::text, 'COMMUNE'::text, 'TOWNSHIP'::text, 'SPECIAL_ZONE'::text])),
  constraint place_version_version_check CHECK (version > 0)
);
comment on table place_version is 'Name, type and parent of a place, each with the days on which they held.';
CREATE INDEX place_version_parent ON place_version USING btree (parent_id);
grant select on place_version to {hub};
grant select on place_version to {reader};

create table report (
  province_id integer not null,
  id bigint generated always as identity not null,
  form_id integer not null,
  organisation_id integer not null,
  place_id integer not null,
  period_id integer not null,
  data_to date not null,
  latest_version integer default 0 not null,
  published_version integer,
  exposure smallint default 0 not null,
  created_at timestamp with time zone default now() not null,
  constraint report_pkey PRIMARY KEY (province_id, id),
  constraint report_province_id_form_id_organisation_id_place_id_period__key UNIQUE (province_id, form_id, organisation_id, place_id, period_id),
  constraint report_form_id_fkey FOREIGN KEY (form_id) REFERENCES form(id),
  constraint report_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint report_period_id_fkey FOREIGN KEY (period_id) REFERENCES period(id),
  constraint report_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id),
  constraint report_province_id_fkey FOREIGN KEY (province_id) REFERENCES place(id),
  constraint report_exposure_check CHECK (exposure >= 0 AND exposure <= 2)
);
comment on table report is 'What an organisation reports with one form for one place and period. Its contents are in its versions.';
comment on column report.province_id is 'The province as it was on the data date: a merger never moves rows.';
comment on column report.exposure is 'The widest circle any version reached. 0: the organisation; 1: its reviewers; 2: everybody.';
CREATE INDEX report_newest ON report USING btree (data_to DESC, province_id, id);
CREATE INDEX report_of_form ON report USING btree (form_id, data_to DESC, province_id, id);
CREATE INDEX report_of_organisation ON report USING btree (organisation_id, data_to DESC, province_id, id);
CREATE INDEX report_of_place ON report USING btree (place_id, data_to DESC, province_id, id);
alter table report enable row level security;
alter table report force row level security;
create policy report_owner on report as permissive for all to {hub}
  using (viewer_owns(organisation_id))
  with check (viewer_owns(organisation_id));
create policy report_public on report as permissive for select to {hub}, {reader}
  using ((exposure = 2));
create policy report_reviewer on report as permissive for select to {hub}
  using (((exposure >= 1) AND (( SELECT viewer_role() AS viewer_role) = 'REVIEWER'::text) AND (province_id = ANY (( SELECT viewer_provinces() AS viewer_provinces)::integer[]))));
grant insert, select on report to {hub};
grant update (latest_version, published_version, exposure) on report to {hub};
grant select (province_id, id, form_id, organisation_id, place_id, period_id, data_to, published_version, exposure) on report to {reader};

create table report_version (
  province_id integer not null,
  report_id bigint not null,
  version integer not null,
  organisation_id integer not null,
  state text not null,
  form_version integer not null,
  upload_id bigint not null,
  file_sha256 text not null,
  synthetic boolean not null,
  content text not null,
  exposure smallint default 0 not null,
  created_at timestamp with time zone default now() not null,
  created_by text not null,
  published_event bigint,
  published_xact bigint,
  ended_event bigint,
  ended_xact bigint,
  constraint report_version_pkey PRIMARY KEY (province_id, report_id, version),
  constraint report_version_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint report_version_province_id_report_id_fkey FOREIGN KEY (province_id, report_id) REFERENCES report(province_id, id),
  constraint report_version_province_id_upload_id_fkey FOREIGN KEY (province_id, upload_id) REFERENCES upload(province_id, id),
  constraint report_version_check CHECK ((state = ANY (ARRAY['PUBLISHED'::text, 'REPLACED'::text])) = (exposure = 2)),
  constraint report_version_check1 CHECK ((state = 'REPLACED'::text) <= (ended_event IS NOT NULL)),
  constraint report_version_content_check CHECK (content = ANY (ARRAY['RECEIVED'::text, 'NIL_RETURN'::text, 'EMPTY'::text])),
  constraint report_version_exposure_check CHECK (exposure >= 0 AND exposure <= 2),
  constraint report_version_state_check CHECK (state = ANY (ARRAY['DRAFT'::text, 'SIGNED_OFF'::text, 'SUBMITTED'::text, 'RETURNED'::text, 'ACCEPTED'::text, 'PUBLISHED'::text, 'REPLACED'::text, 'WITHDRAWN'::text])),
  constraint report_version_version_check CHECK (version > 0)
);
comment on column report_version.content is 'RECEIVED: has a number; NIL_RETURN: nothing arose; EMPTY: neither.';
comment on column report_version.published_xact is 'The transaction that published it, and ended_xact the one that ended it: whoever holds a snapshot can tell what was current in it, after it has closed.';
CREATE UNIQUE INDEX report_version_published ON report_version USING btree (province_id, report_id) WHERE state = 'PUBLISHED'::text;
alter table report_version enable row level security;
alter table report_version force row level security;
create policy version_owner on report_version as permissive for all to {hub}
  using ((viewer_owns(organisation_id) AND ((exposure < 2) OR (( SELECT viewer_role() AS viewer_role) = 'ADMIN'::text))))
  with check ((viewer_owns(organisation_id) AND ((exposure < 2) OR (( SELECT viewer_role() AS viewer_role) = 'ADMIN'::text))));
create policy version_public on report_version as permissive for select to {hub}, {reader}
  using ((exposure = 2));
create policy version_reviewer on report_version as permissive for select to {hub}
  using (((exposure >= 1) AND (( SELECT viewer_role() AS viewer_role) = 'REVIEWER'::text) AND (province_id = ANY (( SELECT viewer_provinces() AS viewer_provinces)::integer[]))));
grant insert, select on report_version to {hub};
grant update (state, exposure, published_event, published_xact, ended_event, ended_xact) on report_version to {hub};
grant select (province_id, report_id, version, organisation_id, state, form_version, file_sha256, synthetic, content, exposure, created_at, published_event, published_xact, ended_event, ended_xact) on report_version to {reader};

create table stored_file (
  province_id integer not null,
  sha256 text not null,
  organisation_id integer not null,
  byte_size integer not null,
  content bytea not null,
  created_at timestamp with time zone default now() not null,
  constraint stored_file_pkey PRIMARY KEY (province_id, sha256, organisation_id),
  constraint stored_file_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint stored_file_province_id_fkey FOREIGN KEY (province_id) REFERENCES place(id),
  constraint stored_file_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'::text)
);
alter table stored_file alter column content set storage external;
comment on table stored_file is 'The bytes as they were sent, unchanged.';
alter table stored_file enable row level security;
alter table stored_file force row level security;
create policy file_owner on stored_file as permissive for all to {hub}
  using (viewer_owns(organisation_id))
  with check (viewer_owns(organisation_id));
grant insert, select on stored_file to {hub};

create table total (
  province_id integer not null,
  place_id integer not null,
  organisation_id integer not null,
  form_id integer not null,
  indicator_id integer not null,
  breakdown_id integer not null,
  period_id integer not null,
  data_to date not null,
  sum numeric,
  present integer not null,
  not_arisen integer not null,
  estimated integer not null,
  preliminary integer not null,
  carried integer not null,
  places integer not null,
  constraint total_pkey PRIMARY KEY (province_id, place_id, organisation_id, form_id, indicator_id, breakdown_id, period_id),
  constraint total_breakdown_id_fkey FOREIGN KEY (breakdown_id) REFERENCES breakdown(id),
  constraint total_form_id_fkey FOREIGN KEY (form_id) REFERENCES form(id),
  constraint total_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id),
  constraint total_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint total_period_id_fkey FOREIGN KEY (period_id) REFERENCES period(id),
  constraint total_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id),
  constraint total_province_id_fkey FOREIGN KEY (province_id) REFERENCES place(id),
  constraint total_carried_check CHECK (carried >= 0),
  constraint total_check CHECK ((sum IS NULL) = (present = 0)),
  constraint total_estimated_check CHECK (estimated >= 0),
  constraint total_not_arisen_check CHECK (not_arisen >= 0),
  constraint total_places_check CHECK (places > 0),
  constraint total_preliminary_check CHECK (preliminary >= 0),
  constraint total_present_check CHECK (present >= 0)
);
comment on table total is 'Sum over the places below, per organisation, form, indicator, breakdown and period, of what is current. A flow has a row per reported period; a stock a row per month, quarter, first half, nine months and year, of each place''s last value in it.';
comment on column total.present is 'How many numbers are in the sum. 0 is missing, not zero.';
comment on column total.carried is 'Of these, how many stand earlier than the end of the window.';
comment on column total.places is 'How many places below have a figure, a number or a reason why not.';
CREATE INDEX total_read ON total USING btree (province_id, place_id, indicator_id, data_to);
alter table total enable row level security;
alter table total force row level security;
create policy total_move on total as permissive for all to {hub}
  using ((( SELECT viewer_role() AS viewer_role) = 'ADMIN'::text))
  with check ((( SELECT viewer_role() AS viewer_role) = 'ADMIN'::text));
create policy total_public on total as permissive for select to {hub}, {reader}
  using (((breakdown_id = 0) AND (indicator_id IN ( SELECT indicator.id
   FROM indicator
  WHERE (indicator.disclosure = 'PUBLIC'::text)))));
create policy total_viewer on total as permissive for select to {hub}
  using (
CASE ( SELECT viewer_role() AS viewer_role)
    WHEN 'ADMIN'::text THEN true
    WHEN 'ANALYST'::text THEN ((breakdown_id = 0) AND (indicator_id IN ( SELECT indicator.id
       FROM indicator
      WHERE (indicator.disclosure = ANY (ARRAY['PUBLIC'::text, 'STATE'::text])))))
    WHEN 'OFFICER'::text THEN (organisation_id = ANY (( SELECT viewer_organisations() AS viewer_organisations)::integer[]))
    WHEN 'LEADER'::text THEN (organisation_id = ANY (( SELECT viewer_organisations() AS viewer_organisations)::integer[]))
    WHEN 'REVIEWER'::text THEN (province_id = ANY (( SELECT viewer_provinces() AS viewer_provinces)::integer[]))
    ELSE false
END);
grant delete, insert, select, update on total to {hub};
grant select on total to {reader};

create table upload (
  province_id integer not null,
  id bigint generated always as identity not null,
  sha256 text not null,
  file_name text,
  byte_size integer,
  state text not null,
  form_id integer not null,
  organisation_id integer not null,
  place_id integer not null,
  period_id integer not null,
  report_id bigint,
  version integer,
  issues jsonb default '[]'::jsonb not null,
  uploaded_at timestamp with time zone default now() not null,
  uploaded_by text not null,
  constraint upload_pkey PRIMARY KEY (province_id, id),
  constraint upload_form_id_fkey FOREIGN KEY (form_id) REFERENCES form(id),
  constraint upload_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint upload_period_id_fkey FOREIGN KEY (period_id) REFERENCES period(id),
  constraint upload_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id),
  constraint upload_province_id_fkey FOREIGN KEY (province_id) REFERENCES place(id),
  constraint upload_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'::text),
  constraint upload_state_check CHECK (state = ANY (ARRAY['RECEIVED'::text, 'ACCEPTED'::text, 'REFUSED'::text, 'FAILED'::text]))
);
CREATE INDEX upload_of_organisation ON upload USING btree (province_id, organisation_id, id DESC);
alter table upload enable row level security;
alter table upload force row level security;
create policy upload_owner on upload as permissive for all to {hub}
  using (viewer_owns(organisation_id))
  with check (viewer_owns(organisation_id));
grant insert, select on upload to {hub};
grant update (state, report_id, version, issues) on upload to {hub};
