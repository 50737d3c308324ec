import { formSource } from '../../catalogue/form/form.source.ts';
import { everyOrganisationSource } from '../../catalogue/organisation/organisation.source.ts';
import { everyPlaceSource, withinKey } from '../../catalogue/place/place.source.ts';
import { named, type Tx } from '../../ground/database/data-source.ts';
import { ListFault, type ListSource, Params } from '../../ground/database/list-source.ts';
import type { ListDefinition } from '../../ground/gql/connection.ts';
import type { IdFilter } from '../../ground/gql/filters.ts';
import { numbersInId } from '../../ground/gql/node.ts';
import { circleSql } from '../../ground/viewer/circle.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import { type Report, type ReportListRow, toReport, type VersionListRow } from './report.type.ts';

const FROM = `report r join period p on p.id = r.period_id join form m on m.id = r.form_id`;
const COLUMNS = `r.province_id, r.id::text as id, r.form_id, m.code as form_code, r.organisation_id, r.place_id, p.key as period_key,
  p.kind as period_kind, p.year as period_year, p.data_from::text as data_from, p.data_to::text as data_to`;

/** A condition on global ids. A report is known by its province and its number: the number alone may be another's. */
function idSql(operators: unknown, params: Params): string {
  const equal = (ids: readonly string[]): string => {
    const keys = ids.flatMap((id) => {
      const [province, report] = numbersInId(id, 'Report', 2) ?? [];
      return province === undefined || report === undefined ? [] : [{ province, report }];
    });
    const provinces = params.add(
      keys.map(({ province }) => province),
      'integer[]',
    );
    return `(r.province_id, r.id) in (select * from unnest(${provinces}, ${params.add(
      keys.map(({ report }) => report),
      'bigint[]',
    )}))`;
  };
  const given = Object.entries(operators as IdFilter).filter(([, operand]) => operand !== undefined);
  const parts = given.map(([operator, operand]: [string, string | string[] | null]) => {
    if (operand === null) throw new ListFault('FILTER', `“id.${operator}” is null. Leave it out.`);
    return operator === 'ne' ? `not ${equal([operand].flat())}` : equal([operand].flat());
  });
  return parts.length === 0 ? 'true' : `(${parts.join(' and ')})`;
}

/** The list of reports; names in filters are those of the given day. */
function reportSource(on: string): ListSource {
  return {
    name: 'reports',
    from: FROM,
    columns: COLUMNS,
    key: [
      { sql: 'r.province_id', type: 'integer' },
      { sql: 'r.id', type: 'bigint' },
    ],
    fields: {
      period: { sql: 'p.key', type: 'text', orderable: true },
      dataTo: { sql: 'r.data_to', type: 'date', orderable: true },
    },
    relations: {
      form: { source: formSource, on: 'f0.id = r.form_id' },
      organisation: { source: () => everyOrganisationSource(on), on: 'o0.id = r.organisation_id' },
      place: { source: () => everyPlaceSource(on), on: 'p0.id = r.place_id' },
    },
    special: {
      id: idSql,
      within: (value, params) => `exists (select 1 from place w where w.id = ${params.add(withinKey(value), 'integer')}
        and (w.level = 'COUNTRY' or w.id = r.province_id or w.id = r.place_id))`,
    },
  };
}

/** The reports a viewer sees, newest data first. */
export function reportList(viewer: Viewer, on: string): ListDefinition<ReportListRow, Report> {
  return {
    type: 'Report',
    source: reportSource(on),
    convert: toReport,
    defaultOrder: [{ field: 'dataTo', direction: 'DESC' }],
    where: [(params) => circleSql(viewer, 'r', params)],
    variant: on,
  };
}

/** The reports of these keys that the viewer sees, in no order. */
export function reportsByKey(
  tx: Tx,
  viewer: Viewer,
  keys: readonly { provinceId: number; reportId: string }[],
): Promise<ReportListRow[]> {
  const params = new Params();
  const provinces = params.add(
    keys.map((key) => key.provinceId),
    'integer[]',
  );
  const ids = params.add(
    keys.map((key) => key.reportId),
    'bigint[]',
  );
  return named(
    tx,
    `reportsByKey_${viewer.role}`,
    `select ${COLUMNS} from unnest(${provinces}, ${ids}) k (province_id, id) join report r on r.province_id = k.province_id and r.id = k.id
       join period p on p.id = r.period_id join form m on m.id = r.form_id where ${circleSql(viewer, 'r', params)}`,
    params.values,
  );
}

/** All versions of these reports that the viewer sees, oldest first. */
export function versionsOf(
  tx: Tx,
  viewer: Viewer,
  keys: readonly { provinceId: number; reportId: string }[],
): Promise<VersionListRow[]> {
  const params = new Params();
  const provinces = params.add(
    keys.map((key) => key.provinceId),
    'integer[]',
  );
  const ids = params.add(
    keys.map((key) => key.reportId),
    'bigint[]',
  );
  return named(
    tx,
    `versionsOf_${viewer.role}`,
    `select v.province_id, v.report_id::text as report_id, v.version, v.state, v.form_version, v.file_sha256, v.synthetic, v.content,
       v.created_at, v.published_event::text as published_event
     from unnest(${provinces}, ${ids}) k (province_id, id) join report_version v on v.province_id = k.province_id and v.report_id = k.id
     where ${circleSql(viewer, 'v', params)} order by v.province_id, v.report_id, v.version`,
    params.values,
  );
}
