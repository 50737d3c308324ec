/** A line of the results of a case without peers; it has the columns of the others, null where they mean nothing. */
export interface LoneResult {
  goal: string | null;
  name: string;
  unit: string;
  hub: number;
  peer: number | null;
  /** What the goal allows at most, or asks at least. */
  limit: number | null;
  ratioPeer: number | null;
  ratioLimit: number | null;
  min: number | null;
  max: number | null;
  rounds: number | null;
  /** Whether the goal was reached; null where there is none. */
  holds: boolean | null;
}

/** What the command line says to a case without peers. */
export interface LoneOptions {
  /** For cases that draw at random; printed, so that a run can be repeated. */
  seed: number;
}

/** A case that needs no peers, no server and no database: nothing is installed for it. */
export interface LoneCase {
  /** As `--only` names it. */
  name: string;
  run(say: (line: string) => void, options: LoneOptions): Promise<LoneResult[]>;
}

/** A result of a case without peers: what was measured, and what the goal asks. */
export function loneResult(
  name: string,
  unit: string,
  hub: number,
  more: Partial<Pick<LoneResult, 'goal' | 'limit' | 'holds' | 'rounds'>> = {},
): LoneResult {
  const { goal = null, limit = null, holds = null, rounds = null } = more;
  const nothing = { ratioPeer: null, ratioLimit: null, min: null, max: null };
  return { goal, name, unit, hub, peer: null, limit, ...nothing, rounds, holds };
}
