import type { Caller } from '../ground/gql/context.ts';
import { HubError } from '../ground/gql/hub-error.ts';
import { type Pools, readFor, snapshotFor, writeFor } from '../ground/viewer/session.ts';
import { ANONYMOUS, type Viewer } from '../ground/viewer/viewer.ts';
import { viewerOfKey } from './access-key.store.ts';

/** Reading and changing on behalf of a viewer. */
export function callerOf(pools: Pools, viewer: Viewer): Caller {
  return { viewer, read: readFor(pools, viewer), snapshot: snapshotFor(pools, viewer), write: writeFor(pools, viewer) };
}

/**
 * Who sends a request, by its `Authorization: Bearer …`; without one, anonymous. Raises `HubError` UNAUTHENTICATED where the
 * header is no bearer key or the key is unknown or revoked.
 */
export async function identify(pools: Pools, authorization: string | undefined): Promise<Viewer> {
  if (authorization === undefined || authorization.trim() === '') return ANONYMOUS;
  const [, secret] = /^Bearer +([\w-]{1,200})$/i.exec(authorization.trim()) ?? [];
  const viewer = secret ? await viewerOfKey(pools.hub.manager, secret) : null;
  if (viewer) return viewer;
  throw new HubError({
    code: 'UNAUTHENTICATED',
    vi: 'Khóa truy cập không đúng hoặc đã bị thu hồi. Hãy gửi Authorization: Bearer <khóa>, hoặc bỏ tiêu đề này để xem số liệu công khai.',
    en: 'The key is unknown or was revoked. Send Authorization: Bearer <key>, or leave the header out to read what is public.',
  });
}
