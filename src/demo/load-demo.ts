import { createAccessKey, type KeyRole } from '../access/access-key.store.ts';
import { organisationStore } from '../catalogue/organisation/organisation.store.ts';
import { placeStore } from '../catalogue/place/place.store.ts';
import { appendAudit } from '../ground/outbox/outbox.store.ts';
import { LOCAL_OPERATOR } from '../ground/viewer/viewer.ts';
import { loadArticles } from './articles/load-articles.ts';
import type { DemoArchive, DemoProgress } from './demo-archive.ts';
import { loadDemoRecords } from './records/load-records.ts';
import { loadDemoReports } from './reports/load-reports.ts';
import type { DemoReport } from './reports/schedule.ts';

/** A key of the demo, shown once. */
export interface DemoKey {
  label: string;
  key: string;
}

/** What a load may leave out. */
export interface DemoOptions {
  /** Reports in place of all of the demo's: tests that need a few are quick. */
  reports?: readonly DemoReport[];
  /** Whether the made-up records enter too; left out: they do where all reports do. */
  records?: boolean;
}

/**
 * Brings the demo archive in, all of it synthetic and by the way everything takes. Each step is idempotent: done again after
 * an interruption it takes up where it stopped. Answers the demo's keys.
 */
export async function loadDemo(
  archive: DemoArchive,
  progress: DemoProgress,
  { reports, records = reports === undefined }: DemoOptions = {},
): Promise<DemoKey[]> {
  await loadArticles(archive, progress);
  if (records) await loadDemoRecords(archive, progress);
  await loadDemoReports(archive, progress, reports);
  const keys = await makeKeys(archive);
  await archive.demoLoaded();
  return keys;
}

/** The province, and in it the organisation, that the keys of the demo speak for. */
const PROVINCE = '91';
const ORGANISATION = 'LDLD-91';
const ON = '2026-06-14';

function makeKeys(archive: DemoArchive): Promise<DemoKey[]> {
  return archive.contextOf(LOCAL_OPERATOR).write(async (tx) => {
    await appendAudit(tx, LOCAL_OPERATOR, { action: 'createDemoKeys' });
    const organisation = await organisationStore.byCodeOn(tx, ORGANISATION, ON);
    const province = await placeStore.byCodeOn(tx, PROVINCE, ON);
    const make = async (role: KeyRole, bound: { organisationId?: number; provinceId?: number }): Promise<DemoKey> => {
      const key = await createAccessKey(tx, {
        label: `demo ${role}`,
        role,
        organisationId: null,
        provinceId: null,
        demo: true,
        ...bound,
      });
      return { label: role, key };
    };
    return [
      await make('ADMIN', {}),
      await make('OFFICER', { organisationId: organisation?.id ?? 0 }),
      await make('REVIEWER', { provinceId: province?.id ?? 0 }),
      await make('ANALYST', {}),
      await make('PARTNER', {}),
    ];
  });
}
