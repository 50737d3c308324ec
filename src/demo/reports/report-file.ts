import type { ArrivedFile } from '../../report/intake/keep-read.ts';
import { givenFile, type GivenFigure, type GivenReport } from '../../report/intake/given-figures.ts';
import { areaSheet } from './area-sheet.ts';
import { indicatorSheet } from './indicator-sheet.ts';
import { SYNTHETIC_NOTE } from './letterhead.ts';
import { csvOf, xlsxOf } from './printed-sheet.ts';
import { ReportFigures } from './report-figures.ts';
import type { ReportWorld } from './report-world.ts';
import type { DemoReport } from './schedule.ts';

/** A report of the demo, ready to be sent. */
export interface ReadyReport extends GivenReport {
  /** The bytes that will be kept: the workbook written for it, or what stands for figures without one. */
  readonly file: ArrivedFile;
}

/** Makes the reports of the demo ready; the same bytes in every run and on every machine. */
export function reportWriter(): (report: DemoReport, world: ReportWorld) => ReadyReport {
  const figures = new ReportFigures();
  return (report, world) => {
    const meant = figures.of(report, world.form, world.areas);
    const { form, kind, province, period } = report;
    const submission = { form, organisation: `${kind}-${province.code}`, place: province.code, period: period.key };
    const given = { submission, note: SYNTHETIC_NOTE, figures: meant };
    if (report.way === 'GIVEN') return { ...given, file: givenFile(given) };
    const total = (spec: Parameters<ReportFigures['total']>[1]): string | null => figures.total(report, spec);
    const sheet = sheetOf(report, world, meant, total);
    const again = report.attempt > 1 ? `_lan-${report.attempt}` : '';
    const name = `${form}_${submission.organisation}_${period.key}${again}.${report.way.toLowerCase()}`;
    return { ...given, file: { bytes: report.way === 'CSV' ? csvOf(sheet) : xlsxOf(sheet), name } };
  };
}

function sheetOf(
  report: DemoReport,
  { form, names, areas }: ReportWorld,
  figures: readonly GivenFigure[],
  total: Parameters<typeof areaSheet>[3]['total'],
): ReturnType<typeof areaSheet> {
  return form.layout === 'AREA_ROWS'
    ? areaSheet(report, form, names, { figures, areas, total })
    : indicatorSheet(report, form, names, figures);
}
