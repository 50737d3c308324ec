/**
 * Every value that `extensions.code` of an error can have, with its meaning. This one list feeds the documentation,
 * the mask (an error whose code is not here is a fault) and the tests.
 */
export const ERROR_CODES = {
  BAD_REQUEST: 'The HTTP request is not a GraphQL request: wrong method, no query, batching.',
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL: a syntax error at the stated line and column.',
  GRAPHQL_VALIDATION_FAILED: 'The document asks for something that the schema does not have.',
  OPERATION_RESOLUTION_FAILURE: 'No operation of that name, or several operations and no name.',
  PERSISTED_QUERY_NOT_FOUND: 'The hash is unknown here: send the document together with its hash.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'Persisted queries are off.',
  BAD_USER_INPUT: 'A value in the variables or arguments is missing, malformed or out of range.',
  UNAUTHENTICATED: 'The key or token is missing, expired or unknown.',
  FORBIDDEN: 'The caller is known, and may not do this.',
  NOT_FOUND: 'No such record, or none that the caller may see.',
  RESTRICTED: 'The field exists and the caller may not see its value; the field is null.',
  CONFLICT: 'The record has changed since it was read: the expected version is not the current one.',
  ILLEGAL_STATE: 'The record is not in a state from which this step is possible.',
  IDEMPOTENCY_CONFLICT: 'The idempotency key was used before with another input.',
  PAYLOAD_INVALID: 'The file or body was read and does not contain what it should.',
  DEPTH: 'The document nests fields too deeply.',
  ALIASES: 'The document has too many aliases.',
  ROOT_FIELDS: 'An operation has too many root fields.',
  DIRECTIVES: 'A node has too many directives.',
  SELECTIONS: 'The document, its fragments written out, selects too many fields.',
  TOKENS: 'The document has too many tokens.',
  NODE_LIMIT: 'The page sizes multiply to more nodes than one answer may have.',
  PAGE_SIZE: 'As `reason` beside BAD_USER_INPUT: `first` or `last` is missing or outside 1–100.',
  BODY_TOO_LARGE: 'The request body is larger than this path accepts.',
  UNSUPPORTED_MEDIA_TYPE: 'The request body has a media type that this path does not read.',
  INTROSPECTION: 'The introspection asked for is too deep, or asks for the schema twice.',
  INTROSPECTION_CLOSED: 'Only authenticated callers may introspect this hub.',
  TOO_MANY_SUBSCRIPTIONS: 'One socket may hold only so many running operations.',
  RATE_LIMITED: 'Too many or too costly requests; `retryAfter` says when to come back, in seconds.',
  TIMEOUT: 'The answer took longer than the hub allows and was stopped.',
  CURSOR_UNKNOWN: 'The cursor was not made by this hub, or is damaged.',
  CURSOR_EXPIRED: 'The events after this cursor are no longer kept: take a new snapshot.',
  CURSOR_DIVERGED: 'The hub was restored to a state before this cursor: take a new snapshot.',
  TOO_MANY_VALUES: 'The table would have more values than one answer may have; the message says how many.',
  NO_MEANING: 'What is asked for has no meaning, such as the sum of percentages; the message names the right question.',
  SHUTTING_DOWN: 'The hub is stopping: ask again, and another instance or the next start answers.',
  INTERNAL: 'A fault of the hub. The id in the message is in its log, the cause is not told.',
} as const satisfies Record<string, string>;

/** One of the documented codes. */
export type ErrorCode = keyof typeof ERROR_CODES;

/** Whether a value is one of the documented codes (false for codes of libraries, which the mask then hides). */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERROR_CODES, value);
}
