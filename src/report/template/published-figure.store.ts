import { named, type Tx } from '../../ground/database/data-source.ts';
import { Params } from '../../ground/database/list-source.ts';
import { figureCircleSql } from '../../ground/viewer/circle.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';

/** A current figure of one of the organisation's own reports, for filling in beforehand. */
export interface PublishedFigure {
  readonly placeId: number;
  readonly indicator: string;
  readonly breakdown: string;
  readonly measure: 'IN_PERIOD' | 'TARGET';
  /** Key of the period it is for; of a target the year. */
  readonly period: string;
  readonly value: string | null;
  readonly missing: string | null;
  readonly status: string;
  readonly qualifier: string | null;
}

/** Whose figures are wanted, and of which periods. */
export interface FiguresWanted {
  readonly provinceId: number;
  readonly formId: number;
  readonly organisationId: number;
  readonly placeId: number;
  /** Keys of the periods whose reported numbers are wanted. */
  readonly reported: readonly string[];
  /** The year whose targets are wanted. */
  readonly year: string;
}

/**
 * What the organisation has published with this form for this place, as the viewer sees it: the numbers of some periods and
 * the targets of a year. Where several reports say one thing (each report of a year repeats its targets), the one published
 * last counts, and a cell left empty says nothing. Drafts and withdrawn versions are never in it.
 */
export function publishedFigures(tx: Tx, viewer: Viewer, wanted: FiguresWanted): Promise<PublishedFigure[]> {
  const params = new Params();
  const report = `r.province_id = ${params.add(wanted.provinceId, 'integer')} and r.form_id = ${params.add(wanted.formId, 'integer')}
       and r.organisation_id = ${params.add(wanted.organisationId, 'integer')} and r.place_id = ${params.add(wanted.placeId, 'integer')}`;
  const periods = `(f.measure = 'IN_PERIOD' and p.key = any (${params.add([...wanted.reported], 'text[]')})
       or f.measure = 'TARGET' and p.key = ${params.add(wanted.year, 'text')})`;
  return named(
    tx,
    `publishedFigures_${viewer.role}`,
    `select distinct on (f.place_id, f.indicator_id, f.measure, f.breakdown_id, p.key) f.place_id as "placeId", i.code as indicator,
       b.key as breakdown, f.measure, p.key as period, trim_scale(f.value)::text as value, f.missing, f.status, f.qualifier
     from report r join figure f on f.province_id = r.province_id and f.report_id = r.id and f.version = r.published_version
       join period p on p.id = f.period_id join indicator i on i.id = f.indicator_id join breakdown b on b.id = f.breakdown_id
     where ${report} and f.exposure = 2 and f.ended_by is null and f.missing is distinct from 'BLANK' and ${periods} and ${figureCircleSql(viewer, 'f', 'i', params)}
     order by f.place_id, f.indicator_id, f.measure, f.breakdown_id, p.key, f.published_by desc`,
    params.values,
  );
}
