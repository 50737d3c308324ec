import { named, type Tx } from '../../ground/database/data-source.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';

/** Stored bytes, and the name they are handed out under. */
export interface StoredFile {
  provinceId: number;
  organisationId: number;
  sha256: string;
  byteSize: number;
  /** Null where the name itself may not be told; `form`, `period` and `version` then make one. */
  fileName: string | null;
  form: string;
  period: string;
  version: number | null;
}

const FILE = `f.province_id as "provinceId", f.organisation_id as "organisationId", f.sha256, f.byte_size as "byteSize", m.code as form, p.key as period`;

/** The file of an upload, for the organisation that sent it and administrators; `null` where it was not kept. */
export async function uploadedFile(
  tx: Tx,
  viewer: Viewer,
  key: { provinceId: number; uploadId: string },
): Promise<StoredFile | null> {
  const [row] = await named<StoredFile>(
    tx,
    'uploadedFile',
    `select ${FILE}, u.file_name as "fileName", u.version
     from upload u join stored_file f on f.province_id = u.province_id and f.sha256 = u.sha256 and f.organisation_id = u.organisation_id
       join form m on m.id = u.form_id join period p on p.id = u.period_id
     where u.province_id = $1 and u.id = $2 and u.byte_size is not null and ($3 or u.organisation_id = any ($4::integer[]))`,
    [key.provinceId, key.uploadId, viewer.role === 'ADMIN', [...viewer.organisations]],
  );
  return row ?? null;
}

/** The same file for reviewers of the province, once a version made from it has come before them. They see no uploads. */
export async function reviewedFile(
  tx: Tx,
  viewer: Viewer,
  key: { provinceId: number; uploadId: string },
): Promise<StoredFile | null> {
  const [row] = await named<StoredFile>(
    tx,
    'reviewedFile',
    `select ${FILE}, null as "fileName", v.version
     from report_version v join report r on r.province_id = v.province_id and r.id = v.report_id
       join stored_file f on f.province_id = v.province_id and f.sha256 = v.file_sha256 and f.organisation_id = v.organisation_id
       join form m on m.id = r.form_id join period p on p.id = r.period_id
     where v.province_id = $1 and v.upload_id = $2 and v.exposure >= 1 and v.province_id = any ($3::integer[]) limit 1`,
    [key.provinceId, key.uploadId, [...viewer.provinces]],
  );
  return row ?? null;
}

/** A stretch of stored bytes, from 0; `null` where the file is not there or the viewer may not see it. */
export async function readStretch(
  tx: Tx,
  file: Pick<StoredFile, 'provinceId' | 'organisationId' | 'sha256'>,
  from: number,
  length: number,
): Promise<Buffer | null> {
  const [row] = await named<{ part: Buffer }>(
    tx,
    'readStretch',
    `select substring(content from $4::integer for $5::integer) as part from stored_file
     where province_id = $1 and sha256 = $2 and organisation_id = $3`,
    [file.provinceId, file.sha256, file.organisationId, from + 1, length],
  );
  return row?.part ?? null;
}
