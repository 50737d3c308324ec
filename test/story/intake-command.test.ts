import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { read } from '@e965/xlsx';
import type { Archive } from '../../src/archive.ts';
import { type Bar, callRunningHub, type CommandMessage, serveCommands } from '../../src/command-socket.ts';
import { commandHandlers } from '../../src/commands.ts';
import type { Viewer } from '../../src/ground/viewer/viewer.ts';
import { womenFile } from '../support/bring-in.ts';
import { rowCounts } from '../support/corpus-truth.ts';
import { type GraphWorld, openGraphWorld } from '../support/graph-world.ts';
import { hereReader } from '../../src/report/intake/reader/here-reader.ts';
import { loadLongForm, LONG, longCell, longWorkbook } from '../support/long-form.ts';
import { testServer, withDatabase } from '../support/postgres.ts';

/** Ample for a machine that does other things as well. */
const FIVE_MINUTES = 300_000;

let world: GraphWorld;
let superUrl = '';
let folder = '';
let stop = async (): Promise<void> => undefined;
const asked = (sent: typeof LONG): string[] => Object.entries(sent).flatMap(([name, value]) => [`--${name}`, value]);
const WOMEN = asked({ form: 'HPN-01', organisation: 'HPN-91', place: '91', period: '2026-S1' });

