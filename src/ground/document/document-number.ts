import { normalise } from '../text/fold.ts';

/** How the number of a paper is written: by state bodies slash first, by the Party and the Youth Union hyphen first. */
export type NumberStyle = 'STATE' | 'PARTY';

/** The number of a paper, taken apart. */
export interface ParsedNumber {
  readonly number: number;
  /** The letters of the type; null for a plain letter (công văn). */
  readonly type: string | null;
  /** The year where the symbol itself says it, as laws do. */
  readonly year: number | null;
  /** The issuing body and its unit by their letters: `UBND`, `TWĐTN-CTTN`. */
  readonly issuer: string;
  readonly style: NumberStyle;
  /** As it was written, without stray spaces and with plain hyphens. */
  readonly symbol: string;
}

/** Types of Decree 30/2020/NĐ-CP, those of legal texts, and those by which organisations name what they sign together. */
const STATE_TYPES = (
  'NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB BGT GĐĐ ' +
  'KL QĐi L PL NĐ TT TTLT NQLT VBHN CTPH CTrPH QCPH'
).split(' ');
const BY_CAPITALS = new Map(STATE_TYPES.map((type) => [type.toUpperCase(), type]));
/** What the Party writes where a state body writes no type. */
const PARTY_LETTER = 'CV';

const PREFIX = /^số\s*:?\s*/iu;
const DASHES = /[‐‑‒–—―−]/g;
const NUMBER = /^(\d{1,6})([/-])(.+)$/u;
const YEAR = /^((?:19|20)\d\d)\/(.+)$/u;
const LETTERS = /^\p{L}[\p{L}\d]*$/u;
/** Letters and digits in groups: `UBND-KGVX`, `QH15`, `ĐCT-BTG`. */
const GROUPS = /^\p{L}[\p{L}\d]*(?:[-.&]\p{L}?[\p{L}\d]*)*[\p{L}\d]$/u;

/**
 * Takes the number of a paper apart: `125/BC-UBND`, the plain letter `12/UBND-KGVX`, `225 - KH/TWĐTN-CTTN`, `Số: 19/2025/QĐ-TTg`.
 * Stray spaces do not count. Null where the text is none.
 */
export function parseDocumentNumber(text: string): ParsedNumber | null {
  const symbol = normalise(text).replace(PREFIX, '').replace(DASHES, '-').replace(/\s/g, '');
  const [, digits = '', sign, rest = ''] = NUMBER.exec(symbol) ?? [];
  const number = Number(digits);
  if (number === 0) return null;
  const read = sign === '/' ? stateParts(rest) : partyParts(rest);
  return read && { number, ...read, symbol };
}

type Parts = Omit<ParsedNumber, 'number' | 'symbol'>;

function stateParts(rest: string): Parts | null {
  const [, year, after = rest] = YEAR.exec(rest) ?? [];
  const [first = '', ...others] = after.split('-');
  const type = others.length > 0 ? (BY_CAPITALS.get(first.toUpperCase()) ?? null) : null;
  const issuer = type === null ? after : others.join('-');
  if (!GROUPS.test(issuer)) return null;
  return { type, issuer, year: year === undefined ? null : Number(year), style: 'STATE' };
}

function partyParts(rest: string): Parts | null {
  const at = rest.indexOf('/');
  const [letters, issuer] = [rest.slice(0, at), rest.slice(at + 1)];
  if (at < 1 || !LETTERS.test(letters) || !GROUPS.test(issuer)) return null;
  const known = BY_CAPITALS.get(letters.toUpperCase()) ?? letters.toUpperCase();
  return { type: known === PARTY_LETTER ? null : known, issuer, year: null, style: 'PARTY' };
}

/** Writes a number as its style does; numbers below ten have a zero in front. What it writes is read as the same parts. */
export function documentSymbol({ number, type, year, issuer, style }: Omit<ParsedNumber, 'symbol'>): string {
  const digits = String(number).padStart(2, '0');
  if (style === 'PARTY') return `${digits}-${type ?? PARTY_LETTER}/${issuer}`;
  return `${digits}/${year === null ? '' : `${year}/`}${type === null ? '' : `${type}-`}${issuer}`;
}
