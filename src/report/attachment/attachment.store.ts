import { named, type Tx } from '../../ground/database/data-source.ts';
import { Params } from '../../ground/database/list-source.ts';
import { seesOnlyPublic, type Viewer } from '../../ground/viewer/viewer.ts';
import type { VersionKey } from '../figure/figure.store.ts';
import type { AttachmentKindName, AttachmentRow } from './attachment.row.ts';
import type { SignedPaper } from './signed-document.ts';

/** A file as it is attached to a version. */
export interface NewAttachment extends VersionKey {
  organisationId: number;
  kind: AttachmentKindName;
  sha256: string;
  fileName: string;
  mediaType: string;
  byteSize: number;
  document: SignedPaper | null;
  attachedBy: string;
}

/** Attaches a file whose bytes are stored already; answers its id, `null` where it is attached in this kind already. */
export async function insertAttachment(tx: Tx, given: NewAttachment): Promise<string | null> {
  const { document } = given;
  const [row] = await named<{ id: string }>(
    tx,
    'insertAttachment',
    `insert into attachment (province_id, report_id, version, organisation_id, kind, sha256, file_name, media_type, byte_size, attached_by,
       document_number, document_type, document_sequence, document_year, document_date, document_subject, signer_name, signer_office)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
     on conflict (province_id, report_id, version, kind, sha256) where ended_at is null do nothing returning id::text`,
    [
      given.provinceId,
      given.reportId,
      given.version,
      given.organisationId,
      given.kind,
      given.sha256,
      given.fileName,
      given.mediaType,
      given.byteSize,
      given.attachedBy,
      document?.number ?? null,
      document?.type ?? null,
      document?.sequence ?? null,
      document?.year ?? null,
      document?.date ?? null,
      document?.subject ?? null,
      document?.signerName ?? null,
      document?.signerOffice ?? null,
    ],
  );
  return row?.id ?? null;
}

/** What of an attachment tells whether another is the same. */
export type HeldAttachment = Pick<
  AttachmentRow,
  'id' | 'kind' | 'sha256' | 'documentNumber' | 'documentDate' | 'documentSubject' | 'signerName' | 'signerOffice'
>;

/** What a version holds. The report must be locked. */
export function heldBy(tx: Tx, key: VersionKey): Promise<HeldAttachment[]> {
  return named<HeldAttachment>(
    tx,
    'attachmentsHeld',
    `select id::text, kind, sha256, document_number as "documentNumber", document_date::text as "documentDate",
       document_subject as "documentSubject", signer_name as "signerName", signer_office as "signerOffice"
     from attachment where province_id = $1 and report_id = $2 and version = $3 and ended_at is null order by id`,
    [key.provinceId, key.reportId, key.version],
  );
}

/** How wide a circle knows of a version; `null` where there is none. */
export async function versionExposure(tx: Tx, key: VersionKey): Promise<number | null> {
  const [row] = await named<{ exposure: number }>(
    tx,
    'versionExposure',
    'select exposure from report_version where province_id = $1 and report_id = $2 and version = $3',
    [key.provinceId, key.reportId, key.version],
  );
  return row?.exposure ?? null;
}

/** Ends a signed document: another takes its place. */
export async function endAttachment(tx: Tx, provinceId: number, id: string): Promise<void> {
  await named(tx, 'endAttachment', 'update attachment set ended_at = now() where province_id = $1 and id = $2', [
    provinceId,
    id,
  ]);
}

/** A version that another signed document of the same number goes with. */
export interface NumberedVersion {
  reportId: string;
  version: number;
  form: string;
  period: string;
}

/**
 * The versions that have a signed document of this number, as far as the viewer sees them. The very same file at the report
 * itself is not meant: it goes along with every version.
 */
export function versionsWithNumber(
  tx: Tx,
  at: { provinceId: number; organisationId: number; reportId: string | null; sha256: string },
  { type, sequence, year }: SignedPaper,
): Promise<NumberedVersion[]> {
  return named<NumberedVersion>(
    tx,
    'versionsWithNumber',
    `select a.report_id::text as "reportId", a.version, f.code as form, p.key as period
     from attachment a join report r on r.province_id = a.province_id and r.id = a.report_id
       join form f on f.id = r.form_id join period p on p.id = r.period_id
     where a.province_id = $1 and a.organisation_id = $2 and a.document_type = $3 and a.document_sequence = $4 and a.document_year = $5
       and a.kind = 'SIGNED_DOCUMENT' and a.ended_at is null and not (a.report_id = coalesce($6::bigint, 0) and a.sha256 = $7)
     order by a.report_id, a.version limit 5`,
    [at.provinceId, at.organisationId, type, sequence, year, at.reportId, at.sha256],
  );
}

/** An attachment as a viewer gets it. */
export type SeenAttachment = Omit<
  AttachmentRow,
  'fileName' | 'signerName' | 'attachedBy' | 'documentSequence' | 'endedAt'
