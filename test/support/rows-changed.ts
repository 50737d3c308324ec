import pg from 'pg';
import type { Viewer } from '../../src/ground/viewer/viewer.ts';
import type { TestDatabase } from './hub.ts';
import { withClient } from './postgres.ts';

/** How many rows each statement changes for a viewer, or its SQLSTATE; each in a transaction of its own that is taken back. */
export async function rowsChanged(
  world: { readonly database: TestDatabase },
  viewer: Viewer | null,
  statements: readonly string[],
  role: 'hub' | 'reader' = 'hub',
): Promise<(number | string)[]> {
  return withClient(world.database.urls[role], async (client) => {
    const found: (number | string)[] = [];
    for (const text of statements) {
      await client.query('begin');
      if (viewer) {
        await client.query(
          `select set_config('hub.viewer_role', $1, true), set_config('hub.viewer_organisations', $2, true), set_config('hub.viewer_provinces', $3, true)`,
          [viewer.role, `{${viewer.organisations.join()}}`, `{${viewer.provinces.join()}}`],
        );
      }
      found.push(
        await client.query(text).then(
          ({ rowCount }) => rowCount ?? 0,
          (fault: unknown) => (fault instanceof pg.DatabaseError ? String(fault.code) : String(fault)),
        ),
      );
      await client.query('rollback');
    }
    return found;
  });
}
