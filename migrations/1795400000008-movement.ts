import type { MigrationInterface, QueryRunner } from 'typeorm';
import { partPolicies, RECORD_COLUMNS, recordPolicies, SOURCE_COLUMNS, span } from './record-sql.ts';
import { forwardOnly, runSql } from './run-sql.ts';

/** Movements and awards, campaigns and activities; organisations are joined to them by roles, never by ownership. */
export class Movement1795400000008 implements MigrationInterface {
  name = 'Movement1795400000008';
  async up(runner: QueryRunner): Promise<void> {
    await runSql(runner, SQL);
  }
  down = forwardOnly;
}

const ROLES = `role text not null check (role in ('LAUNCHES', 'CARRIES_OUT', 'RESPONDS', 'LEADS', 'SUPPORTS', 'LINKED'))`;

const NAMES = `name text not null,
  name_en text,
  sort_key text collate "C" not null,
  folded text not null,
  description text,`;

const SQL = `
create table movement (${RECORD_COLUMNS}
  national_id integer references movement,
  ${NAMES}
  ${span('launched')}
  ${span('ended')}${SOURCE_COLUMNS}
);
comment on table movement is 'Emulation movements: a national one belongs to the country, a province carries it out in a row of its own.';
create index movement_sorted on movement (sort_key, id);
create index movement_of_national on movement (national_id, sort_key, id);
${recordPolicies('movement')}

create table movement_role (
  movement_id integer not null references movement,
  organisation_id integer not null references organisation,
  ${ROLES},
  among text,${SOURCE_COLUMNS},
  primary key (movement_id, organisation_id, role)
);
create index movement_role_of_organisation on movement_role (organisation_id, movement_id);
${partPolicies('movement_role', 'movement', 'movement_id')}

create table movement_link (
  movement_id integer not null references movement,
  linked_id integer not null references movement,${SOURCE_COLUMNS},
  primary key (movement_id, linked_id),
  check (movement_id <> linked_id)
);
create index movement_link_other on movement_link (linked_id);
${partPolicies('movement_link', 'movement', 'movement_id')}

create table campaign (${RECORD_COLUMNS}
  kind text not null check (kind in ('CAMPAIGN', 'MONTH', 'WEEK')),
  national_id integer references campaign,
  movement_id integer references movement,
  ${NAMES}
  year integer,
  ${span('starts')}
  ${span('ends')}${SOURCE_COLUMNS}
);
comment on column campaign.kind is 'CAMPAIGN: a standing mobilisation (cuộc vận động); MONTH and WEEK: they come again every year.';
create index campaign_sorted on campaign (sort_key, id);
create index campaign_of_movement on campaign (movement_id, sort_key, id);
create index campaign_of_national on campaign (national_id, sort_key, id);
${recordPolicies('campaign')}

create table campaign_role (
  campaign_id integer not null references campaign,
  organisation_id integer not null references organisation,
  ${ROLES},
  among text,${SOURCE_COLUMNS},
  primary key (campaign_id, organisation_id, role)
);
create index campaign_role_of_organisation on campaign_role (organisation_id, campaign_id);
${partPolicies('campaign_role', 'campaign', 'campaign_id')}
`;
