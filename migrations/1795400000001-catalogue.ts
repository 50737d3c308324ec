import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly, runSql } from './run-sql.ts';

/** Reference data: places, organisations, indicators, forms, periods, breakdowns. Without a province: every node of a cluster holds a copy. */
export class Catalogue1795400000001 implements MigrationInterface {
  name = 'Catalogue1795400000001';
  async up(runner: QueryRunner): Promise<void> {
    await runSql(runner, SQL);
  }
  down = forwardOnly;
}

const SQL = `
revoke create on schema public from public;
grant usage on schema public to {hub}, {sequencer}, {reader};
grant select on migration to {hub};

create table archive (
  singleton boolean primary key default true check (singleton),
  kind text not null check (kind in ('DEMO', 'REAL')),
  demo_loaded_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table archive is 'One row: whether this hub holds synthetic demo reports or real ones. They never meet.';

create table place (
  id integer primary key,
  level text not null check (level in ('COUNTRY', 'PROVINCE', 'DISTRICT', 'COMMUNE')),
  code text not null,
  province_id integer references place,
  legacy_province_id integer references place,
  valid_from date,
  valid_to date,
  check (valid_to >= valid_from)
);
comment on table place is 'The life of an administrative unit. A code is no key: 91 was Kiên Giang until 30 June 2025 and is An Giang since.';
comment on column place.valid_to is 'Last day of its life; null while it lives.';
create unique index place_life on place (code, coalesce(valid_from, '-infinity'::date));
create index place_of_province on place (province_id, level);

create table place_version (
  place_id integer not null references place,
  version integer not null check (version > 0),
  parent_id integer references place,
  type text not null check (type in ('COUNTRY', 'PROVINCE', 'CENTRAL_CITY', 'DISTRICT', 'DISTRICT_TOWN', 'URBAN_DISTRICT',
    'PROVINCIAL_CITY', 'WARD', 'COMMUNE', 'TOWNSHIP', 'SPECIAL_ZONE')),
  name text not null,
  name_en text not null,
  short_name text not null,
  sort_key text collate "C" not null,
  folded text not null,
  valid_from date,
  valid_to date,
  primary key (place_id, version),
  check (valid_to >= valid_from)
);
comment on table place_version is 'Name, type and parent of a place, each with the days on which they held.';
create index place_version_parent on place_version (parent_id);

create table place_edge (
  predecessor_id integer not null references place,
  successor_id integer not null references place,
  on_date date not null,
  extent text not null check (extent in ('FULL', 'PARTIAL')),
  primary key (predecessor_id, successor_id, on_date)
);
create index place_edge_successor on place_edge (successor_id);

create table place_tile (
  place_id integer primary key references place,
  grid_column integer not null,
  grid_row integer not null,
  label text not null,
  unique (grid_column, grid_row)
);

create table organisation (
  id integer primary key,
  kind text not null check (kind in ('LDLD', 'HPN', 'TD', 'HND', 'CCB', 'UBND', 'MTTQ')),
  code text not null,
  province_id integer not null references place,
  valid_from date,
  valid_to date,
  check (valid_to >= valid_from)
);
create unique index organisation_life on organisation (code, coalesce(valid_from, '-infinity'::date));
create index organisation_of_province on organisation (province_id, kind);

create table organisation_version (
  organisation_id integer not null references organisation,
  version integer not null check (version > 0),
  parent_id integer references organisation,
  name text not null,
  name_en text not null,
  abbreviation text not null,
  sort_key text collate "C" not null,
  folded text not null,
  valid_from date,
  valid_to date,
  primary key (organisation_id, version),
  check (valid_to >= valid_from)
);
create index organisation_version_parent on organisation_version (parent_id);

create table organisation_edge (
  predecessor_id integer not null references organisation,
  successor_id integer not null references organisation,
  on_date date not null,
  extent text not null check (extent in ('FULL', 'PARTIAL')),
  primary key (predecessor_id, successor_id, on_date)
);
create index organisation_edge_successor on organisation_edge (successor_id);

create table indicator (
  id integer primary key,
  code text not null unique,
  version integer not null,
  name_vi text not null,
  name_en text not null,
  sort_key text collate "C" not null,
  folded text not null,
  owners text[] not null,
  unit text not null,
  value_type text not null check (value_type in ('count', 'money', 'decimal', 'percent', 'score')),
  time_rule text not null check (time_rule in ('SUM', 'LAST', 'RECOMPUTE', 'NONE')),
  place_rule text not null check (place_rule in ('SUM', 'RECOMPUTE', 'NONE')),
  numerator text,
  denominator text,
  disclosure text not null check (disclosure in ('PUBLIC', 'STATE', 'ORGANISATION')),
  counted_by text not null check (counted_by in ('REPORT', 'HUB')),
  primary_form text,
  breakdowns text not null
);
comment on column indicator.time_rule is 'How values of one place add up over time. Time goes first, places second.';
comment on column indicator.primary_form is 'Where two forms bring this indicator, the one that answers.';

create table indicator_version (
  indicator_id integer not null references indicator,
  version integer not null check (version > 0),
  definition jsonb not null,
  digest text not null,
  loaded_at timestamptz not null default now(),
  primary key (indicator_id, version)
);

create table form (
  id integer primary key,
  code text not null unique,
  version integer not null,
  title_vi text not null,
  title_en text not null,
  sort_key text collate "C" not null,
  owner text not null,
  layout text not null check (layout in ('INDICATOR_ROWS', 'AREA_ROWS'))
);

create table form_version (
  form_id integer not null references form,
  version integer not null check (version > 0),
  definition jsonb not null,
  digest text not null,
  loaded_at timestamptz not null default now(),
  primary key (form_id, version)
);

create table period (
  id integer generated always as identity primary key,
  key text not null,
  kind text not null check (kind in ('MONTH', 'QUARTER', 'HALF_YEAR', 'NINE_MONTHS', 'YEAR')),
  year integer not null,
  data_from date not null,
  data_to date not null,
  unique (key, data_from, data_to),
  check (data_to >= data_from)
);
comment on table period is 'A nominal period with the days its data cover: the first half of 2026 is by default 15 December 2025 to 14 June 2026.';
create index period_end on period (data_to);

create table breakdown (
  id integer generated always as identity primary key,
  key text not null unique
);
comment on table breakdown is 'Dimension and member of a part, as sector=FDI. The whole is row 0 with an empty key.';
insert into breakdown (id, key) overriding system value values (0, '');

grant select on archive, place, place_version, place_edge, place_tile, organisation, organisation_version, organisation_edge,
  indicator, indicator_version, form, form_version, period, breakdown to {hub}, {reader};
grant insert on period, breakdown to {hub};

create function viewer_role() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('hub.viewer_role', true), '') $$;
create function viewer_organisations() returns integer[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('hub.viewer_organisations', true), '')::integer[], '{}') $$;
create function viewer_provinces() returns integer[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('hub.viewer_provinces', true), '')::integer[], '{}') $$;
comment on function viewer_role() is 'Who is asking, set for one transaction. Unset means anonymous; a local setting leaves an empty text behind, hence nullif.';
`;
