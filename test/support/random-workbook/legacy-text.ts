import iconv from 'iconv-lite';
import type { Description } from './description.ts';
import type { DrawnSheet } from './sheet-model.ts';

/** A sheet whose texts are typed in a font of the time before Unicode: Vietnamese letters stand in the places of Western ones. */
export function inLegacy(sheet: DrawnSheet, legacy: Description['legacy']): DrawnSheet {
  if (legacy === 'NONE') return sheet;
  const encode = legacy === 'TCVN3' ? tcvn3 : vni;
  const rows = sheet.rows.map((cells) =>
    cells.map((cell) =>
      typeof cell?.value === 'string' && cell.error !== true ? { ...cell, value: encode(cell.value) } : cell,
    ),
  );
  return { ...sheet, rows };
}

/** Such fonts have no place for these signs: people typed what came nearest. */
function typed(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[“”]/g, '"')
    .replace(/[–•]/g, '-')
    .replace(/…/g, '...')
    .replace(/²/g, '2')
    .replace(/[\u00a0\u202f]/g, ' ');
}

/** The fonts have no capitals with tones: small letters stand there. */
function tcvn3(text: string): string {
  return typed(text).replace(/[^ -~\n]/gu, (letter) => {
    const shown = /[ĂÂÊÔƠƯĐ]/.test(letter) ? letter : letter.toLowerCase();
    return iconv.decode(iconv.encode(shown, 'tcvn'), 'win1252');
  });
}

const TONES = { '\u0301': 0, '\u0300': 1, '\u0309': 2, '\u0303': 3, '\u0323': 4 } as const;
/** What stands behind a letter for acute, grave, hook, tilde and dot; the last one for no tone. */
const BARE = 'ùøûõï';
const ROOFED = 'áàåãäâ';
const BOWED = 'éèúüëê';
const ALONE: Readonly<Record<string, string>> = {
  í: 'í',
  ì: 'ì',
  ỉ: 'æ',
  ĩ: 'ó',
  ị: 'ò',
  ỵ: 'î',
  đ: 'ñ',
  ơ: 'ô',
  ư: 'ö',
};

/** VNI writes a mark as a second character. */
function vni(text: string): string {
  return typed(text).replace(/[^ -~\n]/gu, (letter) => {
    const small = letter.toLowerCase();
    const written = vniLetter(small);
    return small === letter ? written : written.toUpperCase();
  });
}

function vniLetter(letter: string): string {
  const alone = ALONE[letter];
  if (alone !== undefined) return alone;
  const [base = '', ...marks] = letter.normalize('NFD');
  const tone = marks.map((mark) => TONES[mark as keyof typeof TONES]).find((at) => at !== undefined);
  if (marks.includes('\u0302')) return base + (ROOFED[tone ?? 5] ?? '');
  if (marks.includes('\u0306')) return base + (BOWED[tone ?? 5] ?? '');
  const horned = marks.includes('\u031b') ? (base === 'o' ? 'ô' : 'ö') : base;
  return tone === undefined ? horned : horned + (BARE[tone] ?? '');
}
