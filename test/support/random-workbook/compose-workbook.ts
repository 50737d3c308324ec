import type { FormSpec } from '../../../src/catalogue/form/form.spec.ts';
import { formSeeds } from '../../../src/catalogue/form/form.seed.ts';
import type { Description, OtherSheet } from './description.ts';
import { Draw } from './draw.ts';
import { planTable } from './finish-plan.ts';
import { letterhead, OTHER_OWNERS, title } from './headings.ts';
import { anotherPeriod, printedDate, windowOf } from './period-words.ts';
import { middleOf, placeTable } from './place-table.ts';
import { communesOf, provinceAt, provinceCodes } from './places.ts';
import { textCell, textSheet } from './sheet-model.ts';
import type { DrawnSheet } from './sheet-model.ts';
import type { TrueIssue, WorkbookTruth } from './truth.ts';
import type { Plan } from './plan.ts';
import type { TableTruth } from './place-table.ts';

/** A workbook before it is written, and what is true of it. */
export interface DrawnWorkbook {
  sheets: DrawnSheet[];
  truth: WorkbookTruth;
}

const forms = new Map(formSeeds().map((form) => [form.code, form]));

/** One of the hub's forms. */
export function formOf(code: string): FormSpec {
  const form = forms.get(code);
  if (form === undefined) throw new Error(`Expected a form of the hub, got '${code}'.`);
  return form;
}

/** Codes of all forms. */
export const FORM_CODES = [...forms.keys()];

/** Draws the workbook of a description and its truth. */
export function composeWorkbook(description: Description): DrawnWorkbook {
  const form = formOf(description.form);
  const window = windowOf(description.period);
  const place = provinceAt(description.province, window.dataTo);
  const { printed, issues } = asPrinted(description, form);
  const draw = Draw.of(description.seed, 'names');
  const main = reportSheets(
    draw.pick(['Biểu 01', 'Sheet1', 'Bieu tong hop', `BC ${description.period.year}`]),
    form,
    printed,
  );
  const csv = description.file === 'csv';
  const sheets = csv ? main.sheets : withOthers(main.sheets, description, form, draw);
  const submission = { organisation: form.owner, place, period: window };
  const all = [...issues, ...main.truth.issues, ...legacyIssue(description)];
  const whole = issues.length > 0;
  return {
    sheets,
    truth: {
      submission,
      formCode: form.code,
      outcome: outcomeOf(all.filter(({ optional }) => optional !== true)),
      strictOutcome: outcomeOf(all),
      rejectScope: whole ? 'FILE' : outcomeOf(all) === 'REJECT' ? 'CELLS' : null,
      expected: whole ? [] : csv ? main.truth.expected.map((one) => ({ ...one, sheet: null })) : main.truth.expected,
      // Of a file that is refused whole, nothing else has to be told.
      issues: all.map((issue) => ({
        ...issue,
        sheet: csv ? null : issue.sheet,
        ...(whole && !issues.includes(issue) ? { optional: true } : {}),
      })),
    },
  };
}

function outcomeOf(issues: readonly TrueIssue[]): WorkbookTruth['outcome'] {
  if (issues.some(({ severity }) => severity === 'ERROR')) return 'REJECT';
  return issues.length > 0 ? 'ACCEPT_WITH_WARNINGS' : 'ACCEPT';
}

function legacyIssue({ legacy }: Description): TrueIssue[] {
  if (legacy === 'NONE') return [];
  return [{ code: 'LEGACY_ENCODING', severity: 'WARNING', sheet: null, cell: null }];
}

/** What the file says about itself, where that is not what it is sent in for. */
function asPrinted(description: Description, form: FormSpec): { printed: Printed; issues: TrueIssue[] } {
  const draw = Draw.of(description.seed, 'wrong head');
  const own: Printed = { ...description, owner: form.owner };
  const wrong = (code: TrueIssue['code']): TrueIssue[] => [{ code, severity: 'ERROR', sheet: null, cell: null }];
  if (description.faults.includes('WRONG_PERIOD')) {
    const head = { ...description.head, title: true };
    return {
      printed: { ...own, head, period: anotherPeriod(description.period, draw) },
      issues: wrong('PERIOD_MISMATCH'),
    };
  }
  if (!description.faults.includes('WRONG_ORGANISATION')) return { printed: own, issues: [] };
  const head = { ...description.head, letterhead: true };
  if (form.layout === 'INDICATOR_ROWS' && draw.chance(50)) {
    const others = provinceCodes().filter((code) => code !== description.province);
    return { printed: { ...own, head, letterheadOf: draw.pick(others) }, issues: wrong('WRONG_ORGANISATION') };
  }
  const owner = draw.pick(OTHER_OWNERS.filter((other) => other !== form.owner));
  return { printed: { ...own, head, owner }, issues: wrong('WRONG_ORGANISATION') };
}

/** A description as a sheet prints it. */
interface Printed extends Description {
  owner: string;
  /** Another province than the table’s, for a letterhead of elsewhere. */
  letterheadOf?: string;
}

function reportSheet(name: string, form: FormSpec, printed: Printed): { sheet: DrawnSheet; truth: TableTruth } {
  return placeReport(name, form, planTable(form, printed), printed);
}

function placeReport(
  name: string,
  form: FormSpec,
  plan: Plan,
  printed: Printed,
): { sheet: DrawnSheet; truth: TableTruth } {
  const sheet = textSheet(name, []);
  placeHead(sheet, form, printed, plan);
  const truth = placeTable(sheet, form, plan, printed);
  placeFoot(sheet, printed, truth.starred);
  return { sheet, truth };
}

