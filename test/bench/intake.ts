import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { utils, write } from '@e965/xlsx';
import { formSeeds } from '../../src/catalogue/form/form.seed.ts';
import type { AreaRowsForm } from '../../src/catalogue/form/form.spec.ts';
import { projectPath } from '../../src/ground/project-path.ts';
import { lockedProgram, openChildReader } from '../../src/report/intake/reader/child-reader.ts';
import type { AreaName, ReportFile } from '../../src/report/intake/reading.ts';
import type { LoneCase, LoneResult } from './lone-case.ts';

const ROUNDS = 5;
/** What a process takes to start, and more. */
const STARTED_MS = 2_000;
/** How often the memory of processes is looked at; the system keeps what it was at most. */
const LOOK_MS = 100;
const SIZES = [10_000, 100_000] as const;
/** What P6 allows, as a share of the library's own parse. */
const MOST_TIMES = 1.5;
/** MiB that ten times the rows may take on top: their packed cells and what is remembered of each. */
const MOST_GROWTH = 256;

/** A workbook of so many rows, and what the hub must make of it. */
interface LongFile {
  rows: number;
  path: string;
  file: ReportFile;
  values: number;
}

/** One reading by the hub, or one parse by the library. */
interface Spent {
  ms: number;
  /** Most memory that the process took, in MiB. */
  memory: number;
}

