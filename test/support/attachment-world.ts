import { organisationStore } from '../../src/catalogue/organisation/organisation.store.ts';
import { pdfFile, docxFile, run } from './attachment-files.ts';
import { womenFile } from './bring-in.ts';
import { type GraphEdge, openGraphEdge, type WireAnswer } from './graph-edge.ts';
import { type GraphWorld, openGraphWorld } from './graph-world.ts';

/** A file to be sent, with the part of the form it goes in. */
export type Part = readonly [field: string, value: string | { name: string; bytes: Buffer }];

/** Headers that carry a key, by what its holder is. */
export type Who =
  | 'officer'
  | 'leader'
  | 'neighbour'
  | 'reviewer'
  | 'other reviewer'
  | 'admin'
  | 'analyst'
  | 'partner'
  | 'anonymous';

/** The edge over a database in which the women's union of An Giang sends reports with what belongs to them. */
export interface AttachmentWorld extends GraphWorld {
  edge: GraphEdge;
  keys: Readonly<Record<Who, Record<string, string>>>;
  /** A form of fields and files to a path. */
  form(path: string, parts: readonly Part[], who: Who): Promise<WireAnswer>;
  /** What a path answers, as it comes. */
  get(path: string, who: Who, headers?: Record<string, string>): Promise<Response>;
  /** Sends the workbook with these parts to `POST /intake`. */
  send(parts: readonly Part[], who?: Who, workbook?: { name: string; bytes: Buffer }): Promise<WireAnswer>;
  /** Forgets every report, as the superuser. */
  empty(): Promise<void>;
  /** How many rows everything that an upload writes has. */
  counts(): Promise<Record<string, number>>;
  /** Lets the only version come into a state, as the review will. */
  bringTo(state: 'DRAFT' | 'SUBMITTED' | 'PUBLISHED'): Promise<void>;
}

/** What is said of the signed document, as fields of a form. */
export const SAID: readonly Part[] = [
  ['documentNumber', '125/BC-HPN'],
  ['documentDate', '20/06/2026'],
  ['documentSubject', 'Kết quả công tác Hội 6 tháng đầu năm 2026'],
  ['signerName', 'Nguyễn Thị Ký'],
  ['signerOffice', 'Chủ tịch'],
];
/** A signed document with what is said of it. */
export const SIGNED: readonly Part[] = [['signed', { name: 'báo cáo ký số.pdf', bytes: pdfFile('bản ký') }], ...SAID];
/** The report in words. */
export const NARRATIVE: Part = ['narrative', { name: 'lời.docx', bytes: docxFile([run('Tình hình chung')]) }];
/** What else belongs to it. */
export const OTHER: Part = ['attachment', { name: 'ảnh chụp.pdf', bytes: pdfFile('phụ lục') }];

const FIELDS: readonly Part[] = Object.entries({
  form: 'HPN-01',
  organisation: 'HPN-91',
  place: '91',
  period: '2026-S1',
});

/** Opens it over a clone of its own. */
export async function openAttachmentWorld(): Promise<AttachmentWorld> {
  const world = await openGraphWorld();
  const edge = await openGraphEdge(world);
  const idOf = async (code: string): Promise<number> =>
    (await organisationStore.byCodeOn(world.pools.reader.manager, code, '2026-06-14'))?.id ?? 0;
  const own = { organisationId: await idOf('HPN-91') };
  const province = async (code: string): Promise<number> =>
    (await organisationStore.byCodeOn(world.pools.reader.manager, code, '2026-06-14'))?.provinceId ?? 0;
  const keys: AttachmentWorld['keys'] = {
    officer: await edge.keyOf('OFFICER', own),
    leader: await edge.keyOf('LEADER', own),
    neighbour: await edge.keyOf('OFFICER', { organisationId: await idOf('LDLD-91') }),
    reviewer: await edge.keyOf('REVIEWER', { provinceId: await province('HPN-91') }),
    'other reviewer': await edge.keyOf('REVIEWER', { provinceId: await province('HPN-01') }),
    admin: await edge.keyOf('ADMIN'),
    analyst: await edge.keyOf('ANALYST'),
    partner: await edge.keyOf('PARTNER'),
    anonymous: {},
  };
  const form: AttachmentWorld['form'] = async (path, parts, who) => {
    const body = new FormData();
    for (const [field, value] of parts) {
      if (typeof value === 'string') body.append(field, value);
      else body.append(field, new Blob([new Uint8Array(value.bytes)]), value.name);
    }
    const response = await fetch(`${edge.url}${path}`, { method: 'POST', headers: keys[who], body });
    const text = await response.text();
    return { status: response.status, body: JSON.parse(text) as WireAnswer['body'], text };
  };
  return {
    ...world,
    edge,
    keys,
    form,
    get: (path, who, headers = {}) => fetch(`${edge.url}${path}`, { headers: { ...keys[who], ...headers } }),
    send: (parts, who = 'officer', workbook = womenFile()) =>
      form(
        '/intake',
        [...FIELDS.filter(([name]) => !parts.some(([given]) => given === name)), ...parts, ['file', workbook]],
        who,
      ),
    empty: async () =>
      void (await world.sql(
        'truncate total, event, figure, attachment, report_version, upload, report, audit, idempotency_key, stored_file restart identity cascade',
      )),
    counts: async () => {
      const tables = ['upload', 'report', 'report_version', 'figure', 'attachment', 'stored_file', 'audit', 'event'];
      const [row] = await world.sql<Record<string, number>>(
        `select ${tables.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')}`,
      );
      return row ?? {};
    },
    bringTo: async (state) => {
      const exposure = { DRAFT: 0, SUBMITTED: 1, PUBLISHED: 2 }[state];
      const event = state === 'PUBLISHED' ? 1 : null;
      await world.sql(
        `update report_version set state = '${state}', exposure = ${exposure}, published_event = ${event}, published_xact = ${event};`,
      );
      await world.sql(
        `update report set exposure = ${exposure}, published_version = ${state === 'PUBLISHED' ? 'latest_version' : 'null'}`,
      );
    },
    close: async () => {
      await edge.close();
      await world.close();
    },
  };
}
