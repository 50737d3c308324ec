/** What a subscription waits on: one for the whole process, however many subscribers there are. */
export interface FeedWaker {
  /** Resolves when the feed has a position beyond `after`, or when the signal aborts. Never rejects, costs no SQL. */
  wait(after: bigint, signal?: AbortSignal): Promise<void>;
  /** The last position this process has heard of; the database may be ahead by a moment. 0 before anything was heard. */
  head(): bigint;
}
