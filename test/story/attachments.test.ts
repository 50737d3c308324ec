import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { docxFile, HEADS, pdfFile, run } from '../support/attachment-files.ts';
import {
  type AttachmentWorld,
  NARRATIVE,
  openAttachmentWorld,
  OTHER,
  type Part,
  SAID,
  SIGNED,
} from '../support/attachment-world.ts';
import { womenFile } from '../support/bring-in.ts';
import type { WireAnswer } from '../support/graph-edge.ts';

let world: AttachmentWorld;
beforeAll(async () => {
  world = await openAttachmentWorld();
}, 60_000);
beforeEach(() => world.empty());
afterAll(() => world.close());

const bytesOf = ([, value]: Part): Buffer => (typeof value === 'string' ? Buffer.from(value) : value.bytes);
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
interface Attached {
  id: string | null;
  kind: string;
  outcome: string | null;
  sha256: string;
}
const attachedIn = ({ body }: WireAnswer): Attached[] => body['attachments'] as Attached[];
const codesIn = ({ body }: WireAnswer): string[] => (body['issues'] as { code: string }[]).map(({ code }) => code);
const ALL = [...SIGNED, NARRATIVE, OTHER];
const wrong = womenFile((text) => text.replaceAll('1.722;1.722', '1.722;chín trăm'));
const other = womenFile((text) => text.replaceAll('1.722;1.722', '1.725;1.725'));
describe('a workbook sent with its signed document and other files', () => {
  it('makes a version that has them, told by the graph and given back byte by byte', async () => {
    const answer = await world.send(ALL);
    expect([answer.status, answer.body['outcome'], answer.body['version']]).toEqual([200, 'ACCEPT', 1]);
    expect(attachedIn(answer).map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual([
      'SIGNED_DOCUMENT NEW',
      'NARRATIVE NEW',
      'OTHER NEW',
    ]);
    const graph = await world.edge.post(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ...on Upload { fileUrl attachments { id } } ...on Report { versions { fileUrl attachments {
        id kind fileName mediaType byteSize sha256 url document { number type date subject signer signerOffice } } } } } }`,
      { ids: [answer.body['upload'], answer.body['report']] },
      world.keys.officer,
    );
    expect(graph.body.errors).toBeUndefined();
    const [upload, report] = (graph.body.data ?? {})['nodes'] as [Uploaded, { versions: Uploaded[] }];
    const [version] = report.versions;
    expect(
      version?.attachments.map(({ kind, fileName, mediaType }) => [kind, fileName, mediaType.split('/')[1]]),
    ).toEqual([
      ['SIGNED_DOCUMENT', 'báo cáo ký số.pdf', 'pdf'],
      ['NARRATIVE', 'lời.docx', 'vnd.openxmlformats-officedocument.wordprocessingml.document'],
      ['OTHER', 'ảnh chụp.pdf', 'pdf'],
    ]);
    expect(version?.attachments.map(({ document }) => document)).toEqual([
      {
        number: '125/BC-HPN',
        type: 'BC',
        date: '2026-06-20',
        subject: 'Kết quả công tác Hội 6 tháng đầu năm 2026',
        signer: 'Nguyễn Thị Ký',
        signerOffice: 'Chủ tịch',
      },
      null,
      null,
    ]);
    expect(upload.attachments.map(({ id }) => id)).toEqual(version?.attachments.map(({ id }) => id));
    expect(upload.fileUrl).toBe(version?.fileUrl);
    const sent = [womenFile().bytes, ...ALL.filter(([, value]) => typeof value !== 'string').map(bytesOf)];
    const paths = [upload.fileUrl, ...(version?.attachments.map(({ url }) => url) ?? [])];
    for (const [at, path] of paths.entries()) {
      const response = await world.get(path, 'officer');
      const bytes = Buffer.from(await response.arrayBuffer());
      expect([path, response.status, bytes.equals(sent[at] ?? Buffer.alloc(0))]).toEqual([path, 200, true]);
      expect(response.headers.get('etag')).toBe(`"${sha256(bytes)}"`);
    }
  });
  interface Uploaded {
    fileUrl: string;
    attachments: {
      id: string;
      kind: string;
      fileName: string;
      mediaType: string;
      url: string;
      document: object | null;
    }[];
  }

  it('leaves one audit row and one event, all in one transaction', async () => {
    await world.send(ALL);
    expect(await world.counts()).toMatchObject({
      upload: 1,
      report_version: 1,
      attachment: 3,
      stored_file: 4,
      audit: 1,
      event: 1,
    });
    const [trace] = await world.sql<{ detail: { attachments: { kind: string; sha256: string }[] } }>(
      'select detail from audit',
    );
    expect(trace?.detail.attachments.map(({ kind }) => kind)).toEqual(['SIGNED_DOCUMENT', 'NARRATIVE', 'OTHER']);
    const xmins = await world.sql(
      'select xmin::text from attachment union select xmin::text from upload union select xmin::text from audit union select xmin::text from event',
    );
    expect(xmins).toHaveLength(1);
  });

  it('sent again, by another officer and six times at once, changes nothing', async () => {
    const first = await world.send(ALL);
    const { upload = 0, audit = 0, ...rest } = await world.counts();
    const again = await Promise.all(
      Array.from({ length: 6 }, (_, at) => world.send(ALL, at % 2 === 0 ? 'officer' : 'leader')),
    );
    for (const answer of again) {
      expect([answer.status, answer.status === 200 || answer.text, answer.body['version']]).toEqual([200, true, 1]);
      expect(attachedIn(answer).map(({ id, outcome }) => [id, outcome])).toEqual(
        attachedIn(first).map(({ id }) => [id, 'UNCHANGED']),
      );
    }
    expect(await world.counts()).toEqual({ ...rest, upload: upload + 6, audit: audit + 6 });
  });

  it('is tried out without a trace', async () => {
    const before = await world.counts();
    const answer = await world.send([...ALL, ['dryRun', 'true']]);
    expect([answer.status, answer.body['outcome'], answer.body['upload']]).toEqual([200, 'ACCEPT', null]);
    expect(attachedIn(answer).map(({ id, outcome }) => [id, outcome])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
    expect(
      (await world.send([...SIGNED, ['attachment', { name: 'x.exe', bytes: HEADS.windows }], ['dryRun', 'true']]))
        .status,
    ).toBe(422);
    expect(await world.counts()).toEqual(before);
  });

  it('is refused as a whole where one of them is wrong, and all that is wrong is said at once', async () => {
    const parts: Part[] = [
      ...SIGNED.filter(([name]) => name !== 'documentDate'),
      ['documentDate', '31/06/2026'],
      NARRATIVE,
      ['attachment', { name: 'macro.docx', bytes: docxFile([run('x')], { 'word/vbaProject.bin': 'x' }) }],
      ['attachment', { name: 'khóa.pdf', bytes: pdfFile('x', '/Encrypt 1 0 R') }],
    ];
    const answer = await world.send(parts, 'officer', wrong);
    expect(answer.status).toBe(422);
    expect(codesIn(answer)).toEqual(
      expect.arrayContaining(['MALFORMED_NUMBER', 'DOCUMENT_DATE', 'MACROS', 'ENCRYPTED_FILE']),
    );
    const sound = await world.send(parts);
    expect([sound.status, sound.body['outcome'], sound.body['version']]).toEqual([422, 'REJECT', null]);
    expect(await world.counts()).toMatchObject({
      upload: 2,
      report: 0,
      figure: 0,
      attachment: 0,
      stored_file: 2,
      audit: 2,
      event: 0,
    });
    const kept = await world.sql<{ state: string; codes: string[] }>(
      `select state, array(select jsonb_array_elements(issues) ->> 'code' order by 1) as codes from upload order by id desc limit 1`,
    );
    expect(kept).toEqual([{ state: 'REFUSED', codes: ['DOCUMENT_DATE', 'ENCRYPTED_FILE', 'MACROS'] }]);
  });

  it('is refused with the workbook, and then nothing that came along is kept', async () => {
    const answer = await world.send(ALL, 'officer', wrong);
    expect([answer.status, attachedIn(answer).map(({ id }) => id)]).toEqual([422, [null, null, null]]);
    expect(await world.counts()).toMatchObject({ upload: 1, attachment: 0, stored_file: 1 });
  });

  it('with a stamp of secrecy in one of them is refused, and neither its bytes nor its name are anywhere', async () => {
    const secret: Part = ['narrative', { name: 'chuyên án X.docx', bytes: docxFile([run('TỐI MẬT')]) }];
    const answer = await world.send([...SIGNED, secret]);
    expect([answer.status, codesIn(answer)]).toEqual([422, ['SECRET_MARKED']]);
    expect(answer.text).not.toContain('chuyên án');
    const everything = await world.sql(`select u::text as row from upload u union all select a::text from audit a`);
    expect(JSON.stringify(everything)).not.toContain('chuyên án');
    expect(await world.counts()).toMatchObject({ attachment: 0, stored_file: 1 });
  });

  it('is taken back as a whole where the last step fails', async () => {
    const before = await world.counts();
    await world.sql(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'at the last moment'; end $$;
      create constraint trigger refuse after insert on event deferrable initially deferred for each row execute function refuse()`);
    const answer = await world.send(ALL);
    await world.sql('drop trigger refuse on event; drop function refuse()');
    expect([answer.status, answer.body.errors?.[0]?.extensions.code]).toEqual([500, 'INTERNAL']);
    expect(await world.counts()).toEqual(before);
  });

  it('warns where its number goes with another report, and names that', async () => {
    const first = await world.send([...SIGNED, ['period', '2026-Q1']], 'officer', womenFile(forQuarter));
    const another: Part[] = [['signed', { name: 'b.pdf', bytes: pdfFile('bản khác') }], ...SAID];
    const second = await world.send(another);
    expect([first.status, second.status, second.body['outcome']]).toEqual([200, 200, 'ACCEPT_WITH_WARNINGS']);
    const said = ({ body }: WireAnswer): string[] =>
      (body['issues'] as { code: string; message: { vi: string } }[]).map(
        ({ code, message }) => `${code} ${message.vi}`,
      );
    expect(said(second)).toEqual([expect.stringMatching(/^DUPLICATE_DOCUMENT .*HPN-01 2026-Q1 v1/)]);
    expect(said(second)[0]).toContain(String(first.body['report']));
    // The paper of a report goes along with its next version.
    expect(said(await world.send(another, 'officer', other))).toEqual(said(second));
  });
  const forQuarter = (text: string): string =>
    text
      .replace('6 tháng đầu năm 2026', 'quý I năm 2026')
      .replace('15/12/2025 đến ngày 14/6/2026', '15/12/2025 đến ngày 14/3/2026');
});
