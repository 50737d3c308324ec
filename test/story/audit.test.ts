import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Archive } from '../../src/archive.ts';
import { commandHandlers } from '../../src/commands.ts';
import { organisationStore } from '../../src/catalogue/organisation/organisation.store.ts';
import { fromGlobalId } from '../../src/ground/gql/node.ts';
import type { Viewer } from '../../src/ground/viewer/viewer.ts';
import { type CleanFile, womenFile } from '../support/bring-in.ts';
import { type GraphEdge, openGraphEdge, type WireAnswer } from '../support/graph-edge.ts';
import { type GraphWorld, openGraphWorld } from '../support/graph-world.ts';

interface AuditRow {
  actor: string;
  role: string;
  action: string;
  province_id: number | null;
  subject_type: string | null;
  subject_id: string | null;
  reason: string | null;
  override: boolean;
  detail: Record<string, unknown>;
}

let world: GraphWorld;
let edge: GraphEdge;
let officer: { authorization: string };
let admin: { authorization: string };

beforeAll(async () => {
  world = await openGraphWorld();
  edge = await openGraphEdge(world);
  const union = await organisationStore.byCodeOn(world.pools.reader.manager, 'HPN-91', '2026-06-14');
  officer = await edge.keyOf('OFFICER', { organisationId: union?.id ?? 0 });
  admin = await edge.keyOf('ADMIN');
}, 60_000);
beforeEach(() =>
  world.sql(
    'truncate total, event, figure, report_version, upload, report, audit, idempotency_key, stored_file restart identity cascade',
  ),
);
afterAll(async () => {
  await edge.close();
  await world.close();
});

const trail = (): Promise<AuditRow[]> =>
  world.sql(
    'select actor, role, action, province_id, subject_type, subject_id, reason, override, detail from audit order by id',
  );

const send = (
  { name, bytes, form, organisation }: CleanFile,
  who: Record<string, string>,
  more: Record<string, string> = {},
): Promise<WireAnswer> =>
  edge.intake({ name, bytes }, { form, organisation, place: '91', period: '2026-S1', ...more }, who);

const wrong = (): CleanFile => womenFile((text) => text.replaceAll('1.722;1.722', '1.722;chín trăm'));
const secret = (): CleanFile => womenFile((text) => `MẬT;;;;;;;\n${text.replace(/^\uFEFF/, '')}`);
const other = (): CleanFile => womenFile((text) => text.replaceAll('1.722;1.722', '1.725;1.725'));

const PUBLISH = `mutation ($input: PublishReportInput!) { publishReport(input: $input) { report { id } userErrors { code } } }`;
const publish = (report: unknown, expectedVersion: number, who = admin, more: object = {}): Promise<WireAnswer> =>
  edge.post(PUBLISH, { input: { report, expectedVersion, reason: 'Đã đối chiếu với bản giấy', ...more } }, who);
const keyId = async (role: string): Promise<string> =>
  (await world.sql<{ id: string }>('select id from access_key where role = $1', [role]))[0]?.id ?? '';

