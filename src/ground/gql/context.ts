import type { Read, Write } from '../viewer/session.ts';
import type { Viewer } from '../viewer/viewer.ts';

/** What every resolver is given: who asks, how to read and change on their behalf, and what this request has already built. */
export interface Context {
  readonly viewer: Viewer;
  /** Reads for the viewer; each call may be a transaction of its own, so loaders batch. */
  readonly read: Read;
  /** Reads for the viewer in one snapshot. */
  readonly snapshot: Read;
  /** Changes for the viewer in one transaction. */
  readonly write: Write;
  /** Milliseconds since 1970; tests set it. */
  readonly clock: () => number;
  /** The same thing for the same maker within one request: loaders are made on first use, and never outlive the request. */
  use<T>(make: (context: Context) => T): T;
  /** Fetches anything by its global id, as the viewer may see it. */
  readonly node: (id: string) => Promise<object | null>;
  /** The client's `Idempotency-Key` header, where it sent one. */
  readonly idempotencyKey?: string;
}

/** What a request brings to its context. */
export type ContextParts = Omit<Context, 'use' | 'node'> & {
  fetchNode: (context: Context, id: string) => Promise<object | null>;
};

/** Makes the context of one request (or of one event of a subscription). */
export function makeContext(parts: ContextParts): Context {
  const made = new Map<unknown, unknown>();
  const { fetchNode, ...given } = parts;
  const context: Context = {
    ...given,
    node: (id) => fetchNode(context, id),
    use<T>(make: (context: Context) => T): T {
      if (!made.has(make)) made.set(make, make(context));
      return made.get(make) as T;
    },
  };
  return context;
}
