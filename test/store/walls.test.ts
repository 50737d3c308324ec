import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { withClient } from '../support/postgres.ts';
import { type DisclosureWorld, openDisclosureWorld } from '../support/disclosure-world.ts';

let world: DisclosureWorld;
beforeAll(async () => {
  world = await openDisclosureWorld();
}, 60_000);
afterAll(() => world.close());

type Role = 'hub' | 'reader' | 'sequencer';

/** What PostgreSQL says to statements of a login, all in one transaction that is taken back: `done`, or the SQLSTATE. */
async function tried(role: Role, statements: readonly string[]): Promise<Record<string, string>> {
  return withClient(world.database.urls[role], async (client) => {
    const answers: Record<string, string> = {};
    for (const text of statements) {
      await client.query('begin');
      await client.query(`select set_config('hub.viewer_role', 'ADMIN', true)`);
      answers[text] = await client.query(text).then(
        () => 'done',
        (fault: unknown) => (fault instanceof pg.DatabaseError ? String(fault.code) : String(fault)),
      );
      await client.query('rollback');
    }
    return answers;
  });
}

const all = (statements: readonly string[], answer: string): Record<string, string> =>
  Object.fromEntries(statements.map((text) => [text, answer]));

/** Insufficient privilege. */
const DENIED = '42501';

const TABLES = `select c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced, pg_get_userbyid(c.relowner) as owner
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`;

describe('the tables', () => {
  /** Tables without row policies, each with the reason why. */
  const EXEMPT: Record<string, string> = {
    ...all(
      [
        'place',
        'place_version',
        'place_edge',
        'place_tile',
        'organisation',
        'organisation_version',
        'organisation_edge',
      ],
      'the catalogue is public',
    ),
    ...all(['indicator', 'indicator_version', 'form', 'form_version'], 'definitions are public, also of what is not'),
    period: 'nominal periods with their days; says nothing of who reported for them',
    breakdown: 'names of parts; says nothing of their numbers',
    archive: 'one row: demo or real',
    migration: 'names of migrations',
    feed: 'one row: id and head of the feed, which every cursor tells',
    access_key:
      'the key is looked up before anybody knows who the viewer is; the hub alone reads it, and it holds digests',
    idempotency_key: 'looked up by actor and key; the hub alone reads it, and it holds ids of published reports',
  };

  it('have forced row policies wherever something unpublished can lie, and the list of the others is complete', async () => {
    const tables = await world.sql<{ name: string; secured: boolean; forced: boolean }>(TABLES);
    const open = tables.filter(({ secured, forced }) => !secured || !forced).map(({ name }) => name);
    expect(open.sort()).toEqual(Object.keys(EXEMPT).sort());
    const walled = tables.filter(({ secured, forced }) => secured && forced).map(({ name }) => name);
    expect(walled).toEqual(expect.arrayContaining(['audit', 'event', 'figure', 'report', 'total', 'upload', 'member']));
    expect(walled.length + Object.keys(EXEMPT).length).toBe(tables.length);
  });

  it('belong to the owner, who is none of the three logins', async () => {
    const owners = new Set((await world.sql<{ owner: string }>(TABLES)).map(({ owner }) => owner));
    const logins = Object.values(world.database.urls).map((url) => new URL(url).username);
    expect(owners.size).toBe(1);
    expect(logins.filter((login) => owners.has(login))).toEqual([]);
  });

  it('show the owner itself nothing: it has no policy, and the policies are forced', async () => {
    const counts = await withClient(world.database.ownerUrl, async (client) => {
      await client.query(`select set_config('hub.viewer_role', 'ADMIN', false)`);
      return (
        await client.query(
          'select (select count(*) from figure) + (select count(*) from report) + (select count(*) from upload) as rows',
        )
      ).rows;
    });
    expect(counts).toEqual([{ rows: '0' }]);
  });
});

