import { named, type Tx } from '../../ground/database/data-source.ts';
import { fold } from '../../ground/text/fold.ts';
import { sortKey } from '../../ground/text/sort-key.ts';
import { type KnownDefinition, versionDefinitions } from '../definition.ts';
import { syncTable, type TableChange } from '../table-sync.store.ts';
import type { IndicatorSeed } from './indicator.seed.ts';

const INDICATOR_COLUMNS = {
  id: 'integer',
  code: 'text',
  version: 'integer',
  name_vi: 'text',
  name_en: 'text',
  sort_key: 'text',
  folded: 'text',
  owners: 'text[]',
  unit: 'text',
  value_type: 'text',
  time_rule: 'text',
  place_rule: 'text',
  numerator: 'text',
  denominator: 'text',
  disclosure: 'text',
  counted_by: 'text',
  primary_form: 'text',
  breakdowns: 'text',
} as const;

/** Makes the indicators be these; one whose definition changed gets a new version beside those before. None is taken away. */
export async function loadIndicators(
  tx: Tx,
  indicators: readonly IndicatorSeed[],
): Promise<Record<string, TableChange>> {
  const known = await named<KnownDefinition>(
    tx,
    'latestIndicatorDefinitions',
    `select distinct on (indicator_id) indicator_id as id, version, digest from indicator_version
     order by indicator_id, version desc`,
  );
  const given = indicators.map((one) => ({ id: one.id, definition: one, declared: 1 }));
  const versioned = versionDefinitions(given, known);
  return {
    indicator: await syncTable(tx, {
      table: 'indicator',
      key: ['id'],
      columns: INDICATOR_COLUMNS,
      rows: versioned.map(({ definition, version }) => toRow(definition, version)),
    }),
    indicator_version: await syncTable(tx, {
      table: 'indicator_version',
      key: ['indicator_id', 'version'],
      columns: { indicator_id: 'integer', version: 'integer', definition: 'jsonb', digest: 'text' },
      rows: versioned
        .filter(({ fresh }) => fresh)
        .map(({ id, version, definition, digest }) => ({ indicator_id: id, version, definition, digest })),
    }),
  };
}

function toRow(seed: IndicatorSeed, version: number): object {
  return {
    id: seed.id,
    code: seed.code,
    version,
    name_vi: seed.nameVi,
    name_en: seed.nameEn,
    sort_key: sortKey(seed.nameVi),
    folded: [seed.nameVi, seed.nameEn].map(fold).join('\n'),
    owners: seed.owners,
    unit: seed.unit,
    value_type: seed.type,
    time_rule: seed.timeRule,
    place_rule: seed.placeRule,
    numerator: seed.numerator,
    denominator: seed.denominator,
    disclosure: seed.disclosure,
    counted_by: seed.countedBy,
    primary_form: seed.primaryForm,
    breakdowns: seed.breakdowns,
  };
}
