/**
 * What the indicator table should answer, written down from the rules in plain words and with arithmetic of its own. It
 * imports nothing from the hub, so that one misunderstanding cannot be on both sides. Slow and simple on purpose.
 */

import { add, length, type OraclePeriod, same, tiles, toBig, toText } from './oracle-periods.ts';

/** A published report: its figures are those of its last version. */
export interface OracleReport {
  province: string;
  form: string;
  /** What it is for: the province's code or a ward's. */
  place: string;
  period: OraclePeriod;
  figures: readonly OracleFigure[];
}

/** `value` is a decimal text, or null with a reason. */
export interface OracleFigure {
  place: string;
  indicator: string;
  value: string | null;
  missing: string | null;
  estimate: boolean;
}

/** How an indicator adds up. */
export interface OracleIndicator {
  code: string;
  time: 'SUM' | 'LAST' | 'RECOMPUTE';
  places: 'SUM' | 'RECOMPUTE';
  primary: string | null;
}

/** One expected value. */
export interface OracleCell {
  exact: string | null;
  status: string;
  missing: string | null;
  source: 'REPORTED' | 'AGGREGATED';
}

/** A figure with the period it stands under. */
type Known = OracleFigure & { period: OraclePeriod };

/** One way to answer, before the best is chosen. */
interface Way {
  form: string;
  value: bigint | null;
  reason: string;
  reported: boolean;
  carried: boolean;
  estimate: boolean;
  own: boolean;
  days: number;
}

const REASONS = ['NOT_AVAILABLE', 'COARSER_ONLY', 'NO_PARTS', 'BLANK', 'NOT_ARISEN', 'NOT_APPLICABLE'];

/** The value of a place for one column; `province` is where it lies, or itself. */
export function expectedCell(
  reports: readonly OracleReport[],
  indicator: OracleIndicator,
  where: { place: string; province: string },
  column: OraclePeriod,
): OracleCell {
  return cellFrom(waysOf(reports, indicator, where, column), indicator);
}

/** The value of the nation over provinces that did not merge. */
export function expectedNation(
  reports: readonly OracleReport[],
  indicator: OracleIndicator,
  provinces: readonly string[],
  column: OraclePeriod,
): OracleCell {
  if (indicator.places !== 'SUM') return { exact: null, status: 'MISSING', missing: 'NO_PARTS', source: 'AGGREGATED' };
  const cells = provinces.map((province) => expectedCell(reports, indicator, { place: province, province }, column));
  const values = cells.flatMap((cell) => (cell.exact === null ? [] : [toBig(cell.exact)]));
  if (values.length === 0)
    return {
      exact: null,
      status: 'MISSING',
      missing: strongest(cells.map((cell) => cell.missing)),
      source: 'AGGREGATED',
    };
  const said = (status: string): boolean => cells.some((cell) => cell.status === status);
  const ways = provinces.map((province) =>
    best(waysOf(reports, indicator, { place: province, province }, column), indicator),
  );
  const estimate = ways.some((way) => way !== null && way.value !== null && way.estimate);
  return {
    exact: toText(add(values)),
    status: said('CARRIED') ? 'CARRIED' : estimate ? 'ESTIMATE' : 'OK',
    missing: null,
    source: 'AGGREGATED',
  };
}

function waysOf(
  all: readonly OracleReport[],
  indicator: OracleIndicator,
  where: { place: string; province: string },
  column: OraclePeriod,
): Way[] {
  const ways: Way[] = [];
  for (const form of new Set(all.map((report) => report.form))) {
    const near = (period: OraclePeriod): boolean =>
      period.key === column.key || (period.from <= column.to && period.to >= column.from);
    const reports = all.filter(
      (report) => report.form === form && report.province === where.province && near(report.period),
    );
    const figures = reports.flatMap((report) =>
      report.figures
        .filter((one) => one.indicator === indicator.code)
        .map((one) => ({ ...one, period: report.period })),
    );
    const own = figures.filter((figure) => figure.place === where.place);
    const below =
      indicator.places === 'SUM' && where.place === where.province
        ? figures.filter((figure) => figure.place !== where.province)
        : [];
    if (indicator.time === 'SUM') ways.push(...flow(form, reports, own, below, column));
    else if (indicator.time === 'LAST') ways.push(...stock(form, own, below, column));
    else ways.push(...percentage(form, own, column));
  }
  return ways;
}

/** A flow: choose the periods once for all figures of the form, then in each the own figure before those below. */
function flow(
  form: string,
  reports: readonly OracleReport[],
  own: readonly Known[],
  below: readonly Known[],
  column: OraclePeriod,
): Way[] {
  if (own.length === 0 && below.length === 0) return [];
  const pieces = tiles(
    reports.map((report) => report.period),
    column,
  );
  const values: bigint[] = [];
  const reasons: string[] = [];
  let [estimate, ownPieces] = [false, 0];
  for (const piece of pieces) {
    const mine = own.filter((figure) => same(figure.period, piece));
    const theirs = below.filter((figure) => same(figure.period, piece));
    const numbers = mine.some((figure) => figure.value !== null)
      ? mine
      : theirs.some((figure) => figure.value !== null)
        ? theirs
        : [];
    for (const figure of numbers) {
      if (figure.value === null) continue;
      values.push(toBig(figure.value));
      estimate ||= figure.estimate;
    }
    if (numbers.length > 0 ? numbers === mine : mine.length > 0) ownPieces += 1;
    if (numbers.length === 0)
      reasons.push(
        ...(mine.length > 0 ? mine.map((figure) => figure.missing ?? '') : theirs.length > 0 ? [together(theirs)] : []),
      );
  }
  const exact = pieces.length === 1 && pieces[0]?.key === column.key;
  const longer = [...own, ...below].some((figure) => length(figure.period) > length(column));
  const coarser = pieces.length === 0 && longer;
  const days = exact ? length(column) : pieces.reduce((sum, piece) => sum + length(piece), 0);
  return [
    {
      form,
      value: values.length === 0 ? null : add(values),
      reason: coarser ? 'COARSER_ONLY' : strongest(reasons),
      reported: values.length > 0 && exact && ownPieces === 1,
      carried: false,
      estimate,
      own: ownPieces > 0,
      days,
    },
  ];
}

