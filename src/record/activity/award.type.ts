import type { GraphQLResolveInfo } from 'graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import type { GroupKey } from '../../ground/gql/group.ts';
import { oneRow } from '../../ground/gql/rows.ts';
import { HubRecord, recordParts } from '../../ground/record/record.type.ts';
import { DateSpan, toSpan } from '../../ground/record/span.type.ts';
import { campaignsFor } from '../campaign/campaign.resolver.ts';
import { Campaign } from '../campaign/campaign.type.ts';
import { organisationKeyOf, recordGroupKeys, timeKeys } from '../common/record-list.ts';
import { movementsFor } from '../movement/movement.resolver.ts';
import { Movement } from '../movement/movement.type.ts';
import {
  AWARD_STEPS,
  type AwardForm,
  type AwardLadder,
  type AwardLevel,
  type AwardRung,
  formOf,
  stepSql,
} from './award-ladder.ts';
import {
  AwardFormEnum,
  AwardLadderEnum,
  AwardLevelEnum,
  AwardReasonEnum,
  AwardRecipientKindEnum,
  AwardRungEnum,
} from './award.enum.ts';
import type { AwardReason, AwardRecipientKind, AwardRow } from './award.row.ts';

/** One award, or several of the same kind by the same decision. */
@ObjectType({
  implements: HubRecord,
  description:
    'One award (khen thưởng), or several of the same kind by the same decision. Collectives may be named; persons are counted, never named.',
})
export class Award extends HubRecord {
  @Field(() => AwardRungEnum, { description: 'Which award it is.' }) rung!: AwardRung;
  @Field(() => String, { description: 'Its name as written, in Vietnamese; never the name of a person.' })
  name!: string;
  @Field(() => AwardRecipientKindEnum, { description: 'Whom it goes to.' }) recipientKind!: AwardRecipientKind;
  @Field(() => String, {
    nullable: true,
    description: 'The collective as written; null where none is named, and always for persons.',
  })
  recipient!: string | null;
  @Field(() => Int, { description: 'How many persons or collectives received it.' }) quantity!: number;
  @Field(() => AwardReasonEnum, { description: 'What it is given for.' }) reason!: AwardReason;
  @Field(() => DateSpan, { nullable: true, description: 'When it was decided; null where that is not known.' })
  decided!: DateSpan | null;
  organisationId!: number | null;
  unitId!: number | null;
  movementId!: number | null;
  campaignId!: number | null;
  decisionId!: number | null;

  @Field(() => AwardLadderEnum, { description: 'The ladder on which it stands.' })
  ladder(): AwardLadder {
    return AWARD_STEPS[this.rung].ladder;
  }

  @Field(() => Int, {
    description: 'Its step on that ladder, from 1, the highest. Ranks of different ladders say nothing to each other.',
  })
  rank(): number {
    return AWARD_STEPS[this.rung].rank;
  }

  @Field(() => AwardFormEnum, { description: 'Whether it is a title or a commendation.' })
  form(): AwardForm {
    return formOf(AWARD_STEPS[this.rung].ladder);
  }

  @Field(() => AwardLevelEnum, {
    nullable: true,
    description: 'The level that it names; null where its name says none, as that of a giấy khen.',
  })
  level(): AwardLevel | null {
    return AWARD_STEPS[this.rung].level;
  }
}

/** The award of a row, of which only the needed columns may have been read. */
export function toAward(row: AwardRow): Award {
  return Object.assign(new Award(), {
    ...recordParts('Award', row),
    rung: row.rung,
    name: row.name,
    recipientKind: row.recipientKind,
    recipient: row.recipient,
    quantity: row.quantity,
    reason: row.reason,
    decided: toSpan(row.decidedEarliest, row.decidedLatest),
    organisationId: row.organisationId,
    unitId: row.unitId,
    movementId: row.movementId,
    campaignId: row.campaignId,
    decisionId: row.decisionId,
  });
}

function enumKey(sql: string, field: string, output: () => object, description: string): GroupKey {
  return { sql, type: 'text', field, output, description };
}

/** A page of awards. */
export const AwardConnection = connectionType('Award', () => Award, {
  keys: {
    ...recordGroupKeys('aw0'),
    RUNG: enumKey('aw0.rung', 'rung', () => AwardRungEnum, 'Which award it is.'),
    LADDER: enumKey(
      stepSql('aw0.rung', ({ ladder }) => ladder),
      'ladder',
      () => AwardLadderEnum,
      'The ladder on which it stands.',
    ),
    LEVEL: enumKey(
      stepSql('aw0.rung', ({ level }) => level),
      'level',
      () => AwardLevelEnum,
      'The level that it names; null where its name says none.',
    ),
    RECIPIENT_KIND: enumKey('aw0.recipient_kind', 'recipientKind', () => AwardRecipientKindEnum, 'Whom it goes to.'),
    REASON: enumKey('aw0.reason', 'reason', () => AwardReasonEnum, 'What it is given for.'),
    ORGANISATION: organisationKeyOf(
      'aw0.organisation_id',
      'organisation',
      'The organisation that received it, or whose people or units did; null where that is not stated.',
    ),
    MOVEMENT: {
      sql: 'aw0.movement_id',
      type: 'integer',
      relation: 'movement',
      field: 'movement',
      output: () => Movement,
      description: 'The movement it was given for; null where there is none, or one you may not see.',
      resolve: (id: number, context: Context, info: GraphQLResolveInfo) =>
        oneRow(context, movementsFor(context), id, info),
    },
    CAMPAIGN: {
      sql: 'aw0.campaign_id',
      type: 'integer',
      relation: 'campaign',
      field: 'campaign',
      output: () => Campaign,
      description: 'The campaign it was given for; null where there is none, or one you may not see.',
      resolve: (id: number, context: Context, info: GraphQLResolveInfo) =>
        oneRow(context, campaignsFor(context), id, info),
    },
    ...timeKeys('aw0', 'decided', 'in which it was decided'),
  },
  sums: {
    quantity: {
      sql: 'aw0.quantity',
      apart: `aw0.origin = 'SYNTHETIC'`,
      description: 'Persons or collectives that received it.',
    },
  },
});
