import type { Context } from '../../ground/gql/context.ts';
import type { Enclosed } from '../intake/enclosed.ts';
import type { ArrivedFile } from '../intake/keep-read.ts';
import { type IntakeResult, receive, type ReceiveOptions } from '../intake/receive.ts';
import type { FileReader } from '../intake/reader/file-reader.ts';
import type { Submission } from '../intake/submission.ts';
import { attach, type AttachedFile, duplicateIssues, notAttached } from './attach.ts';
import { checkAttachments, type CheckedFile, isNothing, type SentAlong } from './check-attachments.ts';

/** What became of a workbook and of what came with it. */
export interface AttachedResult extends IntakeResult {
  attachments: AttachedFile[];
}

/**
 * Takes a workbook in together with what comes with it, in one transaction. Whatever is wrong with any of it is in the one
 * list of issues, and sends all of it back: nothing that came with a refused workbook is kept. Raises as `receive` and `attach`.
 */
export async function receiveWithAttachments(
  context: Context,
  file: ArrivedFile,
  submission: Submission,
  { sent, ...options }: Omit<ReceiveOptions, 'enclosed'> & { sent: SentAlong },
): Promise<AttachedResult> {
  if (isNothing(sent)) return { ...(await receive(context, file, submission, options)), attachments: [] };
  const enclosure = encloses(context, options.reader, sent);
  const result = await receive(context, file, submission, { ...options, enclosed: enclosure.enclosed });
  return { ...result, attachments: enclosure.attached() };
}

/** What `receive` carries along, and what became of it afterwards. */
function encloses(
  context: Context,
  reader: FileReader,
  sent: SentAlong,
): { enclosed: Enclosed; attached: () => AttachedFile[] } {
  let files: readonly CheckedFile[] = [];
  let attached: AttachedFile[] = [];
  const enclosed: Enclosed = {
    // After the right to send has been checked, so that nobody else makes the hub open files.
    async issues({ known, reportId }) {
      const checked = await checkAttachments(reader, sent);
      ({ files } = checked);
      attached = files.map(notAttached);
      const at = { provinceId: known.place.provinceId, organisationId: known.organisation.id, reportId };
      return [...checked.issues, ...(await context.read((tx) => duplicateIssues(tx, at, files)))];
    },
    trace: () => files.map(({ kind, sha256 }) => ({ kind, sha256 })),
    async keep(tx, to) {
      attached = await attach(tx, context.viewer, to, files);
    },
  };
  return { enclosed, attached: () => attached };
}
