import type { PlaceRule, TimeRule, ValueType } from '../indicator/indicator.rule.ts';
import type { OrganisationKind } from '../organisation/organisation.kind.ts';

/** The four measures of a figure, as forms name them; target belongs to the year, the rest to the report's period. */
export const MEASURE_NAMES = ['target', 'inPeriod', 'cumulative', 'samePeriodLastYear'] as const;
/** One of the four measures; see `MEASURE_NAMES`. */
export type MeasureName = (typeof MEASURE_NAMES)[number];

/** The kinds of period a form can be sent in for. */
export const FORM_PERIOD_KINDS = ['MONTH', 'QUARTER', 'HALF_YEAR', 'NINE_MONTHS', 'YEAR'] as const;
/** A kind of period; see `FORM_PERIOD_KINDS`. */
export type FormPeriodKind = (typeof FORM_PERIOD_KINDS)[number];

/** Dimension to value, for example `{ sector: 'FDI' }`: dimensions in camel case, values in upper case with `_`. */
export type Breakdown = Readonly<Record<string, string>>;

/** What a row (INDICATOR_ROWS) and a column (AREA_ROWS) of numbers have in common. */
export interface MeasuredSpec {
  readonly indicatorCode: string;
  /** Absent for the indicator's whole. */
  readonly breakdown?: Breakdown;
  /** Only beside a breakdown: whether its values together make up the whole, so that they must add up to it. */
  readonly exhaustive?: boolean;
  /** The label as printed, without the parents it stands under. */
  readonly labelVi: string;
  /** The indicator's English name; breakdown rows have none. */
  readonly labelEn?: string;
  /** Other spellings officers use. */
  readonly aliasesVi: readonly string[];
  /** The unit printed in the form, for example 'triệu đồng'. */
  readonly unit: string;
  /** The unit figures are kept in, for example 'VND'. */
  readonly baseUnit: string;
  /** Decimal string: printed number × scale = value in the base unit. */
  readonly scale: string;
  readonly type: ValueType;
  /** The same as the indicator's, so that a form can be checked without the catalogue. */
  readonly timeRule: TimeRule;
  readonly placeRule: PlaceRule;
  /** Whether a blank cell is a fault. */
  readonly required: boolean;
}

/** A heading row without numbers. */
export interface SectionRowSpec {
  readonly kind: 'section';
  /** The ordinal as printed: 'I', 'A', '1.1'; null if none. */
  readonly stt: string | null;
  readonly labelVi: string;
}

/** A row of numbers: an indicator's whole, or one of the breakdown rows below it. */
export interface FigureRowSpec extends MeasuredSpec {
  readonly kind: 'indicator' | 'breakdown';
  readonly stt: string | null;
}

/** A row of an INDICATOR_ROWS form. */
export type IndicatorRowSpec = SectionRowSpec | FigureRowSpec;

/** A column of an AREA_ROWS form; it names its own measure. */
export interface AreaColumnSpec extends MeasuredSpec {
  readonly measure: MeasureName;
  /** The merged heading the column stands under; null if it stands alone. */
  readonly groupVi: string | null;
}

/** What both layouts share. */
export interface FormHead {
  /** For example 'LDLD-01'; with the version it names one form for ever. */
  readonly code: string;
  readonly version: number;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly owner: OrganisationKind;
  readonly periodKinds: readonly FormPeriodKind[];
  readonly measures: readonly MeasureName[];
}

/** A form with one row an indicator and one column a measure. */
export interface IndicatorRowsForm extends FormHead {
  readonly layout: 'INDICATOR_ROWS';
  readonly requiredMeasures: readonly MeasureName[];
  /** Headings officers write; `{y}` is the report's year, `{y-1}` the year before, `{label}` the period in words. */
  readonly measureLabels: Readonly<Record<MeasureName, readonly string[]>>;
  readonly rows: readonly IndicatorRowSpec[];
}

/** A form with one row a commune of the province and one column an indicator's measure. */
export interface AreaRowsForm extends FormHead {
  readonly layout: 'AREA_ROWS';
  readonly areaLevel: 'COMMUNE';
  readonly columns: readonly AreaColumnSpec[];
}

/** One version of a report form, in either layout; tell them apart by `layout`. */
export type FormSpec = IndicatorRowsForm | AreaRowsForm;

/**
 * The canonical key of a breakdown: '' for the whole, else `dimension=VALUE` sorted by dimension and joined by ';'
 * ('sector=FDI;sex=FEMALE'). Throws if a dimension or value contains '=' or ';' or is empty.
 */
export function breakdownKey(breakdown?: Readonly<Record<string, string>>): string {
  const entries = Object.entries(breakdown ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const pairs = entries.map(([dimension, value]) => {
    if (!isPart(dimension) || !isPart(value)) {
      throw new Error(`A breakdown needs names without '=' and ';', but got '${dimension}' = '${value}': rename them.`);
    }
    return `${dimension}=${value}`;
  });
  return pairs.join(';');
}

/**
 * The breakdown of a key written by `breakdownKey`; {} for ''. Throws if the key is not in its canonical form
 * (a pair without '=', a dimension named twice, or pairs out of order).
 */
export function parseBreakdownKey(key: string): Record<string, string> {
  const pairs = key === '' ? [] : key.split(';').map((pair) => pair.split('='));
  const breakdown = Object.fromEntries(pairs.map(([dimension = '', value = '']) => [dimension, value]));
  if (pairs.some((pair) => pair.length !== 2 || !pair.every(isPart)) || breakdownKey(breakdown) !== key) {
    throw new Error(`Expected a breakdown key like 'sector=FDI;sex=FEMALE' in order of dimension, got '${key}'.`);
  }
  return breakdown;
}

function isPart(text: string): boolean {
  return text !== '' && !/[=;]/.test(text);
}

/** Narrows a row to one that holds numbers. */
export function isFigureRow(row: IndicatorRowSpec): row is FigureRowSpec {
  return row.kind !== 'section';
}
