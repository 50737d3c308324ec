import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nativeFolder, placeBinaries, replayLinks } from '../../src/ground/database/embedded-binaries.ts';
import { startEmbedded } from '../../src/ground/database/embedded-server.ts';
import { blockingFolder, chooseRunAs, type RunAs } from '../../src/ground/database/embedded-user.ts';
import { withClient } from '../support/postgres.ts';

const silent = (): void => undefined;
// Only root drops to another user, so only root meets folders that are closed to it.
const asRoot = process.getuid?.() === 0 ? it : it.skip;

let root = '';
let runAs: RunAs | undefined;

function links(native: string): { target: string }[] {
  return JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { target: string }[];
}

/** A copy of the package's folder as npm leaves it when it blocks the install script. */
function withoutLinks(folder: string): string {
  const native = join(folder, 'native');
  cpSync(nativeFolder(), native, { recursive: true, verbatimSymlinks: true });
  for (const { target } of links(native)) rmSync(join(folder, target), { force: true });
  return native;
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'phoi-hop-place-'));
  chmodSync(root, 0o711);
  runAs = await chooseRunAs(join(root, 'postgres'), silent);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the programs that npm brings', () => {
  it('get the library links that a blocked install script did not make', async () => {
    const native = withoutLinks(mkdtempSync(join(root, 'links-')));
    chmodSync(join(native, '..'), 0o711);
    expect(await replayLinks(native)).toBe(links(native).length);
    for (const { target } of links(native)) expect(lstatSync(join(native, '..', target)).isSymbolicLink()).toBe(true);
    expect(await replayLinks(native)).toBe(0);
  }, 60_000);

  it('run from their folder once links and execute bits are there', async () => {
    const folder = mkdtempSync(join(root, 'bits-'));
    chmodSync(folder, 0o711);
    const native = withoutLinks(folder);
    chmodSync(join(native, 'bin', 'postgres'), 0o644);
    const found = await placeBinaries(native, [], runAs);
    expect(found).toMatchObject({ postgres: join(native, 'bin', 'postgres'), major: '18' });
  }, 60_000);

  asRoot(
    'are copied when they lie below a closed folder, once',
    async () => {
      const closed = mkdtempSync(join(root, 'closed-'));
      const native = withoutLinks(closed);
      const copies = join(root, 'copies');
      mkdirSync(copies);
      const found = await placeBinaries(native, [join(closed, 'below'), copies], runAs);
      expect(found.postgres.startsWith(copies)).toBe(true);
      const made = statSync(found.postgres).ino;
      expect(statSync((await placeBinaries(native, [copies], runAs)).postgres).ino).toBe(made);
    },
    60_000,
  );

  asRoot(
    'are refused with the closed folder and the cure when there is no place for a copy',
    async () => {
      const closed = mkdtempSync(join(root, 'shut-'));
      const native = withoutLinks(closed);
      await expect(placeBinaries(native, [join(closed, 'below')], runAs)).rejects.toThrow(
        `the folder ${closed} lets nobody else through. Cure: chmod o+x`,
      );
    },
    60_000,
  );

  it('are refused with what they said when they cannot run at all', async () => {
    const broken = mkdtempSync(join(root, 'broken-'));
    chmodSync(broken, 0o711);
    cpSync(join(nativeFolder(), 'bin'), join(broken, 'bin'), { recursive: true });
    await expect(placeBinaries(broken, [], runAs)).rejects.toThrow(
      /cannot be run[^]*(shared librar|dyld|lib)[^]*DATABASE_URL/,
    );
  }, 60_000);
});

describe('root in a folder closed to others', () => {
  asRoot(
    'gets a database all the same, beside the project, and finds it again',
    async () => {
      const closed = mkdtempSync(join(root, 'project-'));
      const options = {
        dataDir: join(closed, '.hub'),
        elsewhere: join(root, 'elsewhere'),
        durable: false,
        log: silent,
      };
      const first = await startEmbedded(options);
      expect(first.pgData.startsWith(join(root, 'elsewhere'))).toBe(true);
      await withClient(first.ownerUrl, (client) => client.query("create table t as select 'đây' as x"));
      await first.stop();
      const second = await startEmbedded(options);
      expect(second.fresh).toBe(false);
      expect((await withClient(second.ownerUrl, (client) => client.query('select x from t'))).rows).toEqual([
        { x: 'đây' },
      ]);
      await second.stop();
      renameSync(closed, `${closed}-moved`);
      await expect(startEmbedded({ ...options, dataDir: join(`${closed}-moved`, '.hub') })).rejects.toThrow(
        'it was moved or copied',
      );
    },
    60_000,
  );

  asRoot(
    'is told the folder and the cure when the data are already below it',
    async () => {
      const project = mkdtempSync(join(root, 'later-'));
      chmodSync(project, 0o711);
      const options = {
        dataDir: join(project, '.hub'),
        elsewhere: join(root, 'elsewhere'),
        durable: false,
        log: silent,
      };
      await (await startEmbedded(options)).stop();
      chmodSync(project, 0o700);
      await expect(startEmbedded(options)).rejects.toThrow(
        `the folder ${project} lets nobody else through. Cure: chmod o+x '${project}'`,
      );
      expect(existsSync(join(project, '.hub', 'hub.lock'))).toBe(false);
    },
    60_000,
  );

  asRoot('finds the outermost closed folder, and none on an open way', async () => {
    const outer = mkdtempSync(join(root, 'outer-'));
    mkdirSync(join(outer, 'inner'), { mode: 0o700 });
    expect(await blockingFolder(join(outer, 'inner'), runAs)).toBe(outer);
    chmodSync(outer, 0o711);
    expect(await blockingFolder(join(outer, 'inner'), runAs)).toBe(join(outer, 'inner'));
    chmodSync(join(outer, 'inner'), 0o711);
    expect(await blockingFolder(join(outer, 'inner'), runAs)).toBeUndefined();
  });
});
