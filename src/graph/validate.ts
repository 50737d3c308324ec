import { GraphQLError, Kind, parse, specifiedRules, validate } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { ErrorCode } from '../ground/gql/error-code.ts';
import { copyError } from './error-copy.ts';
import { LIMITS, limitError } from './limits.ts';
import { nodeLimitRule, pageSizeRule } from './page.rule.ts';
import { shapeRule } from './shape.rule.ts';

/** graphql-js helps the curious with names that it was not asked for; the explorer has the whole schema instead. */
const SUGGESTION = /\s*Did you mean [^?]*\?/g;

/** A copy of an error with a code, and without the names that graphql-js suggests. */
export function coded(error: GraphQLError, code: ErrorCode): GraphQLError {
  return copyError(error, {
    message: error.message.replace(SUGGESTION, ''),
    extensions: { ...error.extensions, code: error.extensions['code'] ?? code },
  });
}

/** What the parser is told: it stops at the token limit instead of reading on. */
export const PARSE_OPTIONS = { maxTokens: LIMITS.tokens.value } as const;

/** The error for a document that did not parse: TOKENS where the parser stopped at the limit, else GRAPHQL_PARSE_FAILED. */
function parseError(error: unknown): GraphQLError {
  if (!(error instanceof GraphQLError)) throw error;
  if (error.message.includes('tokens. Parsing aborted')) return limitError('tokens', `> ${LIMITS.tokens.value}`);
  return coded(error, 'GRAPHQL_PARSE_FAILED');
}

/** Parses a document within the token limit; the errors carry their code. */
export function parseDocument(text: string): DocumentNode | readonly GraphQLError[] {
  try {
    return parse(text, PARSE_OPTIONS);
  } catch (error) {
    return [parseError(error)];
  }
}

/**
 * The one validation for HTTP, WebSocket and SSE: first the limits that need no schema (they are cheap, and keep the
 * standard rules from working on a bomb), then the standard rules and the limits on pages and nodes.
 * At most five errors, each with its code; an empty list means valid.
 */
export function validateDocument(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
  const most = LIMITS.errors.value;
  const bombs = validate(schema, document, [shapeRule]);
  if (bombs.length > 0) return bombs.slice(0, most);
  const rules = [pageSizeRule, nodeLimitRule, ...specifiedRules];
  const errors = validate(schema, document, rules, { maxErrors: most });
  return errors.slice(0, most).map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED'));
}

/** The refusal of a document from which no operation can be chosen: which names it has, which was asked for. */
export function unknownOperation(document: DocumentNode, operationName: string | null | undefined): GraphQLError {
  const names = document.definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .map((node) => node.name?.value ?? '(unnamed)');
  const asked = operationName == null ? 'none named' : `'${operationName.slice(0, 80)}'`;
  return new GraphQLError(
    `Expected the name of one operation of the document (${names.join(', ') || 'it has none'}), got ${asked}.`,
    {
      extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
    },
  );
}
