import type { MigrationInterface, QueryRunner } from 'typeorm';
import { partPolicies, RECORD_COLUMNS, recordPolicies, SOURCE_COLUMNS, span } from './record-sql.ts';
import { forwardOnly, runSql } from './run-sql.ts';

/** Public office-holders, grassroots units, target groups and policies that records refer to, and the optional register of members. */
export class PersonAndUnit1795400000007 implements MigrationInterface {
  name = 'PersonAndUnit1795400000007';
  async up(runner: QueryRunner): Promise<void> {
    await runSql(runner, SQL);
  }
  down = forwardOnly;
}

const SQL = `
create table person (${RECORD_COLUMNS}
  name text not null,
  sort_key text collate "C" not null,
  folded text not null,${SOURCE_COLUMNS}
);
comment on table person is 'Public office-holders, as signers and speakers only. No member of an organisation is kept here.';
comment on column person.sort_key is 'By given name, then family name, as lists of persons are.';
create index person_sorted on person (sort_key, id);
${recordPolicies('person')}

create table office (
  id integer generated always as identity primary key,
  person_id integer not null references person,
  organisation_id integer not null references organisation,
  title text not null,
  folded text not null,
  ordinal integer not null,
  ${span('since')}
  ${span('until')}${SOURCE_COLUMNS},
  unique (person_id, organisation_id, title)
);
comment on table office is 'An office a person held: several at a time, each with the days it is known for.';
create index office_of_organisation on office (organisation_id, id);
${partPolicies('office', 'person', 'person_id')}

create table organisation_unit (${RECORD_COLUMNS}
  organisation_id integer not null references organisation,
  place_id integer references place,
  kind text not null check (kind in ('GRASSROOTS_UNION', 'GRASSROOTS_YOUTH', 'YOUTH_BRANCH', 'WOMEN_BRANCH', 'FARMER_BRANCH', 'VETERAN_BRANCH', 'OTHER')),
  name text not null,
  sort_key text collate "C" not null,
  folded text not null,
  sector text check (sector in ('STATE', 'NONSTATE', 'FDI')),
  ${span('founded')}
  ${span('ended')}
  end_kind text check (end_kind in ('MERGED', 'DISSOLVED')),${SOURCE_COLUMNS},
  check ((end_kind is null) = (ended_latest is null and ended_earliest is null))
);
comment on table organisation_unit is 'Grassroots units of the organisations: founded, merged, dissolved.';
create index organisation_unit_of_organisation on organisation_unit (organisation_id, sort_key, id);
create index organisation_unit_sorted on organisation_unit (sort_key, id);
${recordPolicies('organisation_unit')}

create table organisation_unit_edge (
  predecessor_id integer not null references organisation_unit,
  successor_id integer not null references organisation_unit,
  on_date date not null,
  primary key (predecessor_id, successor_id)
);
create index organisation_unit_edge_successor on organisation_unit_edge (successor_id);
${partPolicies('organisation_unit_edge', 'organisation_unit', 'successor_id')}

create table target_group (${RECORD_COLUMNS}
  name text not null,
  name_en text,
  sort_key text collate "C" not null,
  folded text not null,${SOURCE_COLUMNS}
);
comment on table target_group is 'Whom activities and agreements are for, as young workers or people in rented rooms.';
create unique index target_group_name on target_group (name);
${recordPolicies('target_group')}

create table policy_reference (${RECORD_COLUMNS}
  title text not null,
  symbol text,
  issuer text,
  sort_key text collate "C" not null,
  folded text not null,
  ${span('adopted')}${SOURCE_COLUMNS}
);
comment on table policy_reference is 'Resolutions and laws that records refer to.';
${recordPolicies('policy_reference')}

create table member (
  province_id integer not null references place,
  id integer generated always as identity,
  organisation_id integer not null references organisation,
  unit_id integer references organisation_unit,
  pseudonym text not null,
  birth_year integer check (birth_year between 1900 and 2100),
  sex text check (sex in ('FEMALE', 'MALE')),
  joined_on date,
  left_on date,
  synthetic boolean not null,
  primary key (province_id, id),
  unique (province_id, organisation_id, pseudonym),
  check (left_on >= joined_on)
);
comment on table member is 'The optional register: pseudonyms, no names, numbers or addresses. Read by the organisation alone, not even by administrators.';
create index member_of_organisation on member (organisation_id, pseudonym, province_id, id);
grant select, insert on member to {hub};
alter table member enable row level security;
alter table member force row level security;
create policy member_own on member for select to {hub} using (
  (select viewer_role()) in ('OFFICER', 'LEADER') and organisation_id = any ((select viewer_organisations())::integer[]));
create policy member_enter on member for insert to {hub} with check (viewer_owns(organisation_id));
`;
