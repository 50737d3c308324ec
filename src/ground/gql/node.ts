import { Field, ID, InterfaceType } from 'type-graphql';
import type { Context } from './context.ts';

/** Anything with an id of its own that can be fetched again. */
@InterfaceType({ description: 'Anything that has a global id and can be fetched again by it.' })
export abstract class Node {
  @Field(() => ID, { description: 'Opaque global id. It stays the same for as long as the thing exists.' })
  id!: string;
}

/** The global id of a row: its type and the parts of its key. */
export function toGlobalId(type: string, ...key: readonly (string | number)[]): string {
  return Buffer.from([type, ...key].join(':'), 'utf8').toString('base64url');
}

/** Type and key of a global id; `null` where the text is none. */
export function fromGlobalId(id: string): { type: string; key: string[] } | null {
  const text = Buffer.from(id, 'base64url').toString('utf8');
  const [type, ...key] = text.split(':');
  if (!type || key.length === 0 || !/^[A-Z][A-Za-z]+$/.test(type)) return null;
  if (toGlobalId(type, ...key) !== id) return null;
  return { type, key };
}

/** The largest number that a column of places or organisations holds. */
const LARGEST_KEY = 2_147_483_647;

/**
 * The whole numbers in a global id of the wanted type; `null` where the id is none, of another type, or not written as the
 * hub writes it. The first is the key of a place or an organisation: beyond the range of its column there is none, and
 * PostgreSQL would raise a fault of its own.
 */
export function numbersInId(id: string, type: string, parts: number): number[] | null {
  const found = fromGlobalId(id);
  if (found?.type !== type || found.key.length !== parts) return null;
  const numbers = found.key.map((part) => (/^(0|[1-9]\d{0,14})$/.test(part) ? Number(part) : Number.NaN));
  return numbers.every(Number.isSafeInteger) && (numbers[0] ?? 0) <= LARGEST_KEY ? numbers : null;
}

/** How a room answers `node(id)` for its type: `null` where there is no such row, or none the viewer may see. */
export interface NodeFetcher {
  type: string;
  fetch(context: Context, id: string): Promise<object | null>;
}
