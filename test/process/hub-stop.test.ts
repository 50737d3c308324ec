import { Agent, get, request } from 'node:http';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { corpus } from '../support/corpus-truth.ts';
import { ask } from '../support/hub-client.ts';
import {
  dataFolder,
  dropFolder,
  processesIn,
  type RunningHub,
  runCommand,
  startHub,
  startProgram,
  toldOn,
} from '../support/hub-process.ts';

const TWO_MINUTES = 120_000;
const QUERY = '/graphql?query={viewer{role}}';
/** The report of the uploads below with all of its figures, as `reports` lists it. */
const WHOLE = { versions: [{ figures: { totalCount: 88 } }] };

let folder = '';
let hub: RunningHub;

beforeEach(async () => {
  folder = dataFolder();
  hub = await startHub({ HUB_DATA_DIR: folder, HUB_DEMO: 'off' });
}, TWO_MINUTES);

afterEach(async () => {
  hub.kill('SIGKILL');
  await hub.ended;
  dropFolder(folder);
}, TWO_MINUTES);

/** One GET on a connection of the agent: its status, and whether the hub says good-bye with it. */
function getOnce(agent: Agent, path: string): Promise<{ status: number; bye: boolean }> {
  return new Promise((done, failed) => {
    get(`${hub.url}${path}`, { agent }, (response) => {
      response.resume();
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, bye: response.headers.connection === 'close' }),
      );
    }).on('error', failed);
  });
}

/** A client that asks again and again on one connection until the hub says good-bye; answers what went wrong, if anything. */
async function busyClient(began: () => void): Promise<unknown> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    for (let answers = 1; ; answers++) {
      const { status, bye } = await getOnce(agent, QUERY);
      if (answers === 3) began();
      if (status !== 200) return status;
      if (bye) return 'good-bye';
    }
  } catch (fault) {
    return fault;
  } finally {
    agent.destroy();
  }
}

/** A WebSocket that listens to the feed: resolves when it does, with the promise of how it is closed. */
async function idleSocket(): Promise<{ closed: Promise<number> }> {
  const socket = new WebSocket(`${hub.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const closed = new Promise<number>((end) => socket.on('close', end));
  await new Promise<void>((listening, failed) => {
    socket.on('error', failed);
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', (text) => {
      const { type } = JSON.parse((text as Buffer).toString('utf8')) as { type: string };
      const payload = { query: 'subscription { events { cursor } }' };
      if (type === 'connection_ack') socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));
      if (type === 'next') listening();
    });
  });
  return { closed };
}

/** An upload that the hub has begun to read: `finish` sends the rest and answers status and text. */
async function slowUpload(key: string): Promise<{ finish(): Promise<{ status: number; text: string }> }> {
  const fields = { form: 'HPN-01', organisation: 'HPN-91', place: '91', period: '2026-S1' };
  const parts = Object.entries(fields).map(
    ([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--b\r\nContent-Disposition: form-data; name="file"; filename="x.csv"\r\n\r\n`;
  const file = readFileSync(corpus('008-hpn-6t-semicolon.csv'));
  const outgoing = request(`${hub.url}/intake`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'multipart/form-data; boundary=b',
      expect: '100-continue',
    },
  });
  const answered = new Promise<{ status: number; text: string }>((done, failed) => {
    outgoing.on('error', failed);
    outgoing.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => done({ status: response.statusCode ?? 0, text }));
    });
  });
  // A test may leave before the answer.
  answered.catch(() => undefined);
  // The hub's word that it has the head of the request: from then on it is in flight.
  await new Promise<void>((go) => outgoing.on('continue', () => go()));
  outgoing.write(parts.join('') + head);
  outgoing.write(file.subarray(0, 100));
  return {
    finish: () => {
      outgoing.end(Buffer.concat([file.subarray(100), Buffer.from('\r\n--b--\r\n')]));
      return answered;
    },
  };
}

/** Asks `/readyz` until it is no longer 200, and answers what it is then. */
async function untilUnready(): Promise<number> {
  for (;;) {
    const { status } = await fetch(`${hub.url}/readyz`, { headers: { connection: 'close' } });
    if (status !== 200) return status;
  }
}

