import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../ground/gql/user-error.type.ts';
import type { RecordDraft } from '../../ground/record/record-kind.ts';
import {
  kept,
  keptText,
  NewRecordInput,
  NextVersionInput,
  optionalKey,
  optionalText,
  stated,
  yearOf,
} from '../../ground/record/record.input.ts';
import { DateSpanInput, spanColumns } from '../../ground/record/span.type.ts';
import { ParticipationInput, participationParts } from '../common/organisation-role.ts';
import type { CampaignKind } from './campaign.row.ts';
import { Campaign, CampaignKindEnum } from './campaign.type.ts';

/** What `createCampaign` is given. */
@InputType({ description: 'A campaign to be entered. What is left out stays unknown; nothing is guessed.' })
export class CreateCampaignInput extends NewRecordInput {
  @Field(() => CampaignKindEnum, { description: 'What kind of campaign it is.' }) kind!: CampaignKind;
  @Field(() => String, { description: 'Its name, as written.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Its name in English.' }) nameEn?: string | null;
  @Field(() => String, { nullable: true, description: 'What it is about.' }) description?: string | null;
  @Field(() => ID, { nullable: true, description: 'The national campaign that the province carries out.' })
  national?: string | null;
  @Field(() => ID, { nullable: true, description: 'The movement it belongs to.' }) movement?: string | null;
  @Field(() => Int, { nullable: true, description: 'The calendar year it is of, 1900 to 2100.' }) year?: number | null;
  @Field(() => DateSpanInput, { nullable: true, description: 'Its first day.' }) starts?: DateSpanInput | null;
  @Field(() => DateSpanInput, { nullable: true, description: 'Its last day.' }) ends?: DateSpanInput | null;
  @Field(() => [ParticipationInput], { nullable: true, description: 'The organisations that take part.' })
  roles?: ParticipationInput[] | null;
}

/** What `correctCampaign` is given. */
@InputType({
  description:
    'What a campaign says from now on. What is left out stays; null takes a value away; a list replaces the whole list.',
})
export class CorrectCampaignInput extends NextVersionInput {
  @Field(() => CampaignKindEnum, { nullable: true, description: 'What kind of campaign it is.' }) kind?: CampaignKind;
  @Field(() => String, { nullable: true, description: 'Its name, as written.' }) name?: string;
  @Field(() => String, { nullable: true, description: 'Its name in English.' }) nameEn?: string | null;
  @Field(() => String, { nullable: true, description: 'What it is about.' }) description?: string | null;
  @Field(() => ID, { nullable: true, description: 'The national campaign that the province carries out.' })
  national?: string | null;
  @Field(() => ID, { nullable: true, description: 'The movement it belongs to.' }) movement?: string | null;
  @Field(() => Int, { nullable: true, description: 'The calendar year it is of, 1900 to 2100.' }) year?: number | null;
  @Field(() => DateSpanInput, { nullable: true, description: 'Its first day.' }) starts?: DateSpanInput | null;
  @Field(() => DateSpanInput, { nullable: true, description: 'Its last day.' }) ends?: DateSpanInput | null;
  @Field(() => [ParticipationInput], { nullable: true, description: 'The organisations that take part, all of them.' })
  roles?: ParticipationInput[] | null;
}

/** What changes of campaigns answer. */
@ObjectType({ description: 'The campaign as it is now, or what stands in the way.' })
export class CampaignPayload {
  @Field(() => Campaign, { nullable: true, description: 'The campaign as it is now; null where nothing was changed.' })
  campaign!: Campaign | null;
  @Field(() => [UserError], { description: 'What stands in the way; empty when it was done.' })
  userErrors!: UserError[];
}

/** What an input states of a campaign. Raises `HubError` BAD_USER_INPUT. */
export function campaignDraft(input: CreateCampaignInput | CorrectCampaignInput): RecordDraft {
  const roles = participationParts(input.roles);
  return {
    values: stated({
      kind: kept(input.kind, 'kind'),
      name: keptText(input.name, 'name'),
      nameEn: optionalText(input.nameEn, 'nameEn'),
      description: optionalText(input.description, 'description'),
      nationalId: optionalKey('Campaign', input.national, 'national'),
      movementId: optionalKey('Movement', input.movement, 'movement'),
      year: yearOf(input.year, 'year'),
      ...spanColumns('starts', input.starts),
      ...spanColumns('ends', input.ends),
    }),
    parts: roles ? { roles: roles as NonNullable<RecordDraft['parts']>[string] } : {},
  };
}
