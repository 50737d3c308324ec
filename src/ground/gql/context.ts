import type { Read, Write } from '../viewer/session.ts';
import type { Viewer } from '../viewer/viewer.ts';
import type { FeedWaker } from './feed-waker.ts';

/** Who asks, and how to read and change on their behalf. */
export interface Caller {
  readonly viewer: Viewer;
  /** Reads for the viewer; each call may be a transaction of its own, so loaders batch. */
  readonly read: Read;
  /** Reads for the viewer in one snapshot. */
  readonly snapshot: Read;
  /** Changes for the viewer in one transaction. */
  readonly write: Write;
}

/** What every resolver is given: the caller, and what this request has already built. */
export interface Context extends Caller {
  /** Milliseconds since 1970; tests set it. */
  readonly clock: () => number;
  /** The same thing for the same maker within one request: loaders are made on first use, and never outlive the request. */
  use<T>(make: (context: Context) => T): T;
  /** Fetches anything by its global id, as the viewer may see it. */
  readonly node: (id: string) => Promise<object | null>;
  /** The client's `Idempotency-Key` header, where it sent one. */
  readonly idempotencyKey?: string;
  /** What subscriptions wait on. */
  readonly feed: FeedWaker;
  /**
   * Forgets every loader and reads anew who the caller is: a subscription does so before each of its batches, so that
   * permissions are those of the moment. Raises what reading the caller raises, as where a key has been revoked.
   */
  renew(): Promise<void>;
}

/** What a request brings to its context. */
export type ContextParts = Omit<Context, 'use' | 'node' | 'renew'> & {
  fetchNode: (context: Context, id: string) => Promise<object | null>;
  /** Reads the caller anew; left out where a context does not outlive its request. */
  again?: () => Promise<Caller>;
};

/** Makes the context of one request or of one subscription. */
export function makeContext(parts: ContextParts): Context {
  const made = new Map<unknown, unknown>();
  const { fetchNode, again, ...given } = parts;
  const context: Context = {
    ...given,
    node: (id) => fetchNode(context, id),
    use<T>(make: (context: Context) => T): T {
      if (!made.has(make)) made.set(make, make(context));
      return made.get(make) as T;
    },
    async renew() {
      const caller = await again?.();
      made.clear();
      Object.assign(context, caller);
    },
  };
  return context;
}
