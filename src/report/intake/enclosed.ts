import type { Tx } from '../../ground/database/data-source.ts';
import type { Context } from '../../ground/gql/context.ts';
import { findReport, type LockedReport } from '../version/report.store.ts';
import { finishReading } from './read-workbook.ts';
import type { Issue, Reading } from './reading.ts';
import type { KnownSubmission } from './submission.ts';

/** What comes along with a workbook: its findings join those of the workbook, and it is kept in the same transaction. */
export interface Enclosed {
  /** Everything that is wrong with it; asked once, after the right to send has been checked. `reportId` null: no such report yet. */
  issues(at: { known: KnownSubmission; reportId: string | null }): Promise<Issue[]>;
  /** What the audit row of the upload says of it. */
  trace(): readonly object[];
  /** Keeps it with the version that the workbook became; `fresh` where that was made just now. */
  keep(tx: Tx, to: { report: LockedReport; version: number; fresh: boolean }): Promise<void>;
}

/** A reading with what is wrong with whatever came along. */
export async function withEnclosed(
  context: Context,
  known: KnownSubmission,
  reading: Reading,
  enclosed: Enclosed | undefined,
): Promise<Reading> {
  if (!enclosed) return reading;
  const { form, organisation, place, period } = known;
  const identity = {
    formId: form.id,
    organisationId: organisation.id,
    provinceId: place.provinceId,
    placeId: place.id,
  };
  const report = await context.read((tx) => findReport(tx, identity, period));
  const issues = await enclosed.issues({ known, reportId: report?.id ?? null });
  const { outcome } = finishReading(reading.sha256, reading.values, [...reading.issues, ...issues]);
  return { ...reading, outcome, issues: [...reading.issues, ...issues] };
}
