import 'reflect-metadata';
import { join } from 'node:path';
import { migrations } from '../migrations/all.ts';
import { migrate } from '../src/ground/database/migrate.ts';
import { ensureRoles } from '../src/ground/database/roles.ts';
import { buildPrograms } from './support/built-programs.ts';
import { templateVariable } from './support/hub.ts';
import { startInstalledServer } from './support/installed-postgres.ts';
import { createDatabase, startTestServer, testServerVariable, withClient } from './support/postgres.ts';
import { loadTemplate } from './support/template.ts';

/**
 * One server for the whole run, with one migrated, loaded database that every test file clones. `TEST_POSTGRES` names the
 * programs of another PostgreSQL to run on, as /usr/lib/postgresql/15/bin; without it the embedded one serves. The hub's own
 * programs are compiled meanwhile.
 */
export default async function setUp(): Promise<void> {
  const compiled = buildPrograms();
  // Told below; without this it would count as unhandled until then.
  compiled.catch(() => undefined);
  const programs = process.env['TEST_POSTGRES'];
  const server = await (programs ? startInstalledServer(programs) : startTestServer());
  process.env[testServerVariable] = server.handle;
  const ownerUrl = await createDatabase(server, 'hub_template');
  const secretsFile = join(server.folder, 'test-secrets.json');
  const urls = await ensureRoles(ownerUrl, { prefix: 'hub_test', secretsFile });
  await migrate({ ownerUrl, rolePrefix: 'hub_test', migrations });
  await loadTemplate(ownerUrl);
  process.env[templateVariable] = JSON.stringify(urls);
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query<{ version: string }>(`select current_setting('server_version') as version`),
  );
  // Where one process runs the tests too, their world is given the globals of this one, and every class would be noted twice.
  delete (globalThis as { TypeGraphQLMetadataStorage?: unknown }).TypeGraphQLMetadataStorage;
  process.stderr.write(`\nPostgreSQL ${rows[0]?.version}, Node ${process.version}\n`);
  Object.assign(globalThis, { stopTestServer: server.stop, removeTestPrograms: await compiled });
}
