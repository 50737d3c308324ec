import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface ProfileNode {
  id: number;
  callFrame: { functionName: string; url: string; lineNumber: number };
  children?: number[];
}

interface CpuProfile {
  nodes: ProfileNode[];
  /** Microseconds of the system's monotonic clock. */
  startTime: number;
  samples: number[];
  timeDeltas: number[];
}

/** A part of a program and its share of the time the processor was busy, 0 to 1. */
export interface Share {
  part: string;
  share: number;
}

/**
 * Where the time of the profiled process in a folder went from a moment on (microseconds of the monotonic clock): by package
 * or room, and by function. Built-ins count for their callers. Samples are of the clock on the wall: a write that wakes
 * another process, and waits for it on a busy machine, seems to take longer than it works.
 */
export async function sharesOf(folder: string, from: number): Promise<{ parts: Share[]; functions: Share[] }> {
  const name = (await readdir(folder)).find((file) => file.endsWith('.cpuprofile'));
  if (name === undefined) throw new Error(`There is no profile in ${folder}.`);
  const profile = JSON.parse(await readFile(join(folder, name), 'utf8')) as CpuProfile;
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const callers = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const parts = new Map<string, number>();
  const functions = new Map<string, number>();
  let busy = 0;
  let clock = profile.startTime;
  profile.samples.forEach((id, at) => {
    const node = nodes.get(id);
    const time = profile.timeDeltas[at] ?? 0;
    clock += time;
    if (!node || clock < from || node.callFrame.functionName === '(idle)') return;
    busy += time;
    const part = partOf(node, nodes, callers);
    parts.set(part, (parts.get(part) ?? 0) + time);
    const own = `${part}  ${node.callFrame.functionName || '(anonymous)'}`;
    functions.set(own, (functions.get(own) ?? 0) + time);
  });
  const sorted = (times: ReadonlyMap<string, number>): Share[] =>
    [...times].map(([part, time]) => ({ part, share: time / busy })).toSorted((a, b) => b.share - a.share);
  return { parts: sorted(parts), functions: sorted(functions) };
}

/** The package, the room of the hub or the module of Node that a sample belongs to. */
function partOf(
  node: ProfileNode,
  nodes: ReadonlyMap<number, ProfileNode>,
  callers: ReadonlyMap<number, number>,
): string {
  const { functionName, url } = node.callFrame;
  const from = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*\/node_modules\/)/.exec(url)?.[1];
  if (from !== undefined) return from;
  const room = /\/dist\/src\/(.*)\.js$/.exec(url)?.[1];
  if (room !== undefined) return `hub ${room.split('/').slice(0, 2).join('/')}`;
  if (url.startsWith('node:')) return url.replace('node:internal/', 'node:');
  if (url !== '') return 'compiled query';
  if (functionName.startsWith('(')) return functionName;
  const caller = nodes.get(callers.get(node.id) ?? -1);
  return caller ? partOf(caller, nodes, callers) : '(program)';
}
