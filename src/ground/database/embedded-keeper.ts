import { setTimeout as pause } from 'node:timers/promises';
import { launchPostmaster, type Launch, type Postmaster } from './embedded-process.ts';

/** A server that is started again when it ends unasked. */
export interface KeptServer {
  /** Resolves with the reason once it could not be kept running; otherwise never. */
  lost: Promise<string>;
  stop(): Promise<void>;
}

// What PostgreSQL says while the processes of a killed postmaster have not all been reaped. It passes within seconds.
const passing = /lock file ".*" already exists|pre-existing shared memory block/;

/** Starts a server, waiting up to ten seconds for the remains of a killed one to go away. */
async function launchPatiently(launch: Launch): Promise<Postmaster> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await launchPostmaster(launch);
    } catch (error) {
      if (attempt >= 40 || !(error instanceof Error) || !passing.test(error.message)) throw error;
      await pause(250);
    }
  }
}

/**
 * Starts the server and keeps it running: when it ends unasked (killed by the system, a crash) it is started again at
 * the same socket, so that pools find it; after five ends within a minute it is given up and `lost` resolves.
 */
export async function keepRunning(launch: Launch): Promise<KeptServer> {
  let current = await launchPatiently(launch);
  let stopping: Promise<void> | undefined;
  let restarting: Promise<void> | undefined;
  const ends: number[] = [];
  const lost = new Promise<string>((giveUp) => {
    const watch = (): void => void current.exited.then(() => (stopping ? undefined : (restarting = again())));
    const again = async (): Promise<void> => {
      ends.push(Date.now());
      const reason = `The embedded PostgreSQL ended unasked. Its last lines:\n${current.tail()}`;
      launch.log(reason);
      if (ends.filter((at) => at > Date.now() - 60_000).length > 5) return giveUp(reason);
      try {
        current = await launchPatiently(launch);
        watch();
      } catch (error) {
        giveUp(error instanceof Error ? error.message : reason);
      }
    };
    watch();
  });
  const stop = async (): Promise<void> => {
    await restarting;
    await current.stop();
  };
  return { lost, stop: () => (stopping ??= stop()) };
}
