import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import { pdfFile } from '../support/attachment-files.ts';
import { type AttachmentWorld, NARRATIVE, openAttachmentWorld, SAID, type Who } from '../support/attachment-world.ts';

let world: AttachmentWorld;
/** More than one stretch of a download. */
const scan = Buffer.concat([pdfFile('quét'), randomBytes(5 * 1024 * 1024), Buffer.from('\n%%EOF\n')]);
const name = 'Báo cáo “ký số” (bản 1)!.pdf';
let report = '';
let upload = '';
let signed = '';
let narrative = '';

beforeAll(async () => {
  world = await openAttachmentWorld();
  const { body } = await world.send([['signed', { name, bytes: scan }], ...SAID, NARRATIVE]);
  [report, upload] = [String(body['report']), String(body['upload'])];
  [signed = '', narrative = ''] = (body['attachments'] as { id: string }[]).map(({ id }) => id);
}, 60_000);
afterAll(() => world.close());

const EVERYBODY: Who[] = [
  'officer',
  'leader',
  'admin',
  'reviewer',
  'other reviewer',
  'neighbour',
  'analyst',
  'partner',
  'anonymous',
];
const STATES = ['DRAFT', 'SUBMITTED', 'PUBLISHED'] as const;
type State = (typeof STATES)[number];

/** Who may have the bytes, in other words than the code’s. */
const mayFetch = (who: Who, state: State): boolean =>
  ['officer', 'leader', 'admin'].includes(who) || (who === 'reviewer' && state !== 'DRAFT');

