import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { identify } from '../../src/access/caller.ts';
import { readFor } from '../../src/ground/viewer/session.ts';
import { LOCAL_OPERATOR } from '../../src/ground/viewer/viewer.ts';
import {
  type AttachmentWorld,
  NARRATIVE,
  openAttachmentWorld,
  OTHER,
  SIGNED,
  type Who,
} from '../support/attachment-world.ts';
import { withClient } from '../support/postgres.ts';

let world: AttachmentWorld;
let ids: string[] = [];
beforeAll(async () => {
  world = await openAttachmentWorld();
  const { body } = await world.send([...SIGNED, NARRATIVE, OTHER]);
  ids = (body['attachments'] as { id: string }[]).map(({ id }) => id);
}, 60_000);
afterAll(() => world.close());

/** Insufficient privilege, as row policies and grants say it alike. */
const DENIED = '42501';
const SHARED = `sha256 in (select sha256 from attachment)`;

async function seen(who: Who, sql: string): Promise<string> {
  const viewer = await identify(world.pools, world.keys[who]['authorization']);
  return readFor(
    world.pools,
    viewer,
  )((tx) => tx.query(sql)).then(
    (rows: { n: number }[]) => String(rows[0]?.n),
    (fault: unknown) => String((fault as { code?: string }).code),
  );
}

/** What PostgreSQL says to statements of a login as a viewer, taken back: how many rows, or the SQLSTATE. */
async function tried(
  role: 'hub' | 'reader',
  viewer: string,
  statements: readonly string[],
): Promise<Record<string, unknown>> {
  return withClient(world.database.urls[role], async (client) => {
    const answers: Record<string, unknown> = {};
    for (const text of statements) {
      await client.query('begin');
      await client.query(
        `select set_config('hub.viewer_role', '${viewer}', true), set_config('hub.viewer_organisations', '{1}', true)`,
      );
      answers[text] = await client.query(text).then(
        ({ rowCount }) => rowCount,
        (fault: unknown) => (fault instanceof pg.DatabaseError ? fault.code : String(fault)),
      );
      await client.query('rollback');
    }
    return answers;
  });
}

