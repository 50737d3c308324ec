import Big from 'big.js';
import { breakdownKey, type Breakdown, type MeasureName } from '../../src/catalogue/form/form.spec.ts';
import { formSeeds } from '../../src/catalogue/form/form.seed.ts';
import { organisationNames } from '../../src/catalogue/organisation/organisation-name.ts';
import type { PlaceNames } from '../../src/catalogue/place/place-name.ts';
import { placeSeeds } from '../../src/catalogue/place/place.seed.ts';
import { type ReadyReport, reportWriter } from '../../src/demo/reports/report-file.ts';
import type { ReportWorld } from '../../src/demo/reports/report-world.ts';
import { type DemoReport, demoSchedule } from '../../src/demo/reports/schedule.ts';

/** A report of the demo with its file and what the catalogue says of it. */
export interface MadeReport {
  report: DemoReport;
  world: ReportWorld;
  ready: ReadyReport;
}

const PROVINCES: Readonly<Record<string, PlaceNames>> = {
  '89 false': province('An Giang'),
  '91 false': province('Kiên Giang'),
  '79 false': city('Hồ Chí Minh'),
  '74 false': province('Bình Dương'),
  '77 false': province('Bà Rịa - Vũng Tàu'),
  '91 true': province('An Giang'),
  '79 true': city('Hồ Chí Minh'),
};

function province(shortName: string): PlaceNames {
  return { name: `Tỉnh ${shortName}`, nameEn: `${shortName} Province`, shortName, type: 'PROVINCE' };
}

function city(shortName: string): PlaceNames {
  return { name: `Thành phố ${shortName}`, nameEn: `${shortName} City`, shortName, type: 'CENTRAL_CITY' };
}

/** Every report of the demo made without a database, from the catalogue's own seeds. */
export function madeReports(): MadeReport[] {
  const forms = new Map(formSeeds().map((form) => [form.code, form]));
  const communes = new Map<number, { code: string; name: string }[]>();
  for (const { level, provinceId, code, names } of placeSeeds()) {
    if (level !== 'COMMUNE' || provinceId === null) continue;
    communes.set(provinceId, [...(communes.get(provinceId) ?? []), { code, name: names.at(-1)?.name ?? '' }]);
  }
  const write = reportWriter();
  return demoSchedule().map((report) => {
    const { code, merged } = report.province;
    const place = PROVINCES[`${code} ${merged}`];
    const form = forms.get(report.form);
    if (!place || !form) throw new Error(`The demo names ${report.name}, which the seeds do not have.`);
    const names = {
      place: place.name,
      placeShort: place.shortName,
      organisation: organisationNames(report.kind, place).name,
      parent: merged && report.kind !== 'UBND' ? organisationNames('MTTQ', place).name : null,
    };
    // Ids of provinces say when they began: 2000 + code those of 1 July 2025.
    const areas = merged ? (communes.get(2000 + Number(code)) ?? []) : [];
    const world = { form, names, areas };
    return { report, world, ready: write(report, world) };
  });
}

/** What to look up in a report; the whole in its period where nothing else is said. */
interface Wanted {
  measure?: MeasureName;
  breakdown?: Breakdown;
  area?: string;
}

/** The numbers of reports by name; of several attempts the last. Null where there is no number. */
export function numbersOf(
  made: readonly MadeReport[],
): (name: string, indicator: string, wanted?: Wanted) => Big | null {
  const key = (name: string, indicator: string, { measure = 'inPeriod', breakdown, area = '' }: Wanted): string =>
    [name, indicator, measure, breakdownKey(breakdown), area].join('|');
  const known = new Map<string, Big | null>();
  for (const { report, ready } of made) {
    for (const { indicator, value, ...wanted } of ready.figures) {
      known.set(key(report.name, indicator, wanted), value === null ? null : new Big(value));
    }
  }
  return (name, indicator, wanted = {}) => known.get(key(name, indicator, wanted)) ?? null;
}
