/** Which sign parts whole from fraction: VI writes 1.234,5 and EN writes 1,234.5. */
export type NumberStyle = 'VI' | 'EN';

/**
 * What a text of digits can mean. EITHER: one separator with three digits behind it, '1.234': a thousand or a fraction;
 * `grouped` is null where the digits before it cannot be a group ('1234.567').
 */
export type Numeral =
  | { readonly kind: 'VALUE'; readonly value: string; readonly fraction: boolean; readonly style: NumberStyle | null }
  | {
      readonly kind: 'EITHER';
      readonly grouped: string | null;
      readonly fractional: string;
      readonly separator: '.' | ',';
    }
  | { readonly kind: 'BROKEN' };

const BROKEN: Numeral = { kind: 'BROKEN' };
const MOST_DIGITS = 24;
/** First group of one to three digits without a leading zero, then groups of three. */
const GROUPS = /^[1-9]\d{0,2}(?:\.\d{3})+$/;
/** Officers write 05 for five; more leading zeros are codes and no numbers. */
const WHOLE = /^(?:0|0?[1-9]|[1-9]\d*)$/;

/**
 * Reads digits with separators: '.' and ',' as they come, blanks (of every width) as groups. The sign may be '-', '−' or
 * '–'. Nothing but digits, separators and one sign is a numeral.
 */
export function readNumeral(text: string): Numeral {
  const match = /^([+\-−–]?)\s?([\d.,\s]*)$/.exec(text.trim());
  const body = match?.[2]?.replace(/\s/g, ' ') ?? '';
  if (!/^\d.*\d$|^\d$/.test(body) || body.replace(/\D/g, '').length > MOST_DIGITS) return BROKEN;
  return signed(body.includes(' ') ? spaced(body) : plain(body), match?.[1] !== '' && match?.[1] !== '+');
}

function signed(numeral: Numeral, negative: boolean): Numeral {
  if (!negative || numeral.kind === 'BROKEN') return numeral;
  if (numeral.kind === 'VALUE') return { ...numeral, value: `-${numeral.value}` };
  return {
    ...numeral,
    grouped: numeral.grouped === null ? null : `-${numeral.grouped}`,
    fractional: `-${numeral.fractional}`,
  };
}

function plain(body: string): Numeral {
  const dots = body.split('.').length - 1;
  const commas = body.split(',').length - 1;
  if (dots + commas === 0) return WHOLE.test(body) ? whole(body, null) : BROKEN;
  if (dots > 0 && commas > 0) return twoSeparators(body);
  const separator = dots > 0 ? '.' : ',';
  if (dots + commas > 1) {
    return GROUPS.test(body.replaceAll(',', '.'))
      ? whole(body.replace(/\D/g, ''), separator === '.' ? 'VI' : 'EN')
      : BROKEN;
  }
  return oneSeparator(body, separator);
}

function oneSeparator(body: string, separator: '.' | ','): Numeral {
  const [before = '', after = ''] = body.split(separator);
  if (!WHOLE.test(before) || (before.length > 1 && before.startsWith('0'))) return BROKEN;
  const fractional = `${before}.${after}`;
  // No group begins with a zero, so '0.125' can only be a fraction; it says little about the sheet's habit.
  if (before === '0') return { kind: 'VALUE', value: fractional, fraction: true, style: null };
  if (after.length === 3)
    return { kind: 'EITHER', grouped: before.length <= 3 ? before + after : null, fractional, separator };
  return { kind: 'VALUE', value: fractional, fraction: true, style: separator === ',' ? 'VI' : 'EN' };
}

/** Both signs occur: the last one is the decimal sign, must stand alone and behind well-formed groups. */
function twoSeparators(body: string): Numeral {
  const decimal = body.lastIndexOf(',') > body.lastIndexOf('.') ? ',' : '.';
  const [before = '', after = '', more] = body.split(decimal);
  if (more !== undefined || after === '' || !GROUPS.test(before.replaceAll(',', '.'))) return BROKEN;
  const value = `${before.replace(/\D/g, '')}.${after}`;
  return { kind: 'VALUE', value, fraction: true, style: decimal === ',' ? 'VI' : 'EN' };
}

/** Blanks group; a sign in the last group can only be the decimal one, unless three digits make it look like a group. */
function spaced(body: string): Numeral {
  const match = /^([1-9]\d{0,2}(?: \d{3})+)(?:([.,])(\d+))?$/.exec(body);
  if (match === null) return BROKEN;
  const [, groups = '', sign, after = ''] = match;
  const digits = groups.replaceAll(' ', '');
  if (sign === undefined) return whole(digits, null);
  const separator = sign === ',' ? ',' : '.';
  if (after.length === 3) return { kind: 'EITHER', grouped: null, fractional: `${digits}.${after}`, separator };
  return { kind: 'VALUE', value: `${digits}.${after}`, fraction: true, style: separator === ',' ? 'VI' : 'EN' };
}

function whole(digits: string, style: NumberStyle | null): Numeral {
  return { kind: 'VALUE', value: digits.replace(/^0+(?=\d)/, ''), fraction: false, style };
}

/** What the other text numbers of a sheet say about its habit; BOTH decides nothing. */
export type StyleEvidence = NumberStyle | 'NONE' | 'BOTH';

/** Gathers evidence from numerals that have one reading only. */
export function evidenceOf(numerals: Iterable<Numeral>): StyleEvidence {
  const styles = new Set<NumberStyle>();
  for (const numeral of numerals) if (numeral.kind === 'VALUE' && numeral.style !== null) styles.add(numeral.style);
  const [only] = styles;
  return styles.size > 1 ? 'BOTH' : (only ?? 'NONE');
}

/**
 * Settles a numeral. Of whole things a fraction is impossible, so '1.234' is a thousand and '1.234,5' is malformed; of
 * other quantities the evidence decides, and without any it is ambiguous.
 */
export function settle(
  numeral: Numeral,
  wholeThings: boolean,
  evidence: StyleEvidence,
): { value: string } | 'AMBIGUOUS' | 'MALFORMED' {
  if (numeral.kind === 'BROKEN') return 'MALFORMED';
  if (numeral.kind === 'VALUE') return wholeThings && numeral.fraction ? 'MALFORMED' : { value: numeral.value };
  if (wholeThings) return numeral.grouped === null ? 'MALFORMED' : { value: numeral.grouped };
  if (evidence === 'NONE' || evidence === 'BOTH') return 'AMBIGUOUS';
  if ((evidence === 'VI') === (numeral.separator === ',')) return { value: numeral.fractional };
  return numeral.grouped === null ? 'MALFORMED' : { value: numeral.grouped };
}
