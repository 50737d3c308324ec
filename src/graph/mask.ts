import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import { isErrorCode } from '../ground/gql/error-code.ts';
import { copyError } from './error-copy.ts';

/** The part of a pino logger that the edge uses. */
export interface EdgeLogger {
  error(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  info(facts: object, message: string): void;
  debug(facts: object, message: string): void;
}

/** Messages of graphql-js about an argument that a variable left empty: the caller's fault, told as it is. */
const ARGUMENT_FAULT = /^Argument "[^"]*" (of (required|non-null) type|has invalid value)/;

function rootCause(error: GraphQLError): unknown {
  let at: unknown = error;
  while (at instanceof GraphQLError && at.originalError !== undefined) at = at.originalError;
  return at;
}

function isExpected(error: GraphQLError): boolean {
  const code = error.extensions['code'];
  return isErrorCode(code) && code !== 'INTERNAL';
}

/** The text a caller sees in place of a fault, with the id under which the log has the cause. */
export function faultMessage(id: string): string {
  return `Lỗi hệ thống, mã ${id}. Xin thử lại; nếu còn lỗi, hãy báo mã này cho đơn vị vận hành. / Internal error, id ${id}. Try again; if it stays, report this id to the operator.`;
}

/** Logs a fault under a fresh id and returns the error to show; nothing of the cause is in it. */
export function maskedFault(cause: unknown, logger: EdgeLogger, at?: GraphQLError): GraphQLError {
  const id = randomUUID();
  logger.error(
    { err: cause instanceof Error ? cause : new Error(`thrown value: ${typeof cause}`), id, path: at?.path },
    'fault masked',
  );
  const shown = { message: faultMessage(id), extensions: { code: 'INTERNAL', id }, cause: null };
  return copyError(at ?? new GraphQLError(shown.message), shown);
}

/**
 * The error as a caller may see it: expected failures (HubError, any GraphQL error with a documented code, and the
 * executor's own complaint about an argument) as they are, everything else as a fault with an id.
 */
export function masked(error: GraphQLError, logger: EdgeLogger): GraphQLError {
  if (isExpected(error)) return error;
  const cause = rootCause(error);
  if (cause instanceof GraphQLError && cause.extensions['code'] === undefined && ARGUMENT_FAULT.test(cause.message)) {
    return copyError(error, { extensions: { code: 'BAD_USER_INPUT' } });
  }
  return maskedFault(cause, logger, error);
}

/** Any thrown value as the GraphQL error a caller may see; for places outside the executor. */
export function maskedThrown(thrown: unknown, logger: EdgeLogger): GraphQLError {
  return thrown instanceof GraphQLError ? masked(thrown, logger) : maskedFault(thrown, logger);
}

/** The wire shape of an error: message, locations, path, extensions, and never a stack. */
export function onWire(error: GraphQLError): GraphQLFormattedError {
  return error.toJSON();
}
