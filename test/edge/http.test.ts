import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HubError } from '../../src/ground/gql/hub-error.ts';
import type { Edge } from '../../src/graph/edge-options.ts';
import { keepingLogger, toyEdge } from '../support/toy-edge.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
let edge: Edge;
let folder: string;
let ready = true;
const logger = keepingLogger();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'explorer-'));
  await mkdir(join(folder, 'site', 'assets'), { recursive: true });
  await writeFile(join(folder, 'site', 'index.html'), '<!doctype html>trang');
  await writeFile(join(folder, 'site', 'assets', 'a.js'), 'export {};');
  await writeFile(join(folder, 'secret.txt'), 'bí mật');
  edge = await toyEdge({
    logger,
    explorerDir: join(folder, 'site'),
    corsOrigins: ['https://dashboard.example'],
    ready: () => (ready ? Promise.resolve(true) : Promise.reject(new Error('no database'))),
    routes: {
      'POST /intake': async (_request, response) => void response.end('nhận'),
      'GET /graphql': async (request, response, tools) => {
        if (request.headers.accept !== 'text/csv') return false;
        const result = await tools.operate('{ user ping }', {}, await tools.context());
        response.end(JSON.stringify(result));
        return true;
      },
      'GET /things/:id/file': async (_request, response, { params }) => void response.end(`tệp ${params['id']}`),
      'GET /fails': () => Promise.reject(new Error('relation "report" does not exist')),
      'GET /missing': () => Promise.reject(new HubError({ code: 'NOT_FOUND', vi: 'Không có.', en: 'None.' })),
    },
  });
});
afterAll(async () => {
  await edge.close();
  await rm(folder, { recursive: true });
});

function post(body: string, headers: Record<string, string> = JSON_TYPE, path = '/graphql'): Promise<Response> {
  return fetch(edge.url + path, { method: 'POST', headers, body });
}

