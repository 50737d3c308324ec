import { normalise, toneNormal } from '../../../ground/text/fold.ts';
import type { OrganisationKind } from '../../../catalogue/organisation/organisation.kind.ts';
import { ofFile } from '../issue/issue.ts';
import type { NamedPeriod, NominalPeriod } from '../table/match-header.ts';
import { namedPeriods, periodLine, printedWindow, yearLine } from '../table/period-printed.ts';
import type { Issue, SubmittedAs } from '../reading.ts';
import type { Grid } from '../workbook/sheet.ts';

/** Texts above a table's heading, in reading order, from a row on; a row with dates is one text: “Từ ngày 15/12/2025 đến …”. */
export function headTexts(grid: Grid, from: number, headerTop: number): string[] {
  const texts: string[] = [];
  for (let row = from; row < Math.min(headerTop, grid.height); row++) {
    const cells = grid.row(row).filter((cell) => cell !== undefined);
    texts.push(...cells.filter(({ kind }) => kind === 'TEXT').map(({ text }) => text));
    if (cells.some(({ kind }) => kind === 'DATE')) texts.push(cells.map(({ text }) => text).join(' '));
  }
  return texts;
}

/** A title speaks of the report itself; other lines name periods in passing. */
const TITLE = /báo cáo|biểu|kết quả|tình hình|tổng hợp|thống kê|số liệu/u;
/** What follows is still to come: “… quý I, nhiệm vụ quý II năm 2026” reports quarter I. */
const TO_COME =
  /[\s,;:–-]+(?:(?:và|về)\s+)?(?:phương hướng|nhiệm vụ|kế hoạch|chương trình|trọng tâm|dự kiến)(?!\p{L}).*$/su;

/** PERIOD_MISMATCH when the dates or the period printed above the table are surely not those of the submission. */
export function checkPeriod(texts: readonly string[], submission: SubmittedAs, nominal: NominalPeriod): Issue[] {
  const { dataFrom, dataTo } = submission.period;
  const windows = texts.map(printedWindow).filter((window) => window !== null);
  const wrong = windows.find((window) => window.from !== dataFrom || window.to !== dataTo);
  if (wrong !== undefined) return [periodMismatch(`${wrong.from} – ${wrong.to}`, `${dataFrom} – ${dataTo}`)];
  const named = titledPeriods(texts, nominal.kind);
  const [first] = named;
  if (first === undefined || named.some(({ period }) => isOwn(period, nominal))) return [];
  return [periodMismatch(normalise(first.title), `${dataFrom} – ${dataTo}`)];
}

/** Whether the texts above a table say anything about its period. */
export function namesPeriod(texts: readonly string[], kind: NominalPeriod['kind']): boolean {
  return texts.some((text) => printedWindow(text) !== null) || titledPeriods(texts, kind).length > 0;
}

/** The periods that titles name, and lines that are nothing but a period, with the year on the line below. */
function titledPeriods(
  texts: readonly string[],
  kind: NominalPeriod['kind'],
): { title: string; period: NamedPeriod }[] {
  return texts.flatMap((title, at) => {
    if (printedWindow(title) !== null) return [];
    const alone = periodLine(title);
    if (alone !== null) {
      // “Tháng 6 năm 2026” alone is a month's report, or the day of another one's letterhead.
      if (alone.firstMonth === alone.lastMonth && kind !== 'MONTH') return [];
      return [{ title, period: { ...alone, year: alone.year ?? yearLine(texts[at + 1] ?? '') } }];
    }
    const plain = toneNormal(title);
    if (!TITLE.test(plain)) return [];
    return namedPeriods(plain.replace(TO_COME, '')).map((period) => ({ title, period }));
  });
}

/** A whole year in the title does not contradict a part of that year. */
function isOwn(named: NamedPeriod, own: NominalPeriod): boolean {
  if (named.year !== null && named.year !== own.year) return false;
  const wholeYear = named.firstMonth === 1 && named.lastMonth === 12;
  return wholeYear || (named.firstMonth === own.firstMonth && named.lastMonth === own.lastMonth);
}

function periodMismatch(read: string, expected: string): Issue {
  return ofFile('PERIOD_MISMATCH', 'ERROR', {
    message: {
      vi: `Kỳ báo cáo ghi trong tệp (“${read}”) khác với kỳ báo cáo được nộp (${expected}).`,
      en: `The period printed in the file (“${read}”) is not the one it was submitted for (${expected}).`,
    },
    hint: {
      vi: 'Chọn đúng kỳ báo cáo khi nộp, hoặc nộp đúng tệp của kỳ này.',
      en: 'Submit it for its own period, or send the file of this period.',
    },
    read,
    expected,
  });
}

