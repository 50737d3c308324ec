import iconv from 'iconv-lite';

/**
 * How Vietnamese was typed before Unicode: with fonts that show Vietnamese letters in the places of Western ones. TCVN3
 * (also called ABC) has one place a letter, VNI writes most marks as a second character.
 */
export type LegacyEncoding = 'TCVN3' | 'VNI';

const ACUTE = '\u0301';
const GRAVE = '\u0300';
const HOOK = '\u0309';
const TILDE = '\u0303';
const DOT = '\u0323';
const CIRCUMFLEX = '\u0302';
const BREVE = '\u0306';

/**
 * VNI for Windows: what the second character of a pair adds to the first. Checked against the tables of two keyboard
 * programs, ibus-unikey (`ukengine/data.cpp`, VNI-WIN) and xvnkb (`vni.h`), which agree in all letters.
 */
const VNI_MARKS: readonly (readonly [bases: string, marks: Readonly<Record<string, string>>])[] = [
  ['aeouyôö', { ù: ACUTE, ø: GRAVE, û: HOOK, õ: TILDE, ï: DOT }],
  ['aeo', circumflexed({ â: '', á: ACUTE, à: GRAVE, å: HOOK, ã: TILDE, ä: DOT })],
  ['a', breved({ ê: '', é: ACUTE, è: GRAVE, ú: HOOK, ü: TILDE, ë: DOT })],
];

/** VNI letters of one character. */
const VNI_SINGLES: Readonly<Record<string, string>> = {
  ô: 'ơ',
  ö: 'ư',
  ñ: 'đ',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
};

function circumflexed(marks: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(marks).map(([mark, tone]) => [mark, CIRCUMFLEX + tone]));
}

function breved(marks: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(marks).map(([mark, tone]) => [mark, BREVE + tone]));
}

const VNI_LETTERS = vniLetters();
const VNI_SPELLING = /[aeouyôöAEOUYÔÖ][ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]|[ôöñíìæóòîÔÖÑÍÌÆÓÒÎ]/g;

/** A mark belongs to its letter whatever the case of the mark: shift was often left out. */
function vniLetters(): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [single, letter] of Object.entries(VNI_SINGLES)) {
    letters.set(single, letter).set(single.toUpperCase(), letter.toUpperCase());
  }
  for (const [bases, marks] of VNI_MARKS) {
    for (const base of bases) for (const [mark, added] of Object.entries(marks)) setPair(letters, base, mark, added);
  }
  return letters;
}

function setPair(letters: Map<string, string>, base: string, mark: string, added: string): void {
  const letter = ((VNI_SINGLES[base] ?? base) + added).normalize('NFC');
  for (const anyCase of [mark, mark.toUpperCase()]) {
    letters.set(base + anyCase, letter).set(base.toUpperCase() + anyCase, letter.toUpperCase());
  }
}

function decodeVni(text: string): string {
  return text.replace(VNI_SPELLING, (spelling) => {
    const letter = VNI_LETTERS.get(spelling);
    // A first letter with a mark it cannot have ('uä') stays, but an ơ or ư is one by itself too.
    return letter ?? (VNI_LETTERS.get(spelling.charAt(0)) ?? spelling.charAt(0)) + spelling.slice(1);
  });
}

const FIRST_TCVN3_BYTE = 0xa1;
const LAST_TCVN3_CAPITAL = 0xa7;

/**
 * TCVN3's letters. Of the places that TCVN 5712 gives to capitals with a tone and to bare marks, the fonts have none:
 * there º, °, ² and the like are themselves. A capital with a tone is the same character as the small letter, shown in
 * a font of capitals ('.VnTimeH'); some converters write it as the bare capital and the small letter. All letters agree
 * with those of ibus-unikey (`ukengine/data.cpp`, TCVN3).
 */
const TCVN3_LETTERS = tcvn3Letters();
const TCVN3_SPELLING =
  /A[µ¶·¸¹]|¡[»¼½¾Æ]|¢[ÇÈÉÊË]|E[ÌÎÏÐÑ]|£[ÒÓÔÕÖ]|I[×ØÜÝÞ]|O[ßáâãä]|¤[åæçèé]|¥[êëìíî]|U[ïñòóô]|¦[õö÷øù]|Y[úûüýþ]|[\u00a1-\u00ff]/g;

function tcvn3Letters(): Map<string, string> {
  const letters = new Map<string, string>();
  for (let byte = FIRST_TCVN3_BYTE; byte <= 0xff; byte++) {
    const letter = iconv.decode(Buffer.from([byte]), 'tcvn');
    const small = letter !== letter.toUpperCase();
    if (small || byte <= LAST_TCVN3_CAPITAL) letters.set(String.fromCharCode(byte), letter);
  }
  return letters;
}

function decodeTcvn3(text: string): string {
  const decoded = text.replace(TCVN3_SPELLING, (spelling) => {
    const letter = TCVN3_LETTERS.get(spelling.slice(-1)) ?? spelling.slice(-1);
    return spelling.length === 2 ? letter.toUpperCase() : letter;
  });
  return decoded === text ? text : decoded.replace(LETTERS, inCapitals);
}

const LETTERS = /\p{L}+/gu;
const SMALL_PLAIN_LETTER = /[a-z]/;
const TWO_CAPITALS = /\p{Lu}.*\p{Lu}/u;

/** 'HéI' was typed as 'HỘI': the letters with a case of their own are capitals. */
function inCapitals(word: string): string {
  return !SMALL_PLAIN_LETTER.test(word) && TWO_CAPITALS.test(word) ? word.toUpperCase() : word;
}

/**
 * A text of a legacy font as the font shows it, in NFC letters. Every character that is none of the encoding's stays as
 * it is. Of a text in a font of capitals the letters come out small where no others of the word tell their case. Soft hyphens are letters in TCVN3 (ư), so they must not have been removed before. Text of other fonts turns to
 * nonsense: `decodeText` is the careful way.
 */
export function decodeLegacy(text: string, encoding: LegacyEncoding): string {
  return encoding === 'TCVN3' ? decodeTcvn3(text) : decodeVni(text);
}

const TCVN3_FONT = /^\.vn[a-z]/i;
const VNI_FONT = /^vni(?:[-_ ]|$)/i;

/** What a font of this name shows: '.VnTime', '.VnArialH' TCVN3, 'VNI-Times' VNI, all others null. */
export function legacyFont(fontName: string): LegacyEncoding | null {
  const name = fontName.trim();
  if (TCVN3_FONT.test(name)) return 'TCVN3';
  return VNI_FONT.test(name) ? 'VNI' : null;
}
