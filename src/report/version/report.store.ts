import { named, type Tx } from '../../ground/database/data-source.ts';
import type { VersionKey } from '../figure/figure.store.ts';

/** What makes two uploads the same report. */
export interface ReportIdentity {
  provinceId: number;
  formId: number;
  organisationId: number;
  placeId: number;
  periodId: number;
  dataTo: string;
}

/** A report under lock. */
export interface LockedReport extends ReportIdentity {
  id: string;
  latestVersion: number;
  publishedVersion: number | null;
  exposure: number;
}

const LOCKED = `province_id as "provinceId", id::text, form_id as "formId", organisation_id as "organisationId", place_id as "placeId",
  period_id as "periodId", data_to::text as "dataTo", latest_version as "latestVersion", published_version as "publishedVersion", exposure`;

/** The report of this identity, made if there is none, locked until the transaction ends. Twenty at once get one report. */
export async function lockReport(tx: Tx, identity: ReportIdentity): Promise<LockedReport> {
  const key = [identity.provinceId, identity.formId, identity.organisationId, identity.placeId, identity.periodId];
  await named(
    tx,
    'insertReport',
    `insert into report (province_id, form_id, organisation_id, place_id, period_id, data_to) values ($1, $2, $3, $4, $5, $6)
     on conflict (province_id, form_id, organisation_id, place_id, period_id) do nothing`,
    [...key, identity.dataTo],
  );
  const [row] = await named<LockedReport>(
    tx,
    'lockReport',
    `select ${LOCKED} from report where province_id = $1 and form_id = $2 and organisation_id = $3 and place_id = $4 and period_id = $5 for update`,
    key,
  );
  if (!row) throw new Error('The report just written cannot be read back: its row policy refuses this viewer.');
  return row;
}

/** The report of this identity as the viewer sees it, without lock and by the period's own days; `null` where there is none. */
export async function findReport(
  tx: Tx,
  identity: Omit<ReportIdentity, 'periodId' | 'dataTo'>,
  period: { key: string; dataFrom: string; dataTo: string },
): Promise<LockedReport | null> {
  const [row] = await named<LockedReport>(
    tx,
    'findReport',
    `select ${LOCKED} from report where province_id = $1 and form_id = $2 and organisation_id = $3 and place_id = $4
       and period_id = (select id from period where key = $5 and data_from = $6 and data_to = $7)`,
    [
      identity.provinceId,
      identity.formId,
      identity.organisationId,
      identity.placeId,
      period.key,
      period.dataFrom,
      period.dataTo,
    ],
  );
  return row ?? null;
}

/** A report by its key, locked; `null` where there is none or the viewer may not see it. */
export async function lockReportById(tx: Tx, provinceId: number, id: string): Promise<LockedReport | null> {
  const [row] = await named<LockedReport>(
    tx,
    'lockReportById',
    `select ${LOCKED} from report where province_id = $1 and id = $2 for update`,
    [provinceId, id],
  );
  return row ?? null;
}

/** A new version of a report, as a draft. */
export interface NewVersion extends VersionKey {
  organisationId: number;
  formVersion: number;
  uploadId: string;
  fileSha256: string;
  synthetic: boolean;
  /** Whether it has a number, says that nothing arose, or says nothing. */
  content: 'RECEIVED' | 'NIL_RETURN' | 'EMPTY';
  createdBy: string;
}

/** Writes a new version beside those before it and makes it the latest. */
export async function insertVersion(tx: Tx, version: NewVersion): Promise<void> {
  await named(
    tx,
    'insertVersion',
    `insert into report_version (province_id, report_id, version, organisation_id, state, form_version, upload_id, file_sha256, synthetic, content, created_by)
     values ($1, $2, $3, $4, 'DRAFT', $5, $6, $7, $8, $9, $10)`,
    [
      version.provinceId,
      version.reportId,
      version.version,
      version.organisationId,
      version.formVersion,
      version.uploadId,
      version.fileSha256,
      version.synthetic,
      version.content,
      version.createdBy,
    ],
  );
  await named(tx, 'setLatestVersion', 'update report set latest_version = $3 where province_id = $1 and id = $2', [
    version.provinceId,
    version.reportId,
    version.version,
  ]);
}

/** State of one version; `null` where there is none. */
export async function versionState(tx: Tx, key: VersionKey): Promise<string | null> {
  const [row] = await named<{ state: string }>(
    tx,
    'versionState',
    'select state from report_version where province_id = $1 and report_id = $2 and version = $3',
    [key.provinceId, key.reportId, key.version],
  );
  return row?.state ?? null;
}

/** Ends a published version: another has taken its place. */
export async function replaceVersion(tx: Tx, key: VersionKey, event: string): Promise<void> {
  await named(
    tx,
    'replaceVersion',
    `update report_version set state = 'REPLACED', ended_event = $4, ended_xact = pg_current_xact_id()::text::bigint
     where province_id = $1 and report_id = $2 and version = $3`,
    [key.provinceId, key.reportId, key.version, event],
  );
}

/** Publishes a version: it and its report are there for everybody from this event on. */
export async function publishVersion(tx: Tx, key: VersionKey, event: string): Promise<void> {
  await named(
    tx,
    'publishVersion',
    `update report_version set state = 'PUBLISHED', exposure = 2, published_event = $4, published_xact = pg_current_xact_id()::text::bigint
     where province_id = $1 and report_id = $2 and version = $3`,
    [key.provinceId, key.reportId, key.version, event],
  );
  await named(
    tx,
    'setPublishedVersion',
    'update report set published_version = $3, exposure = 2 where province_id = $1 and id = $2',
    [key.provinceId, key.reportId, key.version],
  );
}
