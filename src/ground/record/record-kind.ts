import type { EntityTarget } from 'typeorm';
import type { RecordRow } from './record.row.ts';

/** A table of parts of a record, or of parts of a part: written with the record, replaced as a whole by a correction. */
export interface PartKind {
  readonly row: EntityTarget<object>;
  /** The property that names the record, or the part it belongs to. */
  readonly parent: string;
  /** The input that states these parts, where it is not their name. */
  readonly input?: string;
  /** What tells these parts from others in the same table, as `{ kind: 'CONTENT' }`: each list is replaced by itself. */
  readonly of?: Readonly<Record<string, unknown>>;
  /** The order of the parts in a version: properties, smallest first. */
  readonly order: readonly string[];
  /** Whether each part says where it comes from. */
  readonly sourced: boolean;
  readonly parts?: Readonly<Record<string, PartKind>>;
  /** Whether parts are only ever added, as follow-ups are. */
  readonly append?: boolean;
  /** Properties by which a part is still the same after a correction and keeps its key: where others name parts by key. */
  readonly same?: readonly string[];
}

/** A kind of record: its type in the graph, its table and its parts. Rooms declare one for each. */
export interface RecordKind {
  /** GraphQL type, as versions, events and audit rows name it. */
  readonly type: string;
  readonly row: EntityTarget<RecordRow>;
  /** The property whose text is sorted and searched, and others that are searched with it; left out: the record has no name. */
  readonly titled?: { readonly by: string; readonly and?: readonly string[]; readonly key?: (text: string) => string };
  /** Whether the record itself says where it comes from; documents do not: they are sources. */
  readonly sourced: boolean;
  readonly parts: Readonly<Record<string, PartKind>>;
}

/** One part as a change states it: its own columns, and the parts below it by name. */
export type PartDraft = Readonly<Record<string, unknown>>;

/** What a change states of a record: columns by property, and whole lists of parts by name; what is left out stays. */
export interface RecordDraft {
  readonly values: Readonly<Record<string, unknown>>;
  readonly parts?: Readonly<Record<string, readonly PartDraft[]>>;
}
