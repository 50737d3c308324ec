import { named, type Tx } from '../database/data-source.ts';
import type { Viewer } from '../viewer/viewer.ts';
import type { Exposure } from '../viewer/circle.ts';
import type { EventTypeName } from './event.row.ts';

/** An event as the change that causes it states it. It carries ids and no personal data. */
export interface NewEvent {
  readonly type: EventTypeName;
  /** The province as it was on the data date. */
  readonly provinceId: number;
  readonly organisationId: number | null;
  /** GraphQL type of what it is about, as `Report`. */
  readonly subjectType: string;
  /** The parts of its key joined by colons, as in its global id: `91:12`. */
  readonly subjectKey: string;
  readonly version: number;
  readonly replacedVersion?: number | null;
  readonly exposure: Exposure;
  readonly actor: string;
}

/** What one change leaves in the audit trail. */
export interface AuditEntry {
  /** What was done, as `publishReport`. */
  readonly action: string;
  readonly provinceId?: number;
  readonly subjectType?: string;
  readonly subjectId?: string;
  /** The words of whoever did it. */
  readonly reason?: string;
  /** An administrator did what the review would do otherwise. */
  readonly override?: boolean;
  /** Further facts, never personal data. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/**
 * Writes an event in the transaction of its change and answers its id (decimal), by which figures say what brought them.
 * Lock the subject first: the feed keeps the order of ids, and ids taken under the lock are in the order of commits.
 * Nothing is locked or notified here; the feed numbers the event after the commit.
 */
export async function appendEvent(tx: Tx, event: NewEvent): Promise<string> {
  const [row] = await named<{ id: string }>(
    tx,
    'appendEvent',
    `insert into event (type, province_id, organisation_id, subject_type, subject_key, version, replaced_version, exposure, actor)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [
      event.type,
      event.provinceId,
      event.organisationId,
      event.subjectType,
      event.subjectKey,
      event.version,
      event.replacedVersion ?? null,
      event.exposure,
      event.actor,
    ],
  );
  if (!row)
    throw new Error(`PostgreSQL inserted the event ${event.type} and answered no id. This is a fault of the hub.`);
  return row.id;
}

/** Writes one audit row in the transaction of the change. Its id is not answered: only administrators may read the trail. */
export async function appendAudit(tx: Tx, viewer: Pick<Viewer, 'actor' | 'role'>, entry: AuditEntry): Promise<void> {
  await named(
    tx,
    'appendAudit',
    `insert into audit (actor, role, action, province_id, subject_type, subject_id, reason, override, detail)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb)`,
    [
      viewer.actor,
      viewer.role,
      entry.action,
      entry.provinceId ?? null,
      entry.subjectType ?? null,
      entry.subjectId ?? null,
      entry.reason ?? null,
      entry.override ?? false,
      JSON.stringify(entry.detail ?? {}),
    ],
  );
}
