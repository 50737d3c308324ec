import { annotateWorkbook } from '../../src/report/intake/annotate/annotate-workbook.ts';
import { inspectFile } from '../../src/report/intake/inspect/inspect-file.ts';
import { readReport, readReportTo } from '../../src/report/intake/read-workbook.ts';
import type { FileReader } from '../../src/report/intake/reader/file-reader.ts';

/** Reads files in the process of the test itself, for tests that are not about the process they are read in otherwise. */
export const hereReader: FileReader = {
  read: readReport,
  readTo: readReportTo,
  annotate: async (bytes, issues) => {
    const annotated = await annotateWorkbook(bytes, issues);
    return 'bytes' in annotated ? annotated : null;
  },
  inspect: inspectFile,
  close: async () => undefined,
};