describe('row policies alone', () => {
  const ROWS = 'select count(*)::int as n from attachment';
  const BYTES = 'select count(*)::int as n from stored_file';
  const everyone: Who[] = [
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

  it.each([
    ['DRAFT', { reviewer: ['0', '0'] }, '0'],
    ['SUBMITTED', { reviewer: ['3', '4'] }, '0'],
    ['PUBLISHED', { reviewer: ['3', '4'] }, '1'],
  ] as const)('show rows and bytes to those who may know of them: %s', async (state, { reviewer }, others) => {
    await world.bringTo(state);
    const found: Record<string, string[]> = {};
    for (const who of everyone) found[who] = [await seen(who, ROWS), await seen(who, BYTES)];
    expect(found).toEqual({
      officer: ['3', '4'],
      leader: ['3', '4'],
      admin: ['3', '4'],
      reviewer,
      'other reviewer': [others, '0'],
      neighbour: [others, '0'],
      analyst: [others, '0'],
      partner: [others, DENIED],
      anonymous: [others, DENIED],
    });
  });

  it('show a reviewer no bytes of a refused workbook, nor of one that is not submitted yet', async () => {
    await world.bringTo('SUBMITTED');
    const refused = { name: 'x.csv', bytes: Buffer.from('không phải biểu mẫu') };
    expect((await world.send([], 'officer', refused)).status).toBe(422);
    expect(await seen('officer', BYTES)).toBe('5');
    expect(await seen('reviewer', BYTES)).toBe('4');
  });

  it('hold where the predicates of the stores are wrong: with the rights of everybody they answer as little', async () => {
    await world.bringTo('SUBMITTED');
    for (const who of ['neighbour', 'analyst', 'other reviewer', 'anonymous'] as const) {
      const viewer = await identify(world.pools, world.keys[who]['authorization']);
      const read = readFor(world.pools, viewer);
      const context = world.contextOf(LOCAL_OPERATOR, { read });
      const { data, errors } = await world.answer('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids }, context);
      const nodes = (data as { nodes: (object | null)[] } | null)?.nodes.filter((node) => node !== null) ?? [];
      expect([who, nodes, errors.length > 0]).toEqual([who, [], who === 'anonymous']);
    }
  });

  it('hold where the stores alone decide: with the policies of an administrator they answer as little', async () => {
    await world.bringTo('SUBMITTED');
    const { read } = world.contextOf(LOCAL_OPERATOR);
    for (const [who, count] of [
      ['officer', 3],
      ['reviewer', 3],
      ['neighbour', 0],
      ['other reviewer', 0],
      ['analyst', 0],
    ] as const) {
      const viewer = await identify(world.pools, world.keys[who]['authorization']);
      const context = world.contextOf(viewer, { read });
      const { nodes } = await world.ask<{ nodes: (object | null)[] }>(
        'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
        { ids },
        context,
      );
      expect([who, nodes.filter((node) => node !== null).length]).toEqual([who, count]);
    }
  });
});

describe('what has been attached', () => {
  it('is rewritten by nobody, not even an administrator', async () => {
    const statements = [
      'delete from attachment',
      `update attachment set file_name = 'x'`,
      `update attachment set sha256 = repeat('0', 64)`,
      `update attachment set document_number = '1/BC-X'`,
      `update attachment set signer_name = 'x'`,
      `update stored_file set content = ''`,
      'truncate attachment',
    ];
    const answers = await tried('hub', 'ADMIN', statements);
    expect(answers).toEqual(Object.fromEntries(statements.map((text) => [text, DENIED])));
  });

  it('is ended and added to by no other organisation', async () => {
    const add = `insert into attachment (province_id, report_id, version, organisation_id, kind, sha256, file_name, media_type, byte_size, attached_by)
      select province_id, report_id, version, organisation_id, 'OTHER', file_sha256, 'x', 'application/pdf', 1, 'test' from report_version`;
    const end = 'update attachment set ended_at = now()';
    await world.bringTo('PUBLISHED');
    expect(await tried('hub', 'OFFICER', [add, end])).toEqual({ [add]: DENIED, [end]: 0 });
    expect(await tried('hub', 'REVIEWER', [end])).toEqual({ [end]: 0 });
  });

  it('has names that the public’s login cannot read, and is not written by it', async () => {
    const statements = [
      'select signer_name from attachment',
      'select file_name from attachment',
      'select attached_by from attachment',
      `select content from stored_file where ${SHARED}`,
      'insert into attachment default values',
      'update attachment set ended_at = now()',
    ];
    expect(await tried('reader', 'ADMIN', statements)).toEqual(
      Object.fromEntries(statements.map((text) => [text, DENIED])),
    );
    expect(await tried('reader', 'ADMIN', ['select document_number, signer_office from attachment'])).toEqual({
      'select document_number, signer_office from attachment': 1,
    });
  });

  it('is one signed document a version, complete, and its bytes are there', async () => {
    const copy = (
      changes: string,
    ): string => `insert into attachment (province_id, report_id, version, organisation_id, kind, sha256, file_name, media_type,
      byte_size, attached_by, document_number, document_type, document_sequence, document_year, document_date, document_subject, signer_name)
      select province_id, report_id, version, organisation_id, ${changes}, document_subject, signer_name from attachment where kind = 'SIGNED_DOCUMENT'`;
    const rest = `file_name, media_type, byte_size, attached_by, document_number, document_type, document_sequence, document_year, document_date`;
    const other = `(select sha256 from attachment where kind = 'OTHER')`;
    const refusals = [
      copy(`kind, ${other}, ${rest}`),
      copy(`'OTHER', ${other}, ${rest}`),
      copy(`kind, repeat('0', 64), ${rest}`),
    ];
    const codes: unknown[] = [];
    for (const text of refusals)
      codes.push(
        await world.sql(text).then(
          () => 'done',
          (fault: unknown) => (fault as { code: string }).code,
        ),
      );
    expect(codes).toEqual(['23505', '23514', '23505']);
  });
});
