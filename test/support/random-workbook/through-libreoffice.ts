import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillInLibreOffice } from '../libreoffice.ts';
import type { SavedFormat } from '../libreoffice.ts';

const LIMIT_MS = 600_000;

/** A workbook to be loaded and saved. */
export interface SavedWorkbook {
  bytes: Uint8Array;
  /** Its own format, as the end of its name. */
  file: string;
  saveAs: SavedFormat;
}

/** Loads all workbooks in one run of LibreOffice and saves them again; nothing is typed in. */
export async function throughLibreOffice(program: string, workbooks: readonly SavedWorkbook[]): Promise<Uint8Array[]> {
  const folder = await mkdtemp(join(tmpdir(), 'phoi-hop-saved-'));
  try {
    const jobs = workbooks.map(({ file, saveAs }, at) => ({
      path: join(folder, `${at}.${file}`),
      cells: [],
      saveAs: [{ path: join(folder, `${at}-saved.${saveAs}`), format: saveAs }],
    }));
    await Promise.all(jobs.map(({ path }, at) => writeFile(path, workbooks[at]?.bytes ?? '')));
    await fillInLibreOffice(program, jobs, LIMIT_MS);
    return await Promise.all(jobs.flatMap(({ saveAs }) => saveAs).map(({ path }) => readFile(path)));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
