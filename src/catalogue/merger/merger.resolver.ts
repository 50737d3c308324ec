import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../ground/gql/context.ts';
import { asPayload } from '../../ground/gql/user-error.type.ts';
import { dayAsked } from '../day.ts';
import { organisationLoaders } from '../organisation/organisation.loader.ts';
import { placeLoaders } from '../place/place.loader.ts';
import {
  OrganisationPayload,
  PlacePayload,
  RegisterOrganisationInput,
  RegisterOrganisationMergerInput,
  RegisterPlaceMergerInput,
} from './merger.input.ts';
import { mergeBodies, registerBody } from './organisation-registration.ts';
import { mergePlaces } from './place-merger.ts';
import { registering } from './register.ts';

/** Registering bodies outside the seven, and mergers of places and of such bodies. */
@Resolver()
class MergerResolver {
  @Mutation(() => OrganisationPayload, {
    description:
      'Registers a body outside the seven actors, as the Youth Federation or a department. Administrators only.',
  })
  registerOrganisation(
    @Arg('input', () => RegisterOrganisationInput, { description: 'What it is and what it is called.' })
    input: RegisterOrganisationInput,
    @Ctx() context: Context,
  ): Promise<OrganisationPayload> {
    const registration = {
      action: 'registerOrganisation',
      event: 'ORGANISATION_REGISTERED',
      type: 'Organisation',
      input,
    } as const;
    return organisationAnswer(context, () => registering(context, registration, (tx) => registerBody(tx, input)));
  }

  @Mutation(() => OrganisationPayload, {
    description:
      'Registers that bodies outside the seven went into another. They end the day before and stay to be read. Administrators only.',
  })
  registerOrganisationMerger(
    @Arg('input', () => RegisterOrganisationMergerInput, { description: 'Which, into what, when and why.' })
    input: RegisterOrganisationMergerInput,
    @Ctx() context: Context,
  ): Promise<OrganisationPayload> {
    const registration = {
      action: 'registerOrganisationMerger',
      event: 'ORGANISATIONS_MERGED',
      type: 'Organisation',
      input,
    } as const;
    return organisationAnswer(context, () => registering(context, registration, (tx) => mergeBodies(tx, input)));
  }

  @Mutation(() => PlacePayload, {
    description:
      'Registers that communes of one province went into another. They end the day before and stay to be read; provinces come with the ' +
      'catalogue of the hub. Administrators only.',
  })
  async registerPlaceMerger(
    @Arg('input', () => RegisterPlaceMergerInput, { description: 'Which, into what, when and why.' })
    input: RegisterPlaceMergerInput,
    @Ctx() context: Context,
  ): Promise<PlacePayload> {
    const registration = { action: 'registerPlaceMerger', event: 'PLACES_MERGED', type: 'Place', input } as const;
    const { done: id, userErrors } = await asPayload(() =>
      registering(context, registration, (tx) => mergePlaces(tx, input)),
    );
    await context.renew();
    const place = id === null ? null : await context.use(placeLoaders).findOn.load({ id, on: dayAsked(context) });
    return Object.assign(new PlacePayload(), { place, userErrors });
  }
}

async function organisationAnswer(context: Context, work: () => Promise<number>): Promise<OrganisationPayload> {
  const { done: id, userErrors } = await asPayload(work);
  await context.renew();
  const on = dayAsked(context);
  const organisation = id === null ? null : await context.use(organisationLoaders).findOn.load({ id, on });
  return Object.assign(new OrganisationPayload(), { organisation, userErrors });
}

/** The resolvers of this room. */
export const mergerResolvers = [MergerResolver] as const;
