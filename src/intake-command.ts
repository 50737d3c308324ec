import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, parse, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Archive } from './archive.ts';
import { operate } from './client/operate.ts';
import { PublishReportDocument } from './client/operations.generated.ts';
import type { CommandOutput, CommandRequest } from './command-socket.ts';
import { hubSchema } from './graph/schema.ts';
import { LOCAL_OPERATOR } from './ground/viewer/viewer.ts';
import { toldOfIntake } from './intake-told.ts';
import { type AnnotatedCopy, annotatedCopy } from './report/attachment/annotated-copy.ts';
import type { AttachmentKindName } from './report/attachment/attachment.row.ts';
import { isNothing, type SentAlong } from './report/attachment/check-attachments.ts';
import { type AttachedResult, receiveWithAttachments } from './report/attachment/receive-with-attachments.ts';
import { manifestSubmission } from './report/intake/manifest.ts';
import type { ReadingWatch } from './report/intake/read-workbook.ts';
import type { ArrivedFile } from './report/intake/keep-read.ts';
import type { Submission } from './report/intake/submission.ts';
import { parseSubmittedPeriod } from './report/intake/submitted-period.ts';

const INTAKE_OPTIONS = {
  form: { type: 'string' },
  organisation: { type: 'string' },
  place: { type: 'string' },
  period: { type: 'string' },
  manifest: { type: 'string' },
  reason: { type: 'string' },
  'dry-run': { type: 'boolean' },
  publish: { type: 'boolean' },
  json: { type: 'boolean' },
  signed: { type: 'string' },
  'document-number': { type: 'string' },
  'document-date': { type: 'string' },
  'document-subject': { type: 'string' },
  signer: { type: 'string' },
  'signer-office': { type: 'string' },
  narrative: { type: 'string', multiple: true },
  attach: { type: 'string', multiple: true },
  annotate: { type: 'string' },
} as const;

/** What the options of a command line say. */
type Values = ReturnType<typeof parseArgs<{ options: typeof INTAKE_OPTIONS }>>['values'];

/** `intake`: takes workbooks in and says of each what became of it; 1 where one was refused. */
export async function intake(archive: Archive, { args, cwd }: CommandRequest, output: CommandOutput): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: INTAKE_OPTIONS, allowPositionals: true });
  if (positionals.length === 0)
    throw new Error(
      'intake needs at least one file: npm run hub -- intake FILE… --form F --organisation O --place P --period K',
    );
  const submissionOf = await submissions(values, cwd);
  const sent = await sentAlong(values, cwd);
  if (positionals.length > 1 && !isNothing(sent))
    throw new Error('A signed document and attached files go with one workbook. Run the command once for each.');
  const { annotate } = values;
  if (annotate !== undefined) await makeFolder(cwd, annotate);
  let good = true;
  for (const [at, path] of positionals.entries()) {
    if (output.gone.aborted)
      throw new Error(
        `Stopped before ${basename(path)}: ${at} of ${positionals.length} files were read. Run the command again; what is in already stays unchanged.`,
      );
    const place = `${at + 1}/${positionals.length} ${basename(path)}`;
    await output.progress(place);
    const file = { bytes: await bytesOf(cwd, path), name: basename(path).normalize('NFC') };
    const taken = await takeOne(
      archive,
      { file, submission: submissionOf(basename(path)), sent, values },
      output,
      place,
    );
    const copy =
      annotate === undefined ? null : await writeCopy(archive, { cwd, folder: annotate }, file, taken.result);
    if (copy?.fault !== undefined) await output.error(copy.fault);
    if (values.json) {
      const annotated = copy === null ? {} : { annotated: copy.path };
      await output.line(JSON.stringify({ ...taken.result, published: taken.published, ...annotated }));
    } else {
      for (const line of toldOfIntake(taken.result, taken.published)) await output.line(line);
      if (copy?.path) await output.line(`  Bản có ghi chú tại các ô cần xem lại: ${copy.path}`);
    }
    good &&= taken.result.outcome !== 'REJECT' && copy?.fault === undefined;
  }
  return good ? 0 : 1;
}

/** Takes one workbook in, and publishes it where that was asked for. */
async function takeOne(
  archive: Archive,
  { file, submission, sent, values }: { file: ArrivedFile; submission: Submission; sent: SentAlong; values: Values },
  output: CommandOutput,
  place: string,
): Promise<{ result: AttachedResult; published: boolean }> {
  const { synthetic, reader } = archive;
  const dryRun = values['dry-run'] ?? false;
  const options = { dryRun, synthetic, reader, sent, watch: barOf(output, place) };
  const result = await receiveWithAttachments(archive.contextOf(LOCAL_OPERATOR), file, submission, options);
  const publishes = values.publish === true && !dryRun && result.outcome !== 'REJECT';
  return { result, published: publishes && (await publishTaken(archive, result, values.reason)) };
}

