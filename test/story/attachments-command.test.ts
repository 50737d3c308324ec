import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Archive } from '../../src/archive.ts';
import { commandHandlers } from '../../src/commands.ts';
import type { Viewer } from '../../src/ground/viewer/viewer.ts';
import { docxFile, pdfFile, run } from '../support/attachment-files.ts';
import { womenFile } from '../support/bring-in.ts';
import { type GraphWorld, openGraphWorld } from '../support/graph-world.ts';
import { hereReader } from '../../src/report/intake/reader/here-reader.ts';

let world: GraphWorld;
let folder: string;
beforeAll(async () => {
  world = await openGraphWorld();
  folder = await mkdtemp(join(tmpdir(), 'attach-'));
  const files = {
    'a.csv': womenFile().bytes,
    'k.pdf': pdfFile('ký'),
    'l.docx': docxFile([run('Lời')]),
    'p.pdf': pdfFile('x'),
  };
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
}, 60_000);
afterAll(async () => {
  await rm(folder, { recursive: true });
  await world.close();
});

const SUBMISSION = ['--form', 'HPN-01', '--organisation', 'HPN-91', '--place', '91', '--period', '2026-S1'];
const SIGNED = [
  '--signed',
  'k.pdf',
  '--document-number',
  '125/BC-HPN',
  '--document-subject',
  'Kết quả',
  '--signer',
  'Nguyễn Thị Ký',
];

async function intake(...args: string[]): Promise<{ exit: number; lines: string[]; errors: string[] }> {
  const lines: string[] = [];
  const errors: string[] = [];
  const archive = { contextOf: (viewer: Viewer) => world.contextOf(viewer), synthetic: false, reader: hereReader };
  const output = {
    progress: async () => undefined,
    bar: async () => undefined,
    line: async (text: string) => void lines.push(text),
    error: async (text: string) => void errors.push(text),
    gone: new AbortController().signal,
  };
  const handler = commandHandlers(archive as unknown as Archive)['intake'];
  const exit = await handler?.({ command: 'intake', args: [...args, ...SUBMISSION], cwd: folder }, output);
  return { exit: exit ?? -1, lines, errors };
}

describe('the command intake', () => {
  it('takes the signed document and other files in with a workbook, and says what became of them', async () => {
    const along = [
      ...SIGNED,
      '--document-date',
      '20/6/2026',
      '--narrative',
      'l.docx',
      '--attach',
      'p.pdf',
      '--attach',
      'p.pdf',
    ];
    const json = await intake('a.csv', ...along, '--json');
    expect([json.exit, json.errors]).toEqual([0, []]);
    const { attachments } = JSON.parse(json.lines[0] ?? '') as {
      attachments: { kind: string; file: string; outcome: string }[];
    };
    expect(attachments.map(({ kind, file, outcome }) => `${kind} ${file} ${outcome}`)).toEqual([
      'SIGNED_DOCUMENT k.pdf NEW',
      'NARRATIVE l.docx NEW',
      'OTHER p.pdf NEW',
    ]);
    const told = await intake('a.csv', ...along);
    expect(told.lines.filter((line) => line.includes('unchanged, sha256'))).toHaveLength(3);
    expect(
      await world.sql('select document_number, signer_name from attachment where document_number is not null'),
    ).toEqual([{ document_number: '125/BC-HPN', signer_name: 'Nguyễn Thị Ký' }]);
  });

  it('refuses them with their workbook and says why', async () => {
    const { exit, lines } = await intake('a.csv', ...SIGNED, '--document-date', '31/6/2026');
    expect([exit, lines.some((line) => line.includes('ERROR DOCUMENT_DATE'))]).toEqual([1, true]);
  });

  it('wants one workbook for them, and files that are there', async () => {
    const several = await intake('a.csv', 'a.csv', '--attach', 'p.pdf');
    expect([several.exit, several.errors.join()]).toEqual([1, expect.stringContaining('one workbook')]);
    const absent = await intake('a.csv', '--attach', 'none.pdf');
    expect([absent.exit, absent.errors.join()]).toEqual([1, expect.stringContaining('none.pdf cannot be read')]);
  });
});
