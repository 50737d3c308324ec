import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { read } from '@e965/xlsx';
import { fillings, templateInput } from '../support/form-template.ts';
import { filledIn } from '../support/fill-workbook.ts';
import { type GraphEdge, openGraphEdge, type WireAnswer } from '../support/graph-edge.ts';
import { type GraphWorld, openGraphWorld } from '../support/graph-world.ts';

const QUERY = `query ($form: String!, $organisation: String!, $place: String!, $period: String!) {
  formWorkbook(form: $form, organisation: $organisation, place: $place, period: $period) {
    fileName mediaType byteSize sha256 content prefilled formVersion
    form { code } organisation { code } place { code } period { key dataFrom dataTo }
  }
}`;
const ASKED = { form: 'LDLD-01', organisation: 'LDLD-91', place: '91', period: '2026-Q3' };
const PATH = '/forms/LDLD-01/workbook?organisation=LDLD-91&place=91&period=2026-Q3';

interface Answered {
  fileName: string;
  mediaType: string;
  byteSize: number;
  sha256: string;
  content: string;
  prefilled: number;
}

let world: GraphWorld;
let edge: GraphEdge;
let officer: { authorization: string };
let neighbour: { authorization: string };
let analyst: { authorization: string };
let admin: { authorization: string };

const workbook = async (key: object, changes: Partial<typeof ASKED> = {}): Promise<Answered> =>
  (await edge.post(QUERY, { ...ASKED, ...changes }, { ...key })).body.data?.['formWorkbook'] as Answered;
const refused = (answer: WireAnswer): unknown => answer.body.errors?.map(({ extensions }) => extensions.code);
const cellsOf = (made: Answered): Record<string, unknown> => {
  const book = read(Buffer.from(made.content, 'base64'), { type: 'buffer' });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  return Object.fromEntries(Object.entries(sheet).map(([address, cell]) => [address, (cell as { v?: unknown }).v]));
};

/** Fills the template of a period in, sends it and, where asked for, publishes it. `change` replaces single cells. */
async function report(period: string, change: Record<string, number>, publish: boolean): Promise<void> {
  const made = await workbook(officer, { period });
  const before = cellsOf(made);
  const values = fillings(templateInput('LDLD-01', period))
    .filter(({ cell }) => before[cell] === undefined)
    .map(({ cell, typed }) => ({ cell, typed: change[cell] ?? typed }));
  const bytes = filledIn(Buffer.from(made.content, 'base64'), values);
  const sent = await edge.intake({ name: made.fileName, bytes }, { ...ASKED, period }, officer);
  expect(sent.body).toMatchObject({ outcome: 'ACCEPT', issues: [] });
  if (!publish) return;
  const mutation = 'mutation ($input: PublishReportInput!) { publishReport(input: $input) { userErrors { code } } }';
  const input = { report: sent.body['report'], expectedVersion: sent.body['version'], reason: 'test' };
  const answer = await edge.post(mutation, { input }, admin);
  expect(answer.body.data?.['publishReport']).toEqual({ userErrors: [] });
}

beforeAll(async () => {
  world = await openGraphWorld();
  edge = await openGraphEdge(world);
  const idOf = async (code: string): Promise<{ organisationId: number }> => {
    const [row] = await world.sql<{ id: number }>('select id from organisation where code = $1 and valid_to is null', [
      code,
    ]);
    return { organisationId: row?.id ?? 0 };
  };
  officer = await edge.keyOf('OFFICER', await idOf('LDLD-91'));
  neighbour = await edge.keyOf('OFFICER', await idOf('HPN-91'));
  analyst = await edge.keyOf('ANALYST');
  admin = await edge.keyOf('ADMIN');
  await report('2025-Q3', { E13: 1111 }, true);
  await report('2026-Q1', { D13: 7000 }, true);
  await report('2026-Q2', { E13: 2222 }, true);
  await report('2026-05', { D13: 9999 }, false);
}, 180_000);

afterAll(async () => {
  await edge.close();
  await world.close();
});

