import { attributeValue, decodeText, lineEnds, XmlFault } from './xml-text.ts';

/** The attributes of one element, to be read before the next element comes: the same object serves for all. */
export class XmlAttributes {
  readonly #names: string[] = [];
  readonly #values: string[] = [];
  #count = 0;

  /** The value of an attribute by its name without prefix, one without a prefix first; undefined where there is none. */
  get(name: string): string | undefined {
    for (let at = 0; at < this.#count; at++) if (this.#names[at] === name) return this.#values[at];
    for (let at = 0; at < this.#count; at++) if (localName(this.#names[at] ?? '') === name) return this.#values[at];
    return undefined;
  }

  /** All of them with their names as they stand. */
  entries(): [name: string, value: string][] {
    return this.#names.slice(0, this.#count).map((name, at) => [name, this.#values[at] ?? '']);
  }

  /** False where one of this name is there already, or too many are. */
  add(name: string, value: string): boolean {
    if (this.#count >= MOST_ATTRIBUTES) return false;
    for (let at = 0; at < this.#count; at++) if (this.#names[at] === name) return false;
    this.#names[this.#count] = name;
    this.#values[this.#count] = value;
    this.#count++;
    return true;
  }

  clear(): void {
    this.#count = 0;
  }
}

/** What is told of a document, element by element; names come without their prefix. */
export interface XmlListener {
  open?(name: string, attributes: XmlAttributes): void;
  text?(text: string): void;
  close?(name: string): void;
  /**
   * Takes a whole element at once, where the listener knows its usual spelling, and answers where it ends; -1 leaves it to
   * `open`, `text` and `close`. It has to take nothing that they would refuse. `parent` is the element that is open.
   */
  whole?(text: string, from: number, parent: string): number;
}

/** No document of a spreadsheet nests deeper. */
const MOST_DEPTH = 200;
/** Longest tag, comment or instruction. */
const LONGEST_MARKUP = 1024 * 1024;
/** Attributes of one tag; an element of a spreadsheet has a few dozen at most. */
const MOST_ATTRIBUTES = 256;
/** A piece of text is held back from here on, because an entity may go on in the next chunk. */
const LONGEST_ENTITY = 12;
/** What is no character of XML: controls other than tab and line ends, and the last two of the plane. */
const FORBIDDEN = /[^\t\n\r -\ufffd]/;
const NAME_START =
  ':A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f' +
  '\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}';
const NAME = new RegExp(`^[${NAME_START}][${NAME_START}\\-.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040]*$`, 'u');
const DECLARATION =
  /^xml[\t\n\r ]+version[\t\n\r ]*=[\t\n\r ]*(["'])1\.\d+\1(?:[\t\n\r ]+encoding[\t\n\r ]*=[\t\n\r ]*(["'])([A-Za-z][\w.-]*)\2)?(?:[\t\n\r ]+standalone[\t\n\r ]*=[\t\n\r ]*(["'])(?:yes|no)\4)?[\t\n\r ]*$/;
/** Blanks of XML; JavaScript knows more of them. */
const BLANKS_ONLY = /^[\t\n\r ]*$/;
const [TAB, LINE, RETURN, BLANK] = [0x09, 0x0a, 0x0d, 0x20];
const [BANG, QUOTE, APOSTROPHE, SLASH, LESS, EQUALS, GREATER, QUESTION] = [
  0x21, 0x22, 0x27, 0x2f, 0x3c, 0x3d, 0x3e, 0x3f,
];

/**
 * A scanner of XML 1.0 without declarations, made for spreadsheets of millions of cells: a general parser takes several
 * times as long for them. What it tells and what it refuses is compared with one in tests. Text may come in pieces.
 */
export class XmlScanner {
  readonly #listener: XmlListener;
  readonly #attributes = new XmlAttributes();
  readonly #open: string[] = [];
  /** Names that were checked and their local parts; a document has few. */
  readonly #names = new Map<string, string>();
  #rest = '';
  #begun = false;
  #rooted = false;

  constructor(listener: XmlListener) {
    this.#listener = listener;
  }

  /** Takes the next stretch of the document. Throws `XmlFault`. */
  write(chunk: string): void {
    if (FORBIDDEN.test(chunk)) throw new XmlFault('BROKEN');
    const text = this.#rest === '' ? chunk : this.#rest + chunk;
    let at = 0;
    for (;;) {
      const less = text.indexOf('<', at);
      if (less !== at) at = this.#text(text, at, less < 0 ? text.length : less, less >= 0);
      if (less < 0) break;
      const next = this.#markup(text, less);
      if (next < 0) {
        if (text.length - less > LONGEST_MARKUP) throw new XmlFault('BROKEN');
        break;
      }
      at = next;
    }
    this.#rest = at === 0 ? text : text.slice(at);
  }

  /** Ends the document. Throws `XmlFault` where it is not complete. */
  close(): void {
    if (this.#rest !== '') this.#text(this.#rest, 0, this.#rest.length, true);
    if (!this.#rooted || this.#open.length > 0) throw new XmlFault('BROKEN');
  }

  /** Tells a stretch of text; answers where the next one begins: not at the end where an entity may go on. */
  #text(text: string, from: number, to: number, complete: boolean): number {
    let end = to;
    if (!complete) {
      const entity = text.lastIndexOf('&', to);
      if (entity >= from && to - entity <= LONGEST_ENTITY) end = entity;
      // '\r' and ']]' may go on, too.
      const least = Math.max(from, end - 2);
      while (end > least && (text.charCodeAt(end - 1) === RETURN || text.charCodeAt(end - 1) === 0x5d)) end--;
    }
    if (end === from) return end;
    const piece = text.slice(from, end);
    if (this.#open.length === 0) {
      this.#begun = true;
      if (!BLANKS_ONLY.test(piece)) throw new XmlFault('BROKEN');
    } else if (piece.includes(']]>')) throw new XmlFault('BROKEN');
    else if (this.#listener.text !== undefined) this.#listener.text(decodeText(piece));
    else if (piece.includes('&')) decodeText(piece);
    return end;
  }

  /** Takes what begins with '<'; answers where it ends, or -1 where it goes on in the next chunk. */
  #markup(text: string, from: number): number {
    switch (text.charCodeAt(from + 1)) {
      case BANG:
        return this.#declaration(text, from);
      case QUESTION:
        return this.#instruction(text, from);
      case SLASH:
        return this.#closeTag(text, from);
      default:
        return from + 1 >= text.length ? -1 : this.#openTag(text, from);
    }
  }

  #declaration(text: string, from: number): number {
    this.#begun = true;
    if (text.startsWith('<!--', from)) {
      const end = text.indexOf('--', from + 4);
      if (end < 0 || end + 2 >= text.length) return -1;
      if (text.charCodeAt(end + 2) !== GREATER) throw new XmlFault('BROKEN');
      return end + 3;
    }
    if (text.startsWith('<![CDATA[', from)) {
      const end = text.indexOf(']]>', from);
      if (end < 0) return -1;
      if (this.#open.length === 0) throw new XmlFault('BROKEN');
      this.#listener.text?.(lineEnds(text.slice(from + 9, end)));
      return end + 3;
    }
    const head = text.slice(from, from + 9);
    if ('<!--'.startsWith(head) || '<![CDATA['.startsWith(head)) return -1;
    if (head === '<!DOCTYPE') throw new XmlFault('DTD');
    if ('<!DOCTYPE'.startsWith(head)) return -1;
    throw new XmlFault('BROKEN');
  }

  #instruction(text: string, from: number): number {
    const end = text.indexOf('?>', from);
    if (end < 0) return -1;
    const body = text.slice(from + 2, end);
    const [target = ''] = body.split(/[\t\n\r ]/, 1);
    if (target === 'xml') {
      // The declaration stands at the very beginning or nowhere.
      if (this.#begun || from !== 0) throw new XmlFault('BROKEN');
      const said = DECLARATION.exec(body);
      if (said === null) throw new XmlFault('BROKEN');
      if (!/^(?:utf-?8|us-ascii)?$/i.test(said[3] ?? '')) throw new XmlFault('DTD');
    } else if (!NAME.test(target) || /^xml$/i.test(target)) throw new XmlFault('BROKEN');
    this.#begun = true;
    return end + 2;
  }

  #closeTag(text: string, from: number): number {
    const end = text.indexOf('>', from);
    if (end < 0) return -1;
    const open = this.#open.pop() ?? '';
    const same = end - from - 2 === open.length && text.startsWith(open, from + 2);
    if (open === '' || (!same && text.slice(from + 2, end).replace(/[\t\n\r ]+$/, '') !== open))
      throw new XmlFault('BROKEN');
    this.#listener.close?.(this.#local(open));
    return end + 1;
  }

  #openTag(text: string, from: number): number {
    if (this.#listener.whole !== undefined) {
      const taken = this.#listener.whole(text, from, this.#open.at(-1) ?? '');
      if (taken > 0) return taken;
    }
    const end = endOfTag(text, from + 1);
    if (end < 0) return -1;
    if (this.#open.length === 0 && this.#rooted) throw new XmlFault('BROKEN');
    this.#begun = true;
    this.#rooted = true;
    const empty = text.charCodeAt(end - 1) === SLASH;
    const last = empty ? end - 1 : end;
    let at = from + 1;
    while (at < last && !isBlank(text.charCodeAt(at))) at++;
    const name = text.slice(from + 1, at);
    const local = this.#local(name);
    this.#readAttributes(text, at, last);
    if (this.#open.length >= MOST_DEPTH) throw new XmlFault('BROKEN');
    this.#listener.open?.(local, this.#attributes);
    if (empty) this.#listener.close?.(local);
    else this.#open.push(name);
    return end + 1;
  }

  #readAttributes(text: string, from: number, to: number): void {
    this.#attributes.clear();
    let at = from;
    for (;;) {
      const before = at;
      while (at < to && isBlank(text.charCodeAt(at))) at++;
      if (at >= to) return;
      if (at === before) throw new XmlFault('BROKEN');
      const start = at;
      while (at < to && text.charCodeAt(at) !== EQUALS && !isBlank(text.charCodeAt(at))) at++;
      const name = text.slice(start, at);
      this.#local(name);
      while (at < to && isBlank(text.charCodeAt(at))) at++;
      if (text.charCodeAt(at) !== EQUALS) throw new XmlFault('BROKEN');
      at++;
      while (at < to && isBlank(text.charCodeAt(at))) at++;
      const quote = text.charCodeAt(at);
      if (quote !== QUOTE && quote !== APOSTROPHE) throw new XmlFault('BROKEN');
      const end = text.indexOf(quote === QUOTE ? '"' : "'", at + 1);
      if (end < 0 || end >= to) throw new XmlFault('BROKEN');
      if (!this.#attributes.add(name, attributeValue(text.slice(at + 1, end)))) throw new XmlFault('BROKEN');
      at = end + 1;
    }
  }

  /** A name without its prefix; throws where it is no name. */
  #local(name: string): string {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    if (!NAME.test(name)) throw new XmlFault('BROKEN');
    const local = localName(name);
    if (this.#names.size < 1_000) this.#names.set(name, local);
    return local;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function isBlank(code: number): boolean {
  return code === BLANK || code === LINE || code === RETURN || code === TAB;
}

/** Where a tag ends: at the first '>' outside quotes; -1 where it goes on. */
function endOfTag(text: string, from: number): number {
  let quote = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === GREATER) return at;
    else if (code === QUOTE || code === APOSTROPHE) quote = code;
    else if (code === LESS) throw new XmlFault('BROKEN');
  }
  return -1;
}
