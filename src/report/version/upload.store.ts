import { In } from 'typeorm';
import { named, type Tx } from '../../ground/database/data-source.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import type { ReportIdentity } from './report.store.ts';
import { UploadRow } from './upload.row.ts';

/** A file as it is filed away. */
export interface NewUpload extends ReportIdentity {
  sha256: string;
  /** Null where nothing of the file may be kept. */
  fileName: string | null;
  byteSize: number | null;
  state: 'ACCEPTED' | 'REFUSED' | 'FAILED';
  issues: readonly unknown[];
  uploadedBy: string;
}

/** Keeps the bytes of a file once for each organisation that sent them. */
export async function storeFile(
  tx: Tx,
  upload: Pick<NewUpload, 'provinceId' | 'sha256' | 'organisationId'>,
  content: Buffer,
): Promise<void> {
  await named(
    tx,
    'storeFile',
    `insert into stored_file (province_id, sha256, organisation_id, byte_size, content) values ($1, $2, $3, $4, $5)
     on conflict (province_id, sha256, organisation_id) do nothing`,
    [upload.provinceId, upload.sha256, upload.organisationId, content.length, content],
  );
}

/** Files an upload and answers its id. */
export async function insertUpload(tx: Tx, upload: NewUpload): Promise<string> {
  const [row] = await named<{ id: string }>(
    tx,
    'insertUpload',
    `insert into upload (province_id, sha256, file_name, byte_size, state, form_id, organisation_id, place_id, period_id, issues, uploaded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11) returning id::text`,
    [
      upload.provinceId,
      upload.sha256,
      upload.fileName,
      upload.byteSize,
      upload.state,
      upload.formId,
      upload.organisationId,
      upload.placeId,
      upload.periodId,
      JSON.stringify(upload.issues),
      upload.uploadedBy,
    ],
  );
  if (!row) throw new Error('The upload just written cannot be read back.');
  return row.id;
}

/** Says which version an upload became. */
export async function linkUpload(
  tx: Tx,
  provinceId: number,
  id: string,
  reportId: string,
  version: number,
): Promise<void> {
  await named(tx, 'linkUpload', 'update upload set report_id = $3, version = $4 where province_id = $1 and id = $2', [
    provinceId,
    id,
    reportId,
    version,
  ]);
}

/** The uploads of these keys that the viewer sees, in no order: their own organisations’, and for an administrator all. */
export function uploadsByKey(
  tx: Tx,
  viewer: Viewer,
  keys: readonly { provinceId: number; uploadId: string }[],
): Promise<UploadRow[]> {
  const own = viewer.role === 'ADMIN' ? {} : { organisationId: In([...viewer.organisations]) };
  const where = keys.map(({ provinceId, uploadId }) => ({ provinceId, id: uploadId, ...own }));
  return tx.getRepository(UploadRow).find({ where, comment: 'uploadsByKey' });
}
