import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { nativeFolder } from '../../src/ground/database/embedded-binaries.ts';
import { processMark } from '../../src/ground/database/embedded-lock.ts';
import { type EmbeddedServer, startEmbedded } from '../../src/ground/database/embedded-server.ts';
import { chooseRunAs } from '../../src/ground/database/embedded-user.ts';
import { postmasterOf, startChild } from '../support/child.ts';
import { withClient } from '../support/postgres.ts';

let dataDir = '';
let running: EmbeddedServer | undefined;
let lines: string[] = [];

async function start(): Promise<EmbeddedServer> {
  running = await startEmbedded({ dataDir, durable: false, log: (line) => void lines.push(line) });
  return running;
}

async function ask(url: string, sql: string): Promise<unknown> {
  return withClient(
    url,
    async (client) => (await client.query({ text: sql, rowMode: 'array' })).rows[0]?.[0] as unknown,
  );
}

/** Waits for something another process does; Jest's own time limit ends it. */
async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise((next) => setTimeout(next, 10));
}

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'phoi-hop-life-'));
  chmodSync(dataDir, 0o711);
  lines = [];
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
  rmSync(dataDir, { recursive: true, force: true });
});

describe('the embedded server', () => {
  it('starts from nothing in UTF8, and again with the same data', async () => {
    const first = await start();
    expect(first.fresh).toBe(true);
    expect(await ask(first.ownerUrl, 'show server_encoding')).toBe('UTF8');
    expect(await ask(first.ownerUrl, "select upper('đặng thị')")).toBe('ĐẶNG THỊ');
    await ask(first.ownerUrl, "create table t as select 'còn đây' as x");
    await first.stop();
    expect(existsSync(join(dataDir, 'hub.lock'))).toBe(false);
    const second = await start();
    expect(second.fresh).toBe(false);
    expect(await ask(second.ownerUrl, 'select x from t')).toBe('còn đây');
    expect(second.ownerUrl).toBe(first.ownerUrl);
  }, 60_000);

  it('gives the owner the making of roles and databases, and no more', async () => {
    const { ownerUrl } = await start();
    expect(
      await ask(
        ownerUrl,
        'select row(rolsuper, rolbypassrls, rolcreaterole, rolcreatedb)::text from pg_roles where rolname = current_user',
      ),
    ).toBe('(f,f,t,t)');
    expect(
      await ask(
        ownerUrl,
        'select pg_get_userbyid(datdba) = current_user from pg_database where datname = current_database()',
      ),
    ).toBe(true);
    await ask(ownerUrl, 'create extension pg_trgm');
  }, 60_000);

  it('listens at no TCP port, closes its socket to others, and hides its passwords', async () => {
    const { superUrl, ownerUrl } = await start();
    expect(await ask(superUrl, 'show listen_addresses')).toBe('');
    const folder = new URL(superUrl).searchParams.get('host') ?? '';
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
    const wrong = new URL(ownerUrl);
    wrong.password = 'wrong';
    await expect(ask(wrong.toString(), 'select 1')).rejects.toThrow('password authentication failed');
  }, 60_000);

  it('says which process uses the folder, and leaves that one alone', async () => {
    const { ownerUrl } = await start();
    await expect(startEmbedded({ dataDir, durable: false, log: () => undefined })).rejects.toThrow(
      `in use by a running hub, process ${process.pid}`,
    );
    expect(await ask(ownerUrl, 'select 1')).toBe(1);
  }, 60_000);

  it('stops its server with the hub on SIGTERM', async () => {
    const child = startChild('embedded-child.ts', [dataDir]);
    const { pgData } = JSON.parse(await child.line()) as EmbeddedServer;
    const postmaster = postmasterOf(pgData);
    child.kill('SIGTERM');
    expect(await child.ended).toBe(0);
    expect(processMark(postmaster)).toBeUndefined();
    expect(existsSync(join(pgData, 'postmaster.pid'))).toBe(false);
  }, 60_000);

  it('hears nothing of Ctrl-C itself: the hub drains with its database still there', async () => {
    const child = startChild('embedded-child.ts', [dataDir]);
    await child.line();
    child.killGroup('SIGINT');
    expect(await child.line()).toBe('drained 42');
    expect(await child.ended).toBe(0);
  }, 60_000);

  it('starts again after the hub was killed: lock, pid file and all', async () => {
    const child = startChild('embedded-child.ts', [dataDir]);
    const theirs = JSON.parse(await child.line()) as EmbeddedServer;
    await ask(theirs.ownerUrl, 'create table t as select 7 as x');
    child.kill('SIGKILL');
    await child.ended;
    expect(existsSync(join(dataDir, 'hub.lock'))).toBe(true);
    const ours = await start();
    expect(ours.fresh).toBe(false);
    expect(await ask(ours.ownerUrl, 'select x from t')).toBe(7);
  }, 60_000);

  it('leaves no server behind when the hub is killed', async () => {
    const child = startChild('embedded-child.ts', [dataDir]);
    const { pgData } = JSON.parse(await child.line()) as EmbeddedServer;
    const postmaster = postmasterOf(pgData);
    child.kill('SIGKILL');
    await until(() => processMark(postmaster) === undefined);
  }, 60_000);

  it('starts again after the hub and the server were both killed', async () => {
    const child = startChild('embedded-child.ts', [dataDir]);
    const { pgData } = JSON.parse(await child.line()) as EmbeddedServer;
    const postmaster = postmasterOf(pgData);
    child.kill('SIGKILL');
    process.kill(postmaster, 'SIGKILL');
    await child.ended;
    const ours = await start();
    expect(await ask(ours.ownerUrl, 'select 1')).toBe(1);
  }, 60_000);

  it('stops a server that still runs in its folder without a hub, and takes its place', async () => {
    const first = await start();
    await first.stop();
    const runAs = await chooseRunAs(first.pgData, () => undefined);
    const args = [
      '-D',
      first.pgData,
      '-c',
      'listen_addresses=',
      '-c',
      `unix_socket_directories=${join(dataDir, 'run')}`,
    ];
    const orphan = spawn(join(nativeFolder(), 'bin', 'postgres'), args, {
      ...runAs,
      cwd: '/',
      env: { LC_ALL: 'C' },
      stdio: 'ignore',
    });
    const gone = new Promise((end) => orphan.on('close', end));
    await until(
      () =>
        existsSync(join(first.pgData, 'postmaster.pid')) &&
        readFileSync(join(first.pgData, 'postmaster.pid'), 'utf8').includes('ready'),
    );
    const second = await start();
    expect(await gone).toBe(0);
    expect(lines.join('\n')).toContain(`still runs (process ${orphan.pid})`);
    expect(await ask(second.ownerUrl, 'select 1')).toBe(1);
  }, 60_000);

  it('starts a killed server again, at the same address', async () => {
    const { ownerUrl, pgData } = await start();
    const before = postmasterOf(pgData);
    process.kill(before, 'SIGKILL');
    await until(
      () => lines.filter((line) => line.endsWith('LOG:  database system is ready to accept connections')).length === 3,
    );
    expect(await ask(ownerUrl, 'select 1')).toBe(1);
    expect(postmasterOf(pgData)).not.toBe(before);
  }, 60_000);

  it('is not kept from starting by a pid file whose number now is another process', async () => {
    const first = await start();
    await first.stop();
    writeFileSync(join(first.pgData, 'postmaster.pid'), `${process.pid}\n${first.pgData}\n1\n5432\n\n\n0 0\n`);
    expect((await start()).fresh).toBe(false);
    expect(lines.join('\n')).toContain(`postmaster.pid names process ${process.pid}`);
  }, 60_000);

  it('refuses the data of another major version and names both', async () => {
    const first = await start();
    await first.stop();
    writeFileSync(join(first.pgData, 'PG_VERSION'), '17\n');
    await expect(start()).rejects.toThrow(/holds data of PostgreSQL 17, and this hub brings 18/);
    expect(existsSync(join(dataDir, 'hub.lock'))).toBe(false);
  }, 60_000);

  it('tells why the server did not start, in its own words', async () => {
    const first = await start();
    await first.stop();
    rmSync(join(first.pgData, 'global'), { recursive: true });
    await expect(start()).rejects.toThrow(/PostgreSQL could not be started[^]*global/);
  }, 60_000);

  it('puts its socket elsewhere when the path is too long for one', async () => {
    const root = dataDir;
    dataDir = join(root, 'a-rather-long-name-for-a-folder'.repeat(4));
    const server = await start();
    const folder = new URL(server.superUrl).searchParams.get('host') ?? '';
    expect(folder.startsWith(dataDir)).toBe(false);
    expect(await ask(server.ownerUrl, 'select 1')).toBe(1);
    await server.stop();
    expect(existsSync(folder)).toBe(false);
    dataDir = root;
  }, 60_000);
});
