import type { QueryRunner } from 'typeorm';

/**
 * Runs the SQL text of a migration. `{hub}`, `{sequencer}` and `{reader}` stand for the three login roles of this
 * installation. The migrating session carries their names in `hub.role_hub` and its like, or their prefix in `hub.role_prefix`.
 */
export async function runSql(runner: QueryRunner, sql: string): Promise<void> {
  const roles = (await runner.query(
    `select kind, quote_ident(coalesce(current_setting('hub.role_' || kind, true), current_setting('hub.role_prefix') || '_' || kind)) as name
       from unnest(array['hub', 'sequencer', 'reader']) kind`,
  )) as { kind: string; name: string }[];
  const names = new Map(roles.map(({ kind, name }) => [kind, name]));
  await runner.query(sql.replace(/\{(hub|sequencer|reader)\}/g, (whole, kind: string) => names.get(kind) ?? whole));
}

/** Every migration is forward only: going back is a restore, because data written since cannot be guessed. */
export function forwardOnly(): Promise<void> {
  return Promise.reject(new Error('Migrations go forward only. Restore a backup to return to an earlier state.'));
}
