import type { IncomingMessage, ServerResponse } from 'node:http';

const METHODS = 'GET, POST, OPTIONS';
const MAX_AGE_SECONDS = '600';
/** What scripts of other origins may read beside the few headers that browsers always show. */
const EXPOSED = 'retry-after, etag, content-disposition, content-location, intake-result';
const DEFAULT_HEADERS = 'authorization, content-type, idempotency-key';

/**
 * Sets the CORS headers of an answer. Credentials are never allowed: callers send a key in a header, not a cookie, so '*' is safe.
 * An origin that is not listed gets no header, and its browser refuses the answer.
 */
export function allowOrigin(
  request: IncomingMessage,
  response: ServerResponse,
  origins: readonly string[] | '*',
): void {
  const { origin } = request.headers;
  if (origins !== '*') response.setHeader('vary', 'Origin');
  if (origin === undefined) return;
  if (origins !== '*' && !origins.includes(origin)) return;
  response.setHeader('access-control-allow-origin', origins === '*' ? '*' : origin);
  response.setHeader('access-control-expose-headers', EXPOSED);
  if (request.method !== 'OPTIONS') return;
  response.setHeader('access-control-allow-methods', METHODS);
  response.setHeader(
    'access-control-allow-headers',
    request.headers['access-control-request-headers'] ?? DEFAULT_HEADERS,
  );
  response.setHeader('access-control-max-age', MAX_AGE_SECONDS);
}

/** Whether a request is a browser's question before the real one. */
export function isPreflight(request: IncomingMessage): boolean {
  return request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
}
