import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { projectPath } from '../../src/ground/project-path.ts';
import { readReport } from '../../src/report/intake/read-workbook.ts';
import { lockedProgram, openChildReader, type ReaderLimits } from '../../src/report/intake/reader/child-reader.ts';
import type { FileReader } from '../../src/report/intake/reader/file-reader.ts';
import type { ReportFile } from '../../src/report/intake/reading.ts';
import { docxFile, run } from '../support/attachment-files.ts';
import { builtFile } from '../support/built-programs.ts';
import { corpus } from '../support/corpus-truth.ts';
import { childrenOf } from '../support/process-memory.ts';
import { AN_GIANG, areasOf, form, HALF_YEAR } from '../unit/intake-files.ts';
import type { Attempted } from '../support/ways-out.ts';

const TWO_MINUTES = 120_000;
const ON_LINUX = process.platform === 'linux';

const opened: FileReader[] = [];

afterAll(async () => {
  await Promise.all(opened.map((reader) => reader.close()));
});

/** A reader whose process does what the name of the file says. */
function unruly(limits: Partial<ReaderLimits> = {}): FileReader {
  const reader = openChildReader(limits, lockedProgram(builtFile('test', 'support', 'unruly-child.ts')));
  opened.push(reader);
  return reader;
}

/** A reader as the hub has it. */
function ordinary(limits: Partial<ReaderLimits> = {}): FileReader {
  const program = lockedProgram(builtFile('src', 'report', 'intake', 'reader', 'reader-process.ts'));
  const reader = openChildReader(limits, program);
  opened.push(reader);
  return reader;
}

function report(fileName: string, bytes: Uint8Array = Buffer.from('x')): ReportFile {
  const submission = { organisation: 'LDLD', place: AN_GIANG, period: HALF_YEAR };
  return { bytes, fileName, form: form('LDLD-01'), submission, areas: areasOf(AN_GIANG) };
}

const clean = (): ReportFile => report('báo cáo.xlsx', readFileSync(corpus('001-ldld-6t-clean.xlsx')));

describe('the reading process as it is built', () => {
  it(
    'reads as this process does, looks at files, and annotates them',
    async () => {
      const reader = ordinary();
      const reading = await reader.read(clean());
      expect(reading).toEqual(await readReport(clean()));
      expect(reading.outcome).toBe('ACCEPT');
      expect(await reader.inspect(docxFile([run('Báo cáo')]))).toEqual({ kind: 'DOCX' });
      expect(await reader.inspect(docxFile([run('TỐI MẬT')]))).toEqual({ fault: 'SECRET' });
      expect((await reader.annotate(clean().bytes, []))?.extension).toBe('xlsx');
      expect(await reader.annotate(Buffer.from('PK'), [])).toBeNull();
    },
    TWO_MINUTES,
  );
});

describe('a reading process that is taken over', () => {
  let server: Server;
  let socket: Socket;
  let folder = '';
  let came: Attempted = {};
  const heard: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'phoi-hop-secret-'));
    writeFileSync(join(folder, 'secret.js'), 'secret');
    server = createServer((caller) => {
      heard.push('a connection');
      caller.destroy();
    }).listen(0, '127.0.0.1');
    socket = createSocket('udp4');
    socket.bind(0, '127.0.0.1');
    await Promise.all([once(server, 'listening'), once(socket, 'listening')]);
    socket.on('message', (message) => heard.push(message.toString('utf8')));
    const ports = [(server.address() as AddressInfo).port, socket.address().port];
    const words = ['BREAK OUT', join(folder, 'secret.js'), projectPath(), ...ports].join('\n');
    const { sha256, failed } = await unruly().read(report(words));
    expect(failed).toBeUndefined();
    came = JSON.parse(sha256) as Attempted;
  }, TWO_MINUTES);

  afterAll(() => {
    server.close();
    socket.close();
    rmSync(folder, { recursive: true });
  });

  it('finds no file but its own program, no network, no process, no thread and no environment', () => {
    const { own, ...others } = came;
    expect(own).toBe('WENT THROUGH');
    expect(Object.keys(others).length).toBeGreaterThan(40);
    expect(Object.entries(others).filter(([, what]) => what === 'WENT THROUGH')).toEqual([]);
  });

  it('is refused by what it runs under, not by chance', () => {
    const usual = /^ERR_ACCESS_DENIED$|^ERR_DLOPEN_DISABLED$|no network and no other processes|There is nothing/;
    expect(Object.entries(came).filter(([name, what]) => name !== 'own' && !usual.test(what))).toEqual([]);
  });

  it('is not heard by those who listen', async () => {
    const other = createSocket('udp4');
    other.send('the last word', socket.address().port, '127.0.0.1');
    await once(socket, 'message');
    other.close();
    expect(heard).toEqual(['the last word']);
  });
});

