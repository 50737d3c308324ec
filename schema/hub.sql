-- The database after all migrations, printed from its catalogues by "npm run contracts". Never run, only compared.

grant usage on schema public to public;
grant usage on schema public to {hub};
grant usage on schema public to {reader};
grant usage on schema public to {sequencer};

create type figure_qualifier as enum ('OVER', 'NEARLY', 'ABOUT');

create type figure_status as enum ('OFFICIAL', 'ESTIMATE', 'PRELIMINARY');

create type measure as enum ('IN_PERIOD', 'CUMULATIVE', 'TARGET', 'SAME_PERIOD_LAST_YEAR');

create type missing_reason as enum ('BLANK', 'NOT_ARISEN', 'NOT_APPLICABLE', 'NOT_AVAILABLE');

create sequence registered_organisation_id start 10000000;
grant usage on sequence registered_organisation_id to {hub};

create sequence registered_place_id start 10000000;
grant usage on sequence registered_place_id to {hub};

CREATE OR REPLACE FUNCTION public.viewer_keeps(keeper integer, province integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select case public.viewer_role()
    when 'ADMIN' then true
    when 'OFFICER' then keeper = any (public.viewer_organisations())
    when 'LEADER' then keeper = any (public.viewer_organisations())
    when 'REVIEWER' then province = any (public.viewer_provinces())
      and exists (select 1 from public.organisation o where o.id = keeper and o.kind in ('UBND', 'MTTQ') and o.province_id = province)
    else false end $function$;
comment on function viewer_keeps(integer,integer) is 'Whether the viewer may write records of this keeper in this province. Reviewers write for the People''s Committee and the Front.';

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

create table activity (
  id integer generated always as identity not null,
  version integer default 1 not null,
  province_id integer not null,
  keeper_id integer,
  exposure smallint not null,
  closed_on date,
  kind text not null,
  campaign_id integer,
  movement_id integer,
  agreement_id integer,
  name text not null,
  sort_key text collate "C" not null,
  folded text not null,
  description text,
  held_earliest date,
  held_latest date,
  place_id integer,
  participants bigint,
  gifts bigint,
  value_vnd numeric(20,0),
  origin text not null,
  basis text,
  source_document_id integer,
  source_quote_id integer,
  source_report_province_id integer,
  source_report_id bigint,
  field_sources jsonb default '{}'::jsonb not null,
  constraint activity_pkey PRIMARY KEY (id),
  constraint activity_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id),
  constraint activity_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id),
  constraint activity_keeper_id_fkey FOREIGN KEY (keeper_id) REFERENCES organisation(id),
  constraint activity_movement_id_fkey FOREIGN KEY (movement_id) REFERENCES movement(id),
  constraint activity_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id),
  constraint activity_province_id_fkey FOREIGN KEY (province_id) REFERENCES place(id),
  constraint activity_source_document_id_fkey FOREIGN KEY (source_document_id) REFERENCES source_document(id),
  constraint activity_source_quote_id_fkey FOREIGN KEY (source_quote_id) REFERENCES quote(id),
  constraint activity_source_report_province_id_source_report_id_fkey FOREIGN KEY (source_report_province_id, source_report_id) REFERENCES report(province_id, id),
  constraint activity_basis_check CHECK (basis = ANY (ARRAY['STATED'::text, 'DERIVED'::text])),
  constraint activity_check CHECK (held_earliest <= held_latest),
  constraint activity_check1 CHECK ((origin = 'SOURCE'::text) = (source_document_id IS NOT NULL)),
  constraint activity_check2 CHECK ((origin = 'SOURCE'::text) = (basis IS NOT NULL)),
  constraint activity_check3 CHECK (origin <> 'REPORT'::text OR source_report_id IS NOT NULL),
  constraint activity_exposure_check CHECK (exposure >= 0 AND exposure <= 2),
  constraint activity_gifts_check CHECK (gifts >= 0),
  constraint activity_kind_check CHECK (kind = ANY (ARRAY['GIFTS'::text, 'MEDICAL_CARE'::text, 'LEGAL_ADVICE'::text, 'DISCOUNT_SALE'::text, 'CULTURE_SPORT'::text, 'CHARITY'::text, 'TRAINING'::text, 'DIALOGUE'::text, 'INFRASTRUCTURE'::text, 'ENLISTMENT'::text, 'SECURITY'::text, 'ENTERPRISE_SUPPORT'::text, 'COMMUNICATION'::text, 'OTHER'::text])),
  constraint activity_origin_check CHECK (origin = ANY (ARRAY['SOURCE'::text, 'REPORT'::text, 'SYNTHETIC'::text, 'MANUAL'::text])),
  constraint activity_participants_check CHECK (participants >= 0),
  constraint activity_value_vnd_check CHECK (value_vnd >= 0::numeric),
  constraint activity_version_check CHECK (version > 0)
);
comment on column activity.participants is 'Turns (lượt người), not persons.';
comment on column activity.value_vnd is 'Whole đồng.';
CREATE INDEX activity_of_agreement ON activity USING btree (agreement_id, id);
CREATE INDEX activity_of_campaign ON activity USING btree (campaign_id, held_earliest, id);
CREATE INDEX activity_of_keeper ON activity USING btree (keeper_id, id);
CREATE INDEX activity_of_movement ON activity USING btree (movement_id, id);
CREATE INDEX activity_of_place ON activity USING btree (place_id, id);
CREATE INDEX activity_of_province ON activity USING btree (province_id, id);
CREATE INDEX activity_sorted ON activity USING btree (sort_key, id);
alter table activity enable row level security;
alter table activity force row level security;
create policy activity_keeper on activity as permissive for all to {hub}
  using (((( SELECT viewer_role() AS viewer_role) = 'ADMIN'::text) OR viewer_keeps(keeper_id, province_id)))
  with check (viewer_keeps(keeper_id, province_id));
create policy activity_public on activity as permissive for select to {hub}, {reader}
  using ((exposure = 2));
create policy activity_reviewer on activity as permissive for select to {hub}
  using (((exposure >= 1) AND (( SELECT viewer_role() AS viewer_role) = 'REVIEWER'::text) AND (province_id = ANY (( SELECT viewer_provinces() AS viewer_provinces)::integer[]))));
grant insert, select, update on activity to {hub};
grant select on activity to {reader};

