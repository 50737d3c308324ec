import type { GraphQLResolveInfo } from 'graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import { documentedEnum } from '../../ground/gql/enum.ts';
import { oneRow } from '../../ground/gql/rows.ts';
import { DateScalar, DecimalScalar } from '../../ground/gql/scalars.ts';
import { HubRecord, recordParts } from '../../ground/record/record.type.ts';
import { DateSpan, toSpan } from '../../ground/record/span.type.ts';
import { campaignsFor } from '../campaign/campaign.resolver.ts';
import { Campaign } from '../campaign/campaign.type.ts';
import { organisationKeyOf, placeKeyOf, recordGroupKeys, timeKeys } from '../common/record-list.ts';
import type { ActivityKind, ActivityRow } from './activity.row.ts';

/** `ActivityKind` in the graph. */
export const ActivityKindEnum = documentedEnum<ActivityKind>('ActivityKind', 'What is done in an activity.', {
  GIFTS: 'Giving gifts and visiting (tặng quà, thăm hỏi, chăm lo).',
  MEDICAL_CARE: 'Seeing patients and handing out medicine free of charge (khám và phát thuốc miễn phí).',
  LEGAL_ADVICE: 'Advising on the law and informing about it (tư vấn pháp luật, tuyên truyền pháp luật).',
  DISCOUNT_SALE: 'Selling goods at reduced prices (bán hàng giảm giá, phiên chợ nghĩa tình).',
  CULTURE_SPORT: 'Culture, arts and sport (văn hóa, văn nghệ, thể dục thể thao).',
  CHARITY: 'Charity in work and money, as houses for the poor (từ thiện nhân đạo, đền ơn đáp nghĩa, an sinh xã hội).',
  TRAINING: 'Teaching and training (tập huấn, đào tạo nghề, bồi dưỡng).',
  DIALOGUE: 'Dialogue and meetings with workers, members or youth (đối thoại, gặp gỡ).',
  INFRASTRUCTURE: 'Building roads, bridges and other works (công trình, phần việc, đường giao thông nông thôn).',
  ENLISTMENT: 'Mobilising young people for military service (vận động thanh niên nhập ngũ).',
  SECURITY: 'Keeping order and preventing crime (giữ gìn an ninh trật tự, phòng chống tội phạm).',
  ENTERPRISE_SUPPORT: 'Removing difficulties of enterprises (tháo gỡ khó khăn, hỗ trợ doanh nghiệp).',
  COMMUNICATION: 'Informing and persuading the public (tuyên truyền, vận động).',
  OTHER: 'Something else (hoạt động khác).',
});

/** Something that was held or done (hoạt động). */
@ObjectType({
  implements: HubRecord,
  description:
    'Something that was held or done (hoạt động), as a gift-giving or a free clinic. Several organisations may hold it together: ' +
    'they are joined to it by their roles, at most one of them leads, and it is counted once.',
})
export class Activity extends HubRecord {
  @Field(() => ActivityKindEnum, { description: 'What is done.' }) kind!: ActivityKind;
  @Field(() => String, { description: 'Its name as written, in Vietnamese.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'What was done; null where the source does not say.' })
  description!: string | null;
  @Field(() => DateSpan, { nullable: true, description: 'The day it was held; null where that is not known.' })
  held!: DateSpan | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'Participants in turns (lượt người), not persons: who comes twice counts twice. Null where that is not stated.',
  })
  participants!: number | null;
  @Field(() => Int, { nullable: true, description: 'Gifts that were given (suất quà); null where that is not stated.' })
  gifts!: number | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The value of what was given or done, in whole đồng (VND), exact; null where that is not stated.',
  })
  valueVnd!: string | null;
  campaignId!: number | null;
  movementId!: number | null;
  agreementId!: number | null;
  placeId!: number | null;
}

/** The activity of a row, of which only the needed columns may have been read. */
export function toActivity(row: ActivityRow): Activity {
  return Object.assign(new Activity(), {
    ...recordParts('Activity', row),
    kind: row.kind,
    name: row.name,
    description: row.description,
    held: toSpan(row.heldEarliest, row.heldLatest),
    participants: wholeNumber(row.participants),
    gifts: wholeNumber(row.gifts),
    valueVnd: row.valueVnd,
    campaignId: row.campaignId,
    movementId: row.movementId,
    agreementId: row.agreementId,
    placeId: row.placeId,
  });
}

/** Counts leave the database as text, because sums of them may be large; one alone fits an `Int`. */
function wholeNumber(text: string | null | undefined): number | null {
  return text === null || text === undefined ? null : Number(text);
}

/** Numbers that were made up are never added to others. */
const APART = `a0.origin = 'SYNTHETIC'`;

/** A page of activities. */
export const ActivityConnection = connectionType('Activity', () => Activity, {
  keys: {
    ...recordGroupKeys('a0'),
    KIND: {
      sql: 'a0.kind',
      type: 'text',
      field: 'kind',
      output: () => ActivityKindEnum,
      description: 'What is done.',
    },
    CAMPAIGN: {
      sql: 'a0.campaign_id',
      type: 'integer',
      relation: 'campaign',
      field: 'campaign',
      output: () => Campaign,
      description: 'The campaign it belongs to; null where it belongs to none, or to one you may not see.',
      resolve: (id: number, context: Context, info: GraphQLResolveInfo) =>
        oneRow(context, campaignsFor(context), id, info),
    },
    LEAD: organisationKeyOf(
      `(select lead.organisation_id from activity_role lead where lead.activity_id = a0.id and lead.role = 'LEADS')`,
      'lead',
      'The organisation that leads (chủ trì); null where none is said to.',
    ),
    PLACE: placeKeyOf('a0.place_id', 'place', 'The place where it was held; null where that is not stated.'),
    ...timeKeys('a0', 'held', 'in which it was held'),
    HELD_DAY: {
      sql: 'case when a0.held_earliest = a0.held_latest then a0.held_earliest::text end',
      type: 'text',
      field: 'heldDay',
      output: () => DateScalar,
      description: 'The day it was held; null where that is known less exactly.',
    },
  },
  sums: {
    participants: { sql: 'a0.participants', apart: APART, description: 'Participants in turns (lượt người).' },
    gifts: { sql: 'a0.gifts', apart: APART, description: 'Gifts that were given (suất quà).' },
    valueVnd: { sql: 'a0.value_vnd', apart: APART, description: 'The value in whole đồng (VND).' },
  },
});
