import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EmbeddedServer, startEmbedded } from '../../src/ground/database/embedded-server.ts';
import { corpus } from '../support/corpus-truth.ts';
import { type Listener, listenOverSocket, listenOverSse, send } from '../support/hub-client.ts';
import {
  dataFolder,
  dropFolder,
  type HubEnvironment,
  type RunningHub,
  runCommand,
  startHub,
  stopHub,
} from '../support/hub-process.ts';
import { withClient } from '../support/postgres.ts';

const TWO_MINUTES = 120_000;
const AS = { form: 'HPN-01', organisation: 'HPN-91', place: '91', period: '2026-S1' };

let serverFolder = '';
let folder = '';
let server: EmbeddedServer;
let env: HubEnvironment = {};
let hub: RunningHub;
let key = '';

/** A server of this test alone that can be stopped and started; its address and logins stay. */
const startServer = (): Promise<EmbeddedServer> =>
  startEmbedded({ dataDir: serverFolder, durable: false, log: () => undefined });

async function statusOf(path: string): Promise<number> {
  const response = await fetch(`${hub.url}${path}`);
  await response.arrayBuffer();
  return response.status;
}

/**
 * Asks until the hub answers so; Jest's own time limit ends it. A hub that has ended fails at once with what it said last; a
 * single connection that broke is asked again on a new one, because only the life of the hub is claimed here.
 */
async function untilStatus(path: string, status: number): Promise<void> {
  let ended = false;
  void hub.ended.then(() => (ended = true));
  for (;;) {
    const answer = await statusOf(path).catch(() => null);
    if (ended) throw new Error(`The hub ended while it was asked for ${path}: ${hub.errors()}`);
    if (answer === status) return;
    await new Promise((next) => setTimeout(next, 20));
  }
}

beforeAll(async () => {
  serverFolder = dataFolder();
  folder = dataFolder();
  server = await startServer();
  env = { HUB_DATA_DIR: folder, DATABASE_URL: server.ownerUrl };
  hub = await startHub(env);
  key = (await runCommand(env, ['key', 'create', '--role', 'ADMIN'])).stdout.trim();
}, TWO_MINUTES);

afterAll(async () => {
  await stopHub(hub);
  await server.stop();
  dropFolder(serverFolder);
  dropFolder(folder);
}, TWO_MINUTES);

const publish = async (file: string, form: string, organisation: string): Promise<number | null> => {
  const as = ['--form', form, '--organisation', organisation, '--place', '91', '--period', '2026-S1', '--publish'];
  return (await runCommand(env, ['intake', corpus(file), ...as])).code;
};

/** The type of the first event that each hears next. */
const heard = (listeners: Listener[]): Promise<(string | undefined)[]> =>
  Promise.all(listeners.map(async (one) => (await one.next())[0]?.type));

describe('a hub whose database', () => {
  it(
    'cuts every connection loses no subscriber over it',
    async () => {
      const listeners = await Promise.all([listenOverSocket(hub.url), listenOverSse(hub.url)]);
      const cut = await withClient(server.superUrl, async (client) =>
        client.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'phoi-hop %'`),
      );
      expect(cut.rowCount).toBeGreaterThan(2);
      await untilStatus('/readyz', 200);
      expect(await publish('001-ldld-6t-clean.xlsx', 'LDLD-01', 'LDLD-91')).toBe(0);
      expect(await heard(listeners)).toEqual(['REPORT_PUBLISHED', 'REPORT_PUBLISHED']);
      for (const one of listeners) one.close();
    },
    TWO_MINUTES,
  );

  it(
    'is gone lives on, says so where it is asked, and takes up its work with its subscribers when it is back',
    async () => {
      const listeners = await Promise.all([listenOverSocket(hub.url), listenOverSse(hub.url)]);
      await server.stop();
      await untilStatus('/readyz', 503);
      expect(await statusOf('/healthz')).toBe(200);
      const asked = await fetch(`${hub.url}/graphql?query={places(first:1){nodes{code}}}`, {
        headers: { 'apollo-require-preflight': '1' },
      });
      const text = await asked.text();
      expect(JSON.parse(text)).toMatchObject({
        errors: [{ extensions: { code: 'INTERNAL', id: expect.any(String) } }],
      });
      expect(text).not.toMatch(/ECONN|ENOENT|socket|postgres|select/i);
      expect((await send(hub.url, { name: 'x.csv', bytes: Buffer.from('x') }, AS, key)).status).toBe(500);
      expect((await runCommand(env, ['verify'])).code).toBe(1);

      server = await startServer();
      await untilStatus('/readyz', 200);
      expect(await publish('003-td-xa-91-merged.xlsx', 'TD-02X', 'TD-91')).toBe(0);
      expect(await heard(listeners)).toEqual(['REPORT_PUBLISHED', 'REPORT_PUBLISHED']);
      const late = await listenOverSocket(hub.url);
      expect(await publish('008-hpn-6t-semicolon.csv', 'HPN-01', 'HPN-91')).toBe(0);
      expect(await late.next()).toMatchObject([{ type: 'REPORT_PUBLISHED', organisation: { code: 'HPN-91' } }]);
      for (const one of [...listeners, late]) one.close();
    },
    TWO_MINUTES,
  );

  it(
    'is gone still stops when it is told to, with 0',
    async () => {
      await server.stop();
      await untilStatus('/readyz', 503);
      expect((await stopHub(hub))?.code).toBe(0);
      server = await startServer();
    },
    TWO_MINUTES,
  );
});
