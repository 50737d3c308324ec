import type { XmlAttributes, XmlListener } from '../workbook/xml-scanner.ts';
import { XmlFault } from '../workbook/xml-text.ts';
import { readXml } from '../workbook/xml-stream.ts';
import type { Zip } from '../workbook/zip-file.ts';

/** Elements that begin and end a line of their own, in WordprocessingML, SpreadsheetML, DrawingML and OpenDocument. */
const BLOCKS = new Set(
  'p br cr tr tc si is c v h comment line-break oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter div textbox'.split(
    ' ',
  ),
);
const SPACES = new Set(['tab', 's']);
/** Page headers of a sheet: &L, &C and &R begin their parts, the other codes are fonts, sizes and fields. */
const SHEET_MARGIN = /^(?:odd|even|first)(?:Header|Footer)$/;
const PARTS = /&[LCR]/;
const CODES = /&"[^"]*"|&\d+|&[A-Z]/g;
/** A stamp is shorter; of a longer line the beginning says enough. */
const MOST_LENGTH = 300;
/** Bytes of XML that are read of one file: a report of hundreds of pages has a tenth. */
const MOST_XML_BYTES = 50 * 1024 * 1024;
/** Parts that are shown. What programs keep for themselves (customXml, docProps) may be in other encodings, and is left alone. */
const SHOWN = /^(?:(?:word|xl)\/.*\.(?:xml|vml)|(?:.*\/)?(?:content|styles)\.xml)$/i;
const NO_TEXT = /^(?:word|xl)\/(?:styles|settings|fontTable|webSettings|theme\/.*)\.xml$/i;

/** Whether the parts with text are more than is read. */
export function hasTooMuchText(zip: Zip): boolean {
  return textParts(zip).reduce((sum, name) => sum + zip.sizeOf(name), 0) > MOST_XML_BYTES;
}

function textParts(zip: Zip): string[] {
  return zip.names.filter((name) => SHOWN.test(name) && !NO_TEXT.test(name));
}

/**
 * Tells every line of an Office or OpenDocument file: paragraphs, cells, text boxes, page headers and footers, comments,
 * names of sheets. Throws `BrokenZip` or `XmlFault` where a part cannot be read.
 */
export async function tellLines(zip: Zip, tell: (line: string) => void): Promise<void> {
  for (const name of textParts(zip)) {
    try {
      await readXml(zip.chunks(name), new Lines(tell));
    } catch (fault) {
      // Excel itself writes drawings of the old kind that are not well formed.
      if (!(fault instanceof XmlFault) || fault.why === 'DTD' || !name.endsWith('.vml')) throw fault;
    }
  }
}

class Lines implements XmlListener {
  readonly #tell: (line: string) => void;
  #line = '';
  constructor(tell: (line: string) => void) {
    this.#tell = tell;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (BLOCKS.has(name)) this.#end();
    else if (SPACES.has(name)) this.text(' ');
    if (name === 'sheet') this.#tell(attributes.get('name') ?? '');
    // Art of letters, as watermarks are.
    if (name === 'textpath') this.#tell(attributes.get('string') ?? '');
  }

  text(text: string): void {
    if (this.#line.length < MOST_LENGTH) this.#line += text;
  }

  close(name: string): void {
    if (SHEET_MARGIN.test(name)) {
      for (const part of this.#line.split(PARTS)) this.#tell(part.replace(CODES, ''));
      this.#line = '';
    } else if (BLOCKS.has(name)) this.#end();
  }

  #end(): void {
    if (this.#line.trim() !== '') this.#tell(this.#line.slice(0, MOST_LENGTH));
    this.#line = '';
  }
}