> & {
  /** Null for those who see only what is public. */
  fileName: string | null;
  signerName: string | null;
  /** Whether the viewer may have its bytes. */
  open: boolean;
};

const PUBLIC_COLUMNS = `a.province_id as "provinceId", a.id::text, a.report_id::text as "reportId", a.version, a.organisation_id as "organisationId",
  a.kind, a.sha256, a.media_type as "mediaType", a.byte_size as "byteSize", a.document_number as "documentNumber",
  a.document_type as "documentType", a.document_year as "documentYear", a.document_date::text as "documentDate",
  a.document_subject as "documentSubject", a.signer_office as "signerOffice", a.attached_at as "attachedAt"`;
const NAMES = 'a.file_name as "fileName", a.signer_name as "signerName"';
const NO_NAMES = 'null as "fileName", null as "signerName"';
const FROM = `attachment a join report_version v on v.province_id = a.province_id and v.report_id = a.report_id and v.version = a.version`;

/** Who may have the bytes: the organisation, its reviewers once it has come before them, administrators. `v` is the version, or null where none is asked. */
function openSql(viewer: Viewer, params: Params): string {
  switch (viewer.role) {
    case 'ADMIN':
      return 'true';
    case 'OFFICER':
    case 'LEADER':
      return `v.organisation_id = any (${params.add([...viewer.organisations], 'integer[]')})`;
    case 'REVIEWER':
      return `(v.exposure >= 1 and v.province_id = any (${params.add([...viewer.provinces], 'integer[]')}))`;
    default:
      return 'false';
  }
}

function seenSql(viewer: Viewer, params: Params): { select: string; where: string } {
  const open = openSql(viewer, params);
  return {
    select: `select ${PUBLIC_COLUMNS}, ${seesOnlyPublic(viewer) ? NO_NAMES : NAMES}, ${open} as open`,
    where: `(${open} or (v.exposure = 2 and a.kind = 'SIGNED_DOCUMENT'))`,
  };
}

/** What these versions hold, as far as the viewer sees it: the signed document first, then in the order they came. */
export function attachmentsOf(
  tx: Tx,
  viewer: Viewer,
  keys: readonly { provinceId: number; reportId: string; version: number }[],
): Promise<SeenAttachment[]> {
  const params = new Params();
  const { select, where } = seenSql(viewer, params);
  const provinces = params.add(
    keys.map((key) => key.provinceId),
    'integer[]',
  );
  const reports = params.add(
    keys.map((key) => key.reportId),
    'bigint[]',
  );
  const versions = params.add(
    keys.map((key) => key.version),
    'integer[]',
  );
  return named<SeenAttachment>(
    tx,
    `attachmentsOf_${viewer.role}`,
    `${select} from unnest(${provinces}, ${reports}, ${versions}) k (province_id, report_id, version)
       join attachment a on a.province_id = k.province_id and a.report_id = k.report_id and a.version = k.version and a.ended_at is null
       join report_version v on v.province_id = a.province_id and v.report_id = a.report_id and v.version = a.version
     where ${where} order by a.kind <> 'SIGNED_DOCUMENT', a.id`,
    params.values,
  );
}

/** The attachments of these keys that the viewer sees, in no order; ended ones too, which their owners may still fetch. */
export function attachmentsByKey(
  tx: Tx,
  viewer: Viewer,
  keys: readonly { provinceId: number; id: string }[],
): Promise<SeenAttachment[]> {
  const params = new Params();
  const { select, where } = seenSql(viewer, params);
  const provinces = params.add(
    keys.map((key) => key.provinceId),
    'integer[]',
  );
  const ids = params.add(
    keys.map((key) => key.id),
    'bigint[]',
  );
  return named<SeenAttachment>(
    tx,
    `attachmentsByKey_${viewer.role}`,
    `${select} from ${FROM} where (a.province_id, a.id) in (select * from unnest(${provinces}, ${ids}))
       and ${where} and (a.ended_at is null or ${openSql(viewer, params)})`,
    params.values,
  );
}

/** The uploads whose files are the workbooks of these versions, for viewers who may have them. */
export function workbooksOf(
  tx: Tx,
  viewer: Viewer,
  keys: readonly { provinceId: number; reportId: string; version: number }[],
): Promise<{ provinceId: number; reportId: string; version: number; uploadId: string }[]> {
  const params = new Params();
  const open = openSql(viewer, params);
  const provinces = params.add(
    keys.map((key) => key.provinceId),
    'integer[]',
  );
  const reports = params.add(
    keys.map((key) => key.reportId),
    'bigint[]',
  );
  const versions = params.add(
    keys.map((key) => key.version),
    'integer[]',
  );
  return named(
    tx,
    `workbooksOf_${viewer.role}`,
    `select v.province_id as "provinceId", v.report_id::text as "reportId", v.version, v.upload_id::text as "uploadId"
     from unnest(${provinces}, ${reports}, ${versions}) k (province_id, report_id, version)
       join report_version v on v.province_id = k.province_id and v.report_id = k.report_id and v.version = k.version
     where ${open}`,
    params.values,
  );
}
