import type { Tx } from './ground/database/data-source.ts';

/** What an archive holds, and whether the demo reports have entered it. */
export interface ArchiveKind {
  kind: 'DEMO' | 'REAL';
  loaded: boolean;
}

/** The kind of this archive; where it has none yet, it is `wanted` from now on. */
export async function settledKind(owner: Tx, wanted: ArchiveKind['kind']): Promise<ArchiveKind | undefined> {
  await owner.query('insert into archive (kind) values ($1) on conflict do nothing', [wanted]);
  const found: ArchiveKind[] = await owner.query('select kind, demo_loaded_at is not null as loaded from archive');
  return found[0];
}

/** Notes that the demo reports have entered. */
export async function noteDemoLoaded(owner: Tx): Promise<void> {
  await owner.query('update archive set demo_loaded_at = now()');
}

/** The version of the server, as `15.14 (Debian 15.14-0+deb12u1)`. */
export async function serverVersion(owner: Tx): Promise<string> {
  const found: { server_version: string }[] = await owner.query('show server_version');
  return found[0]?.server_version ?? '';
}
