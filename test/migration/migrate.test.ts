import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '../../migrations/all.ts';
import { DatabaseAheadError, migrate, pendingMigrations } from '../../src/ground/database/migrate.ts';
import { openDataSource } from '../../src/ground/database/data-source.ts';
import { ensureRoles } from '../../src/ground/database/roles.ts';
import { createDatabase, dropDatabase, testServer, withClient } from '../support/postgres.ts';

const name = `m_${randomBytes(5).toString('hex')}`;
const prefix = name;
let ownerUrl = '';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phoi-hop-migrate-'));
  ownerUrl = await createDatabase(testServer(), name);
  await ensureRoles(ownerUrl, { prefix, secretsFile: join(folder, 'secrets.json') });
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await dropDatabase(testServer(), name);
  await withClient(testServer().superUrl, async (client) => {
    for (const role of ['hub', 'sequencer', 'reader']) await client.query(`drop role if exists ${prefix}_${role}`);
  });
});

describe('migrations', () => {
  it('run once from an empty database, also when two hubs start at once, and then there is nothing left to run', async () => {
    const [first, second] = await Promise.all([
      migrate({ ownerUrl, rolePrefix: prefix, migrations }),
      migrate({ ownerUrl, rolePrefix: prefix, migrations }),
    ]);
    expect([...first, ...second].toSorted()).toEqual(migrations.map((migration) => migration.name).toSorted());
    const owner = await openDataSource({ url: ownerUrl, entities: [], poolSize: 1, applicationName: 'test' });
    try {
      expect(await pendingMigrations(owner, migrations)).toEqual([]);
    } finally {
      await owner.destroy();
    }
    expect(await migrate({ ownerUrl, rolePrefix: prefix, migrations })).toEqual([]);
  });

  it('refuse a database that has run one this hub does not know, and change nothing', async () => {
    const known = migrations.slice(0, -1);
    const last = migrations.at(-1)?.name ?? '';
    const refused = migrate({ ownerUrl, rolePrefix: prefix, migrations: known });
    await expect(refused).rejects.toThrow(DatabaseAheadError);
    await expect(migrate({ ownerUrl, rolePrefix: prefix, migrations: known })).rejects.toThrow(last);
  });

  it('go forward only', async () => {
    const [Migration] = migrations;
    await expect(Migration && new Migration().down()).rejects.toThrow('forward only');
  });

  it('are listed in the order of their time stamps, each once', () => {
    const names = migrations.map((migration) => migration.name);
    const stamps = names.map((one) => Number(/\d{13}$/.exec(one)?.[0]));
    expect(stamps).toEqual(stamps.toSorted((a, b) => a - b));
    expect(new Set(names).size).toBe(names.length);
  });
});
