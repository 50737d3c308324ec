import { allColumns, type ListSource } from '../../ground/database/list-source.ts';
import { rowColumns } from '../../ground/database/row-columns.ts';
import { fromGlobalId } from '../../ground/gql/node.ts';
import { isCode } from '../code.ts';
import { IndicatorRow } from './indicator.row.ts';

/** Code of the indicator with this global id; null where it can be none. */
export function indicatorCode(globalId: string): string | null {
  const found = fromGlobalId(globalId);
  const [code, ...rest] = found?.type === 'Indicator' ? found.key : [];
  return code !== undefined && rest.length === 0 && isCode(code) ? code : null;
}

const SELECT = rowColumns(IndicatorRow, 'i0');

/** The list of indicators, under the alias `i0`. */
export function indicatorSource(): ListSource {
  return {
    name: 'indicators',
    from: 'indicator i0',
    columns: allColumns(SELECT),
    select: SELECT,
    key: [{ sql: 'i0.id', type: 'integer' }],
    fields: {
      id: { sql: 'i0.code', type: 'text', decode: indicatorCode },
      code: { sql: 'i0.code', type: 'text', orderable: true },
      name: { sql: 'i0.name_vi', type: 'text', folded: 'i0.folded' },
      sortKey: { sql: 'i0.sort_key', type: 'text', orderable: true },
      unit: { sql: 'i0.unit', type: 'text' },
      valueType: { sql: 'i0.value_type', type: 'text' },
      timeRule: { sql: 'i0.time_rule', type: 'text' },
      placeRule: { sql: 'i0.place_rule', type: 'text' },
      disclosure: { sql: 'i0.disclosure', type: 'text' },
      countedBy: { sql: 'i0.counted_by', type: 'text' },
    },
    special: { owner: (kind, params) => `${params.add(kind, 'text')} = any (i0.owners)` },
  };
}