/** How letterheads name the seven kinds; the line must begin with it, since titles mention partners. */
const LETTERHEADS: readonly (readonly [OrganisationKind, RegExp])[] = [
  ['LDLD', /^(?:ban (?:chấp hành|thường vụ) )?(?:liên đoàn lao động|lđlđ|công đoàn)(?!\p{L})/u],
  ['HPN', /^(?:ban (?:chấp hành|thường vụ) )?(?:hội liên hiệp phụ nữ|hội lhpn|hội phụ nữ)(?!\p{L})/u],
  [
    'TD',
    /^(?:(?:ban (?:chấp hành|thường vụ) )?(?:đoàn (?:tncs|thanh niên cộng sản|thanh niên|tỉnh|thành phố|tp)|tỉnh đoàn|thành đoàn))(?!\p{L})/u,
  ],
  ['HND', /^(?:ban (?:chấp hành|thường vụ) )?hội nông dân(?!\p{L})/u],
  ['CCB', /^(?:ban (?:chấp hành|thường vụ) )?(?:hội cựu chiến binh|hội ccb)(?!\p{L})/u],
  ['UBND', /^(?:ủy ban nhân dân|ubnd)(?!\p{L})/u],
  ['MTTQ', /^(?:ủy ban (?:mttq|mặt trận)|ban thường trực ủy ban mttq|mặt trận tổ quốc)(?!\p{L})/u],
];
/** The province at the end of a letterhead line. Abbreviations of one word (“TP. HCM”, “TỈNH AG”) prove nothing. */
const PROVINCE = /(?:^|\s)(?:tỉnh đoàn|thành đoàn|tỉnh|thành phố|tp\.?)\s+(\p{L}+(?:[\s-]+\p{L}+){1,4}|huế)$/u;

/**
 * WRONG_ORGANISATION when the letterhead surely names another organisation: one of the seven kinds and not the
 * submitter's, or the submitter's kind in another province. A Front or party line above the own name is the parent's.
 */
export function checkOrganisation(texts: readonly string[], submission: SubmittedAs): Issue[] {
  const [kind = ''] = submission.organisation.split('-');
  const lines = texts.flatMap((text) => text.split(/[\r\n]+/)).map((line) => toneNormal(line));
  const named = lines.flatMap((line) =>
    LETTERHEADS.filter(([, name]) => name.test(line)).map(([of]) => ({ of, line })),
  );
  const own = named.filter(({ of }) => of === kind);
  const others = named.filter(({ of }) => of !== kind && of !== 'MTTQ');
  const [other] = others;
  if (own.length === 0) return other === undefined ? [] : [wrongOrganisation(other.line, submission)];
  // A commune's report has the commune in its letterhead; only provinces are told apart by name.
  if (!/^\d{2}$/.test(submission.place.code)) return [];
  const elsewhere = own.find(({ line }) => namesOtherProvince(line, submission.place.name));
  return elsewhere === undefined ? [] : [wrongOrganisation(elsewhere.line, submission)];
}

function namesOtherProvince(line: string, place: string): boolean {
  // “Thành Đoàn Thành phố Hồ Chí Minh” has the type twice: in its own title and in the city's name.
  const bare = (name: string): string => name.replace(/^(?:tỉnh|thành phố|tp\.?)\s+/u, '').replace(/[\s-]+/g, ' ');
  const printed = PROVINCE.exec(line)?.[1];
  return printed !== undefined && bare(printed) !== bare(toneNormal(place));
}

function wrongOrganisation(line: string, { organisation, place }: SubmittedAs): Issue {
  const read = line.toUpperCase();
  return ofFile('WRONG_ORGANISATION', 'ERROR', {
    message: {
      vi: `Tiêu đề của tệp ghi “${read}”, không phải đơn vị nộp báo cáo (${organisation}, ${place.name}).`,
      en: `The letterhead says “${read}”, which is not the submitting organisation (${organisation}, ${place.name}).`,
    },
    hint: { vi: 'Kiểm tra lại tệp đính kèm và đơn vị nộp.', en: 'Check the attached file and who submits it.' },
    read,
    expected: `${organisation}, ${place.name}`,
  });
}
