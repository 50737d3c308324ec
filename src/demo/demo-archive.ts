import type { Context } from '../ground/gql/context.ts';
import type { Viewer } from '../ground/viewer/viewer.ts';

/** What the demo needs of an archive. */
export interface DemoArchive {
  contextOf(viewer: Viewer): Context;
  demoLoaded(): Promise<void>;
}

/** Tells a person who waits what is being done, as `demo 12/180: …`. */
export type DemoProgress = (text: string) => void;
