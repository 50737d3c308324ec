import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { hasDemoKeys } from './access/access-key.store.ts';
import { type Archive, openArchive } from './archive.ts';
import { commandHandlers } from './commands.ts';
import { type CommandServer, serveCommands } from './command-socket.ts';
import type { Config } from './config.ts';
import { type DemoKey, loadDemo } from './demo/load-demo.ts';
import type { Edge } from './graph/edge-options.ts';
import { annotatedRoute } from './graph/annotated.route.ts';
import { fileRoutes } from './graph/file.route.ts';
import { formWorkbookRoute } from './graph/form-workbook.route.ts';
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
  /** The keys of the demo, on the start that makes them and as soon as they are made: nobody can read them again. */
  demoKeys: (keys: readonly DemoKey[]) => void;
}

/**
 * The composition root: opens the archive, brings in the demo where it is wanted, and opens the doors. Throws one clear
 * error where that cannot be, with nothing left running.
 */
export async function createHub(config: Config, voice: HubVoice): Promise<Hub> {
  // PostgreSQL's own chatter is for whoever looks for it; its warnings and faults are not.
  const log = (line: string): void => (line.startsWith('LOG:') ? voice.logger.debug(line) : voice.logger.info(line));
  const archive = await openArchive(config, { log, progress: voice.progress });
  try {
    await refuseOpenDemo(config, archive);
    if (archive.demoWanted) voice.demoKeys(await loadDemo(archive, voice.progress));
    const edge = await openDoors(config, archive, voice.logger);
    const commands = await openCommands(config, archive, edge);
    return {
      url: edge.url,
      archive,
      // Together: a command that takes its time must not keep readiness from failing.
      drain: async () => void (await Promise.all([edge.drain(), commands.close()])),
      stop: async () => {
        try {
          await edge.close();
        } finally {
          await archive.close();
        }
      },
    };
  } catch (fault) {
    await archive.close().catch((also: unknown) => log(also instanceof Error ? also.message : String(also)));
    throw fault;
  }
}

/** Everybody knows how to get the demo's keys: they must not open a hub that others can reach. */
async function refuseOpenDemo(config: Config, archive: Archive): Promise<void> {
  const { host } = config;
  if (host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))) return;
  if (archive.demoWanted) {
    throw new Error(
      `HOST=${host} can be reached from other machines, and this start would make the demo's keys. ` +
        'Start once at 127.0.0.1 and run "npm run hub -- key revoke --demo", or set HUB_DEMO=off for real reports.',
    );
  }
  if (!(await hasDemoKeys(archive.pools.hub.manager))) return;
  throw new Error(
    `HOST=${host} can be reached from other machines, and the demo's keys still open this hub. ` +
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
      routes: {
        'POST /intake': intakeRoute(archive),
        'GET /uploads/:id/annotated': annotatedRoute(archive),
        'GET /forms/:code/workbook': formWorkbookRoute(),
        ...fileRoutes(archive),
      },
      ...(existsSync(join(explorerDir, 'index.html')) ? { explorerDir } : {}),
      graceMs: config.shutdownGraceMs,
    }),
  );
}

async function openCommands(config: Config, archive: Archive, edge: Edge): Promise<CommandServer> {
  try {
    const commands = await serveCommands(config.dataDir, commandHandlers(archive));
    if (commands) return commands;
    // The embedded database has a lock of its own; with DATABASE_URL this is where two hubs in one folder meet.
    throw new Error(
      `The data folder ${config.dataDir} is in use by another running hub. Stop that one, or give this one a folder of its own with HUB_DATA_DIR.`,
    );
  } catch (fault) {
    await edge.close();
    throw fault;
  }
}
