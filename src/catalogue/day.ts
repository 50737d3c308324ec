import { ArgsType, Field } from 'type-graphql';
import { todayInVietnam } from '../ground/period/local-date.ts';
import type { Context } from '../ground/gql/context.ts';
import type { Viewer } from '../ground/viewer/viewer.ts';
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

/**
 * What depends on the viewer and on today alone, made once for both: lists are asked for at every row of a request. The last
 * day of each viewer is kept, as long as the viewer is.
 */
export function madeOnce<T>(make: (viewer: Viewer, today: string) => T): (context: Context) => T {
  const known = new WeakMap<Viewer, { today: string; made: T }>();
  return (context) => {
    const { viewer } = context;
    const today = context.use(todayOf);
    let last = known.get(viewer);
    if (last?.today !== today) known.set(viewer, (last = { today, made: make(viewer, today) }));
    return last.made;
  };
}

function todayOf(context: Context): string {
  return todayInVietnam(context.clock());
}
