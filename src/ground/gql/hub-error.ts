import { GraphQLError } from 'graphql';
import type { ErrorCode } from './error-code.ts';

/** What an expected failure says: its code, the same sentence in both languages, and facts for programs. */
export interface HubErrorOptions {
  readonly code: ErrorCode;
  /** Vietnamese: what was expected, what came, what to do. */
  readonly vi: string;
  /** English, the same three things. */
  readonly en: string;
  /** The input it is about, from the outside in; left out where it is about the whole. */
  readonly path?: readonly string[];
  /** Further `extensions`, such as `{ expectedVersion, currentVersion }`; never personal data. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** The error behind it; it is logged where the error is logged and never sent. */
  readonly cause?: unknown;
}

/**
 * An expected failure, shown to the caller as it is: `message` is "vi / en", `extensions` are `{ code, vi, en, ...facts }`.
 * Anything thrown that is not one of these (or a GraphQL error with a documented code) is masked as a fault.
 */
export class HubError extends GraphQLError {
  readonly code: ErrorCode;
  readonly vi: string;
  readonly en: string;
  /** The input it is about, as `userErrors.path` says it. */
  readonly inputPath: readonly string[];

  constructor(options: HubErrorOptions) {
    super(`${options.vi} / ${options.en}`, {
      extensions: { ...options.facts, code: options.code, vi: options.vi, en: options.en },
    });
    this.name = 'HubError';
    this.code = options.code;
    this.vi = options.vi;
    this.en = options.en;
    this.inputPath = options.path ?? [];
    // Set after construction: GraphQLError takes no `cause`, and `originalError` would lend it the other's extensions.
    if (options.cause !== undefined) this.cause = options.cause;
  }
}