/** A stock: the own last figure, or the sum of the last figure of every place below. */
function stock(form: string, own: readonly Known[], below: readonly Known[], column: OraclePeriod): Way[] {
  const known = (figure: Known): boolean =>
    figure.period.key === column.key || (figure.period.to >= column.from && figure.period.to <= column.to);
  const way = (parts: readonly Known[], isOwn: boolean, reason: string): Way => {
    const numbers = parts.filter((figure) => figure.value !== null);
    const carried = numbers.some((figure) => figure.period.key !== column.key && figure.period.to < column.to);
    return {
      form,
      value: numbers.length === 0 ? null : add(numbers.map((figure) => toBig(figure.value ?? '0'))),
      reason,
      reported: isOwn && numbers.length > 0 && !carried,
      carried,
      estimate: numbers.some((figure) => figure.estimate),
      own: isOwn,
      days: numbers.length === 0 ? 0 : Number.POSITIVE_INFINITY,
    };
  };
  const ways: Way[] = [];
  const mine = own.filter(known);
  if (mine.length > 0) ways.push(way(last(mine, column), true, strongest(mine.map((figure) => figure.missing))));
  const places = [...new Set(below.filter(known).map((figure) => figure.place))];
  const theirs = places.flatMap((place) =>
    last(
      below.filter((figure) => figure.place === place && known(figure)),
      column,
    ),
  );
  if (theirs.length > 0) ways.push(way(theirs, false, together(theirs)));
  return ways;
}

/** A percentage answers for exactly its own place and period. */
function percentage(form: string, own: readonly Known[], column: OraclePeriod): Way[] {
  const [figure] = last(
    own.filter((one) => one.period.key === column.key),
    column,
  );
  if (!figure) return [];
  const value = figure.value === null ? null : toBig(figure.value);
  const reason = figure.missing ?? '';
  return [
    {
      form,
      value,
      reason,
      reported: value !== null,
      carried: false,
      estimate: figure.estimate,
      own: true,
      days: length(column),
    },
  ];
}

/** The one figure of a place that stands for a window: a number, the exact key, the latest end, the longest, “-”. */
function last(figures: readonly Known[], column: OraclePeriod): Known[] {
  const better = (a: Known, b: Known): boolean => {
    if ((a.value === null) !== (b.value === null)) return a.value !== null;
    if ((a.period.key === column.key) !== (b.period.key === column.key)) return a.period.key === column.key;
    if (a.period.to !== b.period.to) return a.period.to > b.period.to;
    return a.period.from < b.period.from;
  };
  const [first, ...rest] = figures;
  if (!first) return [];
  return [rest.reduce((chosen, one) => (better(one, chosen) ? one : chosen), first)];
}

function cellFrom(ways: readonly Way[], indicator: OracleIndicator): OracleCell {
  const way = best(ways, indicator);
  if (!way)
    return {
      exact: null,
      status: 'MISSING',
      missing: indicator.time === 'RECOMPUTE' ? 'NO_PARTS' : 'BLANK',
      source: 'AGGREGATED',
    };
  if (way.value === null)
    return { exact: null, status: 'MISSING', missing: strongest(ways.map((one) => one.reason)), source: 'AGGREGATED' };
  const status = way.carried ? 'CARRIED' : way.estimate ? 'ESTIMATE' : 'OK';
  return { exact: toText(way.value), status, missing: null, source: way.reported ? 'REPORTED' : 'AGGREGATED' };
}

/** With a number; reported; not carried; by the primary form; the place's own; covering most days; by the form's code. */
function best(ways: readonly Way[], indicator: OracleIndicator): Way | null {
  const tests: ((way: Way) => boolean)[] = [
    (way) => way.value !== null,
    (way) => way.reported,
    (way) => !way.carried,
    (way) => way.form === indicator.primary,
    (way) => way.own,
  ];
  let left = [...ways];
  for (const test of tests) if (left.some(test)) left = left.filter(test);
  const most = Math.max(...left.map((way) => way.days));
  return left.filter((way) => way.days === most).sort((a, b) => (a.form < b.form ? -1 : 1))[0] ?? null;
}

/** Why places together have no number: “-” everywhere, or something is not known. */
function together(figures: readonly Known[]): string {
  return figures.every((figure) => figure.missing === 'NOT_ARISEN') ? 'NOT_ARISEN' : 'BLANK';
}

function strongest(reasons: readonly (string | null)[]): string {
  return REASONS.find((reason) => reasons.includes(reason)) ?? 'BLANK';
}