create table activity_policy (
  activity_id integer not null,
  policy_id integer not null,
  constraint activity_policy_pkey PRIMARY KEY (activity_id, policy_id),
  constraint activity_policy_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activity(id),
  constraint activity_policy_policy_id_fkey FOREIGN KEY (policy_id) REFERENCES policy_reference(id)
);
alter table activity_policy enable row level security;
alter table activity_policy force row level security;
create policy activity_policy_kept on activity_policy as permissive for all to {hub}
  using ((EXISTS ( SELECT 1
   FROM activity whole
  WHERE ((whole.id = activity_policy.activity_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))))
  with check ((EXISTS ( SELECT 1
   FROM activity whole
  WHERE ((whole.id = activity_policy.activity_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))));
create policy activity_policy_seen on activity_policy as permissive for select to {hub}, {reader}
  using ((EXISTS ( SELECT 1
   FROM activity whole
  WHERE (whole.id = activity_policy.activity_id))));
grant delete, insert, select, update on activity_policy to {hub};
grant select on activity_policy to {reader};

create table activity_role (
  activity_id integer not null,
  organisation_id integer not null,
  role text not null,
  origin text not null,
  basis text,
  source_document_id integer,
  source_quote_id integer,
  source_report_province_id integer,
  source_report_id bigint,
  field_sources jsonb default '{}'::jsonb not null,
  constraint activity_role_pkey PRIMARY KEY (activity_id, organisation_id, role),
  constraint activity_role_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activity(id),
  constraint activity_role_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint activity_role_source_document_id_fkey FOREIGN KEY (source_document_id) REFERENCES source_document(id),
  constraint activity_role_source_quote_id_fkey FOREIGN KEY (source_quote_id) REFERENCES quote(id),
  constraint activity_role_source_report_province_id_source_report_id_fkey FOREIGN KEY (source_report_province_id, source_report_id) REFERENCES report(province_id, id),
  constraint activity_role_basis_check CHECK (basis = ANY (ARRAY['STATED'::text, 'DERIVED'::text])),
  constraint activity_role_check CHECK ((origin = 'SOURCE'::text) = (source_document_id IS NOT NULL)),
  constraint activity_role_check1 CHECK ((origin = 'SOURCE'::text) = (basis IS NOT NULL)),
  constraint activity_role_check2 CHECK (origin <> 'REPORT'::text OR source_report_id IS NOT NULL),
  constraint activity_role_origin_check CHECK (origin = ANY (ARRAY['SOURCE'::text, 'REPORT'::text, 'SYNTHETIC'::text, 'MANUAL'::text])),
  constraint activity_role_role_check CHECK (role = ANY (ARRAY['LAUNCHES'::text, 'CARRIES_OUT'::text, 'RESPONDS'::text, 'LEADS'::text, 'SUPPORTS'::text, 'LINKED'::text]))
);
comment on table activity_role is 'An activity that several organisations hold together has at most one that leads, so that it is counted once.';
CREATE UNIQUE INDEX activity_lead ON activity_role USING btree (activity_id) WHERE role = 'LEADS'::text;
CREATE INDEX activity_role_of_organisation ON activity_role USING btree (organisation_id, activity_id);
alter table activity_role enable row level security;
alter table activity_role force row level security;
create policy activity_role_kept on activity_role as permissive for all to {hub}
  using ((EXISTS ( SELECT 1
   FROM activity whole
  WHERE ((whole.id = activity_role.activity_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))))
  with check ((EXISTS ( SELECT 1
   FROM activity whole
  WHERE ((whole.id = activity_role.activity_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))));
create policy activity_role_seen on activity_role as permissive for select to {hub}, {reader}
  using ((EXISTS ( SELECT 1
   FROM activity whole
  WHERE (whole.id = activity_role.activity_id))));
grant delete, insert, select, update on activity_role to {hub};
grant select on activity_role to {reader};

create table activity_target (
  activity_id integer not null,
  target_group_id integer not null,
  constraint activity_target_pkey PRIMARY KEY (activity_id, target_group_id),
  constraint activity_target_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activity(id),
  constraint activity_target_target_group_id_fkey FOREIGN KEY (target_group_id) REFERENCES target_group(id)
);
CREATE INDEX activity_target_of_group ON activity_target USING btree (target_group_id, activity_id);
alter table activity_target enable row level security;
alter table activity_target force row level security;
create policy activity_target_kept on activity_target as permissive for all to {hub}
  using ((EXISTS ( SELECT 1
   FROM activity whole
  WHERE ((whole.id = activity_target.activity_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))))
  with check ((EXISTS ( SELECT 1
   FROM activity whole
  WHERE ((whole.id = activity_target.activity_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))));
create policy activity_target_seen on activity_target as permissive for select to {hub}, {reader}
  using ((EXISTS ( SELECT 1
   FROM activity whole
  WHERE (whole.id = activity_target.activity_id))));
grant delete, insert, select, update on activity_target to {hub};
grant select on activity_target to {reader};

create table agreement (
  id integer generated always as identity not null,
  version integer default 1 not null,
  province_id integer not null,
  keeper_id integer,
  exposure smallint not null,
  closed_on date,
  kind text not null,
  name text not null,
  sort_key text collate "C" not null,
  folded text not null,
  document_id integer,
  term_start_earliest date,
  term_start_latest date,
  term_end_earliest date,
  term_end_latest date,
  signed_earliest date,
  signed_latest date,
  origin text not null,
  basis text,
  source_document_id integer,
  source_quote_id integer,
  source_report_province_id integer,
  source_report_id bigint,
  field_sources jsonb default '{}'::jsonb not null,
  constraint agreement_pkey PRIMARY KEY (id),
  constraint agreement_document_id_fkey FOREIGN KEY (document_id) REFERENCES source_document(id),
  constraint agreement_keeper_id_fkey FOREIGN KEY (keeper_id) REFERENCES organisation(id),
  constraint agreement_province_id_fkey FOREIGN KEY (province_id) REFERENCES place(id),
  constraint agreement_source_document_id_fkey FOREIGN KEY (source_document_id) REFERENCES source_document(id),
  constraint agreement_source_quote_id_fkey FOREIGN KEY (source_quote_id) REFERENCES quote(id),
  constraint agreement_source_report_province_id_source_report_id_fkey FOREIGN KEY (source_report_province_id, source_report_id) REFERENCES report(province_id, id),
  constraint agreement_basis_check CHECK (basis = ANY (ARRAY['STATED'::text, 'DERIVED'::text])),
  constraint agreement_check CHECK (term_start_earliest <= term_start_latest),
  constraint agreement_check1 CHECK (term_end_earliest <= term_end_latest),
  constraint agreement_check2 CHECK (signed_earliest <= signed_latest),
  constraint agreement_check3 CHECK ((origin = 'SOURCE'::text) = (source_document_id IS NOT NULL)),
  constraint agreement_check4 CHECK ((origin = 'SOURCE'::text) = (basis IS NOT NULL)),
  constraint agreement_check5 CHECK (origin <> 'REPORT'::text OR source_report_id IS NOT NULL),
  constraint agreement_exposure_check CHECK (exposure >= 0 AND exposure <= 2),
  constraint agreement_kind_check CHECK (kind = ANY (ARRAY['PROGRAMME'::text, 'REGULATION'::text])),
  constraint agreement_origin_check CHECK (origin = ANY (ARRAY['SOURCE'::text, 'REPORT'::text, 'SYNTHETIC'::text, 'MANUAL'::text])),
  constraint agreement_version_check CHECK (version > 0)
);
comment on column agreement.kind is 'PROGRAMME: chương trình phối hợp, for a term; REGULATION: quy chế phối hợp, standing.';
CREATE INDEX agreement_of_keeper ON agreement USING btree (keeper_id, id);
CREATE INDEX agreement_of_province ON agreement USING btree (province_id, id);
CREATE INDEX agreement_sorted ON agreement USING btree (sort_key, id);
alter table agreement enable row level security;
alter table agreement force row level security;
create policy agreement_keeper on agreement as permissive for all to {hub}
  using (((( SELECT viewer_role() AS viewer_role) = 'ADMIN'::text) OR viewer_keeps(keeper_id, province_id)))
  with check (viewer_keeps(keeper_id, province_id));
create policy agreement_public on agreement as permissive for select to {hub}, {reader}
  using ((exposure = 2));
create policy agreement_reviewer on agreement as permissive for select to {hub}
  using (((exposure >= 1) AND (( SELECT viewer_role() AS viewer_role) = 'REVIEWER'::text) AND (province_id = ANY (( SELECT viewer_provinces() AS viewer_provinces)::integer[]))));
grant insert, select, update on agreement to {hub};
grant select on agreement to {reader};

create table agreement_event (
  id integer generated always as identity not null,
  version integer default 1 not null,
  province_id integer not null,
  keeper_id integer,
  exposure smallint not null,
  closed_on date,
  agreement_id integer,
  kind text not null,
  name text not null,
  sort_key text collate "C" not null,
  folded text not null,
  held_earliest date,
  held_latest date,
  part_of_day text,
  place_id integer,
  venue text,
  participants text,
  chair_id integer,
  document_id integer,
  origin text not null,
  basis text,
  source_document_id integer,
  source_quote_id integer,
  source_report_province_id integer,
  source_report_id bigint,
  field_sources jsonb default '{}'::jsonb not null,
  constraint agreement_event_pkey PRIMARY KEY (id),
  constraint agreement_event_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id),
  constraint agreement_event_chair_id_fkey FOREIGN KEY (chair_id) REFERENCES person(id),
  constraint agreement_event_document_id_fkey FOREIGN KEY (document_id) REFERENCES source_document(id),
  constraint agreement_event_keeper_id_fkey FOREIGN KEY (keeper_id) REFERENCES organisation(id),
  constraint agreement_event_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id),
  constraint agreement_event_province_id_fkey FOREIGN KEY (province_id) REFERENCES place(id),
  constraint agreement_event_source_document_id_fkey FOREIGN KEY (source_document_id) REFERENCES source_document(id),
  constraint agreement_event_source_quote_id_fkey FOREIGN KEY (source_quote_id) REFERENCES quote(id),
  constraint agreement_event_source_report_province_id_source_report_id_fkey FOREIGN KEY (source_report_province_id, source_report_id) REFERENCES report(province_id, id),
  constraint agreement_event_basis_check CHECK (basis = ANY (ARRAY['STATED'::text, 'DERIVED'::text])),
  constraint agreement_event_check CHECK (held_earliest <= held_latest),
  constraint agreement_event_check1 CHECK ((origin = 'SOURCE'::text) = (source_document_id IS NOT NULL)),
  constraint agreement_event_check2 CHECK ((origin = 'SOURCE'::text) = (basis IS NOT NULL)),
  constraint agreement_event_check3 CHECK (origin <> 'REPORT'::text OR source_report_id IS NOT NULL),
  constraint agreement_event_exposure_check CHECK (exposure >= 0 AND exposure <= 2),
  constraint agreement_event_kind_check CHECK (kind = ANY (ARRAY['SIGNING'::text, 'DIALOGUE'::text, 'REVIEW_MEETING'::text])),
  constraint agreement_event_origin_check CHECK (origin = ANY (ARRAY['SOURCE'::text, 'REPORT'::text, 'SYNTHETIC'::text, 'MANUAL'::text])),
  constraint agreement_event_part_of_day_check CHECK (part_of_day = ANY (ARRAY['MORNING'::text, 'AFTERNOON'::text, 'EVENING'::text])),
  constraint agreement_event_version_check CHECK (version > 0)
);
CREATE INDEX agreement_event_by_day ON agreement_event USING btree (COALESCE(COALESCE(held_earliest, held_latest), 'infinity'::date), id);
CREATE INDEX agreement_event_of_agreement ON agreement_event USING btree (agreement_id, id);
CREATE INDEX agreement_event_of_keeper ON agreement_event USING btree (keeper_id, id);
CREATE INDEX agreement_event_of_province ON agreement_event USING btree (province_id, id);
alter table agreement_event enable row level security;
alter table agreement_event force row level security;
create policy agreement_event_keeper on agreement_event as permissive for all to {hub}
  using (((( SELECT viewer_role() AS viewer_role) = 'ADMIN'::text) OR viewer_keeps(keeper_id, province_id)))
  with check (viewer_keeps(keeper_id, province_id));
create policy agreement_event_public on agreement_event as permissive for select to {hub}, {reader}
  using ((exposure = 2));
create policy agreement_event_reviewer on agreement_event as permissive for select to {hub}
  using (((exposure >= 1) AND (( SELECT viewer_role() AS viewer_role) = 'REVIEWER'::text) AND (province_id = ANY (( SELECT viewer_provinces() AS viewer_provinces)::integer[]))));
grant insert, select, update on agreement_event to {hub};
grant select on agreement_event to {reader};

create table agreement_event_party (
  event_id integer not null,
  organisation_id integer not null,
  constraint agreement_event_party_pkey PRIMARY KEY (event_id, organisation_id),
  constraint agreement_event_party_event_id_fkey FOREIGN KEY (event_id) REFERENCES agreement_event(id),
  constraint agreement_event_party_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table agreement_event_party enable row level security;
alter table agreement_event_party force row level security;
create policy agreement_event_party_kept on agreement_event_party as permissive for all to {hub}
  using ((EXISTS ( SELECT 1
   FROM agreement_event whole
  WHERE ((whole.id = agreement_event_party.event_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))))
  with check ((EXISTS ( SELECT 1
   FROM agreement_event whole
  WHERE ((whole.id = agreement_event_party.event_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))));
create policy agreement_event_party_seen on agreement_event_party as permissive for select to {hub}, {reader}
  using ((EXISTS ( SELECT 1
   FROM agreement_event whole
  WHERE (whole.id = agreement_event_party.event_id))));
grant delete, insert, select, update on agreement_event_party to {hub};
grant select on agreement_event_party to {reader};

create table agreement_item (
  id integer generated always as identity not null,
  agreement_id integer not null,
  kind text not null,
  ordinal integer not null,
  text text not null,
  giver_id integer,
  origin text not null,
  basis text,
  source_document_id integer,
  source_quote_id integer,
  source_report_province_id integer,
  source_report_id bigint,
  field_sources jsonb default '{}'::jsonb not null,
  constraint agreement_item_pkey PRIMARY KEY (id),
  constraint agreement_item_agreement_id_kind_ordinal_key UNIQUE (agreement_id, kind, ordinal),
  constraint agreement_item_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id),
  constraint agreement_item_giver_id_fkey FOREIGN KEY (giver_id) REFERENCES organisation(id),
  constraint agreement_item_source_document_id_fkey FOREIGN KEY (source_document_id) REFERENCES source_document(id),
  constraint agreement_item_source_quote_id_fkey FOREIGN KEY (source_quote_id) REFERENCES quote(id),
  constraint agreement_item_source_report_province_id_source_report_id_fkey FOREIGN KEY (source_report_province_id, source_report_id) REFERENCES report(province_id, id),
  constraint agreement_item_basis_check CHECK (basis = ANY (ARRAY['STATED'::text, 'DERIVED'::text])),
  constraint agreement_item_check CHECK ((origin = 'SOURCE'::text) = (source_document_id IS NOT NULL)),
  constraint agreement_item_check1 CHECK ((origin = 'SOURCE'::text) = (basis IS NOT NULL)),
  constraint agreement_item_check2 CHECK (origin <> 'REPORT'::text OR source_report_id IS NOT NULL),
  constraint agreement_item_kind_check CHECK (kind = ANY (ARRAY['CONTENT'::text, 'OBJECTIVE'::text, 'SUPPORT'::text])),
  constraint agreement_item_origin_check CHECK (origin = ANY (ARRAY['SOURCE'::text, 'REPORT'::text, 'SYNTHETIC'::text, 'MANUAL'::text]))
);
comment on table agreement_item is 'Contents and objectives of an agreement, and what one party supports the others with.';
alter table agreement_item enable row level security;
alter table agreement_item force row level security;
create policy agreement_item_kept on agreement_item as permissive for all to {hub}
  using ((EXISTS ( SELECT 1
   FROM agreement whole
  WHERE ((whole.id = agreement_item.agreement_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))))
  with check ((EXISTS ( SELECT 1
   FROM agreement whole
  WHERE ((whole.id = agreement_item.agreement_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))));
create policy agreement_item_seen on agreement_item as permissive for select to {hub}, {reader}
  using ((EXISTS ( SELECT 1
   FROM agreement whole
  WHERE (whole.id = agreement_item.agreement_id))));
grant delete, insert, select, update on agreement_item to {hub};
grant select on agreement_item to {reader};

create table agreement_item_indicator (
  item_id integer not null,
  indicator_id integer not null,
  constraint agreement_item_indicator_pkey PRIMARY KEY (item_id, indicator_id),
  constraint agreement_item_indicator_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id),
  constraint agreement_item_indicator_item_id_fkey FOREIGN KEY (item_id) REFERENCES agreement_item(id) ON DELETE CASCADE
);
alter table agreement_item_indicator enable row level security;
alter table agreement_item_indicator force row level security;
create policy agreement_item_indicator_kept on agreement_item_indicator as permissive for all to {hub}
  using ((EXISTS ( SELECT 1
   FROM (agreement_item part
     JOIN agreement whole ON ((whole.id = part.agreement_id)))
  WHERE ((part.id = agreement_item_indicator.item_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))))
  with check ((EXISTS ( SELECT 1
   FROM (agreement_item part
     JOIN agreement whole ON ((whole.id = part.agreement_id)))
  WHERE ((part.id = agreement_item_indicator.item_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))));
create policy agreement_item_indicator_seen on agreement_item_indicator as permissive for select to {hub}, {reader}
  using ((EXISTS ( SELECT 1
   FROM agreement_item part
  WHERE (part.id = agreement_item_indicator.item_id))));
grant delete, insert, select on agreement_item_indicator to {hub};
grant select on agreement_item_indicator to {reader};

create table agreement_item_receiver (
  item_id integer not null,
  organisation_id integer not null,
  constraint agreement_item_receiver_pkey PRIMARY KEY (item_id, organisation_id),
  constraint agreement_item_receiver_item_id_fkey FOREIGN KEY (item_id) REFERENCES agreement_item(id) ON DELETE CASCADE,
  constraint agreement_item_receiver_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table agreement_item_receiver enable row level security;
alter table agreement_item_receiver force row level security;
create policy agreement_item_receiver_kept on agreement_item_receiver as permissive for all to {hub}
  using ((EXISTS ( SELECT 1
   FROM (agreement_item part
     JOIN agreement whole ON ((whole.id = part.agreement_id)))
  WHERE ((part.id = agreement_item_receiver.item_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))))
  with check ((EXISTS ( SELECT 1
   FROM (agreement_item part
     JOIN agreement whole ON ((whole.id = part.agreement_id)))
  WHERE ((part.id = agreement_item_receiver.item_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))));
create policy agreement_item_receiver_seen on agreement_item_receiver as permissive for select to {hub}, {reader}
  using ((EXISTS ( SELECT 1
   FROM agreement_item part
  WHERE (part.id = agreement_item_receiver.item_id))));
grant delete, insert, select on agreement_item_receiver to {hub};
grant select on agreement_item_receiver to {reader};

create table agreement_item_target (
  item_id integer not null,
  target_group_id integer not null,
  constraint agreement_item_target_pkey PRIMARY KEY (item_id, target_group_id),
  constraint agreement_item_target_item_id_fkey FOREIGN KEY (item_id) REFERENCES agreement_item(id) ON DELETE CASCADE,
  constraint agreement_item_target_target_group_id_fkey FOREIGN KEY (target_group_id) REFERENCES target_group(id)
);
alter table agreement_item_target enable row level security;
alter table agreement_item_target force row level security;
create policy agreement_item_target_kept on agreement_item_target as permissive for all to {hub}
  using ((EXISTS ( SELECT 1
   FROM (agreement_item part
     JOIN agreement whole ON ((whole.id = part.agreement_id)))
  WHERE ((part.id = agreement_item_target.item_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))))
  with check ((EXISTS ( SELECT 1
   FROM (agreement_item part
     JOIN agreement whole ON ((whole.id = part.agreement_id)))
  WHERE ((part.id = agreement_item_target.item_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))));
create policy agreement_item_target_seen on agreement_item_target as permissive for select to {hub}, {reader}
  using ((EXISTS ( SELECT 1
   FROM agreement_item part
  WHERE (part.id = agreement_item_target.item_id))));
grant delete, insert, select on agreement_item_target to {hub};
grant select on agreement_item_target to {reader};

create table agreement_party (
  agreement_id integer not null,
  organisation_id integer not null,
  role text not null,
  ordinal integer not null,
  origin text not null,
  basis text,
  source_document_id integer,
  source_quote_id integer,
  source_report_province_id integer,
  source_report_id bigint,
  field_sources jsonb default '{}'::jsonb not null,
  constraint agreement_party_pkey PRIMARY KEY (agreement_id, organisation_id),
  constraint agreement_party_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id),
  constraint agreement_party_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint agreement_party_source_document_id_fkey FOREIGN KEY (source_document_id) REFERENCES source_document(id),
  constraint agreement_party_source_quote_id_fkey FOREIGN KEY (source_quote_id) REFERENCES quote(id),
  constraint agreement_party_source_report_province_id_source_report_id_fkey FOREIGN KEY (source_report_province_id, source_report_id) REFERENCES report(province_id, id),
  constraint agreement_party_basis_check CHECK (basis = ANY (ARRAY['STATED'::text, 'DERIVED'::text])),
  constraint agreement_party_check CHECK ((origin = 'SOURCE'::text) = (source_document_id IS NOT NULL)),
  constraint agreement_party_check1 CHECK ((origin = 'SOURCE'::text) = (basis IS NOT NULL)),
  constraint agreement_party_check2 CHECK (origin <> 'REPORT'::text OR source_report_id IS NOT NULL),
  constraint agreement_party_origin_check CHECK (origin = ANY (ARRAY['SOURCE'::text, 'REPORT'::text, 'SYNTHETIC'::text, 'MANUAL'::text])),
  constraint agreement_party_role_check CHECK (role = ANY (ARRAY['LEAD'::text, 'MEMBER'::text]))
);
CREATE INDEX agreement_party_of_organisation ON agreement_party USING btree (organisation_id, agreement_id);
alter table agreement_party enable row level security;
alter table agreement_party force row level security;
create policy agreement_party_kept on agreement_party as permissive for all to {hub}
  using ((EXISTS ( SELECT 1
   FROM agreement whole
  WHERE ((whole.id = agreement_party.agreement_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))))
  with check ((EXISTS ( SELECT 1
   FROM agreement whole
  WHERE ((whole.id = agreement_party.agreement_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))));
create policy agreement_party_seen on agreement_party as permissive for select to {hub}, {reader}
  using ((EXISTS ( SELECT 1
   FROM agreement whole
  WHERE (whole.id = agreement_party.agreement_id))));
grant delete, insert, select, update on agreement_party to {hub};
grant select on agreement_party to {reader};

create table agreement_plan (
  id integer generated always as identity not null,
  version integer default 1 not null,
  province_id integer not null,
  keeper_id integer,
  exposure smallint not null,
  closed_on date,
  agreement_id integer not null,
  year integer not null,
  name text not null,
  sort_key text collate "C" not null,
  folded text not null,
  document_id integer,
  fed_by_id integer,
  issued_earliest date,
  issued_latest date,
  origin text not null,
  basis text,
  source_document_id integer,
  source_quote_id integer,
  source_report_province_id integer,
  source_report_id bigint,
  field_sources jsonb default '{}'::jsonb not null,
  constraint agreement_plan_pkey PRIMARY KEY (id),
  constraint agreement_plan_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id),
  constraint agreement_plan_document_id_fkey FOREIGN KEY (document_id) REFERENCES source_document(id),
  constraint agreement_plan_fed_by_id_fkey FOREIGN KEY (fed_by_id) REFERENCES evaluation(id),
  constraint agreement_plan_keeper_id_fkey FOREIGN KEY (keeper_id) REFERENCES organisation(id),
  constraint agreement_plan_province_id_fkey FOREIGN KEY (province_id) REFERENCES place(id),
  constraint agreement_plan_source_document_id_fkey FOREIGN KEY (source_document_id) REFERENCES source_document(id),
  constraint agreement_plan_source_quote_id_fkey FOREIGN KEY (source_quote_id) REFERENCES quote(id),
  constraint agreement_plan_source_report_province_id_source_report_id_fkey FOREIGN KEY (source_report_province_id, source_report_id) REFERENCES report(province_id, id),
  constraint agreement_plan_basis_check CHECK (basis = ANY (ARRAY['STATED'::text, 'DERIVED'::text])),
  constraint agreement_plan_check CHECK (issued_earliest <= issued_latest),
  constraint agreement_plan_check1 CHECK ((origin = 'SOURCE'::text) = (source_document_id IS NOT NULL)),
  constraint agreement_plan_check2 CHECK ((origin = 'SOURCE'::text) = (basis IS NOT NULL)),
  constraint agreement_plan_check3 CHECK (origin <> 'REPORT'::text OR source_report_id IS NOT NULL),
  constraint agreement_plan_exposure_check CHECK (exposure >= 0 AND exposure <= 2),
  constraint agreement_plan_origin_check CHECK (origin = ANY (ARRAY['SOURCE'::text, 'REPORT'::text, 'SYNTHETIC'::text, 'MANUAL'::text])),
  constraint agreement_plan_version_check CHECK (version > 0)
);
comment on column agreement_plan.fed_by_id is 'The evaluation, as a rule of the year before, that this plan builds on.';
CREATE INDEX agreement_plan_by_year ON agreement_plan USING btree (year, id);
CREATE INDEX agreement_plan_fed_by ON agreement_plan USING btree (fed_by_id);
CREATE INDEX agreement_plan_of_keeper ON agreement_plan USING btree (keeper_id, id);
CREATE INDEX agreement_plan_of_province ON agreement_plan USING btree (province_id, id);
CREATE UNIQUE INDEX agreement_plan_year ON agreement_plan USING btree (agreement_id, year);
alter table agreement_plan enable row level security;
alter table agreement_plan force row level security;
create policy agreement_plan_keeper on agreement_plan as permissive for all to {hub}
  using (((( SELECT viewer_role() AS viewer_role) = 'ADMIN'::text) OR viewer_keeps(keeper_id, province_id)))
  with check (viewer_keeps(keeper_id, province_id));
create policy agreement_plan_public on agreement_plan as permissive for select to {hub}, {reader}
  using ((exposure = 2));
create policy agreement_plan_reviewer on agreement_plan as permissive for select to {hub}
  using (((exposure >= 1) AND (( SELECT viewer_role() AS viewer_role) = 'REVIEWER'::text) AND (province_id = ANY (( SELECT viewer_provinces() AS viewer_provinces)::integer[]))));
grant insert, select, update on agreement_plan to {hub};
grant select on agreement_plan to {reader};

create table agreement_policy (
  agreement_id integer not null,
  policy_id integer not null,
  constraint agreement_policy_pkey PRIMARY KEY (agreement_id, policy_id),
  constraint agreement_policy_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id),
  constraint agreement_policy_policy_id_fkey FOREIGN KEY (policy_id) REFERENCES policy_reference(id)
);
alter table agreement_policy enable row level security;
alter table agreement_policy force row level security;
create policy agreement_policy_kept on agreement_policy as permissive for all to {hub}
  using ((EXISTS ( SELECT 1
   FROM agreement whole
  WHERE ((whole.id = agreement_policy.agreement_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))))
  with check ((EXISTS ( SELECT 1
   FROM agreement whole
  WHERE ((whole.id = agreement_policy.agreement_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))));
create policy agreement_policy_seen on agreement_policy as permissive for select to {hub}, {reader}
  using ((EXISTS ( SELECT 1
   FROM agreement whole
  WHERE (whole.id = agreement_policy.agreement_id))));
grant delete, insert, select, update on agreement_policy to {hub};
grant select on agreement_policy to {reader};

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

create table attachment (
  province_id integer not null,
  id bigint generated always as identity not null,
  report_id bigint not null,
  version integer not null,
  organisation_id integer not null,
  kind text not null,
  sha256 text not null,
  file_name text not null,
  media_type text not null,
  byte_size integer not null,
  document_number text,
  document_type text,
  document_sequence integer,
  document_year integer,
  document_date date,
  document_subject text,
  signer_name text,
  signer_office text,
  attached_at timestamp with time zone default now() not null,
  attached_by text not null,
  ended_at timestamp with time zone,
  constraint attachment_pkey PRIMARY KEY (province_id, id),
  constraint attachment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint attachment_province_id_fkey FOREIGN KEY (province_id) REFERENCES place(id),
  constraint attachment_province_id_report_id_version_fkey FOREIGN KEY (province_id, report_id, version) REFERENCES report_version(province_id, report_id, version),
  constraint attachment_province_id_sha256_organisation_id_fkey FOREIGN KEY (province_id, sha256, organisation_id) REFERENCES stored_file(province_id, sha256, organisation_id),
  constraint attachment_byte_size_check CHECK (byte_size > 0),
  constraint attachment_check CHECK ((kind = 'SIGNED_DOCUMENT'::text) = (num_nonnulls(document_number, document_type, document_sequence, document_year, document_date, document_subject, signer_name) = 7)),
  constraint attachment_check1 CHECK (kind = 'SIGNED_DOCUMENT'::text OR num_nonnulls(document_number, document_type, document_sequence, document_year, document_date, document_subject, signer_name, signer_office) = 0),
  constraint attachment_check2 CHECK (kind = 'SIGNED_DOCUMENT'::text OR ended_at IS NULL),
  constraint attachment_document_sequence_check CHECK (document_sequence > 0),
  constraint attachment_kind_check CHECK (kind = ANY (ARRAY['SIGNED_DOCUMENT'::text, 'NARRATIVE'::text, 'OTHER'::text]))
);
comment on table attachment is 'A file that belongs to a version of a report beside its workbook. Its bytes are in stored_file.';
comment on column attachment.document_number is 'As it is written; document_type, document_sequence and document_year are its parts. The type of a plain letter is empty.';
comment on column attachment.ended_at is 'When another signed document took its place, which it can until the version has been submitted.';
CREATE INDEX attachment_number ON attachment USING btree (province_id, organisation_id, document_type, document_sequence, document_year) WHERE kind = 'SIGNED_DOCUMENT'::text AND ended_at IS NULL;
CREATE INDEX attachment_of_file ON attachment USING btree (province_id, sha256, organisation_id);
CREATE UNIQUE INDEX attachment_once ON attachment USING btree (province_id, report_id, version, kind, sha256) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX attachment_signed ON attachment USING btree (province_id, report_id, version) WHERE kind = 'SIGNED_DOCUMENT'::text AND ended_at IS NULL;
alter table attachment enable row level security;
alter table attachment force row level security;
create policy attachment_owner on attachment as permissive for all to {hub}
  using (viewer_owns(organisation_id))
  with check (viewer_owns(organisation_id));
create policy attachment_public on attachment as permissive for select to {hub}, {reader}
  using (((kind = 'SIGNED_DOCUMENT'::text) AND (EXISTS ( SELECT
   FROM report_version v
  WHERE ((v.province_id = attachment.province_id) AND (v.report_id = attachment.report_id) AND (v.version = attachment.version) AND (v.exposure = 2))))));
create policy attachment_reviewer on attachment as permissive for select to {hub}
  using (((( SELECT viewer_role() AS viewer_role) = 'REVIEWER'::text) AND (province_id = ANY (( SELECT viewer_provinces() AS viewer_provinces)::integer[])) AND (EXISTS ( SELECT
   FROM report_version v
  WHERE ((v.province_id = attachment.province_id) AND (v.report_id = attachment.report_id) AND (v.version = attachment.version) AND (v.exposure >= 1))))));
grant insert, select on attachment to {hub};
grant update (ended_at) on attachment to {hub};
grant select (province_id, id, report_id, version, organisation_id, kind, sha256, media_type, byte_size, document_number, document_type, document_sequence, document_year, document_date, document_subject, signer_office, attached_at, ended_at) on attachment to {reader};

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

create table award (
  id integer generated always as identity not null,
  version integer default 1 not null,
  province_id integer not null,
  keeper_id integer,
  exposure smallint not null,
  closed_on date,
  rung text not null,
  recipient_kind text not null,
  organisation_id integer,
  unit_id integer,
  recipient text,
  quantity integer default 1 not null,
  reason text not null,
  movement_id integer,
  campaign_id integer,
  decision_id integer,
  name text not null,
  sort_key text collate "C" not null,
  folded text not null,
  decided_earliest date,
  decided_latest date,
  origin text not null,
  basis text,
  source_document_id integer,
  source_quote_id integer,
  source_report_province_id integer,
  source_report_id bigint,
  field_sources jsonb default '{}'::jsonb not null,
  constraint award_pkey PRIMARY KEY (id),
  constraint award_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id),
  constraint award_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES source_document(id),
  constraint award_keeper_id_fkey FOREIGN KEY (keeper_id) REFERENCES organisation(id),
  constraint award_movement_id_fkey FOREIGN KEY (movement_id) REFERENCES movement(id),
  constraint award_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint award_province_id_fkey FOREIGN KEY (province_id) REFERENCES place(id),
  constraint award_source_document_id_fkey FOREIGN KEY (source_document_id) REFERENCES source_document(id),
  constraint award_source_quote_id_fkey FOREIGN KEY (source_quote_id) REFERENCES quote(id),
  constraint award_source_report_province_id_source_report_id_fkey FOREIGN KEY (source_report_province_id, source_report_id) REFERENCES report(province_id, id),
  constraint award_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organisation_unit(id),
  constraint award_basis_check CHECK (basis = ANY (ARRAY['STATED'::text, 'DERIVED'::text])),
  constraint award_check CHECK (decided_earliest <= decided_latest),
  constraint award_check1 CHECK ((origin = 'SOURCE'::text) = (source_document_id IS NOT NULL)),
  constraint award_check2 CHECK ((origin = 'SOURCE'::text) = (basis IS NOT NULL)),
  constraint award_check3 CHECK (origin <> 'REPORT'::text OR source_report_id IS NOT NULL),
  constraint award_exposure_check CHECK (exposure >= 0 AND exposure <= 2),
  constraint award_origin_check CHECK (origin = ANY (ARRAY['SOURCE'::text, 'REPORT'::text, 'SYNTHETIC'::text, 'MANUAL'::text])),
  constraint award_quantity_check CHECK (quantity > 0),
  constraint award_reason_check CHECK (reason = ANY (ARRAY['ANNUAL'::text, 'MOVEMENT'::text, 'THEMATIC'::text, 'SUDDEN'::text])),
  constraint award_recipient_kind_check CHECK (recipient_kind = ANY (ARRAY['PERSON'::text, 'COLLECTIVE'::text])),
  constraint award_rung_check CHECK (rung = ANY (ARRAY['NATIONAL_EMULATION_FIGHTER'::text, 'PROVINCIAL_EMULATION_FIGHTER'::text, 'GRASSROOTS_EMULATION_FIGHTER'::text, 'ADVANCED_WORKER'::text, 'GOVERNMENT_EMULATION_FLAG'::text, 'PROVINCIAL_EMULATION_FLAG'::text, 'EXCELLENT_LABOUR_COLLECTIVE'::text, 'ADVANCED_LABOUR_COLLECTIVE'::text, 'EXEMPLARY_COMMUNE'::text, 'CULTURAL_HAMLET'::text, 'CULTURAL_FAMILY'::text, 'ORDER'::text, 'MEDAL'::text, 'STATE_HONORARY_TITLE'::text, 'STATE_PRIZE'::text, 'COMMEMORATIVE_MEDAL'::text, 'PRIME_MINISTER_MERIT'::text, 'PROVINCIAL_MERIT'::text, 'CENTRAL_BODY_MERIT'::text, 'COMMENDATION'::text])),
  constraint award_version_check CHECK (version > 0)
);
comment on column award.recipient is 'The collective; persons are counted, never named.';
CREATE INDEX award_of_keeper ON award USING btree (keeper_id, id);
CREATE INDEX award_of_movement ON award USING btree (movement_id, id);
CREATE INDEX award_of_organisation ON award USING btree (organisation_id, id);
CREATE INDEX award_of_province ON award USING btree (province_id, id);
CREATE INDEX award_sorted ON award USING btree (sort_key, id);
alter table award enable row level security;
alter table award force row level security;
create policy award_keeper on award as permissive for all to {hub}
  using (((( SELECT viewer_role() AS viewer_role) = 'ADMIN'::text) OR viewer_keeps(keeper_id, province_id)))
  with check (viewer_keeps(keeper_id, province_id));
create policy award_public on award as permissive for select to {hub}, {reader}
  using ((exposure = 2));
create policy award_reviewer on award as permissive for select to {hub}
  using (((exposure >= 1) AND (( SELECT viewer_role() AS viewer_role) = 'REVIEWER'::text) AND (province_id = ANY (( SELECT viewer_provinces() AS viewer_provinces)::integer[]))));
grant insert, select, update on award to {hub};
grant select on award to {reader};

create table breakdown (
  id integer generated always as identity not null,
  key text not null,
  constraint breakdown_pkey PRIMARY KEY (id),
  constraint breakdown_key_key UNIQUE (key)
);
comment on table breakdown is 'Dimension and member of a part, as sector=FDI. The whole is row 0 with an empty key.';
grant insert, select on breakdown to {hub};
grant select on breakdown to {reader};

create table campaign (
  id integer generated always as identity not null,
  version integer default 1 not null,
  province_id integer not null,
  keeper_id integer,
  exposure smallint not null,
  closed_on date,
  kind text not null,
  national_id integer,
  movement_id integer,
  name text not null,
  name_en text,
  sort_key text collate "C" not null,
  folded text not null,
  description text,
  year integer,
  starts_earliest date,
  starts_latest date,
  ends_earliest date,
  ends_latest date,
  origin text not null,
  basis text,
  source_document_id integer,
  source_quote_id integer,
  source_report_province_id integer,
  source_report_id bigint,
  field_sources jsonb default '{}'::jsonb not null,
  constraint campaign_pkey PRIMARY KEY (id),
  constraint campaign_keeper_id_fkey FOREIGN KEY (keeper_id) REFERENCES organisation(id),
  constraint campaign_movement_id_fkey FOREIGN KEY (movement_id) REFERENCES movement(id),
  constraint campaign_national_id_fkey FOREIGN KEY (national_id) REFERENCES campaign(id),
  constraint campaign_province_id_fkey FOREIGN KEY (province_id) REFERENCES place(id),
  constraint campaign_source_document_id_fkey FOREIGN KEY (source_document_id) REFERENCES source_document(id),
  constraint campaign_source_quote_id_fkey FOREIGN KEY (source_quote_id) REFERENCES quote(id),
  constraint campaign_source_report_province_id_source_report_id_fkey FOREIGN KEY (source_report_province_id, source_report_id) REFERENCES report(province_id, id),
  constraint campaign_basis_check CHECK (basis = ANY (ARRAY['STATED'::text, 'DERIVED'::text])),
  constraint campaign_check CHECK (starts_earliest <= starts_latest),
  constraint campaign_check1 CHECK (ends_earliest <= ends_latest),
  constraint campaign_check2 CHECK ((origin = 'SOURCE'::text) = (source_document_id IS NOT NULL)),
  constraint campaign_check3 CHECK ((origin = 'SOURCE'::text) = (basis IS NOT NULL)),
  constraint campaign_check4 CHECK (origin <> 'REPORT'::text OR source_report_id IS NOT NULL),
  constraint campaign_exposure_check CHECK (exposure >= 0 AND exposure <= 2),
  constraint campaign_kind_check CHECK (kind = ANY (ARRAY['CAMPAIGN'::text, 'MONTH'::text, 'WEEK'::text])),
  constraint campaign_origin_check CHECK (origin = ANY (ARRAY['SOURCE'::text, 'REPORT'::text, 'SYNTHETIC'::text, 'MANUAL'::text])),
  constraint campaign_version_check CHECK (version > 0)
);
comment on column campaign.kind is 'CAMPAIGN: a standing mobilisation (cuộc vận động); MONTH and WEEK: they come again every year.';
CREATE INDEX campaign_of_keeper ON campaign USING btree (keeper_id, id);
CREATE INDEX campaign_of_movement ON campaign USING btree (movement_id, sort_key, id);
CREATE INDEX campaign_of_national ON campaign USING btree (national_id, sort_key, id);
CREATE INDEX campaign_of_province ON campaign USING btree (province_id, id);
CREATE INDEX campaign_sorted ON campaign USING btree (sort_key, id);
alter table campaign enable row level security;
alter table campaign force row level security;
create policy campaign_keeper on campaign as permissive for all to {hub}
  using (((( SELECT viewer_role() AS viewer_role) = 'ADMIN'::text) OR viewer_keeps(keeper_id, province_id)))
  with check (viewer_keeps(keeper_id, province_id));
create policy campaign_public on campaign as permissive for select to {hub}, {reader}
  using ((exposure = 2));
create policy campaign_reviewer on campaign as permissive for select to {hub}
  using (((exposure >= 1) AND (( SELECT viewer_role() AS viewer_role) = 'REVIEWER'::text) AND (province_id = ANY (( SELECT viewer_provinces() AS viewer_provinces)::integer[]))));
grant insert, select, update on campaign to {hub};
grant select on campaign to {reader};

create table campaign_role (
  campaign_id integer not null,
  organisation_id integer not null,
  role text not null,
  among text,
  origin text not null,
  basis text,
  source_document_id integer,
  source_quote_id integer,
  source_report_province_id integer,
  source_report_id bigint,
  field_sources jsonb default '{}'::jsonb not null,
  constraint campaign_role_pkey PRIMARY KEY (campaign_id, organisation_id, role),
  constraint campaign_role_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id),
  constraint campaign_role_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint campaign_role_source_document_id_fkey FOREIGN KEY (source_document_id) REFERENCES source_document(id),
  constraint campaign_role_source_quote_id_fkey FOREIGN KEY (source_quote_id) REFERENCES quote(id),
  constraint campaign_role_source_report_province_id_source_report_id_fkey FOREIGN KEY (source_report_province_id, source_report_id) REFERENCES report(province_id, id),
  constraint campaign_role_basis_check CHECK (basis = ANY (ARRAY['STATED'::text, 'DERIVED'::text])),
  constraint campaign_role_check CHECK ((origin = 'SOURCE'::text) = (source_document_id IS NOT NULL)),
  constraint campaign_role_check1 CHECK ((origin = 'SOURCE'::text) = (basis IS NOT NULL)),
  constraint campaign_role_check2 CHECK (origin <> 'REPORT'::text OR source_report_id IS NOT NULL),
  constraint campaign_role_origin_check CHECK (origin = ANY (ARRAY['SOURCE'::text, 'REPORT'::text, 'SYNTHETIC'::text, 'MANUAL'::text])),
  constraint campaign_role_role_check CHECK (role = ANY (ARRAY['LAUNCHES'::text, 'CARRIES_OUT'::text, 'RESPONDS'::text, 'LEADS'::text, 'SUPPORTS'::text, 'LINKED'::text]))
);
CREATE INDEX campaign_role_of_organisation ON campaign_role USING btree (organisation_id, campaign_id);
alter table campaign_role enable row level security;
alter table campaign_role force row level security;
create policy campaign_role_kept on campaign_role as permissive for all to {hub}
  using ((EXISTS ( SELECT 1
   FROM campaign whole
  WHERE ((whole.id = campaign_role.campaign_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))))
  with check ((EXISTS ( SELECT 1
   FROM campaign whole
  WHERE ((whole.id = campaign_role.campaign_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))));
create policy campaign_role_seen on campaign_role as permissive for select to {hub}, {reader}
  using ((EXISTS ( SELECT 1
   FROM campaign whole
  WHERE (whole.id = campaign_role.campaign_id))));
grant delete, insert, select, update on campaign_role to {hub};
grant select on campaign_role to {reader};

create table evaluation (
  id integer generated always as identity not null,
  version integer default 1 not null,
  province_id integer not null,
  keeper_id integer,
  exposure smallint not null,
  closed_on date,
  agreement_id integer,
  movement_id integer,
  campaign_id integer,
  plan_id integer,
  meeting_id integer,
  evaluated_id integer,
  stage text not null,
  year integer,
  name text not null,
  sort_key text collate "C" not null,
  folded text not null,
  grade text,
  score numeric,
  max_score numeric,
  summary text,
  conclusion text,
  concluded_by_id integer,
  origin text not null,
  basis text,
  source_document_id integer,
  source_quote_id integer,
  source_report_province_id integer,
  source_report_id bigint,
  field_sources jsonb default '{}'::jsonb not null,
  constraint evaluation_pkey PRIMARY KEY (id),
  constraint evaluation_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id),
  constraint evaluation_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id),
  constraint evaluation_concluded_by_id_fkey FOREIGN KEY (concluded_by_id) REFERENCES person(id),
  constraint evaluation_evaluated_id_fkey FOREIGN KEY (evaluated_id) REFERENCES organisation(id),
  constraint evaluation_keeper_id_fkey FOREIGN KEY (keeper_id) REFERENCES organisation(id),
  constraint evaluation_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES agreement_event(id),
  constraint evaluation_movement_id_fkey FOREIGN KEY (movement_id) REFERENCES movement(id),
  constraint evaluation_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES agreement_plan(id),
  constraint evaluation_province_id_fkey FOREIGN KEY (province_id) REFERENCES place(id),
  constraint evaluation_source_document_id_fkey FOREIGN KEY (source_document_id) REFERENCES source_document(id),
  constraint evaluation_source_quote_id_fkey FOREIGN KEY (source_quote_id) REFERENCES quote(id),
  constraint evaluation_source_report_province_id_source_report_id_fkey FOREIGN KEY (source_report_province_id, source_report_id) REFERENCES report(province_id, id),
  constraint evaluation_basis_check CHECK (basis = ANY (ARRAY['STATED'::text, 'DERIVED'::text])),
  constraint evaluation_check CHECK ((origin = 'SOURCE'::text) = (source_document_id IS NOT NULL)),
  constraint evaluation_check1 CHECK ((origin = 'SOURCE'::text) = (basis IS NOT NULL)),
  constraint evaluation_check2 CHECK (origin <> 'REPORT'::text OR source_report_id IS NOT NULL),
  constraint evaluation_check3 CHECK (score <= max_score),
  constraint evaluation_exposure_check CHECK (exposure >= 0 AND exposure <= 2),
  constraint evaluation_grade_check CHECK (grade = ANY (ARRAY['EXCELLENT'::text, 'GOOD'::text, 'COMPLETED'::text, 'NOT_COMPLETED'::text])),
  constraint evaluation_max_score_check CHECK (max_score > 0::numeric),
  constraint evaluation_origin_check CHECK (origin = ANY (ARRAY['SOURCE'::text, 'REPORT'::text, 'SYNTHETIC'::text, 'MANUAL'::text])),
  constraint evaluation_score_check CHECK (score >= 0::numeric),
  constraint evaluation_stage_check CHECK (stage = ANY (ARRAY['SELF'::text, 'REVIEW'::text, 'CONCLUDED'::text])),
  constraint evaluation_version_check CHECK (version > 0)
);
comment on column evaluation.grade is 'Only where stated: prose is not turned into a grade.';
CREATE INDEX evaluation_of_agreement ON evaluation USING btree (agreement_id, id);
CREATE INDEX evaluation_of_campaign ON evaluation USING btree (campaign_id, id);
CREATE INDEX evaluation_of_evaluated ON evaluation USING btree (evaluated_id, id);
CREATE INDEX evaluation_of_keeper ON evaluation USING btree (keeper_id, id);
CREATE INDEX evaluation_of_meeting ON evaluation USING btree (meeting_id, id);
CREATE INDEX evaluation_of_movement ON evaluation USING btree (movement_id, id);
CREATE INDEX evaluation_of_plan ON evaluation USING btree (plan_id, id);
CREATE INDEX evaluation_of_province ON evaluation USING btree (province_id, id);
CREATE INDEX evaluation_sorted ON evaluation USING btree (sort_key, id);
alter table evaluation enable row level security;
alter table evaluation force row level security;
create policy evaluation_keeper on evaluation as permissive for all to {hub}
  using (((( SELECT viewer_role() AS viewer_role) = 'ADMIN'::text) OR viewer_keeps(keeper_id, province_id)))
  with check (viewer_keeps(keeper_id, province_id));
create policy evaluation_public on evaluation as permissive for select to {hub}, {reader}
  using ((exposure = 2));
create policy evaluation_reviewer on evaluation as permissive for select to {hub}
  using (((exposure >= 1) AND (( SELECT viewer_role() AS viewer_role) = 'REVIEWER'::text) AND (province_id = ANY (( SELECT viewer_provinces() AS viewer_provinces)::integer[]))));
create policy evaluation_stage on evaluation as restrictive for all to {hub}
  using (true)
  with check (((stage = 'SELF'::text) OR (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['REVIEWER'::text, 'ADMIN'::text]))));
grant insert, select, update on evaluation to {hub};
grant select on evaluation to {reader};

create table evaluation_criterion (
  id integer generated always as identity not null,
  evaluation_id integer not null,
  ordinal integer not null,
  name text not null,
  score numeric,
  max_score numeric,
  evidence text,
  constraint evaluation_criterion_pkey PRIMARY KEY (id),
  constraint evaluation_criterion_evaluation_id_ordinal_key UNIQUE (evaluation_id, ordinal),
  constraint evaluation_criterion_evaluation_id_fkey FOREIGN KEY (evaluation_id) REFERENCES evaluation(id),
  constraint evaluation_criterion_check CHECK (score <= max_score),
  constraint evaluation_criterion_max_score_check CHECK (max_score > 0::numeric),
  constraint evaluation_criterion_score_check CHECK (score >= 0::numeric)
);
alter table evaluation_criterion enable row level security;
alter table evaluation_criterion force row level security;
create policy evaluation_criterion_kept on evaluation_criterion as permissive for all to {hub}
  using ((EXISTS ( SELECT 1
   FROM evaluation whole
  WHERE ((whole.id = evaluation_criterion.evaluation_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))))
  with check ((EXISTS ( SELECT 1
   FROM evaluation whole
  WHERE ((whole.id = evaluation_criterion.evaluation_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))));
create policy evaluation_criterion_seen on evaluation_criterion as permissive for select to {hub}, {reader}
  using ((EXISTS ( SELECT 1
   FROM evaluation whole
  WHERE (whole.id = evaluation_criterion.evaluation_id))));
grant delete, insert, select, update on evaluation_criterion to {hub};
grant select on evaluation_criterion to {reader};

create table evaluation_remark (
  id integer generated always as identity not null,
  evaluation_id integer not null,
  kind text not null,
  ordinal integer not null,
  text text not null,
  organisation_id integer,
  origin text not null,
  basis text,
  source_document_id integer,
  source_quote_id integer,
  source_report_province_id integer,
  source_report_id bigint,
  field_sources jsonb default '{}'::jsonb not null,
  constraint evaluation_remark_pkey PRIMARY KEY (id),
  constraint evaluation_remark_evaluation_id_kind_ordinal_key UNIQUE (evaluation_id, kind, ordinal),
  constraint evaluation_remark_evaluation_id_fkey FOREIGN KEY (evaluation_id) REFERENCES evaluation(id),
  constraint evaluation_remark_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint evaluation_remark_source_document_id_fkey FOREIGN KEY (source_document_id) REFERENCES source_document(id),
  constraint evaluation_remark_source_quote_id_fkey FOREIGN KEY (source_quote_id) REFERENCES quote(id),
  constraint evaluation_remark_source_report_province_id_source_report__fkey FOREIGN KEY (source_report_province_id, source_report_id) REFERENCES report(province_id, id),
  constraint evaluation_remark_basis_check CHECK (basis = ANY (ARRAY['STATED'::text, 'DERIVED'::text])),
  constraint evaluation_remark_check CHECK ((origin = 'SOURCE'::text) = (source_document_id IS NOT NULL)),
  constraint evaluation_remark_check1 CHECK ((origin = 'SOURCE'::text) = (basis IS NOT NULL)),
  constraint evaluation_remark_check2 CHECK (origin <> 'REPORT'::text OR source_report_id IS NOT NULL),
  constraint evaluation_remark_kind_check CHECK (kind = ANY (ARRAY['FINDING'::text, 'LESSON'::text])),
  constraint evaluation_remark_origin_check CHECK (origin = ANY (ARRAY['SOURCE'::text, 'REPORT'::text, 'SYNTHETIC'::text, 'MANUAL'::text]))
);
alter table evaluation_remark enable row level security;
alter table evaluation_remark force row level security;
create policy evaluation_remark_kept on evaluation_remark as permissive for all to {hub}
  using ((EXISTS ( SELECT 1
   FROM evaluation whole
  WHERE ((whole.id = evaluation_remark.evaluation_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))))
  with check ((EXISTS ( SELECT 1
   FROM evaluation whole
  WHERE ((whole.id = evaluation_remark.evaluation_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))));
create policy evaluation_remark_seen on evaluation_remark as permissive for select to {hub}, {reader}
  using ((EXISTS ( SELECT 1
   FROM evaluation whole
  WHERE (whole.id = evaluation_remark.evaluation_id))));
grant delete, insert, select, update on evaluation_remark to {hub};
grant select on evaluation_remark to {reader};

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
  constraint event_type_check CHECK (type = ANY (ARRAY['REPORT_RECEIVED'::text, 'REPORT_ATTACHED'::text, 'REPORT_PUBLISHED'::text, 'RECORD_CREATED'::text, 'RECORD_CORRECTED'::text, 'RECORD_CLOSED'::text, 'RECOMMENDATION_FOLLOWED_UP'::text, 'UNIT_FOUNDED'::text, 'UNITS_MERGED'::text, 'UNIT_DISSOLVED'::text, 'PLACES_MERGED'::text, 'ORGANISATIONS_MERGED'::text, 'ORGANISATION_REGISTERED'::text]))
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

create table follow_up (
  id integer generated always as identity not null,
  recommendation_id integer not null,
  ordinal integer not null,
  organisation_id integer,
  on_date date not null,
  text text not null,
  state text not null,
  origin text not null,
  basis text,
  source_document_id integer,
  source_quote_id integer,
  source_report_province_id integer,
  source_report_id bigint,
  field_sources jsonb default '{}'::jsonb not null,
  constraint follow_up_pkey PRIMARY KEY (id),
  constraint follow_up_recommendation_id_ordinal_key UNIQUE (recommendation_id, ordinal),
  constraint follow_up_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint follow_up_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES recommendation(id),
  constraint follow_up_source_document_id_fkey FOREIGN KEY (source_document_id) REFERENCES source_document(id),
  constraint follow_up_source_quote_id_fkey FOREIGN KEY (source_quote_id) REFERENCES quote(id),
  constraint follow_up_source_report_province_id_source_report_id_fkey FOREIGN KEY (source_report_province_id, source_report_id) REFERENCES report(province_id, id),
  constraint follow_up_basis_check CHECK (basis = ANY (ARRAY['STATED'::text, 'DERIVED'::text])),
  constraint follow_up_check CHECK ((origin = 'SOURCE'::text) = (source_document_id IS NOT NULL)),
  constraint follow_up_check1 CHECK ((origin = 'SOURCE'::text) = (basis IS NOT NULL)),
  constraint follow_up_check2 CHECK (origin <> 'REPORT'::text OR source_report_id IS NOT NULL),
  constraint follow_up_origin_check CHECK (origin = ANY (ARRAY['SOURCE'::text, 'REPORT'::text, 'SYNTHETIC'::text, 'MANUAL'::text])),
  constraint follow_up_state_check CHECK (state = ANY (ARRAY['OPEN'::text, 'IN_PROGRESS'::text, 'DONE'::text, 'DECLINED'::text]))
);
comment on table follow_up is 'What was done about a recommendation, oldest first; none is altered.';
alter table follow_up enable row level security;
alter table follow_up force row level security;
create policy follow_up_kept on follow_up as permissive for all to {hub}
  using ((EXISTS ( SELECT 1
   FROM recommendation whole
  WHERE ((whole.id = follow_up.recommendation_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))))
  with check ((EXISTS ( SELECT 1
   FROM recommendation whole
  WHERE ((whole.id = follow_up.recommendation_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))));
create policy follow_up_seen on follow_up as permissive for select to {hub}, {reader}
  using ((EXISTS ( SELECT 1
   FROM recommendation whole
  WHERE (whole.id = follow_up.recommendation_id))));
grant delete, insert, select, update on follow_up to {hub};
grant select on follow_up to {reader};

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

create table member (
  province_id integer not null,
  id integer generated always as identity not null,
  organisation_id integer not null,
  unit_id integer,
  pseudonym text not null,
  birth_year integer,
  sex text,
  joined_on date,
  left_on date,
  synthetic boolean not null,
  constraint member_pkey PRIMARY KEY (province_id, id),
  constraint member_province_id_organisation_id_pseudonym_key UNIQUE (province_id, organisation_id, pseudonym),
  constraint member_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint member_province_id_fkey FOREIGN KEY (province_id) REFERENCES place(id),
  constraint member_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organisation_unit(id),
  constraint member_birth_year_check CHECK (birth_year >= 1900 AND birth_year <= 2100),
  constraint member_check CHECK (left_on >= joined_on),
  constraint member_sex_check CHECK (sex = ANY (ARRAY['FEMALE'::text, 'MALE'::text]))
);
comment on table member is 'The optional register: pseudonyms, no names, numbers or addresses. Read by the organisation alone, not even by administrators.';
CREATE INDEX member_of_organisation ON member USING btree (organisation_id, pseudonym, province_id, id);
alter table member enable row level security;
alter table member force row level security;
create policy member_enter on member as permissive for insert to {hub}
  with check (viewer_owns(organisation_id));
create policy member_own on member as permissive for select to {hub}
  using (((( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['OFFICER'::text, 'LEADER'::text])) AND (organisation_id = ANY (( SELECT viewer_organisations() AS viewer_organisations)::integer[]))));
grant insert, select on member to {hub};

create table migration (
  id integer default nextval('migration_id_seq'::regclass) not null,
  "timestamp" bigint not null,
  name character varying not null,
  constraint "PK_3043fc6b8af7c99b8b98830094f" PRIMARY KEY (id)
);
grant select on migration to {hub};

create table movement (
  id integer generated always as identity not null,
  version integer default 1 not null,
  province_id integer not null,
  keeper_id integer,
  exposure smallint not null,
  closed_on date,
  national_id integer,
  name text not null,
  name_en text,
  sort_key text collate "C" not null,
  folded text not null,
  description text,
  launched_earliest date,
  launched_latest date,
  ended_earliest date,
  ended_latest date,
  origin text not null,
  basis text,
  source_document_id integer,
  source_quote_id integer,
  source_report_province_id integer,
  source_report_id bigint,
  field_sources jsonb default '{}'::jsonb not null,
  constraint movement_pkey PRIMARY KEY (id),
  constraint movement_keeper_id_fkey FOREIGN KEY (keeper_id) REFERENCES organisation(id),
  constraint movement_national_id_fkey FOREIGN KEY (national_id) REFERENCES movement(id),
  constraint movement_province_id_fkey FOREIGN KEY (province_id) REFERENCES place(id),
  constraint movement_source_document_id_fkey FOREIGN KEY (source_document_id) REFERENCES source_document(id),
  constraint movement_source_quote_id_fkey FOREIGN KEY (source_quote_id) REFERENCES quote(id),
  constraint movement_source_report_province_id_source_report_id_fkey FOREIGN KEY (source_report_province_id, source_report_id) REFERENCES report(province_id, id),
  constraint movement_basis_check CHECK (basis = ANY (ARRAY['STATED'::text, 'DERIVED'::text])),
  constraint movement_check CHECK (launched_earliest <= launched_latest),
  constraint movement_check1 CHECK (ended_earliest <= ended_latest),
  constraint movement_check2 CHECK ((origin = 'SOURCE'::text) = (source_document_id IS NOT NULL)),
  constraint movement_check3 CHECK ((origin = 'SOURCE'::text) = (basis IS NOT NULL)),
  constraint movement_check4 CHECK (origin <> 'REPORT'::text OR source_report_id IS NOT NULL),
  constraint movement_exposure_check CHECK (exposure >= 0 AND exposure <= 2),
  constraint movement_origin_check CHECK (origin = ANY (ARRAY['SOURCE'::text, 'REPORT'::text, 'SYNTHETIC'::text, 'MANUAL'::text])),
  constraint movement_version_check CHECK (version > 0)
);
comment on table movement is 'Emulation movements: a national one belongs to the country, a province carries it out in a row of its own.';
CREATE INDEX movement_of_keeper ON movement USING btree (keeper_id, id);
CREATE INDEX movement_of_national ON movement USING btree (national_id, sort_key, id);
CREATE INDEX movement_of_province ON movement USING btree (province_id, id);
CREATE INDEX movement_sorted ON movement USING btree (sort_key, id);
alter table movement enable row level security;
alter table movement force row level security;
create policy movement_keeper on movement as permissive for all to {hub}
  using (((( SELECT viewer_role() AS viewer_role) = 'ADMIN'::text) OR viewer_keeps(keeper_id, province_id)))
  with check (viewer_keeps(keeper_id, province_id));
create policy movement_public on movement as permissive for select to {hub}, {reader}
  using ((exposure = 2));
create policy movement_reviewer on movement as permissive for select to {hub}
  using (((exposure >= 1) AND (( SELECT viewer_role() AS viewer_role) = 'REVIEWER'::text) AND (province_id = ANY (( SELECT viewer_provinces() AS viewer_provinces)::integer[]))));
grant insert, select, update on movement to {hub};
grant select on movement to {reader};

create table movement_link (
  movement_id integer not null,
  linked_id integer not null,
  origin text not null,
  basis text,
  source_document_id integer,
  source_quote_id integer,
  source_report_province_id integer,
  source_report_id bigint,
  field_sources jsonb default '{}'::jsonb not null,
  constraint movement_link_pkey PRIMARY KEY (movement_id, linked_id),
  constraint movement_link_linked_id_fkey FOREIGN KEY (linked_id) REFERENCES movement(id),
  constraint movement_link_movement_id_fkey FOREIGN KEY (movement_id) REFERENCES movement(id),
  constraint movement_link_source_document_id_fkey FOREIGN KEY (source_document_id) REFERENCES source_document(id),
  constraint movement_link_source_quote_id_fkey FOREIGN KEY (source_quote_id) REFERENCES quote(id),
  constraint movement_link_source_report_province_id_source_report_id_fkey FOREIGN KEY (source_report_province_id, source_report_id) REFERENCES report(province_id, id),
  constraint movement_link_basis_check CHECK (basis = ANY (ARRAY['STATED'::text, 'DERIVED'::text])),
  constraint movement_link_check CHECK ((origin = 'SOURCE'::text) = (source_document_id IS NOT NULL)),
  constraint movement_link_check1 CHECK ((origin = 'SOURCE'::text) = (basis IS NOT NULL)),
  constraint movement_link_check2 CHECK (origin <> 'REPORT'::text OR source_report_id IS NOT NULL),
  constraint movement_link_check3 CHECK (movement_id <> linked_id),
  constraint movement_link_origin_check CHECK (origin = ANY (ARRAY['SOURCE'::text, 'REPORT'::text, 'SYNTHETIC'::text, 'MANUAL'::text]))
);
CREATE INDEX movement_link_other ON movement_link USING btree (linked_id);
alter table movement_link enable row level security;
alter table movement_link force row level security;
create policy movement_link_kept on movement_link as permissive for all to {hub}
  using ((EXISTS ( SELECT 1
   FROM movement whole
  WHERE ((whole.id = movement_link.movement_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))))
  with check ((EXISTS ( SELECT 1
   FROM movement whole
  WHERE ((whole.id = movement_link.movement_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))));
create policy movement_link_seen on movement_link as permissive for select to {hub}, {reader}
  using ((EXISTS ( SELECT 1
   FROM movement whole
  WHERE (whole.id = movement_link.movement_id))));
grant delete, insert, select, update on movement_link to {hub};
grant select on movement_link to {reader};

create table movement_role (
  movement_id integer not null,
  organisation_id integer not null,
  role text not null,
  among text,
  origin text not null,
  basis text,
  source_document_id integer,
  source_quote_id integer,
  source_report_province_id integer,
  source_report_id bigint,
  field_sources jsonb default '{}'::jsonb not null,
  constraint movement_role_pkey PRIMARY KEY (movement_id, organisation_id, role),
  constraint movement_role_movement_id_fkey FOREIGN KEY (movement_id) REFERENCES movement(id),
  constraint movement_role_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint movement_role_source_document_id_fkey FOREIGN KEY (source_document_id) REFERENCES source_document(id),
  constraint movement_role_source_quote_id_fkey FOREIGN KEY (source_quote_id) REFERENCES quote(id),
  constraint movement_role_source_report_province_id_source_report_id_fkey FOREIGN KEY (source_report_province_id, source_report_id) REFERENCES report(province_id, id),
  constraint movement_role_basis_check CHECK (basis = ANY (ARRAY['STATED'::text, 'DERIVED'::text])),
  constraint movement_role_check CHECK ((origin = 'SOURCE'::text) = (source_document_id IS NOT NULL)),
  constraint movement_role_check1 CHECK ((origin = 'SOURCE'::text) = (basis IS NOT NULL)),
  constraint movement_role_check2 CHECK (origin <> 'REPORT'::text OR source_report_id IS NOT NULL),
  constraint movement_role_origin_check CHECK (origin = ANY (ARRAY['SOURCE'::text, 'REPORT'::text, 'SYNTHETIC'::text, 'MANUAL'::text])),
  constraint movement_role_role_check CHECK (role = ANY (ARRAY['LAUNCHES'::text, 'CARRIES_OUT'::text, 'RESPONDS'::text, 'LEADS'::text, 'SUPPORTS'::text, 'LINKED'::text]))
);
CREATE INDEX movement_role_of_organisation ON movement_role USING btree (organisation_id, movement_id);
alter table movement_role enable row level security;
alter table movement_role force row level security;
create policy movement_role_kept on movement_role as permissive for all to {hub}
  using ((EXISTS ( SELECT 1
   FROM movement whole
  WHERE ((whole.id = movement_role.movement_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))))
  with check ((EXISTS ( SELECT 1
   FROM movement whole
  WHERE ((whole.id = movement_role.movement_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))));
create policy movement_role_seen on movement_role as permissive for select to {hub}, {reader}
  using ((EXISTS ( SELECT 1
   FROM movement whole
  WHERE (whole.id = movement_role.movement_id))));
grant delete, insert, select, update on movement_role to {hub};
grant select on movement_role to {reader};

create table obligation (
  id integer generated always as identity not null,
  version integer default 1 not null,
  province_id integer not null,
  keeper_id integer,
  exposure smallint not null,
  closed_on date,
  agreement_id integer not null,
  kind text not null,
  frequency text not null,
  first_year integer,
  last_year integer,
  text text not null,
  origin text not null,
  basis text,
  source_document_id integer,
  source_quote_id integer,
  source_report_province_id integer,
  source_report_id bigint,
  field_sources jsonb default '{}'::jsonb not null,
  constraint obligation_pkey PRIMARY KEY (id),
  constraint obligation_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id),
  constraint obligation_keeper_id_fkey FOREIGN KEY (keeper_id) REFERENCES organisation(id),
  constraint obligation_province_id_fkey FOREIGN KEY (province_id) REFERENCES place(id),
  constraint obligation_source_document_id_fkey FOREIGN KEY (source_document_id) REFERENCES source_document(id),
  constraint obligation_source_quote_id_fkey FOREIGN KEY (source_quote_id) REFERENCES quote(id),
  constraint obligation_source_report_province_id_source_report_id_fkey FOREIGN KEY (source_report_province_id, source_report_id) REFERENCES report(province_id, id),
  constraint obligation_basis_check CHECK (basis = ANY (ARRAY['STATED'::text, 'DERIVED'::text])),
  constraint obligation_check CHECK ((origin = 'SOURCE'::text) = (source_document_id IS NOT NULL)),
  constraint obligation_check1 CHECK ((origin = 'SOURCE'::text) = (basis IS NOT NULL)),
  constraint obligation_check2 CHECK (origin <> 'REPORT'::text OR source_report_id IS NOT NULL),
  constraint obligation_check3 CHECK (last_year >= first_year),
  constraint obligation_exposure_check CHECK (exposure >= 0 AND exposure <= 2),
  constraint obligation_frequency_check CHECK (frequency = 'YEARLY'::text),
  constraint obligation_kind_check CHECK (kind = ANY (ARRAY['PLAN'::text, 'REVIEW_MEETING'::text, 'SUMMARY'::text])),
  constraint obligation_origin_check CHECK (origin = ANY (ARRAY['SOURCE'::text, 'REPORT'::text, 'SYNTHETIC'::text, 'MANUAL'::text])),
  constraint obligation_version_check CHECK (version > 0)
);
comment on table obligation is 'What the parties of an agreement owe each other again and again.';
CREATE INDEX obligation_by_beginning ON obligation USING btree (COALESCE(first_year, 9999), id);
CREATE INDEX obligation_of_agreement ON obligation USING btree (agreement_id, id);
CREATE INDEX obligation_of_keeper ON obligation USING btree (keeper_id, id);
CREATE INDEX obligation_of_province ON obligation USING btree (province_id, id);
alter table obligation enable row level security;
alter table obligation force row level security;
create policy obligation_keeper on obligation as permissive for all to {hub}
  using (((( SELECT viewer_role() AS viewer_role) = 'ADMIN'::text) OR viewer_keeps(keeper_id, province_id)))
  with check (viewer_keeps(keeper_id, province_id));
create policy obligation_public on obligation as permissive for select to {hub}, {reader}
  using ((exposure = 2));
create policy obligation_reviewer on obligation as permissive for select to {hub}
  using (((exposure >= 1) AND (( SELECT viewer_role() AS viewer_role) = 'REVIEWER'::text) AND (province_id = ANY (( SELECT viewer_provinces() AS viewer_provinces)::integer[]))));
grant insert, select, update on obligation to {hub};
grant select on obligation to {reader};

create table office (
  id integer generated always as identity not null,
  person_id integer not null,
  organisation_id integer not null,
  title text not null,
  folded text not null,
  ordinal integer not null,
  since_earliest date,
  since_latest date,
  until_earliest date,
  until_latest date,
  origin text not null,
  basis text,
  source_document_id integer,
  source_quote_id integer,
  source_report_province_id integer,
  source_report_id bigint,
  field_sources jsonb default '{}'::jsonb not null,
  constraint office_pkey PRIMARY KEY (id),
  constraint office_person_id_organisation_id_title_key UNIQUE (person_id, organisation_id, title),
  constraint office_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint office_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint office_source_document_id_fkey FOREIGN KEY (source_document_id) REFERENCES source_document(id),
  constraint office_source_quote_id_fkey FOREIGN KEY (source_quote_id) REFERENCES quote(id),
  constraint office_source_report_province_id_source_report_id_fkey FOREIGN KEY (source_report_province_id, source_report_id) REFERENCES report(province_id, id),
  constraint office_basis_check CHECK (basis = ANY (ARRAY['STATED'::text, 'DERIVED'::text])),
  constraint office_check CHECK (since_earliest <= since_latest),
  constraint office_check1 CHECK (until_earliest <= until_latest),
  constraint office_check2 CHECK ((origin = 'SOURCE'::text) = (source_document_id IS NOT NULL)),
  constraint office_check3 CHECK ((origin = 'SOURCE'::text) = (basis IS NOT NULL)),
  constraint office_check4 CHECK (origin <> 'REPORT'::text OR source_report_id IS NOT NULL),
  constraint office_origin_check CHECK (origin = ANY (ARRAY['SOURCE'::text, 'REPORT'::text, 'SYNTHETIC'::text, 'MANUAL'::text]))
);
comment on table office is 'An office a person held: several at a time, each with the days it is known for.';
CREATE INDEX office_of_organisation ON office USING btree (organisation_id, id);
alter table office enable row level security;
alter table office force row level security;
create policy office_kept on office as permissive for all to {hub}
  using ((EXISTS ( SELECT 1
   FROM person whole
  WHERE ((whole.id = office.person_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))))
  with check ((EXISTS ( SELECT 1
   FROM person whole
  WHERE ((whole.id = office.person_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))));
create policy office_seen on office as permissive for select to {hub}, {reader}
  using ((EXISTS ( SELECT 1
   FROM person whole
  WHERE (whole.id = office.person_id))));
grant delete, insert, select, update on office to {hub};
grant select on office to {reader};

create table organisation (
  id integer not null,
  kind text not null,
  code text not null,
  province_id integer not null,
  valid_from date,
  valid_to date,
  registered boolean default false not null,
  constraint organisation_pkey PRIMARY KEY (id),
  constraint organisation_province_id_fkey FOREIGN KEY (province_id) REFERENCES place(id),
  constraint organisation_check CHECK (valid_to >= valid_from),
  constraint organisation_kind_check CHECK (kind = ANY (ARRAY['LDLD'::text, 'HPN'::text, 'TD'::text, 'HND'::text, 'CCB'::text, 'UBND'::text, 'MTTQ'::text, 'LHTN'::text, 'TINH_UY'::text, 'SO_NGANH'::text, 'KHAC'::text]))
);
comment on column organisation.registered is 'Made or altered by a registration in this hub: loading the catalogue leaves it alone.';
CREATE UNIQUE INDEX organisation_life ON organisation USING btree (code, COALESCE(valid_from, '-infinity'::date));
CREATE INDEX organisation_of_province ON organisation USING btree (province_id, kind);
grant insert, select, update on organisation to {hub};
grant select on organisation to {reader};

create table organisation_edge (
  predecessor_id integer not null,
  successor_id integer not null,
  on_date date not null,
  extent text not null,
  registered boolean default false not null,
  constraint organisation_edge_pkey PRIMARY KEY (predecessor_id, successor_id, on_date),
  constraint organisation_edge_predecessor_id_fkey FOREIGN KEY (predecessor_id) REFERENCES organisation(id),
  constraint organisation_edge_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES organisation(id),
  constraint organisation_edge_extent_check CHECK (extent = ANY (ARRAY['FULL'::text, 'PARTIAL'::text]))
);
CREATE INDEX organisation_edge_successor ON organisation_edge USING btree (successor_id);
grant insert, select on organisation_edge to {hub};
grant select on organisation_edge to {reader};

create table organisation_unit (
  id integer generated always as identity not null,
  version integer default 1 not null,
  province_id integer not null,
  keeper_id integer,
  exposure smallint not null,
  closed_on date,
  organisation_id integer not null,
  place_id integer,
  kind text not null,
  name text not null,
  sort_key text collate "C" not null,
  folded text not null,
  sector text,
  founded_earliest date,
  founded_latest date,
  ended_earliest date,
  ended_latest date,
  end_kind text,
  origin text not null,
  basis text,
  source_document_id integer,
  source_quote_id integer,
  source_report_province_id integer,
  source_report_id bigint,
  field_sources jsonb default '{}'::jsonb not null,
  constraint organisation_unit_pkey PRIMARY KEY (id),
  constraint organisation_unit_keeper_id_fkey FOREIGN KEY (keeper_id) REFERENCES organisation(id),
  constraint organisation_unit_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint organisation_unit_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id),
  constraint organisation_unit_province_id_fkey FOREIGN KEY (province_id) REFERENCES place(id),
  constraint organisation_unit_source_document_id_fkey FOREIGN KEY (source_document_id) REFERENCES source_document(id),
  constraint organisation_unit_source_quote_id_fkey FOREIGN KEY (source_quote_id) REFERENCES quote(id),
  constraint organisation_unit_source_report_province_id_source_report__fkey FOREIGN KEY (source_report_province_id, source_report_id) REFERENCES report(province_id, id),
  constraint organisation_unit_basis_check CHECK (basis = ANY (ARRAY['STATED'::text, 'DERIVED'::text])),
  constraint organisation_unit_check CHECK (founded_earliest <= founded_latest),
  constraint organisation_unit_check1 CHECK (ended_earliest <= ended_latest),
  constraint organisation_unit_check2 CHECK ((origin = 'SOURCE'::text) = (source_document_id IS NOT NULL)),
  constraint organisation_unit_check3 CHECK ((origin = 'SOURCE'::text) = (basis IS NOT NULL)),
  constraint organisation_unit_check4 CHECK (origin <> 'REPORT'::text OR source_report_id IS NOT NULL),
  constraint organisation_unit_check5 CHECK ((end_kind IS NULL) = (ended_latest IS NULL AND ended_earliest IS NULL)),
  constraint organisation_unit_end_kind_check CHECK (end_kind = ANY (ARRAY['MERGED'::text, 'DISSOLVED'::text])),
  constraint organisation_unit_exposure_check CHECK (exposure >= 0 AND exposure <= 2),
  constraint organisation_unit_kind_check CHECK (kind = ANY (ARRAY['GRASSROOTS_UNION'::text, 'GRASSROOTS_YOUTH'::text, 'YOUTH_BRANCH'::text, 'WOMEN_BRANCH'::text, 'FARMER_BRANCH'::text, 'VETERAN_BRANCH'::text, 'OTHER'::text])),
  constraint organisation_unit_origin_check CHECK (origin = ANY (ARRAY['SOURCE'::text, 'REPORT'::text, 'SYNTHETIC'::text, 'MANUAL'::text])),
  constraint organisation_unit_sector_check CHECK (sector = ANY (ARRAY['STATE'::text, 'NONSTATE'::text, 'FDI'::text])),
  constraint organisation_unit_version_check CHECK (version > 0)
);
comment on table organisation_unit is 'Grassroots units of the organisations: founded, merged, dissolved.';
CREATE INDEX organisation_unit_of_keeper ON organisation_unit USING btree (keeper_id, id);
CREATE INDEX organisation_unit_of_organisation ON organisation_unit USING btree (organisation_id, sort_key, id);
CREATE INDEX organisation_unit_of_place ON organisation_unit USING btree (place_id, id);
CREATE INDEX organisation_unit_of_province ON organisation_unit USING btree (province_id, id);
CREATE INDEX organisation_unit_sorted ON organisation_unit USING btree (sort_key, id);
alter table organisation_unit enable row level security;
alter table organisation_unit force row level security;
create policy organisation_unit_keeper on organisation_unit as permissive for all to {hub}
  using (((( SELECT viewer_role() AS viewer_role) = 'ADMIN'::text) OR viewer_keeps(keeper_id, province_id)))
  with check (viewer_keeps(keeper_id, province_id));
create policy organisation_unit_public on organisation_unit as permissive for select to {hub}, {reader}
  using ((exposure = 2));
create policy organisation_unit_reviewer on organisation_unit as permissive for select to {hub}
  using (((exposure >= 1) AND (( SELECT viewer_role() AS viewer_role) = 'REVIEWER'::text) AND (province_id = ANY (( SELECT viewer_provinces() AS viewer_provinces)::integer[]))));
grant insert, select, update on organisation_unit to {hub};
grant select on organisation_unit to {reader};

create table organisation_unit_edge (
  predecessor_id integer not null,
  successor_id integer not null,
  on_date date not null,
  constraint organisation_unit_edge_pkey PRIMARY KEY (predecessor_id, successor_id),
  constraint organisation_unit_edge_predecessor_id_fkey FOREIGN KEY (predecessor_id) REFERENCES organisation_unit(id),
  constraint organisation_unit_edge_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES organisation_unit(id)
);
CREATE INDEX organisation_unit_edge_successor ON organisation_unit_edge USING btree (successor_id);
alter table organisation_unit_edge enable row level security;
alter table organisation_unit_edge force row level security;
create policy organisation_unit_edge_kept on organisation_unit_edge as permissive for all to {hub}
  using ((EXISTS ( SELECT 1
   FROM organisation_unit whole
  WHERE ((whole.id = organisation_unit_edge.successor_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))))
  with check ((EXISTS ( SELECT 1
   FROM organisation_unit whole
  WHERE ((whole.id = organisation_unit_edge.successor_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))));
create policy organisation_unit_edge_seen on organisation_unit_edge as permissive for select to {hub}, {reader}
  using ((EXISTS ( SELECT 1
   FROM organisation_unit whole
  WHERE (whole.id = organisation_unit_edge.successor_id))));
grant delete, insert, select, update on organisation_unit_edge to {hub};
grant select on organisation_unit_edge to {reader};

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
  registered boolean default false not null,
  constraint organisation_version_pkey PRIMARY KEY (organisation_id, version),
  constraint organisation_version_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint organisation_version_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES organisation(id),
  constraint organisation_version_check CHECK (valid_to >= valid_from),
  constraint organisation_version_version_check CHECK (version > 0)
);
CREATE INDEX organisation_version_parent ON organisation_version USING btree (parent_id);
grant insert, select, update on organisation_version to {hub};
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

create table person (
  id integer generated always as identity not null,
  version integer default 1 not null,
  province_id integer not null,
  keeper_id integer,
  exposure smallint not null,
  closed_on date,
  name text not null,
  sort_key text collate "C" not null,
  folded text not null,
  origin text not null,
  basis text,
  source_document_id integer,
  source_quote_id integer,
  source_report_province_id integer,
  source_report_id bigint,
  field_sources jsonb default '{}'::jsonb not null,
  constraint person_pkey PRIMARY KEY (id),
  constraint person_keeper_id_fkey FOREIGN KEY (keeper_id) REFERENCES organisation(id),
  constraint person_province_id_fkey FOREIGN KEY (province_id) REFERENCES place(id),
  constraint person_source_document_id_fkey FOREIGN KEY (source_document_id) REFERENCES source_document(id),
  constraint person_source_quote_id_fkey FOREIGN KEY (source_quote_id) REFERENCES quote(id),
  constraint person_source_report_province_id_source_report_id_fkey FOREIGN KEY (source_report_province_id, source_report_id) REFERENCES report(province_id, id),
  constraint person_basis_check CHECK (basis = ANY (ARRAY['STATED'::text, 'DERIVED'::text])),
  constraint person_check CHECK ((origin = 'SOURCE'::text) = (source_document_id IS NOT NULL)),
  constraint person_check1 CHECK ((origin = 'SOURCE'::text) = (basis IS NOT NULL)),
  constraint person_check2 CHECK (origin <> 'REPORT'::text OR source_report_id IS NOT NULL),
  constraint person_exposure_check CHECK (exposure >= 0 AND exposure <= 2),
  constraint person_origin_check CHECK (origin = ANY (ARRAY['SOURCE'::text, 'REPORT'::text, 'SYNTHETIC'::text, 'MANUAL'::text])),
  constraint person_version_check CHECK (version > 0)
);
comment on table person is 'Public office-holders, as signers and speakers only. No member of an organisation is kept here.';
comment on column person.sort_key is 'By given name, then family name, as lists of persons are.';
CREATE INDEX person_of_keeper ON person USING btree (keeper_id, id);
CREATE INDEX person_of_province ON person USING btree (province_id, id);
CREATE INDEX person_sorted ON person USING btree (sort_key, id);
alter table person enable row level security;
alter table person force row level security;
create policy person_keeper on person as permissive for all to {hub}
  using (((( SELECT viewer_role() AS viewer_role) = 'ADMIN'::text) OR viewer_keeps(keeper_id, province_id)))
  with check (viewer_keeps(keeper_id, province_id));
create policy person_public on person as permissive for select to {hub}, {reader}
  using ((exposure = 2));
create policy person_reviewer on person as permissive for select to {hub}
  using (((exposure >= 1) AND (( SELECT viewer_role() AS viewer_role) = 'REVIEWER'::text) AND (province_id = ANY (( SELECT viewer_provinces() AS viewer_provinces)::integer[]))));
grant insert, select, update on person to {hub};
grant select on person to {reader};

create table place (
  id integer not null,
  level text not null,
  code text not null,
  province_id integer,
  legacy_province_id integer,
  valid_from date,
  valid_to date,
  registered boolean default false not null,
  constraint place_pkey PRIMARY KEY (id),
  constraint place_legacy_province_id_fkey FOREIGN KEY (legacy_province_id) REFERENCES place(id),
  constraint place_province_id_fkey FOREIGN KEY (province_id) REFERENCES place(id),
  constraint place_check CHECK (valid_to >= valid_from),
  constraint place_level_check CHECK (level = ANY (ARRAY['COUNTRY'::text, 'PROVINCE'::text, 'DISTRICT'::text, 'COMMUNE'::text]))
);
comment on table place is 'The life of an administrative unit. A code is no key: 91 was Kiên Giang until 30 June 2025 and is An Giang since.';
comment on column place.valid_to is 'Last day of its life; null while it lives.';
comment on column place.registered is 'Made or altered by a registration in this hub: loading the catalogue leaves it alone.';
CREATE UNIQUE INDEX place_life ON place USING btree (code, COALESCE(valid_from, '-infinity'::date));
CREATE INDEX place_of_province ON place USING btree (province_id, level);
grant insert, select, update on place to {hub};
grant select on place to {reader};

create table place_edge (
  predecessor_id integer not null,
  successor_id integer not null,
  on_date date not null,
  extent text not null,
  registered boolean default false not null,
  constraint place_edge_pkey PRIMARY KEY (predecessor_id, successor_id, on_date),
  constraint place_edge_predecessor_id_fkey FOREIGN KEY (predecessor_id) REFERENCES place(id),
  constraint place_edge_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES place(id),
  constraint place_edge_extent_check CHECK (extent = ANY (ARRAY['FULL'::text, 'PARTIAL'::text]))
);
CREATE INDEX place_edge_successor ON place_edge USING btree (successor_id);
grant insert, select on place_edge to {hub};
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
  registered boolean default false not null,
  constraint place_version_pkey PRIMARY KEY (place_id, version),
  constraint place_version_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES place(id),
  constraint place_version_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id),
  constraint place_version_check CHECK (valid_to >= valid_from),
  constraint place_version_type_check CHECK (type = ANY (ARRAY['COUNTRY'::text, 'PROVINCE'::text, 'CENTRAL_CITY'::text, 'DISTRICT'::text, 'DISTRICT_TOWN'::text, 'URBAN_DISTRICT'::text, 'PROVINCIAL_CITY'::text, 'WARD'::text, 'COMMUNE'::text, 'TOWNSHIP'::text, 'SPECIAL_ZONE'::text])),
  constraint place_version_version_check CHECK (version > 0)
);
comment on table place_version is 'Name, type and parent of a place, each with the days on which they held.';
CREATE INDEX place_version_parent ON place_version USING btree (parent_id);
grant insert, select, update on place_version to {hub};
grant select on place_version to {reader};

create table policy_reference (
  id integer generated always as identity not null,
  version integer default 1 not null,
  province_id integer not null,
  keeper_id integer,
  exposure smallint not null,
  closed_on date,
  title text not null,
  symbol text,
  issuer text,
  sort_key text collate "C" not null,
  folded text not null,
  adopted_earliest date,
  adopted_latest date,
  origin text not null,
  basis text,
  source_document_id integer,
  source_quote_id integer,
  source_report_province_id integer,
  source_report_id bigint,
  field_sources jsonb default '{}'::jsonb not null,
  constraint policy_reference_pkey PRIMARY KEY (id),
  constraint policy_reference_keeper_id_fkey FOREIGN KEY (keeper_id) REFERENCES organisation(id),
  constraint policy_reference_province_id_fkey FOREIGN KEY (province_id) REFERENCES place(id),
  constraint policy_reference_source_document_id_fkey FOREIGN KEY (source_document_id) REFERENCES source_document(id),
  constraint policy_reference_source_quote_id_fkey FOREIGN KEY (source_quote_id) REFERENCES quote(id),
  constraint policy_reference_source_report_province_id_source_report_i_fkey FOREIGN KEY (source_report_province_id, source_report_id) REFERENCES report(province_id, id),
  constraint policy_reference_basis_check CHECK (basis = ANY (ARRAY['STATED'::text, 'DERIVED'::text])),
  constraint policy_reference_check CHECK (adopted_earliest <= adopted_latest),
  constraint policy_reference_check1 CHECK ((origin = 'SOURCE'::text) = (source_document_id IS NOT NULL)),
  constraint policy_reference_check2 CHECK ((origin = 'SOURCE'::text) = (basis IS NOT NULL)),
  constraint policy_reference_check3 CHECK (origin <> 'REPORT'::text OR source_report_id IS NOT NULL),
  constraint policy_reference_exposure_check CHECK (exposure >= 0 AND exposure <= 2),
  constraint policy_reference_origin_check CHECK (origin = ANY (ARRAY['SOURCE'::text, 'REPORT'::text, 'SYNTHETIC'::text, 'MANUAL'::text])),
  constraint policy_reference_version_check CHECK (version > 0)
);
comment on table policy_reference is 'Resolutions and laws that records refer to.';
CREATE INDEX policy_reference_of_keeper ON policy_reference USING btree (keeper_id, id);
CREATE INDEX policy_reference_of_province ON policy_reference USING btree (province_id, id);
CREATE INDEX policy_reference_sorted ON policy_reference USING btree (sort_key, id);
alter table policy_reference enable row level security;
alter table policy_reference force row level security;
create policy policy_reference_keeper on policy_reference as permissive for all to {hub}
  using (((( SELECT viewer_role() AS viewer_role) = 'ADMIN'::text) OR viewer_keeps(keeper_id, province_id)))
  with check (viewer_keeps(keeper_id, province_id));
create policy policy_reference_public on policy_reference as permissive for select to {hub}, {reader}
  using ((exposure = 2));
create policy policy_reference_reviewer on policy_reference as permissive for select to {hub}
  using (((exposure >= 1) AND (( SELECT viewer_role() AS viewer_role) = 'REVIEWER'::text) AND (province_id = ANY (( SELECT viewer_provinces() AS viewer_provinces)::integer[]))));
grant insert, select, update on policy_reference to {hub};
grant select on policy_reference to {reader};

create table quote (
  id integer generated always as identity not null,
  document_id integer not null,
  key text not null,
  text text not null,
  constraint quote_pkey PRIMARY KEY (id),
  constraint quote_document_id_key_key UNIQUE (document_id, key),
  constraint quote_document_id_fkey FOREIGN KEY (document_id) REFERENCES source_document(id)
);
comment on table quote is 'Passages of documents, verbatim but for white space.';
alter table quote enable row level security;
alter table quote force row level security;
create policy quote_kept on quote as permissive for insert to {hub}
  with check ((EXISTS ( SELECT 1
   FROM source_document d
  WHERE ((d.id = quote.document_id) AND viewer_keeps(d.keeper_id, d.province_id)))));
create policy quote_seen on quote as permissive for select to {hub}, {reader}
  using ((EXISTS ( SELECT 1
   FROM source_document d
  WHERE (d.id = quote.document_id))));
grant insert, select on quote to {hub};
grant select on quote to {reader};

create table recommendation (
  id integer generated always as identity not null,
  version integer default 1 not null,
  province_id integer not null,
  keeper_id integer,
  exposure smallint not null,
  closed_on date,
  kind text not null,
  from_id integer not null,
  speaker_id integer,
  addressee text,
  ordinal integer,
  text text not null,
  sort_key text collate "C" not null,
  folded text not null,
  deadline date,
  state text,
  agreement_id integer,
  evaluation_id integer,
  meeting_id integer,
  document_id integer,
  issued_earliest date,
  issued_latest date,
  origin text not null,
  basis text,
  source_document_id integer,
  source_quote_id integer,
  source_report_province_id integer,
  source_report_id bigint,
  field_sources jsonb default '{}'::jsonb not null,
  constraint recommendation_pkey PRIMARY KEY (id),
  constraint recommendation_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id),
  constraint recommendation_document_id_fkey FOREIGN KEY (document_id) REFERENCES source_document(id),
  constraint recommendation_evaluation_id_fkey FOREIGN KEY (evaluation_id) REFERENCES evaluation(id),
  constraint recommendation_from_id_fkey FOREIGN KEY (from_id) REFERENCES organisation(id),
  constraint recommendation_keeper_id_fkey FOREIGN KEY (keeper_id) REFERENCES organisation(id),
  constraint recommendation_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES agreement_event(id),
  constraint recommendation_province_id_fkey FOREIGN KEY (province_id) REFERENCES place(id),
  constraint recommendation_source_document_id_fkey FOREIGN KEY (source_document_id) REFERENCES source_document(id),
  constraint recommendation_source_quote_id_fkey FOREIGN KEY (source_quote_id) REFERENCES quote(id),
  constraint recommendation_source_report_province_id_source_report_id_fkey FOREIGN KEY (source_report_province_id, source_report_id) REFERENCES report(province_id, id),
  constraint recommendation_speaker_id_fkey FOREIGN KEY (speaker_id) REFERENCES person(id),
  constraint recommendation_basis_check CHECK (basis = ANY (ARRAY['STATED'::text, 'DERIVED'::text])),
  constraint recommendation_check CHECK (issued_earliest <= issued_latest),
  constraint recommendation_check1 CHECK ((origin = 'SOURCE'::text) = (source_document_id IS NOT NULL)),
  constraint recommendation_check2 CHECK ((origin = 'SOURCE'::text) = (basis IS NOT NULL)),
  constraint recommendation_check3 CHECK (origin <> 'REPORT'::text OR source_report_id IS NOT NULL),
  constraint recommendation_exposure_check CHECK (exposure >= 0 AND exposure <= 2),
  constraint recommendation_kind_check CHECK (kind = ANY (ARRAY['DIRECTIVE'::text, 'REQUEST'::text, 'PROPOSAL'::text])),
  constraint recommendation_origin_check CHECK (origin = ANY (ARRAY['SOURCE'::text, 'REPORT'::text, 'SYNTHETIC'::text, 'MANUAL'::text])),
  constraint recommendation_state_check CHECK (state = ANY (ARRAY['OPEN'::text, 'IN_PROGRESS'::text, 'DONE'::text, 'DECLINED'::text])),
  constraint recommendation_version_check CHECK (version > 0)
);
comment on column recommendation.state is 'Null where the source does not say what became of it.';
CREATE INDEX recommendation_of_agreement ON recommendation USING btree (agreement_id, id);
CREATE INDEX recommendation_of_evaluation ON recommendation USING btree (evaluation_id, id);
CREATE INDEX recommendation_of_from ON recommendation USING btree (from_id, id);
CREATE INDEX recommendation_of_keeper ON recommendation USING btree (keeper_id, id);
CREATE INDEX recommendation_of_meeting ON recommendation USING btree (meeting_id, id);
CREATE INDEX recommendation_of_province ON recommendation USING btree (province_id, id);
CREATE INDEX recommendation_sorted ON recommendation USING btree (COALESCE(ordinal, 2147483647), sort_key, id);
alter table recommendation enable row level security;
alter table recommendation force row level security;
create policy recommendation_keeper on recommendation as permissive for all to {hub}
  using (((( SELECT viewer_role() AS viewer_role) = 'ADMIN'::text) OR viewer_keeps(keeper_id, province_id)))
  with check (viewer_keeps(keeper_id, province_id));
create policy recommendation_public on recommendation as permissive for select to {hub}, {reader}
  using ((exposure = 2));
create policy recommendation_reviewer on recommendation as permissive for select to {hub}
  using (((exposure >= 1) AND (( SELECT viewer_role() AS viewer_role) = 'REVIEWER'::text) AND (province_id = ANY (( SELECT viewer_provinces() AS viewer_provinces)::integer[]))));
grant insert, select, update on recommendation to {hub};
grant select on recommendation to {reader};

create table recommendation_addressee (
  recommendation_id integer not null,
  organisation_id integer not null,
  constraint recommendation_addressee_pkey PRIMARY KEY (recommendation_id, organisation_id),
  constraint recommendation_addressee_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint recommendation_addressee_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES recommendation(id)
);
CREATE INDEX recommendation_addressee_of_organisation ON recommendation_addressee USING btree (organisation_id, recommendation_id);
alter table recommendation_addressee enable row level security;
alter table recommendation_addressee force row level security;
create policy recommendation_addressee_kept on recommendation_addressee as permissive for all to {hub}
  using ((EXISTS ( SELECT 1
   FROM recommendation whole
  WHERE ((whole.id = recommendation_addressee.recommendation_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))))
  with check ((EXISTS ( SELECT 1
   FROM recommendation whole
  WHERE ((whole.id = recommendation_addressee.recommendation_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))));
create policy recommendation_addressee_seen on recommendation_addressee as permissive for select to {hub}, {reader}
  using ((EXISTS ( SELECT 1
   FROM recommendation whole
  WHERE (whole.id = recommendation_addressee.recommendation_id))));
grant delete, insert, select, update on recommendation_addressee to {hub};
grant select on recommendation_addressee to {reader};

create table recommendation_target (
  recommendation_id integer not null,
  target_group_id integer not null,
  constraint recommendation_target_pkey PRIMARY KEY (recommendation_id, target_group_id),
  constraint recommendation_target_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES recommendation(id),
  constraint recommendation_target_target_group_id_fkey FOREIGN KEY (target_group_id) REFERENCES target_group(id)
);
alter table recommendation_target enable row level security;
alter table recommendation_target force row level security;
create policy recommendation_target_kept on recommendation_target as permissive for all to {hub}
  using ((EXISTS ( SELECT 1
   FROM recommendation whole
  WHERE ((whole.id = recommendation_target.recommendation_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))))
  with check ((EXISTS ( SELECT 1
   FROM recommendation whole
  WHERE ((whole.id = recommendation_target.recommendation_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))));
create policy recommendation_target_seen on recommendation_target as permissive for select to {hub}, {reader}
  using ((EXISTS ( SELECT 1
   FROM recommendation whole
  WHERE (whole.id = recommendation_target.recommendation_id))));
grant delete, insert, select, update on recommendation_target to {hub};
grant select on recommendation_target to {reader};

create table record_version (
  subject_type text not null,
  subject_id integer not null,
  version integer not null,
  province_id integer not null,
  keeper_id integer,
  exposure smallint not null,
  action text not null,
  reason text,
  data jsonb not null,
  actor text not null,
  recorded_at timestamp with time zone default now() not null,
  constraint record_version_pkey PRIMARY KEY (subject_type, subject_id, version),
  constraint record_version_keeper_id_fkey FOREIGN KEY (keeper_id) REFERENCES organisation(id),
  constraint record_version_province_id_fkey FOREIGN KEY (province_id) REFERENCES place(id),
  constraint record_version_exposure_check CHECK (exposure >= 0 AND exposure <= 2),
  constraint record_version_version_check CHECK (version > 0)
);
comment on table record_version is 'What every version of a record said, with its parts. None is altered.';
alter table record_version enable row level security;
alter table record_version force row level security;
create policy record_version_append on record_version as permissive for insert to {hub}
  with check (viewer_keeps(keeper_id, province_id));
create policy record_version_keeper on record_version as permissive for select to {hub}
  using (viewer_keeps(keeper_id, province_id));
create policy record_version_public on record_version as permissive for select to {hub}, {reader}
  using ((exposure = 2));
create policy record_version_reviewer on record_version as permissive for select to {hub}
  using (((exposure >= 1) AND (( SELECT viewer_role() AS viewer_role) = 'REVIEWER'::text) AND (province_id = ANY (( SELECT viewer_provinces() AS viewer_provinces)::integer[]))));
grant insert, select on record_version to {hub};
grant select (subject_type, subject_id, version, province_id, keeper_id, exposure, action, reason, data, recorded_at) on record_version to {reader};

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
CREATE INDEX report_version_of_file ON report_version USING btree (province_id, file_sha256);
CREATE INDEX report_version_of_upload ON report_version USING btree (province_id, upload_id);
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

create table signatory (
  id integer generated always as identity not null,
  agreement_id integer not null,
  person_id integer not null,
  organisation_id integer not null,
  ordinal integer not null,
  origin text not null,
  basis text,
  source_document_id integer,
  source_quote_id integer,
  source_report_province_id integer,
  source_report_id bigint,
  field_sources jsonb default '{}'::jsonb not null,
  constraint signatory_pkey PRIMARY KEY (id),
  constraint signatory_agreement_id_person_id_organisation_id_key UNIQUE (agreement_id, person_id, organisation_id),
  constraint signatory_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id),
  constraint signatory_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint signatory_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint signatory_source_document_id_fkey FOREIGN KEY (source_document_id) REFERENCES source_document(id),
  constraint signatory_source_quote_id_fkey FOREIGN KEY (source_quote_id) REFERENCES quote(id),
  constraint signatory_source_report_province_id_source_report_id_fkey FOREIGN KEY (source_report_province_id, source_report_id) REFERENCES report(province_id, id),
  constraint signatory_basis_check CHECK (basis = ANY (ARRAY['STATED'::text, 'DERIVED'::text])),
  constraint signatory_check CHECK ((origin = 'SOURCE'::text) = (source_document_id IS NOT NULL)),
  constraint signatory_check1 CHECK ((origin = 'SOURCE'::text) = (basis IS NOT NULL)),
  constraint signatory_check2 CHECK (origin <> 'REPORT'::text OR source_report_id IS NOT NULL),
  constraint signatory_origin_check CHECK (origin = ANY (ARRAY['SOURCE'::text, 'REPORT'::text, 'SYNTHETIC'::text, 'MANUAL'::text]))
);
comment on column signatory.organisation_id is 'The party signed for.';
CREATE INDEX signatory_of_person ON signatory USING btree (person_id);
alter table signatory enable row level security;
alter table signatory force row level security;
create policy signatory_kept on signatory as permissive for all to {hub}
  using ((EXISTS ( SELECT 1
   FROM agreement whole
  WHERE ((whole.id = signatory.agreement_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))))
  with check ((EXISTS ( SELECT 1
   FROM agreement whole
  WHERE ((whole.id = signatory.agreement_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))));
create policy signatory_seen on signatory as permissive for select to {hub}, {reader}
  using ((EXISTS ( SELECT 1
   FROM agreement whole
  WHERE (whole.id = signatory.agreement_id))));
grant delete, insert, select, update on signatory to {hub};
grant select on signatory to {reader};

create table signatory_office (
  signatory_id integer not null,
  office_id integer not null,
  constraint signatory_office_pkey PRIMARY KEY (signatory_id, office_id),
  constraint signatory_office_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id),
  constraint signatory_office_signatory_id_fkey FOREIGN KEY (signatory_id) REFERENCES signatory(id) ON DELETE CASCADE
);
alter table signatory_office enable row level security;
alter table signatory_office force row level security;
create policy signatory_office_kept on signatory_office as permissive for all to {hub}
  using ((EXISTS ( SELECT 1
   FROM (signatory part
     JOIN agreement whole ON ((whole.id = part.agreement_id)))
  WHERE ((part.id = signatory_office.signatory_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))))
  with check ((EXISTS ( SELECT 1
   FROM (signatory part
     JOIN agreement whole ON ((whole.id = part.agreement_id)))
  WHERE ((part.id = signatory_office.signatory_id) AND viewer_keeps(whole.keeper_id, whole.province_id)))));
create policy signatory_office_seen on signatory_office as permissive for select to {hub}, {reader}
  using ((EXISTS ( SELECT 1
   FROM signatory part
  WHERE (part.id = signatory_office.signatory_id))));
grant delete, insert, select on signatory_office to {hub};
grant select on signatory_office to {reader};

create table source_document (
  id integer generated always as identity not null,
  version integer default 1 not null,
  province_id integer not null,
  keeper_id integer,
  exposure smallint not null,
  closed_on date,
  kind text not null,
  title text not null,
  sort_key text collate "C" not null,
  folded text not null,
  author text,
  publisher text,
  section text,
  published_at timestamp with time zone,
  issuer_id integer,
  type text,
  number integer,
  year integer,
  symbol text,
  style text,
  dated_earliest date,
  dated_latest date,
  constraint source_document_pkey PRIMARY KEY (id),
  constraint source_document_issuer_id_fkey FOREIGN KEY (issuer_id) REFERENCES organisation(id),
  constraint source_document_keeper_id_fkey FOREIGN KEY (keeper_id) REFERENCES organisation(id),
  constraint source_document_province_id_fkey FOREIGN KEY (province_id) REFERENCES place(id),
  constraint source_document_check CHECK (dated_earliest <= dated_latest),
  constraint source_document_check1 CHECK ((kind = 'OFFICIAL'::text) >= (number IS NOT NULL)),
  constraint source_document_check2 CHECK ((number IS NULL) = (symbol IS NULL)),
  constraint source_document_exposure_check CHECK (exposure >= 0 AND exposure <= 2),
  constraint source_document_kind_check CHECK (kind = ANY (ARRAY['ARTICLE'::text, 'OFFICIAL'::text])),
  constraint source_document_number_check CHECK (number > 0),
  constraint source_document_style_check CHECK (style = ANY (ARRAY['STATE'::text, 'PARTY'::text])),
  constraint source_document_version_check CHECK (version > 0)
);
comment on table source_document is 'What records were taken from: articles, and official papers with their numbers.';
comment on column source_document.symbol is 'The number as it was written, as 125/BC-UBND or 225-KH/TWĐTN-CTTN.';
CREATE UNIQUE INDEX source_document_number ON source_document USING btree (issuer_id, type, number, year) WHERE number IS NOT NULL;
CREATE INDEX source_document_of_issuer ON source_document USING btree (issuer_id, id);
CREATE INDEX source_document_of_keeper ON source_document USING btree (keeper_id, id);
CREATE INDEX source_document_of_province ON source_document USING btree (province_id, id);
CREATE INDEX source_document_sorted ON source_document USING btree (sort_key, id);
alter table source_document enable row level security;
alter table source_document force row level security;
create policy source_document_keeper on source_document as permissive for all to {hub}
  using (((( SELECT viewer_role() AS viewer_role) = 'ADMIN'::text) OR viewer_keeps(keeper_id, province_id)))
  with check (viewer_keeps(keeper_id, province_id));
create policy source_document_public on source_document as permissive for select to {hub}, {reader}
  using ((exposure = 2));
create policy source_document_reviewer on source_document as permissive for select to {hub}
  using (((exposure >= 1) AND (( SELECT viewer_role() AS viewer_role) = 'REVIEWER'::text) AND (province_id = ANY (( SELECT viewer_provinces() AS viewer_provinces)::integer[]))));
grant insert, select, update on source_document to {hub};
grant select on source_document to {reader};

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
create policy file_reviewer on stored_file as permissive for select to {hub}
  using (((( SELECT viewer_role() AS viewer_role) = 'REVIEWER'::text) AND (province_id = ANY (( SELECT viewer_provinces() AS viewer_provinces)::integer[])) AND ((EXISTS ( SELECT
   FROM report_version v
  WHERE ((v.province_id = stored_file.province_id) AND (v.file_sha256 = stored_file.sha256) AND (v.organisation_id = stored_file.organisation_id) AND (v.exposure >= 1)))) OR (EXISTS ( SELECT
   FROM attachment a
  WHERE ((a.province_id = stored_file.province_id) AND (a.sha256 = stored_file.sha256) AND (a.organisation_id = stored_file.organisation_id)))))));
grant insert, select on stored_file to {hub};

create table target_group (
  id integer generated always as identity not null,
  version integer default 1 not null,
  province_id integer not null,
  keeper_id integer,
  exposure smallint not null,
  closed_on date,
  name text not null,
  name_en text,
  sort_key text collate "C" not null,
  folded text not null,
  origin text not null,
  basis text,
  source_document_id integer,
  source_quote_id integer,
  source_report_province_id integer,
  source_report_id bigint,
  field_sources jsonb default '{}'::jsonb not null,
  constraint target_group_pkey PRIMARY KEY (id),
  constraint target_group_keeper_id_fkey FOREIGN KEY (keeper_id) REFERENCES organisation(id),
  constraint target_group_province_id_fkey FOREIGN KEY (province_id) REFERENCES place(id),
  constraint target_group_source_document_id_fkey FOREIGN KEY (source_document_id) REFERENCES source_document(id),
  constraint target_group_source_quote_id_fkey FOREIGN KEY (source_quote_id) REFERENCES quote(id),
  constraint target_group_source_report_province_id_source_report_id_fkey FOREIGN KEY (source_report_province_id, source_report_id) REFERENCES report(province_id, id),
  constraint target_group_basis_check CHECK (basis = ANY (ARRAY['STATED'::text, 'DERIVED'::text])),
  constraint target_group_check CHECK ((origin = 'SOURCE'::text) = (source_document_id IS NOT NULL)),
  constraint target_group_check1 CHECK ((origin = 'SOURCE'::text) = (basis IS NOT NULL)),
  constraint target_group_check2 CHECK (origin <> 'REPORT'::text OR source_report_id IS NOT NULL),
  constraint target_group_exposure_check CHECK (exposure >= 0 AND exposure <= 2),
  constraint target_group_origin_check CHECK (origin = ANY (ARRAY['SOURCE'::text, 'REPORT'::text, 'SYNTHETIC'::text, 'MANUAL'::text])),
  constraint target_group_version_check CHECK (version > 0)
);
comment on table target_group is 'Whom activities and agreements are for, as young workers or people in rented rooms.';
CREATE UNIQUE INDEX target_group_name ON target_group USING btree (name);
CREATE INDEX target_group_of_keeper ON target_group USING btree (keeper_id, id);
CREATE INDEX target_group_of_province ON target_group USING btree (province_id, id);
CREATE INDEX target_group_sorted ON target_group USING btree (sort_key, id);
alter table target_group enable row level security;
alter table target_group force row level security;
create policy target_group_keeper on target_group as permissive for all to {hub}
  using (((( SELECT viewer_role() AS viewer_role) = 'ADMIN'::text) OR viewer_keeps(keeper_id, province_id)))
  with check (viewer_keeps(keeper_id, province_id));
create policy target_group_public on target_group as permissive for select to {hub}, {reader}
  using ((exposure = 2));
create policy target_group_reviewer on target_group as permissive for select to {hub}
  using (((exposure >= 1) AND (( SELECT viewer_role() AS viewer_role) = 'REVIEWER'::text) AND (province_id = ANY (( SELECT viewer_provinces() AS viewer_provinces)::integer[]))));
grant insert, select, update on target_group to {hub};
grant select on target_group to {reader};

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
