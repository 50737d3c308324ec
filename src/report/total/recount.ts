import Big from 'big.js';
import { stockWindows } from './stock-windows.ts';

/** A current figure, as the recount reads it: nothing but what was reported. */
export interface CountedFigure {
  provinceId: number;
  placeId: number;
  organisationId: number;
  formId: number;
  indicatorId: number;
  breakdownId: number;
  timeRule: string;
  periodKey: string;
  dataFrom: string;
  dataTo: string;
  value: string | null;
  missing: string | null;
  status: string;
  /** Every place above it, up to its province. */
  above: readonly number[];
}

/** What a total should be. */
export interface CountedTotal {
  key: string;
  sum: string | null;
  present: number;
  notArisen: number;
  estimated: number;
  preliminary: number;
  carried: number;
  places: number;
}

/** One figure's part in one total: of its period for a flow, of each window it ends in for a stock. */
interface Part {
  figure: CountedFigure;
  window: { key: string; dataFrom: string; dataTo: string };
}

/**
 * Counts every total anew from the figures alone, one figure after the other and with arithmetic of its own: what the
 * stored totals must equal. Slow and simple on purpose.
 */
export function recount(figures: readonly CountedFigure[]): Map<string, CountedTotal> {
  const chosen = new Map<string, Part>();
  for (const figure of figures) {
    for (const window of windowsOf(figure)) {
      const key = [
        scopeOf(figure),
        figure.placeId,
        figure.indicatorId,
        figure.breakdownId,
        window.key,
        window.dataFrom,
        window.dataTo,
      ].join('|');
      const rival = chosen.get(key);
      const part = { figure, window };
      if (!rival || goesBefore(part, rival)) chosen.set(key, part);
    }
  }
  const totals = new Map<string, CountedTotal>();
  for (const { figure, window } of chosen.values()) {
    for (const place of figure.above) add(totals, figure, window, place);
  }
  return totals;
}

/** How a total is called, so that stored and counted ones can be laid side by side. */
export function totalKey(total: {
  provinceId: number;
  placeId: number;
  organisationId: number;
  formId: number;
  indicatorId: number;
  breakdownId: number;
  periodKey: string;
  dataFrom: string;
  dataTo: string;
}): string {
  const { provinceId, placeId, organisationId, formId, indicatorId, breakdownId, periodKey, dataFrom, dataTo } = total;
  return [provinceId, organisationId, formId, placeId, indicatorId, breakdownId, periodKey, dataFrom, dataTo].join('|');
}

function scopeOf(figure: CountedFigure): string {
  return `${figure.provinceId}|${figure.organisationId}|${figure.formId}`;
}

function windowsOf(figure: CountedFigure): { key: string; dataFrom: string; dataTo: string }[] {
  const own = { key: figure.periodKey, dataFrom: figure.dataFrom, dataTo: figure.dataTo };
  if (figure.timeRule === 'SUM') return [own];
  return stockWindows(own);
}

/** Which of two figures of one place stands for a window: a number, the exact period, the later end, the longer, “-”. */
function goesBefore(a: Part, b: Part): boolean {
  const ranks = (part: Part): (string | number)[] => [
    part.figure.value === null ? 0 : 1,
    part.figure.periodKey === part.window.key ? 1 : 0,
    part.figure.dataTo,
    // An earlier beginning is a longer period: 9 minus each digit turns the order round.
    part.figure.dataFrom.replace(/\d/g, (digit) => String(9 - Number(digit))),
    part.figure.missing === 'NOT_ARISEN' ? 1 : 0,
  ];
  const right = ranks(b);
  for (const [at, left] of ranks(a).entries()) {
    const other = right[at] ?? 0;
    if (left !== other) return left > other;
  }
  return false;
}

function add(totals: Map<string, CountedTotal>, figure: CountedFigure, window: Part['window'], placeId: number): void {
  const key = totalKey({ ...figure, placeId, periodKey: window.key, dataFrom: window.dataFrom, dataTo: window.dataTo });
  const total = totals.get(key) ?? {
    key,
    sum: null,
    present: 0,
    notArisen: 0,
    estimated: 0,
    preliminary: 0,
    carried: 0,
    places: 0,
  };
  totals.set(key, total);
  total.places += 1;
  if (figure.missing === 'NOT_ARISEN') total.notArisen += 1;
  if (figure.value === null) return;
  total.sum = new Big(total.sum ?? 0).plus(figure.value).toFixed();
  total.present += 1;
  if (figure.status === 'ESTIMATE') total.estimated += 1;
  if (figure.status === 'PRELIMINARY') total.preliminary += 1;
  const late = figure.periodKey !== window.key && figure.dataTo < window.dataTo;
  if (figure.timeRule === 'LAST' && late) total.carried += 1;
}
