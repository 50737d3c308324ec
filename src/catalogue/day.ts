import { ArgsType, Field } from 'type-graphql';
import { todayInVietnam } from '../ground/period/local-date.ts';
import type { Context } from '../ground/gql/context.ts';
import { DateScalar } from '../ground/gql/scalars.ts';

/** The arguments of a look-up by official code. */
@ArgsType()
export class CodeOnArgs {
  @Field(() => String, { description: 'The official code, exactly as written: `91`, `LDLD-91`.' }) code!: string;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day on which the code is looked up. Left out: today in Vietnam, and if nothing has the code today, the last that had it.',
  })
  on?: string;
}

/** The day asked for, else today in Vietnam by the request's clock. */
export function dayAsked(context: Context, on?: string | null): string {
  return on ?? todayInVietnam(context.clock());
}
