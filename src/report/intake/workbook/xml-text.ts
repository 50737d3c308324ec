/** A document that is not read: not well formed (BROKEN), or with declarations (DTD) or an encoding that could hide them. */
export class XmlFault extends Error {
  readonly why: 'BROKEN' | 'DTD';
  constructor(why: 'BROKEN' | 'DTD', cause?: unknown) {
    super(why, { cause });
    this.why = why;
  }
}

/** The value of an attribute as XML normalises it, its entities decoded. Throws `XmlFault`. */
export function attributeValue(raw: string): string {
  if (!/[\t\n\r<&]/.test(raw)) return raw;
  if (raw.includes('<')) throw new XmlFault('BROKEN');
  const blanks = raw.replace(/\r\n|[\t\n\r]/g, ' ');
  return blanks.includes('&') ? decodeEntities(blanks) : blanks;
}

/** Text with its line ends and entities decoded. Throws `XmlFault`. */
export function decodeText(raw: string): string {
  const plain = lineEnds(raw);
  return plain.includes('&') ? decodeEntities(plain) : plain;
}

/** Every line end of XML is '\n'. */
export function lineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

const ENTITIES = new Map(Object.entries({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }));

function decodeEntities(text: string): string {
  return text.replace(/&([^;&]*)(;?)/g, (_, name: string, end: string) => {
    const number = /^#(?:x([0-9A-Fa-f]{1,6})|(\d{1,7}))$/.exec(name);
    const point =
      number === null ? NaN : Number.parseInt(number[1] ?? number[2] ?? '', number[1] === undefined ? 10 : 16);
    const plain = number === null ? ENTITIES.get(name) : isCharacter(point) ? String.fromCodePoint(point) : undefined;
    if (end === '' || plain === undefined) throw new XmlFault('BROKEN');
    return plain;
  });
}

/** Characters that XML 1.0 allows. */
function isCharacter(point: number): boolean {
  if (point < 0x20) return point === 0x09 || point === 0x0a || point === 0x0d;
  return point <= 0xd7ff || (point >= 0xe000 && point <= 0xfffd) || (point >= 0x10000 && point <= 0x10ffff);
}
