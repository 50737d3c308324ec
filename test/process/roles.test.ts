import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ensureRoles } from '../../src/ground/database/roles.ts';
import { has15, installed15, startInstalledServer } from '../support/installed-postgres.ts';
import { createDatabase, type OwnTestServer, startTestServer, withClient, withDatabase } from '../support/postgres.ts';

const servers = [
  { name: 'the embedded PostgreSQL 18', present: true, start: startTestServer },
  {
    name: `the PostgreSQL 15 in ${installed15} (skipped where there is none)`,
    present: has15,
    start: (log: (line: string) => void) => startInstalledServer(installed15, log),
  },
];

for (const { name, present, start } of servers) {
  (present ? describe : describe.skip)(`the hub's logins on ${name}`, () => {
    let server: OwnTestServer;
    let secrets = '';
    const logged: string[] = [];
    const sql = (url: string, text: string) => withClient(url, (client) => client.query<Record<string, unknown>>(text));
    const fresh = (): string => join(mkdtempSync(join(secrets, 's-')), 'secrets.json');

    beforeAll(async () => {
      secrets = mkdtempSync(join(tmpdir(), 'phoi-hop-secrets-'));
      server = await start((line) => void logged.push(line));
    }, 60_000);

    afterAll(async () => {
      await server?.stop();
      rmSync(secrets, { recursive: true, force: true });
    });

    it('are made by a login that is no superuser, without any right of their own', async () => {
      const owner = await createDatabase(server, 'one');
      const secretsFile = fresh();
      const urls = await ensureRoles(owner, { prefix: 'one', secretsFile });
      for (const kind of ['hub', 'sequencer', 'reader'] as const) {
        const { rows } = await sql(
          urls[kind],
          'select current_user as login, current_database() as database, r.* from pg_roles r where rolname = current_user',
        );
        expect(rows[0]).toMatchObject({
          login: `one_${kind}`,
          database: 'one',
          rolsuper: false,
          rolbypassrls: false,
          rolcreatedb: false,
          rolcreaterole: false,
          rolinherit: false,
        });
      }
      expect(statSync(secretsFile).mode & 0o777).toBe(0o600);
    });

    it('are the same at the second start and for starts at the same time', async () => {
      const owner = await createDatabase(server, 'two');
      const options = { prefix: 'two', secretsFile: fresh() };
      const all = await Promise.all([1, 2, 3].map(() => ensureRoles(owner, options)));
      for (const urls of all) expect(urls).toEqual(await ensureRoles(owner, options));
    });

    it('of another database are refused, and their password stays', async () => {
      const theirs = await ensureRoles(await createDatabase(server, 'three'), {
        prefix: 'three',
        secretsFile: fresh(),
      });
      const other = await createDatabase(server, 'four');
      await expect(ensureRoles(other, { prefix: 'three', secretsFile: fresh() })).rejects.toThrow(
        /"three_hub" belongs to the hub in the database "three".*Set HUB_ROLE_PREFIX/,
      );
      await sql(theirs.hub, 'select 1');
    });

    it('that somebody else made are refused', async () => {
      const owner = await createDatabase(server, 'five');
      await sql(server.superUrl, 'create role five_hub login');
      await expect(ensureRoles(owner, { prefix: 'five', secretsFile: fresh() })).rejects.toThrow(
        /"five_hub" exists, and is not marked as the hub's own/,
      );
    });

    it('are refused once somebody gave them a way round the policies', async () => {
      const owner = await createDatabase(server, 'six');
      const options = { prefix: 'six', secretsFile: fresh() };
      await ensureRoles(owner, options);
      await sql(server.superUrl, 'alter role six_hub bypassrls');
      await expect(ensureRoles(owner, options)).rejects.toThrow(
        'has BYPASSRLS, with which row policies are no wall. Run as a superuser: alter role "six_hub" nobypassrls;',
      );
    });

    it('get a new password when the secrets file was lost, and the log says so', async () => {
      const owner = await createDatabase(server, 'seven');
      const before = await ensureRoles(owner, { prefix: 'seven', secretsFile: fresh() });
      const lines: string[] = [];
      const after = await ensureRoles(owner, {
        prefix: 'seven',
        secretsFile: fresh(),
        log: (line) => void lines.push(line),
      });
      await sql(after.reader, 'select 1');
      await expect(sql(before.reader, 'select 1')).rejects.toThrow('password authentication failed');
      expect(lines).toHaveLength(3);
    });

    it('are not made where ready ones are named', async () => {
      const urls = {
        hub: 'postgres://a@nowhere/x',
        sequencer: 'postgres://b@nowhere/x',
        reader: 'postgres://c@nowhere/x',
      };
      expect(await ensureRoles('postgres://nobody@nowhere/x', { prefix: 'eight', secretsFile: fresh(), urls })).toEqual(
        urls,
      );
    });

    it('cannot be made without CREATEROLE, and the message says what to run', async () => {
      await createDatabase(server, 'nine');
      await sql(server.superUrl, "create role poor login password 'pw'");
      const poor = new URL(withDatabase(server.superUrl, 'nine'));
      [poor.username, poor.password] = ['poor', 'pw'];
      await expect(ensureRoles(poor.toString(), { prefix: 'nine', secretsFile: fresh() })).rejects.toThrow(
        /Run as a superuser: alter role "poor" createrole;/,
      );
    });

    it('never stand with their password in a statement', async () => {
      const owner = await createDatabase(server, 'ten');
      await sql(server.superUrl, "alter role phoi_hop_owner set log_statement = 'all'");
      const urls = await ensureRoles(owner, { prefix: 'ten', secretsFile: fresh() });
      const log = logged.join('\n');
      expect(log).toContain('create role "ten_hub"');
      for (const url of Object.values(urls)) expect(log).not.toContain(new URL(url).password);
    });
  });
}
