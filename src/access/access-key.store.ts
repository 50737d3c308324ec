import { createHash, randomBytes } from 'node:crypto';
import { organisationStore } from '../catalogue/organisation/organisation.store.ts';
import { placeStore } from '../catalogue/place/place.store.ts';
import { named, type Tx } from '../ground/database/data-source.ts';
import type { Viewer, ViewerRole } from '../ground/viewer/viewer.ts';

/** Roles a key can carry. */
export type KeyRole = Exclude<ViewerRole, 'ANONYMOUS'>;

/** A key to be made. */
export interface NewAccessKey {
  label: string;
  role: KeyRole;
  /** For OFFICER and LEADER. */
  organisationId: number | null;
  /** For REVIEWER. */
  provinceId: number | null;
  demo: boolean;
}

/** Marks the hub's keys, so that people and scanners know one when it lies about. */
const PREFIX = 'phoihop_';

/** Makes a key and answers it; it cannot be read again. 256 random bits need no slow hash. */
export async function createAccessKey(tx: Tx, key: NewAccessKey): Promise<string> {
  const secret = PREFIX + randomBytes(32).toString('base64url');
  await named(
    tx,
    'createAccessKey',
    'insert into access_key (digest, label, role, organisation_id, province_id, demo) values ($1, $2, $3, $4, $5, $6)',
    [digestOf(secret), key.label, key.role, key.organisationId, key.provinceId, key.demo],
  );
  return secret;
}

/** Who holds a key; `null` where it is none, or was revoked. An organisation's and a province's circle include what they came from. */
export async function viewerOfKey(tx: Tx, secret: string): Promise<Viewer | null> {
  const [key] = await named<{ id: string; role: KeyRole; organisationId: number | null; provinceId: number | null }>(
    tx,
    'accessKeyByDigest',
    `select id::text, role, organisation_id as "organisationId", province_id as "provinceId" from access_key
     where digest = $1 and revoked_at is null`,
    [digestOf(secret)],
  );
  if (!key) return null;
  return {
    role: key.role,
    actor: `key:${key.id}`,
    organisations: key.organisationId === null ? [] : await organisationStore.lineage(tx, key.organisationId),
    provinces: key.provinceId === null ? [] : await placeStore.lineage(tx, key.provinceId),
  };
}

/** Whether keys of the demo archive still open this hub. */
export async function hasDemoKeys(tx: Tx): Promise<boolean> {
  const [row] = await named<{ found: boolean }>(
    tx,
    'hasDemoKeys',
    'select exists (select 1 from access_key where demo and revoked_at is null) as found',
  );
  return row?.found ?? false;
}

function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest();
}

/** Ends the keys of the demo archive and answers how many there were. */
export async function revokeDemoKeys(tx: Tx): Promise<number> {
  const rows = await named<{ id: string }>(
    tx,
    'revokeDemoKeys',
    'update access_key set revoked_at = now() where demo and revoked_at is null returning id::text',
  );
  return rows.length;
}