/** P6: a report of areas with so many rows, from bytes to checked figures, beside the parse of the workbook library alone. */
export const intake: LoneCase = {
  name: 'intake',
  run: async (say) => {
    const folder = await mkdtemp(join(tmpdir(), 'phoi-hop-intake-'));
    try {
      const results: LoneResult[] = [];
      const peaks: number[] = [];
      for (const rows of SIZES) {
        const long = await longFile(folder, rows);
        say(`${rows} rows of ${long.values / rows} figures, ${(long.file.bytes.length / 1e6).toFixed(1)} MB …`);
        const hub: Spent[] = [];
        const library: Spent[] = [];
        for (let round = 0; round < ROUNDS; round++) {
          library.push(await parsed(long.path));
          hub.push(await taken(long));
        }
        peaks.push(Math.max(...hub.map(({ memory }) => memory)));
        results.push(timeOf(rows, hub, library), memoryOf(rows, hub, library));
      }
      const growth = (peaks[1] ?? 0) - (peaks[0] ?? 0);
      results.push(line('intake memory, 100,000 rows over 10,000', 'MiB', growth, MOST_GROWTH, growth <= MOST_GROWTH));
      return results;
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

function timeOf(rows: number, hub: readonly Spent[], library: readonly Spent[]): LoneResult {
  const [own, theirs] = [median(hub.map(({ ms }) => ms)), median(library.map(({ ms }) => ms))];
  const ratios = hub.map(({ ms }, round) => (library[round]?.ms ?? ms) / ms);
  return {
    ...line(
      `intake of ${rows} rows`,
      'ms',
      own,
      theirs * MOST_TIMES,
      rows < 100_000 ? null : own <= theirs * MOST_TIMES,
    ),
    peer: theirs,
    ratioPeer: theirs / own,
    ratioLimit: (theirs * MOST_TIMES) / own,
    min: Math.min(...ratios),
    max: Math.max(...ratios),
    rounds: ROUNDS,
  };
}

function memoryOf(rows: number, hub: readonly Spent[], library: readonly Spent[]): LoneResult {
  const [own, theirs] = [hub, library].map((all) => Math.max(...all.map(({ memory }) => memory)));
  return { ...line(`intake of ${rows} rows, memory`, 'MiB', own ?? 0, null, null), peer: theirs ?? 0, rounds: ROUNDS };
}

function line(name: string, unit: string, hub: number, limit: number | null, holds: boolean | null): LoneResult {
  const nothing = { peer: null, ratioPeer: null, ratioLimit: null, min: null, max: null, rounds: null };
  return { goal: holds === null ? null : 'P6', name, unit, hub, limit, holds, ...nothing };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** By the hub, as it takes a file in: in a process of its own, started before, its values coming back in batches. */
async function taken({ file, values }: LongFile): Promise<Spent> {
  const program = lockedProgram(projectPath('dist', 'src', 'report', 'intake', 'reader', 'reader-process.js'));
  const reader = openChildReader({ ms: 600_000 }, program);
  let [came, memory] = [0, 0];
  // A first small file leaves the next process started, as in a hub that has been at work; starting it takes its time.
  await reader.read({ ...file, bytes: Buffer.from('a;b\n') });
  await setTimeout(STARTED_MS);
  const watch = setInterval(() => void peakOfChildren().then((peak) => (memory = Math.max(memory, peak))), LOOK_MS);
  const began = performance.now();
  const end = await reader.readTo(file, (batch) => void (came += batch.length));
  const ms = performance.now() - began;
  clearInterval(watch);
  await reader.close();
  if (end.outcome !== 'ACCEPT' || came !== values)
    throw new Error(`The hub answered ${end.outcome} with ${came} of ${values} values: ${end.issues[0]?.message.en}`);
  return { ms, memory };
}

/** Most memory that a process started by this one has taken, in MiB; Linux tells it. */
async function peakOfChildren(): Promise<number> {
  const tasks = await readdir('/proc/self/task').catch(() => []);
  const lists = await Promise.all(
    tasks.map((task) => readFile(`/proc/self/task/${task}/children`, 'utf8').catch(() => '')),
  );
  const ids = lists.join(' ').trim().split(/\s+/).filter(Boolean);
  const peaks = await Promise.all(
    ids.map(async (id) => {
      const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
      return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
    }),
  );
  return Math.max(0, ...peaks);
}

/** By the library alone, its process started and the file in memory before the clock runs. */
async function parsed(path: string): Promise<Spent> {
  const script = fileURLToPath(new URL('./library-parse.mjs', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--max-old-space-size=8000', script, path]);
  const [ms = 0, memory = 0] = stdout.trim().split(' ').map(Number);
  return { ms, memory };
}

async function longFile(folder: string, rows: number): Promise<LongFile> {
  const form = formSeeds().find((one) => one.code === 'TD-02X');
  if (form?.layout !== 'AREA_ROWS') throw new Error('The form TD-02X is not there.');
  const province: AreaName = { code: '91', name: 'Tỉnh An Giang' };
  const areas = Array.from({ length: rows }, (_, at) => ({ code: String(100_000 + at), name: `Xã Số ${at}` }));
  const bytes = workbookOf(form, areas);
  const path = join(folder, `${rows}.xlsx`);
  await writeFile(path, bytes);
  const period = { kind: 'HALF_YEAR', dataFrom: '2025-12-15', dataTo: '2026-06-14' } as const;
  const submission = { organisation: 'TD-91', place: province, period };
  const file = { bytes, fileName: 'dai.xlsx', form, submission, areas: [...areas, province] };
  return { rows, path, file, values: rows * form.columns.length };
}

/** The form with one level of headings, and in every row numbers that add up. */
function workbookOf(form: AreaRowsForm, areas: readonly AreaName[]): Buffer {
  const headings = form.columns.map(({ groupVi, labelVi }) => (groupVi === null ? labelVi : `${groupVi} - ${labelVi}`));
  const whole = (code: string, row: number): number => ((row * 7 + code.length * 13) % 900) + 100;
  const body = areas.map(({ code, name }, row) => [
    row + 1,
    code,
    name,
    ...form.columns.map(({ indicatorCode, breakdown, exhaustive, type }) => {
      if (type === 'percent') return 55.5;
      if (type === 'decimal') return (row % 50) + 0.25;
      const all = whole(indicatorCode, row);
      if (breakdown === undefined) return all;
      return exhaustive === true ? (breakdown['sex'] === 'MALE' ? 40 : all - 40) : 7;
    }),
  ]);
  const sheet = utils.aoa_to_sheet([
    ['BÁO CÁO 6 tháng đầu năm 2026'],
    ['STT', 'Mã', 'Tên đơn vị', ...headings],
    ...body,
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Biểu 02');
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true, bookSST: true });
}
