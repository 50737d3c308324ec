import type { MigrationInterface, QueryRunner } from 'typeorm';
import { innerPartPolicies, partPolicies, RECORD_COLUMNS, recordPolicies, SOURCE_COLUMNS, span } from './record-sql.ts';
import { forwardOnly, runSql } from './run-sql.ts';

/** Agreements with their parties, signatories, contents, plans, events and obligations. */
export class Agreement1795400000009 implements MigrationInterface {
  name = 'Agreement1795400000009';
  async up(runner: QueryRunner): Promise<void> {
    await runSql(runner, SQL);
  }
  down = forwardOnly;
}

const NAMES = `name text not null,
  sort_key text collate "C" not null,
  folded text not null,`;

const SQL = `
create table agreement (${RECORD_COLUMNS}
  kind text not null check (kind in ('PROGRAMME', 'REGULATION')),
  ${NAMES}
  document_id integer references source_document,
  ${span('term_start')}
  ${span('term_end')}
  ${span('signed')}${SOURCE_COLUMNS}
);
comment on column agreement.kind is 'PROGRAMME: chương trình phối hợp, for a term; REGULATION: quy chế phối hợp, standing.';
create index agreement_sorted on agreement (sort_key, id);
${recordPolicies('agreement')}

create table agreement_party (
  agreement_id integer not null references agreement,
  organisation_id integer not null references organisation,
  role text not null check (role in ('LEAD', 'MEMBER')),
  ordinal integer not null,${SOURCE_COLUMNS},
  primary key (agreement_id, organisation_id)
);
create index agreement_party_of_organisation on agreement_party (organisation_id, agreement_id);
${partPolicies('agreement_party', 'agreement', 'agreement_id')}

create table signatory (
  id integer generated always as identity primary key,
  agreement_id integer not null references agreement,
  person_id integer not null references person,
  organisation_id integer not null references organisation,
  ordinal integer not null,${SOURCE_COLUMNS},
  unique (agreement_id, person_id, organisation_id)
);
comment on column signatory.organisation_id is 'The party signed for.';
create index signatory_of_person on signatory (person_id);
${partPolicies('signatory', 'agreement', 'agreement_id')}

create table signatory_office (
  signatory_id integer not null references signatory on delete cascade,
  office_id integer not null references office,
  primary key (signatory_id, office_id)
);
${innerPartPolicies('signatory_office', 'signatory_id', 'signatory', 'agreement')}

create table agreement_item (
  id integer generated always as identity primary key,
  agreement_id integer not null references agreement,
  kind text not null check (kind in ('CONTENT', 'OBJECTIVE', 'SUPPORT')),
  ordinal integer not null,
  text text not null,
  giver_id integer references organisation,${SOURCE_COLUMNS},
  unique (agreement_id, kind, ordinal)
);
comment on table agreement_item is 'Contents and objectives of an agreement, and what one party supports the others with.';
${partPolicies('agreement_item', 'agreement', 'agreement_id')}

create table agreement_item_receiver (
  item_id integer not null references agreement_item on delete cascade,
  organisation_id integer not null references organisation,
  primary key (item_id, organisation_id)
);
create table agreement_item_target (
  item_id integer not null references agreement_item on delete cascade,
  target_group_id integer not null references target_group,
  primary key (item_id, target_group_id)
);
create table agreement_item_indicator (
  item_id integer not null references agreement_item on delete cascade,
  indicator_id integer not null references indicator,
  primary key (item_id, indicator_id)
);
${['agreement_item_receiver', 'agreement_item_target', 'agreement_item_indicator']
  .map((table) => innerPartPolicies(table, 'item_id', 'agreement_item', 'agreement'))
  .join('')}

create table agreement_policy (
  agreement_id integer not null references agreement,
  policy_id integer not null references policy_reference,
  primary key (agreement_id, policy_id)
);
${partPolicies('agreement_policy', 'agreement', 'agreement_id')}

create table agreement_plan (${RECORD_COLUMNS}
  agreement_id integer not null references agreement,
  year integer not null,
  ${NAMES}
  document_id integer references source_document,
  fed_by_id integer,
  ${span('issued')}${SOURCE_COLUMNS}
);
comment on column agreement_plan.fed_by_id is 'The evaluation, as a rule of the year before, that this plan builds on.';
create unique index agreement_plan_year on agreement_plan (agreement_id, year);
${recordPolicies('agreement_plan')}

create table agreement_event (${RECORD_COLUMNS}
  agreement_id integer references agreement,
  kind text not null check (kind in ('SIGNING', 'DIALOGUE', 'REVIEW_MEETING')),
  ${NAMES}
  ${span('held')}
  part_of_day text check (part_of_day in ('MORNING', 'AFTERNOON', 'EVENING')),
  place_id integer references place,
  venue text,
  participants text,
  chair_id integer references person,
  document_id integer references source_document,${SOURCE_COLUMNS}
);
create index agreement_event_of_agreement on agreement_event (agreement_id, id);
${recordPolicies('agreement_event')}

create table agreement_event_party (
  event_id integer not null references agreement_event,
  organisation_id integer not null references organisation,
  primary key (event_id, organisation_id)
);
${partPolicies('agreement_event_party', 'agreement_event', 'event_id')}

create table obligation (${RECORD_COLUMNS}
  agreement_id integer not null references agreement,
  kind text not null check (kind in ('PLAN', 'REVIEW_MEETING', 'SUMMARY')),
  frequency text not null check (frequency in ('YEARLY')),
  first_year integer,
  last_year integer,
  text text not null,${SOURCE_COLUMNS},
  check (last_year >= first_year)
);
comment on table obligation is 'What the parties of an agreement owe each other again and again.';
create index obligation_of_agreement on obligation (agreement_id, id);
${recordPolicies('obligation')}
`;