/** The files that go with the workbook, and what is said of the signed document. */
async function sentAlong(values: Values, cwd: string): Promise<SentAlong> {
  const paths: [AttachmentKindName, string[]][] = [
    ['SIGNED_DOCUMENT', values.signed === undefined ? [] : [values.signed]],
    ['NARRATIVE', values.narrative ?? []],
    ['OTHER', values.attach ?? []],
  ];
  const files: SentAlong['files'][number][] = [];
  for (const [kind, path] of paths.flatMap(([one, some]) => some.map((path) => [one, path] as const))) {
    files.push({ kind, name: basename(path).normalize('NFC'), bytes: await bytesOf(cwd, path) });
  }
  const document = {
    documentNumber: values['document-number'],
    documentDate: values['document-date'],
    documentSubject: values['document-subject'],
    signerName: values.signer,
    signerOffice: values['signer-office'],
  };
  return { files, document };
}

async function bytesOf(cwd: string, path: string): Promise<Buffer> {
  try {
    return await readFile(resolve(cwd, path));
  } catch (fault) {
    const why = reasonOf(fault);
    throw new Error(
      `The file ${path} cannot be read from the folder ${cwd} (${why}). Check its name and who may read it.`,
      { cause: fault },
    );
  }
}

function parsedManifest(path: string, bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (fault) {
    throw new Error(`The manifest ${path} is not JSON: ${fault instanceof Error ? fault.message : String(fault)}.`, {
      cause: fault,
    });
  }
}

async function submissions(values: Values, cwd: string): Promise<(file: string) => Submission> {
  const { manifest, form, organisation, place, period } = values;
  if (typeof manifest === 'string') {
    const entries: unknown = parsedManifest(manifest, await bytesOf(cwd, manifest));
    return (file) => manifestSubmission(entries, file);
  }
  const missing = Object.entries({ form, organisation, place, period }).flatMap(([name, value]) =>
    typeof value === 'string' ? [] : [`--${name}`],
  );
  if (missing.length > 0)
    throw new Error(`intake needs ${missing.join(', ')}, or --manifest with a file that says what each workbook is.`);
  const submission = {
    form: String(form),
    organisation: String(organisation),
    place: String(place),
    period: parseSubmittedPeriod(String(period)),
  };
  return () => submission;
}

/** Publishes what was just taken in, unless that very version is published already. */
async function publishTaken(archive: Archive, result: AttachedResult, reason: string | undefined): Promise<boolean> {
  const input = {
    report: result.report ?? '',
    expectedVersion: result.version ?? 0,
    reason: reason ?? 'published from the command line',
  };
  const context = archive.contextOf(LOCAL_OPERATOR);
  const { publishReport } = await operate(await hubSchema(), context, PublishReportDocument, { input });
  const [error] = publishReport.userErrors;
  if (error && error.code !== 'ILLEGAL_STATE') throw new Error(`${error.message} / ${error.english}`);
  return error === undefined;
}

const STEPS = { OPEN: 'opening', ROWS: 'reading' } as const;

/** Shows how far a reading has come. What comes while the caller has not taken the last word is left out. */
function barOf(output: CommandOutput, place: string): ReadingWatch {
  let taken = true;
  return (step, done, total) => {
    if (!taken) return;
    taken = false;
    void output.bar({ label: `${place}, ${STEPS[step]}`, done, total }).finally(() => (taken = true));
  };
}

async function makeFolder(cwd: string, folder: string): Promise<void> {
  try {
    await mkdir(resolve(cwd, folder), { recursive: true });
  } catch (fault) {
    throw new Error(`The folder ${folder} cannot be made (${reasonOf(fault)}). Give another one with --annotate.`, {
      cause: fault,
    });
  }
}

/** Writes the workbook with its issues as comments; answers where, null where there is nothing to comment on, or why it cannot be. */
async function writeCopy(
  archive: Archive,
  to: { cwd: string; folder: string },
  file: ArrivedFile,
  { annotatable, issues }: AttachedResult,
): Promise<{ path: string | null; fault?: string }> {
  const copy = annotatable ? await annotatedCopy(archive.reader, file, issues) : null;
  if (copy === null) return { path: null };
  for (const name of namesOf(copy)) {
    const path = join(to.folder, name);
    try {
      await writeFile(resolve(to.cwd, path), copy.bytes, { flag: 'wx' });
      return { path };
    } catch (fault) {
      // Somebody may be working in the one that is there: the next name is taken.
      if (reasonOf(fault) !== 'EEXIST')
        return { path: null, fault: `The copy with comments cannot be written to ${path} (${reasonOf(fault)}).` };
    }
  }
  return {
    path: null,
    fault: `The folder ${to.folder} is full of copies of ${file.name}. Name another with --annotate.`,
  };
}

function* namesOf({ fileName }: AnnotatedCopy): Generator<string> {
  yield fileName;
  const { name, ext } = parse(fileName);
  for (let number = 2; number < 1_000; number++) yield `${name}-${number}${ext}`;
}

function reasonOf(fault: unknown): string {
  return typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : String(fault);
}
