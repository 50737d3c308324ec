import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { read, utils, type WorkBook, write } from '@e965/xlsx';
import { corpus, rowCounts } from '../support/corpus-truth.ts';
import { cloneDatabase, type TestDatabase } from '../support/hub.ts';
import { type IntakeAnswer, send, type SentFields } from '../support/hub-client.ts';
import {
  dataFolder,
  dropFolder,
  hubOn,
  type RunningHub,
  runCommand,
  startHub,
  stopHub,
} from '../support/hub-process.ts';
import { testServer, withClient, withDatabase } from '../support/postgres.ts';

const TWO_MINUTES = 120_000;
const LDLD = { form: 'LDLD-01', organisation: 'LDLD-91', place: '91', period: '2026-S1' };
const TD = { form: 'TD-02X', organisation: 'TD-91', place: '91', period: '2026-S1' };
const HPN = { form: 'HPN-01', organisation: 'HPN-91', place: '91', period: '2026-S1' };

let database: TestDatabase;
let superUrl = '';
let folder = '';
let hub: RunningHub;
let admin = '';

beforeAll(async () => {
  database = await cloneDatabase();
  superUrl = withDatabase(testServer().superUrl, database.name);
  folder = dataFolder();
  const env = { ...hubOn(database, folder), HUB_DEMO: 'off' };
  hub = await startHub(env);
  admin = (await runCommand(env, ['key', 'create', '--role', 'ADMIN'])).stdout.trim();
}, TWO_MINUTES);

afterAll(async () => {
  await stopHub(hub);
  await database.drop();
  dropFolder(folder);
}, TWO_MINUTES);