/** The sheets of the report itself: one, or two with half of the rows each. */
function reportSheets(name: string, form: FormSpec, printed: Printed): { sheets: DrawnSheet[]; truth: TableTruth } {
  const plan = planTable(form, printed);
  const middle =
    printed.table.split && printed.file !== 'csv' && form.layout === 'INDICATOR_ROWS' ? middleOf(plan.rows) : -1;
  const parts =
    middle < 0
      ? [plan]
      : [
          { ...plan, rows: plan.rows.slice(0, middle) },
          { ...plan, rows: plan.rows.slice(middle), fileIssues: [] },
        ];
  const placed = parts.map((part, at) => placeReport(at === 0 ? name : `${name} (2)`, form, part, printed));
  return {
    sheets: placed.map(({ sheet }) => sheet),
    truth: {
      expected: placed.flatMap(({ truth }) => truth.expected),
      issues: placed.flatMap(({ truth }) => truth.issues),
      starred: placed.some(({ truth }) => truth.starred),
    },
  };
}

function placeHead(sheet: DrawnSheet, form: FormSpec, printed: Printed, plan: Plan): void {
  const { head, seed, period } = printed;
  const draw = Draw.of(seed, 'head');
  const window = windowOf(period);
  const push = (...texts: (string | null)[]): void => void sheet.rows.push(texts.map(textCell));
  if (head.letterhead) {
    const place = provinceAt(printed.letterheadOf ?? printed.province, window.dataTo).name;
    const [above, own, number] = letterhead(printed.owner, place, draw);
    const [year, month] = window.dataTo.split('-');
    push(above, null, null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    push(own, null, null, null, 'Độc lập - Tự do - Hạnh phúc');
    push(
      number,
      null,
      null,
      null,
      `${place.replace(/^(Tỉnh|Thành phố) /u, '')}, ngày 16 tháng ${Number(month)} năm ${year}`,
    );
    push();
  }
  if (head.title) {
    const top = sheet.rows.length;
    push(title(form, period, draw));
    sheet.merges.push({ top, left: 0, bottom: top, right: 5 });
  }
  if (head.dates) push(`(Số liệu tính từ ngày ${printedDate(window.dataFrom)} đến ngày ${printedDate(window.dataTo)})`);
  if (plan.unitLine !== null)
    push(null, null, null, null, draw.pick(['ĐVT: ', 'Đơn vị tính: ']) + plan.unitLine.printed);
  if (draw.chance(30)) push();
}

function placeFoot(sheet: DrawnSheet, { foot, numbers }: Description, starred: boolean): void {
  const push = (...texts: (string | null)[]): void => void sheet.rows.push(texts.map(textCell));
  if (foot.footnote || starred || foot.signature) push();
  if (starred || (foot.footnote && numbers.adorned.includes('STAR'))) push('(*) Số liệu sơ bộ.');
  if (foot.footnote) push('Ghi chú: số liệu do các đơn vị cung cấp, gồm 02 biểu kèm theo.');
  if (!foot.signature) return;
  push('Nơi nhận:', 'NGƯỜI LẬP BIỂU', null, null, 'TM. BAN THƯỜNG VỤ');
  push('- UBND tỉnh (b/c);', null, null, null, 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH');
  push('- Lưu: VT, 02 bản.');
  push();
  push(null, 'Vũ Thị Minh Họa', null, null, 'Nguyễn Văn Mẫu');
}

/** Sheets of other content before and behind the report’s own. */
function withOthers(main: readonly DrawnSheet[], description: Description, form: FormSpec, draw: Draw): DrawnSheet[] {
  const sheets = [...main];
  for (const other of description.others) {
    const sheet = otherSheet(other, description, form, draw);
    // Two sheets of one period can only be told apart by their titles.
    if (sheet === null || (other === 'PREVIOUS' && !description.head.title)) continue;
    if (draw.chance(40)) sheets.unshift(sheet);
    else sheets.push(sheet);
  }
  return sheets;
}

function otherSheet(other: OtherSheet, description: Description, form: FormSpec, draw: Draw): DrawnSheet | null {
  const plain: Printed = { ...description, owner: form.owner, faults: [], seed: description.seed + 1 };
  const before = { ...plain.period, year: plain.period.year - 1 };
  const titled = { ...plain.head, title: true, dates: false };
  switch (other) {
    case 'EMPTY':
      return textSheet('Sheet2', []);
    case 'NARRATIVE':
      return textSheet('Thuyết minh', [
        'I. ĐẶC ĐIỂM TÌNH HÌNH',
        'Trong kỳ, các cấp đã triển khai 12 kế hoạch, tổ chức trên 2.500 lượt tuyên truyền cho gần 18.000 hội viên, đoàn viên.',
        'Tổng kinh phí vận động khoảng 1,2 tỷ đồng, đạt 104,5% kế hoạch năm; tăng 86 căn nhà so với cùng kỳ.',
        'II. KIẾN NGHỊ',
        'Đề nghị UBND tỉnh bố trí 3.500 triệu đồng cho chương trình phối hợp.',
      ]);
    case 'PREVIOUS':
      return reportSheet('Kỳ trước', form, { ...plain, period: before, head: titled }).sheet;
    case 'PREVIOUS_HIDDEN':
      return { ...reportSheet('Nam truoc', form, { ...plain, period: before, head: titled }).sheet, hidden: true };
    case 'DRAFT_HIDDEN':
      return { ...reportSheet('Nháp', form, plain).sheet, hidden: true };
    case 'OTHER_FORM': {
      const another = formOf(draw.pick(FORM_CODES.filter((code) => code !== form.code)));
      if (another.layout === 'AREA_ROWS' && communesOf(description.province).length > 110) return null;
      return reportSheet('Biểu khác', another, { ...plain, head: { ...titled, letterhead: false } }).sheet;
    }
  }
}
