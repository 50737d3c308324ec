import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { printHubSchema } from '../../src/graph/schema.ts';
import { projectPath } from '../../src/ground/project-path.ts';
import { cloneDatabase, type TestDatabase } from '../support/hub.ts';
import { testServer, withClient, withDatabase } from '../support/postgres.ts';
import { printDatabase } from '../support/print-database.ts';

const run = promisify(execFile);

function committed(...path: string[]): Promise<string> {
  return readFile(projectPath('schema', ...path), 'utf8');
}

function rolePrefix(database: TestDatabase): string {
  return new URL(database.urls.hub).username.replace(/_hub$/, '');
}

describe('what is promised to others (written anew by "npm run contracts")', () => {
  it('is the graph of schema/hub.graphql', async () => {
    expect(await printHubSchema()).toBe(await committed('hub.graphql'));
  });

  // The printer is written so that PostgreSQL 15 to 18 print the same text: this runs on whichever the suite runs on.
  it('is the database of schema/hub.sql', async () => {
    const database = await cloneDatabase();
    try {
      const url = withDatabase(testServer().superUrl, database.name);
      const text = await withClient(url, (client) => printDatabase(client, rolePrefix(database)));
      expect(text).toBe(await committed('hub.sql'));
    } finally {
      await database.drop();
    }
  });

  it('is the typed documents of the saved operations', async () => {
    const codegen = projectPath('node_modules', '@graphql-codegen', 'cli', 'esm', 'bin.js');
    const config = projectPath('codegen.yml');
    const { stdout } = await run(process.execPath, [codegen, '--config', config, '--check'], { cwd: projectPath() });
    expect(stdout).not.toContain('stale');
  }, 60_000);
});

describe('the text of a database', () => {
  it('tells a changed column, grant, policy and comment', async () => {
    const database = await cloneDatabase();
    const prefix = rolePrefix(database);
    try {
      await withClient(withDatabase(testServer().superUrl, database.name), async (client) => {
        const before = await printDatabase(client, prefix);
        const changes = [
          'alter table audit add column more text',
          `grant select on audit to ${prefix}_reader`,
          'alter table total no force row level security',
          'alter policy event_public on event using (exposure = 1)',
          `comment on function viewer_owns(integer) is 'changed'`,
          'revoke execute on function viewer_role() from public',
          'drop index total_read',
        ];
        const texts = [before];
        for (const change of changes) {
          await client.query(change);
          texts.push(await printDatabase(client, prefix));
        }
        expect(new Set(texts).size).toBe(changes.length + 1);
        await client.query('create view surprise as select 1 as one');
        await expect(printDatabase(client, prefix)).rejects.toThrow('surprise (relation of kind v)');
      });
    } finally {
      await database.drop();
    }
  });
});
