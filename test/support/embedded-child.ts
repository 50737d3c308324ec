// Starts the embedded server in the folder of its first argument, says so on one line, and asks it something while draining.
import { startEmbedded } from '../../src/ground/database/embedded-server.ts';
import { runUntilSignal } from '../../src/lifecycle.ts';
import { withClient } from './postgres.ts';

const [dataDir = ''] = process.argv.slice(2);
process.exitCode = await runUntilSignal({
  start: async () => {
    const server = await startEmbedded({ dataDir, durable: false, log: () => undefined });
    process.stdout.write(`${JSON.stringify(server)}\n`);
    return server;
  },
  drain: async (server) => {
    const { rows } = await withClient(server.ownerUrl, (client) =>
      client.query<{ x: number }>('select 42 as x from pg_sleep(0.2)'),
    );
    process.stdout.write(`drained ${rows[0]?.x}\n`);
  },
  stop: (server) => server.stop(),
  lost: (server) => server.lost,
  graceMs: 10_000,
  log: () => undefined,
});
