import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { projectPath } from '../../src/ground/project-path.ts';
import { corpus } from '../support/corpus-truth.ts';
import { cloneDatabase, type TestDatabase } from '../support/hub.ts';
import {
  dataFolder,
  dropFolder,
  type Ended,
  hubOn,
  type HubEnvironment,
  inherited,
  runCommand,
  startHub,
  startProgram,
  stopHub,
} from '../support/hub-process.ts';

const TWO_MINUTES = 120_000;
const FILE = '001-ldld-6t-clean.xlsx';
const AS = ['--form', 'LDLD-01', '--organisation', 'LDLD-91', '--place', '91', '--period', '2026-S1'];

let database: TestDatabase;
let folder = '';
let env: HubEnvironment = {};

/** Runs a program of the system to its end in the folder of this test. */
async function run(program: string, args: readonly string[], more: HubEnvironment = {}): Promise<Ended> {
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...inherited(), ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (stdout += part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => (stderr += part));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

/** `npm run hub` as somebody types it in the folder where the reports lie. */
const npmRunHub = (args: readonly string[]): Promise<Ended> =>
  run('npm', ['--prefix', projectPath(), 'run', '-s', 'hub', '--', ...args], env);

beforeEach(async () => {
  database = await cloneDatabase();
  folder = dataFolder();
  env = hubOn(database, folder);
});

afterEach(async () => {
  await database.drop();
  dropFolder(folder);
});

describe('the command line', () => {
  it(
    'finds files from the folder it is called in, also below npm',
    async () => {
      copyFileSync(corpus(FILE), join(folder, 'báo cáo 6 tháng.xlsx'));
      const args = ['intake', 'báo cáo 6 tháng.xlsx', ...AS];
      const told =
        'báo cáo 6 tháng.xlsx: ACCEPT (version 1): 96 new, 0 changed, 0 unchanged, 0 removed, 0 cells rejected\n';
      expect(await npmRunHub(args)).toMatchObject({ code: 0, stdout: told });
      expect(await runCommand(env, args, folder)).toMatchObject({
        code: 0,
        stdout: told.replace('96 new, 0 changed, 0', '0 new, 0 changed, 96'),
      });
    },
    TWO_MINUTES,
  );

  it.each([
    [['intake'], 1, /^intake needs at least one file/],
    [['intake', 'a.xlsx', '--form', 'LDLD-01'], 1, /^intake needs --organisation, --place, --period, or --manifest/],
    [['intake', 'missing.xlsx', ...AS], 1, /missing\.xlsx/],
    [['intake', 'a.xlsx', '--colour', 'red'], 2, /--colour/],
    [['intake', 'a.xlsx', '--manifest', 'missing.json'], 1, /missing\.json/],
    [['key', 'create', '--role', 'OFFICER'], 1, /^A key of the role OFFICER needs --organisation/],
    [['key', 'create', '--role', 'KING'], 1, /^key create --role PARTNER\|/],
    [['demo'], 1, /^This archive holds real reports/],
    [['fly'], 2, /^npm run hub -- COMMAND/],
  ])(
    'refuses %j with code %i and one clear text',
    async (args, code, told) => {
      const ended = await runCommand(env, args, folder);
      expect(ended).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(told) });
      expect(ended.stderr).not.toMatch(/^ {4}at /m);
    },
    TWO_MINUTES,
  );
});

const shared = (...parts: string[]): string => projectPath('..', 'shared', 'corpus', ...parts);
const where = `skipped where ${join('..', 'shared', 'corpus')} is not beside the project`;
describe('an answer that is longer than a pipe', () => {
  it(
    'arrives whole where its reader takes its time, and is cut without a fault where it hangs up',
    async () => {
      // A running hub answers and is done with it; the program must not be before all has left it.
      const hub = await startHub(env);
      const files = Array<string>(4).fill(corpus('003-td-xa-91-merged.xlsx'));
      const as = ['--form', 'TD-02X', '--organisation', 'TD-91', '--place', '91', '--period', '2026-S1'];
      const args = ['intake', ...files, ...as, '--dry-run', '--json'];
      const slow = startProgram('cli', env, args, folder, { pace: 5 });
      const { code, stdout } = await slow.ended;
      expect(code).toBe(0);
      expect(stdout.length).toBeGreaterThan(500_000);
      expect(
        stdout
          .trim()
          .split('\n')
          .map((line) => (JSON.parse(line) as { outcome: string }).outcome),
      ).toEqual(Array(4).fill('ACCEPT'));
      const cut = startProgram('cli', env, args, folder);
      await cut.line('ACCEPT');
      cut.hangUp();
      expect(await cut.ended).toMatchObject({ stderr: '' });
      expect((await stopHub(hub))?.code).toBe(0);
    },
    TWO_MINUTES,
  );
});

describe('the files that officers send', () => {
  (existsSync(shared('score.mjs')) ? it : it.skip)(
    `leave no silently wrong value (${where})`,
    async () => {
      const manifest = shared('manifest.json');
      const names = (JSON.parse(readFileSync(manifest, 'utf8')) as { file: string }[]).map((entry) => entry.file);
      const files = names.map((name) => shared('files', name));
      const ended = await npmRunHub(['intake', ...files, '--dry-run', '--json', '--manifest', manifest]);
      expect(ended.stdout.trim().split('\n')).toHaveLength(names.length);
      const results = join(folder, 'results.jsonl');
      writeFileSync(results, ended.stdout);
      const score = await run(process.execPath, [shared('score.mjs'), results, '--json']);
      const { total } = JSON.parse(score.stdout) as { total: Record<string, number> };
      expect(total).toMatchObject({ silentWrong: 0, missed: 0, false: 0, outcomeRight: names.length });
      expect(score.code).toBe(0);
    },
    TWO_MINUTES,
  );
});
