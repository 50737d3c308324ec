import { readdirSync, readFileSync } from 'node:fs';

/** Megabytes of a process: those it has now and the most it had; zeros where the system does not tell (other than Linux). */
function memoryOf(pid: number): { now: number; most: number } {
  const status = textOf(`/proc/${pid}/status`);
  const megabytes = (name: string): number =>
    Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024);
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
}

/** Processes that a process has started and that have not ended. */
export function childrenOf(pid: number): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => new RegExp(`^PPid:\\s+${pid}$`, 'm').test(textOf(`/proc/${name}/status`)))
    .map(Number);
}

/** The most memory that a process and those it starts take until it is asked, in megabytes, and how the process grew. */
export function watchMemory(pid: number): { stop(): { grew: number; children: number } } {
  const before = memoryOf(pid).now;
  let [own, children] = [before, 0];
  const look = (): void => {
    own = Math.max(own, memoryOf(pid).now);
    for (const child of childrenOf(pid)) children = Math.max(children, memoryOf(child).most);
  };
  const timer = setInterval(look, 50);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return { grew: own - before, children };
    },
  };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It ended while it was looked for.
    return '';
  }
}
