import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { organisationStore } from '../../src/catalogue/organisation/organisation.store.ts';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import { LOCAL_OPERATOR } from '../../src/ground/viewer/viewer.ts';
import { bringIn, labourFile, womenFile } from '../support/bring-in.ts';
import { type GraphEdge, openGraphEdge, type WireAnswer } from '../support/graph-edge.ts';
import { type GraphWorld, openGraphWorld } from '../support/graph-world.ts';

const PUBLISH = `mutation ($input: PublishReportInput!) { publishReport(input: $input) {
  report { id published { version } versions { version state } } userErrors { code path vi: message en: message(lang: EN) } } }`;

type Keys = Record<
  'PARTNER' | 'ANALYST' | 'OFFICER' | 'LEADER' | 'REVIEWER' | 'ADMIN' | 'SECOND_ADMIN',
  { authorization: string }
>;

let world: GraphWorld;
let edge: GraphEdge;
let keys: Keys;
let organisationId: number;
const provinceId = 2091;
/** A report with a draft that nobody has published, new for every test. */
let report: string;
let drafts = 0;

beforeAll(async () => {
  world = await openGraphWorld();
  edge = await openGraphEdge(world);
  organisationId = (await organisationStore.byCodeOn(world.pools.reader.manager, 'HPN-91', '2026-06-14'))?.id ?? 0;
  keys = {
    PARTNER: await edge.keyOf('PARTNER'),
    ANALYST: await edge.keyOf('ANALYST'),
    OFFICER: await edge.keyOf('OFFICER', { organisationId }),
    LEADER: await edge.keyOf('LEADER', { organisationId }),
    REVIEWER: await edge.keyOf('REVIEWER', { provinceId }),
    ADMIN: await edge.keyOf('ADMIN'),
    SECOND_ADMIN: await edge.keyOf('ADMIN'),
  };
}, 60_000);
beforeEach(async () => {
  await world.sql(
    'truncate total, event, figure, report_version, upload, report, audit, idempotency_key, stored_file restart identity cascade',
  );
  const result = await bringIn(world.contextOf(LOCAL_OPERATOR), draft());
  report = result.report ?? '';
});
afterAll(async () => {
  await edge.close();
  await world.close();
});

const draft = () =>
  womenFile((text) => text.replaceAll('1.722;1.722', `1.${(drafts = (drafts + 1) % 900) + 100};1.${drafts + 100}`));

interface Payload {
  report: { id: string; published: { version: number } | null; versions: { version: number; state: string }[] } | null;
  userErrors: { code: string; path: string[]; vi: string; en: string }[];
}

const payload = ({ body }: WireAnswer): Payload => (body.data as { publishReport: Payload }).publishReport;

function publish(who: Record<string, string>, differences: object = {}): Promise<WireAnswer> {
  return edge.post(PUBLISH, { input: { report, expectedVersion: 1, reason: 'Đã đối chiếu', ...differences } }, who);
}

/** What a publication would change. */
async function effects(): Promise<Record<string, string>> {
  const [row] = await world.sql<
    Record<string, string>
  >(`select (select count(*) from report_version where state = 'PUBLISHED') as published,
    (select count(*) from audit where action = 'publishReport') as audits, (select count(*) from event where type = 'REPORT_PUBLISHED') as events,
    (select count(*) from figure where exposure = 2 and ended_by is null) > 0 as current`);
  return row ?? {};
}

const NOTHING = { published: '0', audits: '0', events: '0', current: false };
const ONCE = { published: '1', audits: '1', events: '1', current: true };

