import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../ground/gql/context.ts';
import { CloseRecordInput } from '../../ground/record/record.input.ts';
import { recordMutations } from '../../ground/record/record-mutations.ts';
import { CorrectCampaignInput, CreateCampaignInput, campaignDraft, CampaignPayload } from './campaign-change.input.ts';
import { campaignKind } from './campaign.kind.ts';
import { campaignsFor } from './campaign.resolver.ts';

const change = recordMutations(campaignKind, 'campaign', CampaignPayload, campaignsFor);

/** Entering, correcting and closing campaigns. */
@Resolver()
class CampaignChangeResolver {
  @Mutation(() => CampaignPayload, { description: 'Enters a campaign. Needs the right to keep records of its keeper.' })
  createCampaign(
    @Arg('input', () => CreateCampaignInput, { description: 'What is entered.' }) input: CreateCampaignInput,
    @Ctx() context: Context,
  ): Promise<CampaignPayload> {
    return change.create(context, 'createCampaign', input, () => campaignDraft(input));
  }

  @Mutation(() => CampaignPayload, { description: 'Corrects a campaign by a new version with its reason.' })
  correctCampaign(
    @Arg('input', () => CorrectCampaignInput, { description: 'What it says from now on.' }) input: CorrectCampaignInput,
    @Ctx() context: Context,
  ): Promise<CampaignPayload> {
    return change.correct(context, 'correctCampaign', input, () => campaignDraft(input));
  }

  @Mutation(() => CampaignPayload, { description: 'Closes a campaign on a day. It stays to be read.' })
  closeCampaign(
    @Arg('input', () => CloseRecordInput, { description: 'Which, when and why.' }) input: CloseRecordInput,
    @Ctx() context: Context,
  ): Promise<CampaignPayload> {
    return change.close(context, 'closeCampaign', input);
  }
}

/** The resolvers that change campaigns. */
export const campaignChangeResolvers = [CampaignChangeResolver] as const;
