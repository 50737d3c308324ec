import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../ground/gql/context.ts';
import { recordMutations } from '../../ground/record/record-mutations.ts';
import { CorrectPersonInput, CreatePersonInput, personDraft, PersonPayload } from './person-change.input.ts';
import { personKind } from './person.kind.ts';
import { personsFor } from './person.resolver.ts';

const change = recordMutations(personKind, 'person', PersonPayload, personsFor);

/** Entering and correcting persons. */
@Resolver()
class PersonChangeResolver {
  @Mutation(() => PersonPayload, {
    description: 'Enters a public office-holder. Needs the right to keep records of the keeper.',
  })
  createPerson(
    @Arg('input', () => CreatePersonInput, { description: 'What is entered.' }) input: CreatePersonInput,
    @Ctx() context: Context,
  ): Promise<PersonPayload> {
    return change.create(context, 'createPerson', input, () => personDraft(input));
  }

  @Mutation(() => PersonPayload, { description: 'Corrects what is said of a person by a new version with its reason.' })
  correctPerson(
    @Arg('input', () => CorrectPersonInput, { description: 'What is said from now on.' }) input: CorrectPersonInput,
    @Ctx() context: Context,
  ): Promise<PersonPayload> {
    return change.correct(context, 'correctPerson', input, () => personDraft(input));
  }
}

/** The resolvers that change persons. */
export const personChangeResolvers = [PersonChangeResolver] as const;
