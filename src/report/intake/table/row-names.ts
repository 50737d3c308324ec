import { isFigureRow } from '../../../catalogue/form/form.spec.ts';
import type { FigureRowSpec, IndicatorRowsForm } from '../../../catalogue/form/form.spec.ts';
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
export interface RowNames {
  /** Labels of its indicators, for hints. */
  readonly labels: readonly string[];
  find(wanted: WantedRow): FigureRowSpec | null;
}

/** Indexes the rows of a form, which is done once for all tables of a file. */
export function rowNames(form: IndicatorRowsForm): RowNames {
  const rows = namedRows(form);
  const wholes = new NameIndex(rows.filter((row) => row.parent === null));
  const parts = new Map<FigureRowSpec, NameIndex>();
  for (const parent of new Set(rows.map((row) => row.parent)))
    if (parent !== null) parts.set(parent, new NameIndex(rows.filter((row) => row.parent === parent)));
  return {
    labels: wholes.rows.map((row) => row.spec.labelVi),
    find: (wanted) => find(wholes, (wanted.parent === null ? undefined : parts.get(wanted.parent)) ?? NO_PARTS, wanted),
  };
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

/** Rows that are looked for together, by their names. */
class NameIndex {
  readonly rows: readonly NamedRow[];
  readonly #exact = new Map<string, NamedRow[]>();
  readonly #loose = new Map<string, NamedRow[]>();

  constructor(rows: readonly NamedRow[]) {
    this.rows = rows;
    for (const row of rows) {
      for (const name of row.exact) put(this.#exact, name, row);
      for (const name of row.loose) put(this.#loose, name, row);
    }
  }

  exact(name: string): readonly NamedRow[] {
    return this.#exact.get(name) ?? [];
  }

  loose(key: string): readonly NamedRow[] {
    return this.#loose.get(key) ?? [];
  }
}

const NO_PARTS = new NameIndex([]);

function put(index: Map<string, NamedRow[]>, name: string, row: NamedRow): void {
  const there = index.get(name);
  if (there === undefined) index.set(name, [row]);
  else there.push(row);
}

function find(wholes: NameIndex, parts: NameIndex, wanted: WantedRow): FigureRowSpec | null {
  // A bullet belongs to the indicator above; without one the label of an indicator comes first.
  const order = wanted.isPart ? [parts, wholes] : [wholes, parts];
  const key = looseKey(wanted.text);
  return (
    firstOnly(order.map((index) => index.exact(wanted.text))) ??
    firstOnly(order.map((index) => index.loose(key))) ??
    mistyped(wanted.isPart ? parts.rows : wholes.rows, wanted, key)
  );
}

function firstOnly(found: readonly (readonly NamedRow[])[]): FigureRowSpec | null {
  const first = found.find((rows) => rows.length > 0);
  return first?.length === 1 ? (first[0]?.spec ?? null) : null;
}

/** A label with a slip of the keyboard, when its ordinal is that of the form's row and no other row is near. */
function mistyped(rows: readonly NamedRow[], { stt, isPart }: WantedRow, key: string): FigureRowSpec | null {
  const limit = Math.min(MOST_TYPING_ERRORS, Math.floor(key.length / LETTERS_PER_ERROR));
  if (limit === 0) return null;
  const near = (row: NamedRow, most: number): boolean =>
    [...row.loose].some((name) => sameDigits(name, key) && typingDistance(name, key, most) <= most);
  // The ordinal first: it leaves one row of a form to compare with.
  const [only, another] = rows.filter((row) => (isPart || row.spec.stt === stt) && near(row, limit));
  if (only === undefined || another !== undefined) return null;
  return rows.some((row) => row !== only && near(row, limit * 2)) ? null : only.spec;
}

function sameDigits(a: string, b: string): boolean {
  return a.replace(/\D/g, '') === b.replace(/\D/g, '');
}
