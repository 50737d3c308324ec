import type { FormSpec, IndicatorRowsForm, MeasureName } from '../../../src/catalogue/form/form.spec.ts';
import type { NominalChoice } from './description.ts';
import type { Draw } from './draw.ts';
import { bareWords, lastMonth, periodWords } from './period-words.ts';

/** Headings that the form names, with the period's words in them. */
export function formHeadings(form: IndicatorRowsForm, measure: MeasureName, period: NominalChoice): string[] {
  const label = periodWords(period)[0] ?? '';
  const { year } = period;
  return form.measureLabels[measure].map((template) =>
    template
      .replace(
        '{label} của năm {y-1}',
        period.kind === 'YEAR' ? `năm ${year - 1}` : `${bareWords(period)} của năm ${year - 1}`,
      )
      .replace('{label}', label)
      .replace('{y-1}', String(year - 1))
      .replace('{y}', String(year)),
  );
}

/** Headings of the practice that no form lists. */
export function practiceHeadings(measure: MeasureName, period: NominalChoice, draw: Draw): string[] {
  const { year } = period;
  const own = draw.pick(periodWords(period));
  const before = draw.pick(periodWords({ ...period, year: year - 1 }));
  const months = lastMonth(period);
  const bare = bareWords(period);
  switch (measure) {
    case 'target':
      return [`Kế hoạch ${year}`, `Chỉ tiêu ${year}`, `KH năm ${year}`, `Kế hoạch giao năm ${year}`];
    case 'inPeriod':
      return [own, `TH ${own}`, `Kết quả ${own}`, `Kết quả thực hiện ${own}`, ...(bare === '' ? [] : [`TH ${bare}`])];
    case 'cumulative':
      return [
        `Lũy kế năm ${year}`,
        'Cộng dồn',
        ...(months > 1 && months < 12 ? [`LK ${months} tháng`, `Luỹ kế ${months} tháng đầu năm ${year}`] : []),
      ];
    case 'samePeriodLastYear':
      return [`CK năm ${year - 1}`, `Cùng kỳ ${year - 1}`, 'Cùng kỳ', before, `TH ${before}`];
  }
}

/** Whether a heading makes its column an estimate. */
export function isEstimate(heading: string): boolean {
  return heading.startsWith('Ước');
}

const OWNERS: Readonly<Record<string, readonly [string, string]>> = {
  LDLD: ['ỦY BAN MTTQ VIỆT NAM', 'LIÊN ĐOÀN LAO ĐỘNG'],
  HPN: ['ỦY BAN MTTQ VIỆT NAM', 'HỘI LIÊN HIỆP PHỤ NỮ'],
  TD: ['ĐOÀN TNCS HỒ CHÍ MINH', 'BAN CHẤP HÀNH ĐOÀN'],
  HND: ['ỦY BAN MTTQ VIỆT NAM', 'HỘI NÔNG DÂN'],
  CCB: ['ỦY BAN MTTQ VIỆT NAM', 'HỘI CỰU CHIẾN BINH'],
};

/** The lines of a letterhead: what stands above, the organisation and the report's number. */
export function letterhead(owner: string, province: string, draw: Draw): [string, string, string] {
  const place = province.toUpperCase();
  const number = draw.int(1, 300);
  const lines = OWNERS[owner];
  if (lines === undefined) return [`ỦY BAN NHÂN DÂN ${place}`, 'VĂN PHÒNG', `Số: ${number}/BC-UBND`];
  const [above, own] = lines;
  const over = owner === 'TD' ? above : `${above} ${place}`;
  return [over, `${own} ${place}`, owner === 'TD' ? `Số: ${number} - BC/TĐTN-VP` : `Số: ${number}/BC-${owner}`];
}

/** Kinds of organisation that have a letterhead of their own, for a file of the wrong one. */
export const OTHER_OWNERS = Object.keys(OWNERS);

/** A title that names the period. */
export function title(form: FormSpec, period: NominalChoice, draw: Draw): string {
  const words = draw.pick(periodWords(period).filter((text) => !/^\dT/.test(text)));
  const subject = form.titleVi.charAt(0).toLowerCase() + form.titleVi.slice(1);
  return draw.pick([
    `BÁO CÁO ${subject} ${words}`,
    `BÁO CÁO ${form.titleVi.toUpperCase()} ${words.toUpperCase()}`,
    `BIỂU SỐ LIỆU ${subject}, ${words}`,
    `BÁO CÁO\n${subject} ${words}`,
  ]);
}
