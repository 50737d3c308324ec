import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { XmlScanner } from '../../src/report/intake/workbook/xml-scanner.ts';
import { XmlFault } from '../../src/report/intake/workbook/xml-text.ts';
import { readXml, refuseDeclarations } from '../../src/report/intake/workbook/xml-stream.ts';
import { bodies, cuts, damaged, damages, declarations, documents } from './xml-documents.ts';

/** What a document says, one line an event; texts that follow each other are one. */
class Told {
  readonly lines: string[] = [];
  #text = '';
  #depth = 0;

  open(name: string, attributes: [string, string][]): void {
    this.#endText();
    this.#depth++;
    this.lines.push(`<${name} ${JSON.stringify(attributes)}`);
  }

  text(piece: string): void {
    if (this.#depth > 0) this.#text += piece;
  }

  close(name: string): void {
    this.#endText();
    this.#depth--;
    this.lines.push(`>${name}`);
  }

  #endText(): void {
    if (this.#text !== '') this.lines.push(`=${this.#text}`);
    this.#text = '';
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

type Outcome = readonly string[] | 'BROKEN' | 'DTD';

/** The document in pieces of the lengths given, the rest in one. */
function cut(document: string, lengths: readonly number[]): string[] {
  const pieces: string[] = [];
  let at = 0;
  for (const length of lengths) pieces.push(document.slice(at, (at += length)));
  return [...pieces, document.slice(at)];
}

function scanned(pieces: readonly string[]): Outcome {
  const told = new Told();
  const scanner = new XmlScanner({
    open: (name, attributes) => told.open(name, attributes.entries()),
    text: (piece) => told.text(piece),
    close: (name) => told.close(name),
  });
  try {
    for (const piece of pieces) scanner.write(piece);
    scanner.close();
    return told.lines;
  } catch (fault) {
    if (fault instanceof XmlFault) return fault.why;
    throw fault;
  }
}

/** The oracle, of which only the first fault counts. */
function parsed(document: string): Outcome {
  const told = new Told();
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name, attributes }) => told.open(local(name), Object.entries(attributes)));
  parser.on('text', (piece) => told.text(piece));
  parser.on('cdata', (piece) => told.text(piece));
  parser.on('closetag', ({ name }) => told.close(local(name)));
  try {
    parser.write(document).close();
    return told.lines;
  } catch {
    return 'BROKEN';
  }
}

