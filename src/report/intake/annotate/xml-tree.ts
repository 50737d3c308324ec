import { SaxesParser } from 'saxes';
import type { SaxesTagNS } from 'saxes';

/** Comments and relations of a workbook that people wrote stay far below this many characters. */
const MOST_CHARACTERS = 16 * 1024 * 1024;

/** A part that is not as the format wants it: the workbook cannot be annotated. */
export class UnfitPart extends Error {}

/** An element with its place in the text, so that what does not change stays as it stands. */
export interface XmlElement {
  /** With its prefix. */
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  /** By local name; where two share one, the attribute without a prefix. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text without that of its children, decoded. */
  readonly text: string;
  readonly from: number;
  readonly contentFrom: number;
  readonly contentTo: number;
  readonly to: number;
}

type Growing = { -readonly [K in keyof XmlElement]: XmlElement[K] } & { children: Growing[] };

/** Parses a part strictly; a DTD, an undeclared prefix or an unknown entity is unfit. */
export function parseXml(text: string): XmlElement {
  if (text.length > MOST_CHARACTERS) throw new UnfitPart('The part is too large.');
  const parser = new SaxesParser({ xmlns: true });
  const open: Growing[] = [];
  let from = 0;
  let root: Growing | null = null;
  const addText = (piece: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += piece;
  };
  parser.on('error', (error) => {
    throw new UnfitPart(error.message);
  });
  parser.on('doctype', () => {
    throw new UnfitPart('The part has a DTD.');
  });
  parser.on('opentagstart', () => {
    from = text.lastIndexOf('<', parser.position - 1);
  });
  parser.on('opentag', (tag) => {
    const element = opened(tag, from, parser.position);
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', ({ isSelfClosing }) => {
    const element = open.pop();
    if (element === undefined) return;
    element.to = parser.position;
    element.contentTo = isSelfClosing ? element.to : text.lastIndexOf('</', element.to - 1);
  });
  parser.write(text).close();
  if (root === null) throw new UnfitPart('The part is empty.');
  return root;
}

function opened({ name, local, uri, attributes }: SaxesTagNS, from: number, at: number): Growing {
  const known = new Map<string, string>();
  for (const attribute of Object.values(attributes)) {
    if (attribute.prefix === '' || !known.has(attribute.local)) known.set(attribute.local, attribute.value);
  }
  const place = { from, contentFrom: at, contentTo: at, to: at };
  return { name, local, uri, attributes: known, children: [], text: '', ...place };
}

/** The first child of a name, whatever its prefix. */
export function childOf(element: XmlElement, local: string): XmlElement | undefined {
  return element.children.find((child) => child.local === local);
}

/** The children of a name, whatever their prefix. */
export function childrenOf(element: XmlElement, local: string): XmlElement[] {
  return element.children.filter((child) => child.local === local);
}

/** The element's name with another local part, for a sibling in its namespace. */
export function besides(element: XmlElement, local: string): string {
  return element.name.slice(0, element.name.length - element.local.length) + local;
}

/** One replacement in a text; `from` equal to `to` inserts. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Applies edits that do not overlap; those at one place in the order given. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.from - b.from)) {
    pieces.push(text.slice(at, edit.from), edit.text);
    at = Math.max(at, edit.to);
  }
  return pieces.join('') + text.slice(at);
}

/** Puts markup at the end of an element, `<a/>` included; at most one such edit an element. */
export function appendInto(element: XmlElement, markup: string): Edit {
  if (element.contentFrom < element.to) return { from: element.contentTo, to: element.contentTo, text: markup };
  return { from: element.to - 2, to: element.to, text: `>${markup}</${element.name}>` };
}

/**
 * Text for content or a quoted attribute. Characters that XML cannot hold are left out; “_x0041_”, which spreadsheets
 * take for an escaped letter, is escaped itself.
 */
export function escapeXml(text: string): string {
  const allowed = Array.from(text.replace(/\r\n?/g, '\n')).filter((c) => isAllowed(c.codePointAt(0) ?? 0));
  return allowed
    .join('')
    .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function isAllowed(point: number): boolean {
  if (point < 0x20) return point === 0x09 || point === 0x0a;
  if (point >= 0x7f && point <= 0x9f) return false;
  return !(point >= 0xd800 && point <= 0xdfff) && point !== 0xfffe && point !== 0xffff;
}