describe('publishReport', () => {
  it.each(['anonymous', 'PARTNER', 'ANALYST', 'OFFICER', 'LEADER', 'REVIEWER'] as const)(
    'is refused to %s, in the same words whether the report is there or not',
    async (role) => {
      const who = role === 'anonymous' ? {} : keys[role];
      const absent = [toGlobalId('Report', provinceId, 999_999), toGlobalId('Report', 999_999, 1)];
      const answers = await Promise.all([report, ...absent].map((id) => publish(who, { report: id })));
      const said = answers.map(({ status, body }) => ({ status, data: body.data ?? null, errors: body.errors }));
      const code = role === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
      expect(said[0]).toMatchObject({ data: null, errors: [{ extensions: { code } }] });
      expect(said.slice(1)).toEqual([said[0], said[0]]);
      expect(await effects()).toEqual(NOTHING);
    },
  );

  it('publishes for an administrator, answers the report as it is now, and once', async () => {
    const answer = payload(await publish(keys.ADMIN));
    expect(answer).toEqual({
      report: { id: report, published: { version: 1 }, versions: [{ version: 1, state: 'PUBLISHED' }] },
      userErrors: [],
    });
    expect(await effects()).toEqual(ONCE);
    const again = payload(await publish(keys.ADMIN));
    expect(again.report).toBeNull();
    expect(again.userErrors).toMatchObject([{ code: 'ILLEGAL_STATE' }]);
    expect(await effects()).toEqual(ONCE);
  });

  it('says both versions where another has come since, and changes nothing', async () => {
    await bringIn(world.contextOf(LOCAL_OPERATOR), draft());
    for (const expectedVersion of [1, 3, 0, -1]) {
      const { report: answered, userErrors } = payload(await publish(keys.ADMIN, { expectedVersion }));
      expect(answered).toBeNull();
      expect(userErrors).toHaveLength(1);
      expect(userErrors[0]?.code).toBe('CONFLICT');
      for (const text of [userErrors[0]?.vi, userErrors[0]?.en])
        expect(text).toMatch(new RegExp(`${expectedVersion}\\b.*\\b2\\b`));
    }
    expect(await effects()).toEqual(NOTHING);
    expect(payload(await publish(keys.ADMIN, { expectedVersion: 2 })).report?.published).toEqual({ version: 2 });
  });

  it.each([
    ['a report that is not there', { report: toGlobalId('Report', provinceId, 999_999) }, 'NOT_FOUND'],
    ['an id beyond every column', { report: toGlobalId('Report', 99_999_999_999, 1) }, 'BAD_USER_INPUT'],
    ['what is no id', { report: 'none' }, 'BAD_USER_INPUT'],
    ['another thing’s id', { report: toGlobalId('Place', provinceId) }, 'BAD_USER_INPUT'],
    ['an empty reason', { reason: ' \n' }, 'BAD_USER_INPUT'],
    ['an empty key', { idempotencyKey: '' }, 'BAD_USER_INPUT'],
    ['a key too long', { idempotencyKey: 'k'.repeat(201) }, 'BAD_USER_INPUT'],
  ])('answers a user error for %s', async (_name, differences, code) => {
    const { report: answered, userErrors } = payload(await publish(keys.ADMIN, differences));
    expect([answered, userErrors.map((error) => error.code)]).toEqual([null, [code]]);
    expect(await effects()).toEqual(NOTHING);
  });

  it('replaces what was published, in one event that names both versions', async () => {
    await publish(keys.ADMIN);
    await bringIn(world.contextOf(LOCAL_OPERATOR), draft());
    const { report: answered } = payload(await publish(keys.ADMIN, { expectedVersion: 2 }));
    expect(answered?.versions).toEqual([
      { version: 1, state: 'REPLACED' },
      { version: 2, state: 'PUBLISHED' },
    ]);
    expect(
      await world.sql(`select version, replaced_version from event where type = 'REPORT_PUBLISHED' order by id`),
    ).toEqual([
      { version: 1, replaced_version: null },
      { version: 2, replaced_version: 1 },
    ]);
  });
});

