import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Archive } from './archive.ts';
import type { CommandOutput, CommandRequest } from './command-socket.ts';
import { LOCAL_OPERATOR } from './ground/viewer/viewer.ts';
import { parseSubmittedPeriod } from './report/intake/submitted-period.ts';
import { formWorkbook } from './report/template/form-workbook.ts';

const OPTIONS = {
  form: { type: 'string' },
  organisation: { type: 'string' },
  place: { type: 'string' },
  period: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** `form-workbook`: writes a form to be filled in to a file that is not there yet. */
export async function formWorkbookCommand(
  archive: Archive,
  { args, cwd }: CommandRequest,
  output: CommandOutput,
): Promise<number> {
  const { values } = parseArgs({ args, options: OPTIONS });
  const { form = '', organisation = '', place = '', period = '', out = '' } = values;
  const given = { form, organisation, place, period, out };
  const missing = Object.entries(given).flatMap(([name, value]) => (value === '' ? [`--${name}`] : []));
  if (missing.length > 0)
    throw new Error(
      `form-workbook needs ${missing.join(', ')}: npm run hub -- form-workbook --form F --organisation O --place P --period K --out FILE.xlsx`,
    );
  const asked = { form, organisation, place, period: parseSubmittedPeriod(period) };
  const made = await formWorkbook(archive.contextOf(LOCAL_OPERATOR), asked);
  await writeNew(resolve(cwd, out), out, made.bytes);
  const { sha256, prefilled } = made;
  const byteSize = made.bytes.length;
  await output.line(
    values.json
      ? JSON.stringify({ file: out, byteSize, sha256, prefilled })
      : `${out}: ${byteSize} bytes, SHA-256 ${sha256}, ${prefilled} cells filled in`,
  );
  return 0;
}

/** A file of this name may be one that somebody has filled in: it is never overwritten. */
async function writeNew(path: string, name: string, bytes: Buffer): Promise<void> {
  try {
    await writeFile(path, bytes, { flag: 'wx' });
  } catch (fault) {
    const why = typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : String(fault);
    const what = why === 'EEXIST' ? 'is there already and is not overwritten' : `cannot be written (${why})`;
    throw new Error(`The file ${name} ${what}. Give another one with --out.`, { cause: fault });
  }
}
