import { Args, Field, ObjectType } from 'type-graphql';
import type { ErrorCode } from './error-code.ts';
import { HubError } from './hub-error.ts';
import { inLanguage, LanguageArgs } from './language.ts';

/** An expected failure of a mutation. */
@ObjectType({ description: 'What stands in the way of a change, and what to do about it.' })
export class UserError {
  @Field(() => String, { description: 'One of the documented error codes, as CONFLICT.' }) code!: ErrorCode;
  @Field(() => [String], {
    description: 'The input it is about, from the outside in; empty where it is about the whole.',
  })
  path!: string[];
  @Field(() => String, { description: 'What was expected, what came, what to do.' })
  message(@Args(() => LanguageArgs) { lang }: LanguageArgs): string {
    return inLanguage(lang, this.vi, this.en);
  }
  vi!: string;
  en!: string;

  constructor(parts?: Pick<UserError, 'code' | 'path' | 'vi' | 'en'>) {
    if (parts) Object.assign(this, parts);
  }
}

/** Runs a mutation: expected failures become `userErrors`; what is no fault of the input (no key, no right) stays an error. */
export async function asPayload<T>(
  work: () => Promise<T>,
): Promise<{ done: T; userErrors: [] } | { done: null; userErrors: UserError[] }> {
  try {
    return { done: await work(), userErrors: [] };
  } catch (fault) {
    if (!(fault instanceof HubError) || fault.code === 'UNAUTHENTICATED' || fault.code === 'FORBIDDEN') throw fault;
    return {
      done: null,
      userErrors: [new UserError({ code: fault.code, path: [...fault.inputPath], vi: fault.vi, en: fault.en })],
    };
  }
}