describe('the audit trail', () => {
  it('has one row for each file that came in, taken, unchanged or refused, in the transaction that filed it', async () => {
    const statuses: number[] = [];
    for (const file of [womenFile(), womenFile(), other(), wrong(), secret()])
      statuses.push((await send(file, officer)).status);
    expect(statuses).toEqual([200, 200, 200, 422, 422]);
    const rows = await trail();
    const actor = `key:${await keyId('OFFICER')}`;
    expect(rows.map((row) => [row.actor, row.role, row.action, row.subject_type, row.override])).toEqual(
      statuses.map(() => [actor, 'OFFICER', 'intake', 'Upload', false]),
    );
    expect(rows.map(({ detail }) => detail['outcome'] === 'REJECT')).toEqual([false, false, false, true, true]);
    const together = await world.sql(
      `select a.xmin = u.xmin as same from audit a join upload u on a.subject_id = u.province_id || ':' || u.id order by a.id`,
    );
    expect(together).toEqual(statuses.map(() => ({ same: true })));
    // Of a file that bears a stamp of secrecy only its hash, its time, who sent it and the code of the refusal stay.
    expect(await world.sql(`select file_name, byte_size, issues from upload order by id desc limit 1`)).toMatchObject([
      { file_name: null, byte_size: null, issues: [{ code: 'SECRET_MARKED' }] },
    ]);
    expect(JSON.stringify(rows.at(-1))).not.toContain('.csv');
  });

  it('has none for what was only tried out, or not allowed', async () => {
    const statuses = [
      await send(womenFile(), officer, { dryRun: 'true' }),
      await send(wrong(), officer, { dryRun: 'true' }),
      await send({ ...womenFile(), form: 'LDLD-01', organisation: 'LDLD-91' }, officer),
      await send(womenFile(), {}),
      await send(womenFile(), officer, { period: '2026-S9' }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([200, 422, 403, 401, 400]);
    expect(await trail()).toEqual([]);
    expect(await world.sql('select 1 from upload')).toEqual([]);
  });

  it('has one row for a publication: who, why, that the review was passed over, and which version in place of which', async () => {
    const { body } = await send(womenFile(), officer);
    await publish(body['report'], 1);
    await send(other(), officer);
    await publish(body['report'], 2);
    const rows = (await trail()).filter(({ action }) => action === 'publishReport');
    const common = {
      actor: `key:${await keyId('ADMIN')}`,
      role: 'ADMIN',
      action: 'publishReport',
      province_id: 2091,
      subject_type: 'Report',
      subject_id: fromGlobalId(String(body['report']))?.key.join(':'),
      reason: 'Đã đối chiếu với bản giấy',
      override: true,
    };
    expect(rows).toEqual([
      { ...common, detail: { version: 1, replacedVersion: null, from: 'DRAFT' } },
      { ...common, detail: { version: 2, replacedVersion: 1, from: 'DRAFT' } },
    ]);
    const together = await world.sql(
      `select a.xmin = v.xmin as same from audit a, report_version v where a.action = 'publishReport' and v.version = 2 and a.detail ->> 'version' = '2'`,
    );
    expect(together).toEqual([{ same: true }]);
  });

  it('has none for what was answered from memory, refused or a conflict', async () => {
    const { body } = await send(womenFile(), officer);
    await publish(body['report'], 9);
    await publish(body['report'], 1, officer);
    await publish(body['report'], 1, admin, { idempotencyKey: 'one' });
    await publish(body['report'], 1, admin, { idempotencyKey: 'one' });
    await publish(body['report'], 1, admin);
    expect((await trail()).map(({ action }) => action)).toEqual(['intake', 'publishReport']);
  });

  it('has none where the change was taken back, and neither has anything else', async () => {
    await send(womenFile(), officer);
    const [{ report } = { report: '' }] = await world.sql<{ report: string }>(
      `select rtrim(encode(convert_to('Report:' || province_id || ':' || id, 'UTF8'), 'base64'), '=') as report from report`,
    );
    const before = await counts();
    await world.sql(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'refused at the last moment'; end $$;
      create constraint trigger refuse after insert on event deferrable initially deferred for each row execute function refuse()`);
    const answers = [await publish(report, 1), await send(other(), officer)];
    await world.sql('drop trigger refuse on event; drop function refuse()');
    expect(answers.map(({ body }) => body.errors?.[0]?.extensions.code)).toEqual(['INTERNAL', 'INTERNAL']);
    expect(await counts()).toEqual(before);
    expect(answers.map(({ text }) => text.includes('refused at the last moment'))).toEqual([false, false]);
  });

  async function counts(): Promise<object> {
    const [row] =
      await world.sql(`select (select count(*) from audit) as audits, (select count(*) from upload) as uploads, (select count(*) from report_version) as versions,
      (select count(*) from figure) as figures, (select count(*) from total) as totals, (select count(*) from event) as events, (select count(*) from idempotency_key) as keys,
      (select string_agg(state || exposure, ',' order by version) from report_version) as states`);
    return row ?? {};
  }
});

describe('keys', () => {
  const run = async (...args: string[]): Promise<{ exit: number; lines: string[]; errors: string[] }> => {
    const lines: string[] = [];
    const errors: string[] = [];
    const archive = {
      contextOf: (viewer: Viewer) => world.contextOf(viewer),
      synthetic: false,
      demoWanted: false,
    };
    const handler = commandHandlers(archive as unknown as Archive)['key'];
    const output = {
      progress: async () => undefined,
      bar: async () => undefined,
      line: async (text: string) => void lines.push(text),
      error: async (text: string) => void errors.push(text),
      gone: new AbortController().signal,
    };
    return { exit: (await handler?.({ command: 'key', args, cwd: '/' }, output)) ?? -1, lines, errors };
  };
  const whoIs = (headers: Record<string, string>): Promise<WireAnswer> =>
    edge.post('{ viewer { role organisations { code province { code } } provinces { code } } }', {}, headers);

  it('are bound as their role demands, and leave one row each', async () => {
    const bound = await Promise.all([
      run('create', '--role', 'officer', '--organisation', 'LDLD-91'),
      run('create', '--role', 'LEADER', '--organisation', 'LDLD-91'),
      run('create', '--role', 'REVIEWER', '--province', '91'),
      run('create', '--role', 'ANALYST'),
      run('create', '--role', 'PARTNER'),
      run('create', '--role', 'ADMIN'),
    ]);
    expect(bound.map(({ exit }) => exit)).toEqual([0, 0, 0, 0, 0, 0]);
    expect((await trail()).map(({ actor, role, action }) => [actor, role, action])).toEqual(
      bound.map(() => ['local operator', 'ADMIN', 'createKey']),
    );
    const viewers = await Promise.all(
      bound.map(async ({ lines }) => (await whoIs({ authorization: `Bearer ${lines[0]}` })).body.data?.['viewer']),
    );
    const federations = ['LDLD-91', 'LDLD-89', 'LDLD-91'].map((code) => ({ code, province: { code: code.slice(-2) } }));
    const sorted = (list: object[]): unknown[] => list.map((one) => JSON.stringify(one)).sort();
    const circles = viewers as { role: string; organisations: object[]; provinces: object[] }[];
    expect(circles.map(({ role }) => role)).toEqual(['OFFICER', 'LEADER', 'REVIEWER', 'ANALYST', 'PARTNER', 'ADMIN']);
    for (const at of [0, 1]) expect(sorted(circles[at]?.organisations ?? [])).toEqual(sorted(federations));
    expect(sorted(circles[2]?.provinces ?? [])).toEqual(sorted([{ code: '91' }, { code: '89' }, { code: '91' }]));
    for (const at of [2, 3, 4, 5]) expect(circles[at]?.organisations).toEqual([]);
    for (const at of [0, 1, 3, 4, 5]) expect(circles[at]?.provinces).toEqual([]);
    expect(JSON.stringify(await trail())).not.toContain(String(bound[0]?.lines[0]).slice(8));
  });

  it('bound otherwise are refused by the command and by the table, without a row', async () => {
    const before = (await world.sql('select 1 from access_key')).length;
    for (const args of [
      ['--role', 'OFFICER'],
      ['--role', 'LEADER', '--province', '91'],
      ['--role', 'REVIEWER'],
      ['--role', 'REVIEWER', '--organisation', 'LDLD-91'],
      ['--role', 'REVIEWER', '--province', 'VN'],
      ['--role', 'REVIEWER', '--province', '30337'],
      ['--role', 'ADMIN', '--organisation', 'LDLD-91'],
      ['--role', 'ANALYST', '--province', '91'],
      ['--role', 'ANONYMOUS'],
      ['--role', 'OFFICER', '--organisation', 'LDLD-89'],
    ]) {
      const { exit, lines, errors } = await run('create', ...args);
      expect([args, exit === 0, lines.length, errors.length]).toEqual([args, false, 0, 1]);
    }
    expect((await world.sql('select 1 from access_key')).length).toBe(before);
    expect(await trail()).toEqual([]);
    for (const role of ['OFFICER', 'LEADER', 'REVIEWER'] as const)
      await expect(edge.keyOf(role)).rejects.toThrow('violates check constraint');
    await expect(edge.keyOf('ADMIN', { provinceId: 2091 })).rejects.toThrow('violates check constraint');
  });

  it('that are unknown, malformed or revoked open nothing: 401, with data of nobody', async () => {
    const key = await edge.keyOf('ADMIN');
    expect((await whoIs(key)).body.data).toEqual({ viewer: { role: 'ADMIN', organisations: [], provinces: [] } });
    await world.sql(`update access_key set revoked_at = now() where id = (select max(id) from access_key)`);
    for (const authorization of [
      key.authorization,
      'Bearer phoihop_none',
      'Bearer',
      'Basic dTpw',
      'Bearer a b',
      `Bearer ${'k'.repeat(300)}`,
    ]) {
      const graph = await whoIs({ authorization });
      const file = await send(womenFile(), { authorization });
      expect([
        authorization.slice(0, 20),
        graph.status,
        graph.body.errors?.[0]?.extensions.code,
        graph.body.data ?? null,
      ]).toEqual([authorization.slice(0, 20), 401, 'UNAUTHENTICATED', null]);
      expect([file.status, file.body.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    }
    expect(await trail()).toEqual([]);
  });

  it('of the demo are revoked together, with one row, and open nothing from then on', async () => {
    const key = await edge.keyOf('ADMIN');
    await world.sql(`update access_key set demo = true where id = (select max(id) from access_key)`);
    expect((await run('revoke', '--demo')).lines).toEqual(['1 demo keys revoked']);
    expect((await trail()).map(({ action }) => action)).toEqual(['revokeDemoKeys']);
    expect((await whoIs(key)).status).toBe(401);
  });

  it('lie in the database as digests alone', async () => {
    const key = (await edge.keyOf('PARTNER')).authorization.replace('Bearer ', '');
    const rows = await world.sql<{ row: string }>('select access_key::text as row from access_key');
    expect(rows.filter(({ row }) => row.includes(key.slice(8)))).toEqual([]);
  });
});