/** Sends a request target as it is: `fetch` would tidy it. */
function rawGet(target: string): Promise<number> {
  return new Promise((resolve, reject) => {
    httpRequest({ host: '127.0.0.1', port: edge.port, path: target, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('requests that are not GraphQL', () => {
  it.each(['/graphql', '/graphql/stream'])('a 2 MB body on %s gets 413 as JSON, without a stack', async (path) => {
    const response = await post(
      JSON.stringify({ query: `{ ping } # ${'x'.repeat(2_000_000)}` }),
      { ...JSON_TYPE, accept: 'text/event-stream' },
      path,
    );
    expect(response.status).toBe(413);
    expect(response.headers.get('content-type')).toContain('application/json');
    const body = (await response.json()) as { errors: Array<{ extensions: { code: string } }> };
    expect(body.errors[0]?.extensions.code).toBe('BODY_TOO_LARGE');
  });

  it('a 2 MB body without a length gets 413 too', async () => {
    const chunks = new ReadableStream({
      start(controller) {
        for (let index = 0; index < 20; index++) controller.enqueue(new TextEncoder().encode('x'.repeat(100_000)));
        controller.close();
      },
    });
    const response = await fetch(`${edge.url}/graphql`, {
      method: 'POST',
      headers: JSON_TYPE,
      body: chunks,
      duplex: 'half',
    });
    expect(response.status).toBe(413);
  });

  it('a batch gets 400', async () => {
    const response = await post(JSON.stringify([{ query: '{ ping }' }, { query: '{ ping }' }]));
    expect(response.status).toBe(400);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain; application/json',
    'application/json; charset=utf-16',
  ])('a POST of %s, which a browser may send across origins, gets 415 and has no effect', async (type) => {
    for (const path of ['/graphql', '/graphql/stream']) {
      const response = await post(
        JSON.stringify({ query: 'mutation { write(text: "csrf") }' }),
        { 'content-type': type, accept: 'text/event-stream, application/json' },
        path,
      );
      expect(response.status).toBe(415);
    }
    const after = (await (await post(JSON.stringify({ query: 'mutation { write(text: "after") }' }))).json()) as {
      data: { write: string };
    };
    expect(after.data.write).not.toContain('csrf');
  });

  it.each([
    ['/graphql', 'application/json'],
    ['/graphql/stream', 'text/event-stream'],
  ])('a mutation by GET on %s gets 405', async (path, accept) => {
    const response = await fetch(`${edge.url}${path}?query=${encodeURIComponent('mutation { write(text: "get") }')}`, {
      headers: { accept },
    });
    expect(response.status).toBe(405);
  });

  it('a subscription by POST says where subscriptions run', async () => {
    const response = await post(JSON.stringify({ query: 'subscription { quiet }' }));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('/graphql/stream');
  });

  it('SSE without its Accept says what is expected', async () => {
    const response = await post(JSON.stringify({ query: '{ ping }' }), JSON_TYPE, '/graphql/stream');
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('text/event-stream');
  });
});

describe('errors for clients that read plain JSON only', () => {
  it.each([
    ['{ pong }', undefined, 200],
    ['{ ping', undefined, 200],
    ['query ($n: Int!) { required(n: $n) }', { n: 'x' }, 200],
    ['{ wards { nodes { id } } }', undefined, 400],
    [`{ ${'ping '.repeat(26)} }`, undefined, 400],
  ])('%s', async (query, variables, status) => {
    const response = await post(JSON.stringify({ query, variables }), { ...JSON_TYPE, accept: 'application/json' });
    expect(response.status).toBe(status);
  });
});

describe('paths', () => {
  it('/healthz is alive while /readyz follows the hub', async () => {
    const statuses = async (): Promise<number[]> => [
      (await fetch(`${edge.url}/healthz`)).status,
      (await fetch(`${edge.url}/readyz`)).status,
    ];
    expect(await statuses()).toEqual([200, 200]);
    ready = false;
    expect(await statuses()).toEqual([200, 503]);
    ready = true;
    expect(await statuses()).toEqual([200, 200]);
  });

  it('an unknown path gets 404 as JSON', async () => {
    const response = await fetch(`${edge.url}/nothing/here`);
    expect(response.status).toBe(404);
    expect(((await response.json()) as { errors: unknown[] }).errors).toHaveLength(1);
  });

  it('routes of other rooms answer, name their methods, and may pass', async () => {
    expect(await (await post('x', { 'content-type': 'text/plain' }, '/intake')).text()).toBe('nhận');
    const wrong = await fetch(`${edge.url}/intake`);
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST']);
    expect(await (await fetch(`${edge.url}/things/a-1/file`)).text()).toBe('tệp a-1');
    expect((await post('', JSON_TYPE, '/things/a-1/file')).headers.get('allow')).toBe('GET');
    for (const path of ['/things//file', '/things/a/b/file', '/things/a'])
      expect((await fetch(edge.url + path)).status).toBe(404);
    const csv = await fetch(`${edge.url}/graphql?query={x}`, {
      headers: { accept: 'text/csv', authorization: 'Bearer an' },
    });
    expect(await csv.json()).toEqual({ data: { user: 'an', ping: 'pong' } });
    const json = await fetch(`${edge.url}/graphql?query={ping}`, { headers: { accept: 'application/json' } });
    expect(await json.json()).toEqual({ data: { ping: 'pong' } });
  });

  it('routes that fail are masked; expected failures have the status of their code', async () => {
    const fault = await fetch(`${edge.url}/fails`);
    expect(fault.status).toBe(500);
    expect(await fault.text()).not.toContain('relation');
    expect(logger.faults.length).toBeGreaterThan(0);
    expect((await fetch(`${edge.url}/missing`)).status).toBe(404);
  });

  it('serves the explorer under a policy that allows no other origin, and its files', async () => {
    const page = await fetch(`${edge.url}/`);
    expect(await page.text()).toContain('trang');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(page.headers.get('content-security-policy')).not.toContain('http');
    const script = await fetch(`${edge.url}/assets/a.js`);
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(Array.isArray(await (await fetch(`${edge.url}/explorer/examples.json`)).json())).toBe(true);
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/..%2fsecret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '//etc/passwd',
    '/assets',
  ])('does not leave its folder: %s', async (target) => {
    expect(await rawGet(target)).toBe(404);
  });

  it('sets the security headers on every answer', async () => {
    for (const path of ['/', '/graphql?query={ping}', '/healthz', '/none']) {
      const { headers } = await fetch(edge.url + path);
      expect([
        headers.get('x-content-type-options'),
        headers.get('x-frame-options'),
        headers.get('referrer-policy'),
      ]).toEqual(['nosniff', 'DENY', 'no-referrer']);
    }
  });
});

describe('CORS', () => {
  const preflight = (origin: string): Promise<Response> =>
    fetch(`${edge.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });

  it('allows listed origins, with the headers they ask for', async () => {
    const { status, headers } = await preflight('https://dashboard.example');
    expect([status, headers.get('access-control-allow-origin')]).toEqual([204, 'https://dashboard.example']);
    expect(headers.get('access-control-allow-headers')).toContain('authorization');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('gives other origins no header', async () => {
    const { headers } = await preflight('https://dashboard.example.evil.example');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('vary')).toBe('Origin');
  });
});

describe('the address', () => {
  it('in use gives one clear error', async () => {
    await expect(toyEdge({ port: edge.port })).rejects.toThrow(
      `Cannot listen on 127.0.0.1:${edge.port}: another process listens there. Stop it, or set PORT to a free port`,
    );
  });
});
