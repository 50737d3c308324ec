import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly, runSql } from './run-sql.ts';

/** Indexes for the orders in which lists of records stand, and for the things that records are reached from. */
export class RecordOrder1795400000011 implements MigrationInterface {
  name = 'RecordOrder1795400000011';
  async up(runner: QueryRunner): Promise<void> {
    await runSql(runner, SQL);
  }
  down = forwardOnly;
}

const SQL = `
create index target_group_sorted on target_group (sort_key, id);
create index policy_reference_sorted on policy_reference (sort_key, id);
create index award_sorted on award (sort_key, id);
create index agreement_plan_by_year on agreement_plan (year, id);
create index agreement_event_by_day on agreement_event (coalesce(coalesce(held_earliest, held_latest), 'infinity'::date), id);
create index obligation_by_beginning on obligation (coalesce(first_year, 9999), id);
create index recommendation_sorted on recommendation (coalesce(ordinal, 2147483647), sort_key, id);
create index organisation_unit_of_place on organisation_unit (place_id, id);
create index activity_of_place on activity (place_id, id);
create index evaluation_of_plan on evaluation (plan_id, id);
create index evaluation_of_meeting on evaluation (meeting_id, id);
create index recommendation_of_meeting on recommendation (meeting_id, id);
create index source_document_of_issuer on source_document (issuer_id, id);
`;
