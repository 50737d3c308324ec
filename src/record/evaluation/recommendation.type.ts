import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../ground/gql/connection.ts';
import { documentedEnum } from '../../ground/gql/enum.ts';
import { toGlobalId } from '../../ground/gql/node.ts';
import { DateScalar, PeriodKeyScalar } from '../../ground/gql/scalars.ts';
import { Provenance, toProvenance } from '../../ground/record/provenance.type.ts';
import { HubRecord, recordParts } from '../../ground/record/record.type.ts';
import { DateSpan, toSpan } from '../../ground/record/span.type.ts';
import { Agreement } from '../agreement/agreement.type.ts';
import { organisationKeyOf, recordGroupKeys, timeKeys } from '../common/record-list.ts';
import type {
  FollowUpRow,
  RecommendationAddresseeRow,
  RecommendationKind,
  RecommendationRow,
  RecommendationState,
} from './recommendation.row.ts';

/** `RecommendationKind` in the graph. */
export const RecommendationKindEnum = documentedEnum<RecommendationKind>(
  'RecommendationKind',
  'What a recommendation is, by who speaks to whom.',
  {
    DIRECTIVE: 'A superior body instructs (chỉ đạo, giao nhiệm vụ).',
    REQUEST: 'One body asks another for something (đề nghị, kiến nghị).',
    PROPOSAL: 'Something is put forward to be considered (đề xuất).',
  },
);

/** `RecommendationState` in the graph. */
export const RecommendationStateEnum = documentedEnum<RecommendationState>(
  'RecommendationState',
  'What became of a recommendation. Follow-ups move it: from OPEN to IN_PROGRESS, from there to DONE or DECLINED, and from DONE back to IN_PROGRESS.',
  {
    OPEN: 'Nothing has been done about it yet (chưa thực hiện).',
    IN_PROGRESS: 'It is being carried out (đang thực hiện).',
    DONE: 'It has been carried out (đã thực hiện).',
    DECLINED: 'It was not taken up (không tiếp thu).',
  },
);

/** A directive, a request or a proposal. */
@ObjectType({
  implements: HubRecord,
  description:
    'A directive, a request or a proposal (chỉ đạo, đề nghị, kiến nghị, đề xuất) of one organisation to others, with what was done about it.',
})
export class Recommendation extends HubRecord {
  @Field(() => RecommendationKindEnum, { description: 'What it is.' }) kind!: RecommendationKind;
  @Field(() => String, { description: 'What is recommended, in its own words.' }) text!: string;
  @Field(() => String, {
    nullable: true,
    description: 'To whom, in the words of the source; null where it says so by naming organisations only.',
  })
  addressee!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Its place among those made together, from 1; null where there is no order.',
  })
  ordinal!: number | null;
  @Field(() => DateScalar, { nullable: true, description: 'The last day on which it is due; null where none was set.' })
  deadline!: string | null;
  @Field(() => RecommendationStateEnum, {
    nullable: true,
    description: 'What became of it; null where the source does not say.',
  })
  state!: RecommendationState | null;
  @Field(() => DateSpan, { nullable: true, description: 'When it was made; null where that is not known.' })
  issued!: DateSpan | null;
  fromId!: number;
  speakerId!: number | null;
  agreementId!: number | null;
  evaluationId!: number | null;
  meetingId!: number | null;
  documentId!: number | null;
}

/** The recommendation of a row, of which only the needed columns may have been read. */
export function toRecommendation(row: RecommendationRow): Recommendation {
  const { kind, text, addressee, ordinal, deadline, state } = row;
  const { fromId, speakerId, agreementId, evaluationId, meetingId, documentId } = row;
  return Object.assign(new Recommendation(), {
    ...recordParts('Recommendation', row),
    kind,
    text,
    addressee,
    ordinal,
    deadline,
    state,
    issued: toSpan(row.issuedEarliest, row.issuedLatest),
    fromId,
    speakerId,
    agreementId,
    evaluationId,
    meetingId,
    documentId,
  });
}

/** The organisation that a row of addressees names. */
export class Addressee {
  organisationId!: number;
}

/** The addressee of a row. */
export function toAddressee({ organisationId }: RecommendationAddresseeRow): Addressee {
  return Object.assign(new Addressee(), { organisationId });
}

/** What was done about a recommendation. */
@ObjectType({ description: 'What was done about a recommendation on a day. None is altered; another is added.' })
export class FollowUp {
  @Field(() => Int, { description: 'Its place among the follow-ups, from 1, as they were entered.' }) ordinal!: number;
  @Field(() => DateScalar, { description: 'The day on which it stood so.' }) on!: string;
  @Field(() => String, { description: 'What was done, or why not.' }) text!: string;
  @Field(() => RecommendationStateEnum, { description: 'What became of the recommendation by it.' })
  state!: RecommendationState;
  @Field(() => Provenance, { description: 'Where that is taken from.' }) provenance!: Provenance;
  organisationId!: number | null;
}

/** The follow-up of a row. */
export function toFollowUp(row: FollowUpRow): FollowUp {
  const { ordinal, on, text, state, organisationId } = row;
  return Object.assign(new FollowUp(), { ordinal, on, text, state, organisationId, provenance: toProvenance(row) });
}

/** A page of recommendations. */
export const RecommendationConnection = connectionType('Recommendation', () => Recommendation, {
  keys: {
    ...recordGroupKeys('rc0'),
    AGREEMENT: {
      sql: 'rc0.agreement_id',
      type: 'integer',
      relation: 'agreement',
      field: 'agreement',
      output: () => Agreement,
      description: 'The agreement they belong to; null where they belong to none, or to one you may not see.',
      resolve: (id: number, context) => context.node(toGlobalId('Agreement', id)),
    },
    ...timeKeys('rc0', 'issued', 'in which they were made'),
    KIND: {
      sql: 'rc0.kind',
      type: 'text',
      field: 'kind',
      output: () => RecommendationKindEnum,
      description: 'What they are.',
    },
    STATE: {
      sql: 'rc0.state',
      type: 'text',
      field: 'state',
      output: () => RecommendationStateEnum,
      description: 'What became of them; null where the source does not say.',
    },
    FROM: organisationKeyOf('rc0.from_id', 'from', 'The organisation they come from.'),
    DEADLINE_MONTH: {
      sql: `to_char(rc0.deadline, 'YYYY-MM')`,
      type: 'text',
      field: 'deadlineMonth',
      output: () => PeriodKeyScalar,
      description: 'The calendar month in which they are due; null where no deadline was set.',
    },
  },
});