describe('SIGTERM to a busy hub', () => {
  it(
    'fails readiness first, finishes what is in flight, closes sockets with 1001 and ends with 0, the database too',
    async () => {
      const key = (await runCommand({ HUB_DATA_DIR: folder }, ['key', 'create', '--role', 'ADMIN'])).stdout.trim();
      let atWork = 0;
      let allAtWork = (): void => undefined;
      const busy = new Promise<void>((all) => (allAtWork = all));
      const clients = Array.from({ length: 10 }, () => busyClient(() => ++atWork === 10 && allAtWork()));
      const [upload, socket] = await Promise.all([slowUpload(key), idleSocket(), busy]);

      hub.kill('SIGTERM');
      expect(await untilUnready()).toBe(503);
      expect((await fetch(`${hub.url}/healthz`)).status).toBe(200);
      expect(await Promise.all(clients)).toEqual(Array(10).fill('good-bye'));
      expect(await socket.closed).toBe(1001);
      const { status, text } = await upload.finish();
      expect([status, JSON.parse(text)]).toEqual([200, expect.objectContaining({ outcome: 'ACCEPT', version: 1 })]);

      const ended = await hub.ended;
      expect(ended.code).toBe(0);
      expect(toldOn(ended.stderr)).toEqual([]);
      expect(processesIn(folder)).toEqual([]);
      // What was answered is there: the report of the upload that finished while the hub was stopping.
      const again = await runCommand({ HUB_DATA_DIR: folder }, [
        'intake',
        corpus('008-hpn-6t-semicolon.csv'),
        '--form',
        'HPN-01',
        '--organisation',
        'HPN-91',
        '--place',
        '91',
        '--period',
        '2026-S1',
      ]);
      expect(again.stdout).toContain('88 unchanged');
    },
    TWO_MINUTES,
  );

  it(
    'does not wait for a command that its caller gave a hundred files, and says where it stopped',
    async () => {
      const file = corpus('003-td-xa-91-merged.xlsx');
      const args = [
        'intake',
        ...Array(100).fill(file),
        '--form',
        'TD-02X',
        '--organisation',
        'TD-91',
        '--place',
        '91',
        '--period',
        '2026-S1',
      ];
      const command = startProgram('cli', { HUB_DATA_DIR: folder }, args);
      await command.line('version 1');
      hub.kill('SIGTERM');
      const { code, stderr, stdout } = await command.ended;
      const done = stdout.trim().split('\n').length;
      expect(code).toBe(1);
      expect(stderr).toContain(`Stopped before 003-td-xa-91-merged.xlsx: ${done} of 100 files were read.`);
      expect(done).toBeLessThan(100);
      expect((await hub.ended).code).toBe(0);
    },
    TWO_MINUTES,
  );

  it(
    'and again leaves at once, without leaving a database behind',
    async () => {
      const key = (await runCommand({ HUB_DATA_DIR: folder }, ['key', 'create', '--role', 'ADMIN'])).stdout.trim();
      await slowUpload(key);
      hub.kill('SIGTERM');
      expect(await untilUnready()).toBe(503);
      // Two signals within a quarter of a second count as one: npm and the terminal send one each.
      const again = setInterval(() => hub.kill('SIGTERM'), 50);
      expect((await hub.ended).code).toBe(1);
      clearInterval(again);
      while (processesIn(folder).length > 0) await new Promise((next) => setTimeout(next, 20));
    },
    TWO_MINUTES,
  );
});

describe('a hub that is killed', () => {
  it(
    'in the middle of an upload has nothing of it; as the last of it arrives all or nothing; sent again it is one report',
    async () => {
      const key = (await runCommand({ HUB_DATA_DIR: folder }, ['key', 'create', '--role', 'ADMIN'])).stdout.trim();
      const reports = async (): Promise<number> => {
        const all = '{ reports(first: 9) { totalCount nodes { versions { figures(first: 1) { totalCount } } } } }';
        const found = await ask<{ reports: { totalCount: number; nodes: object[] } }>(hub.url, all, {}, key);
        expect(found.reports.nodes).toEqual(Array(found.reports.totalCount).fill(WHOLE));
        return found.reports.totalCount;
      };
      const restarted = async (): Promise<void> => {
        hub.kill('SIGKILL');
        await hub.ended;
        hub = await startHub({ HUB_DATA_DIR: folder, HUB_DEMO: 'off' });
      };
      await slowUpload(key);
      await restarted();
      expect(await reports()).toBe(0);

      const { finish } = await slowUpload(key);
      const lost = finish().catch(() => null);
      await restarted();
      const kept = await reports();
      expect([0, 1]).toContain(kept);
      // What was answered is there.
      if ((await lost)?.status === 200) expect(kept).toBe(1);

      const { status, text } = await (await slowUpload(key)).finish();
      expect([status, JSON.parse(text)]).toEqual([200, expect.objectContaining({ outcome: 'ACCEPT', version: 1 })]);
      expect(await reports()).toBe(1);
      expect((await runCommand({ HUB_DATA_DIR: folder }, ['verify'])).stdout).toContain('all equal');
    },
    TWO_MINUTES,
  );
});

describe('a caller who hangs up', () => {
  it(
    'in the middle of an upload does the hub no harm',
    async () => {
      const key = (await runCommand({ HUB_DATA_DIR: folder }, ['key', 'create', '--role', 'ADMIN'])).stdout.trim();
      const { port, hostname } = new URL(hub.url);
      const head = `POST /intake HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer ${key}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 5000\r\nExpect: 100-continue\r\n\r\n`;
      const body = '--b\r\nContent-Disposition: form-data; name="file"; filename="x.csv"\r\n\r\nSTT;Chỉ tiêu';
      for (let caller = 0; caller < 5; caller++) {
        const socket = connect(Number(port), hostname, () => socket.write(head));
        await new Promise((go) => socket.once('data', go));
        await new Promise((sent) => socket.write(body, sent));
        socket.resetAndDestroy();
      }
      expect((await fetch(`${hub.url}/readyz`)).status).toBe(200);
      hub.kill('SIGTERM');
      expect((await hub.ended).code).toBe(0);
    },
    TWO_MINUTES,
  );
});
