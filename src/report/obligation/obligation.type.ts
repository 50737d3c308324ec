import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../ground/gql/connection.ts';
import { documentedEnum } from '../../ground/gql/enum.ts';
import { toGlobalId } from '../../ground/gql/node.ts';
import { DateScalar } from '../../ground/gql/scalars.ts';
import { HubRecord, recordParts } from '../../ground/record/record.type.ts';
import { Agreement } from '../../record/agreement/agreement.type.ts';
import { recordGroupKeys } from '../../record/common/record-list.ts';
import type { ObligationState } from './obligation-years.ts';
import type { ObligationRow } from './obligation.row.ts';

/** `ObligationKind` in the graph. */
export const ObligationKindEnum = documentedEnum<ObligationRow['kind']>('ObligationKind', 'What is owed.', {
  PLAN: 'A plan for the year (kế hoạch phối hợp hằng năm). A plan of the agreement for that year meets it.',
  REVIEW_MEETING:
    'A meeting to evaluate and draw lessons (họp đánh giá, rút kinh nghiệm). A review meeting of the agreement held in that year meets it.',
  SUMMARY:
    'A summary of how the year’s plan was carried out (tổng kết, đánh giá). An evaluation of the agreement for that year meets it.',
});

/** `ObligationFrequency` in the graph. */
export const ObligationFrequencyEnum = documentedEnum<ObligationRow['frequency']>(
  'ObligationFrequency',
  'How often it is owed.',
  { YEARLY: 'Once in every calendar year.' },
);

/** `ObligationState` in the graph. */
const ObligationStateEnum = documentedEnum<ObligationState>(
  'ObligationState',
  'How an obligation stands in one year, by the records that you may see.',
  {
    MET: 'A record of that year meets it; `metBy` leads to it.',
    OPEN: 'Nothing is recorded, and the year has not ended.',
    OVERDUE:
      'Nothing is recorded, the year has ended, and the hub’s records reach back to it: the obligation was entered by its end, ' +
      'or something that meets it is recorded for an earlier year.',
    NOT_KNOWN:
      'Nothing is recorded, and the year ended before the hub’s records of this obligation begin: whether it was met cannot be told.',
  },
);

/** What the parties of an agreement owe each other. */
@ObjectType({
  implements: HubRecord,
  description: 'What the parties of an agreement owe each other again and again: plans, review meetings, summaries.',
})
export class Obligation extends HubRecord {
  @Field(() => ObligationKindEnum, { description: 'What is owed.' }) kind!: ObligationRow['kind'];
  @Field(() => ObligationFrequencyEnum, { description: 'How often.' }) frequency!: ObligationRow['frequency'];
  @Field(() => Int, {
    nullable: true,
    description: 'The first calendar year it is owed for; null where that is not stated.',
  })
  firstYear!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The last calendar year it is owed for; null while it goes on or where that is not stated.',
  })
  lastYear!: number | null;
  @Field(() => String, { description: 'What is owed, in the words of the source.' }) text!: string;
  agreementId!: number;
}

/** The obligation of a row, of which only the needed columns may have been read. */
export function toObligation(row: ObligationRow): Obligation {
  return Object.assign(new Obligation(), {
    ...recordParts('Obligation', row),
    kind: row.kind,
    frequency: row.frequency,
    firstYear: row.firstYear,
    lastYear: row.lastYear,
    text: row.text,
    agreementId: row.agreementId,
  });
}

/** How an obligation stands in one year. */
@ObjectType({ description: 'How an obligation stands in one year, worked out from what is recorded.' })
export class ObligationYear {
  @Field(() => Int, { description: 'The calendar year.' }) year!: number;
  @Field(() => DateScalar, {
    description: 'The last day of that year: no agreement states an earlier one for what is owed yearly.',
  })
  due!: string;
  @Field(() => ObligationStateEnum, { description: 'How it stands.' }) state!: ObligationState;
  /** Global id of the record that meets it. */
  metById!: string | null;
}

/** A page of obligations. */
export const ObligationConnection = connectionType('Obligation', () => Obligation, {
  keys: {
    KIND: {
      sql: 'ob0.kind',
      type: 'text',
      field: 'kind',
      output: () => ObligationKindEnum,
      description: 'What is owed.',
    },
    AGREEMENT: {
      sql: 'ob0.agreement_id',
      type: 'integer',
      relation: 'agreement',
      field: 'agreement',
      output: () => Agreement,
      description: 'The agreement that it comes from; null where you may not see that.',
      resolve: (id: number, context) => context.node(toGlobalId('Agreement', id)),
    },
    FIRST_YEAR: {
      sql: 'ob0.first_year',
      type: 'integer',
      field: 'firstYear',
      output: () => Int,
      description: 'The first calendar year it is owed for, as far as that is stated.',
    },
    ...recordGroupKeys('ob0'),
  },
});
