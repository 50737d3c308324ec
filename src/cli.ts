import 'reflect-metadata';
import { openArchive } from './archive.ts';
import { commandHandlers } from './commands.ts';
import { callRunningHub, type CommandMessage, type CommandOutput } from './command-socket.ts';
import { callerFolder, type Config, readConfig } from './config.ts';
import { ProgressBar } from './progress-bar.ts';

const USAGE = `npm run hub -- COMMAND
  intake FILE… --form F --organisation O --place P --period K [--dry-run] [--publish [--reason TEXT]] [--json]
    --signed FILE.pdf --document-number N --document-date D --document-subject T --signer NAME [--signer-office O]
    [--narrative FILE]… [--attach FILE]…   the signed document and other files that go with one workbook
    [--annotate FOLDER]   writes the workbook with its issues as comments there
  intake FILE… --manifest M.json [--dry-run] [--publish] [--annotate FOLDER] [--json]
  form-workbook --form F --organisation O --place P --period K --out FILE.xlsx [--json]   a form to be filled in
  key create --role ROLE [--organisation LDLD-91] [--province 91] [--label TEXT]
  key revoke --demo
  verify      count every stored total anew from the figures
  migrate     bring the database up to date
  demo        bring the demo archive in, where it is wanted and not there yet
`;

const bar = process.stderr.isTTY ? new ProgressBar(process.stderr) : null;

function tell(message: CommandMessage): void {
  if ('bar' in message) return bar?.show(message.bar);
  bar?.clear();
  if ('line' in message) process.stdout.write(`${message.line}\n`);
  else if ('error' in message) process.stderr.write(`${message.error}\n`);
  else if ('progress' in message && process.stderr.isTTY) process.stderr.write(`… ${message.progress}\n`);
}

/** Runs a command on an archive opened for it alone. */
async function runAlone(config: Config, command: string, args: string[]): Promise<number> {
  const archive = await openArchive(config, {
    log: () => undefined,
    progress: (progress) => tell({ progress }),
  });
  try {
    const output: CommandOutput = {
      progress: async (progress) => tell({ progress }),
      bar: async (state) => tell({ bar: state }),
      line: async (line) => tell({ line }),
      error: async (error) => tell({ error }),
      gone: new AbortController().signal,
    };
    const code = await commandHandlers(archive)[command]?.({ command, args, cwd: callerFolder() }, output);
    await archive.sequencer.pass();
    return code ?? 2;
  } finally {
    await archive.close();
  }
}

async function main(): Promise<number> {
  // Whoever reads may have heard enough (`| head`): that is the end, and no fault.
  process.stdout.on('error', () => process.exit(1));
  const [command = '', ...args] = process.argv.slice(2);
  if (!['intake', 'form-workbook', 'key', 'verify', 'migrate', 'demo'].includes(command)) {
    process.stderr.write(USAGE);
    return command === '' || command === 'help' || command === '--help' ? 0 : 2;
  }
  const read = readConfig();
  if ('faults' in read) {
    for (const fault of read.faults) process.stderr.write(`${fault}\n`);
    return 1;
  }
  const joined = await callRunningHub(read.ok.dataDir, { command, args, cwd: callerFolder() }, tell);
  return joined ?? runAlone(read.ok, command, args);
}

/**
 * Ends the process once everything it said has left it. `process.exit` alone drops what a pipe has not taken yet, which is
 * most of a long answer when its reader is slow.
 */
async function leave(code: number): Promise<never> {
  bar?.clear();
  const sent = [process.stdout, process.stderr].map(
    (stream) => new Promise<void>((done) => stream.write('', () => done())),
  );
  await Promise.all(sent);
  process.exit(code);
}

main().then(
  (code) => leave(code),
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
    return leave(1);
  },
);
