import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { appendAudit } from '../../src/ground/outbox/outbox.store.ts';
import { EventRow } from '../../src/ground/outbox/event.row.ts';
import { AuditRow } from '../../src/ground/outbox/audit.row.ts';
import { oncePerKey } from '../../src/ground/outbox/idempotency.store.ts';
import { type Json, requestDigest } from '../../src/ground/outbox/request-digest.ts';
import { writeFor } from '../../src/ground/viewer/session.ts';
import { LOCAL_OPERATOR, type Viewer } from '../../src/ground/viewer/viewer.ts';
import {
  anEvent,
  type FeedWorld,
  NORTH,
  NORTH_WOMEN,
  openFeedWorld,
  SOUTH_WOMEN,
  writeEvents,
} from '../support/feed.ts';

let world: FeedWorld;
beforeAll(async () => {
  world = await openFeedWorld();
});
afterAll(() => world.close());

const officer: Viewer = { role: 'OFFICER', actor: 'key:1', organisations: [NORTH_WOMEN], provinces: [] };

describe('the outbox', () => {
  it('keeps an event as it was stated, without a position', async () => {
    const [id] = await writeEvents(world, [
      anEvent({ subjectKey: '91:12', version: 3, replacedVersion: 2, exposure: 1 }),
    ]);
    const [row] = await world.sql('select * from event where id = $1', [id]);
    expect(row).toMatchObject({
      type: 'REPORT_PUBLISHED',
      province_id: NORTH,
      organisation_id: NORTH_WOMEN,
      subject_type: 'Report',
      subject_key: '91:12',
      version: 3,
      replaced_version: 2,
      exposure: 1,
      actor: 'test',
      position: null,
      numbered_at: null,
    });
  });

  it('takes events of officers for their own organisation, and of no one for another’s', async () => {
    const { appendEvent } = await import('../../src/ground/outbox/outbox.store.ts');
    const write = writeFor(world.pools, officer);
    await expect(write((tx) => appendEvent(tx, anEvent({ exposure: 0 })))).resolves.toMatch(/^\d+$/);
    await expect(write((tx) => appendEvent(tx, anEvent({ exposure: 0, organisationId: SOUTH_WOMEN })))).rejects.toThrow(
      /row-level security/,
    );
  });

  it('has table classes that read what was written', async () => {
    const [id = ''] = await writeEvents(world, [anEvent({ subjectKey: 'as-class' })]);
    await writeFor(
      world.pools,
      LOCAL_OPERATOR,
    )(async (tx) => {
      await appendAudit(tx, LOCAL_OPERATOR, { action: 'readBack', detail: { a: 1 } });
      expect(await tx.getRepository(EventRow).findOneBy({ id })).toMatchObject({
        id,
        subjectKey: 'as-class',
        organisationId: NORTH_WOMEN,
      });
      expect(await tx.getRepository(AuditRow).findOneBy({ action: 'readBack' })).toMatchObject({
        role: 'ADMIN',
        override: false,
        detail: { a: 1 },
      });
    });
  });
});

describe('the audit trail', () => {
  it('takes a row from anybody who may write, and shows it to administrators alone', async () => {
    await writeFor(
      world.pools,
      officer,
    )(async (tx) => {
      await appendAudit(tx, officer, {
        action: 'submitReport',
        provinceId: NORTH,
        subjectType: 'Report',
        subjectId: '91:1',
        reason: 'Đã ký',
      });
      expect(await tx.query('select * from audit')).toEqual([]);
    });
    const rows = await world.sql(`select * from audit where action = 'submitReport'`);
    expect(rows).toMatchObject([
      { actor: 'key:1', role: 'OFFICER', province_id: NORTH, reason: 'Đã ký', override: false, detail: {} },
    ]);
  });

  it('goes with a change that is undone', async () => {
    const change = writeFor(
      world.pools,
      LOCAL_OPERATOR,
    )(async (tx) => {
      await appendAudit(tx, LOCAL_OPERATOR, { action: 'undone' });
      throw new Error('undo');
    });
    await expect(change).rejects.toThrow('undo');
    expect(await world.sql(`select * from audit where action = 'undone'`)).toEqual([]);
  });
});

describe('a change under a key', () => {
  const once = (key: string | undefined, request: unknown, work: () => Promise<Json>, actor = 'key:1'): Promise<Json> =>
    writeFor(world.pools, { ...officer, actor })((tx) => oncePerKey(tx, { actor, key, request }, work));

  it('happens once, and its answer is given again', async () => {
    let done = 0;
    const work = async (): Promise<Json> => ({ id: 'a', count: ++done, nested: [null, 'ă'] });
    expect(await once('twice', { a: 1 }, work)).toEqual({ id: 'a', count: 1, nested: [null, 'ă'] });
    expect(await once('twice', { a: 1 }, work)).toEqual({ id: 'a', count: 1, nested: [null, 'ă'] });
    expect(done).toBe(1);
  });

  it('happens once where 20 ask at the same time, and all get the same answer', async () => {
    let done = 0;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => once('crowd', { b: 1 }, async () => ({ turn: ++done }))),
    );
    expect(answers).toEqual(Array.from({ length: 20 }, () => ({ turn: 1 })));
  });

  it('is refused where the key belongs to another request', async () => {
    await once('taken', { a: 1 }, async () => 'first');
    await expect(once('taken', { a: 2 }, async () => 'second')).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
  });

  it('does not meet the keys of other actors', async () => {
    expect(await once('shared', 1, async () => 'mine')).toBe('mine');
    expect(await once('shared', 2, async () => 'theirs', 'key:2')).toBe('theirs');
  });

  it('may be tried again where it failed', async () => {
    const failing = once('again', 1, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await once('again', 1, async () => 'yes')).toBe('yes');
  });

  it('simply happens without a key, and is refused with one that is none', async () => {
    expect(await once(undefined, 1, async () => null)).toBeNull();
    for (const key of ['', 'x'.repeat(201), 'a\0b'])
      await expect(once(key, 1, async () => 1)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('the digest of a request', () => {
  it('is the same whatever the order of names, and with names that have no value', () => {
    const reversed = (value: unknown): unknown => {
      if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
      return Object.fromEntries(
        [...Object.entries(value), ['absent', undefined] as const]
          .reverse()
          .map(([name, part]) => [name, reversed(part)]),
      );
    };
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.jsonValue()), (request) => {
        fc.pre(!JSON.stringify(request).includes('__proto__'));
        return requestDigest(request).equals(requestDigest(reversed(request)));
      }),
    );
  });

  it('differs where the requests differ', () => {
    const requests = [
      null,
      1,
      '1',
      true,
      [1],
      ['1'],
      [[1]],
      {},
      { a: 1 },
      { a: '1' },
      { b: 1 },
      1n,
      new Date(1),
      new Uint8Array([1]),
      'n1',
    ];
    const digests = requests.map((request) => requestDigest(request).toString('hex'));
    expect(new Set(digests).size).toBe(requests.length);
  });
});
