import { annotateWorkbook } from '../annotate/annotate-workbook.ts';
import { inspectFile } from '../inspect/inspect-file.ts';
import { readReport, readReportTo } from '../read-workbook.ts';
import type { FileReader } from './file-reader.ts';

/** Reads files in this process: those that the hub wrote itself, as its demo; a process of its own takes longer to start than they to be read. */
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
