import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../../src/ground/database/embedded-server.ts';
import { ensureRoles } from '../../src/ground/database/roles.ts';
import { projectPath } from '../../src/ground/project-path.ts';
import { withClient, withDatabase } from '../support/postgres.ts';
import { fillRecords } from './bench-rows.ts';
import type { Kit } from './kit.ts';
import type { SidePids, SideUrls } from './measure.ts';
import { type ServerProcess, startServer } from './server-process.ts';

/** Connections to PostgreSQL that each server has for what is measured. It is the hub's own pool size. */
export const POOL = 10;

/** One database with three servers on it. */
export interface Grounds {
  urls: SideUrls;
  pids: SidePids;
  close(): Promise<void>;
}

/**
 * Starts an embedded PostgreSQL in a temporary folder, lets the hub make its tables and catalogue, fills in records, and
 * starts the peers. All read as the hub's reader, whose row policies show what is public: without settings or
 * transactions of their own, as the hub does for callers without a key. Closes everything it started where it fails.
 */
export async function openGrounds(
  kit: Kit,
  statements: Readonly<Record<string, string>>,
  say: (line: string) => void,
  nodeOptions: readonly string[] = [],
): Promise<Grounds> {
  const closers: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).toReversed()) await closer();
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), 'phoi-hop-bench-'));
    closers.push(() => rm(folder, { recursive: true, force: true }));
    // The embedded server's own user must be able to pass through.
    await chmod(folder, 0o711);
    say('Starting PostgreSQL, the hub and its peers …');
    const postgres = await startEmbedded({ dataDir: join(folder, 'database'), durable: false, log: () => undefined });
    closers.push(() => postgres.stop());
    const login = await ensureRoles(postgres.ownerUrl, { prefix: 'bench', secretsFile: join(folder, 'logins.json') });
    const keep = async (starting: Promise<ServerProcess>): Promise<ServerProcess> => {
      const server = await starting;
      closers.push(() => server.stop());
      return server;
    };
    const hub = await keep(
      startServer({
        node: kit.node,
        arguments: [...nodeOptions, projectPath('dist', 'src', 'main.js')],
        environment: {
          NODE_ENV: 'production',
          PORT: '0',
          DATABASE_URL: postgres.ownerUrl,
          HUB_RUNTIME_URL: login.hub,
          HUB_SEQUENCER_URL: login.sequencer,
          HUB_READER_URL: login.reader,
          HUB_ROLE_PREFIX: 'bench',
          HUB_DATA_DIR: join(folder, 'hub'),
          HUB_DEMO: 'off',
          LOG_LEVEL: 'warn',
        },
        readyWord: 'Phối Hợp is ready at ',
      }),
    );
    const database = new URL(postgres.ownerUrl).pathname.slice(1);
    await withClient(withDatabase(postgres.superUrl, database), fillRecords);
    const startPeer = (program: string, options: object): Promise<ServerProcess> =>
      keep(
        startServer({
          node: kit.node,
          arguments: [program, JSON.stringify({ url: login.reader, pool: POOL, ...options })],
          environment: { NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
          readyWord: 'ready at ',
        }),
      );
    const peer = await startPeer(kit.postgraphile.program, {});
    const limit = await startPeer(kit.handWritten, { statements });
    return {
      urls: { hub: `${hub.url}/graphql`, peer: peer.url, limit: limit.url },
      pids: { hub: hub.pid, peer: peer.pid, limit: limit.pid },
      close,
    };
  } catch (fault) {
    await close();
    throw fault;
  }
}
