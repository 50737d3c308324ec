import { describe, expect, it } from '@jest/globals';
import { type Life, runUntilSignal } from '../../src/lifecycle.ts';

/** A process of paper: signals are sent by hand, and the clock stands still unless moved. */
function paperProcess() {
  const listeners = new Map<string, Set<() => void>>();
  const exits: number[] = [];
  let now = 0;
  return {
    exits,
    host: {
      on: (name: string, listener: () => void) =>
        void (listeners.get(name) ?? listeners.set(name, new Set()).get(name))?.add(listener),
      off: (name: string, listener: () => void) => void listeners.get(name)?.delete(listener),
      exit: (code: number) => void exits.push(code),
      now: () => now,
    },
    listening: () => [...listeners.values()].reduce((sum, set) => sum + set.size, 0),
    send(name: string, at: number) {
      now = at;
      for (const listener of listeners.get(name) ?? []) listener();
    },
  };
}

function aLife(
  steps: string[],
  paper: ReturnType<typeof paperProcess>,
  over: Partial<Life<string>> = {},
): Life<string> {
  return {
    start: async () => 'hub',
    drain: async (hub) => void steps.push(`drain ${hub}`),
    stop: async (hub) => void steps.push(`stop ${hub}`),
    graceMs: 60_000,
    log: () => undefined,
    host: paper.host,
    ...over,
  };
}

describe('the life of the process', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'])('on %s drains, then stops, and ends with 0', async (name) => {
    const steps: string[] = [];
    const paper = paperProcess();
    const code = runUntilSignal(aLife(steps, paper));
    paper.send(name, 0);
    expect(await code).toBe(0);
    expect(steps).toEqual(['drain hub', 'stop hub']);
    expect(paper.listening()).toBe(0);
  });

  it('leaves at once with 1 on a second signal', async () => {
    const paper = paperProcess();
    let drained = (): void => undefined;
    const code = runUntilSignal(aLife([], paper, { drain: () => new Promise((done) => (drained = done)) }));
    paper.send('SIGTERM', 0);
    await new Promise((next) => setImmediate(next));
    expect(paper.exits).toEqual([]);
    paper.send('SIGINT', 1000);
    expect(paper.exits).toEqual([1]);
    drained();
    await code;
  });

  it('takes one Ctrl-C that npm passes on a second time for one', async () => {
    const paper = paperProcess();
    const code = runUntilSignal(aLife([], paper));
    paper.send('SIGINT', 0);
    paper.send('SIGINT', 5);
    expect(await code).toBe(0);
    expect(paper.exits).toEqual([]);
  });

  it('stops all the same, with 1, when draining fails or does not end', async () => {
    for (const drain of [() => Promise.reject(new Error('no')), () => new Promise<void>(() => undefined)]) {
      const steps: string[] = [];
      const paper = paperProcess();
      const code = runUntilSignal(aLife(steps, paper, { drain, graceMs: 1 }));
      paper.send('SIGTERM', 0);
      expect(await code).toBe(1);
      expect(steps).toEqual(['stop hub']);
    }
  });

  it('tells a start under way that it should stop, and then stops what came up', async () => {
    const steps: string[] = [];
    const paper = paperProcess();
    const start = (stopping: AbortSignal): Promise<string> =>
      new Promise((up) => stopping.addEventListener('abort', () => up('half')));
    const code = runUntilSignal(aLife(steps, paper, { start }));
    paper.send('SIGTERM', 0);
    expect(await code).toBe(0);
    expect(steps).toEqual(['drain half', 'stop half']);
  });

  it('ends with 1 and its reason when it loses what it cannot live without', async () => {
    const lines: string[] = [];
    const life = aLife([], paperProcess(), {
      lost: async () => 'the database is gone',
      log: (line) => void lines.push(line),
    });
    expect(await runUntilSignal(life)).toBe(1);
    expect(lines).toEqual(['Stopping: the database is gone']);
  });

  it('passes on what start threw, and listens no more', async () => {
    const paper = paperProcess();
    await expect(
      runUntilSignal(aLife([], paper, { start: () => Promise.reject(new Error('port 4000 is taken')) })),
    ).rejects.toThrow('port 4000 is taken');
    expect(paper.listening()).toBe(0);
  });
});