describe('the bytes of a report', () => {
  it.each(STATES)(
    'are for the organisation, its reviewers from the submission on, and administrators: %s',
    async (state) => {
      await world.bringTo(state);
      const found: Record<string, number[]> = {};
      const wanted: Record<string, number[]> = {};
      for (const who of EVERYBODY) {
        found[who] = [];
        for (const path of [`/uploads/${upload}/file`, `/attachments/${signed}`, `/attachments/${narrative}`]) {
          const response = await world.get(path, who);
          await response.arrayBuffer();
          found[who].push(response.status);
        }
        wanted[who] = Array.from({ length: 3 }, () => (mayFetch(who, state) ? 200 : 404));
      }
      expect(found).toEqual(wanted);
    },
  );

  it('are not there in the same words, whether there is nothing or nothing for the caller', async () => {
    await world.bringTo('PUBLISHED');
    const nothing = [
      `/attachments/${signed}`,
      `/attachments/${toGlobalId('Attachment', 2091, 999)}`,
      `/attachments/${upload}`,
      '/attachments/x',
      `/attachments/${toGlobalId('Attachment', 2091, '9'.repeat(15))}`,
      `/uploads/${upload}/file`,
      `/uploads/${toGlobalId('Upload', 2091, 999)}/file`,
      '/uploads/__proto__/file',
    ];
    const answers = new Set<string>();
    for (const path of nothing) {
      const response = await world.get(path, 'neighbour');
      answers.add(`${response.status} ${response.headers.get('cache-control')} ${await response.text()}`);
    }
    expect([...answers]).toEqual([expect.stringContaining('NOT_FOUND')]);
  });

  it('come exactly, under their own name, to be saved and not shown', async () => {
    const response = await world.get(`/attachments/${signed}`, 'reviewer');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(scan.length),
      etag: `"${createHash('sha256').update(scan).digest('hex')}"`,
      'content-disposition': `attachment; filename="bao_cao_ky_so_ban_1_.pdf"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20%E2%80%9Ck%C3%BD%20s%E1%BB%91%E2%80%9D%20%28b%E1%BA%A3n%201%29%21.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
    });
    expect(Buffer.from(await response.arrayBuffer()).equals(scan)).toBe(true);
    const again = await world.get(`/attachments/${signed}`, 'reviewer', {
      'if-none-match': response.headers.get('etag') ?? '',
    });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('of the workbook have a name of the hub’s for reviewers, who are not told the sender’s', async () => {
    const namesOf = async (who: Who): Promise<string | null> =>
      (await world.get(`/uploads/${upload}/file`, who)).headers.get('content-disposition');
    expect(await namesOf('officer')).toContain('008-hpn-6t-semicolon.csv');
    expect(await namesOf('reviewer')).toContain('filename="hpn-01_2026-s1_v1.csv"');
  });

  it('open to no key that is not one', async () => {
    const response = await world.get(`/attachments/${signed}`, 'anonymous', { authorization: 'Bearer phoihop_none' });
    expect(response.status).toBe(401);
  });
});

const QUERY = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Report { versions { fileUrl attachments { ...parts } } } ... on Attachment { ...parts } } }
  fragment parts on Attachment { kind sha256 byteSize fileName url document { number subject signer } }`;
interface Parts {
  kind: string;
  byteSize: number;
  fileName: string | null;
  url: string | null;
  document: { number: string; subject: string; signer: string | null } | null;
}

async function told(
  who: Who,
): Promise<{ kinds: string[]; nodes: number; signed: Parts | undefined; fileUrl: unknown; restricted: string[] }> {
  const { body } = await world.edge.post(QUERY, { ids: [report, signed, narrative] }, world.keys[who]);
  const [found, ...nodes] = (body.data ?? {})['nodes'] as [
    { versions: { fileUrl: string | null; attachments: Parts[] }[] } | null,
    Parts | null,
    Parts | null,
  ];
  const version = found?.versions[0];
  for (const error of body.errors ?? []) expect(error.extensions.code).toBe('RESTRICTED');
  return {
    kinds: version?.attachments.map(({ kind }) => kind) ?? [],
    nodes: nodes.filter((node) => node !== null).length,
    signed: version?.attachments[0],
    fileUrl: version?.fileUrl ?? null,
    restricted: [...new Set((body.errors ?? []).map(({ path }) => String(path?.at(-1))))].sort(),
  };
}

describe('the graph', () => {
  it('tells those who may fetch everything', async () => {
    for (const [state, who] of [
      ['DRAFT', 'officer'],
      ['DRAFT', 'admin'],
      ['SUBMITTED', 'reviewer'],
      ['PUBLISHED', 'leader'],
      ['PUBLISHED', 'reviewer'],
    ] as const) {
      await world.bringTo(state);
      expect([state, who, await told(who)]).toEqual([
        state,
        who,
        {
          kinds: ['SIGNED_DOCUMENT', 'NARRATIVE'],
          nodes: 2,
          signed: expect.objectContaining({
            fileName: name,
            url: `/attachments/${signed}`,
            document: expect.objectContaining({ signer: 'Nguyễn Thị Ký' }),
          }),
          fileUrl: `/uploads/${upload}/file`,
          restricted: [],
        },
      ]);
    }
  });

  it('tells the others of published versions what was signed, and says what it does not tell', async () => {
    await world.bringTo('PUBLISHED');
    for (const who of ['anonymous', 'partner', 'analyst', 'neighbour', 'other reviewer'] as const) {
      const hidden = who === 'anonymous' || who === 'partner';
      expect([who, await told(who)]).toEqual([
        who,
        {
          kinds: ['SIGNED_DOCUMENT'],
          nodes: 1,
          signed: expect.objectContaining({
            fileName: null,
            url: null,
            document: { number: '125/BC-HPN', subject: SAID[2]?.[1], signer: hidden ? null : 'Nguyễn Thị Ký' },
          }),
          fileUrl: null,
          restricted: ['fileName', 'fileUrl', ...(hidden ? ['signer'] : []), 'url'],
        },
      ]);
    }
  });

  it.each(['DRAFT', 'SUBMITTED'] as const)('tells the others nothing of versions that are not: %s', async (state) => {
    await world.bringTo(state);
    for (const who of EVERYBODY.filter((one) => !mayFetch(one, state))) {
      expect([who, await told(who)]).toEqual([
        who,
        { kinds: [], nodes: 0, signed: undefined, fileUrl: null, restricted: [] },
      ]);
    }
  });
});