describe('a reading that comes to no end', () => {
  it.each<[string, string, Partial<ReaderLimits>, string, string]>([
    ['goes on for ever', 'LOOP', { ms: 3_000 }, 'TIME', 'UNREADABLE_FILE'],
    ['never answers', 'WAIT', { ms: 3_000 }, 'TIME', 'UNREADABLE_FILE'],
    ['hangs up and stays', 'HANG UP', { ms: 3_000 }, 'TIME', 'UNREADABLE_FILE'],
    ['fills the heap', 'HEAP', { heapMb: 64 }, 'MEMORY', 'TOO_LARGE'],
    ...(ON_LINUX
      ? [
          ['fills the memory', 'BUFFERS', { residentMb: 200 }, 'MEMORY', 'TOO_LARGE'] as [
            string,
            string,
            object,
            string,
            string,
          ],
        ]
      : []),
    ['leaves', 'EXIT', {}, 'CRASH', 'UNREADABLE_FILE'],
    ['fails', 'THROW', {}, 'CRASH', 'UNREADABLE_FILE'],
  ])(
    'because it %s is a failure with its reason, and the next file is read',
    async (_, mischief, limits, failed, code) => {
      const reader = unruly(limits);
      expect(await reader.read(report(mischief))).toMatchObject({
        outcome: 'REJECT',
        failed,
        values: [],
        keepBytes: false,
        issues: [{ code, severity: 'ERROR', sheet: null, cell: null }],
      });
      expect(await reader.read(report('GOOD'))).toMatchObject({ outcome: 'ACCEPT', sha256: 'good' });
    },
    TWO_MINUTES,
  );

  it(
    'is one for an attached file too',
    async () => {
      const reader = unruly({ ms: 1_000 });
      expect(await reader.inspect(Buffer.from('x'))).toEqual({ fault: 'FAILED' });
      expect(await reader.annotate(Buffer.from('x'), [])).toBeNull();
    },
    TWO_MINUTES,
  );

  it(
    'is one where the process cannot be started',
    async () => {
      const reader = openChildReader({}, { path: builtFile('src', 'none.ts'), flags: [] });
      opened.push(reader);
      expect((await reader.read(report('GOOD'))).failed).toBe('CRASH');
    },
    TWO_MINUTES,
  );

  it(
    'leaves the hub its time: other work goes on meanwhile',
    async () => {
      let turns = 0;
      const timer = setInterval(() => turns++, 5);
      await unruly({ ms: 3_000 }).read(report('LOOP'));
      clearInterval(timer);
      // Six hundred where nothing else runs.
      expect(turns).toBeGreaterThan(50);
    },
    TWO_MINUTES,
  );
});

describe('twenty readings at once', () => {
  it(
    'all end, two at a time',
    async () => {
      const reader = ordinary({ atOnce: 2 });
      const before = childrenOf(process.pid).length;
      let most = 0;
      const timer = setInterval(() => (most = Math.max(most, childrenOf(process.pid).length - before)), 10);
      const readings = await Promise.all(Array.from({ length: 20 }, () => reader.read(clean())));
      clearInterval(timer);
      expect(readings.map(({ outcome }) => outcome)).toEqual(Array(20).fill('ACCEPT'));
      // Two that read, one that is ready, and those that are just ending.
      if (ON_LINUX) expect(most).toBeLessThanOrEqual(5);
    },
    TWO_MINUTES,
  );
});

describe('closing', () => {
  it(
    'ends what is at work and what is ready, and answers those who wait',
    async () => {
      const before = childrenOf(process.pid);
      const reader = unruly();
      await reader.read(report('GOOD'));
      const readings = Array.from({ length: 4 }, () => reader.read(report('LOOP')));
      const started = childrenOf(process.pid).filter((pid) => !before.includes(pid));
      if (ON_LINUX) expect(started.length).toBeGreaterThanOrEqual(2);
      await reader.close();
      expect((await Promise.all(readings)).map(({ failed }) => failed)).toEqual(Array(4).fill('CRASH'));
      expect(childrenOf(process.pid).filter((pid) => !before.includes(pid))).toEqual([]);
      for (const pid of started) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
      expect((await reader.read(report('GOOD'))).failed).toBe('CRASH');
    },
    TWO_MINUTES,
  );
});
