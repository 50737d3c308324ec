/** What a number format adds to the digits that the reader sees. */
export interface NumberFormat {
  /** The number is shown times 100 with a percent sign. */
  readonly percent: boolean;
  /** The number is shown divided by thousands ('#,##0,'). */
  readonly scaled: boolean;
  /** A unit in quotes or a currency sign: 'tỷ', '₫'; '' when there is none. */
  readonly unit: string;
}

/** Takes a spreadsheet number format apart, by its section for positive numbers. */
export function formatOf(format: string): NumberFormat {
  const { bare, literal } = split(format);
  const unit = literal.replace(/[\s\-–()+*_:/]/gu, ' ').trim();
  return { percent: bare.includes('%'), scaled: /[0#?],+(?![0#?,])/.test(bare), unit };
}

/** Parts the digits' pattern from what is printed as it stands. */
function split(format: string): { bare: string; literal: string } {
  let bare = '';
  let literal = '';
  for (const [token] of format.matchAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|[^]/gu)) {
    if (token === ';') break;
    if (token.startsWith('"')) literal += token.slice(1, -1);
    else if (token.startsWith('\\')) literal += token.slice(1);
    else if (token.startsWith('[$')) literal += token.slice(2, -1).replace(/-[0-9A-Fa-f]*$/, '');
    else if (token === '₫' || token === '$' || token === '€') literal += token;
    else if (token.length === 1) bare += token;
  }
  return { bare, literal };
}

/** Whether a number format shows days or times: letters of a date outside quotes and colour names. */
export function isDateFormat(format: string): boolean {
  if (format === '' || /^general/i.test(format)) return false;
  if (/\[(?:h+|m+|s+)\]/i.test(format)) return true;
  const { bare } = split(format);
  // 'E+00' of the scientific format is no era.
  return /[ymdhs]/i.test(bare.replace(/e[+-]/gi, ''));
}
