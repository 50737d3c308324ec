import type { Tx } from '../../ground/database/data-source.ts';
import type { Context } from '../../ground/gql/context.ts';
import type { EventTypeName } from '../../ground/outbox/event.row.ts';
import { appendAudit, appendEvent } from '../../ground/outbox/outbox.store.ts';
import { changing } from '../../ground/record/change-record.ts';
import { changeRefusals } from '../../ground/record/change-refusal.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import { lockCatalogue } from '../table-sync.store.ts';
import { mergerRefusals } from './merger-refusal.ts';

/** A registration in the catalogue: what it is called, and what the client sent. */
export interface Registration {
  readonly action: string;
  readonly event: EventTypeName;
  readonly type: 'Place' | 'Organisation';
  readonly input: { readonly idempotencyKey?: string | null; readonly reason?: string };
}

/** What was registered: whose event and audit row it leaves. */
export interface Registered {
  readonly id: number;
  readonly provinceId: number;
  /** Further facts for the audit trail. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/**
 * Registers something in the catalogue as an administrator: one event, one audit row, all at once or not at all. Registrations
 * and loads of the catalogue wait for each other. Answers the key. Raises `HubError`.
 */
export function registering(
  context: Context,
  registration: Registration,
  work: (tx: Tx) => Promise<Registered>,
): Promise<number> {
  const { action, event, input } = registration;
  const { idempotencyKey, ...request } = input;
  return changing(context, { action, event, request, idempotencyKey }, async (tx, viewer) => {
    if (viewer.role !== 'ADMIN') throw mergerRefusals.notAdministrator();
    if (input.reason?.trim() === '') throw changeRefusals.noReason();
    await lockCatalogue(tx);
    const done = await work(tx);
    await leave(tx, viewer, registration, done);
    return done.id;
  });
}

async function leave(tx: Tx, viewer: Viewer, registration: Registration, done: Registered): Promise<void> {
  const { action, event, type, input } = registration;
  await appendEvent(tx, {
    type: event,
    provinceId: done.provinceId,
    organisationId: type === 'Organisation' ? done.id : null,
    subjectType: type,
    subjectKey: String(done.id),
    // Places and organisations are told apart by days, not by versions.
    version: 1,
    exposure: 2,
    actor: viewer.actor,
  });
  await appendAudit(tx, viewer, {
    action,
    provinceId: done.provinceId,
    subjectType: type,
    subjectId: String(done.id),
    ...(input.reason === undefined ? {} : { reason: input.reason }),
    detail: done.detail,
  });
}
