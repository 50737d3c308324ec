import { type FormSpec, isFigureRow } from './form.spec.ts';

/** Codes of the indicators that a form carries, each once, in the order of its rows or columns. */
export function formIndicatorCodes(form: FormSpec): string[] {
  const carriers = form.layout === 'INDICATOR_ROWS' ? form.rows.filter(isFigureRow) : form.columns;
  return [...new Set(carriers.map(({ indicatorCode }) => indicatorCode))];
}
