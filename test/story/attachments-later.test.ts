import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { HEADS, pdfFile } from '../support/attachment-files.ts';
import {
  type AttachmentWorld,
  NARRATIVE,
  openAttachmentWorld,
  OTHER,
  type Part,
  SAID,
  SIGNED,
  type Who,
} from '../support/attachment-world.ts';
import type { WireAnswer } from '../support/graph-edge.ts';

let world: AttachmentWorld;
beforeAll(async () => {
  world = await openAttachmentWorld();
}, 60_000);
beforeEach(() => world.empty());
afterAll(() => world.close());

const bytesOf = ([, value]: Part): Buffer => (typeof value === 'string' ? Buffer.from(value) : value.bytes);
interface Attached {
  id: string | null;
  kind: string;
  outcome: string | null;
  sha256: string;
}
const attachedIn = ({ body }: WireAnswer): Attached[] => body['attachments'] as Attached[];
const codesIn = ({ body }: WireAnswer): string[] => (body['issues'] as { code: string }[]).map(({ code }) => code);
const later = (report: unknown, parts: readonly Part[], who: Who = 'officer'): Promise<WireAnswer> =>
  world.form(`/reports/${String(report)}/attachments`, parts, who);

describe('files sent after their workbook', () => {
  it('come to the latest version with one audit row and one event, and sent again change nothing', async () => {
    const { report } = (await world.send([])).body;
    const before = await world.counts();
    const answer = await later(report, SIGNED);
    expect([answer.status, answer.body['outcome'], answer.body['version']]).toEqual([200, 'ACCEPT', 1]);
    const after = await world.counts();
    expect(after).toEqual({ ...before, attachment: 1, stored_file: 2, audit: 2, event: 2 });
    expect(await world.sql('select type, version, exposure from event order by id desc limit 1')).toEqual([
      { type: 'REPORT_ATTACHED', version: 1, exposure: 0 },
    ]);
    expect(
      attachedIn(await later(report, [...SIGNED, ['expectedVersion', '1']])).map(({ outcome }) => outcome),
    ).toEqual(['UNCHANGED']);
    expect(await world.counts()).toEqual(after);
    expect(attachedIn(await later(report, [NARRATIVE, ['dryRun', 'true']]))).toMatchObject([{ id: null }]);
    expect(await world.counts()).toEqual(after);
  });

  it('are refused all together, and of that only who, what for and why stays', async () => {
    const { report } = (await world.send([])).body;
    const before = await world.counts();
    const answer = await later(report, [NARRATIVE, ['attachment', { name: 'x.pdf', bytes: HEADS.html }]]);
    expect([answer.status, codesIn(answer)]).toEqual([422, ['ATTACHMENT_KIND']]);
    expect(await world.counts()).toEqual({ ...before, audit: 2 });
  });

  it('replace the signed document until the version has been submitted, and never overwrite it', async () => {
    const { report, version } = (await world.send(SIGNED)).body;
    const corrected: Part[] = [['signed', { name: 'b.pdf', bytes: pdfFile('bản ký lại') }], ...SAID];
    expect(attachedIn(await later(report, corrected)).map(({ outcome }) => outcome)).toEqual(['NEW']);
    expect(await world.sql('select ended_at is null as current from attachment order by id')).toEqual([
      { current: false },
      { current: true },
    ]);
    await world.bringTo('SUBMITTED');
    const refused = await later(report, SIGNED);
    expect([refused.status, refused.body.errors?.[0]?.extensions.code]).toEqual([400, 'ILLEGAL_STATE']);
    expect((await later(report, [NARRATIVE])).status).toBe(200);
    expect(version).toBe(1);
  });

  it('are for those who report', async () => {
    const { report } = (await world.send([])).body;
    await world.bringTo('SUBMITTED');
    const before = await world.counts();
    const who = ['anonymous', 'partner', 'analyst', 'neighbour', 'reviewer', 'other reviewer'] as const;
    const statuses: Record<string, number> = {};
    for (const one of who) statuses[one] = (await later(report, [OTHER], one)).status;
    expect(statuses).toEqual({
      anonymous: 401,
      partner: 404,
      analyst: 404,
      neighbour: 404,
      reviewer: 403,
      'other reviewer': 404,
    });
    const statusesOf = await Promise.all([
      later('UmVwb3J0OjE', [OTHER]),
      later(report, []),
      later(report, [OTHER, ['expectedVersion', '2']]),
      later(report, [['file', { name: 'x.csv', bytes: Buffer.from('x') }]]),
    ]);
    expect(statusesOf.map(({ status }) => status)).toEqual([404, 400, 409, 400]);
    expect(await world.counts()).toEqual(before);
  });
});

describe('a form with files', () => {
  const many = (count: number): Part[] =>
    Array.from({ length: count }, (_, at) => ['attachment', { name: `${at}.pdf`, bytes: pdfFile(String(at)) }]);

  it('has one workbook, one signed document and ten other files, and says what is too much', async () => {
    expect((await world.send(many(10))).status).toBe(200);
    const refused = [
      await world.send(many(11)),
      await world.send([...SIGNED, SIGNED[0] as Part]),
      await world.send([['other', { name: 'b.csv', bytes: Buffer.from('x') }]]),
      await world.send([['attachment', { name: 'lớn.pdf', bytes: Buffer.alloc(20 * 1024 * 1024 + 1, '%PDF-') }]]),
      await world.send(many(3), 'anonymous'),
    ];
    expect(refused.map(({ status, body }) => [status, body.errors?.[0]?.extensions.code])).toEqual([
      [400, 'BAD_USER_INPUT'],
      [400, 'BAD_USER_INPUT'],
      [400, 'BAD_USER_INPUT'],
      [413, 'BODY_TOO_LARGE'],
      [401, 'UNAUTHENTICATED'],
    ]);
    expect((await world.send([NARRATIVE])).body.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect((await world.send(SAID)).status).toBe(422);
  });

  it('larger than 60 MB is refused before it is read', async () => {
    const { hostname, port } = new URL(world.edge.url);
    const status = await new Promise((resolve, reject) => {
      const headers = {
        ...world.keys.officer,
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': 60 * 1024 * 1024 + 1,
      };
      const sending = request(
        { hostname, port, path: '/intake', method: 'POST', agent: false, headers },
        (response) => {
          response.resume();
          resolve(response.statusCode);
          sending.destroy();
        },
      ).on('error', reject);
      sending.flushHeaders();
    });
    expect(status).toBe(413);
  });

  it('with the same bytes twice keeps them once', async () => {
    const twice: Part[] = [OTHER, OTHER, ['narrative', { name: 'b.pdf', bytes: bytesOf(OTHER) }]];
    expect(attachedIn(await world.send(twice)).map(({ kind }) => kind)).toEqual(['OTHER', 'NARRATIVE']);
    expect(await world.counts()).toMatchObject({ attachment: 2, stored_file: 2 });
  });
});
