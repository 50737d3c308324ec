import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createAccessKey, type KeyRole, revokeDemoKeys } from './access/access-key.store.ts';
import type { Archive } from './archive.ts';
import { organisationStore } from './catalogue/organisation/organisation.store.ts';
import { placeStore } from './catalogue/place/place.store.ts';
import { operate } from './client/operate.ts';
import { PublishReportDocument } from './client/operations.generated.ts';
import type { CommandHandler, CommandOutput, CommandRequest } from './command-socket.ts';
import { loadDemo } from './demo/load-demo.ts';
import { appendAudit } from './ground/outbox/outbox.store.ts';
import { hubSchema } from './graph/schema.ts';
import { HubError } from './ground/gql/hub-error.ts';
import { todayInVietnam } from './ground/period/local-date.ts';
import { LOCAL_OPERATOR } from './ground/viewer/viewer.ts';
import { type IntakeResult, receive } from './report/intake/receive.ts';
import { manifestSubmission } from './report/intake/manifest.ts';
import type { Submission } from './report/intake/submission.ts';
import { parseSubmittedPeriod } from './report/intake/submitted-period.ts';
import { verifyTotals } from './report/total/verify.ts';

/** Exit codes of the command line. */
const EXIT = { done: 0, failed: 1, misused: 2 } as const;

/** What each command of the command line does on an open archive. */
export function commandHandlers(archive: Archive): Record<string, CommandHandler> {
  const local = (
    work: (archive: Archive, request: CommandRequest, output: CommandOutput) => Promise<number>,
  ): CommandHandler => {
    return async (request, output) => {
      try {
        return await work(archive, request, output);
      } catch (fault) {
        await output.error(
          fault instanceof HubError ? fault.message : fault instanceof Error ? fault.message : String(fault),
        );
        return isMisuse(fault) ? EXIT.misused : EXIT.failed;
      }
    };
  };
  return { intake: local(intake), verify: local(verify), key: local(key), demo: local(demo), migrate: local(migrated) };
}

function isMisuse(fault: unknown): boolean {
  return (
    fault instanceof Error &&
    'code' in fault &&
    typeof fault.code === 'string' &&
    fault.code.startsWith('ERR_PARSE_ARGS')
  );
}

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
} as const;

async function intake(archive: Archive, { args, cwd }: CommandRequest, output: CommandOutput): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: INTAKE_OPTIONS, allowPositionals: true });
  if (positionals.length === 0)
    throw new Error(
      'intake needs at least one file: npm run hub -- intake FILE… --form F --organisation O --place P --period K',
    );
  const submissionOf = await submissions(values, cwd);
  let refused = 0;
  for (const [at, path] of positionals.entries()) {
    if (output.gone.aborted)
      throw new Error(
        `Stopped before ${basename(path)}: ${at} of ${positionals.length} files were read. Run the command again; what is in already stays unchanged.`,
      );
    await output.progress(`${at + 1}/${positionals.length} ${basename(path)}`);
    const file = { bytes: await bytesOf(cwd, path), name: basename(path).normalize('NFC') };
    const options = { dryRun: values['dry-run'] ?? false, synthetic: archive.synthetic };
    const result = await receive(archive.contextOf(LOCAL_OPERATOR), file, submissionOf(basename(path)), options);
    const published =
      values.publish && !options.dryRun && result.outcome !== 'REJECT'
        ? await publishTaken(archive, result, values.reason)
        : false;
    if (result.outcome === 'REJECT') refused += 1;
    await (values.json ? output.line(JSON.stringify({ ...result, published })) : tell(output, result, published));
  }
  return refused === 0 ? EXIT.done : EXIT.failed;
}

