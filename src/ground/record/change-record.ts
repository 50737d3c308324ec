import type { Tx } from '../database/data-source.ts';
import type { Context } from '../gql/context.ts';
import { oncePerKey } from '../outbox/idempotency.store.ts';
import type { EventTypeName } from '../outbox/event.row.ts';
import { appendAudit, appendEvent } from '../outbox/outbox.store.ts';
import type { Viewer } from '../viewer/viewer.ts';
import { answerDatabaseRefusal, changeRefusals } from './change-refusal.ts';
import type { RecordDraft, RecordKind } from './record-kind.ts';
import type { RecordRow } from './record.row.ts';
import {
  countryId,
  insertRecord,
  isDemoArchive,
  keeperById,
  keepVersion,
  lockRecord,
  type RecordHead,
  type Source,
  updateRecord,
} from './record.store.ts';
import { mustSeeWhatItNames } from './reference.store.ts';
import { exposureOf, type Visibility } from './visibility.enum.ts';

/** What every change of a record is given beside what it says. */
export interface Change {
  /** The mutation, as `correctMovement`: what audit rows and versions say was done. */
  readonly action: string;
  readonly event: EventTypeName;
  /** What the client sent, all that decides what the change does; compared under the idempotency key. */
  readonly request: object;
  readonly idempotencyKey?: string | null | undefined;
}

/** A new record: who keeps it, and who may know of it. */
export interface NewRecord extends Change {
  /** Key of the organisation that keeps it; null for a national record, which only an administrator enters. */
  readonly keeperId: number | null;
  readonly visibility: Visibility;
}

/** The next version of a record. */
export interface NextVersion extends Change {
  readonly id: number;
  readonly expectedVersion: number;
  readonly reason: string;
}

/** Works in the transaction of the change, after the record itself is written. */
export type AndThen = (tx: Tx, id: number) => Promise<void>;

/**
 * Records something new: the record with its parts, version 1, one event, one audit row, all at once or not at all. Answers
 * its key. Raises `HubError` UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT, IDEMPOTENCY_CONFLICT.
 */
export function createRecord(
  context: Context,
  kind: RecordKind,
  change: NewRecord,
  draft: (tx: Tx) => Promise<RecordDraft> | RecordDraft,
  andThen?: AndThen,
): Promise<number> {
  return changing(context, change, async (tx, viewer) => {
    const head = await headOf(tx, viewer, change);
    const source = await sourceOf(tx);
    const said = await draft(tx);
    await mustSeeWhatItNames(tx, kind, said);
    const id = await insertRecord(tx, kind, head, source, said);
    await andThen?.(tx, id);
    await leave(tx, viewer, kind, change, await keepVersion(tx, kind, id, traceOf(change, viewer, null)), null);
    return id;
  });
}

/**
 * Writes the next version of a record: what the draft states is changed, the rest stays. Answers its key. Raises `HubError`
 * UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT, BAD_USER_INPUT, IDEMPOTENCY_CONFLICT, and what the draft raises.
 */
export function changeRecord(
  context: Context,
  kind: RecordKind,
  change: NextVersion,
  draft: (tx: Tx, before: RecordRow) => Promise<RecordDraft> | RecordDraft,
  andThen?: AndThen,
): Promise<number> {
  return changing(context, change, async (tx, viewer) => {
    if (change.reason.trim() === '') throw changeRefusals.noReason();
    const before = await lockRecord(tx, kind, change.id);
    if (!before) throw changeRefusals.notFound();
    await mayKeep(tx, viewer, before.keeperId);
    if (before.version !== change.expectedVersion) {
      throw changeRefusals.conflict(change.expectedVersion, before.version);
    }
    const source = await sourceOf(tx);
    const said = await draft(tx, before);
    await mustSeeWhatItNames(tx, kind, said);
    await updateRecord(tx, kind, before, source, said);
    await andThen?.(tx, before.id);
    const row = await keepVersion(tx, kind, before.id, traceOf(change, viewer, change.reason));
    await leave(tx, viewer, kind, change, row, before.version);
    return before.id;
  });
}

/** Closes a record on a day (ISO date). Raises what `changeRecord` raises, and ILLEGAL_STATE where it is closed. */
export function closeRecord(
  context: Context,
  kind: RecordKind,
  change: NextVersion & { on: string },
  values: Readonly<Record<string, unknown>> = {},
): Promise<number> {
  return changeRecord(context, kind, change, (_tx, before) => {
    if (before.closedOn !== null) throw changeRefusals.closed(before.closedOn);
    return { values: { ...values, closedOn: change.on } };
  });
}

