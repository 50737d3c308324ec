import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The filters by which LibreOffice writes the three formats that officers send. */
export const SAVE_FILTERS = { xlsx: 'Calc MS Excel 2007 XML', xls: 'MS Excel 97', ods: 'calc8' } as const;
/** A format that LibreOffice saves in. */
export type SavedFormat = keyof typeof SAVE_FILTERS;

/** What is done with one workbook: cells are typed in on its first sheet, then it is saved in other formats. */
export interface WorkbookJob {
  readonly path: string;
  readonly cells: readonly { readonly cell: string; readonly typed: number | string }[];
  readonly saveAs: readonly { readonly path: string; readonly format: SavedFormat }[];
}

/** Where the program lies on this machine, or null. */
export function findLibreOffice(): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/Applications/LibreOffice.app/Contents/MacOS'];
  return folders.map((folder) => join(folder, 'soffice')).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Prints why tests with LibreOffice are left out, once a file. */
export function tellNoLibreOffice(what: string): void {
  process.stderr.write(`${what}: left out, because LibreOffice (soffice) is not installed here.\n`);
}

/**
 * Opens each workbook in one run of LibreOffice, types the cells in as a person does (numbers as numbers, the rest as text),
 * and saves it. Rejects with what LibreOffice told where it has not done all of it within the time.
 */
export async function fillInLibreOffice(program: string, jobs: readonly WorkbookJob[], limitMs: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'libreoffice-'));
  try {
    const steps = jobs.flatMap(stepsOf).map((step) => step.join('\t'));
    const plan = join(folder, 'plan.txt');
    const report = join(folder, 'report.txt');
    await writeFile(plan, `${steps.join('\n')}\n`);
    await writeMacro(join(folder, 'profile'));
    const macro = `macro:///Standard.Fill.Run("${pathToFileURL(plan).href}","${pathToFileURL(report).href}")`;
    const said = await run(
      program,
      [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless', '--norestore', macro],
      limitMs,
    );
    const told = await readFile(report, 'utf8').catch(() => 'nothing');
    if (told !== 'done')
      throw new Error(`Expected LibreOffice to fill in all workbooks; it told: ${told}. It printed: ${said}`);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function stepsOf({ path, cells, saveAs }: WorkbookJob): string[][] {
  return [
    ['open', pathToFileURL(path).href],
    ...cells.map(({ cell, typed }) => [typeof typed === 'number' ? 'number' : 'text', cell, String(typed)]),
    ...saveAs.map((one) => ['save', pathToFileURL(one.path).href, SAVE_FILTERS[one.format]]),
    ['close'],
  ];
}

/** The bare minimum of a profile that has one Basic macro. */
async function writeMacro(profile: string): Promise<void> {
  const standard = join(profile, 'user', 'basic', 'Standard');
  await mkdir(standard, { recursive: true });
  const doctype = (name: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${name} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${name.split(':')[1]}.dtd">\n`;
  // A profile that is not said to be complete is laid anew at the first start, and the macro with it.
  await writeFile(
    join(profile, 'user', 'registrymodifications.xcu'),
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item></oor:items>',
  );
  const space = 'xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"';
  await writeFile(
    join(profile, 'user', 'basic', 'script.xlc'),
    `${doctype('library:libraries')}<library:libraries ${space}><library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/></library:libraries>`,
  );
  await writeFile(
    join(standard, 'script.xlb'),
    `${doctype('library:library')}<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Fill"/></library:library>`,
  );
  const code = MACRO.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  await writeFile(
    join(standard, 'Fill.xba'),
    `${doctype('script:module')}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Fill" script:language="StarBasic">${code}</script:module>`,
  );
}

/** Goes through the plan line by line; the report says `done`, or which line failed and why. */
const MACRO = `
Function Pair(sName As String, vValue As Variant) As Variant
  Dim oPair As New com.sun.star.beans.PropertyValue
  oPair.Name = sName
  oPair.Value = vValue
  Pair = oPair
End Function

Sub Run(sPlan As String, sReport As String)
  Dim oFiles, oInput, oReport, sLine, aParts, oBook, oSheet
  oFiles = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  oReport = createUnoService("com.sun.star.io.TextOutputStream")
  oReport.setOutputStream(oFiles.openFileWrite(sReport))
  oReport.setEncoding("UTF-8")
  On Error GoTo Failed
  oInput = createUnoService("com.sun.star.io.TextInputStream")
  oInput.setInputStream(oFiles.openFileRead(sPlan))
  oInput.setEncoding("UTF-8")
  Do While Not oInput.isEOF()
    sLine = oInput.readLine()
    aParts = Split(sLine, Chr(9))
    If UBound(aParts) >= 0 Then
      Select Case aParts(0)
        Case "open"
          oBook = StarDesktop.loadComponentFromURL(aParts(1), "_blank", 0, Array(Pair("Hidden", True)))
          oSheet = oBook.Sheets.getByIndex(0)
        Case "number"
          oSheet.getCellRangeByName(aParts(1)).setValue(Val(aParts(2)))
        Case "text"
          oSheet.getCellRangeByName(aParts(1)).setString(aParts(2))
        Case "save"
          oBook.storeToURL(aParts(1), Array(Pair("FilterName", aParts(2))))
        Case "close"
          oBook.close(True)
      End Select
    End If
  Loop
  oReport.writeString("done")
  oReport.closeOutput()
  StarDesktop.terminate()
  Exit Sub
Failed:
  oReport.writeString(sLine & ": " & Error$)
  oReport.closeOutput()
  StarDesktop.terminate()
End Sub
`;

function run(program: string, args: readonly string[], limitMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    // A group of its own: soffice is a script that starts the program proper.
    const child = spawn(program, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const timer = setTimeout(() => {
      said += ` (ended after ${limitMs} ms)`;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, limitMs);
    child.once('error', reject);
    child.once('close', () => {
      clearTimeout(timer);
      resolve(said);
    });
  });
}
