import { canonicalJson } from '../../catalogue/canonical-json.ts';
import type { MeasureName } from '../../catalogue/form/form.spec.ts';
import type { CellMissing, Qualifier, ValueStatus } from './reading.ts';
import type { Submission } from './submission.ts';

/** A figure that is given as such and not read from a cell. Exactly one of `value` and `missing` is set. */
export interface GivenFigure {
  /** Code of an indicator of the form. */
  readonly indicator: string;
  readonly breakdown?: Readonly<Record<string, string>>;
  readonly measure: MeasureName;
  /** Area forms: code of the commune, or of the province for the total, which is a check and not a figure. */
  readonly area?: string;
  /** Decimal string in the form's base unit: đồng, never triệu đồng. */
  readonly value: string | null;
  readonly missing?: CellMissing;
  /** OFFICIAL where left out. */
  readonly status?: ValueStatus;
  readonly qualifier?: Qualifier;
}

/** The figures of one report as they are given. */
export interface GivenReport {
  readonly submission: Submission;
  /** What the entry says of itself, kept with it: where it comes from, that it is synthetic. */
  readonly note: string;
  readonly figures: readonly GivenFigure[];
}

/**
 * The file that stands for figures given without one: their canonical JSON, in UTF-8. It is kept as a workbook would be, so
 * that every figure has the hash of a file and a cell in it, which here is a JSON pointer: `/figures/12`.
 */
export function givenFile({ submission, note, figures }: GivenReport): { bytes: Buffer; name: string } {
  const { form, organisation, place, period } = submission;
  const key = typeof period === 'string' ? period : `${period.kind}_${period.from}_${period.to}`;
  const bytes = Buffer.from(canonicalJson({ form, organisation, place, period, note, figures }), 'utf8');
  return { bytes, name: `${form}_${organisation}_${key}.json` };
}

/** The address of a figure in its file, by its place in the list, from 0. */
export function givenCell(at: number): string {
  return `/figures/${at}`;
}
