import type { InspectedFile } from '../inspect/inspect-file.ts';
import type { Issue, Reading, ReportFile } from '../reading.ts';
import type { PackedFile } from './file-wire.ts';
import type { PackedValues } from './value-wire.ts';
import type { ReadingEnd, ReadingWatch, ValueSink } from '../read-workbook.ts';

/** Why a reading came to no end: nothing the sender did, as far as can be known. */
export type ReadingFailure = 'TIME' | 'MEMORY' | 'CRASH';

/** Who reads files that nobody trusts. */
export interface FileReader {
  /** Reads a report file. Where reading itself fails, that is a reading too: refused, `failed`, with nothing of it kept. */
  read(file: ReportFile, watch?: ReadingWatch): Promise<Reading>;
  /** `read`, with its values given to a sink as they come. */
  readTo(file: ReportFile, sink: ValueSink, watch?: ReadingWatch): Promise<ReadingEnd>;
  /** The same workbook with a comment at every cell that has an issue; null where it cannot be annotated. */
  annotate(bytes: Uint8Array, issues: readonly Issue[]): Promise<AnnotatedFile | null>;
  /** What a file that comes along with a report is, or why it is refused; FAILED where looking at it came to no end. */
  inspect(bytes: Uint8Array): Promise<InspectedFile>;
  /** Ends whatever is at work. */
  close(): Promise<void>;
}

/** A workbook with comments in it. */
export interface AnnotatedFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly extension: string;
  /** Cells that have one. */
  readonly comments: number;
}

/** What the reading process is asked. */
export type ReaderJob =
  | { readonly kind: 'READ'; readonly file: PackedFile }
  | { readonly kind: 'ANNOTATE'; readonly bytes: Uint8Array; readonly issues: readonly Issue[] }
  | { readonly kind: 'INSPECT'; readonly bytes: Uint8Array };

/** What it says; END, ANNOTATED and INSPECTED are the last of a job. */
export type ReaderWord =
  | { readonly kind: 'READY' }
  | { readonly kind: 'STEP'; readonly step: 'OPEN' | 'ROWS'; readonly done: number; readonly total: number }
  | { readonly kind: 'VALUES'; readonly packed: PackedValues }
  | { readonly kind: 'END'; readonly end: ReadingEnd }
  | { readonly kind: 'ANNOTATED'; readonly file: AnnotatedFile | null }
  | { readonly kind: 'INSPECTED'; readonly file: InspectedFile };
