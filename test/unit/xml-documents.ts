import fc from 'fast-check';

const names = fc.constantFrom('a', 'row', 'x:c', 'x:row', '_b', 'c-1.2', 'đơn', 'r:Id', '𐐀z', 'A·b', ':', 'a:b:c');
const blanks = fc.constantFrom('', '', ' ', '\n', '\r\n\t', '  ');
const gaps = fc.constantFrom(' ', ' ', '\n', '\r\n', '\t ');
const WORDS = [
  'Số liệu',
  'a',
  '1.234,5',
  '😀',
  '',
  ' ',
  '\u00a0',
  '\u0085',
  '\u2028',
  'ff\ufeff',
  '_x000D_',
  '-->',
  '?>',
];
const plain = fc.constantFrom(...WORDS);
const escaped = fc.constantFrom(
  ...'&amp; &lt; &gt; &quot; &apos; &#65; &#xA; &#13; &#x1F600; &#x10ffff; &#9;'.split(' '),
);
const signs = fc.constantFrom('\r', '\n', '\r\n', '\t', ']', ']]', '>', '/', '=');
const texts = fc
  .array(fc.oneof(plain, escaped, signs, fc.string({ unit: 'grapheme' }).map(harmless)), { maxLength: 5 })
  .map((all) =>
    all
      .join('')
      .replaceAll(']]>', ']] >')
      // A text before may end in brackets.
      .replace(/^[\]>]+/, ''),
  );
const values = fc.array(fc.oneof(plain, escaped, signs), { maxLength: 4 }).map((all) => all.join(''));

/** Without what begins markup, and without what is no character of XML. */
function harmless(text: string): string {
  return text.replace(/[<&]|[^\t\n\r -\ufffd]/g, '').replaceAll(']]>', '');
}

const attribute = fc.tuple(gaps, names, blanks, blanks, fc.constantFrom('"', "'"), values);
const tagHead = fc
  .tuple(names, fc.uniqueArray(attribute, { selector: ([, name]) => name, maxLength: 4 }), blanks)
  .map(([name, attributes, end]) => ({
    name,
    head: `<${name}${attributes.map(([gap, key, before, behind, quote, value]) => `${gap}${key}${before}=${behind}${quote}${value.replaceAll(quote, '')}${quote}`).join('')}${end}`,
  }));
const comments = texts.map((text) => `<!--${text.replace(/-+/g, '- ')}-->`);
const instructions = fc
  .tuple(fc.constantFrom('mso', 'xml-stylesheet', 'a:b'), gaps, texts)
  .map(([target, gap, text]) => `<?${target}${gap}${text.replaceAll('?', '')}?>`);
const sections = texts.map((text) => `<![CDATA[${text}<a>&</b>]]>`);

const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc
    .tuple(tagHead, blanks, fc.boolean(), fc.array(tie('content'), { maxLength: 4 }))
    .map(([{ name, head }, end, empty, inside]) =>
      empty ? `${head}/>` : `${head}>${inside.join('')}</${name}${end}>`,
    ),
  content: fc.oneof({ maxDepth: 4 }, texts, comments, instructions, sections, tie('element')),
}));
const misc = fc.array(fc.oneof(comments, instructions, gaps), { maxLength: 2 }).map((all) => all.join(''));
/** What may stand before a body. */
export const declarations = fc.constantFrom(
  '',
  '<?xml version="1.0"?>',
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n',
  "<?xml version='1.0' encoding='utf-8'?>",
);
/** The same without the declaration at their beginning. */
export const bodies = fc.tuple(misc, element, misc).map((parts) => parts.join(''));
/** Well-formed documents. */
export const documents = fc.tuple(declarations, bodies).map((parts) => parts.join(''));
/** Lengths of the pieces that a document comes in. */
export const cuts = fc.array(fc.oneof(fc.nat(3), fc.nat(40)), { maxLength: 12 });

const MARKUP = `< > & " ' / = - -- ]]> <! <!-- --> <? ?> </a> <a> <a/> <![CDATA[ &x; &#0; &#xd800; &#65 &constructor; ; : 1 #`;
const OTHERS = '\u0000 \u000b \ufffe \u00a0 \ufeff \u2028 \u00d7 \u0300';
const DAMAGE = [...`${MARKUP} ${OTHERS}`.split(' '), ' ', '<?xml version="1.0"?>', '<?XML a?>', '</ a>'];
/** What is taken out of a document and put in. */
export const damages = fc.array(
  fc.record({
    at: fc.nat(),
    less: fc.oneof(fc.constant(0), fc.nat(4)),
    put: fc.oneof(fc.constant(''), fc.constantFrom(...DAMAGE)),
  }),
  { minLength: 1, maxLength: 2 },
);

/** A document with damages. */
export function damaged(document: string, all: readonly { at: number; less: number; put: string }[]): string {
  return all.reduce((text, { at, less, put }) => {
    // By whole characters: no half of one comes out of a file that was decoded.
    const letters = [...text];
    letters.splice(at % (letters.length + 1), less, put);
    return letters.join('');
  }, document);
}