describe('a document of XML', () => {
  it('is told as a general parser tells it, wherever it is cut', () => {
    fc.assert(
      fc.property(documents, cuts, (document, lengths) => {
        const expected = parsed(document);
        expect(typeof expected).toBe('object');
        expect(scanned(cut(document, lengths))).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('that is damaged is refused where the general parser refuses it, and told alike where not', () => {
    let refused = 0;
    fc.assert(
      fc.property(declarations, bodies, damages, cuts, (declaration, body, all, lengths) => {
        const broken = declaration + damaged(body, all);
        // The mark of the encoding is the decoder's, who leaves it out.
        fc.pre(!broken.startsWith('\ufeff'));
        // An instruction's target without a blank behind it, which the oracle lets pass.
        fc.pre(!/<\?[^?\s]+\?(?!>)/.test(broken));
        const expected = parsed(broken);
        if (typeof expected === 'string') refused++;
        expect(scanned(cut(broken, lengths))).toEqual(expected);
      }),
      { numRuns: 2_000, seed: 20_260_614 },
    );
    expect(refused).toBeGreaterThan(500);
  });

  it.each<[string, string, Outcome]>([
    ['a declaration of types', '<!DOCTYPE a><a/>', 'DTD'],
    ['one behind a comment', '<!-- --><!DOCTYPE a [<!ENTITY b "c">]><a/>', 'DTD'],
    ['an encoding that is not UTF-8', '<?xml version="1.0" encoding="UTF-16"?><a/>', 'DTD'],
    ['201 levels', '<a>'.repeat(201) + '</a>'.repeat(201), 'BROKEN'],
    ['a number of eight digits for a character', '<a>&#00000065;</a>', 'BROKEN'],
    ['the characters that only XML 1.1 allows', '<?xml version="1.1"?><a>&#1;</a>', 'BROKEN'],
  ])('with %s is refused on purpose', (_, document, why) => {
    expect([parsed(document) === 'BROKEN', scanned([document])]).toEqual([false, why]);
  });

  it.each<[string, string]>([
    ['a declaration in small letters', '<!doctype a><a/>'],
    ['a declaration without a version', '<?xml encoding="UTF-8"?><a/>'],
    ['a declaration behind a blank', ' <?xml version="1.0"?><a/>'],
    ['a declaration in capitals', '<?XML version="1.0"?><a/>'],
    ['an entity that only the language of the reader knows', '<a>&constructor;</a>'],
    ['a name that begins with a mark', '<\u0300a/>'],
    ['a sign in a name', '<a\u00d7b/>'],
    ['a blank that is none of XML', '<a></a\u00a0>'],
    ['text around the root', '<a/>\u00a0'],
    ['the end of a section in text', '<a>x]]>y</a>'],
    ['no root', '<!-- -->'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['a tag that ends in the next one', '<a b="1"<c/></a>'],
  ])('with %s is refused wherever it is cut', (_, document) => {
    expect(parsed(document)).toBe('BROKEN');
    for (let at = 0; at <= document.length; at++) expect(scanned(cut(document, [at]))).toBe('BROKEN');
  });

  it('is read with prefixes that are declared nowhere, and as deep as 200 levels', () => {
    expect(scanned(['<x:a r:id="1" s:id="2"/>'])).toEqual(['<a [["r:id","1"],["s:id","2"]]', '>a']);
    expect(scanned(['<a>'.repeat(200) + '</a>'.repeat(200)])).toHaveLength(400);
  });

  it('gives an attribute by its own name before one with a prefix', () => {
    const values: (string | undefined)[] = [];
    const scanner = new XmlScanner({
      open: (_, attributes) => void values.push(attributes.get('id'), attributes.get('r'), attributes.get('name')),
    });
    scanner.write('<a x:id="1" id="2" x:r="3"><b/></a>');
    scanner.close();
    expect(values).toEqual(['2', '3', undefined, undefined, undefined, undefined]);
  });
});

describe('the bytes of a document', () => {
  async function* sliced(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const read = async (bytes: Uint8Array, size: number): Promise<string> => {
    let text = '';
    await readXml(sliced(bytes, size), { text: (piece) => void (text += piece) });
    return text;
  };
  const whyNot = (reading: Promise<unknown>): Promise<string> =>
    reading.then(
      () => 'READ',
      (fault: unknown) => (fault instanceof XmlFault ? fault.why : String(fault)),
    );

  it('are UTF-8 with or without a mark, cut in the middle of a letter or not', async () => {
    const document = Buffer.from('<a>Số hội viên: 😀 &#x1EAC;</a>');
    const marked = Buffer.concat([Buffer.from('efbbbf', 'hex'), document]);
    for (const size of [1, 2, 3, 5, 100])
      expect([await read(document, size), await read(marked, size)]).toEqual(Array(2).fill('Số hội viên: 😀 Ậ'));
  });

  it.each<[string, Buffer, string]>([
    ['are in UTF-16', Buffer.from('\ufeff<a/>', 'utf16le'), 'DTD'],
    ['are in UTF-16 without a mark', Buffer.from('<a/>', 'utf16le'), 'DTD'],
    ['are no UTF-8', Buffer.from('<a>Sè</a>', 'latin1'), 'BROKEN'],
    ['end in the middle of a letter', Buffer.from('<a/>Ậ').subarray(0, -1), 'BROKEN'],
    ['are none', Buffer.alloc(0), 'BROKEN'],
  ])('that %s are refused', async (_, bytes, why) => {
    expect(await whyNot(readXml(sliced(bytes, 64), {}))).toBe(why);
  });

  it('of a part that is not read are searched for declarations, across pieces too', async () => {
    const declared = Buffer.from(`<?xml version="1.0"?>${' '.repeat(30)}<!DOCTYPE a><a/>`);
    for (let size = 1; size <= declared.length; size++)
      expect(await whyNot(refuseDeclarations(sliced(declared, size)))).toBe('DTD');
    expect(await whyNot(refuseDeclarations(sliced(Buffer.from('<!-- ENTITY --><a/>'), 3)))).toBe('READ');
    expect(await whyNot(refuseDeclarations(sliced(Buffer.from('\ufeff<a/>', 'utf16le'), 2)))).toBe('DTD');
  });
});
