import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { HubError } from '../../src/ground/gql/hub-error.ts';
import type { Edge } from '../../src/graph/edge-options.ts';
import { LIMITS } from '../../src/graph/limits.ts';
import { rawSocket, readySocket, toyEdge } from '../support/toy-edge.ts';
import { toyLeft } from '../support/toy-streams.ts';

let edge: Edge;
beforeAll(async () => {
  edge = await toyEdge();
});
afterAll(() => edge.close());

const subscribe = (id: string, query: string): object => ({ id, type: 'subscribe', payload: { query } });

describe('WebSocket, abused', () => {
  it.each([
    [4400, 'text that is not a message', ['nonsense']],
    [4401, 'an operation before the handshake', [subscribe('1', '{ ping }')]],
    [4429, 'a second handshake', [{ type: 'connection_init' }, { type: 'connection_init' }]],
    [
      4409,
      'the same id twice',
      [{ type: 'connection_init' }, subscribe('1', 'subscription { quiet }'), subscribe('1', 'subscription { quiet }')],
    ],
    [4403, 'a key that is not known', [{ type: 'connection_init', payload: { authorization: 'Bearer nobody' } }]],
    [4403, 'a key at which the hub fails', [{ type: 'connection_init', payload: { authorization: 'Bearer broken' } }]],
  ])('closes with %i on %s', async (code, _name, messages) => {
    const raw = await rawSocket(edge);
    for (const message of messages) {
      raw.send(message);
      // The handshake is asynchronous; its answer comes before what follows makes sense.
      if (
        typeof message === 'object' &&
        'type' in message &&
        message.type === 'connection_init' &&
        !('payload' in message) &&
        message !== messages.at(-1)
      )
        await raw.next();
    }
    expect((await raw.closed).code).toBe(code);
  });

  it('does not talk another protocol', async () => {
    const raw = await rawSocket(edge, 'graphql-ws');
    expect((await raw.closed).code).toBeGreaterThan(1000);
  });

  it('closes with 1009 on a message over the limit', async () => {
    // graphql-ws reports the broken frame on the console.
    const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const raw = await readySocket(edge);
    raw.send('x'.repeat(LIMITS.bodyBytes.value + 1));
    expect((await raw.closed).code).toBe(1009);
    said.mockRestore();
  });

  it(`runs at most ${LIMITS.socketOperations.value} operations on one socket`, async () => {
    const raw = await readySocket(edge);
    const most = LIMITS.socketOperations.value;
    for (let index = 0; index <= most; index++) raw.send(subscribe(`s${index}`, 'subscription { quiet }'));
    const kinds = new Map<string, number>();
    for (let index = 0; index <= most; index++) {
      const { type, id, payload } = await raw.next();
      kinds.set(type, (kinds.get(type) ?? 0) + 1);
      if (type === 'error')
        expect([id, JSON.stringify(payload)]).toEqual([`s${most}`, expect.stringContaining('TOO_MANY_SUBSCRIPTIONS')]);
    }
    expect(Object.fromEntries(kinds)).toEqual({ error: 1, next: most });
    raw.socket.terminate();
  });

  it('answers 404 to an upgrade elsewhere', async () => {
    const other = { ...edge, url: `${edge.url}/elsewhere` };
    expect((await rawSocket(other)).socket.readyState).not.toBe(1);
  });
});

describe('subscriptions', () => {
  it('deliver, complete, and leave their source when the client goes', async () => {
    const raw = await readySocket(edge);
    raw.send(subscribe('c', 'subscription { counted(to: 2) }'));
    const messages = [await raw.next(), await raw.next(), await raw.next()];
    expect(messages.map(({ type, payload }) => [type, payload])).toEqual([
      ['next', { data: { counted: 1 } }],
      ['next', { data: { counted: 2 } }],
      ['complete', undefined],
    ]);
    const before = toyLeft.count;
    raw.send(subscribe('q', 'subscription { quiet }'));
    await raw.next();
    raw.send({ id: 'q', type: 'complete' });
    raw.send({ type: 'ping' });
    expect((await raw.next()).type).toBe('pong');
    expect(toyLeft.count).toBe(before + 1);
    raw.socket.terminate();
  });

  it('mask failures of their source', async () => {
    const raw = await readySocket(edge);
    for (const query of ['subscription { failing }', 'subscription { refused }']) {
      raw.send(subscribe(query, query));
      const texts: string[] = [];
      for (let message = await raw.next(); message.type !== 'complete'; message = await raw.next())
        texts.push(JSON.stringify(message.payload));
      expect(texts.at(-1)).toContain('INTERNAL');
      expect(texts.join()).not.toContain('secret');
    }
    raw.socket.terminate();
  });

  it('over SSE deliver and complete, and leave their source when the client goes', async () => {
    const ask = (query: string, signal: AbortSignal): Promise<Response> =>
      fetch(`${edge.url}/graphql/stream`, {
        method: 'POST',
        headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
        signal,
      });
    const text = await (await ask('subscription { counted(to: 3) }', AbortSignal.timeout(5000))).text();
    expect([...text.matchAll(/^event: (\w+)/gm)].map((match) => match[1])).toEqual([
      'next',
      'next',
      'next',
      'complete',
    ]);

    const before = toyLeft.count;
    const hangUp = new AbortController();
    const reader = (await ask('subscription { quiet }', hangUp.signal)).body?.getReader();
    let read = '';
    while (!read.includes('event: next')) read += new TextDecoder().decode((await reader?.read())?.value);
    hangUp.abort();
    while (toyLeft.count === before) await new Promise((resolve) => setImmediate(resolve));
    expect(toyLeft.count).toBe(before + 1);
  });

  it('close the socket with 4403 when the key is revoked while they run, and send nothing after', async () => {
    let asked = 0;
    const strict = await toyEdge({
      renewContext: (context) => {
        asked += 1;
        if (asked > 1)
          throw new HubError({ code: 'UNAUTHENTICATED', vi: 'Khoá đã thu hồi.', en: 'The key was revoked.' });
        return context;
      },
    });
    const raw = await readySocket(strict, { authorization: 'Bearer an' });
    raw.send(subscribe('c', 'subscription { counted(to: 5) }'));
    expect((await raw.next()).payload).toEqual({ data: { counted: 1 } });
    expect((await raw.closed).code).toBe(4403);
    await strict.close();
  });
});
