import { createHash } from 'node:crypto';
import { HubError } from '../../ground/gql/hub-error.ts';

/** Where the feed stands: its id changes when a backup is restored, its head is the last position given. */
export interface FeedState {
  /** UUID. */
  readonly id: string;
  readonly head: bigint;
}

const ID_BYTES = 16;
const POSITION_BYTES = 8;
const CHECK_BYTES = 3;
const LARGEST_POSITION = 2n ** 63n - 1n;

/** The cursor just behind a position: feed id, position and a check sum, 36 characters of base64url. */
export function encodeEventCursor(feedId: string, position: bigint): string {
  const body = Buffer.alloc(ID_BYTES + POSITION_BYTES);
  body.write(feedId.replaceAll('-', ''), 'hex');
  body.writeBigUInt64BE(position, ID_BYTES);
  return Buffer.concat([body, checkOf(body)]).toString('base64url');
}

/**
 * The position behind which to go on. Raises `HubError`: CURSOR_UNKNOWN for what no hub made, is damaged or lies beyond
 * the head, CURSOR_DIVERGED for a cursor of another feed. Nothing is ever skipped in silence.
 */
export function decodeEventCursor(cursor: string, feed: FeedState): bigint {
  const bytes = Buffer.from(cursor, 'base64url');
  const body = bytes.subarray(0, ID_BYTES + POSITION_BYTES);
  const whole = bytes.length === ID_BYTES + POSITION_BYTES + CHECK_BYTES && bytes.toString('base64url') === cursor;
  if (!whole || !checkOf(body).equals(bytes.subarray(body.length))) throw unknown();
  const position = body.readBigUInt64BE(ID_BYTES);
  if (body.toString('hex', 0, ID_BYTES) !== feed.id.replaceAll('-', '').toLowerCase()) throw diverged();
  if (position > feed.head || position > LARGEST_POSITION) throw beyond();
  return position;
}

// A check sum, no signature: it tells a damaged cursor from a sound one. Reading is decided by permissions, not by cursors.
function checkOf(body: Buffer): Buffer {
  return createHash('sha256').update(body).digest().subarray(0, CHECK_BYTES);
}

function unknown(): HubError {
  return new HubError({
    code: 'CURSOR_UNKNOWN',
    vi: 'Cần con trỏ sự kiện do hệ thống này cấp; chuỗi nhận được không phải hoặc đã bị hỏng. Hãy dùng đúng con trỏ đã nhận, hoặc lấy lại dữ liệu từ đầu.',
    en: 'Expected an event cursor that this hub gave; what came is none, or is damaged. Give the cursor as it was received, or take a new snapshot.',
  });
}

function beyond(): HubError {
  return new HubError({
    code: 'CURSOR_UNKNOWN',
    vi: 'Con trỏ nằm sau sự kiện cuối cùng của hệ thống, nên hệ thống chưa từng cấp nó. Hãy dùng đúng con trỏ đã nhận, hoặc lấy lại dữ liệu từ đầu.',
    en: 'The cursor lies beyond the last event of this hub, so it was never given. Give the cursor as it was received, or take a new snapshot.',
  });
}

function diverged(): HubError {
  return new HubError({
    code: 'CURSOR_DIVERGED',
    vi: 'Con trỏ thuộc về một dòng sự kiện khác: hệ thống đã được khôi phục từ bản sao lưu, hoặc con trỏ đến từ hệ thống khác. Hãy lấy lại dữ liệu từ đầu.',
    en: 'The cursor belongs to another feed: the hub was restored from a backup since, or the cursor came from another hub. Take a new snapshot.',
  });
}
