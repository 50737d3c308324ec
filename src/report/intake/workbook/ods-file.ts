import { legacyFont } from '../../../ground/text/legacy-letters.ts';
import { FontEvidence } from './font-evidence.ts';
import { OdsSheets } from './ods-sheet.ts';
import { OdsStyles } from './ods-styles.ts';
import { TextPool } from './packed-sheet.ts';
import { spokenNumbers } from './spoken-number.ts';
import { XmlFault } from './xml-text.ts';
import { readXml, refuseDeclarations } from './xml-stream.ts';
import { dateText } from './xlsx-sheet.ts';
import type { OpenedWorkbook, ReadingProgress } from './xlsx-file.ts';
import type { Zip } from './zip-file.ts';

const MANIFEST = 'META-INF/manifest.xml';

/** Whether an archive is a document of OpenDocument. */
export function isOds(zip: Zip): boolean {
  return zip.names.includes('content.xml') && (zip.names.includes(MANIFEST) || zip.names.includes('mimetype'));
}

/** Whether it can only be opened with a password. */
export async function isOdsEncrypted(zip: Zip): Promise<boolean> {
  let encrypted = zip.names.includes('encrypted-package');
  if (!zip.names.includes(MANIFEST)) return encrypted;
  await readXml(zip.chunks(MANIFEST), { open: (name) => void (encrypted ||= name === 'encryption-data') });
  return encrypted;
}

/**
 * Reads the sheets of an .ods; formulas give their stored results. Null where the document is no spreadsheet (a text, a
 * presentation). Throws `XmlFault`, `BrokenZip` and `TooLargeSheet`.
 */
export async function readOds(zip: Zip, progress: ReadingProgress): Promise<OpenedWorkbook | null> {
  const styles = new OdsStyles(legacyFont);
  const common = 'styles.xml';
  const margins: string[] = [];
  if (zip.names.includes(common)) {
    await readXml(zip.chunks(common), {
      open: (name, attributes) => styles.open(name, attributes),
      text: (piece) => styles.text(piece),
      close: (name) => styles.close(name),
    });
    for (const margin of styles.takeMargins()) margins.push(margin);
  }
  const fonts = new FontEvidence();
  const sheets = new OdsSheets(new TextPool(), styles, fonts);
  const total = zip.sizeOf('content.xml');
  let done = 0;
  await readXml(zip.chunks('content.xml'), {
    open: (name, attributes) => {
      styles.open(name, attributes);
      sheets.open(name, attributes);
    },
    text: (piece) => {
      styles.text(piece);
      sheets.text(piece);
      progress((done = Math.min(total, done + piece.length)), total);
    },
    close: (name) => {
      styles.close(name);
      sheets.close(name);
    },
  });
  for (const name of zip.names) {
    if (name !== common && name !== 'content.xml' && name !== MANIFEST && /\.(?:xml|rdf)$/i.test(name))
      await refuseDeclarations(zip.chunks(name));
  }
  if (!sheets.isSpreadsheet) return null;
  if (sheets.count === 0) throw new XmlFault('BROKEN');
  const show = await spokenNumbers(sheets.styles);
  const grids = sheets.finish(show, dateText);
  return { grids, externalLinks: sheets.externalLinks, marginTexts: [...margins, ...sheets.margins], fonts };
}
