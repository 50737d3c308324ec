import type { QueryRunner } from 'typeorm';

/**
 * Runs the SQL text of a migration. `{hub}`, `{sequencer}` and `{reader}` stand for the three login roles of this
 * installation, whose prefix the migrating session carries in the setting `hub.role_prefix`.
 */
export async function runSql(runner: QueryRunner, sql: string): Promise<void> {
  const [row] = (await runner.query(`select current_setting('hub.role_prefix') as prefix`)) as { prefix: string }[];
  if (!row) throw new Error('The migrating session must set hub.role_prefix.');
  await runner.query(sql.replace(/\{(hub|sequencer|reader)\}/g, (_, role: string) => `"${row.prefix}_${role}"`));
}

/** Every migration is forward only: going back is a restore, because data written since cannot be guessed. */
export function forwardOnly(): Promise<void> {
  return Promise.reject(new Error('Migrations go forward only. Restore a backup to return to an earlier state.'));
}
