import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Tx } from '../../src/ground/database/data-source.ts';
import { type Read, readFor, snapshotFor, writeFor } from '../../src/ground/viewer/session.ts';
import type { Viewer } from '../../src/ground/viewer/viewer.ts';
import { type DisclosureWorld, openDisclosureWorld } from '../support/disclosure-world.ts';

let world: DisclosureWorld;
beforeAll(async () => {
  world = await openDisclosureWorld();
}, 60_000);
afterAll(() => world.close());

/** Everything a session sees, in one number and two sums. */
const SEEN = `select (select count(*) from figure) || ' figures ' || (select count(*) from report_version) || ' versions '
  || (select coalesce(sum(id), 0) from event) || ' events' as seen`;

const seenBy = async (tx: Tx): Promise<string> => ((await tx.query(SEEN)) as { seen: string }[])[0]?.seen ?? '';

/** Ways in which a piece of work can end before its time. */
const ENDS: ((tx: Tx) => Promise<unknown>)[] = [
  () => Promise.reject(new Error('thrown on purpose')),
  (tx) => tx.query('select 1 / 0'),
  (tx) => tx.query('insert into figure select'),
  (tx) => tx.query('savepoint one'),
];

/** Numbers that look random and are the same in every run. */
function* dice(): Generator<number, never> {
  for (let seed = 20_261_123; ; seed = (seed * 48_271) % 2_147_483_647) yield seed;
}

describe('the pools', () => {
  it('never show one viewer what another may see, through thousands of readings at once that also fail and break off', async () => {
    const names = Object.keys(world.viewers);
    const whole = new Map<string, string>();
    for (const name of names) whole.set(name, await readFor(world.pools, viewer(name))(seenBy));
    expect(new Set(whole.values()).size).toBeGreaterThanOrEqual(5);
    const throws = dice();
    const wrong: string[] = [];
    let failed = 0;
    const reader = async (): Promise<void> => {
      for (let count = 0; count < 250; count++) {
        const name = names[throws.next().value % names.length] ?? '';
        const end = throws.next().value % 12;
        const ways: Read[] = [readFor, snapshotFor, writeFor].map((make) => make(world.pools, viewer(name)));
        const way = ways[throws.next().value % (viewer(name).role === 'ANONYMOUS' ? 2 : 3)] ?? ways[0];
        const work = async (tx: Tx): Promise<void> => {
          const seen = await seenBy(tx);
          // Whoever sees only what everybody sees reads it without a transaction or in one; both ways it is the same.
          if (seen !== whole.get(name)) wrong.push(`${name}: ${seen}`);
          await ENDS[end]?.(tx);
        };
        await way?.(work).catch(() => (failed += 1));
      }
    };
    await Promise.all(Array.from({ length: 12 }, reader));
    expect(wrong).toEqual([]);
    expect(failed).toBeGreaterThan(500);
  }, 120_000);

  it('show what everybody sees, and no more, to a statement that says nothing of its viewer', async () => {
    const everybody = await readFor(world.pools, viewer('anonymous'))(seenBy);
    await readFor(world.pools, viewer('admin'))(seenBy);
    const bare = await Promise.all(Array.from({ length: 12 }, () => seenBy(world.pools.hub.manager)));
    expect(new Set(bare)).toEqual(new Set([everybody]));
  });

  it('go on, and leak nothing, where a session is ended in the middle of its work', async () => {
    const admin = readFor(world.pools, viewer('admin'));
    const officer = readFor(world.pools, viewer('officer'));
    const own = await officer(seenBy);
    for (let count = 0; count < 5; count++) {
      await expect(admin((tx) => tx.query('select pg_terminate_backend(pg_backend_pid())'))).rejects.toThrow();
      expect(await officer(seenBy)).toBe(own);
    }
  });
});

function viewer(name: string): Viewer {
  const found = world.viewers[name];
  if (!found) throw new Error(`No viewer “${name}”.`);
  return found;
}
