import { toneNormal } from '../../../ground/text/fold.ts';
import { dateParts } from '../../../ground/period/local-date.ts';
import { periodFromDates } from '../../../ground/period/period.ts';
import type { IndicatorRowsForm, MeasureName } from '../../../catalogue/form/form.spec.ts';
import { statusOf } from '../cell/read-text.ts';
import type { ReportWindow, ValueStatus } from '../reading.ts';
import { isKnownUnit } from './units.ts';

/** The nominal period of a report, as headings name it. */
export interface NominalPeriod {
  readonly kind: ReportWindow['kind'];
  readonly year: number;
  /** Months 1–12, ends included. */
  readonly firstMonth: number;
  readonly lastMonth: number;
}

/** The nominal period of the submission's dates; dates that fit no period of the kind count by the month they end in. */
export function nominalPeriod(window: ReportWindow): NominalPeriod {
  const named = periodFromDates(window.kind, window.dataFrom, window.dataTo);
  const end = dateParts(window.dataTo);
  const year = 'ok' in named ? named.ok.year : end.year;
  const key = 'ok' in named ? named.ok.key : '';
  switch (window.kind) {
    case 'YEAR':
      return { kind: 'YEAR', year, firstMonth: 1, lastMonth: 12 };
    case 'HALF_YEAR':
      return { kind: 'HALF_YEAR', year, firstMonth: 1, lastMonth: 6 };
    case 'NINE_MONTHS':
      return { kind: 'NINE_MONTHS', year, firstMonth: 1, lastMonth: 9 };
    case 'QUARTER': {
      const quarter = Number(/-Q(\d)$/.exec(key)?.[1] ?? Math.ceil(end.month / 3));
      return { kind: 'QUARTER', year, firstMonth: quarter * 3 - 2, lastMonth: quarter * 3 };
    }
    case 'MONTH': {
      const month = Number(/-(\d\d)$/.exec(key)?.[1] ?? end.month);
      return { kind: 'MONTH', year, firstMonth: month, lastMonth: month };
    }
  }
}

/** A period as a text names it; `year` null when it names none. */
export interface NamedPeriod {
  readonly firstMonth: number;
  readonly lastMonth: number;
  readonly year: number | null;
}

const YEAR_BEHIND = String.raw`(?:\s*(?:[/,-]|(?:của\s+)?(?:đầu\s+)?năm)?\s*(?:của\s+)?(?:năm\s+)?((?:19|20)\d\d)(?!\d))?`;
const NAMED = new RegExp(
  String.raw`(?<![\p{L}\d])(?:quý\s*(iv|iii|ii|i|[1-4]|một|hai|ba|tư|bốn|nhất|nhì)(?![\p{L}\d])|(6|9|sáu|chín)\s*(?:tháng|t)(?!\p{L})(?:\s+đầu(?:\s+năm)?)?|tháng\s*(\d{1,2}(?!\d)|(?:giêng|một|hai|ba|tư|sáu|bảy|tám|chín|mười một|mười hai|mười|chạp)(?!\p{L}|\s+(?:một|hai))|năm(?=\s+năm\s)))` +
    YEAR_BEHIND,
  'gu',
);
/** No period of reports, and surely not the first half. */
const SECOND_HALF = new RegExp(String.raw`(?<![\p{L}\d])(?:6|sáu)\s*(?:tháng|t)\s+cuối(?:\s+năm)?` + YEAR_BEHIND, 'gu');
const QUARTERS = wordNumbers('i|1|một|nhất ii|2|hai|nhì iii|3|ba iv|4|tư|bốn');
const MONTHS = wordNumbers('giêng|một hai ba tư năm sáu bảy tám chín mười mười_một mười_hai|chạp');

/** Words for 1, 2, 3 …, parted by blanks; several for one number by '|'. */
function wordNumbers(words: string): Readonly<Record<string, number>> {
  const entries = words
    .split(' ')
    .flatMap((same, at) => same.split('|').map((word) => [word.replace('_', ' '), at + 1] as const));
  return Object.fromEntries(entries);
}

/** Replaces every period that a tone-normal text names (quý II/2026, 6 tháng đầu năm 2026, tháng 6/2026). */
export function replacePeriods(text: string, replace: (period: NamedPeriod) => string): string {
  const whole = text.replace(SECOND_HALF, (_, year?: string) =>
    replace({ firstMonth: 7, lastMonth: 12, year: year === undefined ? null : Number(year) }),
  );
  return whole.replace(NAMED, (all, quarter?: string, months?: string, month?: string, year?: string) => {
    const named = (firstMonth: number, lastMonth: number): string =>
      replace({ firstMonth, lastMonth, year: year === undefined ? null : Number(year) });
    if (quarter !== undefined) return named((QUARTERS[quarter] ?? 0) * 3 - 2, (QUARTERS[quarter] ?? 0) * 3);
    if (months !== undefined) return named(1, months === '6' || months === 'sáu' ? 6 : 9);
    const number = MONTHS[month ?? ''] ?? Number(month);
    return number >= 1 && number <= 12 ? named(number, number) : all;
  });
}

