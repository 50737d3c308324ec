import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../ground/gql/connection.ts';
import { toGlobalId } from '../../ground/gql/node.ts';
import { HubRecord, recordParts } from '../../ground/record/record.type.ts';
import { DateSpan, toSpan } from '../../ground/record/span.type.ts';
import { recordGroupKeys, timeKeys } from '../common/record-list.ts';
import type { AgreementPlanRow } from './agreement-plan.row.ts';
import { Agreement } from './agreement.type.ts';

/** What the parties of an agreement mean to do in one year. */
@ObjectType({
  implements: HubRecord,
  description: 'What the parties of an agreement mean to do in one year (kế hoạch phối hợp hằng năm).',
})
export class AgreementPlan extends HubRecord {
  @Field(() => Int, { description: 'The calendar year it is for.' }) year!: number;
  @Field(() => String, { description: 'Its name, as written.' }) name!: string;
  @Field(() => DateSpan, { nullable: true, description: 'When it was issued; null where that is not known.' })
  issued!: DateSpan | null;
  agreementId!: number;
  documentId!: number | null;
  /** Key of the evaluation it builds on. */
  fedById!: number | null;
}

/** The plan of a row, of which only the needed columns may have been read. */
export function toAgreementPlan(row: AgreementPlanRow): AgreementPlan {
  return Object.assign(new AgreementPlan(), {
    ...recordParts('AgreementPlan', row),
    year: row.year,
    name: row.name,
    issued: toSpan(row.issuedEarliest, row.issuedLatest),
    agreementId: row.agreementId,
    documentId: row.documentId,
    fedById: row.fedById,
  });
}

/** A page of yearly plans. */
export const AgreementPlanConnection = connectionType('AgreementPlan', () => AgreementPlan, {
  keys: {
    YEAR: {
      sql: 'agpl0.year',
      type: 'integer',
      field: 'year',
      output: () => Int,
      description: 'The calendar year it is for.',
    },
    AGREEMENT: {
      sql: 'agpl0.agreement_id',
      type: 'integer',
      relation: 'agreement',
      field: 'agreement',
      output: () => Agreement,
      description: 'The agreement it carries out; null where you may not see that.',
      resolve: (id: number, context) => context.node(toGlobalId('Agreement', id)),
    },
    ...recordGroupKeys('agpl0'),
    ...timeKeys('agpl0', 'issued', 'in which it was issued'),
  },
});
