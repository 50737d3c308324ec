import { named, type Tx } from '../../ground/database/data-source.ts';
import { type ListSource, Params, type SqlType } from '../../ground/database/list-source.ts';
import { figureCircleSql } from '../../ground/viewer/circle.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import type { ComparableFigure } from './diff.ts';

/** The version a figure belongs to. */
export interface VersionKey {
  provinceId: number;
  reportId: string;
  version: number;
}

/** A figure as intake brings it. */
export interface NewFigure extends ComparableFigure {
  periodId: number;
  dataTo: string;
  sheet: string | null;
  cell: string;
  printed: string;
}

/** Writes the figures of a new version, all in one statement; their breakdowns must exist. Nobody but the organisation sees them yet. */
export async function insertFigures(
  tx: Tx,
  key: VersionKey & { organisationId: number; formId: number },
  figures: readonly NewFigure[],
): Promise<void> {
  const column = <K extends keyof NewFigure>(name: K): NewFigure[K][] => figures.map((figure) => figure[name]);
  await named(
    tx,
    'insertFigures',
    `insert into figure (province_id, report_id, version, organisation_id, form_id, place_id, indicator_id, measure, breakdown_id,
       period_id, data_to, value, missing, status, qualifier, sheet, cell, printed)
     select $1::integer, $2::bigint, $3::integer, $4::integer, $5::integer, f.place, f.indicator, f.measure, b.id, f.period, f.data_to,
       f.value, f.missing, f.status, f.qualifier, f.sheet, f.cell, f.printed
     from unnest($6::integer[], $7::integer[], $8::measure[], $9::text[], $10::integer[], $11::date[], $12::numeric[],
       $13::missing_reason[], $14::figure_status[], $15::figure_qualifier[], $16::text[], $17::text[], $18::text[])
       f (place, indicator, measure, breakdown, period, data_to, value, missing, status, qualifier, sheet, cell, printed)
       join breakdown b on b.key = f.breakdown`,
    [
      key.provinceId,
      key.reportId,
      key.version,
      key.organisationId,
      key.formId,
      column('placeId'),
      column('indicatorId'),
      column('measure'),
      column('breakdown'),
      column('periodId'),
      column('dataTo'),
      column('value'),
      column('missing'),
      column('status'),
      column('qualifier'),
      column('sheet'),
      column('cell'),
      column('printed'),
    ],
  );
}

/** What a version says, for comparing it with another. */
export function comparableFigures(tx: Tx, key: VersionKey): Promise<ComparableFigure[]> {
  return named(
    tx,
    'comparableFigures',
    `select place_id as "placeId", indicator_id as "indicatorId", measure, b.key as breakdown, value::text as value, missing, status, qualifier
     from figure join breakdown b on b.id = breakdown_id where province_id = $1 and report_id = $2 and version = $3`,
    [key.provinceId, key.reportId, key.version],
  );
}

/** Makes the figures of a version current from the given event on. */
export async function publishFigures(tx: Tx, key: VersionKey, event: string): Promise<void> {
  await named(
    tx,
    'publishFigures',
    'update figure set exposure = 2, published_by = $4 where province_id = $1 and report_id = $2 and version = $3',
    [key.provinceId, key.reportId, key.version, event],
  );
}

/** Ends the figures of a version with the given event. They stay, for whoever asks what was known before. */
export async function endFigures(tx: Tx, key: VersionKey, event: string): Promise<void> {
  await named(
    tx,
    'endFigures',
    'update figure set ended_by = $4 where province_id = $1 and report_id = $2 and version = $3 and ended_by is null',
    [key.provinceId, key.reportId, key.version, event],
  );
}

/** Whether a version has a figure that everybody may see once it is published: a number, or a reason why there is none. */
export async function hasPublicFigure(tx: Tx, key: VersionKey): Promise<boolean> {
  const [row] = await named<{ found: boolean }>(
    tx,
    'hasPublicFigure',
    `select exists (select 1 from figure f join indicator i on i.id = f.indicator_id and i.disclosure = 'PUBLIC'
       where f.province_id = $1 and f.report_id = $2 and f.version = $3 and f.breakdown_id = 0) as found`,
    [key.provinceId, key.reportId, key.version],
  );
  return row?.found ?? false;
}

/** The figures of versions, as the graph lists them: in the order of form rows and places. */
export const figureList: ListSource = {
  name: 'figures',
  from: 'figure f join indicator i on i.id = f.indicator_id join breakdown b on b.id = f.breakdown_id',
  columns: `f.province_id, f.report_id::text, f.version, f.place_id, f.indicator_id, f.measure, f.breakdown_id, b.key as breakdown,
    trim_scale(f.value)::text as value, f.missing, f.status, f.qualifier, f.sheet, f.cell, f.printed, f.exposure, f.ended_by::text`,
  key: [
    { sql: 'f.place_id', type: 'integer' },
    { sql: 'f.indicator_id', type: 'integer' },
    { sql: 'f.measure::text', type: 'text' },
    { sql: 'f.breakdown_id', type: 'integer' },
    { sql: 'f.province_id', type: 'integer' },
    { sql: 'f.report_id', type: 'bigint' },
    { sql: 'f.version', type: 'integer' },
  ],
  fields: {
    measure: { sql: 'f.measure::text', type: 'text' },
    missing: { sql: 'f.missing::text', type: 'text' },
    indicator: { sql: 'i.code', type: 'text' },
  },
};

/** One row of `figureList`. */
export interface FigureListRow {
  province_id: number;
  report_id: string;
  version: number;
  place_id: number;
  indicator_id: number;
  measure: string;
  breakdown_id: number;
  breakdown: string;
  value: string | null;
  missing: string | null;
  status: string;
  qualifier: string | null;
  sheet: string | null;
  cell: string;
  printed: string;
  exposure: number;
  ended_by: string | null;
}

/** The whole key of a figure: province, report, version, place, indicator, measure, breakdown. */
export type FigureKey = readonly [string, string, string, string, string, string, string];

/** The figures of these keys that the viewer sees, in no order. */
export function figuresByKey(tx: Tx, viewer: Viewer, keys: readonly FigureKey[]): Promise<FigureListRow[]> {
  const params = new Params();
  const part = (at: 0 | 1 | 2 | 3 | 4 | 5 | 6, type: SqlType): string =>
    params.add(
      keys.map((key) => key[at]),
      `${type}[]`,
    );
  const parts = [
    part(0, 'integer'),
    part(1, 'bigint'),
    part(2, 'integer'),
    part(3, 'integer'),
    part(4, 'integer'),
    part(5, 'text'),
    part(6, 'integer'),
  ];
  return named(
    tx,
    `figuresByKey_${viewer.role}`,
    `select ${figureList.columns} from unnest(${parts.join(', ')}) k (province_id, report_id, version, place_id, indicator_id, measure, breakdown_id)
       join figure f on f.province_id = k.province_id and f.report_id = k.report_id and f.version = k.version and f.place_id = k.place_id
         and f.indicator_id = k.indicator_id and f.measure = k.measure::measure and f.breakdown_id = k.breakdown_id
       join indicator i on i.id = f.indicator_id join breakdown b on b.id = f.breakdown_id
     where ${figureCircleSql(viewer, 'f', 'i', params)}`,
    params.values,
  );
}
