// Takes the long form in and says what it does, a line each: `receive-child.ts <hub URL> <file> <stop> [<reading>]`. At the line
// that begins with <stop> it stands still for good, before it does what that says: `READ 2` is the second word about the reading,
// `WRITE 4` the fourth statement of the change that writes. With <reading> what the file says is taken from there, packed by v8.
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import { callerOf } from '../../src/access/caller.ts';
import { openDataSource } from '../../src/ground/database/data-source.ts';
import { makeContext } from '../../src/ground/gql/context.ts';
import { LOCAL_OPERATOR } from '../../src/ground/viewer/viewer.ts';
import { openChildReader } from '../../src/report/intake/reader/child-reader.ts';
import type { FileReader } from '../../src/report/intake/reader/file-reader.ts';
import type { Reading } from '../../src/report/intake/reading.ts';
import { receive } from '../../src/report/intake/receive.ts';
import { rows } from '../../src/rows.ts';
import { HandWaker } from './feed.ts';
import { LONG } from './long-form.ts';

const [url = '', file = '', stop = '', given] = process.argv.slice(2);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
  if (`${line} `.startsWith(`${stop} `)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

let [words, writes] = [0, 0];
let changing = false;
function hear(statement: string): void {
  const [, name = statement, verb = statement] = /^\/\* (\w+) \*\/ (\w+)/.exec(statement) ?? [];
  if (changing && !/^(?:select|start|set)/i.test(verb)) say(`WRITE ${++writes} ${name}`);
}

const hub = await openDataSource({
  url,
  entities: rows,
  poolSize: 1,
  applicationName: 'receive child',
  onStatement: hear,
});
const reader = openChildReader();
const known: FileReader = {
  ...reader,
  read: given === undefined ? reader.read : async () => deserialize(readFileSync(given)) as Reading,
};
const { write, ...caller } = callerOf({ hub, reader: hub }, LOCAL_OPERATOR);
const context = makeContext({
  ...caller,
  write: (work) => {
    changing = true;
    return write(work);
  },
  clock: Date.now,
  feed: new HandWaker(),
  fetchNode: async () => null,
});
const { version, counts } = await receive(context, { name: 'dài.xlsx', bytes: readFileSync(file) }, LONG, {
  synthetic: false,
  reader: known,
  watch: () => say(`READ ${++words}`),
});
say(`DONE ${version} ${counts.new} ${counts.changed} ${counts.unchanged} ${counts.removed}`);
await reader.close();
await hub.destroy();
