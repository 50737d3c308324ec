import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLError } from 'graphql';
import type { ErrorCode } from '../ground/gql/error-code.ts';
import { HubError } from '../ground/gql/hub-error.ts';
import type { EdgeHeaders } from './edge-options.ts';
import { LIMITS, limitError } from './limits.ts';
import { onWire } from './mask.ts';

/** Bytes of a refused body that are still read, so that the caller gets the answer instead of a reset. */
const SWALLOWED_BYTES = 4 * 1024 * 1024;

const STATUS: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RESTRICTED: 403,
  INTROSPECTION_CLOSED: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  IDEMPOTENCY_CONFLICT: 409,
  BODY_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  PAYLOAD_INVALID: 422,
  RATE_LIMITED: 429,
  TOO_MANY_SUBSCRIPTIONS: 429,
  INTERNAL: 500,
  SHUTTING_DOWN: 503,
  TIMEOUT: 504,
};

/** The HTTP status of an error outside GraphQL execution; 400 for every code without one of its own. */
export function statusOf(error: GraphQLError): number {
  const code = error.extensions['code'];
  return (typeof code === 'string' ? STATUS[code as ErrorCode] : undefined) ?? 400;
}

/** Sends JSON and ends the response. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  sendText(response, status, JSON.stringify(body), { 'content-type': 'application/json; charset=utf-8', ...headers });
}

/** Sends a text with its length and ends the response; nothing when the caller is gone or was answered before. */
export function sendText(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  headers: Readonly<Record<string, string>>,
): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

/** Sends one error in GraphQL's shape, `{ errors: [...] }`, with the status of its code. */
export function sendError(
  response: ServerResponse,
  error: GraphQLError,
  headers: Readonly<Record<string, string>> = {},
): void {
  const status = statusOf(error);
  const challenge = status === 401 ? { 'www-authenticate': 'Bearer' } : undefined;
  sendJson(response, status, { errors: [onWire(error)] }, { ...challenge, ...headers });
}

/** The request's headers as the context gets them. */
export function edgeHeaders(request: IncomingMessage): EdgeHeaders {
  const entries = Object.entries(request.headers).map(
    ([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value] as const,
  );
  return Object.fromEntries(entries) as EdgeHeaders;
}

/** Aborts when the caller hangs up before the answer is finished. */
export function abandonment(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** Whether a content type is JSON in UTF-8: the only one that browsers cannot send across origins without asking. */
export function isJson(contentType: string | undefined): boolean {
  const [type, ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase());
  if (type !== 'application/json') return false;
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  return charset === undefined || ['charset=utf-8', 'charset="utf-8"'].includes(charset);
}

/** The refusal of a body that is not JSON. */
export function notJson(came: string | undefined): HubError {
  const type = came === undefined ? '-' : `'${came.slice(0, 80)}'`;
  return new HubError({
    code: 'UNSUPPORTED_MEDIA_TYPE',
    vi: `Cần Content-Type 'application/json', đã nhận ${type}.`,
    en: `Expected Content-Type 'application/json', got ${type}.`,
  });
}

/** Reads a body up to the limit, as UTF-8; throws HubError BODY_TOO_LARGE beyond it and UNSUPPORTED_MEDIA_TYPE when it is compressed. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const limit = LIMITS.bodyBytes.value;
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') throw notJson(`content-encoding: ${encoding}`);
  const chunks: Buffer[] = [];
  let size = 0;
  if (Number(request.headers['content-length'] ?? 0) > limit)
    throw tooLarge(request, request.headers['content-length'] ?? '');
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > limit) throw tooLarge(request, `> ${limit}`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function tooLarge(request: IncomingMessage, came: string): HubError {
  let swallowed = 0;
  request.on('data', (chunk: Buffer) => {
    swallowed += chunk.length;
    if (swallowed > SWALLOWED_BYTES) request.destroy();
  });
  return limitError('bodyBytes', came);
}
