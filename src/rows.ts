import { FigureRow } from './report/figure/figure.row.ts';
import { TotalRow } from './report/total/total.row.ts';
import { ReportRow, ReportVersionRow } from './report/version/report.row.ts';
import { StoredFileRow, UploadRow } from './report/version/upload.row.ts';

/** Every table class of the hub, for the data sources and for the check that they agree with the migrations. */
export const rows: readonly (new () => object)[] = [ReportRow, ReportVersionRow, UploadRow, StoredFileRow, FigureRow, TotalRow];
