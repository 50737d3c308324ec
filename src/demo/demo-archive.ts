import type { Context } from '../ground/gql/context.ts';
import type { FileReader } from '../report/intake/reader/file-reader.ts';
import type { Viewer } from '../ground/viewer/viewer.ts';

/** What the demo needs of an archive. */
export interface DemoArchive {
  contextOf(viewer: Viewer): Context;
  /** Who reads its workbooks. */
  reader: FileReader;
  demoLoaded(): Promise<void>;
}

/** Tells a person who waits what is being done, as `demo 12/180: …`. */
export type DemoProgress = (text: string) => void;
