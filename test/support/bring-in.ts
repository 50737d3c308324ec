import { readFileSync } from 'node:fs';
import type { Context } from '../../src/ground/gql/context.ts';
import { numbersInId } from '../../src/ground/gql/node.ts';
import { type IntakeResult, receive } from '../../src/report/intake/receive.ts';
import { hereReader } from '../../src/report/intake/reader/here-reader.ts';
import { publishReport } from '../../src/report/review/publish.ts';
import { projectPath } from '../../src/ground/project-path.ts';

const corpusFile = (name: string): Buffer => readFileSync(projectPath('test', 'fixtures', 'corpus', name));

/** A clean file of the corpus with what it is sent in for. */
export interface CleanFile {
  name: string;
  bytes: Buffer;
  form: string;
  organisation: string;
}

/** The women’s union, text that a test can edit: `edit` gets it as it is sent. */
export function womenFile(edit: (text: string) => string = (text) => text): CleanFile {
  const name = '008-hpn-6t-semicolon.csv';
  return { name, bytes: Buffer.from(edit(corpusFile(name).toString('utf8'))), form: 'HPN-01', organisation: 'HPN-91' };
}

/** The labour federation: public and state indicators, and parts of wholes. */
export function labourFile(): CleanFile {
  const name = '001-ldld-6t-clean.xlsx';
  return { name, bytes: corpusFile(name), form: 'LDLD-01', organisation: 'LDLD-91' };
}

/** The youth union by communes. */
export function youthFile(): CleanFile {
  const name = '003-td-xa-91-merged.xlsx';
  return { name, bytes: corpusFile(name), form: 'TD-02X', organisation: 'TD-91' };
}

/** Takes a file in for An Giang’s first half of 2026, as the context’s viewer. */
export function bringIn(context: Context, { name, bytes, form, organisation }: CleanFile): Promise<IntakeResult> {
  return receive(
    context,
    { name, bytes },
    { form, organisation, place: '91', period: '2026-S1' },
    { synthetic: false, reader: hereReader },
  );
}

/** Takes a file in and publishes the version it became. */
export async function bringInAndPublish(context: Context, file: CleanFile): Promise<IntakeResult> {
  const result = await bringIn(context, file);
  const [provinceId, reportId] = numbersInId(result.report ?? '', 'Report', 2) ?? [];
  if (provinceId === undefined || result.version === null) {
    throw new Error(`${file.name} was refused: ${result.issues.map((issue) => issue.message.en).join(' ')}`);
  }
  await publishReport(context, {
    provinceId,
    reportId: String(reportId),
    expectedVersion: result.version,
    reason: 'test',
  });
  return result;
}
