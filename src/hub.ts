import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { hasDemoKeys } from './access/access-key.store.ts';
import { type Archive, openArchive } from './archive.ts';
import { commandHandlers } from './commands.ts';
import { type CommandServer, serveCommands } from './command-socket.ts';
import type { Config } from './config.ts';
import { loadDemo } from './demo/load-demo.ts';
import type { Edge } from './graph/edge-options.ts';
import { intakeRoute } from './graph/intake.route.ts';
import { hubSchema } from './graph/schema.ts';
import { openEdge } from './graph/server.ts';
import type { Context } from './ground/gql/context.ts';
import { projectPath } from './ground/project-path.ts';

/** A running hub. */
export interface Hub {
  /** Base URL, as `http://127.0.0.1:4000`. */
  url: string;
  archive: Archive;
  /** Keys of the demo archive, only on the start that made them: role and key. */
  demoKeys: readonly { label: string; key: string }[];
  /** Fails readiness, lets requests finish, ends the streams. */
  drain(): Promise<void>;
  /** Closes everything, the database last. */
  stop(): Promise<void>;
}

/** How a hub speaks while it starts and runs. */
export interface HubVoice {
  logger: Logger;
  /** Progress for a person who waits. */
  progress: (text: string) => void;
}

/**
 * The composition root: opens the archive, brings in the demo where it is wanted, and opens the doors. Throws one clear
 * error where that cannot be, with nothing left running.
 */
export async function createHub(config: Config, voice: HubVoice): Promise<Hub> {
  const log = (line: string): void => voice.logger.info(line);
  const archive = await openArchive(config, { log, progress: voice.progress });
  try {
    const demoKeys = archive.demoWanted ? await loadDemo(archive, voice.progress) : [];
    await refuseOpenDemo(config, archive);
    const edge = await openDoors(config, archive, voice.logger);
    const commands = await openCommands(config, archive, edge);
    return {
      url: edge.url,
      archive,
      demoKeys,
      drain: async () => {
        await commands?.close();
        await edge.drain();
      },
      stop: async () => {
        await edge.close();
        await archive.close();
      },
    };
  } catch (fault) {
    await archive.close();
    throw fault;
  }
}

/** Everybody knows how to get the demo's keys: they must not open a hub that others can reach. */
async function refuseOpenDemo(config: Config, archive: Archive): Promise<void> {
  const loopback = config.host === 'localhost' || config.host === '::1' || (isIP(config.host) === 4 && config.host.startsWith('127.'));
  if (loopback || !(await hasDemoKeys(archive.pools.hub.manager))) return;
  throw new Error(
    `HOST=${config.host} can be reached from other machines, and the demo's keys still open this hub. ` +
      'Run "npm run hub -- key revoke --demo" first, or listen at 127.0.0.1.',
  );
}

function openDoors(config: Config, archive: Archive, logger: Logger): Promise<Edge> {
  const explorerDir = projectPath('dist', 'explorer');
  return hubSchema().then((schema) =>
    openEdge<Context>({
      schema,
      host: config.host,
      port: config.port,
      contextFor: (headers) => archive.contextFor(headers),
      ready: () => archive.ready(),
      corsOrigins: config.corsOrigins,
      introspection: config.introspection,
      isAuthenticated: (context) => context.viewer.role !== 'ANONYMOUS',
      logger,
      routes: { 'POST /intake': intakeRoute(archive.synthetic) },
      ...(existsSync(join(explorerDir, 'index.html')) ? { explorerDir } : {}),
      graceMs: config.shutdownGraceMs,
    }),
  );
}

async function openCommands(config: Config, archive: Archive, edge: Edge): Promise<CommandServer | null> {
  try {
    return await serveCommands(config.dataDir, commandHandlers(archive));
  } catch (fault) {
    await edge.close();
    throw fault;
  }
}
