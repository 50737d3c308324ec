import type { OpenFault } from '../../src/report/intake/workbook/open-file.ts';
import { LYING_ARCHIVES, ZIP_BOMBS } from './hostile-archives.ts';
import { HUGE_ODS } from './hostile-ods.ts';
import { HUGE_SHEETS, ODD_CELLS } from './hostile-sheets.ts';
import { LONG_SHEETS } from './hostile-tables.ts';
import { HOSTILE_TEXTS, OLD_WORKBOOKS, POLYGLOTS } from './hostile-texts.ts';
import { BROKEN_XML, DECLARATIONS, LONG_XML } from './hostile-xml.ts';

/** Why a hostile file is refused; NO_TABLE where its cells are read without harm and are no report, ISSUES where they are a wrong one. */
export type Refused = OpenFault['why'] | 'NO_TABLE' | 'ISSUES';

/** A file that means harm, or looks as if it did. */
export interface HostileFile {
  /** What it has, after “a file with”. */
  readonly name: string;
  /** Why it is refused; more than one where a library decides it. */
  readonly why: readonly Refused[];
  /** Takes seconds or hundreds of megabytes: for a process of its own. */
  readonly large?: true;
  bytes(): Buffer;
}

/** All hostile files by what they attack. */
const HOSTILE_FILES: Readonly<Record<string, readonly HostileFile[]>> = {
  'a ZIP bomb with': ZIP_BOMBS,
  'an archive with': LYING_ARCHIVES,
  'a workbook with': [...DECLARATIONS, ...BROKEN_XML, ...LONG_XML, ...HUGE_SHEETS, ...LONG_SHEETS, ...ODD_CELLS],
  'an OpenDocument file with': HUGE_ODS,
  'an old workbook with': OLD_WORKBOOKS,
  'a text file with': HOSTILE_TEXTS,
  'a file of two kinds:': POLYGLOTS,
};

/** The small ones with their full names; a test can read them where it stands. */
export const SMALL_FILES: readonly HostileFile[] = named(({ large }) => large !== true);

/** The ones that are to be read in a process of their own. */
export const LARGE_FILES: readonly HostileFile[] = named(({ large }) => large === true);

function named(wanted: (file: HostileFile) => boolean): HostileFile[] {
  return Object.entries(HOSTILE_FILES).flatMap(([kind, files]) =>
    files.filter(wanted).map((file) => ({ ...file, name: `${kind} ${file.name}` })),
  );
}

/** A hostile file by the end of its name. */
export function hostileFile(name: string): HostileFile {
  const file = [...SMALL_FILES, ...LARGE_FILES].find((one) => one.name.endsWith(name));
  if (file === undefined) throw new Error(`There is no hostile file with “${name}”.`);
  return file;
}
