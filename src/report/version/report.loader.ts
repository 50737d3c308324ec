import DataLoader from 'dataloader';
import { byKey, groupByKey } from '../../ground/database/by-key.ts';
import type { Context } from '../../ground/gql/context.ts';
import { reportsByKey, versionsOf } from './report.source.ts';
import { type Report, type ReportVersion, toReport, toReportVersion } from './report.type.ts';

/** Loaders of one request; keys are `province:report`. */
export interface ReportLoaders {
  /** A report as the viewer may see it, else null. */
  byKey: DataLoader<string, Report | null>;
  /** The versions of a report that the viewer may see, oldest first. */
  versions: DataLoader<string, ReportVersion[]>;
}

/** Makes a request's loaders of reports: give it to `context.use`. */
export function reportLoaders(context: Context): ReportLoaders {
  return {
    byKey: new DataLoader(async (keys) => {
      const rows = await context.read((tx) => reportsByKey(tx, context.viewer, keys.map(split)));
      return byKey(keys, rows, (row) => `${row.province_id}:${row.id}`).map((row) => row && toReport(row));
    }),
    versions: new DataLoader(async (keys) => {
      const rows = await context.read((tx) => versionsOf(tx, context.viewer, keys.map(split)));
      return groupByKey(keys, rows, (row) => `${row.province_id}:${row.report_id}`).map((group) =>
        group.map(toReportVersion),
      );
    }),
  };
}

function split(key: string): { provinceId: number; reportId: string } {
  const [province = '', report = ''] = key.split(':');
  return { provinceId: Number(province), reportId: report };
}
