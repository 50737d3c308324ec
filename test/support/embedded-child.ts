// Starts the embedded server in the folder of its first argument, says so on one line, and stops on SIGTERM.
import { startEmbedded } from '../../src/ground/database/embedded-server.ts';
import { runUntilSignal } from '../../src/lifecycle.ts';

const [dataDir = ''] = process.argv.slice(2);
process.exitCode = await runUntilSignal({
  start: async () => {
    const server = await startEmbedded({ dataDir, durable: false, log: () => undefined });
    process.stdout.write(`${JSON.stringify(server)}\n`);
    return server;
  },
  drain: async () => undefined,
  stop: (server) => server.stop(),
  lost: (server) => server.lost,
  graceMs: 10_000,
  log: () => undefined,
});
