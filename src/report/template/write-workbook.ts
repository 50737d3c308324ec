import type { Workbook, Worksheet } from '@cj-tech-master/excelts';
import { styleOf } from './cell-style.ts';
import { withProperties } from './package-properties.ts';
import type { PlannedCell, PlannedRule, PlannedSheet, WorkbookPlan } from './workbook-plan.ts';

/** Every template is of this moment, so that the same template has the same bytes. */
const NO_MOMENT = new Date('2026-01-01T00:00:00Z');
const A4 = 9;
const CENTIMETRE = 1 / 2.54;

/** Writes a plan as .xlsx. The same plan gives the same bytes. */
export async function writeWorkbook(plan: WorkbookPlan): Promise<Buffer> {
  // Loaded on first use: most hubs start without anybody asking for a template.
  const library = await import('@cj-tech-master/excelts');
  const book = new library.Workbook();
  book.title = plan.title;
  book.creator = plan.author;
  book.lastModifiedBy = plan.author;
  book.created = NO_MOMENT;
  book.modified = NO_MOMENT;
  for (const sheet of plan.sheets) await drawSheet(book, sheet);
  for (const [name, reference] of plan.names) book.definedNames.add(reference, name);
  return withProperties(await book.xlsx.writeBuffer(), plan.properties);
}

async function drawSheet(book: Workbook, plan: PlannedSheet): Promise<void> {
  const { rows, columns } = plan.frozen;
  const sheet = book.addWorksheet(plan.name, {
    state: plan.hidden ? 'veryHidden' : 'visible',
    views: [
      rows + columns === 0
        ? { showGridLines: false }
        : { state: 'frozen', xSplit: columns, ySplit: rows, showGridLines: false },
    ],
  });
  for (const [at, width] of plan.widths.entries()) sheet.getColumn(at + 1).width = width;
  for (const cell of plan.cells) drawCell(sheet, cell);
  for (const [row, height] of plan.heights) sheet.getRow(row).height = height;
  for (const rule of plan.rules) sheet.dataValidations.add(rule.range, validation(rule));
  setUpPages(sheet, plan);
  await sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
  });
}

function drawCell(sheet: Worksheet, { row, column, value, style, format, mergedTo }: PlannedCell): void {
  const look = styleOf(style, format);
  // Every cell of a merged rectangle has its own border.
  for (let r = row; r <= (mergedTo?.row ?? row); r++)
    for (let c = column; c <= (mergedTo?.column ?? column); c++) sheet.getCell(r, c).style = look;
  if (value !== undefined) sheet.getCell(row, column).value = value;
  if (mergedTo !== undefined) sheet.mergeCells(row, column, mergedTo.row, mergedTo.column);
}

function validation({ kind, formula, prompt, warning }: PlannedRule): object {
  return {
    type: kind,
    formulae: [formula],
    allowBlank: true,
    showInputMessage: true,
    prompt,
    showErrorMessage: warning !== null,
    // Only a warning: a text such as “trên 1250” is for intake to judge, not for the spreadsheet.
    ...(warning === null ? {} : { errorStyle: 'warning', errorTitle: 'Kiểm tra số liệu', error: warning }),
  };
}

function setUpPages(sheet: Worksheet, { repeated, landscape, footer }: PlannedSheet): void {
  const [side, end, edge] = [1.5, 1.5, 0.8].map((centimetres) => centimetres * CENTIMETRE);
  Object.assign(sheet.pageSetup, {
    paperSize: A4,
    orientation: landscape ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: {
      left: side ?? 0.6,
      right: side ?? 0.6,
      top: end ?? 0.6,
      bottom: end ?? 0.6,
      header: edge ?? 0.3,
      footer: edge ?? 0.3,
    },
    ...(repeated === null ? {} : { printTitlesRow: `${repeated[0]}:${repeated[1]}` }),
  });
  sheet.headerFooter.oddFooter = `&L&9${footer}&R&9Trang &P/&N`;
}
