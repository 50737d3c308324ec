import { indicatorStore } from '../../catalogue/indicator/indicator.store.ts';
import { placeStore } from '../../catalogue/place/place.store.ts';
import { breakdownKey, type MeasureName } from '../../catalogue/form/form.spec.ts';
import type { Tx } from '../../ground/database/data-source.ts';
import { type Period, parsePeriodKey } from '../../ground/period/period.ts';
import type { NewFigure } from '../figure/figure.store.ts';
import type { Reading } from './reading.ts';
import { type KnownSubmission, resolveSubmission, type Submission } from './submission.ts';

const MEASURES: Readonly<Record<MeasureName, string>> = {
  target: 'TARGET',
  inPeriod: 'IN_PERIOD',
  cumulative: 'CUMULATIVE',
  samePeriodLastYear: 'SAME_PERIOD_LAST_YEAR',
};

/** What the database must know before a file can be read. */
export interface Prepared {
  known: KnownSubmission;
  areas: { id: number; code: string; name: string }[];
  indicatorIds: ReadonlyMap<string, number>;
}

/** Looks up what a submission names, the areas of its place and the indicators. Raises `HubError` BAD_USER_INPUT. */
export async function prepare(tx: Tx, submission: Submission): Promise<Prepared> {
  const known = await resolveSubmission(tx, submission);
  const areas = await placeStore.areasOf(tx, known.place.provinceId, known.period.dataTo);
  const indicators = await indicatorStore.all(tx);
  return { known, areas, indicatorIds: new Map(indicators.map((indicator) => [indicator.code, indicator.id])) };
}

/** The figures of a reading. The total row of an area form is a check and no figure; a target belongs to the year. */
export function figuresOf(
  prepared: Prepared,
  reading: Reading,
  periods: { own: number; year: number; yearEnd: string },
): NewFigure[] {
  const { known, areas } = prepared;
  const areaIds = new Map(areas.map((area) => [area.code, area.id]));
  const provinceCode = areas[0]?.code;
  return reading.values.flatMap((value) => {
    if (value.area !== undefined && value.area === provinceCode) return [];
    const placeId = value.area === undefined ? known.place.id : areaIds.get(value.area);
    const indicatorId = prepared.indicatorIds.get(value.indicatorCode);
    if (placeId === undefined || indicatorId === undefined) {
      throw new Error(
        `The reader gave ${value.indicatorCode} at ${value.area ?? known.place.code}, which the catalogue does not have.`,
      );
    }
    const target = value.measure === 'target';
    return [
      {
        placeId,
        indicatorId,
        measure: MEASURES[value.measure],
        breakdown: breakdownKey(value.breakdown),
        periodId: target ? periods.year : periods.own,
        dataTo: target ? periods.yearEnd : known.period.dataTo,
        value: value.value,
        missing: value.missing,
        status: value.status,
        qualifier: value.qualifier,
        sheet: value.sheet,
        cell: value.cell,
        printed: value.printed,
      },
    ];
  });
}

/** The year that a period belongs to: what a target is for. */
export function yearOf(period: Period): Period {
  const year = parsePeriodKey(String(period.year));
  if (!year) throw new Error(`The year ${period.year} is outside the periods that the hub knows.`);
  return year;
}