beforeAll(async () => {
  world = await openGraphWorld();
  superUrl = withDatabase(testServer().superUrl, world.database.name);
  await loadLongForm(world.database.ownerUrl);
  folder = mkdtempSync(join(tmpdir(), 'intake-command-'));
  const wrong = womenFile((text) => text.replaceAll('1.722;1.722', '1.722;chín trăm'));
  const files: Record<string, Buffer> = {
    'đúng.csv': womenFile().bytes,
    'sai.csv': wrong.bytes,
    'sửa.csv': womenFile((text) => text.replaceAll('1.722;1.722', '1.725;1.725')).bytes,
    'mật.csv': womenFile((text) => text.replace('Số: 108/BC-BTV', 'TỐI MẬT')).bytes,
    'dài.xlsx': longWorkbook({ 9_999: 'nhiều' }),
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  const archive = { contextOf: (viewer: Viewer) => world.contextOf(viewer), synthetic: false, reader: hereReader };
  const server = await serveCommands(folder, commandHandlers(archive as unknown as Archive));
  stop = async () => server?.close();
}, FIVE_MINUTES);
afterAll(async () => {
  await stop();
  await world.close();
  rmSync(folder, { recursive: true });
});

/** Runs `intake` as the command line does where a hub is running. */
async function intake(
  ...args: string[]
): Promise<{ code: number | null; said: CommandMessage[]; lines: string[]; errors: string[] }> {
  const said: CommandMessage[] = [];
  const code = await callRunningHub(folder, { command: 'intake', args, cwd: folder }, (one) => void said.push(one));
  return {
    code,
    said,
    lines: said.flatMap((one) => ('line' in one ? [one.line] : [])),
    errors: said.flatMap((one) => ('error' in one ? [one.error] : [])),
  };
}

const copiesIn = (name: string): string[] => readdirSync(join(folder, name)).sort();

describe('what intake says', () => {
  it('is what became of each file, what is wrong and how to correct it', async () => {
    const { code, lines } = await intake('sai.csv', 'đúng.csv', ...WOMEN);
    expect(code).toBe(1);
    expect(lines.filter((line) => !line.startsWith(' '))).toEqual([
      expect.stringMatching(/^sai\.csv: REJECT \(refused, no version\): 0 new, .* \d+ cells rejected$/),
      'đúng.csv: ACCEPT (version 1): 88 new, 0 changed, 0 unchanged, 0 removed, 0 cells rejected',
    ]);
    const at = lines.findIndex((line) => line.startsWith('  ERROR MALFORMED_NUMBER F17: '));
    expect(lines.slice(at).find((line) => !line.startsWith('  ERROR'))).toMatch(/^ {4}Cách sửa: \S/);
  });

  it('names the cells that a corrected file changes, tried out and taken', async () => {
    const told = [
      '  Thay đổi so với phiên bản trước:',
      '    E17 PN_BRANCHES, kỳ này: 1.722 → 1.725',
      '    F17 PN_BRANCHES, lũy kế: 1.722 → 1.725',
    ];
    expect((await intake('sửa.csv', ...WOMEN, '--dry-run')).lines.slice(1)).toEqual(told);
    expect((await intake('sửa.csv', ...WOMEN)).lines.slice(1)).toEqual(told);
    expect((await intake('sửa.csv', ...WOMEN)).lines.slice(1)).toEqual([]);
  });
});

describe('intake --annotate', () => {
  it('writes a copy with comments of each file with issues, and of no other', async () => {
    const { code, lines, errors } = await intake(
      'sai.csv',
      'sửa.csv',
      'mật.csv',
      ...WOMEN,
      '--annotate',
      'mới/ghi chú',
    );
    expect([code, errors]).toEqual([1, []]);
    expect(copiesIn('mới/ghi chú')).toEqual(['sai.ghi-chu.xlsx']);
    expect(lines.filter((line) => line.includes('ghi-chu'))).toEqual([
      `  Bản có ghi chú tại các ô cần xem lại: ${join('mới/ghi chú', 'sai.ghi-chu.xlsx')}`,
    ]);
    const book = read(readFileSync(join(folder, 'mới/ghi chú', 'sai.ghi-chu.xlsx')));
    const cell = book.Sheets[book.SheetNames[0] ?? '']?.['F17'] as { c?: { t?: string }[] } | undefined;
    expect(cell?.c?.map(({ t }) => t).join()).toContain('chín trăm');
  });

  it('never writes over a copy that is there', async () => {
    for (let round = 0; round < 3; round++) {
      await intake('sai.csv', ...WOMEN, '--dry-run', '--annotate', 'nhiều lần');
      if (round === 0) writeFileSync(join(folder, 'nhiều lần', 'sai.ghi-chu.xlsx'), 'somebody works here');
    }
    expect(copiesIn('nhiều lần')).toEqual(['sai.ghi-chu-2.xlsx', 'sai.ghi-chu-3.xlsx', 'sai.ghi-chu.xlsx']);
    expect(readFileSync(join(folder, 'nhiều lần', 'sai.ghi-chu.xlsx'), 'utf8')).toBe('somebody works here');
  });

  it('with --json names the copy in the answer, and null where there is none', async () => {
    const { lines } = await intake('sai.csv', 'sửa.csv', ...WOMEN, '--dry-run', '--json', '--annotate', 'json');
    expect(lines.map((line) => (JSON.parse(line) as { annotated: string | null }).annotated)).toEqual([
      join('json', 'sai.ghi-chu.xlsx'),
      null,
    ]);
  });

  it('into a folder that cannot be made is said before anything is read', async () => {
    const before = await rowCounts(superUrl);
    const { code, lines, errors } = await intake('sai.csv', ...WOMEN, '--annotate', 'sai.csv');
    expect([code, lines, errors]).toEqual([1, [], [expect.stringContaining('The folder sai.csv cannot be made')]]);
    expect(await rowCounts(superUrl)).toEqual(before);
  });
});

describe('a file of 10,000 rows', () => {
  it(
    'is followed by a bar while it is read, also where the command joins a running hub, and the result is clean',
    async () => {
      const { code, said, lines } = await intake('dài.xlsx', 'dài.xlsx', ...asked(LONG), '--dry-run', '--json');
      expect(code).toBe(1);
      const answers = lines.map((line) => JSON.parse(line) as { issues: { cell: string }[] });
      expect(answers.map(({ issues }) => issues.map(({ cell }) => cell))).toEqual([
        [longCell(9_999)],
        [longCell(9_999)],
      ]);
      const bars = said.flatMap((one) => ('bar' in one ? [one.bar] : []));
      for (const label of [
        '1/2 dài.xlsx, opening',
        '1/2 dài.xlsx, reading',
        '2/2 dài.xlsx, opening',
        '2/2 dài.xlsx, reading',
      ])
        expectForward(bars.filter((one) => one.label === label));
      const second = said.findIndex((one) => 'bar' in one && one.bar.label.startsWith('2/2'));
      expect(said.findIndex((one) => 'line' in one)).toBeLessThan(second);
      expect(said.filter((one) => 'line' in one || 'exit' in one).map((one) => Object.keys(one)[0])).toEqual([
        'line',
        'line',
        'exit',
      ]);
    },
    FIVE_MINUTES,
  );

  function expectForward(bars: readonly Bar[]): void {
    expect(bars.length).toBeGreaterThan(0);
    for (const [at, { done, total }] of bars.entries()) {
      expect(done).toBeGreaterThanOrEqual(bars[at - 1]?.done ?? 0);
      expect(done).toBeLessThanOrEqual(total);
    }
  }
});
