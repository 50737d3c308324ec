import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandHandlers } from '../../src/commands.ts';
import { openDemoArchive, type OpenDemo } from '../support/demo-archive.ts';

const ASKED = ['--form', 'TD-02X', '--organisation', 'TD-91', '--place', '91', '--period', '2026-S1'];

let demo: OpenDemo;
let folder = '';
beforeAll(async () => {
  demo = await openDemoArchive({ reports: 'none' });
  folder = await mkdtemp(join(tmpdir(), 'form-workbook-'));
});
afterAll(async () => {
  await demo.close();
  await rm(folder, { recursive: true });
});

async function run(...args: string[]): Promise<{ code: number; lines: string[]; errors: string[] }> {
  const [lines, errors]: string[][] = [[], []];
  const code = await commandHandlers(demo.archive)['form-workbook']?.(
    { command: 'form-workbook', args, cwd: folder },
    {
      progress: async () => undefined,
      bar: async () => undefined,
      line: async (text) => void lines?.push(text),
      error: async (text) => void errors?.push(text),
      gone: new AbortController().signal,
    },
  );
  return { code: code ?? -1, lines: lines ?? [], errors: errors ?? [] };
}

describe('the command form-workbook', () => {
  it('writes the form and tells its size, its hash and how much is filled in', async () => {
    const ended = await run(...ASKED, '--out', 'bieu.xlsx', '--json');
    const bytes = await readFile(join(folder, 'bieu.xlsx'));
    expect(ended).toMatchObject({ code: 0, errors: [] });
    expect(JSON.parse(ended.lines[0] ?? '')).toEqual({
      file: 'bieu.xlsx',
      byteSize: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      prefilled: 0,
    });
  });

  it('never writes over a file: somebody may have filled it in', async () => {
    await run(...ASKED, '--out', 'once.xlsx');
    const before = await readFile(join(folder, 'once.xlsx'));
    const again = await run(...ASKED, '--out', 'once.xlsx');
    expect(again).toMatchObject({ code: 1, lines: [], errors: [expect.stringContaining('is there already')] });
    expect((await readFile(join(folder, 'once.xlsx'))).equals(before)).toBe(true);
  });

  it('says what is missing or unknown, and writes nothing', async () => {
    expect((await run('--form', 'TD-02X')).errors[0]).toContain('--organisation, --place, --period, --out');
    expect((await run(...ASKED.with(1, 'TD-77'), '--out', 'none.xlsx')).errors[0]).toContain('“TD-77”');
    expect((await run(...ASKED, '--out', 'no/such/folder.xlsx')).errors[0]).toContain('ENOENT');
    expect((await run('--paper')).errors[0]).toContain('--paper');
    await expect(readFile(join(folder, 'none.xlsx'))).rejects.toThrow('ENOENT');
  });
});
