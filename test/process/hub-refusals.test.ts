import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { nationalSeeds } from '../../src/record/national/load-national.ts';
import { ask } from '../support/hub-client.ts';
import { cloneDatabase } from '../support/hub.ts';
import {
  dataFolder,
  dropFolder,
  hubOn,
  type HubEnvironment,
  processesIn,
  runCommand,
  startHub,
  startProgram,
  stopHub,
  toldOn,
} from '../support/hub-process.ts';
import { testServer, withClient, withDatabase } from '../support/postgres.ts';

const TWO_MINUTES = 120_000;
let folder = '';

beforeEach(() => {
  folder = dataFolder();
});
afterEach(() => dropFolder(folder));

/** Starts a hub that must not come up, and answers what a person is told. */
async function refused(env: HubEnvironment): Promise<string[]> {
  const ended = await startProgram('main', { PORT: '0', HUB_DATA_DIR: folder, ...env }).ended;
  expect(ended.code).toBe(1);
  expect(ended.stdout).not.toContain('ready');
  expect(processesIn(folder)).toEqual([]);
  return toldOn(ended.stderr);
}

/** A TCP port that somebody listens on. */
async function takenPort(): Promise<{ port: string; free(): void }> {
  const server = createServer();
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
  const address = server.address();
  return { port: String(typeof address === 'object' ? address?.port : ''), free: () => server.close() };
}

describe('a hub that cannot start', () => {
  it(
    'names every variable that is wrong, all at once, and touches nothing',
    async () => {
      const told = await refused({
        PORT: '70000',
        HUB_DEMO: 'maybe',
        LOG_LEVEL: 'loud',
        DATABASE_URL: 'mysql://u:geheim@h/d',
        HUB_DATA_DIR: folder,
      });
      expect(told).toHaveLength(4);
      for (const name of ['PORT', 'HUB_DEMO', 'LOG_LEVEL', 'DATABASE_URL']) {
        expect(told).toContainEqual(expect.stringMatching(new RegExp(`^${name} is .*; accepted is .*\\.$`)));
      }
      expect(told.join()).not.toContain('geheim');
      expect(existsSync(join(folder, 'postgres'))).toBe(false);
    },
    TWO_MINUTES,
  );

  it(
    'says that its port is taken and by what it is freed; the next start has everything',
    async () => {
      const { port, free } = await takenPort();
      const told = await refused({ PORT: port });
      free();
      expect(told).toEqual([
        `Cannot listen on 127.0.0.1:${port}: another process listens there. Stop it, or set PORT to a free port (0 takes any).`,
      ]);
      const hub = await startHub({ HUB_DATA_DIR: folder, PORT: port });
      expect(hub.url).toBe(`http://127.0.0.1:${port}`);
      expect((await stopHub(hub))?.code).toBe(0);
    },
    TWO_MINUTES,
  );

  it(
    'shows the keys of the demo even where the port is taken: they cannot be read again',
    async () => {
      const { port, free } = await takenPort();
      const ended = await startProgram('main', { HUB_DATA_DIR: folder, PORT: port }).ended;
      free();
      expect(ended.code).toBe(1);
      const admin = /ADMIN +(phoihop_\S+)/.exec(ended.stdout)?.[1];
      const hub = await startHub({ HUB_DATA_DIR: folder });
      expect(await ask(hub.url, '{ viewer { role } }', {}, admin)).toEqual({ viewer: { role: 'ADMIN' } });
      await stopHub(hub);
    },
    TWO_MINUTES,
  );

  it(
    'names the hub that uses its folder, and leaves that one alone',
    async () => {
      const hub = await startHub({ HUB_DATA_DIR: folder, HUB_DEMO: 'off' });
      const second = await startProgram('main', { PORT: '0', HUB_DATA_DIR: folder, HUB_DEMO: 'off' }).ended;
      expect(second.code).toBe(1);
      expect(toldOn(second.stderr)).toEqual([
        expect.stringContaining(`${folder} is in use by a running hub, process ${hub.pid}.`),
      ]);
      expect((await fetch(`${hub.url}/readyz`)).status).toBe(200);
      expect((await runCommand({ HUB_DATA_DIR: folder }, ['verify'])).code).toBe(0);
      expect((await stopHub(hub))?.code).toBe(0);
    },
    TWO_MINUTES,
  );

  it(
    'does so too where both use a server of their own',
    async () => {
      const database = await cloneDatabase();
      const env = { ...hubOn(database, folder), PORT: '0' };
      const hub = await startHub(env);
      const second = await startProgram('main', env).ended;
      expect(second.code).toBe(1);
      expect(toldOn(second.stderr)).toEqual([expect.stringContaining(`${folder} is in use by another running hub.`)]);
      expect((await runCommand(env, ['verify'])).code).toBe(0);
      expect((await stopHub(hub))?.code).toBe(0);
      await database.drop();
    },
    TWO_MINUTES,
  );

  it(
    'does not touch a database that knows more than it does',
    async () => {
      const database = await cloneDatabase();
      await withClient(withDatabase(testServer().superUrl, database.name), (client) =>
        client.query(`insert into migration (timestamp, name) values (9999999999999, 'Tomorrow9999999999999')`),
      );
      expect(await refused(hubOn(database, folder))).toEqual([
        expect.stringMatching(
          /^The database is ahead of this hub: it has run Tomorrow9999999999999.* Start the version that ran it, or a newer one\.$/,
        ),
      ]);
      await database.drop();
    },
    TWO_MINUTES,
  );

  it(
    'says that nobody answers at DATABASE_URL, without its password',
    async () => {
      const { port, free } = await takenPort();
      free();
      const told = await refused({ DATABASE_URL: `postgres://hub:geheim@127.0.0.1:${port}/hub` });
      expect(told).toEqual([expect.stringMatching(new RegExp(`DATABASE_URL.*127\\.0\\.0\\.1:${port}`))]);
      expect(told.join()).not.toContain('geheim');
    },
    TWO_MINUTES,
  );
});

describe('a hub that was killed', () => {
  it(
    'is started again over its lock and its socket, with its data there and the command line joined',
    async () => {
      const env = { HUB_DATA_DIR: folder, HUB_DEMO: 'off' };
      const killed = await startHub(env);
      const key = await runCommand(env, ['key', 'create', '--role', 'PARTNER']);
      killed.kill('SIGKILL');
      await killed.ended;
      expect(existsSync(join(folder, 'hub.lock'))).toBe(true);
      expect(existsSync(join(folder, 'hub.sock'))).toBe(true);
      const hub = await startHub(env);
      expect(
        await ask(hub.url, '{ viewer { role } movements(first: 1) { totalCount } }', {}, key.stdout.trim()),
      ).toEqual({
        viewer: { role: 'PARTNER' },
        movements: { totalCount: nationalSeeds().movements.length },
      });
      expect((await runCommand(env, ['verify'])).stdout).toContain('all equal');
      expect((await stopHub(hub))?.code).toBe(0);
      expect([existsSync(join(folder, 'hub.lock')), existsSync(join(folder, 'hub.sock')), processesIn(folder)]).toEqual(
        [false, false, []],
      );
    },
    TWO_MINUTES,
  );
});