/** A heading in the words of the templates: `<p>` this period, `<p1>` a year before, `<ytd>` the year so far, `<y>`, `<y1>`. */
function canonical(heading: string, period: NominalPeriod): string {
  const words = toneNormal(heading)
    .replace(/(?<![\p{L}])(kh|th|ck|lk)(?![\p{L}])/gu, (short) => SHORT[short] ?? short)
    .replace(/[.:;,*"']+/g, ' ');
  const soFar = words.replace(
    SO_FAR,
    (_, word: string, months: string, year?: string) =>
      `${word} ${token({ firstMonth: 1, lastMonth: Number(months), year: year === undefined ? null : Number(year) }, period)}`,
  );
  const named = replacePeriods(soFar, (found) => ` ${token(found, period)} `);
  const years = named
    .replace(/(?:của )?năm trước|năm ngoái/gu, ' <y1> ')
    .replace(
      /(?:của )?(?:năm\s+)?((?:19|20)\d\d)(?!\d)/gu,
      (_, year: string) => ` ${yearToken(Number(year), period)} `,
    );
  const bare = period.kind === 'QUARTER' ? 'kỳ|quý' : period.kind === 'MONTH' ? 'kỳ|tháng' : 'kỳ';
  return years
    .replace(new RegExp(String.raw`(?<!cùng |\p{L})(?:trong )?(?:${bare})(?: này| báo cáo)?(?!\p{L})`, 'gu'), ' <k> ')
    .replace(/\s+/g, ' ')
    .replace(/trong (?=<p>)/g, '')
    .trim();
}

/** “Lũy kế 8 tháng đầu năm 2026”: so many months, not the eighth. */
const SO_FAR = new RegExp(
  String.raw`(lũy kế|cộng dồn)\s+(?:đến hết\s+|hết\s+)?(\d{1,2})\s*(?:tháng|t)(?!\p{L})(?:\s+đầu(?:\s+năm)?)?` +
    YEAR_BEHIND,
  'gu',
);
const SHORT: Readonly<Record<string, string>> = { kh: 'kế hoạch', th: 'thực hiện', ck: 'cùng kỳ', lk: 'lũy kế' };

function yearToken(year: number, period: NominalPeriod): string {
  return year === period.year ? '<y>' : year === period.year - 1 ? '<y1>' : '<other>';
}

function token(found: NamedPeriod, period: NominalPeriod): string {
  const year = found.year === null ? '<y>' : yearToken(found.year, period);
  if (year === '<other>') return year;
  const suffix = year === '<y1>' ? '1' : '';
  if (found.firstMonth === period.firstMonth && found.lastMonth === period.lastMonth) return `<p${suffix}>`;
  return found.firstMonth === 1 && found.lastMonth === period.lastMonth ? `<ytd${suffix}>` : '<other>';
}

/** Whether a heading plainly names another period or year: what stands under it is no figure of this report. */
export function namesOtherPeriod(heading: string, period: NominalPeriod): boolean {
  const words = canonical(heading, period);
  return /<other>|<y1>/.test(words) || (period.kind !== 'YEAR' && /cả năm|cuối năm/u.test(words));
}

/**
 * A heading without the words that change nothing: “Kết quả thực hiện quý I” is “quý I”, “Chỉ tiêu được giao” is “chỉ tiêu”. Only
 * where what is left says what it is: “Kết quả thực hiện kế hoạch năm” is no plan.
 */
function essence(words: string): string {
  return words
    .replace(/^(?:số |kết quả |ước |đã |thực hiện )+(?=<|cùng kỳ|lũy kế|cộng dồn)/u, '')
    .replace(/^(kế hoạch|chỉ tiêu)(?: kế hoạch)?(?: được)?(?: giao)?(?= |$)/u, '$1');
}

/** Headings with one meaning that the forms need not list; in the words of `canonical`. */
const COMMON: Readonly<Record<MeasureName, readonly string[]>> = {
  target: [
    'kế hoạch',
    'kế hoạch giao <y>',
    'chỉ tiêu <y>',
    'chỉ tiêu giao <y>',
    'kế hoạch <y>',
    'chỉ tiêu kế hoạch <y>',
    'kế hoạch cả năm',
    'kế hoạch năm <y>',
  ],
  inPeriod: [
    '<p>',
    'kết quả <p>',
    'kết quả thực hiện <p>',
    'ước thực hiện <k>',
    'kết quả thực hiện <k>',
    'số thực hiện <k>',
    'số thực hiện <p>',
  ],
  cumulative: [
    'lũy kế <y>',
    'lũy kế <ytd>',
    'cộng dồn',
    'cộng dồn <ytd>',
    'cộng dồn <y>',
    'lũy kế từ đầu năm <y>',
    'lũy kế từ đầu <y>',
  ],
  samePeriodLastYear: [
    'cùng kỳ',
    'cùng kỳ <y1>',
    '<p1>',
    'thực hiện <p1>',
    'kết quả <p1>',
    'kết quả thực hiện <p1>',
    'thực hiện cùng kỳ <y1>',
    'cùng kỳ <p1>',
  ],
};

/** What a column's heading says. */
export interface MeasureHeading {
  readonly measure: MeasureName;
  /** “Ước thực hiện …” makes the column an estimate. */
  readonly status: ValueStatus | null;
  /** A money unit in brackets; '' when there is none. */
  readonly unit: string;
}

/** How the headings of one form and period are read. */
export interface MeasureHeadings {
  /** Null for every heading that is no measure of the form. */
  readonly read: (heading: string) => MeasureHeading | null;
  /** Whether a heading over others says nothing about them, so that the lower one decides alone. */
  readonly isNeutral: (group: string) => boolean;
}

const NEUTRAL_GROUP =
  /^(?:số liệu|kết quả|kết quả đạt được|kết quả thực hiện|thực hiện|tình hình thực hiện|kết quả hoạt động|trong đó)?$/u;

/** A reader of headings for one form and period. */
export function measureHeadings(form: IndicatorRowsForm, period: NominalPeriod): MeasureHeadings {
  const known = new Map<string, MeasureName>();
  for (const measure of form.measures) {
    for (const template of [...templates(form.measureLabels[measure], period), ...COMMON[measure]])
      known.set(template, measure);
  }
  for (const [words, measure] of new Map(known)) if (!known.has(essence(words))) known.set(essence(words), measure);
  // From the first month on, “lũy kế 6 tháng” is the year so far.
  if (period.firstMonth === 1 && form.measures.includes('cumulative')) {
    known.set('lũy kế <p>', 'cumulative').set('cộng dồn <p>', 'cumulative');
  }
  if (period.kind === 'YEAR') {
    // Of a year's report the year is the period.
    const inPeriod = form.measures.includes('inPeriod')
      ? ['<y>', 'kết quả <y>', 'thực hiện <y>', 'kết quả thực hiện <y>']
      : [];
    for (const words of inPeriod) known.set(words, 'inPeriod');
    if (form.measures.includes('samePeriodLastYear')) {
      for (const words of ['<y1>', 'kết quả <y1>', 'thực hiện <y1>', 'kết quả thực hiện <y1>'])
        known.set(words, 'samePeriodLastYear');
    }
  }
  return {
    read: (heading) => {
      const { text, unit } = withoutBrackets(heading);
      const words = canonical(text, period);
      const measure = known.get(words) ?? known.get(essence(words));
      return measure === undefined ? null : { measure, status: statusOf(heading), unit };
    },
    // A group of this year or this period: “Kết quả thực hiện năm 2026”.
    isNeutral: (group) =>
      NEUTRAL_GROUP.test(
        canonical(group, period)
          .replace(/<(?:p|y|ytd|k)>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      ),
  };
}

function templates(labels: readonly string[], period: NominalPeriod): string[] {
  // A year's own label is the year: “Thực hiện năm 2026”, and “… của năm 2025” for the year before.
  const [label, before] = period.kind === 'YEAR' ? ['<y>', ''] : ['<p>', ' '];
  return labels.map((template) => {
    const filled = template.replace(/\{label\} của năm \{y-1\}/u, period.kind === 'YEAR' ? '<y1>' : '<p1>');
    const words = filled
      .replace('{label}', `${before}${label}`)
      .replace('{y-1}', String(period.year - 1))
      .replace('{y}', String(period.year));
    return canonical(words, period);
  });
}

/** Brackets that hold a unit, a status or a column number say nothing about the measure; any others do. */
function withoutBrackets(heading: string): { text: string; unit: string } {
  let unit = '';
  const text = heading.replace(/\(([^()]*)\)/g, (all, inside: string) => {
    if (isKnownUnit(inside) && inside.trim() !== '%') unit = inside.trim();
    else if (
      !/^\s*\d+\s*$/.test(inside) &&
      !/^(?:ước|sơ bộ|ước thực hiện)$/u.test(toneNormal(inside)) &&
      !isForeign(inside)
    )
      return all;
    return ' ';
  });
  return { text, unit };
}

/** Words without a mark beside Vietnamese ones: the English of a heading in two languages. */
function isForeign(inside: string): boolean {
  return /^[A-Za-z][A-Za-z\s/,.&'-]{3,}$/.test(inside.trim());
}