async function bytesOf(cwd: string, path: string): Promise<Buffer> {
  try {
    return await readFile(resolve(cwd, path));
  } catch (fault) {
    const why = fault instanceof Error && 'code' in fault ? String(fault.code) : String(fault);
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

async function submissions(
  values: { [K in keyof typeof INTAKE_OPTIONS]?: string | boolean },
  cwd: string,
): Promise<(file: string) => Submission> {
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
async function publishTaken(archive: Archive, result: IntakeResult, reason: string | undefined): Promise<boolean> {
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

async function tell(output: CommandOutput, result: IntakeResult, published: boolean): Promise<void> {
  const { counts } = result;
  const kept = result.dryRun
    ? 'dry run, nothing written'
    : result.report
      ? `version ${result.version}${published ? ', published' : ''}`
      : 'refused, no version';
  await output.line(
    `${result.file}: ${result.outcome} (${kept}): ${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.removed} removed, ${counts.rejected} cells rejected`,
  );
  for (const issue of result.issues) {
    const where = issue.cell ? ` ${issue.sheet ? `${issue.sheet}!` : ''}${issue.cell}` : '';
    await output.line(`  ${issue.severity} ${issue.code}${where}: ${issue.message.vi}`);
  }
}

async function verify(archive: Archive, _request: CommandRequest, output: CommandOutput): Promise<number> {
  const context = archive.contextOf(LOCAL_OPERATOR);
  const found = await context.snapshot((tx) => verifyTotals(tx, (text) => void output.progress(text)));
  for (const difference of found.differences.slice(0, 20)) {
    await output.error(
      `total ${difference.key}: stored ${JSON.stringify(difference.stored)}, counted ${JSON.stringify(difference.counted)}`,
    );
  }
  const verdict = found.differences.length === 0 ? 'all equal' : `${found.differences.length} differ`;
  await output.line(`${found.totals} stored totals against ${found.figures} current figures: ${verdict}`);
  return found.differences.length === 0 ? EXIT.done : EXIT.failed;
}

const KEY_OPTIONS = {
  role: { type: 'string' },
  organisation: { type: 'string' },
  province: { type: 'string' },
  label: { type: 'string' },
  demo: { type: 'boolean' },
} as const;

const ROLES: readonly KeyRole[] = ['PARTNER', 'ANALYST', 'OFFICER', 'LEADER', 'REVIEWER', 'ADMIN'];

async function key(archive: Archive, { args }: CommandRequest, output: CommandOutput): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: KEY_OPTIONS, allowPositionals: true });
  const context = archive.contextOf(LOCAL_OPERATOR);
  if (positionals[0] === 'revoke' && values.demo) {
    const count = await context.write(async (tx) => {
      await appendAudit(tx, context.viewer, { action: 'revokeDemoKeys' });
      return revokeDemoKeys(tx);
    });
    await output.line(`${count} demo keys revoked`);
    return EXIT.done;
  }
  const role = ROLES.find((known) => known === values.role?.toUpperCase());
  if (positionals[0] !== 'create' || !role) {
    throw new Error(
      `key create --role ${ROLES.join('|')} [--organisation LDLD-91] [--province 91] [--label TEXT], or key revoke --demo`,
    );
  }
  const secret = await context.write(async (tx) => {
    const today = todayInVietnam(context.clock());
    const organisation = values.organisation ? await organisationStore.byCodeOn(tx, values.organisation, today) : null;
    const province = values.province ? await placeStore.byCodeOn(tx, values.province, today) : null;
    const bound = {
      organisationId: organisation?.id ?? null,
      provinceId: province?.level === 'PROVINCE' ? province.id : null,
    };
    refuseWrongBinding(role, bound);
    await appendAudit(tx, context.viewer, { action: 'createKey', detail: { role, ...bound } });
    return createAccessKey(tx, { label: values.label ?? role, role, ...bound, demo: false });
  });
  await output.line(secret);
  await output.progress('The key is shown once and kept nowhere. Send it as Authorization: Bearer <key>.');
  return EXIT.done;
}

function refuseWrongBinding(role: KeyRole, bound: { organisationId: number | null; provinceId: number | null }): void {
  const wantsOrganisation = role === 'OFFICER' || role === 'LEADER';
  if (wantsOrganisation && bound.organisationId === null)
    throw new Error(`A key of the role ${role} needs --organisation with a code of today, as LDLD-91.`);
  if (role === 'REVIEWER' && bound.provinceId === null)
    throw new Error('A key of the role REVIEWER needs --province with a code of today, as 91.');
  if (!wantsOrganisation && bound.organisationId !== null)
    throw new Error(`A key of the role ${role} takes no --organisation.`);
  if (role !== 'REVIEWER' && bound.provinceId !== null)
    throw new Error(`A key of the role ${role} takes no --province.`);
}

async function demo(archive: Archive, _request: CommandRequest, output: CommandOutput): Promise<number> {
  if (!archive.synthetic)
    throw new Error(
      'This archive holds real reports; the demo enters only a fresh one. Start with HUB_DEMO=on and another HUB_DATA_DIR.',
    );
  const keys = archive.demoWanted ? await loadDemo(archive, (text) => void output.progress(text)) : [];
  await output.line(keys.length > 0 ? 'the demo reports are in' : 'the demo reports were in already');
  for (const { label, key: secret } of keys) await output.line(`${label}: ${secret}`);
  return EXIT.done;
}

/** Opening the archive has migrated it; this says so. */
async function migrated(_archive: Archive, _request: CommandRequest, output: CommandOutput): Promise<number> {
  await output.line('the database is up to date');
  return EXIT.done;
}
