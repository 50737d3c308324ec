import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { read } from '@e965/xlsx';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import { type AttachmentWorld, openAttachmentWorld, type Who } from '../support/attachment-world.ts';
import { womenFile } from '../support/bring-in.ts';
import { corpus } from '../support/corpus-truth.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let world: AttachmentWorld;
beforeAll(async () => {
  world = await openAttachmentWorld();
}, 60_000);
afterAll(() => world.close());

const clean = womenFile();
const wrong = { ...womenFile((text) => text.replaceAll('1.722;1.722', '1.722;chín trăm')), name: 'báo cáo 6T.csv' };
const twice = womenFile((text) =>
  text.replace('B;HỖ TRỢ', '4;Chi hội phụ nữ;chi hội;1720;1.722;1.722;1.683;\nB;HỖ TRỢ'),
);

interface Reply {
  status: number;
  headers: Headers;
  bytes: Buffer;
}

/** Sends a workbook as a browser would and answers what came back, whatever that is. */
async function send(
  file: { name: string; bytes: Buffer },
  more: { parts?: readonly (readonly [string, string])[]; accept?: string; who?: Who } = {},
): Promise<Reply> {
  const body = new FormData();
  const fields = { form: 'HPN-01', organisation: 'HPN-91', place: '91', period: '2026-S1' };
  for (const [name, value] of [...Object.entries(fields), ...(more.parts ?? [])]) body.append(name, value);
  body.append('file', new Blob([new Uint8Array(file.bytes)]), file.name);
  const headers = { ...world.keys[more.who ?? 'officer'], ...(more.accept ? { accept: more.accept } : {}) };
  const response = await fetch(`${world.edge.url}/intake`, { method: 'POST', headers, body });
  return replyOf(response);
}

async function replyOf(response: Response): Promise<Reply> {
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}

const json = ({ bytes }: Reply): Record<string, unknown> => JSON.parse(bytes.toString('utf8')) as never;
const typeOf = ({ headers }: Reply): string => headers.get('content-type') ?? '';
/** Comments of the first sheet, by cell. */
function commentsIn(bytes: Buffer): Record<string, string> {
  const book = read(bytes);
  const sheet: Record<string, { c?: { t?: string }[] }> = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  return Object.fromEntries(
    Object.entries(sheet).flatMap(([cell, { c = [] }]) => (c.length === 0 ? [] : [[cell, c.map(({ t }) => t).join()]])),
  );
}

