import 'reflect-metadata';
import { pino, type Logger } from 'pino';
import pretty from 'pino-pretty';
import { type Config, readConfig } from './config.ts';
import { createHub, type Hub } from './hub.ts';
import { runUntilSignal } from './lifecycle.ts';

/** Readable on a terminal, JSON elsewhere; standard output carries only what a person asked for. */
function openLogger(config: Config): Logger {
  const stream = process.stderr.isTTY
    ? pretty({ destination: 2, sync: true, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' })
    : pino.destination({ dest: 2, sync: true });
  return pino({ level: config.logLevel }, stream);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<number> {
  const read = readConfig();
  if ('faults' in read) {
    for (const fault of read.faults) process.stderr.write(`${fault}\n`);
    return 1;
  }
  const config = read.ok;
  const logger = openLogger(config);
  return runUntilSignal<Hub>({
    start: async () => {
      const hub = await createHub(config, {
        logger,
        progress: (text) => say(`… ${text}`),
        demoKeys: (keys) => keys.forEach(({ label, key }) => say(`demo key, shown once, ${label.padEnd(8)} ${key}`)),
      });
      say(`Phối Hợp is ready at ${hub.url}`);
      return hub;
    },
    drain: (hub) => hub.drain(),
    stop: (hub) => hub.stop(),
    lost: (hub) => hub.archive.lost,
    graceMs: config.shutdownGraceMs,
    log: (line) => logger.info(line),
  });
}

main().then(
  (code) => process.exit(code),
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
    process.exit(1);
  },
);