describe('an idempotency key', () => {
  it.each(['input', 'header', 'header first, input later'])(
    'by %s: the same request gets the same answer, once',
    async (way) => {
      const byInput = { idempotencyKey: 'one' };
      const byHeader = { 'idempotency-key': 'one' };
      const first =
        way === 'input' ? await publish(keys.ADMIN, byInput) : await publish({ ...keys.ADMIN, ...byHeader });
      const second =
        way === 'header' ? await publish({ ...keys.ADMIN, ...byHeader }) : await publish(keys.ADMIN, byInput);
      expect(payload(first).report?.published).toEqual({ version: 1 });
      expect(second.body).toEqual(first.body);
      expect(await effects()).toEqual(ONCE);
    },
  );

  it('with another request is a conflict, and nothing happens', async () => {
    await publish(keys.ADMIN, { idempotencyKey: 'one' });
    for (const differences of [
      { reason: 'Lý do khác' },
      { expectedVersion: 2 },
      { report: toGlobalId('Report', provinceId, 999_999) },
    ]) {
      const { report: answered, userErrors } = payload(
        await publish(keys.ADMIN, { idempotencyKey: 'one', ...differences }),
      );
      expect([answered, userErrors.map(({ code }) => code)]).toEqual([null, ['IDEMPOTENCY_CONFLICT']]);
    }
    expect(await effects()).toEqual(ONCE);
  });

  it('belongs to its caller: another’s same key is another key', async () => {
    await publish(keys.ADMIN, { idempotencyKey: 'one' });
    expect(
      payload(await publish(keys.SECOND_ADMIN, { idempotencyKey: 'one' })).userErrors.map(({ code }) => code),
    ).toEqual(['ILLEGAL_STATE']);
  });

  it('is free again where the request failed', async () => {
    expect(payload(await publish(keys.ADMIN, { idempotencyKey: 'one', expectedVersion: 9 })).userErrors[0]?.code).toBe(
      'CONFLICT',
    );
    expect(payload(await publish(keys.ADMIN, { idempotencyKey: 'one' })).userErrors).toEqual([]);
    expect(await effects()).toEqual(ONCE);
  });

  it('makes twenty retries at once one effect with one answer', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => publish(keys.ADMIN, { idempotencyKey: 'many' })),
    );
    for (const answer of answers) expect(answer.body).toEqual(answers[0]?.body);
    expect(payload(answers[0] as WireAnswer).userErrors).toEqual([]);
    expect(await effects()).toEqual(ONCE);
  });

  it('is not needed: of twenty at once without one, one publishes and the others are told so', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => publish(keys.ADMIN)));
    const told = answers.map((answer) =>
      payload(answer)
        .userErrors.map(({ code }) => code)
        .join(),
    );
    expect(told.sort()).toEqual(['', ...Array.from({ length: 19 }, () => 'ILLEGAL_STATE')]);
    expect(await effects()).toEqual(ONCE);
  });
});

describe('a fault of the hub', () => {
  it('shows an id and nothing of SQL, tables, paths or the stack; the log has all of it under that id', async () => {
    await world.sql('alter table total rename to total_elsewhere');
    const answers = await Promise.all([
      publish(keys.ADMIN),
      edge.post(
        '{ indicatorTable(query: { indicators: ["LD_GU"], places: { codes: ["91"] }, periods: { keys: ["2026"] } }) { rows(first: 1) { totalCount } } }',
      ),
    ]).finally(() => world.sql('alter table total_elsewhere rename to total'));
    for (const { body, text } of answers) {
      const [error] = body.errors ?? [];
      expect(error?.extensions).toEqual({ code: 'INTERNAL', id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
      expect(text).not.toMatch(/total|select|insert|relation|src\/|\.ts|node_modules|stack|postgres|42P01/i);
      expect(edge.logged.find((line) => line.includes(String(error?.extensions['id'])))).toMatch(
        /relation \\"total\\" does not exist/,
      );
    }
    expect(await effects()).toEqual(NOTHING);
  });

  it('in the intake is answered in the same way', async () => {
    await world.sql('alter table stored_file rename to stored_file_elsewhere');
    const { name, bytes, form, organisation } = labourFile();
    const answer = await edge
      .intake({ name, bytes }, { form, organisation, place: '91', period: '2026-S1' }, keys.ADMIN)
      .finally(() => world.sql('alter table stored_file_elsewhere rename to stored_file'));
    expect(answer.status).toBe(500);
    expect(answer.body.errors?.[0]?.extensions.code).toBe('INTERNAL');
    expect(answer.text).not.toMatch(/stored_file|insert|relation|src\/|\.ts|node_modules/i);
  });
});