describe('a workbook sent to POST /intake', () => {
  it('comes back with comments where that is asked for by a field, and the answer in short beside it', async () => {
    const plain = await send(wrong);
    expect([plain.status, typeOf(plain), plain.headers.get('intake-result')]).toEqual([
      422,
      'application/json; charset=utf-8',
      null,
    ]);
    const { issues, counts } = json(plain) as { issues: { cell: string; message: { vi: string } }[]; counts: object };
    const reply = await send(wrong, { parts: [['annotate', 'true']] });
    expect([reply.status, typeOf(reply)]).toEqual([422, XLSX]);
    expect(reply.headers.get('content-disposition')).toBe(
      `attachment; filename="bao_cao_6t.ghi-chu.xlsx"; filename*=UTF-8''${encodeURIComponent('báo cáo 6T.ghi-chu.xlsx')}`,
    );
    const result = JSON.parse(reply.headers.get('intake-result') ?? '') as { upload: string };
    expect(result).toEqual({
      outcome: 'REJECT',
      dryRun: false,
      upload: expect.any(String),
      report: null,
      version: null,
      counts,
      issues: issues.length,
    });
    const comments = commentsIn(reply.bytes);
    expect(issues.length).toBeGreaterThan(0);
    for (const { cell, message } of issues) expect(comments[cell]).toContain(message.vi);
    const again = await replyOf(await world.get(reply.headers.get('content-location') ?? '', 'officer'));
    expect([again.status, again.bytes.equals(reply.bytes)]).toEqual([200, true]);
    expect(again.headers.get('content-disposition')).toBe(reply.headers.get('content-disposition'));
  });

  it.each<[string | undefined, string | undefined, string]>([
    [XLSX, undefined, XLSX],
    [`application/json;q=0.5, ${XLSX}`, undefined, XLSX],
    [`application/json, ${XLSX};q=0.5`, undefined, 'application/json'],
    [`${XLSX};q=0`, undefined, 'application/json'],
    ['*/*', undefined, 'application/json'],
    [XLSX, 'false', 'application/json'],
    ['application/json', 'true', XLSX],
  ])('with Accept %s and annotate %s is answered as %s', async (accept, annotate, type) => {
    const parts = annotate === undefined ? [] : [['annotate', annotate] as const];
    const reply = await send(wrong, { parts, ...(accept === undefined ? {} : { accept }) });
    expect([reply.status, typeOf(reply).split(';')[0]]).toEqual([422, type]);
  });

  it('that is taken with warnings comes back with 200, and one without issues as JSON', async () => {
    const warned = await send(twice, { accept: XLSX });
    expect([warned.status, typeOf(warned)]).toEqual([200, XLSX]);
    const { outcome, version, report } = JSON.parse(warned.headers.get('intake-result') ?? '') as Record<
      string,
      unknown
    >;
    expect([outcome, version, typeof report]).toEqual(['ACCEPT_WITH_WARNINGS', 1, 'string']);
    expect(Object.keys(commentsIn(warned.bytes)).length).toBeGreaterThan(0);
    const sound = await send(clean, { accept: XLSX });
    expect([sound.status, typeOf(sound).split(';')[0], json(sound)['outcome']]).toEqual([
      200,
      'application/json',
      'ACCEPT',
    ]);
  });

  it('only tried out comes back as well, without a place where it would be kept', async () => {
    const before = await world.counts();
    const reply = await send(wrong, {
      parts: [
        ['annotate', 'true'],
        ['dryRun', 'true'],
      ],
    });
    expect([reply.status, typeOf(reply), reply.headers.get('content-location')]).toEqual([422, XLSX, null]);
    expect(JSON.parse(reply.headers.get('intake-result') ?? '')).toMatchObject({ dryRun: true, upload: null });
    expect(await world.counts()).toEqual(before);
  });

  it.each([
    ['with a stamp of secrecy', womenFile((text) => text.replace('Số: 108/BC-BTV', 'TỐI MẬT')), 'SECRET_MARKED'],
    [
      'that is a list of persons',
      {
        ...clean,
        bytes: Buffer.from(
          `DANH SÁCH HỘI VIÊN\nSTT;Họ và tên;Ngày sinh;Số CCCD\n${Array.from({ length: 30 }, (_, at) => `${at + 1};Nguyễn Thị ${'ABCDEĐGHIK'[at % 10]};0${(at % 9) + 1}/02/1980;0891800${String(10_000 + at)}`).join('\n')}\n`,
        ),
      },
      'PERSONAL_DATA',
    ],
    ['that is none', { ...clean, bytes: Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj') }, 'UNREADABLE_FILE'],
  ])('%s does not come back', async (_what, file, code) => {
    const reply = await send(file, { parts: [['annotate', 'true']] });
    expect([reply.status, typeOf(reply).split(';')[0]]).toEqual([422, 'application/json']);
    const { issues, upload } = json(reply) as { issues: { code: string }[]; upload: string };
    expect(issues.map((issue) => issue.code)).toEqual([code]);
    const later = await world.get(`/uploads/${upload}/annotated`, 'officer');
    expect([later.status, await later.text()]).toEqual([404, expect.stringContaining('NOT_FOUND')]);
  });
});

describe('the copy of a kept upload', () => {
  const uploadOf = async (file: typeof clean): Promise<string> => String(json(await send(file))['upload']);
  const urlOf = async (upload: string): Promise<unknown> => {
    const { body } = await world.edge.post(
      'query ($id: ID!) { node(id: $id) { ... on Upload { annotatedUrl } } }',
      { id: upload },
      world.keys.officer,
    );
    expect(body.errors).toBeUndefined();
    return (body.data as { node: { annotatedUrl: string | null } }).node.annotatedUrl;
  };

  it('is named by the graph where there is one', async () => {
    const refused = await uploadOf(wrong);
    expect(await urlOf(refused)).toBe(`/uploads/${refused}/annotated`);
    expect(await urlOf(await uploadOf(clean))).toBeNull();
    const secret = womenFile((text) => text.replace('Số: 108/BC-BTV', 'TỐI MẬT'));
    expect(await urlOf(await uploadOf(secret))).toBeNull();
  });

  it('is for the organisation and administrators; to anybody else, and where there is none, it is not there in the same words', async () => {
    const refused = await uploadOf(wrong);
    const path = `/uploads/${refused}/annotated`;
    for (const who of ['officer', 'leader', 'admin'] as const) {
      const reply = await replyOf(await world.get(path, who));
      expect([who, reply.status, typeOf(reply)]).toEqual([who, 200, XLSX]);
    }
    const told = new Set<string>();
    const asked: [string, Who][] = [
      ...(['reviewer', 'other reviewer', 'neighbour', 'analyst', 'partner', 'anonymous'] as const).map(
        (who): [string, Who] => [path, who],
      ),
      [`/uploads/${await uploadOf(clean)}/annotated`, 'officer'],
      [`/uploads/${toGlobalId('Upload', 2091, 999_999)}/annotated`, 'officer'],
      ['/uploads/__proto__/annotated', 'admin'],
    ];
    for (const [where, who] of asked) {
      const response = await world.get(where, who);
      told.add(`${response.status} ${response.headers.get('cache-control')} ${await response.text()}`);
    }
    expect([...told]).toEqual([expect.stringMatching(/^404 .*NOT_FOUND/)]);
  });

  it('of an Excel file has every cell of the original besides', async () => {
    const bytes = readFileSync(corpus('001-ldld-6t-clean.xlsx'));
    const book = read(bytes);
    const name = book.SheetNames[0] ?? '';
    // Sent in for another period than it says: wrong as a whole, and every cell of it is right.
    const body = new FormData();
    const fields = { form: 'LDLD-01', organisation: 'LDLD-91', place: '91', period: '2026-Q2', annotate: 'true' };
    for (const [field, value] of Object.entries(fields)) body.append(field, value);
    body.append('file', new Blob([new Uint8Array(bytes)]), 'x.XLSX');
    const reply = await replyOf(
      await fetch(`${world.edge.url}/intake`, { method: 'POST', headers: world.keys.admin, body }),
    );
    expect([reply.status, reply.headers.get('content-disposition')]).toEqual([
      422,
      `attachment; filename="x.ghi-chu.xlsx"; filename*=UTF-8''x.ghi-chu.xlsx`,
    ]);
    const valuesOf = (sheet: object): object =>
      Object.fromEntries(
        Object.entries(sheet as Record<string, { v?: unknown }>).flatMap(([cell, { v }]) =>
          cell.startsWith('!') || v === undefined || v === '' ? [] : [[cell, v]],
        ),
      );
    expect(valuesOf(read(reply.bytes).Sheets[name] ?? {})).toEqual(valuesOf(book.Sheets[name] ?? {}));
    expect(Object.values(commentsIn(reply.bytes)).join()).toContain('2026');
  });
});
