import { columnLetters } from './sheet.ts';

const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\$?[A-Za-z]{1,3}\$?\d{1,7}(?![\p{L}\p{N}_(.])|[\p{L}_\\][\p{L}\p{N}_.]*|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\s+|[^]/gu;
const REFERENCE = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;

/** Columns and rows that a sheet of a spreadsheet program has. */
const [COLUMNS, ROWS] = [16_384, 1_048_576];

/** A formula in pieces: texts, quoted names, references, names, numbers, blanks and single signs. */
export function formulaTokens(formula: string): string[] {
  return formula.match(TOKEN) ?? [];
}

/** A formula as it reads when it is copied so many rows down and columns right: references without '$' move along. */
export function moveFormula(formula: string, down: number, right: number): string {
  return formulaTokens(formula)
    .map((token, at, tokens) => {
      // LOG10( is a function.
      const match = tokens[at + 1] === '(' ? null : REFERENCE.exec(token);
      if (match === null) return token;
      const [, fixedColumn = '', letters = '', fixedRow = '', digits = ''] = match;
      const column = fixedColumn === '' ? columnOf(letters) + right : columnOf(letters);
      const row = fixedRow === '' ? Number(digits) + down : Number(digits);
      if (column < 0 || column >= COLUMNS || row < 1 || row > ROWS) return '#REF!';
      return `${fixedColumn}${columnLetters(column)}${fixedRow}${row}`;
    })
    .join('');
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 0x40;
  return column - 1;
}
