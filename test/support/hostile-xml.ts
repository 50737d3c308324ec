import { A_ROW, hostileXlsx, many, sheetData } from './hostile-workbook.ts';
import type { HostileFile } from './hostile-files.ts';
import { dice, noisyText } from './hostile-zip.ts';

const MEGABYTE = 1024 * 1024;
const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const SHEET = sheetData(A_ROW);

/** A workbook with a document of its own for its sheet. */
const sheetOf =
  (document: () => string | Buffer): (() => Buffer) =>
  () =>
    hostileXlsx('', { 'xl/worksheets/sheet1.xml': document() });

/** A workbook with one more part. */
const withPart =
  (name: string, document: string | Buffer): (() => Buffer) =>
  () =>
    hostileXlsx(SHEET, { [name]: document });

const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');

const DTDS: Readonly<Record<string, string>> = {
  'entities that unfold a billionfold': `<!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]>`,
  'a long entity': `<!DOCTYPE a [<!ENTITY l9 "${'ha'.repeat(50_000)}">]>`,
  'a parameter entity': '<!DOCTYPE a [<!ENTITY % p "<!ENTITY l9 \'x\'>"> %p;]>',
  'an entity of a file': '<!DOCTYPE a [<!ENTITY l9 SYSTEM "file:///etc/hostname">]>',
  'an entity of another machine': '<!DOCTYPE a [<!ENTITY l9 SYSTEM "http://127.0.0.1:1/a">]>',
  'a document type of another machine': '<!DOCTYPE a PUBLIC "-//a//b" "http://127.0.0.1:1/a.dtd">',
};

const PLACES = [
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
  'xl/sharedStrings.xml',
  'xl/styles.xml',
  '[Content_Types].xml',
  'customXml/item1.xml',
  'xl/drawings/vmlDrawing1.vml',
];

/** Declarations in XML, and XML that hides them. */
export const DECLARATIONS: readonly HostileFile[] = [
  ...Object.entries(DTDS).map(([name, dtd]) => ({
    name,
    why: ['DTD' as const],
    bytes: sheetOf(
      () =>
        `${XML}${dtd}<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&l9;</v></c></row></sheetData></worksheet>`,
    ),
  })),
  ...PLACES.map((part) => ({
    name: `a declaration in ${part}`,
    why: ['DTD' as const],
    bytes: withPart(part, `${XML}<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`),
  })),
  ...['utf16le', 'utf-16 with a mark'].map((kind) => ({
    name: `a sheet in ${kind}`,
    why: ['DTD' as const],
    bytes: sheetOf(() => Buffer.from(`${kind === 'utf16le' ? '' : '\ufeff'}<!DOCTYPE a><worksheet/>`, 'utf16le')),
  })),
  {
    name: 'a sheet in UTF-7',
    why: ['DTD'],
    bytes: sheetOf(() => '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-<worksheet/>'),
  },
  { name: 'a declaration in another case', why: ['BROKEN'], bytes: sheetOf(() => '<!doctype a><worksheet/>') },
];

const inCell = (text: string): (() => Buffer) =>
  sheetOf(
    () => `${XML}<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>${text}</v></c></row></sheetData></worksheet>`,
  );

/** XML that is not well formed, or is so only to exhaust whoever reads it. */
export const BROKEN_XML: readonly HostileFile[] = [
  ...['&unknown;', '&#0;', '&#xD800;', '&#x110000;', '&', '\0', '\x0b', '\ufffe', 'a]]>b', '<v>'].map((text) => ({
    name: `the text ${JSON.stringify(text)}`,
    why: ['BROKEN' as const],
    bytes: inCell(text),
  })),
  {
    name: 'a sheet that is no UTF-8',
    why: ['BROKEN'],
    bytes: sheetOf(() => Buffer.from(`<worksheet a="\xff\xfe"/>`, 'latin1')),
  },
  { name: 'a sheet that is not closed', why: ['BROKEN'], bytes: sheetOf(() => '<worksheet><sheetData>') },
  { name: 'a sheet that ends in a tag', why: ['BROKEN'], bytes: sheetOf(() => '<worksheet><sheetData/></works') },
  { name: 'a sheet of nothing', why: ['BROKEN'], bytes: sheetOf(() => '') },
  { name: 'two roots', why: ['BROKEN'], bytes: sheetOf(() => '<worksheet/><worksheet/>') },
  {
    name: 'ten thousand elements in one another',
    why: ['BROKEN'],
    bytes: sheetOf(() => '<a>'.repeat(10_000) + '</a>'.repeat(10_000)),
  },
  { name: 'an attribute twice', why: ['BROKEN'], bytes: sheetOf(() => '<worksheet a="1" a="2"/>') },
  {
    name: 'three hundred thousand attributes',
    why: ['BROKEN'],
    bytes: sheetOf(() => `<worksheet ${Array.from({ length: 300_000 }, (_, at) => `a${at}=""`).join(' ')}/>`),
  },
  {
    name: 'an attribute without its quotation mark',
    why: ['BROKEN'],
    bytes: sheetOf(() => `<worksheet a="${'b>'.repeat(50_000)}/>`),
  },
];

const long = (before: string, after: string): (() => Buffer) =>
  sheetOf(() => `<worksheet>${before}${noisyText(90 * MEGABYTE)}${after}</worksheet>`);

/** Text of signs that could each be the first of something longer. */
function undecidedText(length: number): string {
  const throwOne = dice(2);
  return many(length / 80, () => `${']'.repeat(20 + throwOne(90))}${'\r'.repeat(1 + throwOne(30))}`);
}

/** XML of 90 MB in one piece. */
export const LONG_XML: readonly HostileFile[] = [
  { name: 'a tag of 90 MB', why: ['BROKEN'], large: true, bytes: long('<a b="', '"/>') },
  { name: 'a name of 90 MB', why: ['BROKEN'], large: true, bytes: long('<', '/>') },
  { name: 'a comment of 90 MB', why: ['BROKEN'], large: true, bytes: long('<!--', '-->') },
  { name: 'a section of 90 MB', why: ['BROKEN'], large: true, bytes: long('<![CDATA[', ']]>') },
  {
    name: 'a text of 90 MB',
    why: ['BOMB'],
    large: true,
    bytes: long('<sheetData><row r="1"><c r="A1" t="str"><v>', '</v></c></row></sheetData>'),
  },
  { name: 'a text of 90 MB that no cell has', why: ['NO_TABLE'], large: true, bytes: long(SHEET, '') },
  {
    name: 'a text of 60 MB that could end at any sign',
    why: ['NO_TABLE'],
    large: true,
    bytes: sheetOf(() => `<worksheet>${SHEET}${undecidedText(60 * MEGABYTE)}</worksheet>`),
  },
];
