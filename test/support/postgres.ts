import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { lockHolder } from '../../src/ground/database/embedded-lock.ts';
import { startEmbedded } from '../../src/ground/database/embedded-server.ts';

/** The variable by which globalSetup tells the test files where the server is: its superuser's URL. */
export const testServerVariable = 'PHOI_HOP_TEST_SERVER';

/** What test files need of a server, wherever it runs. */
export interface TestServer {
  /** Superuser, database `postgres`. */
  superUrl: string;
  /** URL of the non-superuser owner (CREATEROLE, CREATEDB) for a database of this server. */
  ownerUrl(database: string): string;
}

/** A server of this process. */
export interface OwnTestServer extends TestServer {
  /** Put this into `process.env[testServerVariable]`; `testServer()` reads it in the test files. */
  handle: string;
  /** Where it keeps its files; removed by `stop`. */
  folder: string;
  /** Stops the server and removes its files. */
  stop(): Promise<void>;
}

/** Starts a server without fsync in a new temporary folder, on a Unix socket only. About one second. */
export async function startTestServer(log: (line: string) => void = () => undefined): Promise<OwnTestServer> {
  await sweep();
  const folder = await mkdtemp(join(tmpdir(), 'phoi-hop-test-'));
  try {
    const server = await startEmbedded({ dataDir: folder, durable: false, log });
    const handle = JSON.stringify({ superUrl: server.superUrl, owner: server.ownerUrl });
    const stop = async (): Promise<void> => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    };
    return { ...fromHandle(handle), handle, folder, stop };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Removes what killed test runs left; their servers ended with them. A folder without a lock may be just starting. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const folder = join(tmpdir(), name);
    if (name.startsWith('phoi-hop-test-') && lockHolder(folder) === 0)
      await rm(folder, { recursive: true, force: true });
  }
}

/** The server that globalSetup started. Throws when there is none. */
export function testServer(): TestServer {
  const handle = process.env[testServerVariable];
  if (!handle)
    throw new Error(
      `${testServerVariable} is not set: run the tests with "npm test", whose globalSetup starts the server.`,
    );
  return fromHandle(handle);
}

function fromHandle(handle: string): TestServer {
  const { superUrl, owner } = JSON.parse(handle) as { superUrl: string; owner: string };
  return { superUrl, ownerUrl: (database) => withDatabase(owner, database) };
}

/** The same URL for another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.toString();
}

/**
 * Makes a database owned by the test owner, a copy of `template` when one is named (nobody may be connected to it), and
 * returns the owner's URL. A left-over of that name is dropped first.
 */
export async function createDatabase(server: TestServer, name: string, template?: string): Promise<string> {
  await withClient(server.superUrl, async (client) => {
    const owner = decodeURIComponent(new URL(server.ownerUrl('x')).username);
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
    await client.query(
      `create database ${client.escapeIdentifier(name)} owner ${client.escapeIdentifier(owner)}` +
        (template === undefined ? '' : ` template ${client.escapeIdentifier(template)}`),
    );
  });
  return server.ownerUrl(name);
}

/** Drops a database, ending whoever is connected to it. */
export async function dropDatabase(server: TestServer, name: string): Promise<void> {
  await withClient(server.superUrl, (client) =>
    client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`),
  );
}

/** Runs `work` on one connection that is always closed. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  // A dropped database ends its sessions; a client without a listener would take the test process with it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
