import { formSeeds } from '../../src/catalogue/form/form.seed.ts';
import type { HostileFile } from './hostile-files.ts';
import { A_ROW, hostileXlsx, many, sharedStrings, sheetData } from './hostile-workbook.ts';
import { dice, noisyText } from './hostile-zip.ts';

/** The form that hostile tables are sent in for. */
export const HOSTILE_FORM = 'LDLD-01';

const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const COLUMNS = ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch năm', 'Thực hiện kỳ này'];

/** A table of the form with more rows than it has. */
function longTable(rows: number, label: (at: number) => string): Buffer {
  const form = formSeeds().find(({ code }) => code === HOSTILE_FORM);
  const labels = form?.layout === 'INDICATOR_ROWS' ? form.rows.map(({ labelVi }) => labelVi) : [];
  const throwOne = dice(13);
  const line = (text: string): string =>
    `<row>${inline('1')}${inline(text)}<c/><c/><c><v>${throwOne(1000)}</v></c></row>`;
  const head = `<row>${COLUMNS.map(inline).join('')}</row>`;
  return hostileXlsx(sheetData(head + labels.map(line).join('') + many(rows, (at) => line(label(at)))));
}

/** Texts that a search for words, numbers and stamps could stumble over. */
const TEXTS = ['ậ', '\u0323', '¸', '1 ', '. ', 'm ', 'M Ậ T ', '0', '(', '-', 'a\n', '"', ' '].map(
  (sign): HostileFile => ({
    name: `a text of ${JSON.stringify(sign)} over and over`,
    why: ['NO_TABLE'],
    bytes: () =>
      hostileXlsx(
        sheetData(
          `<row r="1"><c r="A1" t="inlineStr"><is><t>x${sign.repeat(60_000 / sign.length)}x</t></is></c></row>`,
        ),
      ),
  }),
);

/** Long tables and long texts. */
export const LONG_SHEETS: readonly HostileFile[] = [
  ...TEXTS,
  {
    name: 'a text that no cell can hold',
    why: ['BOMB'],
    bytes: () => hostileXlsx(sheetData(A_ROW), sharedStrings(`<si><t>${'a'.repeat(70_000)}</t></si>`)),
  },
  {
    name: 'half a million paragraphs in a drawing',
    why: ['NO_TABLE'],
    large: true,
    bytes: () =>
      hostileXlsx(sheetData(A_ROW), {
        'xl/drawings/drawing1.xml': `<d>${many(500_000, (at) => `<p><t>${at}</t></p>`)}</d>`,
      }),
  },
  {
    name: 'half a million parts of a page header',
    why: ['NO_TABLE', 'BOMB'],
    bytes: () =>
      hostileXlsx(`${sheetData(A_ROW)}<headerFooter><oddHeader>${'&amp;L'.repeat(500_000)}</oddHeader></headerFooter>`),
  },
  {
    name: 'fifty thousand rows of one name',
    why: ['ISSUES'],
    large: true,
    bytes: () => longTable(50_000, () => 'Số đoàn viên công đoàn'),
  },
  {
    name: 'fifty thousand rows of other names',
    why: ['ISSUES'],
    large: true,
    bytes: () => longTable(50_000, (at) => `Chỉ tiêu lạ ${at}`),
  },
  {
    name: 'five hundred rows with names of 20,000 letters',
    why: ['ISSUES'],
    large: true,
    bytes: () => longTable(500, (at) => `${at}${noisyText(20_000, at)}`),
  },
];
