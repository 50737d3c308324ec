import { readFileSync } from 'node:fs';
import type { BodyKind } from '../../catalogue/organisation/organisation.kind.ts';
import { projectPath } from '../../ground/project-path.ts';

/** A text in both languages. */
export interface Reason {
  readonly vi: string;
  readonly en: string;
}

/**
 * Where one field is taken from, where that differs from its record: the name of a reason, by which it is derived; or a reason
 * with another passage; or another passage alone, which states it.
 */
export type FieldData = string | { readonly from?: string; readonly quote?: string };

/** What a record or a part of one says, by property. Ids are given as codes of the catalogue or as keys of these files. */
export type ValueData = Readonly<Record<string, unknown>>;

/** A part of a record that says where it comes from; left out: from the passage of its record. */
export interface PartData {
  readonly quote?: string;
  readonly values: ValueData;
  readonly fields?: Readonly<Record<string, FieldData>>;
  readonly parts?: Readonly<Record<string, readonly ValueData[]>>;
}

/** A record that an article states. */
export interface RecordData {
  /** What other records of these files call it. */
  readonly key: string;
  /** GraphQL type. */
  readonly kind: string;
  /** Code of the organisation that keeps it; left out for what belongs to the country. */
  readonly keeper?: string;
  /** The facts of the list of facts that it holds. */
  readonly facts: readonly string[];
  readonly quote: string;
  readonly values: ValueData;
  /** Whether it carries out the national one of the same name. */
  readonly national?: boolean;
  readonly fields?: Readonly<Record<string, FieldData>>;
  readonly parts?: Readonly<Record<string, readonly (PartData | ValueData)[]>>;
}

/** A body outside the seven actors that an article names. */
export interface BodyData {
  readonly code: string;
  readonly kind: BodyKind;
  readonly name: string;
  readonly nameEn: string;
  readonly abbreviation: string;
}

/** What one article states. */
export interface ArticleData {
  readonly document: {
    readonly facts: readonly string[];
    /** Day of publication (ISO date): codes of places and organisations are those of that day. */
    readonly on: string;
    /** Code of the province on that day. */
    readonly province: string;
    readonly keeper: string;
    readonly values: ValueData & { readonly title: string; readonly publishedAt: string };
  };
  readonly organisations: readonly BodyData[];
  /** Passages by name, verbatim but for white space. */
  readonly quotes: Readonly<Record<string, string>>;
  readonly records: readonly RecordData[];
}

/** What the two articles state, in the order in which they are entered. */
export function articleData(): readonly ArticleData[] {
  return ['kien-giang-2018.json', 'binh-duong-2015.json'].map((file) => JSON.parse(textOf(file)) as ArticleData);
}

/** From what fields are derived, by name. */
export function articleReasons(): Readonly<Record<string, Reason>> {
  return JSON.parse(textOf('reasons.json')) as Record<string, Reason>;
}

function textOf(file: string): string {
  return readFileSync(projectPath('src', 'demo', 'articles', 'data', file), 'utf8');
}
