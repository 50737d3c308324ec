import { readFileSync } from 'node:fs';
import type { Tx } from '../../ground/database/data-source.ts';
import { projectPath } from '../../ground/project-path.ts';
import { enterRecord } from '../../ground/record/change-record.ts';
import type { RecordKind } from '../../ground/record/record-kind.ts';
import { countryId } from '../../ground/record/record.store.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import { campaignKind } from '../campaign/campaign.kind.ts';
import { movementKind } from '../movement/movement.kind.ts';
import { lockNational, nationalNames } from './national.store.ts';

/** A national movement or campaign as the data name it. */
type Named = Readonly<Record<string, string>> & { readonly name: string };

/** What the hub knows of national movements and campaigns. */
interface NationalSeeds {
  readonly movements: readonly Named[];
  readonly campaigns: readonly Named[];
}

/** The movements and campaigns that are carried out throughout the country, by name. */
export function nationalSeeds(): NationalSeeds {
  return JSON.parse(
    readFileSync(projectPath('src', 'record', 'national', 'data', 'national.json'), 'utf8'),
  ) as NationalSeeds;
}

/**
 * Enters the national movements and campaigns that the archive does not have yet, by their names, and answers how many. Those
 * that are there stay as they are: an administrator may have corrected them.
 */
export async function loadNationalRecords(tx: Tx, viewer: Viewer, seeds = nationalSeeds()): Promise<number> {
  await lockNational(tx);
  const movements = await enterMissing(tx, viewer, movementKind, 'movement', seeds.movements);
  return movements + (await enterMissing(tx, viewer, campaignKind, 'campaign', seeds.campaigns));
}

async function enterMissing(
  tx: Tx,
  viewer: Viewer,
  kind: RecordKind,
  table: 'movement' | 'campaign',
  seeds: readonly Named[],
): Promise<number> {
  const known = new Set(await nationalNames(tx, table));
  const missing = seeds.filter(({ name }) => !known.has(name));
  if (missing.length === 0) return 0;
  const head = { provinceId: await countryId(tx), keeperId: null, exposure: 2 } as const;
  const entry = { action: 'loadNationalRecords', head, source: { origin: 'MANUAL' } } as const;
  for (const values of missing) await enterRecord(tx, viewer, kind, entry, { values });
  return missing.length;
}
