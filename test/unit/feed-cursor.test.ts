import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeEventCursor, encodeEventCursor, type FeedState } from '../../src/feed/stream/cursor.ts';
import { EventCursorScalar } from '../../src/ground/gql/scalars.ts';

const feed: FeedState = { id: '7b0c8c0e-6a35-4f0e-9d4e-2f1f8b6f2a11', head: 1_000_000n };
const positions = fc.bigInt({ min: 0n, max: feed.head });

function codeOf(cursor: string, state = feed): unknown {
  try {
    return decodeEventCursor(cursor, state);
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
}

describe('an event cursor', () => {
  it('comes back as the position it was made of', () => {
    fc.assert(fc.property(positions, (position) => codeOf(encodeEventCursor(feed.id, position)) === position));
  });

  it('passes the scalar EventCursor', () => {
    const cursor = encodeEventCursor(feed.id, 12n);
    expect(EventCursorScalar.parseValue(cursor)).toBe(cursor);
  });

  it('is refused with CURSOR_UNKNOWN beyond the head', () => {
    expect(codeOf(encodeEventCursor(feed.id, feed.head))).toBe(feed.head);
    expect(codeOf(encodeEventCursor(feed.id, feed.head + 1n))).toBe('CURSOR_UNKNOWN');
    expect(codeOf(encodeEventCursor(feed.id, 2n ** 64n - 1n))).toBe('CURSOR_UNKNOWN');
  });

  it('is refused with CURSOR_DIVERGED by another feed', () => {
    expect(codeOf(encodeEventCursor('00000000-6a35-4f0e-9d4e-2f1f8b6f2a11', 5n))).toBe('CURSOR_DIVERGED');
  });

  it('is refused with CURSOR_UNKNOWN where any one of its characters was changed', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ ';
    const damage = fc.tuple(positions, fc.nat(35), fc.constantFrom(...alphabet.split('')));
    fc.assert(
      fc.property(damage, ([position, at, character]) => {
        const cursor = encodeEventCursor(feed.id, position);
        const damaged = cursor.slice(0, at) + character + cursor.slice(at + 1);
        return damaged === cursor || codeOf(damaged) === 'CURSOR_UNKNOWN';
      }),
    );
  });

  it('is refused with CURSOR_UNKNOWN where no hub made it', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (text) => codeOf(text) === 'CURSOR_UNKNOWN'));
    expect(codeOf(`${encodeEventCursor(feed.id, 1n)}A`)).toBe('CURSOR_UNKNOWN');
    expect(codeOf(encodeEventCursor(feed.id, 1n).slice(0, -4))).toBe('CURSOR_UNKNOWN');
  });
});
