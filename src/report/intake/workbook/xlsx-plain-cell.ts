const [POINT, ZERO, NINE, LETTER_A, LETTER_Z] = [0x2e, 0x30, 0x39, 0x41, 0x5a];
/** So many digits make a number that a double holds exactly, and so does that number divided by a power of ten. */
const MOST_DIGITS = 15;
const POWERS = Array.from({ length: MOST_DIGITS + 1 }, (_, at) => 10 ** at);

/**
 * Scans cells in their usual spelling, `<c r="B7" s="2" t="s"><v>12</v></c>`, style and type left out or not: numbers, and
 * numbers of shared texts. By hand: a workbook has millions, and a regular expression makes five strings of each. The fields
 * are those of the cell scanned last.
 */
export class PlainCellScanner {
  row = 0;
  column = 0;
  style = 0;
  /** Whether the value is the number of a shared text. */
  isShared = false;
  value = 0;
  #text = '';
  #at = 0;

  /** Answers where the cell at a place ends; -1 where what stands there is anything else, or goes on in the next chunk. */
  scan(text: string, from: number): number {
    this.#text = text;
    this.#at = from;
    const isPlain =
      this.#skip('<c r="') &&
      this.#readAddress() &&
      this.#skip('"') &&
      this.#readStyle() &&
      this.#readType() &&
      this.#skip('><v>') &&
      this.#readValue() &&
      this.#skip('</v></c>');
    return isPlain ? this.#at : -1;
  }

  #skip(word: string): boolean {
    if (!this.#text.startsWith(word, this.#at)) return false;
    this.#at += word.length;
    return true;
  }

  #readAddress(): boolean {
    let column = 0;
    const from = this.#at;
    let code = this.#text.charCodeAt(this.#at);
    for (; code >= LETTER_A && code <= LETTER_Z; code = this.#text.charCodeAt(++this.#at))
      column = column * 26 + code - LETTER_A + 1;
    const letters = this.#at - from;
    const row = this.#digits(0);
    const digits = this.#at - from - letters;
    this.column = column - 1;
    this.row = row - 1;
    return letters > 0 && letters <= 3 && row > 0 && digits <= 7;
  }

  #readStyle(): boolean {
    this.style = 0;
    if (!this.#skip(' s="')) return true;
    const from = this.#at;
    this.style = this.#digits(0);
    const digits = this.#at - from;
    return digits > 0 && digits <= 5 && this.#skip('"');
  }

  #readType(): boolean {
    this.isShared = this.#skip(' t="s"');
    return this.isShared || this.#skip(' t="n"') || true;
  }

  #readValue(): boolean {
    const from = this.#at;
    this.value = this.#digits(0);
    const whole = this.#at - from;
    if (whole === 0 || this.isShared || this.#text.charCodeAt(this.#at) !== POINT)
      return whole > 0 && whole <= MOST_DIGITS;
    const point = ++this.#at;
    const all = this.#digits(this.value);
    const places = this.#at - point;
    if (places === 0 || whole + places > MOST_DIGITS) return false;
    this.value = all / (POWERS[places] ?? NaN);
    return true;
  }

  /** The number that the digits here, if any, make behind those of another. */
  #digits(before: number): number {
    let number = before;
    let code = this.#text.charCodeAt(this.#at);
    for (; code >= ZERO && code <= NINE; code = this.#text.charCodeAt(++this.#at)) number = number * 10 + code - ZERO;
    return number;
  }
}
