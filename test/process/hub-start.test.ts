import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoSchedule } from '../../src/demo/reports/schedule.ts';
import { ask } from '../support/hub-client.ts';
import {
  dataFolder,
  dropFolder,
  type HubEnvironment,
  processesIn,
  runCommand,
  startHub,
  startProgram,
  stopHub,
  toldOn,
} from '../support/hub-process.ts';
import { createDatabase, dropDatabase, testServer, withClient } from '../support/postgres.ts';

const TWO_MINUTES = 120_000;
const KEY_LINE = /^demo key, shown once, (\w+) +(phoihop_[\w-]{43})$/;

let folder = '';
let env: HubEnvironment = {};

/** Role and key of every demo key that a start printed. */
const keysIn = (stdout: string): Record<string, string> =>
  Object.fromEntries(
    stdout.split('\n').flatMap((line) => (KEY_LINE.test(line) ? [line.match(KEY_LINE)?.slice(1) ?? []] : [])),
  );

interface Reports {
  reports: { totalCount: number; nodes: { published: { synthetic: boolean } | null }[] };
}
const REPORTS = '{ reports(first: 100) { totalCount nodes { published { synthetic } } } }';
/** How many reports everybody can see once the demo is in. */
const PUBLISHED = new Set(demoSchedule().flatMap(({ name, outcome }) => (outcome === 'PUBLISHED' ? [name] : []))).size;

/** Asks a hub for its reports: all of the demo's, the first hundred published and synthetic. */
async function expectDemo(url: string): Promise<void> {
  const { reports } = await ask<Reports>(url, REPORTS);
  expect(reports.totalCount).toBe(PUBLISHED);
  expect(reports.nodes.map(({ published }) => published)).toEqual(Array(100).fill({ synthetic: true }));
}

beforeAll(() => {
  folder = dataFolder();
  env = { HUB_DATA_DIR: folder };
});

afterAll(() => dropFolder(folder));

// One archive, start after start, as it grows on somebody's machine.
describe('a hub that is started with nothing but npm', () => {
  let keys: Record<string, string> = {};

  it(
    'says where it is, shows the keys of the demo and has its synthetic reports published',
    async () => {
      const hub = await startHub(env);
      expect(hub.lines.at(-1)).toMatch(/^Phối Hợp is ready at http:\/\/127\.0\.0\.1:\d+$/);
      expect((await fetch(`${hub.url}/readyz`)).status).toBe(200);
      keys = keysIn(hub.lines.join('\n'));
      expect(Object.keys(keys)).toEqual(['ADMIN', 'OFFICER', 'REVIEWER', 'ANALYST', 'PARTNER']);
      await expectDemo(hub.url);
      for (const [role, key] of Object.entries(keys)) {
        expect(await ask(hub.url, '{ viewer { role } }', {}, key)).toEqual({ viewer: { role } });
      }
      const ended = await stopHub(hub);
      expect(ended?.code).toBe(0);
      const log = ended?.stderr.trim().split('\n') ?? [];
      expect(log.length).toBeGreaterThan(1);
      for (const line of log)
        expect(JSON.parse(line)).toMatchObject({
          level: expect.any(Number),
          time: expect.any(Number),
          msg: expect.any(String),
        });
      expect(`${ended?.stderr}`).not.toContain('phoihop_');
      expect(processesIn(folder)).toEqual([]);
    },
    TWO_MINUTES,
  );

  it(
    'has all of it at the second start, and shows no key again',
    async () => {
      const hub = await startHub({ ...env, LOG_LEVEL: 'silent' });
      expect(hub.lines.join('\n')).not.toMatch(/demo|migration/);
      await expectDemo(hub.url);
      expect(await ask(hub.url, '{ viewer { role } }', {}, keys['OFFICER'])).toEqual({ viewer: { role: 'OFFICER' } });
      expect(await stopHub(hub)).toMatchObject({ code: 0, stderr: '' });
    },
    TWO_MINUTES,
  );

  it(
    'stamps what comes in later as synthetic too',
    async () => {
      const ended = await runCommand(env, ['demo']);
      expect(ended).toMatchObject({ code: 0, stdout: 'the demo reports were in already\n' });
    },
    TWO_MINUTES,
  );

  it(
    'is refused as an archive of real reports',
    async () => {
      const ended = await startProgram('main', { ...env, PORT: '0', HUB_DEMO: 'off', LOG_LEVEL: 'silent' }).ended;
      expect(ended.code).toBe(1);
      expect(toldOn(ended.stderr)).toEqual([
        expect.stringContaining('HUB_DEMO=off, but this archive holds the synthetic demo reports'),
      ]);
      expect(processesIn(folder)).toEqual([]);
    },
    TWO_MINUTES,
  );

  it(
    'does not listen beyond this machine while the demo keys open it, and does once they are revoked',
    async () => {
      const open = { ...env, PORT: '0', HOST: '0.0.0.0' };
      const refused = await startProgram('main', open).ended;
      expect(refused.code).toBe(1);
      expect(toldOn(refused.stderr)).toEqual([expect.stringMatching(/^HOST=0\.0\.0\.0 .*key revoke --demo/)]);
      expect(await runCommand(env, ['key', 'revoke', '--demo'])).toMatchObject({
        code: 0,
        stdout: '5 demo keys revoked\n',
      });
      const hub = await startHub(open);
      const url = hub.url.replace('0.0.0.0', '127.0.0.1');
      const denied = await fetch(`${url}/graphql?query={viewer{role}}`, {
        headers: { authorization: `Bearer ${keys['ADMIN']}` },
      });
      expect(denied.status).toBe(401);
      expect((await stopHub(hub))?.code).toBe(0);
    },
    TWO_MINUTES,
  );
});

