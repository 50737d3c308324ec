import type { ListSource } from '../../ground/database/list-source.ts';
import { fromGlobalId } from '../../ground/gql/node.ts';
import { isCode } from '../code.ts';

/** Code of the form with this global id; null where it can be none. */
export function formCode(globalId: string): string | null {
  const found = fromGlobalId(globalId);
  const [code, ...rest] = found?.type === 'Form' ? found.key : [];
  return code !== undefined && rest.length === 0 && isCode(code) ? code : null;
}

/** The list of forms, under the alias `f0`. */
export function formSource(): ListSource {
  return {
    name: 'forms',
    from: 'form f0',
    columns: `f0.id, f0.code, f0.version, f0.title_vi as "titleVi", f0.title_en as "titleEn", f0.sort_key as "sortKey", f0.owner, f0.layout`,
    key: [{ sql: 'f0.id', type: 'integer' }],
    fields: {
      id: { sql: 'f0.code', type: 'text', decode: formCode },
      code: { sql: 'f0.code', type: 'text', orderable: true },
      sortKey: { sql: 'f0.sort_key', type: 'text', orderable: true },
      owner: { sql: 'f0.owner', type: 'text' },
      layout: { sql: 'f0.layout', type: 'text' },
    },
  };
}
