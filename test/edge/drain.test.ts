import { Agent, get as httpGet } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import type { Edge } from '../../src/graph/edge-options.ts';
import { askHttp, gate, readySocket, toyEdge } from '../support/toy-edge.ts';

interface Got {
  readonly status: number;
  readonly close: boolean;
}

function getOnce(edge: Edge, agent: Agent, path: string): Promise<Got> {
  return new Promise((resolve, reject) => {
    httpGet({ host: '127.0.0.1', port: edge.port, path, agent }, (response) => {
      response.resume();
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, close: response.headers.connection === 'close' }),
      );
    }).on('error', reject);
  });
}

/** A client behind a balancer: it asks again and again on one connection, and leaves when told to. */
async function busy(edge: Edge): Promise<{ answers: number; failure?: unknown }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    for (let answers = 1; ; answers++) {
      const { status, close } = await getOnce(edge, agent, '/graphql?query={ping}');
      if (status !== 200) return { answers, failure: status };
      if (close) return { answers };
    }
  } catch (failure) {
    return { answers: 0, failure };
  } finally {
    agent.destroy();
  }
}

describe('drain', () => {
  it('resets no busy keep-alive client, finishes what is in flight, and closes sockets with 1001', async () => {
    const held = gate();
    const edge = await toyEdge({ held: held.promise });
    const clients = Array.from({ length: 20 }, () => busy(edge));
    const slow = askHttp(edge, { query: '{ slow }' });
    const socket = await readySocket(edge);
    socket.send({ id: '1', type: 'subscribe', payload: { query: 'subscription { quiet }' } });
    await socket.next();
    const stream = await fetch(`${edge.url}/graphql/stream?query=${encodeURIComponent('subscription { quiet }')}`, {
      headers: { accept: 'text/event-stream' },
    });
    expect(await (await fetch(`${edge.url}/readyz`)).json()).toEqual({ status: 'ready' });

    const drained = edge.drain();
    const readiness = await fetch(`${edge.url}/readyz`);
    expect([readiness.status, readiness.headers.get('connection')]).toEqual([503, 'close']);
    expect((await fetch(`${edge.url}/healthz`)).status).toBe(200);

    const left = await Promise.all(clients);
    expect(left.filter(({ failure }) => failure !== undefined)).toEqual([]);
    expect(await socket.closed).toEqual({ code: 1001, reason: 'Going away' });
    const events = await stream.text();
    expect(events).toContain('event: next');
    expect(events).not.toContain('event: complete');

    held.open();
    expect(await slow).toMatchObject({ status: 200, data: { slow: 'xong' } });
    await drained;
    await expect(fetch(`${edge.url}/healthz`)).rejects.toThrow('fetch failed');
    await edge.close();
  });

  it('refuses new operations on a socket that is still open, with its code', async () => {
    const edge = await toyEdge({ settleMs: 200 });
    const socket = await readySocket(edge);
    const drained = edge.drain();
    socket.send({ id: '1', type: 'subscribe', payload: { query: '{ ping }' } });
    expect(JSON.stringify(await socket.next())).toContain('SHUTTING_DOWN');
    await drained;
    await edge.close();
  });

  it('does not wait longer than its grace for an answer that never comes', async () => {
    const edge = await toyEdge({ held: gate().promise, graceMs: 100, settleMs: 10 });
    const lost = askHttp(edge, { query: '{ slow }' }).then(
      () => 'answered',
      () => 'cut',
    );
    await getOnce(edge, new Agent(), '/healthz');
    await edge.drain();
    expect(await lost).toBe('cut');
    await edge.close();
  });

  it('is the same drain when asked twice, and closing twice is fine', async () => {
    const edge = await toyEdge();
    await Promise.all([edge.drain(), edge.drain()]);
    await Promise.all([edge.close(), edge.close()]);
    const other = await toyEdge();
    await other.close();
    await expect(fetch(`${other.url}/healthz`)).rejects.toThrow('fetch failed');
  });
});
