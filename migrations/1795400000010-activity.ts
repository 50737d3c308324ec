import type { MigrationInterface, QueryRunner } from 'typeorm';
import { partPolicies, RECORD_COLUMNS, recordPolicies, SOURCE_COLUMNS, span } from './record-sql.ts';
import { forwardOnly, runSql } from './run-sql.ts';

/** Activities, awards, evaluations and recommendations. */
export class Activity1795400000010 implements MigrationInterface {
  name = 'Activity1795400000010';
  async up(runner: QueryRunner): Promise<void> {
    await runSql(runner, SQL);
  }
  down = forwardOnly;
}

const NAMES = `name text not null,
  sort_key text collate "C" not null,
  folded text not null,`;

const SQL = `
create table activity (${RECORD_COLUMNS}
  kind text not null check (kind in ('GIFTS', 'MEDICAL_CARE', 'LEGAL_ADVICE', 'DISCOUNT_SALE', 'CULTURE_SPORT', 'CHARITY', 'TRAINING',
    'DIALOGUE', 'INFRASTRUCTURE', 'ENLISTMENT', 'SECURITY', 'ENTERPRISE_SUPPORT', 'COMMUNICATION', 'OTHER')),
  campaign_id integer references campaign,
  movement_id integer references movement,
  agreement_id integer references agreement,
  ${NAMES}
  description text,
  ${span('held')}
  place_id integer references place,
  participants bigint check (participants >= 0),
  gifts bigint check (gifts >= 0),
  value_vnd numeric(20, 0) check (value_vnd >= 0),${SOURCE_COLUMNS}
);
comment on column activity.participants is 'Turns (lượt người), not persons.';
comment on column activity.value_vnd is 'Whole đồng.';
create index activity_sorted on activity (sort_key, id);
create index activity_of_campaign on activity (campaign_id, held_earliest, id);
create index activity_of_movement on activity (movement_id, id);
create index activity_of_agreement on activity (agreement_id, id);
${recordPolicies('activity')}

create table activity_role (
  activity_id integer not null references activity,
  organisation_id integer not null references organisation,
  role text not null check (role in ('LAUNCHES', 'CARRIES_OUT', 'RESPONDS', 'LEADS', 'SUPPORTS', 'LINKED')),${SOURCE_COLUMNS},
  primary key (activity_id, organisation_id, role)
);
comment on table activity_role is 'An activity that several organisations hold together has at most one that leads, so that it is counted once.';
create unique index activity_lead on activity_role (activity_id) where role = 'LEADS';
create index activity_role_of_organisation on activity_role (organisation_id, activity_id);
${partPolicies('activity_role', 'activity', 'activity_id')}

create table activity_target (
  activity_id integer not null references activity,
  target_group_id integer not null references target_group,
  primary key (activity_id, target_group_id)
);
create index activity_target_of_group on activity_target (target_group_id, activity_id);
${partPolicies('activity_target', 'activity', 'activity_id')}

create table activity_policy (
  activity_id integer not null references activity,
  policy_id integer not null references policy_reference,
  primary key (activity_id, policy_id)
);
${partPolicies('activity_policy', 'activity', 'activity_id')}

create table award (${RECORD_COLUMNS}
  rung text not null check (rung in ('NATIONAL_EMULATION_FIGHTER', 'PROVINCIAL_EMULATION_FIGHTER', 'GRASSROOTS_EMULATION_FIGHTER', 'ADVANCED_WORKER',
    'GOVERNMENT_EMULATION_FLAG', 'PROVINCIAL_EMULATION_FLAG', 'EXCELLENT_LABOUR_COLLECTIVE', 'ADVANCED_LABOUR_COLLECTIVE',
    'EXEMPLARY_COMMUNE', 'CULTURAL_HAMLET', 'CULTURAL_FAMILY',
    'ORDER', 'MEDAL', 'STATE_HONORARY_TITLE', 'STATE_PRIZE', 'COMMEMORATIVE_MEDAL', 'PRIME_MINISTER_MERIT', 'PROVINCIAL_MERIT', 'CENTRAL_BODY_MERIT', 'COMMENDATION')),
  recipient_kind text not null check (recipient_kind in ('PERSON', 'COLLECTIVE')),
  organisation_id integer references organisation,
  unit_id integer references organisation_unit,
  recipient text,
  quantity integer not null default 1 check (quantity > 0),
  reason text not null check (reason in ('ANNUAL', 'MOVEMENT', 'THEMATIC', 'SUDDEN')),
  movement_id integer references movement,
  campaign_id integer references campaign,
  decision_id integer references source_document,
  ${NAMES}
  ${span('decided')}${SOURCE_COLUMNS}
);
comment on column award.recipient is 'The collective; persons are counted, never named.';
create index award_of_movement on award (movement_id, id);
create index award_of_organisation on award (organisation_id, id);
${recordPolicies('award')}

create table evaluation (${RECORD_COLUMNS}
  agreement_id integer references agreement,
  movement_id integer references movement,
  campaign_id integer references campaign,
  plan_id integer references agreement_plan,
  meeting_id integer references agreement_event,
  evaluated_id integer references organisation,
  stage text not null check (stage in ('SELF', 'REVIEW', 'CONCLUDED')),
  year integer,
  ${NAMES}
  grade text check (grade in ('EXCELLENT', 'GOOD', 'COMPLETED', 'NOT_COMPLETED')),
  score numeric check (score >= 0),
  max_score numeric check (max_score > 0),
  summary text,
  conclusion text,
  concluded_by_id integer references person,${SOURCE_COLUMNS},
  check (score <= max_score)
);
comment on column evaluation.grade is 'Only where stated: prose is not turned into a grade.';
create index evaluation_sorted on evaluation (sort_key, id);
create index evaluation_of_agreement on evaluation (agreement_id, id);
create index evaluation_of_movement on evaluation (movement_id, id);
create index evaluation_of_campaign on evaluation (campaign_id, id);
create index evaluation_of_evaluated on evaluation (evaluated_id, id);
alter table agreement_plan add foreign key (fed_by_id) references evaluation;
create index agreement_plan_fed_by on agreement_plan (fed_by_id);
${recordPolicies('evaluation')}
-- Whoever is evaluated evaluates only themselves; the review and the conclusion are others'.
create policy evaluation_stage on evaluation as restrictive to {hub} using (true)
  with check (stage = 'SELF' or (select viewer_role()) in ('REVIEWER', 'ADMIN'));

create table evaluation_criterion (
  id integer generated always as identity primary key,
  evaluation_id integer not null references evaluation,
  ordinal integer not null,
  name text not null,
  score numeric check (score >= 0),
  max_score numeric check (max_score > 0),
  evidence text,
  unique (evaluation_id, ordinal),
  check (score <= max_score)
);
${partPolicies('evaluation_criterion', 'evaluation', 'evaluation_id')}

create table evaluation_remark (
  id integer generated always as identity primary key,
  evaluation_id integer not null references evaluation,
  kind text not null check (kind in ('FINDING', 'LESSON')),
  ordinal integer not null,
  text text not null,
  organisation_id integer references organisation,${SOURCE_COLUMNS},
  unique (evaluation_id, kind, ordinal)
);
${partPolicies('evaluation_remark', 'evaluation', 'evaluation_id')}

create table recommendation (${RECORD_COLUMNS}
  kind text not null check (kind in ('DIRECTIVE', 'REQUEST', 'PROPOSAL')),
  from_id integer not null references organisation,
  speaker_id integer references person,
  addressee text,
  ordinal integer,
  text text not null,
  sort_key text collate "C" not null,
  folded text not null,
  deadline date,
  state text check (state in ('OPEN', 'IN_PROGRESS', 'DONE', 'DECLINED')),
  agreement_id integer references agreement,
  evaluation_id integer references evaluation,
  meeting_id integer references agreement_event,
  document_id integer references source_document,
  ${span('issued')}${SOURCE_COLUMNS}
);
comment on column recommendation.state is 'Null where the source does not say what became of it.';
create index recommendation_of_agreement on recommendation (agreement_id, id);
create index recommendation_of_evaluation on recommendation (evaluation_id, id);
create index recommendation_of_from on recommendation (from_id, id);
${recordPolicies('recommendation')}

create table recommendation_addressee (
  recommendation_id integer not null references recommendation,
  organisation_id integer not null references organisation,
  primary key (recommendation_id, organisation_id)
);
create index recommendation_addressee_of_organisation on recommendation_addressee (organisation_id, recommendation_id);
${partPolicies('recommendation_addressee', 'recommendation', 'recommendation_id')}

create table recommendation_target (
  recommendation_id integer not null references recommendation,
  target_group_id integer not null references target_group,
  primary key (recommendation_id, target_group_id)
);
${partPolicies('recommendation_target', 'recommendation', 'recommendation_id')}

create table follow_up (
  id integer generated always as identity primary key,
  recommendation_id integer not null references recommendation,
  ordinal integer not null,
  organisation_id integer references organisation,
  on_date date not null,
  text text not null,
  state text not null check (state in ('OPEN', 'IN_PROGRESS', 'DONE', 'DECLINED')),${SOURCE_COLUMNS},
  unique (recommendation_id, ordinal)
);
comment on table follow_up is 'What was done about a recommendation, oldest first; none is altered.';
${partPolicies('follow_up', 'recommendation', 'recommendation_id')}
`;
