import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Archive, openArchive } from '../../src/archive.ts';
import { parseConfig } from '../../src/config.ts';
import { loadDemo } from '../../src/demo/load-demo.ts';
import { cloneDatabase } from './hub.ts';
import { withClient } from './postgres.ts';

/** The demo archive on a database of its own, open, its events numbered; `close` removes it. */
export async function openDemoArchive(): Promise<{ archive: Archive; close(): Promise<void> }> {
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
  const archive = await openArchive(read.ok, { log: () => undefined, progress: () => undefined });
  const close = async (): Promise<void> => {
    await archive.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await loadDemo(archive, () => undefined);
    await archive.sequencer.pass();
  } catch (fault) {
    await close();
    throw fault;
  }
  return { archive, close };
}
