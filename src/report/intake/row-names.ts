import { isFigureRow } from '../../catalogue/form/form.spec.ts';
import type { FigureRowSpec, IndicatorRowsForm } from '../../catalogue/form/form.spec.ts';
import { looseKey, readLabel, typingDistance } from './wording.ts';

/** A row as it is looked for. */
export interface WantedRow {
  /** Tone-normal label without bullet; never ''. */
  readonly text: string;
  readonly isPart: boolean;
  /** The ordinal printed beside it, or ''. */
  readonly stt: string;
  /** The indicator above; null when there is none that is known. */
  readonly parent: FigureRowSpec | null;
}

interface NamedRow {
  readonly spec: FigureRowSpec;
  readonly parent: FigureRowSpec | null;
  readonly exact: ReadonlySet<string>;
  readonly loose: ReadonlySet<string>;
}

/** How many typing errors are forgiven, and only where the ordinal agrees and nothing else is as near. */
const MOST_TYPING_ERRORS = 2;
const LETTERS_PER_ERROR = 10;

/** The rows of a form by name. */
export function rowNames(form: IndicatorRowsForm): { labels: string[]; find(wanted: WantedRow): FigureRowSpec | null } {
  const rows = namedRows(form);
  const labels = rows.filter((row) => row.parent === null).map((row) => row.spec.labelVi);
  return { labels, find: (wanted) => find(rows, wanted) };
}

function namedRows(form: IndicatorRowsForm): NamedRow[] {
  let parent: FigureRowSpec | null = null;
  return form.rows.filter(isFigureRow).map((spec) => {
    if (spec.kind === 'indicator') parent = spec;
    const names = [spec.labelVi, ...spec.aliasesVi].map((label) => readLabel(label).text);
    if (spec.kind === 'indicator') names.push(spec.indicatorCode.toLowerCase());
    return {
      spec,
      parent: spec.kind === 'indicator' ? null : parent,
      exact: new Set(names),
      loose: new Set(names.map(looseKey)),
    };
  });
}

function find(rows: readonly NamedRow[], wanted: WantedRow): FigureRowSpec | null {
  const parts = wanted.parent === null ? [] : rows.filter((row) => row.parent === wanted.parent);
  const wholes = rows.filter((row) => row.parent === null);
  // A bullet belongs to the indicator above; without one the label of an indicator comes first.
  const order = wanted.isPart ? [parts, wholes] : [wholes, parts];
  const key = looseKey(wanted.text);
  const exact = firstOnly(order, (row) => row.exact.has(wanted.text));
  return (
    exact ?? firstOnly(order, (row) => row.loose.has(key)) ?? mistyped(wanted.isPart ? parts : wholes, wanted, key)
  );
}

function firstOnly(order: readonly (readonly NamedRow[])[], matches: (row: NamedRow) => boolean): FigureRowSpec | null {
  for (const rows of order) {
    const found = rows.filter(matches);
    if (found.length === 1) return found[0]?.spec ?? null;
    if (found.length > 1) return null;
  }
  return null;
}

/** A label with a slip of the keyboard, when its ordinal is that of the form's row and no other row is near. */
function mistyped(rows: readonly NamedRow[], { stt, isPart }: WantedRow, key: string): FigureRowSpec | null {
  const limit = Math.min(MOST_TYPING_ERRORS, Math.floor(key.length / LETTERS_PER_ERROR));
  if (limit === 0) return null;
  const near = rows.filter((row) =>
    [...row.loose].some((name) => sameDigits(name, key) && typingDistance(name, key, limit * 2) <= limit * 2),
  );
  const [only] = near;
  if (only === undefined || near.length > 1 || (!isPart && only.spec.stt !== stt)) return null;
  return [...only.loose].some((name) => typingDistance(name, key, limit) <= limit) ? only.spec : null;
}

function sameDigits(a: string, b: string): boolean {
  return a.replace(/\D/g, '') === b.replace(/\D/g, '');
}