describe('a first start that does not come to an end', () => {
  it.each(['migration Report', 'organisation_version'])(
    'killed at “%s” is made good by the next',
    async (point) => {
      const fresh = dataFolder();
      const own = { HUB_DATA_DIR: fresh, HUB_DEMO: 'off' };
      await killedAt(point, own);
      const hub = await startHub(own);
      const counts = '{ places(first: 1) { totalCount } organisations(first: 1) { totalCount } }';
      const found = await ask<Record<'places' | 'organisations', { totalCount: number }>>(hub.url, counts);
      expect([found.places.totalCount > 3_000, found.organisations.totalCount > 200]).toEqual([true, true]);
      expect((await runCommand(own, ['verify'])).stdout).toContain('all equal');
      expect((await stopHub(hub))?.code).toBe(0);
      expect(processesIn(fresh)).toEqual([]);
      dropFolder(fresh);
    },
    TWO_MINUTES,
  );

  it(
    'beyond this machine makes no demo and no keys; killed in the middle of the demo is made good by the next',
    async () => {
      const fresh = dataFolder();
      const own = { HUB_DATA_DIR: fresh };
      const ended = await startProgram('main', { ...own, PORT: '0', HOST: '0.0.0.0' }).ended;
      expect(ended.code).toBe(1);
      expect(toldOn(ended.stderr)).toEqual([expect.stringMatching(/^HOST=0\.0\.0\.0 .*HUB_DEMO=off/)]);
      expect(keysIn(ended.stdout)).toEqual({});
      expect(keysIn(await killedAt(`demo 12/${demoSchedule().length}`, own))).toEqual({});
      const hub = await startHub(own);
      expect(Object.keys(keysIn(hub.lines.join('\n')))).toHaveLength(5);
      await expectDemo(hub.url);
      expect((await runCommand(own, ['verify'])).stdout).toContain('all equal');
      expect((await stopHub(hub))?.code).toBe(0);
      expect(processesIn(fresh)).toEqual([]);
      dropFolder(fresh);
    },
    TWO_MINUTES,
  );

  /** A start that is killed as it says what it is doing; answers what it had said. */
  async function killedAt(point: string, own: HubEnvironment): Promise<string> {
    const killed = startProgram('main', { ...own, PORT: '0' });
    await killed.line(point);
    killed.kill('SIGKILL');
    const { code, stdout } = await killed.ended;
    expect(code).toBeNull();
    return stdout;
  }
});

describe('a hub on a server of somebody else', () => {
  it(
    'works with logins that were made for it, whatever they are called, and takes the demo where it is told to',
    async () => {
      const server = testServer();
      const name = 'somebody_elses';
      const ownerUrl = await createDatabase(server, name);
      const logins = ['Nguoi dung', 'danh-so', 'doc'].map((login) => `${login} ${process.pid}`);
      const urls = logins.map((login) =>
        Object.assign(new URL(ownerUrl), { username: encodeURIComponent(login), password: 'pw' }).toString(),
      );
      await withClient(server.superUrl, async (client) => {
        for (const login of logins) await client.query(`create role "${login}" login noinherit password 'pw'`);
      });
      const [HUB_RUNTIME_URL = '', HUB_SEQUENCER_URL = '', HUB_READER_URL = ''] = urls;
      const env = { HUB_DATA_DIR: folder, DATABASE_URL: ownerUrl, HUB_RUNTIME_URL, HUB_SEQUENCER_URL, HUB_READER_URL };
      const hub = await startHub({ ...env, HUB_DEMO: 'on' });
      await expectDemo(hub.url);
      expect((await stopHub(hub))?.code).toBe(0);
      await dropDatabase(server, name);
      await withClient(server.superUrl, async (client) => {
        for (const login of logins) await client.query(`drop role "${login}"`);
      });
    },
    TWO_MINUTES,
  );
});
