import { HubError } from '../ground/gql/hub-error.mjs';
import { LIMITS, limitError } from './limits.mjs';
import { onWire } from './mask.mjs';
/** Bytes of a refused body that are still read, so that the caller gets the answer instead of a reset. */ const SWALLOWED_BYTES = 4 * 1024 * 1024;
const STATUS = {
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
    TIMEOUT: 504
};
/** The HTTP status of an error outside GraphQL execution; 400 for every code without one of its own. */ export function statusOf(error) {
    const code = error.extensions['code'];
    return (typeof code === 'string' ? STATUS[code] : undefined) ?? 400;
}
/** Sends JSON and ends the response. */ export function sendJson(response, status, body, headers = {}) {
    sendText(response, status, JSON.stringify(body), {
        'content-type': 'application/json; charset=utf-8',
        ...headers
    });
}
/** Sends a text with its length and ends the response; nothing when the caller is gone or was answered before. */ export function sendText(response, status, body, headers) {
    if (response.headersSent || response.destroyed) return;
    response.writeHead(status, {
        ...headers,
        'content-length': Buffer.byteLength(body)
    });
    response.end(response.req.method === 'HEAD' ? undefined : body);
}
/** Sends one error in GraphQL's shape, `{ errors: [...] }`, with the status of its code. */ export function sendError(response, error, headers = {}) {
    const status = statusOf(error);
    const challenge = status === 401 ? {
        'www-authenticate': 'Bearer'
    } : undefined;
    sendJson(response, status, {
        errors: [
            onWire(error)
        ]
    }, {
        ...challenge,
        ...headers
    });
}
/** The request's headers as the context gets them. */ export function edgeHeaders(request) {
    const entries = Object.entries(request.headers).map(([name, value])=>[
            name,
            Array.isArray(value) ? value.join(', ') : value
        ]);
    return Object.fromEntries(entries);
}
/** Aborts when the caller hangs up before the answer is finished. */ export function abandonment(response) {
    const controller = new AbortController();
    response.once('close', ()=>{
        if (!response.writableFinished) controller.abort();
    });
    return controller.signal;
}
/** Whether a content type is JSON in UTF-8: the only one that browsers cannot send across origins without asking. */ export function isJson(contentType) {
    const [type, ...parameters] = (contentType ?? '').split(';').map((part)=>part.trim().toLowerCase());
    if (type !== 'application/json') return false;
    const charset = parameters.find((parameter)=>parameter.startsWith('charset='));
    return charset === undefined || [
        'charset=utf-8',
        'charset="utf-8"'
    ].includes(charset);
}
/** The refusal of a body that is not JSON. */ export function notJson(came) {
    const type = came === undefined ? '-' : `'${came.slice(0, 80)}'`;
    return new HubError({
        code: 'UNSUPPORTED_MEDIA_TYPE',
        vi: `Cần Content-Type 'application/json', đã nhận ${type}.`,
        en: `Expected Content-Type 'application/json', got ${type}.`
    });
}
/** Reads a body up to the limit, as UTF-8; throws HubError BODY_TOO_LARGE beyond it and UNSUPPORTED_MEDIA_TYPE when it is compressed. */ export async function readBody(request) {
    const limit = LIMITS.bodyBytes.value;
    const encoding = request.headers['content-encoding'];
    if (encoding !== undefined && encoding !== 'identity') throw notJson(`content-encoding: ${encoding}`);
    const chunks = [];
    let size = 0;
    if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(request, request.headers['content-length'] ?? '');
    for await (const chunk of request.iterator({
        destroyOnReturn: false
    })){
        const bytes = chunk;
        size += bytes.length;
        if (size > limit) throw tooLarge(request, `> ${limit}`);
        chunks.push(bytes);
    }
    return Buffer.concat(chunks).toString('utf8');
}
function tooLarge(request, came) {
    let swallowed = 0;
    request.on('data', (chunk)=>{
        swallowed += chunk.length;
        if (swallowed > SWALLOWED_BYTES) request.destroy();
    });
    return limitError('bodyBytes', came);
}
