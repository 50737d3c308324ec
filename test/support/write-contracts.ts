/**
 * Writes schema/hub.graphql and schema/hub.sql anew, on a PostgreSQL of its own: `npm run contracts`. The check in
 * test/check/contracts.test.ts compares the same texts.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrations } from '../../migrations/all.ts';
import { printHubSchema } from '../../src/graph/schema.ts';
import { migrate } from '../../src/ground/database/migrate.ts';
import { ensureRoles } from '../../src/ground/database/roles.ts';
import { projectPath } from '../../src/ground/project-path.ts';
import { createDatabase, startTestServer, withClient } from './postgres.ts';
import { printDatabase } from './print-database.ts';

const ROLE_PREFIX = 'contract';

async function databaseText(): Promise<string> {
  const server = await startTestServer();
  try {
    const ownerUrl = await createDatabase(server, 'contract');
    await ensureRoles(ownerUrl, { prefix: ROLE_PREFIX, secretsFile: join(server.folder, 'contract-secrets.json') });
    await migrate({ ownerUrl, rolePrefix: ROLE_PREFIX, migrations });
    return await withClient(ownerUrl, (client) => printDatabase(client, ROLE_PREFIX));
  } finally {
    await server.stop();
  }
}

await writeFile(projectPath('schema', 'hub.graphql'), await printHubSchema());
await writeFile(projectPath('schema', 'hub.sql'), await databaseText());
