import { createHash } from 'node:crypto';
import { named, type Tx } from '../database/data-source.ts';
import { HubError } from '../gql/hub-error.ts';
import { type Json, requestDigest } from './request-digest.ts';

/** Characters an idempotency key may have. */
const IDEMPOTENCY_KEY_LENGTH = 200;

/** A change that is to happen once: who asks, under which key, and what they ask. */
export interface KeyedRequest {
  readonly actor: string;
  /** As the client chose it, 1 to 200 characters; keys of different actors never meet. */
  readonly key: string;
  /** Everything that decides what the change does. */
  readonly request: unknown;
}

/** What is remembered under a key: nothing, this very request's answer, or another request. */
export type Recalled =
  | { readonly kind: 'new' }
  | { readonly kind: 'same'; readonly answer: Json }
  | { readonly kind: 'conflict' };

/**
 * Does a change once for each key: a repetition of the same request gets the first answer, also when both come at once,
 * for the second waits until the first has committed. Without a key the change simply happens.
 * `tx` is READ COMMITTED. Raises `HubError` IDEMPOTENCY_CONFLICT where the key belongs to another request, and
 * BAD_USER_INPUT where it is no key; what `work` raises undoes everything, and the key is free again.
 */
export async function oncePerKey(
  tx: Tx,
  keyed: Omit<KeyedRequest, 'key'> & { key?: string | undefined },
  work: () => Promise<Json>,
): Promise<Json> {
  const { actor, key, request } = keyed;
  if (key === undefined) return work();
  if (key.length === 0 || key.length > IDEMPOTENCY_KEY_LENGTH || key.includes('\0')) throw noKey(key.length);
  const digest = requestDigest(request);
  await lockKey(tx, actor, key);
  const recalled = await recallAnswer(tx, actor, key, digest);
  if (recalled.kind === 'same') return recalled.answer;
  if (recalled.kind === 'conflict') throw conflict(key);
  const answer = await work();
  await rememberAnswer(tx, actor, key, digest, answer);
  return answer;
}

/** Makes others with the same key wait until this transaction ends. An advisory lock, because no row is there yet to lock. */
async function lockKey(tx: Tx, actor: string, key: string): Promise<void> {
  const number = createHash('sha256')
    .update(JSON.stringify(['idempotency', actor, key]))
    .digest()
    .readBigInt64BE();
  await named(tx, 'lockIdempotencyKey', 'select pg_advisory_xact_lock($1::bigint)', [String(number)]);
}

/** What is remembered under a key of an actor, compared by the digest of the request. */
async function recallAnswer(tx: Tx, actor: string, key: string, digest: Buffer): Promise<Recalled> {
  const [row] = await named<{ request_digest: Buffer; answer: Json }>(
    tx,
    'recallAnswer',
    'select request_digest, answer from idempotency_key where actor = $1 and key = $2',
    [actor, key],
  );
  if (!row) return { kind: 'new' };
  return digest.equals(row.request_digest) ? { kind: 'same', answer: row.answer } : { kind: 'conflict' };
}

/** Remembers an answer in the transaction of its change. */
async function rememberAnswer(tx: Tx, actor: string, key: string, digest: Buffer, answer: Json): Promise<void> {
  await named(
    tx,
    'rememberAnswer',
    'insert into idempotency_key (actor, key, request_digest, answer) values ($1, $2, $3, $4::jsonb)',
    [actor, key, digest, JSON.stringify(answer)],
  );
}

function noKey(length: number): HubError {
  return new HubError({
    code: 'BAD_USER_INPUT',
    vi: `Khóa chống gửi trùng cần từ 1 đến ${IDEMPOTENCY_KEY_LENGTH} ký tự; nhận được ${length} ký tự hoặc có ký tự không được phép. Hãy dùng một UUID.`,
    en: `An idempotency key has 1 to ${IDEMPOTENCY_KEY_LENGTH} characters; got ${length}, or one that is not allowed. Use a UUID.`,
  });
}

function conflict(key: string): HubError {
  return new HubError({
    code: 'IDEMPOTENCY_CONFLICT',
    vi: `Khóa chống gửi trùng “${key}” đã được dùng cho một yêu cầu khác. Hãy gửi đúng yêu cầu cũ, hoặc dùng khóa mới.`,
    en: `The idempotency key “${key}” was used before with another request. Send that same request again, or take a new key.`,
  });
}
