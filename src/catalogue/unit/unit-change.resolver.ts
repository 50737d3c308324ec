import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../ground/gql/context.ts';
import { recordMutations } from '../../ground/record/record-mutations.ts';
import { mergeUnits } from './merge-units.ts';
import {
  CorrectUnitInput,
  DissolveUnitInput,
  FoundUnitInput,
  MergeUnitsInput,
  OrganisationUnitPayload,
} from './unit-change.input.ts';
import { correctedUnitDraft, endOf, newUnitDraft } from './unit-draft.ts';
import { unitKind } from './unit.kind.ts';
import { unitsFor } from './unit.resolver.ts';
import type { OrganisationUnitRow } from './unit.row.ts';

const change = recordMutations(unitKind, 'unit', OrganisationUnitPayload, unitsFor);

/** Founding, correcting, merging and dissolving units. */
@Resolver()
class UnitChangeResolver {
  @Mutation(() => OrganisationUnitPayload, {
    description: 'Enters a unit that has been founded. Organisations enter their own.',
  })
  foundUnit(
    @Arg('input', () => FoundUnitInput, { description: 'What is entered.' }) input: FoundUnitInput,
    @Ctx() context: Context,
  ): Promise<OrganisationUnitPayload> {
    return change.create(context, 'foundUnit', input, () => newUnitDraft(context.viewer, input), {
      event: 'UNIT_FOUNDED',
    });
  }

  @Mutation(() => OrganisationUnitPayload, { description: 'Corrects a unit by a new version with its reason.' })
  correctUnit(
    @Arg('input', () => CorrectUnitInput, { description: 'What it says from now on.' }) input: CorrectUnitInput,
    @Ctx() context: Context,
  ): Promise<OrganisationUnitPayload> {
    return change.correct(context, 'correctUnit', input, (_tx, before) =>
      correctedUnitDraft(input, before as OrganisationUnitRow),
    );
  }

  @Mutation(() => OrganisationUnitPayload, {
    description:
      'Merges units into a new one, or into one that lives on: they end on the day and stay to be read, each with a new version.',
  })
  mergeUnits(
    @Arg('input', () => MergeUnitsInput, { description: 'Which, into what, when and why.' }) input: MergeUnitsInput,
    @Ctx() context: Context,
  ): Promise<OrganisationUnitPayload> {
    return change.answer(context, () => mergeUnits(context, input));
  }

  @Mutation(() => OrganisationUnitPayload, { description: 'Dissolves a unit on a day. It stays to be read.' })
  dissolveUnit(
    @Arg('input', () => DissolveUnitInput, { description: 'Which, when and why.' }) input: DissolveUnitInput,
    @Ctx() context: Context,
  ): Promise<OrganisationUnitPayload> {
    return change.correct(
      context,
      'dissolveUnit',
      input,
      (_tx, before) => ({ values: { ...endOf(before as OrganisationUnitRow, input.on, 'DISSOLVED', 'on') } }),
      { event: 'UNIT_DISSOLVED' },
    );
  }
}

/** The resolvers that change units. */
export const unitChangeResolvers = [UnitChangeResolver] as const;