describe('a form to be filled in', () => {
  it('comes over HTTP and over GraphQL with the same bytes, and says what they are', async () => {
    const made = await workbook(officer);
    const response = await fetch(edge.url + PATH, { headers: officer });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.status).toBe(200);
    expect(bytes.toString('base64')).toBe(made.content);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(made.sha256);
    expect(made).toMatchObject({
      fileName: 'LDLD-01_LDLD-91_91_2026-Q3.xlsx',
      byteSize: bytes.length,
      formVersion: 1,
      form: { code: 'LDLD-01' },
      organisation: { code: 'LDLD-91' },
      place: { code: '91' },
      period: { key: '2026-Q3', dataFrom: '2026-06-15', dataTo: '2026-09-14' },
    });
    const headers = ['content-type', 'content-length', 'repr-digest', 'cache-control'].map((name) =>
      response.headers.get(name),
    );
    const digest = Buffer.from(made.sha256, 'hex').toString('base64');
    expect(headers).toEqual([made.mediaType, String(bytes.length), `sha-256=:${digest}:`, 'no-store']);
    expect(response.headers.get('content-disposition')).toContain("filename*=UTF-8''LDLD-01_LDLD-91_91_2026-Q3.xlsx");
  });

  it('has the letterhead of the organisation and of the body it belongs to', async () => {
    const cells = cellsOf(await workbook(officer));
    expect([cells['A2'], cells['A3'], cells['A5'], cells['A6'], cells['A7']]).toEqual([
      'ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH AN GIANG',
      'LIÊN ĐOÀN LAO ĐỘNG TỈNH AN GIANG',
      'BÁO CÁO KẾT QUẢ HOẠT ĐỘNG CÔNG ĐOÀN',
      'Kỳ báo cáo: quý III/2026',
      '(Số liệu từ ngày 15/6/2026 đến ngày 14/9/2026)',
    ]);
  });

  it('has the published targets of the year, the numbers of the year before and, beside them, of the period before', async () => {
    const made = await workbook(officer);
    const cells = cellsOf(made);
    // The rows of the form are 11 to 40. D: the target of the published quarters, not of the draft; G: the third quarter of 2025; H: the second of 2026.
    expect([cells['D13'], cells['E13'], cells['F13'], cells['G13'], cells['H13']]).toEqual([
      7000,
      undefined,
      undefined,
      1111,
      2222,
    ]);
    const filled = Object.entries(cells).filter(
      ([address, value]) => /^[DG](?:1[1-9]|[23]\d|40)$/.test(address) && value !== undefined,
    );
    expect(made.prefilled).toBe(filled.length);
  });

  it('is filled in by an administrator too, and empty for keys that do not report for the organisation', async () => {
    const [own, whole, other, reader] = await Promise.all(
      [officer, admin, neighbour, analyst].map((key) => workbook(key)),
    );
    expect(whole?.sha256).toBe(own?.sha256);
    expect(other).toMatchObject({ prefilled: 0 });
    expect(reader?.sha256).toBe(other?.sha256);
    expect(Object.values(cellsOf(other ?? ({} as Answered)))).not.toContain(7000);
  });

  it('comes empty to callers without a key, the same as to a partner', async () => {
    const [nobody, partner] = [await workbook({}), await workbook(await edge.keyOf('PARTNER'))];
    expect(nobody).toMatchObject({ prefilled: 0 });
    expect(partner).toEqual(nobody);
    const response = await fetch(edge.url + PATH);
    expect(Buffer.from(await response.arrayBuffer()).toString('base64')).toBe(nobody.content);
  });

  it('is made four times a request and no more', async () => {
    const fields = [1, 2, 3, 4, 5].map(
      (at) =>
        `w${at}: formWorkbook(form: "LDLD-01", organisation: "LDLD", place: "91", period: "2026-0${at}") { sha256 }`,
    );
    const four = await edge.post(`{ ${fields.slice(1).join(' ')} }`);
    expect(Object.keys(four.body.data ?? {})).toHaveLength(4);
    expect(refused(await edge.post(`{ ${fields.join(' ')} }`))).toEqual(['BAD_USER_INPUT']);
  });

  it('is refused with everything that is unknown at once', async () => {
    const changes = { form: 'LDLD-99', organisation: 'LDLD-98', place: '91', period: '2026-S2' };
    const [error] = (await edge.post(QUERY, { ...ASKED, ...changes }, officer)).body.errors ?? [];
    expect(error?.extensions.code).toBe('BAD_USER_INPUT');
    expect(error?.message).toMatch(/^Không lập được biểu mẫu: .*“2026-S2”.*“LDLD-99”.* \/ The form cannot be made: /);
    const other = await edge.post(QUERY, { ...ASKED, organisation: 'HPN-91' }, officer);
    expect(other.body.errors?.[0]?.message).toContain('LDLD-01');
  });

  it('is refused over HTTP by the path, the method and the parameters that are missing', async () => {
    const get = (path: string, method = 'GET'): Promise<Response> =>
      fetch(edge.url + path, { method, headers: officer });
    const bare = await get('/forms/LDLD-01/workbook?place=91');
    expect([bare.status, await bare.text()]).toEqual([400, expect.stringContaining('organisation, period')]);
    expect((await get(PATH.replace('2026-Q3', '2026-Q9'))).status).toBe(400);
    const posted = await get(PATH, 'POST');
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET']);
    expect((await get('/forms/LDLD-01/page')).status).toBe(404);
  });
});
