import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { BenchCase, Variant } from './bench-case.ts';
import { answersPerSecond, postOf, type Target } from './load.ts';

/** The three that are measured, in the order of the table. */
export const SIDES = ['hub', 'peer', 'limit'] as const;
/** One of the three. */
export type Side = (typeof SIDES)[number];

/** URLs: of both graphs, and of the hand-written server, below which each case has its name. */
export type SideUrls = Readonly<Record<Side, string>>;

/** Ids of the servers' processes. */
export type SidePids = Readonly<Record<Side, number>>;

/** Milliseconds of processor time that each server itself, without PostgreSQL, used for an answer. */
export type ProcessorTimes = Readonly<Record<Side, number>>;

/** What one server did in one turn. */
interface Turn {
  /** Answers a second. */
  rate: number;
  /** Milliseconds of processor time an answer. */
  processor: number;
}

/** How long and how hard it is measured. */
export interface Pace {
  connections: number;
  rounds: number;
  /** Milliseconds each server is asked in one round. */
  roundMs: number;
}

/** What one case came to; rates are answers a second. */
export interface Measured {
  goal: string | null;
  name: string;
  unit: 'answers/s';
  /** Medians of the rounds. */
  hub: number;
  peer: number;
  limit: number;
  /** Medians of the rounds' own ratios; above 1 the hub is faster. */
  ratioPeer: number;
  ratioLimit: number;
  /** Smallest and largest of the rounds' ratios to the peer. */
  min: number;
  max: number;
  rounds: number;
}

/** The answer of one server to one variant, by the hub's names. */
async function answerOf(bench: BenchCase, side: Side, urls: SideUrls, variant: Variant): Promise<unknown> {
  const response = await fetch(urlOf(bench, side, urls), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(bodyOf(bench, side, variant)),
  });
  const text = await response.text();
  const { data, errors } = parseAnswer(text);
  if (response.status !== 200 || errors || data === undefined || data === null) {
    throw new Error(`${bench.name}: the ${side} answered ${response.status}: ${text.slice(0, 500)}`);
  }
  return side === 'peer' ? bench.toHub(data as never) : data;
}

function parseAnswer(text: string): { data?: unknown; errors?: unknown } {
  try {
    return JSON.parse(text) as { data?: unknown; errors?: unknown };
  } catch {
    return {};
  }
}

/** Throws where the three answers to a variant are not equal in every field, or where they are empty. */
async function requireEqualAnswers(bench: BenchCase, urls: SideUrls): Promise<void> {
  const picked = bench.variants.filter((_, at) => at % Math.ceil(bench.variants.length / 10) === 0);
  for (const variant of picked) {
    const hub = await answerOf(bench, 'hub', urls, variant);
    if (leaves(hub) === 0) throw new Error(`${bench.name}: the hub answers nothing to ${JSON.stringify(variant)}.`);
    for (const side of ['peer', 'limit'] as const) {
      const other = await answerOf(bench, side, urls, variant);
      const where = difference(hub, other, 'data');
      if (where !== null) throw new Error(`${bench.name}: the hub and the ${side} differ: ${where}`);
    }
  }
}

function leaves(value: unknown): number {
  if (typeof value !== 'object' || value === null) return value === null || value === undefined ? 0 : 1;
  return Object.values(value).reduce((sum: number, part) => sum + leaves(part), 0);
}

/** The first place where two answers differ, in words; null where they are equal. */
function difference(one: unknown, other: unknown, path: string): string | null {
  if (isDeepStrictEqual(one, other)) return null;
  if (typeof one === 'object' && one !== null && typeof other === 'object' && other !== null) {
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    for (const name of names) {
      const found = difference(
        (one as Record<string, unknown>)[name],
        (other as Record<string, unknown>)[name],
        `${path}.${name}`,
      );
      if (found !== null) return found;
    }
  }
  return `${path} is ${JSON.stringify(one)?.slice(0, 200)} and ${JSON.stringify(other)?.slice(0, 200)}`;
}

function urlOf(bench: BenchCase, side: Side, urls: SideUrls): string {
  return side === 'limit' ? `${urls.limit}/${bench.name}` : urls[side];
}

function bodyOf(bench: BenchCase, side: Side, { variables, values }: Variant): unknown {
  return side === 'limit' ? values : { query: bench[side], variables };
}

function targetOf(bench: BenchCase, side: Side, urls: SideUrls): Target {
  const url = urlOf(bench, side, urls);
  return {
    port: Number(new URL(url).port),
    requests: bench.variants.map((variant) => postOf(url, bodyOf(bench, side, variant))),
  };
}

/** Measures one case: a warm-up for each server, then rounds in which they take turns, beginning with another one each time. */
export async function measure(
  bench: BenchCase,
  urls: SideUrls,
  pids: SidePids,
  pace: Pace,
): Promise<{ measured: Measured; processor: ProcessorTimes }> {
  await requireEqualAnswers(bench, urls);
  const turn = async (side: Side, milliseconds: number): Promise<Turn> => {
    const before = processorTime(pids[side]);
    const began = performance.now();
    const rate = await answersPerSecond(targetOf(bench, side, urls), pace.connections, milliseconds);
    const answers = (rate * (performance.now() - began)) / 1_000;
    return { rate, processor: (processorTime(pids[side]) - before) / answers };
  };
  for (const side of SIDES) await turn(side, Math.min(pace.roundMs, 3_000));
  const rounds: Record<Side, Turn>[] = [];
  for (let round = 0; round < pace.rounds; round++) {
    const turns: Partial<Record<Side, Turn>> = {};
    for (let at = 0; at < SIDES.length; at++) {
      const side = SIDES[(round + at) % SIDES.length] ?? 'hub';
      turns[side] = await turn(side, pace.roundMs);
    }
    rounds.push(turns as Record<Side, Turn>);
  }
  await requireEqualAnswers(bench, urls);
  const processor = (side: Side): number => median(rounds.map((turns) => turns[side].processor));
  return {
    measured: summarise(
      bench,
      rounds.map(({ hub, peer, limit }) => ({ hub: hub.rate, peer: peer.rate, limit: limit.rate })),
    ),
    processor: { hub: processor('hub'), peer: processor('peer'), limit: processor('limit') },
  };
}

/** Milliseconds of processor time a process has used, in its own and in the system's code; Linux counts them in hundredths. */
function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Medians and extremes of the rounds. */
function summarise({ goal, name }: Pick<BenchCase, 'goal' | 'name'>, rates: readonly Record<Side, number>[]): Measured {
  const toPeer = rates.map(({ hub, peer }) => hub / peer);
  return {
    goal,
    name,
    unit: 'answers/s',
    hub: median(rates.map(({ hub }) => hub)),
    peer: median(rates.map(({ peer }) => peer)),
    limit: median(rates.map(({ limit }) => limit)),
    ratioPeer: median(toPeer),
    ratioLimit: median(rates.map(({ hub, limit }) => hub / limit)),
    min: Math.min(...toPeer),
    max: Math.max(...toPeer),
    rounds: rates.length,
  };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
