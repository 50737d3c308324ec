/** A cell in its usual spelling: a number, or the number of a shared text. */
export interface PlainCell {
  row: number;
  column: number;
  style: number;
  isShared: boolean;
  value: number;
}

const [QUOTE, POINT, ZERO, NINE, LETTER_A, LETTER_Z] = [0x22, 0x2e, 0x30, 0x39, 0x41, 0x5a];
/** So many digits make a number that a double holds exactly, and so do as many behind a point divided by a power of ten. */
const MOST_DIGITS = 15;
const POWERS = Array.from({ length: MOST_DIGITS + 1 }, (_, at) => 10 ** at);

/**
 * Scans `<c r="B7" s="2" t="s"><v>12</v></c>` at a place, style and type left out or not, and answers where it ends; -1 where
 * what stands there is anything else, or goes on in the next chunk. By hand: a workbook has millions, and a regular expression
 * makes five strings of each.
 */
export function scanPlainCell(text: string, from: number, into: PlainCell): number {
  if (!text.startsWith('<c r="', from)) return -1;
  let at = from + 6;
  let column = 0;
  const letters = at;
  for (let code = text.charCodeAt(at); code >= LETTER_A && code <= LETTER_Z; code = text.charCodeAt(++at))
    column = column * 26 + code - LETTER_A + 1;
  if (at === letters || at > letters + 3) return -1;
  const digits = at;
  let row = 0;
  for (let code = text.charCodeAt(at); code >= ZERO && code <= NINE; code = text.charCodeAt(++at))
    row = row * 10 + code - ZERO;
  if (row === 0 || at > digits + 7 || text.charCodeAt(at) !== QUOTE) return -1;
  at++;
  let style = 0;
  if (text.startsWith(' s="', at)) {
    const first = (at += 4);
    for (let code = text.charCodeAt(at); code >= ZERO && code <= NINE; code = text.charCodeAt(++at))
      style = style * 10 + code - ZERO;
    if (at === first || at > first + 5 || text.charCodeAt(at) !== QUOTE) return -1;
    at++;
  }
  const isShared = text.startsWith(' t="s"', at);
  if (isShared || text.startsWith(' t="n"', at)) at += 6;
  if (!text.startsWith('><v>', at)) return -1;
  at += 4;
  const start = at;
  let value = 0;
  for (let code = text.charCodeAt(at); code >= ZERO && code <= NINE; code = text.charCodeAt(++at))
    value = value * 10 + code - ZERO;
  let read = at - start;
  if (read === 0) return -1;
  if (text.charCodeAt(at) === POINT && !isShared) {
    const first = ++at;
    for (let code = text.charCodeAt(at); code >= ZERO && code <= NINE; code = text.charCodeAt(++at))
      value = value * 10 + code - ZERO;
    if (at === first) return -1;
    read += at - first;
    if (read <= MOST_DIGITS) value /= POWERS[at - first] ?? 1;
  }
  if (read > MOST_DIGITS || !text.startsWith('</v></c>', at)) return -1;
  into.row = row - 1;
  into.column = column - 1;
  into.style = style;
  into.isShared = isShared;
  into.value = value;
  return at + 8;
}
