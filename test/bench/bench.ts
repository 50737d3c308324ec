import 'reflect-metadata';
import { randomInt } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BenchCase } from './bench-case.ts';
import { benchCases } from './cases/all.ts';
import { type Grounds, openGrounds, POOL } from './grounds.ts';
import { openKit } from './kit.ts';
import type { LoneCase, LoneResult } from './lone-case.ts';
import { loneCases } from './lone-cases.ts';
import { measure, type Pace } from './measure.ts';
import { type Share, sharesOf } from './profile.ts';
import { loneTableOf, type Result, tableOf } from './results-table.ts';

const USAGE = `npm run bench -- [--only NAME…] [--rounds N] [--seconds N] [--connections N] [--seed N] [--json FILE] [--profile]

Measures the hub beside PostGraphile 5 and hand-written SQL: the same questions on the same database, machine and Node, in
alternating rounds, after checking that all three answer the same. Cases without peers need neither them nor a database.
  --only NAME       only the cases named; may be given several times
  --rounds N        rounds (default 7)
  --seconds N       seconds each server is asked in a round (default 4)
  --connections N   connections that ask at once (default 16)
  --seed N          seed of the cases that draw at random (default: another one each time; it is printed)
  --json FILE       writes the results as JSON, too
  --profile         profiles the hub as well, which slows it down, and says where its time went; best with one case

Cases:`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

type Values = ReturnType<typeof readArguments>['values'];

function readArguments() {
  return parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string', multiple: true, default: [] },
      rounds: { type: 'string', default: '7' },
      seconds: { type: 'string', default: '4' },
      connections: { type: 'string', default: '16' },
      seed: { type: 'string' },
      json: { type: 'string' },
      profile: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
}

async function main(): Promise<number> {
  const { values, positionals } = readArguments();
  const names = [...values.only, ...positionals];
  const all = [...benchCases, ...loneCases];
  const unknown = names.filter((name) => !all.some((bench) => bench.name === name));
  if (values.help || unknown.length > 0) {
    if (unknown.length > 0) say(`There is no case ${unknown.join(', ')}.\n`);
    say([USAGE, ...all.map(({ name }) => `  ${name}`)].join('\n'));
    return unknown.length > 0 ? 1 : 0;
  }
  const asked = ({ name }: { name: string }): boolean => names.length === 0 || names.includes(name);
  const cases = benchCases.filter(asked);
  const beside = cases.length === 0 ? [] : await besidePeers(cases, values);
  const alone = await runAlone(loneCases.filter(asked), values);
  const plain = [...beside.map(({ measured }) => measured), ...alone];
  if (values.json !== undefined && plain.length > 0)
    await writeFile(values.json, `${JSON.stringify(plain, null, 2)}\n`);
  return alone.some(({ holds }) => holds === false) ? 1 : 0;
}

async function runAlone(cases: readonly LoneCase[], { seed }: Values): Promise<LoneResult[]> {
  const options = { seed: seed === undefined ? randomInt(2 ** 31) : positive('seed', seed) };
  const results: LoneResult[] = [];
  for (const lone of cases) results.push(...(await lone.run(say, options)));
  if (results.length > 0) say(`\n${loneTableOf(results)}`);
  return results;
}

/** Measures the cases with peers; nothing where the peers cannot be had. */
async function besidePeers(cases: readonly BenchCase[], values: Values): Promise<Result[]> {
  const pace = {
    rounds: positive('rounds', values.rounds),
    roundMs: positive('seconds', values.seconds) * 1_000,
    connections: positive('connections', values.connections),
  };
  const kit = await openKit(say);
  if (typeof kit === 'string') {
    say(kit);
    return [];
  }
  const statements = Object.fromEntries(cases.map(({ name, limit }) => [name, limit]));
  const folder = values.profile ? await mkdtemp(join(tmpdir(), 'phoi-hop-profile-')) : null;
  const profiling = folder === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`];
  const grounds = await openGrounds(kit, statements, say, profiling);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void grounds.close().finally(() => process.exit(1)));
  }
  let began = 0;
  let results: Result[] = [];
  try {
    say(
      `Node ${kit.nodeVersion} for all, PostGraphile ${kit.postgraphile.version}; ${pace.connections} connections, ` +
        `${POOL} to PostgreSQL each, ${pace.rounds} rounds of ${pace.roundMs / 1_000} s.`,
    );
    began = Number(process.hrtime.bigint() / 1_000n);
    results = await inTurn(cases, pace, grounds);
    say(`\n${tableOf(results)}`);
  } finally {
    await grounds.close();
  }
  if (folder !== null) await sayShares(folder, began);
  return results;
}

async function inTurn(cases: readonly BenchCase[], pace: Pace, { urls, pids }: Grounds): Promise<Result[]> {
  const results: Result[] = [];
  for (const bench of cases) {
    say(`${bench.name} …  (${Math.ceil((3 * (pace.rounds + 1) * pace.roundMs) / 1_000)} s)`);
    results.push(await measure(bench, urls, pids, pace));
  }
  return results;
}

/** Says where the hub's time went, and removes the profile. */
async function sayShares(folder: string, from: number): Promise<void> {
  const { parts, functions } = await sharesOf(folder, from);
  const lines = (shares: readonly Share[]): string =>
    shares.map(({ part, share }) => `${(100 * share).toFixed(1).padStart(6)} %  ${part}`).join('\n');
  say(`\nThe hub's time, by part:\n${lines(parts.slice(0, 25))}\n\nby function:\n${lines(functions.slice(0, 40))}`);
  await rm(folder, { recursive: true, force: true });
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${name} is ${JSON.stringify(text)}; expected is a number above 0.`);
  return value;
}

main().then(
  (code) => process.exit(code),
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
    process.exit(1);
  },
);
