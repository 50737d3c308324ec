import { hereReader } from '../../src/report/intake/reader/here-reader.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Archive, openArchive } from '../../src/archive.ts';
import { parseConfig } from '../../src/config.ts';
import { loadDemo } from '../../src/demo/load-demo.ts';
import { type DemoReport, demoSchedule } from '../../src/demo/reports/schedule.ts';
import { cloneDatabase, type TestDatabase } from './hub.ts';
import { testServer, withClient, withDatabase } from './postgres.ts';

/** An open demo archive on a database of its own. */
export interface OpenDemo {
  archive: Archive;
  database: TestDatabase;
  /** As the superuser, whom no policy binds. */
  superUrl: string;
  /** What the load told of its progress. */
  told: string[];
  close(): Promise<void>;
}

/** The reports of the README and of the explorer's examples: all that most tests need. */
const FEW: ReadonlySet<string> = new Set(['LDLD-01 91 2026-S1', 'HPN-01 91 2026-S1', 'TD-02X 91 2026-S1']);

/** Three reports of An Giang's first half of 2026, made as all of them are; and others of the schedule by their names. */
export function fewReports(others: readonly string[] = []): DemoReport[] {
  return demoSchedule().filter(({ name }) => FEW.has(name) || others.includes(name));
}

/**
 * The demo archive on a database of its own, open, its events numbered; `close` removes it. With `few` reports, which is the
 * default, it takes a second or two, and some more for each of the `others` by their names; with `all` of them it is the
 * archive that people see; with `none` nothing is loaded. Made-up records enter with `all` reports, or where they are asked for.
 */
export async function openDemoArchive({
  reports = 'few',
  others = [],
  records = reports === 'all',
}: {
  reports?: 'none' | 'few' | 'all';
  others?: readonly string[];
  records?: boolean;
} = {}): Promise<OpenDemo> {
  const database = await cloneDatabase();
  // The template's archive is begun for real reports; this one begins anew.
  await withClient(database.ownerUrl, (owner) => owner.query('delete from archive'));
  const folder = await mkdtemp(join(tmpdir(), 'phoi-hop-demo-'));
  const read = parseConfig({
    DATABASE_URL: database.ownerUrl,
    HUB_RUNTIME_URL: database.urls.hub,
    HUB_SEQUENCER_URL: database.urls.sequencer,
    HUB_READER_URL: database.urls.reader,
    HUB_ROLE_PREFIX: new URL(database.urls.hub).username.replace(/_hub$/, ''),
    HUB_DATA_DIR: folder,
    HUB_DEMO: 'on',
  });
  if ('faults' in read) throw new Error(read.faults.join(' '));
  const archive = await openArchive(read.ok, { log: () => undefined, progress: () => undefined }, hereReader);
  const close = async (): Promise<void> => {
    await archive.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
  const told: string[] = [];
  try {
    const progress = (text: string): void => void told.push(text);
    const some = reports === 'few' ? { reports: fewReports(others) } : {};
    if (reports !== 'none') await loadDemo(archive, progress, { ...some, records });
    await archive.sequencer.pass();
  } catch (fault) {
    await close();
    throw fault;
  }
  return { archive, database, superUrl: withDatabase(testServer().superUrl, database.name), told, close };
}
