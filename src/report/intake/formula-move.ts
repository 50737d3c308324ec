import { columnLetters } from './sheet.ts';

const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\$?[A-Za-z]{1,3}\$?\d{1,7}(?![\w(.])|[\p{L}_\\][\p{L}\p{N}_.]*|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\s+|[^]/gu;
const REFERENCE = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;

/** A formula in pieces: texts, quoted names, references, names, numbers, blanks and single signs. */
export function formulaTokens(formula: string): string[] {
  return formula.match(TOKEN) ?? [];
}

/** A formula as it reads when it is copied so many rows down and columns right: references without '$' move along. */
export function moveFormula(formula: string, down: number, right: number): string {
  return formulaTokens(formula)
    .map((token) => {
      const match = REFERENCE.exec(token);
      if (match === null) return token;
      const [, fixedColumn = '', letters = '', fixedRow = '', digits = ''] = match;
      const column = fixedColumn === '' ? columnOf(letters) + right : columnOf(letters);
      const row = fixedRow === '' ? Number(digits) + down : Number(digits);
      if (column < 0 || row < 1) return '#REF!';
      return `${fixedColumn}${columnLetters(column)}${fixedRow}${row}`;
    })
    .join('');
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 0x40;
  return column - 1;
}