/** A clean workbook with some cells of its first sheet changed. */
function changed(name: string, cells: Record<string, string | number>): Buffer {
  const book: WorkBook = read(readFileSync(corpus(name)), { cellStyles: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (!sheet) throw new Error(`${name} has no sheet.`);
  for (const [address, value] of Object.entries(cells)) utils.sheet_add_aoa(sheet, [[value]], { origin: address });
  return write(book, { type: 'buffer', bookType: 'xlsx' });
}

/** The clean CSV file with a text in it replaced. */
function rewritten(before: string, after: string): Buffer {
  const text = readFileSync(corpus('008-hpn-6t-semicolon.csv'), 'utf8');
  if (!text.includes(before)) throw new Error(`The file has no “${before}”.`);
  return Buffer.from(text.replace(before, after));
}

const XLSX = '001-ldld-6t-clean.xlsx';
const AREAS = '003-td-xa-91-merged.xlsx';
const clean = (name: string): Buffer => readFileSync(corpus(name));
const SECRET = 'TỐI MẬT';

interface Wrong {
  name: string;
  bytes: () => Buffer;
  as: SentFields;
  /** “CODE sheet!cell” of every error. */
  issues: string[];
  /** False where nothing but the hash and the code may be kept. */
  kept: boolean;
}

const wrongFiles: Wrong[] = [
  {
    name: 'letters where numbers belong, in three cells',
    bytes: () => changed(XLSX, { E11: 'một trăm', F13: 'mười hai', G12: '50.700.00' }),
    as: LDLD,
    issues: ['MALFORMED_NUMBER Biểu 01!E11', 'MALFORMED_NUMBER Biểu 01!F13', 'MALFORMED_NUMBER Biểu 01!G12'],
    kept: true,
  },
  {
    name: 'a commune that is not of the province',
    bytes: () => changed(AREAS, { B112: '00001', C112: 'Xã Không Có Thật' }),
    as: TD,
    issues: ['UNKNOWN_AREA Bieu 02!C112'],
    kept: true,
  },
  {
    name: 'a number below zero and a required cell left blank',
    bytes: () => changed(XLSX, { E11: '', F14: -5 }),
    as: LDLD,
    issues: [
      'BREAKDOWN_MISMATCH Biểu 01!F14',
      'CUMULATIVE_LESS_THAN_PERIOD Biểu 01!F14',
      'MISSING_REQUIRED Biểu 01!E11',
      'NEGATIVE_VALUE Biểu 01!F14',
    ],
    kept: true,
  },
  {
    name: 'no workbook at all',
    bytes: () => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'),
    as: HPN,
    issues: ['UNREADABLE_FILE'],
    kept: true,
  },
  {
    name: 'a stamp of secrecy',
    bytes: () => rewritten('Số: 108/BC-BTV', SECRET),
    as: HPN,
    issues: ['SECRET_MARKED'],
    kept: false,
  },
  {
    name: 'another period than the one printed',
    bytes: () => clean('008-hpn-6t-semicolon.csv'),
    as: { ...HPN, period: '2026-Q2' },
    issues: ['PERIOD_MISMATCH'],
    kept: true,
  },
  {
    name: 'the letterhead of another organisation',
    bytes: () => rewritten('HỘI LIÊN HIỆP PHỤ NỮ TỈNH AN GIANG', 'HỘI NÔNG DÂN TỈNH AN GIANG'),
    as: HPN,
    issues: ['WRONG_ORGANISATION'],
    kept: true,
  },
];

const told = ({ issues }: IntakeAnswer): string[] =>
  issues
    .filter(({ severity }) => severity === 'ERROR')
    .map(({ code, sheet, cell }) => (cell === null ? code : `${code} ${sheet}!${cell}`))
    .sort();

interface KeptUpload {
  state: string;
  file_name: string | null;
  byte_size: number | null;
  report_id: string | null;
  version: number | null;
  issues: Record<string, unknown>[];
  content: Buffer | null;
}

async function keptUpload(sha256: string): Promise<KeptUpload[]> {
  const sql = `select u.state, u.file_name, u.byte_size, u.report_id, u.version, u.issues, f.content from upload u
    left join stored_file f using (province_id, sha256, organisation_id) where u.sha256 = $1`;
  return withClient(superUrl, async (client) => (await client.query<KeptUpload>(sql, [sha256])).rows);
}

describe('a wrong file', () => {
  it.each(wrongFiles)('with $name is refused with all that is wrong and where, and leaves no figure', async (wrong) => {
    const bytes = wrong.bytes();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const before = await rowCounts(superUrl);
    const answer = await send(hub.url, { name: 'báo cáo.xlsx', bytes }, wrong.as, admin);
    expect([answer.status, answer.outcome, answer.report, answer.version]).toEqual([422, 'REJECT', null, null]);
    expect(told(answer)).toEqual(wrong.issues);
    for (const { message } of answer.issues) expect(message.vi).toBe(message.vi.normalize('NFC'));
    const after = await rowCounts(superUrl);
    const { upload = 0, audit = 0, stored_file = 0, period = 0 } = before;
    expect(after).toEqual({
      ...before,
      upload: upload + 1,
      audit: audit + 1,
      stored_file: stored_file + (wrong.kept ? 1 : 0),
      period: expect.any(Number),
    });
    expect((after['period'] ?? 0) - period).toBeLessThanOrEqual(2);
    const [kept, ...others] = await keptUpload(sha256);
    expect(others).toEqual([]);
    expect(kept).toMatchObject({ state: 'REFUSED', report_id: null, version: null });
    if (wrong.kept) {
      expect(kept?.content?.equals(bytes)).toBe(true);
      expect(kept?.file_name).toBe('báo cáo.xlsx');
      expect(kept?.issues).toEqual(answer.issues);
    } else {
      const [issue] = wrong.issues;
      expect(kept).toMatchObject({
        content: null,
        file_name: null,
        byte_size: null,
        issues: [{ code: issue, severity: 'ERROR' }],
      });
    }
  });

  it('that is secret leaves no word of itself anywhere in the database', async () => {
    const bytes = rewritten('Số: 108/BC-BTV', SECRET);
    await send(hub.url, { name: 'ten-tep-mat.csv', bytes }, HPN, admin);
    const everything = await withClient(superUrl, async (client) => {
      const { rows } = await client.query<{ all: string }>(
        `select (select coalesce(string_agg(u::text, ' '), '') from upload u) || (select string_agg(a::text, ' ') from audit a)
           || (select coalesce(string_agg(encode(content, 'escape'), ' '), '') from stored_file) as all`,
      );
      return rows[0]?.all ?? '';
    });
    expect(everything).toContain(createHash('sha256').update(bytes).digest('hex'));
    expect(everything).not.toContain('ten-tep-mat');
    expect(everything).not.toContain(SECRET);
  });
});

describe('a request that is no report', () => {
  const post = async (
    body: RequestInit['body'],
    headers: Record<string, string> = {},
  ): Promise<{ status: number; text: string }> => {
    const response = await fetch(`${hub.url}/intake`, {
      method: 'POST',
      headers: { authorization: `Bearer ${admin}`, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    return { status: response.status, text: await response.text() };
  };
  const form = (fields: Record<string, string>, files = 1): FormData => {
    const made = new FormData();
    for (const [name, value] of Object.entries(fields)) made.set(name, value);
    for (let at = 0; at < files; at++) made.append('file', new Blob(['x']), 'x.csv');
    return made;
  };
  const multipart = 'multipart/form-data; boundary=b';

  it.each<[string, number, string, () => Promise<{ status: number; text: string }>]>([
    ['without a key', 401, 'UNAUTHENTICATED', () => post(form({ ...HPN }), { authorization: '' })],
    ['with a wrong key', 401, 'UNAUTHENTICATED', () => post(form({ ...HPN }), { authorization: 'Bearer phoihop_no' })],
    ['with fields missing', 400, 'organisation, period', () => post(form({ form: 'HPN-01', place: '91' }))],
    ['without a file', 400, 'BAD_USER_INPUT', () => post(form({ ...HPN }, 0))],
    ['with two files', 400, 'BAD_USER_INPUT', () => post(form({ ...HPN }, 2))],
    [
      'for things the hub does not know',
      400,
      'BAD_USER_INPUT',
      () => post(form({ form: 'X-99', organisation: 'HPN-00', place: '00', period: '2026-S3' })),
    ],
    ['that is JSON', 415, 'UNSUPPORTED_MEDIA_TYPE', () => post('{}', { 'content-type': 'application/json' })],
    ['without a boundary', 400, 'BAD_USER_INPUT', () => post('x', { 'content-type': 'multipart/form-data' })],
    ['that is empty', 400, 'BAD_USER_INPUT', () => post('', { 'content-type': multipart })],
    [
      'that is broken off',
      400,
      'BAD_USER_INPUT',
      () =>
        post('--b\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\nabc', {
          'content-type': multipart,
        }),
    ],
    [
      'with a file of 21 MB',
      413,
      'BODY_TOO_LARGE',
      () => {
        const big = form({ ...HPN }, 0);
        big.set('file', new Blob([new Uint8Array(21 * 1024 * 1024)]), 'x.csv');
        return post(big);
      },
    ],
  ])('%s is answered with %i and leaves nothing', async (_name, status, says, request) => {
    const before = await rowCounts(superUrl);
    const answer = await request();
    expect(answer).toEqual({ status, text: expect.stringContaining(says) });
    expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ extensions: { code: expect.any(String) } }] });
    expect(await rowCounts(superUrl)).toEqual(before);
  });

  it(
    'by an officer of another organisation is forbidden',
    async () => {
      const env = { ...hubOn(database, folder) };
      const key = await runCommand(env, ['key', 'create', '--role', 'OFFICER', '--organisation', 'LDLD-91']);
      const before = await rowCounts(superUrl);
      const answer = await send(
        hub.url,
        { name: 'x.csv', bytes: clean('008-hpn-6t-semicolon.csv') },
        HPN,
        key.stdout.trim(),
      );
      expect(answer.status).toBe(403);
      expect(await rowCounts(superUrl)).toEqual(before);
    },
    TWO_MINUTES,
  );
});
