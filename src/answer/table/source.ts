/** Where the number of a cell comes from: enough to find its figures again in any snapshot. */
export interface Source {
  rule: 'SUM' | 'LAST';
  provinceId: number;
  organisationId: number;
  formId: number;
  placeId: number;
  /** The figures of the place itself, or those of the places below it. */
  own: boolean;
  /** The part of the whole that is meant; left out: the whole. */
  breakdownId?: number;
  /** SUM: the periods that were added. */
  periodIds: number[];
  /** LAST: the window in which the last value of each place was taken. */
  window: { key: string; dataFrom: string; dataTo: string };
}
