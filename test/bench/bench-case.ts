/** Variables of one request, and the values of the hand-written statement that asks the same. */
export interface Variant {
  variables: Readonly<Record<string, unknown>>;
  values: readonly unknown[];
}

/** What is asked of all three servers. */
export interface BenchCase {
  /** As `--only` names it. */
  name: string;
  /** The goal of the design that it measures; null where there is none. */
  goal: string | null;
  /** The query to the hub. Its data is what the other two are compared with. */
  hub: string;
  /** The same to PostGraphile. */
  peer: string;
  /** Brings an answer of PostGraphile to the hub's names. */
  toHub: (data: never) => unknown;
  /** One statement that answers the hub's JSON as the text column `json`. */
  limit: string;
  /** What the requests ask in turn; the more there are, the less any of the servers can remember. */
  variants: readonly Variant[];
}
