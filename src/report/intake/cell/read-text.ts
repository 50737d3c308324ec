import { normalise, toneNormal } from '../../../ground/text/fold.ts';
import { readNumeral } from './numeral.ts';
import type { Numeral } from './numeral.ts';
import type { CellMissing, Qualifier, ValueStatus } from '../reading.ts';

/** A cell's text taken apart: a mark for a missing number, a numeral with what stands round it, or something else. */
export type TextParts =
  | { readonly kind: 'MISSING'; readonly missing: CellMissing }
  | {
      readonly kind: 'NUMBER';
      readonly numeral: Numeral;
      /** What stands behind the digits: 'tỷ', 'km', '%', or ''. */
      readonly unit: string;
      /** Null when the cell says nothing about it. */
      readonly status: ValueStatus | null;
      readonly qualifier: Qualifier | null;
      /** Marked “(*)”: a footnote says what that means. */
      readonly starred: boolean;
    }
  | { readonly kind: 'OTHER' };

const OTHER: TextParts = { kind: 'OTHER' };
const MISSING_MARKS: readonly (readonly [RegExp, CellMissing])[] = [
  [/^$/, 'BLANK'],
  [/^-{1,3}$/, 'NOT_ARISEN'],
  [/^\(?không (?:có )?phát sinh\)?\.?$/u, 'NOT_ARISEN'],
  [/^x$/, 'NOT_APPLICABLE'],
  [/^(?:…|\.{3,})$/u, 'NOT_AVAILABLE'],
  [/^\(?chưa có số liệu\)?\.?$/u, 'NOT_AVAILABLE'],
];
const WRAPPED_STATUS = /\(\s*(ước(?: tính| đạt| thực hiện)?|sơ bộ|số ước|số liệu sơ bộ)\s*\)/u;
const LEADING_STATUS = /^(ước(?: tính| đạt| thực hiện)?|sơ bộ)(?=[\s\d])\s*/u;
const TRAILING_STATUS = /\s+(ước|sơ bộ)$/u;
const STAR = /\s*\(\*+\)\s*|\s*\*+$/;
const QUALIFIERS: readonly (readonly [RegExp, Qualifier])[] = [
  [/^(?:trên|hơn)\s+/u, 'OVER'],
  [/^gần\s+/u, 'NEARLY'],
  [/^(?:khoảng\s+|xấp xỉ\s+|[~≈]\s*)/u, 'ABOUT'],
];

/** Takes the text of a number cell apart. Two statuses or two qualifiers in one cell are not understood: OTHER. */
export function readText(printed: string): TextParts {
  const text = toneNormal(printed);
  const missing = MISSING_MARKS.find(([mark]) => mark.test(text));
  if (missing !== undefined) return { kind: 'MISSING', missing: missing[1] };
  const seen = { statuses: new Set<ValueStatus>(), qualifiers: new Set<Qualifier>(), starred: false };
  const rest = strip(text, seen);
  if (seen.statuses.size > 1 || seen.qualifiers.size > 1) return OTHER;
  const match = /^([+-]?\s?\d(?:[\d.,\s]*\d)?)(.*)$/u.exec(rest);
  const unit = normalise(match?.[2] ?? '');
  if (match === null || /^[.,\d]/.test(unit)) return OTHER;
  const [status = null] = seen.statuses;
  const [qualifier = null] = seen.qualifiers;
  return { kind: 'NUMBER', numeral: readNumeral(match[1] ?? ''), unit, status, qualifier, starred: seen.starred };
}

interface Seen {
  statuses: Set<ValueStatus>;
  qualifiers: Set<Qualifier>;
  starred: boolean;
}

/** Removes status words, qualifiers and the footnote mark, in whatever order they stand. */
function strip(text: string, seen: Seen): string {
  let rest = text;
  for (let before = ''; before !== rest; ) {
    before = rest;
    for (const pattern of [WRAPPED_STATUS, LEADING_STATUS, TRAILING_STATUS]) {
      const word = pattern.exec(rest)?.[1];
      if (word === undefined) continue;
      seen.statuses.add(statusOf(word) ?? 'ESTIMATE');
      rest = rest.replace(pattern, ' ').trim();
    }
    for (const [pattern, qualifier] of QUALIFIERS) {
      if (!pattern.test(rest)) continue;
      seen.qualifiers.add(qualifier);
      rest = rest.replace(pattern, '').trim();
    }
    if (STAR.test(rest)) {
      seen.starred = true;
      rest = rest.replace(STAR, ' ').trim();
    }
  }
  return rest;
}

/** “ước” as a word of its own: neither “thỏa ước” nor “quy ước”. */
const ESTIMATED =
  /(?:^|\()\s*(?:số (?:liệu )?)?ước(?!\p{L})|(?<!thỏa |quy |khế )(?<!\p{L})ước (?:thực hiện|tính|đạt)(?!\p{L})|số (?:liệu )?ước(?!\p{L})/u;

/** The status that a heading or footnote names: “ước …” is an estimate, “sơ bộ” preliminary; null when it names none. */
export function statusOf(text: string): ValueStatus | null {
  const plain = toneNormal(text.replace(/^\s*\(?\*+\)?\s*:?/, ''));
  if (/(?<!\p{L})sơ bộ(?!\p{L})/u.test(plain)) return 'PRELIMINARY';
  return ESTIMATED.test(plain) ? 'ESTIMATE' : null;
}