/** A record that the hub itself enters: who keeps it, where it comes from, and which work brings it. */
export interface Entry {
  readonly action: string;
  readonly head: RecordHead;
  readonly source: Source;
}

/**
 * Enters a record for the hub itself, as articles and the demonstration are: with its own source, version 1, an event and an
 * audit row, in the caller's transaction. Parts may state sources of their own. Answers its key.
 */
export async function enterRecord(
  tx: Tx,
  viewer: Viewer,
  kind: RecordKind,
  entry: Entry,
  draft: RecordDraft,
): Promise<number> {
  const { action, head, source } = entry;
  const id = await insertRecord(tx, kind, head, source, draft);
  const row = await keepVersion(tx, kind, id, { action, reason: null, actor: viewer.actor });
  await leave(tx, viewer, kind, { action, event: 'RECORD_CREATED', request: {} }, row, null);
  return id;
}

/** Runs a change once for its idempotency key, for a caller who may change anything at all. */
export async function changing(
  context: Context,
  change: Change,
  work: (tx: Tx, viewer: Viewer) => Promise<number>,
): Promise<number> {
  const { viewer } = context;
  if (viewer.role === 'ANONYMOUS') throw changeRefusals.unauthenticated();
  if (viewer.role === 'PARTNER' || viewer.role === 'ANALYST') throw changeRefusals.forbidden();
  const key = change.idempotencyKey ?? context.idempotencyKey;
  const keyed = { actor: viewer.actor, key, request: { [change.action]: change.request } };
  return answerDatabaseRefusal(() =>
    context.write(async (tx) => Number(await oncePerKey(tx, keyed, () => work(tx, viewer)))),
  );
}

/** Refuses whoever may not write records of a keeper (null: the hub’s catalogue). Raises `HubError`. */
export async function mayKeep(tx: Tx, viewer: Viewer, keeperId: number | null): Promise<number | null> {
  const keeper = keeperId === null ? null : await keeperById(tx, keeperId);
  if (keeperId !== null && !keeper) throw changeRefusals.noKeeper();
  if (viewer.role === 'ADMIN') return keeper?.provinceId ?? null;
  if (!keeper) throw changeRefusals.national();
  const own = (viewer.role === 'OFFICER' || viewer.role === 'LEADER') && viewer.organisations.includes(keeper.id);
  const reviewing =
    viewer.role === 'REVIEWER' &&
    viewer.provinces.includes(keeper.provinceId) &&
    (keeper.kind === 'UBND' || keeper.kind === 'MTTQ');
  if (!own && !reviewing) throw changeRefusals.foreign();
  return keeper.provinceId;
}

async function headOf(tx: Tx, viewer: Viewer, change: NewRecord): Promise<RecordHead> {
  const provinceId = (await mayKeep(tx, viewer, change.keeperId)) ?? (await countryId(tx));
  return { provinceId, keeperId: change.keeperId, exposure: exposureOf(change.visibility) };
}

/** Whatever is entered into an archive of demonstration is synthetic: the two kinds of data never meet. */
async function sourceOf(tx: Tx): Promise<Source> {
  return { origin: (await isDemoArchive(tx)) ? 'SYNTHETIC' : 'MANUAL' };
}

function traceOf(
  change: Change,
  viewer: Viewer,
  reason: string | null,
): { action: string; reason: string | null; actor: string } {
  return { action: change.action, reason, actor: viewer.actor };
}

async function leave(
  tx: Tx,
  viewer: Viewer,
  kind: RecordKind,
  change: Change & { reason?: string },
  row: RecordRow,
  replacedVersion: number | null,
): Promise<void> {
  await appendEvent(tx, {
    type: change.event,
    provinceId: row.provinceId,
    organisationId: row.keeperId,
    subjectType: kind.type,
    subjectKey: String(row.id),
    version: row.version,
    replacedVersion,
    exposure: row.exposure,
    actor: viewer.actor,
  });
  await appendAudit(tx, viewer, {
    action: change.action,
    provinceId: row.provinceId,
    subjectType: kind.type,
    subjectId: String(row.id),
    ...(change.reason === undefined ? {} : { reason: change.reason }),
    detail: { version: row.version },
  });
}
