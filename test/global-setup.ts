import 'reflect-metadata';
import { join } from 'node:path';
import { migrations } from '../migrations/all.ts';
import { migrate } from '../src/ground/database/migrate.ts';
import { ensureRoles } from '../src/ground/database/roles.ts';
import { templateVariable } from './support/hub.ts';
import { createDatabase, startTestServer, testServerVariable } from './support/postgres.ts';
import { loadTemplate } from './support/template.ts';

/** One server for the whole run, with one migrated, loaded database that every test file clones. */
export default async function setUp(): Promise<void> {
  const server = await startTestServer();
  process.env[testServerVariable] = server.handle;
  const ownerUrl = await createDatabase(server, 'hub_template');
  const secretsFile = join(server.folder, 'test-secrets.json');
  const urls = await ensureRoles(ownerUrl, { prefix: 'hub_test', secretsFile });
  await migrate({ ownerUrl, rolePrefix: 'hub_test', migrations });
  await loadTemplate(ownerUrl);
  process.env[templateVariable] = JSON.stringify(urls);
  (globalThis as { stopTestServer?: () => Promise<void> }).stopTestServer = server.stop;
}
