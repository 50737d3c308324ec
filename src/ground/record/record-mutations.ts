import type { Tx } from '../database/data-source.ts';
import type { Context } from '../gql/context.ts';
import type { RowDefinition } from '../gql/rows.ts';
import { oneRow } from '../gql/rows.ts';
import { asPayload, type UserError } from '../gql/user-error.type.ts';
import {
  type AndThen,
  changeRecord,
  closeRecord,
  createRecord,
  type NewRecord,
  type NextVersion,
} from './change-record.ts';
import type { EventTypeName } from '../outbox/event.row.ts';
import type { RecordDraft, RecordKind } from './record-kind.ts';
import {
  keyOf,
  optionalKey,
  type CloseRecordInput,
  type NewRecordInput,
  type NextVersionInput,
} from './record.input.ts';
import type { RecordRow } from './record.row.ts';

/** What the next version states, where need be in view of what the record says until now. */
export type NextDraft = (tx: Tx, before: RecordRow) => Promise<RecordDraft> | RecordDraft;

/** The changes that every kind of record has, each answering a payload. `andThen` works in the same transaction. */
export interface RecordMutations<P extends object> {
  create(
    context: Context,
    action: string,
    input: NewRecordInput,
    draft: (tx: Tx) => Promise<RecordDraft> | RecordDraft,
    more?: { event?: EventTypeName; andThen?: AndThen },
  ): Promise<P>;
  correct(
    context: Context,
    action: string,
    input: NextVersionInput,
    draft: NextDraft,
    more?: { event?: EventTypeName; andThen?: AndThen },
  ): Promise<P>;
  /** `values` are further columns that closing sets. */
  close(
    context: Context,
    action: string,
    input: CloseRecordInput,
    values?: Readonly<Record<string, unknown>>,
    more?: { event?: EventTypeName },
  ): Promise<P>;
  /** Any other change: expected failures become user errors, else the record is read as it is now. */
  answer(context: Context, work: () => Promise<number>): Promise<P>;
}

/** Makes the changes of a kind of record; the payload has the record under `field`, beside `userErrors`. */
export function recordMutations<P extends { userErrors: UserError[] }, R extends object, T extends object>(
  kind: RecordKind,
  field: keyof P & string,
  Payload: new () => P,
  listFor: (context: Context) => RowDefinition<R, T>,
): RecordMutations<P> {
  const answer: RecordMutations<P>['answer'] = async (context, work) => {
    const { done, userErrors } = await asPayload(work);
    // What an earlier change of the same request has read may be older than this one.
    await context.renew();
    const record = done === null ? null : await oneRow(context, listFor(context), done);
    return Object.assign(new Payload(), { [field]: record, userErrors });
  };
  return {
    answer,
    create: (context, action, input, draft, more = {}) =>
      answer(context, () => {
        const change = newRecord(action, more.event ?? 'RECORD_CREATED', input);
        return createRecord(context, kind, change, draft, more.andThen);
      }),
    correct: (context, action, input, draft, more = {}) =>
      answer(context, () => {
        const change = nextVersion(kind, action, more.event ?? 'RECORD_CORRECTED', input);
        return changeRecord(context, kind, change, draft, more.andThen);
      }),
    close: (context, action, input, values, more = {}) =>
      answer(context, () => {
        const change = nextVersion(kind, action, more.event ?? 'RECORD_CLOSED', input);
        return closeRecord(context, kind, { ...change, on: input.on }, values);
      }),
  };
}

function newRecord(action: string, event: EventTypeName, input: NewRecordInput): NewRecord {
  const { keeper, visibility, idempotencyKey, ...said } = input;
  const keeperId = optionalKey('Organisation', keeper, 'keeper') ?? null;
  return { action, event, request: { ...said, keeperId, visibility }, idempotencyKey, keeperId, visibility };
}

function nextVersion(kind: RecordKind, action: string, event: EventTypeName, input: NextVersionInput): NextVersion {
  const { idempotencyKey, ...request } = input;
  const { expectedVersion, reason } = input;
  return { action, event, request, idempotencyKey, id: keyOf(kind.type, input.id, 'id'), expectedVersion, reason };
}
