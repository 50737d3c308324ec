import { parseArgs } from 'node:util';
import { createAccessKey, type KeyRole, revokeDemoKeys } from './access/access-key.store.ts';
import type { Archive } from './archive.ts';
import { organisationStore } from './catalogue/organisation/organisation.store.ts';
import { placeStore } from './catalogue/place/place.store.ts';
import type { CommandHandler, CommandOutput, CommandRequest } from './command-socket.ts';
import { loadDemo } from './demo/load-demo.ts';
import { appendAudit } from './ground/outbox/outbox.store.ts';
import { HubError } from './ground/gql/hub-error.ts';
import { todayInVietnam } from './ground/period/local-date.ts';
import { formWorkbookCommand } from './form-workbook-command.ts';
import { LOCAL_OPERATOR } from './ground/viewer/viewer.ts';
import { intake } from './intake-command.ts';
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
  return {
    intake: local(intake),
    'form-workbook': local(formWorkbookCommand),
    verify: local(verify),
    key: local(key),
    demo: local(demo),
    migrate: local(migrated),
  };
}

function isMisuse(fault: unknown): boolean {
  return (
    fault instanceof Error &&
    'code' in fault &&
    typeof fault.code === 'string' &&
    fault.code.startsWith('ERR_PARSE_ARGS')
  );
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
