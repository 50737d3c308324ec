import type { Submission } from './submission.ts';

/** One entry of a manifest: a file and what it is sent in for. */
interface ManifestEntry {
  file: string;
  submittedAs: {
    formCode: string;
    organisation: string;
    province: string;
    place?: string;
    period: { kind: string; from: string; to: string };
  };
}

/** What a manifest says a file is sent in for. Throws where it does not name the file, or says too little about it. */
export function manifestSubmission(entries: unknown, file: string): Submission {
  const list = Array.isArray(entries) ? (entries as Partial<ManifestEntry>[]) : [];
  const entry = list.find((one) => one.file?.normalize('NFC') === file.normalize('NFC'));
  if (!entry)
    throw new Error(
      `The manifest does not name ${file}. Add it, or give --form, --organisation, --place and --period.`,
    );
  const as = entry.submittedAs;
  if (!as?.formCode || !as.organisation || !as.province || !as.period?.kind) {
    throw new Error(`The manifest must say formCode, organisation, province and period { kind, from, to } of ${file}.`);
  }
  return { form: as.formCode, organisation: as.organisation, place: as.place ?? as.province, period: as.period };
}
