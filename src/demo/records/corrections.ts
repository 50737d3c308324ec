import { LOCAL_OPERATOR } from '../../ground/viewer/viewer.ts';
import { changeRecord } from '../../ground/record/change-record.ts';
import { activityKind } from '../../record/activity/activity.kind.ts';
import type { DemoArchive } from '../demo-archive.ts';
import { MADE_UP } from './desk.ts';
import { uncorrectedActivity } from './records.store.ts';

/** Turns of participants that came in late. */
const LATE = 24n;

/**
 * Corrects one activity of the demonstration, as an organisation would: Workers’ Month of An Giang, 1 May 2026, has a second
 * version with a reason. Does nothing where that has been done.
 */
export async function correctDemoRecords(archive: DemoArchive): Promise<void> {
  const context = archive.contextOf(LOCAL_OPERATOR);
  const found = await context.read((tx) => uncorrectedActivity(tx, 'LDLD-91', '2026-05-01'));
  if (!found) return;
  const participants = String(BigInt(found.participants) + LATE);
  await changeRecord(
    context,
    activityKind,
    {
      action: 'correctActivity',
      event: 'RECORD_CORRECTED',
      request: { participants },
      id: found.id,
      expectedVersion: 1,
      reason: `${MADE_UP}: bổ sung số lượt người tham gia do công đoàn cơ sở báo cáo muộn.`,
    },
    () => ({ values: { participants } }),
  );
}
