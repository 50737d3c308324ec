import { readFile } from 'node:fs/promises';
import { createAccessKey, type KeyRole } from '../access/access-key.store.ts';
import { organisationStore } from '../catalogue/organisation/organisation.store.ts';
import { placeStore } from '../catalogue/place/place.store.ts';
import type { Context } from '../ground/gql/context.ts';
import { HubError } from '../ground/gql/hub-error.ts';
import { numbersInId } from '../ground/gql/node.ts';
import { appendAudit } from '../ground/outbox/outbox.store.ts';
import { projectPath } from '../ground/project-path.ts';
import { LOCAL_OPERATOR } from '../ground/viewer/viewer.ts';
import type { Viewer } from '../ground/viewer/viewer.ts';
import { receive } from '../report/intake/receive.ts';
import { publishReport } from '../report/review/publish.ts';

/** What the demo needs of an archive. */
export interface DemoArchive {
  contextOf(viewer: Viewer): Context;
  demoLoaded(): Promise<void>;
}

/** A key of the demo, shown once. */
export interface DemoKey {
  label: string;
  key: string;
}

/** Synthetic workbooks of An Giang's organisations for the first half of 2026. */
const FILES = [
  { name: '001-ldld-6t-clean.xlsx', form: 'LDLD-01', organisation: 'LDLD-91' },
  { name: '003-td-xa-91-merged.xlsx', form: 'TD-02X', organisation: 'TD-91' },
  { name: '008-hpn-6t-semicolon.csv', form: 'HPN-01', organisation: 'HPN-91' },
] as const;

const PLACE = '91';
const PERIOD = '2026-S1';

/**
 * Brings the demo archive in by the way every report takes: each workbook is taken in and published. Done again after an
 * interruption it takes up where it stopped. Answers the demo's keys.
 */
export async function loadDemo(archive: DemoArchive, progress: (text: string) => void): Promise<DemoKey[]> {
  for (const [at, file] of FILES.entries()) {
    progress(`demo ${at + 1}/${FILES.length}: ${file.name}`);
    await enter(archive, file);
  }
  const keys = await archive.contextOf(LOCAL_OPERATOR).write(async (tx) => {
    await appendAudit(tx, LOCAL_OPERATOR, { action: 'createDemoKeys' });
    const on = '2026-06-14';
    const organisation = await organisationStore.byCodeOn(tx, 'LDLD-91', on);
    const province = await placeStore.byCodeOn(tx, PLACE, on);
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
  await archive.demoLoaded();
  return keys;
}

async function enter(archive: DemoArchive, file: (typeof FILES)[number]): Promise<void> {
  const bytes = await readFile(projectPath('src', 'demo', 'files', file.name));
  const submission = { form: file.form, organisation: file.organisation, place: PLACE, period: PERIOD };
  const result = await receive(archive.contextOf(LOCAL_OPERATOR), { bytes, name: file.name }, submission, {
    synthetic: true,
  });
  const [provinceId, reportId] = numbersInId(result.report ?? '', 'Report', 2) ?? [];
  if (result.version === null || provinceId === undefined || reportId === undefined) {
    throw new Error(
      `The demo workbook ${file.name} was refused: ${result.issues.map((issue) => issue.message.en).join(' ')}`,
    );
  }
  const request = {
    provinceId,
    reportId: String(reportId),
    expectedVersion: result.version,
    reason: 'Synthetic demo archive',
  };
  await publishReport(archive.contextOf(LOCAL_OPERATOR), request).catch((fault: unknown) => {
    // After an interruption this one was published before.
    if (!(fault instanceof HubError) || fault.code !== 'ILLEGAL_STATE') throw fault;
  });
}