describe('the hub’s login', () => {
  it('changes no definition', async () => {
    const statements = [
      'create table mine (id integer)',
      'create schema mine',
      'create view mine as select 1 as id',
      'create function mine() returns integer language sql as $$ select 1 $$',
      'create or replace function viewer_role() returns text language sql as $$ select $q$ADMIN$q$ $$',
      'create extension pg_trgm',
      'create role mine',
      'create index mine on figure (cell)',
      'alter table figure add column mine integer',
      'alter table figure no force row level security',
      'alter table figure disable row level security',
      'alter table figure owner to current_user',
      'create policy mine on figure using (true)',
      'drop policy figure_public on figure',
      'drop table figure',
      'truncate figure',
      'truncate audit',
      'truncate event',
      'comment on table figure is $$mine$$',
    ];
    const answers = await tried('hub', statements);
    expect(answers).toEqual(all(statements, DENIED));
  });

  it('cannot pass by the row policies', async () => {
    const [login] = await world.sql(
      'select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = $1',
      [new URL(world.database.urls.hub).username],
    );
    expect(login).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
    });
    const owner = new URL(world.database.ownerUrl).username;
    const statements = [
      `set role "${owner}"`,
      `set session authorization "${owner}"`,
      `alter role current_user bypassrls`,
    ];
    expect(await tried('hub', statements)).toEqual(all(statements, DENIED));
    await withClient(world.database.urls.hub, async (client) => {
      // With row security off PostgreSQL answers nothing rather than everything.
      await client.query('set row_security = off');
      await expect(client.query('select 1 from figure')).rejects.toMatchObject({ code: DENIED });
    });
  });

  it('adds to the audit trail and never changes it, even as an administrator', async () => {
    await withClient(world.database.urls.hub, (client) =>
      client.query(`insert into audit (actor, role, action) values ('test', 'ADMIN', 'kept')`),
    );
    const statements = [
      `update audit set reason = 'other'`,
      'delete from audit',
      'truncate audit',
      'alter table audit disable row level security',
    ];
    expect(await tried('hub', statements)).toEqual(all(statements, DENIED));
    expect(await world.sql('select action from audit')).toEqual([{ action: 'kept' }]);
  });

  it('rewrites nothing that has been received or sent', async () => {
    const statements = [
      `update figure set value = 1`,
      'delete from figure',
      `update figure set cell = 'A1'`,
      'delete from report',
      'delete from report_version',
      `update report_version set file_sha256 = repeat('0', 64)`,
      'delete from upload',
      `update upload set sha256 = repeat('0', 64)`,
      'update stored_file set content = $$x$$::bytea',
      'delete from stored_file',
      'delete from event',
      'delete from movement',
      'delete from evaluation',
      'update record_version set data = $${}$$',
      'delete from record_version',
      'update quote set text = $$x$$',
      'delete from source_document',
      'update member set pseudonym = $$x$$',
      'update event set exposure = 2',
      'update event set position = 1',
      'update feed set head = 0',
      'update indicator set disclosure = $$PUBLIC$$',
      'delete from idempotency_key',
      'update idempotency_key set answer = $$1$$',
      'update access_key set role = $$ADMIN$$',
      'delete from access_key',
      'insert into migration (timestamp, name) values (1, $$x$$)',
      'update archive set kind = $$DEMO$$',
    ];
    expect(await tried('hub', statements)).toEqual(all(statements, DENIED));
  });

  it('publishes nothing and takes nothing back while it acts for an organisation', async () => {
    const own = world.organisations.own.id;
    const changed = await withClient(world.database.urls.hub, async (client) => {
      const counts: Record<string, unknown> = {};
      for (const text of [
        `update report_version set state = 'PUBLISHED', exposure = 2 where state = 'DRAFT'`,
        `update report_version set state = 'WITHDRAWN', exposure = 0 where state = 'PUBLISHED'`,
        `update figure set exposure = 2, published_by = 1 where exposure < 2`,
        `update total set sum = 0`,
        `update report_version set state = 'SIGNED_OFF' where state = 'DRAFT' and organisation_id <> ${own}`,
      ]) {
        await client.query('begin');
        await client.query(
          `select set_config('hub.viewer_role', 'OFFICER', true), set_config('hub.viewer_organisations', '{${own}}', true)`,
        );
        counts[text] = await client.query(text).then(
          ({ rowCount }) => rowCount,
          (fault: unknown) => (fault instanceof pg.DatabaseError ? fault.code : fault),
        );
        await client.query('rollback');
      }
      return Object.values(counts);
    });
    // The first is refused by the policy's check; of the others no row is the officer's to change.
    expect(changed).toEqual([DENIED, 0, 0, 0, 0]);
  });
});

describe('the public reader’s login', () => {
  it('is not let near files, the trail, keys or remembered answers, whatever it claims to be', async () => {
    const statements = [
      ...['upload', 'stored_file', 'audit', 'access_key', 'idempotency_key', 'migration'].map(
        (table) => `select 1 from ${table}`,
      ),
      'select latest_version from report',
      'select created_by from report_version',
      'select upload_id from report_version',
      'select actor from event',
    ];
    expect(await tried('reader', statements)).toEqual(all(statements, DENIED));
  });

  it('sees no more by claiming a role', async () => {
    const count =
      'select (select count(*) from figure) + (select count(*) from report) + (select count(*) from event) + (select count(*) from total) as rows';
    const seen = await withClient(world.database.urls.reader, async (client) => {
      const before = (await client.query<{ rows: string }>(count)).rows;
      await client.query(
        `select set_config('hub.viewer_role', 'ADMIN', false), set_config('hub.viewer_organisations', '{1}', false)`,
      );
      return [before, (await client.query<{ rows: string }>(count)).rows];
    });
    expect(seen[0]).toEqual(seen[1]);
    expect(Number(seen[0]?.[0]?.rows)).toBeGreaterThan(0);
  });

  it('writes nothing', async () => {
    const tables = await world.sql<{ name: string }>(TABLES);
    const statements = tables.flatMap(({ name }) => [`delete from ${name}`, `insert into ${name} default values`]);
    expect(await tried('reader', statements)).toEqual(all(statements, DENIED));
  });
});

describe('the sequencer’s login', () => {
  it('numbers events and moves the head, and reads and changes nothing else', async () => {
    const mine = [
      'select id, position from event',
      'update event set position = null, numbered_at = null where false',
      'update feed set head = head',
    ];
    expect(await tried('sequencer', mine)).toEqual(all(mine, 'done'));
    const tables = (await world.sql<{ name: string }>(TABLES))
      .map(({ name }) => name)
      .filter((name) => name !== 'feed');
    const others = [
      ...tables.map((name) => `select * from ${name}`),
      ...tables.map((name) => `delete from ${name}`),
      'insert into event default values',
      'update event set exposure = 2',
      'update event set subject_key = $$x$$',
      'select organisation_id from event',
      'update feed set id = gen_random_uuid()',
      'delete from feed',
    ];
    expect(await tried('sequencer', others)).toEqual(all(others, DENIED));
  });
});
