import { named, type Tx } from '../../ground/database/data-source.ts';
import { sortKey } from '../../ground/text/sort-key.ts';
import { type KnownDefinition, versionDefinitions } from '../definition.ts';
import { syncTable, type TableChange } from '../table-sync.store.ts';
import type { FormSpec } from './form.spec.ts';

const FORM_COLUMNS = {
  id: 'integer',
  code: 'text',
  version: 'integer',
  title_vi: 'text',
  title_en: 'text',
  sort_key: 'text',
  owner: 'text',
  layout: 'text',
} as const;

/** Makes the forms be these; one whose definition changed gets a new version beside those before. None is taken away. */
export async function loadForms(tx: Tx, forms: readonly FormSpec[]): Promise<Record<string, TableChange>> {
  const ids = await formIds(tx, forms);
  const known = await named<KnownDefinition>(
    tx,
    'latestFormDefinitions',
    'select distinct on (form_id) form_id as id, version, digest from form_version order by form_id, version desc',
  );
  const given = forms.map(({ version, ...definition }) => ({
    id: ids.get(definition.code) ?? 0,
    definition,
    declared: version,
  }));
  const versioned = versionDefinitions(given, known);
  return {
    form: await syncTable(tx, {
      table: 'form',
      key: ['id'],
      columns: FORM_COLUMNS,
      rows: versioned.map(({ id, version, definition }) => ({
        id,
        code: definition.code,
        version,
        title_vi: definition.titleVi,
        title_en: definition.titleEn,
        sort_key: sortKey(definition.titleVi),
        owner: definition.owner,
        layout: definition.layout,
      })),
    }),
    form_version: await syncTable(tx, {
      table: 'form_version',
      key: ['form_id', 'version'],
      columns: { form_id: 'integer', version: 'integer', definition: 'jsonb', digest: 'text' },
      rows: versioned
        .filter(({ fresh }) => fresh)
        .map(({ id, version, definition, digest }) => ({
          form_id: id,
          version,
          // What is kept says of itself which version it is; the digest is of the text without it.
          definition: { ...definition, version },
          digest,
        })),
    }),
  };
}

// A file of forms has codes and no numbers: known codes keep theirs, new ones follow.
async function formIds(tx: Tx, forms: readonly FormSpec[]): Promise<Map<string, number>> {
  const known = await named<{ id: number; code: string }>(tx, 'formIds', 'select id, code from form');
  const ids = new Map(known.map(({ id, code }) => [code, id]));
  let last = Math.max(0, ...ids.values());
  for (const { code } of forms) if (!ids.has(code)) ids.set(code, ++last);
  return ids;
}
