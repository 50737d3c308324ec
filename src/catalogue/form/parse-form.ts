import { PLACE_RULES, TIME_RULES, VALUE_TYPES } from '../indicator/indicator.rule.ts';
import { ORGANISATION_KINDS } from '../organisation/organisation.kind.ts';
import { FieldReader } from './field-reader.ts';
import {
  type AreaColumnSpec,
  type AreaRowsForm,
  type Breakdown,
  FORM_PERIOD_KINDS,
  type FormHead,
  type FormSpec,
  type IndicatorRowsForm,
  type IndicatorRowSpec,
  MEASURE_NAMES,
  type MeasuredSpec,
} from './form.spec.ts';

/**
 * Reads one form from parsed JSON. `where` names the file in messages. Throws one error that names every fault: wrong
 * and unknown fields, rows that occur twice, breakdown rows that do not stand below their indicator.
 */
export function parseForm(value: unknown, where: string): FormSpec {
  const faults: string[] = [];
  const reader = new FieldReader(value, where, faults);
  const layout = reader.oneOf('layout', ['INDICATOR_ROWS', 'AREA_ROWS']);
  const head = readHead(reader);
  const form = layout === 'INDICATOR_ROWS' ? readIndicatorRows(reader, head) : readAreaRows(reader, head);
  reader.refuseUnread();
  if (faults.length > 0) throw new Error(`${where} is no form:\n${faults.join('\n')}`);
  return form;
}

function readHead(reader: FieldReader): FormHead {
  // Where the facts come from and when they were read is for people; a form must say it all the same.
  reader.text('source');
  reader.text('checked');
  return {
    code: reader.text('code'),
    version: reader.count('version'),
    titleVi: reader.text('titleVi'),
    titleEn: reader.text('titleEn'),
    owner: reader.oneOf('owner', ORGANISATION_KINDS),
    periodKinds: reader.manyOf('periodKinds', FORM_PERIOD_KINDS),
    measures: reader.manyOf('measures', MEASURE_NAMES),
  };
}

function readIndicatorRows(reader: FieldReader, head: FormHead): IndicatorRowsForm {
  const requiredMeasures = reader.manyOf('requiredMeasures', MEASURE_NAMES);
  for (const measure of requiredMeasures) {
    if (!head.measures.includes(measure))
      reader.fault('requiredMeasures', `some of ${head.measures.join(', ')}`, measure);
  }
  const measureLabels = reader.object('measureLabels', (labels) => ({
    target: labels.texts('target'),
    inPeriod: labels.texts('inPeriod'),
    cumulative: labels.texts('cumulative'),
    samePeriodLastYear: labels.texts('samePeriodLastYear'),
  }));
  const rows = reader.objects('rows', readRow);
  checkRows(rows, reader);
  return { ...head, layout: 'INDICATOR_ROWS', requiredMeasures, measureLabels, rows };
}

function readAreaRows(reader: FieldReader, head: FormHead): AreaRowsForm {
  const columns = reader.objects(
    'columns',
    (item): AreaColumnSpec => ({
      measure: item.oneOf('measure', MEASURE_NAMES),
      groupVi: item.textOrNull('groupVi'),
      ...readMeasured(item),
    }),
  );
  const seen = new Set<string>();
  columns.forEach((column, at) => {
    const key = `${measuredKey(column)} ${column.measure}`;
    if (seen.has(key)) reader.fault(`columns[${at}]`, 'each indicator, breakdown and measure once', key);
    if (!head.measures.includes(column.measure)) {
      reader.fault(`columns[${at}].measure`, `one of ${head.measures.join(', ')}`, column.measure);
    }
    seen.add(key);
  });
  return { ...head, layout: 'AREA_ROWS', areaLevel: reader.oneOf('areaLevel', ['COMMUNE']), columns };
}

function readRow(item: FieldReader): IndicatorRowSpec {
  const kind = item.oneOf('kind', ['section', 'indicator', 'breakdown']);
  const stt = item.textOrNull('stt');
  if (kind === 'section') return { kind, stt, labelVi: item.text('labelVi') };
  if ((kind === 'breakdown') !== item.has('breakdown'))
    item.fault('kind', 'breakdown exactly where there is one', kind);
  return { kind, stt, ...readMeasured(item) };
}

function readMeasured(item: FieldReader): MeasuredSpec {
  return {
    indicatorCode: item.text('indicatorCode'),
    ...(item.has('breakdown') && { breakdown: readBreakdown(item), exhaustive: item.flag('exhaustive') }),
    labelVi: item.text('labelVi'),
    ...(item.has('labelEn') && { labelEn: item.text('labelEn') }),
    aliasesVi: item.texts('aliasesVi'),
    unit: item.text('unit'),
    baseUnit: item.text('baseUnit'),
    scale: readScale(item),
    type: item.oneOf('type', VALUE_TYPES),
    timeRule: item.oneOf('timeRule', TIME_RULES),
    placeRule: item.oneOf('placeRule', PLACE_RULES),
    required: item.flag('required'),
  };
}

function readBreakdown(item: FieldReader): Breakdown {
  return item.object('breakdown', (pairs) => {
    const keys = pairs.keys();
    if (keys.length === 0) pairs.fault('', 'at least one dimension', {});
    const breakdown = Object.fromEntries(keys.map((key) => [key, pairs.text(key)]));
    for (const [key, value] of Object.entries(breakdown)) {
      if (!/^[a-z][A-Za-z]*$/.test(key) || !/^[A-Z][A-Z0-9_]*$/.test(value)) {
        pairs.fault(key, 'a dimension like ethnicGroup with a value like EX_SERVICE', value);
      }
    }
    return breakdown;
  });
}

function readScale(item: FieldReader): string {
  const scale = item.text('scale');
  if (!/^(0\.\d*[1-9]|[1-9]\d*(\.\d*[1-9])?)$/.test(scale)) item.fault('scale', 'a decimal above 0', scale);
  return scale;
}

// A breakdown row is found under its parent in print, so the parent must come first with nothing of another between.
function checkRows(rows: readonly IndicatorRowSpec[], reader: FieldReader): void {
  const seen = new Set<string>();
  let parent: string | null = null;
  rows.forEach((row, at) => {
    if (row.kind === 'section') {
      parent = null;
      return;
    }
    if (row.kind === 'indicator') parent = row.indicatorCode;
    if (row.indicatorCode !== parent) {
      reader.fault(`rows[${at}]`, `a breakdown of ${parent ?? 'the indicator above'}`, row.indicatorCode);
    }
    const key = measuredKey(row);
    if (seen.has(key)) reader.fault(`rows[${at}]`, 'each indicator and breakdown once', key);
    seen.add(key);
  });
}

function measuredKey({ indicatorCode, breakdown }: MeasuredSpec): string {
  const pairs = Object.entries(breakdown ?? {}).map(([dimension, value]) => `${dimension}=${value}`);
  return [indicatorCode, ...pairs.sort()].join(' ');
}
