import { named, type Tx } from '../../ground/database/data-source.ts';

/** What became of a file that has come in before. */
export interface EnteredFile {
  sha256: string;
  /** `REFUSED`, or the state of the version that it became. */
  state: string;
}

/** The files that have come in, each once for every state that it has brought about. */
export function enteredFiles(tx: Tx): Promise<EnteredFile[]> {
  return named(
    tx,
    'demoEnteredFiles',
    `select distinct u.sha256, coalesce(v.state::text, u.state::text) as state from upload u
     left join report_version v on v.province_id = u.province_id and v.report_id = u.report_id and v.version = u.version`,
  );
}
