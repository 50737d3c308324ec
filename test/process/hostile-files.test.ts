import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openIssue, tableIssue } from '../../src/report/intake/issue/file-issue.ts';
import { lockedProgram, openChildReader } from '../../src/report/intake/reader/child-reader.ts';
import type { FileReader } from '../../src/report/intake/reader/file-reader.ts';
import type { Reading } from '../../src/report/intake/reading.ts';
import { docxFile } from '../support/attachment-files.ts';
import { builtFile } from '../support/built-programs.ts';
import { childrenOf, isAlive } from '../support/child.ts';
import { corpus } from '../support/corpus-truth.ts';
import { openGraphEdge } from '../support/graph-edge.ts';
import { openGraphWorld } from '../support/graph-world.ts';
import { hostileFile, LARGE_FILES, type Refused } from '../support/hostile-files.ts';
import { HOSTILE_FORM } from '../support/hostile-tables.ts';
import { ask, type IntakeAnswer, send } from '../support/hub-client.ts';
import {
  dataFolder,
  dropFolder,
  processesIn,
  type RunningHub,
  runCommand,
  startHub,
  toldOn,
} from '../support/hub-process.ts';
import { watchMemory } from '../support/process-memory.ts';
import { AN_GIANG, areasOf, form, HALF_YEAR } from '../unit/intake-files.ts';

const MINUTE = 60_000;
const LDLD = { form: 'LDLD-01', organisation: 'LDLD-91', place: '91', period: '2026-S1' };

/** One line for whoever reads the run: what a file cost. Nothing is decided by it. */
function tell(name: string, bytes: number, came: string, ms: number, memory: { grew: number; children: number }): void {
  process.stderr.write(
    `${name} | ${(bytes / 1024).toFixed(0)} KB | ${came} | ${ms.toFixed(0)} ms | child ${memory.children} MB | parent +${memory.grew} MB\n`,
  );
}

describe('a large hostile file, in a process of its own, is refused with nothing taken:', () => {
  let reader: FileReader;

  beforeAll(() => {
    reader = openChildReader({}, lockedProgram(builtFile('src', 'report', 'intake', 'reader', 'reader-process.ts')));
  });

  afterAll(() => reader.close());

  /** What a reading came to, by what its sender is told; LIMIT where it was stopped. */
  function cameTo({ issues, failed, outcome }: Reading): Refused | 'LIMIT' | 'OTHER' {
    if (failed !== undefined) return failed === 'CRASH' ? 'OTHER' : 'LIMIT';
    const said = issues[0]?.message.vi;
    if (said === tableIssue('NONE', form(HOSTILE_FORM)).message.vi) return 'NO_TABLE';
    const whys = ['BOMB', 'BROKEN', 'TEXT', 'QUOTES', 'KIND'] as const;
    const why = whys.find((one) => openIssue({ code: 'TOO_LARGE', why: one }).message.vi === said);
    return why ?? (outcome === 'REJECT' && issues.length > 100 ? 'ISSUES' : 'OTHER');
  }

  it.each(LARGE_FILES.map((file) => [file.name, file] as const))(
    '%s',
    async (_, file) => {
      const bytes = file.bytes();
      const submission = { organisation: 'LDLD', place: AN_GIANG, period: HALF_YEAR };
      const memory = watchMemory(process.pid);
      const begun = performance.now();
      const reading = await reader.read({
        bytes,
        fileName: 'x',
        form: form(HOSTILE_FORM),
        submission,
        areas: areasOf(AN_GIANG),
      });
      const came = cameTo(reading);
      tell(file.name, bytes.length, came, performance.now() - begun, memory.stop());
      expect(reading.outcome).toBe('REJECT');
      if (came !== 'ISSUES') expect(reading.values).toEqual([]);
      // On a slow machine it can take longer than a reading may.
      expect([...file.why, 'LIMIT']).toContain(came);
    },
    2 * MINUTE,
  );
});

describe('the running hub', () => {
  let folder = '';
  let hub: RunningHub;
  let key = '';

  beforeAll(async () => {
    folder = dataFolder();
    const env = { HUB_DATA_DIR: folder, HUB_DEMO: 'off' };
    hub = await startHub(env);
    key = (await runCommand(env, ['key', 'create', '--role', 'ADMIN'])).stdout.trim();
  }, 4 * MINUTE);

  afterAll(async () => {
    hub.kill('SIGKILL');
    await hub.ended;
    dropFolder(folder);
  }, MINUTE);

  /** Asks the hub whether it serves until it is told to stop; answers how often it did, and rejects where it did not. */
  async function keepAsking(until: Promise<unknown>): Promise<number> {
    let over = false;
    void until.finally(() => (over = true)).catch(() => undefined);
    let answers = 0;
    do {
      expect((await fetch(`${hub.url}/readyz`)).status).toBe(200);
      await ask(hub.url, '{ places(first: 1) { nodes { code } } }');
      answers++;
    } while (!over);
    return answers;
  }

  const TEN: readonly (readonly [name: string, status: number, code: string, state: string])[] = [
    ['a merge over A1:XFD20000', 422, 'TOO_LARGE', 'REFUSED'],
    ['a sheet that shrank a thousandfold', 422, 'TOO_LARGE', 'REFUSED'],
    ['a sheet of 1 KB by its directory that inflates to 50 MB', 422, 'UNREADABLE_FILE', 'REFUSED'],
    ['archives in archives in archives', 422, 'UNREADABLE_FILE', 'REFUSED'],
    ['entities that unfold a billionfold', 422, 'UNREADABLE_FILE', 'REFUSED'],
    ['an entity of another machine', 422, 'UNREADABLE_FILE', 'REFUSED'],
    ['strong encryption', 422, 'ENCRYPTED_FILE', 'REFUSED'],
    ['a whole sheet of one number', 422, 'TOO_LARGE', 'REFUSED'],
    ['a table of sectors that goes round in circles', 422, 'UNREADABLE_FILE', 'REFUSED'],
    ['five million cells and more', 422, 'TOO_LARGE', 'REFUSED'],
  ];

  it(
    'refuses ten hostile files in a row, files them, and serves meanwhile',
    async () => {
      for (const [name, status, code, state] of TEN) {
        const bytes = hostileFile(name).bytes();
        const memory = watchMemory(hub.pid);
        const begun = performance.now();
        const sent = send(hub.url, { name: 'báo cáo.xlsx', bytes }, LDLD, key);
        const answers = await keepAsking(sent);
        const answer = await sent;
        const grown = memory.stop();
        tell(`hub: ${name}`, bytes.length, `${answer.issues[0]?.code}`, performance.now() - begun, grown);
        expect(answers).toBeGreaterThan(0);
        expect(answer).toMatchObject({ status, outcome: 'REJECT', report: null, version: null, values: [] });
        // What takes longer than a reading may on a slow machine is refused as well, and not kept.
        expect(await filed(answer)).toEqual({ state, codes: [code], byteSize: bytes.length });
        // The hub's own memory holds the file and its copy on the way to the process: far less than what it unpacks to.
        expect(grown.grew).toBeLessThan(250);
      }
    },
    10 * MINUTE,
  );

  it(
    'refuses hostile files that come along with a good one',
    async () => {
      const form = new FormData();
      for (const [name, value] of Object.entries(LDLD)) form.set(name, value);
      form.set('file', new Blob([readFileSync(corpus('001-ldld-6t-clean.xlsx'))]), 'a.xlsx');
      const entity = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>';
      const bombs = [
        hostileFile('a sheet that shrank a thousandfold').bytes(),
        docxFile([], { 'word/document.xml': entity }),
      ];
      for (const bytes of bombs) form.append('attachment', new Blob([new Uint8Array(bytes)]), 'b.xlsx');
      const sent = fetch(`${hub.url}/intake`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}` },
        body: form,
      });
      expect(await keepAsking(sent)).toBeGreaterThan(0);
      const response = await sent;
      const { issues } = (await response.json()) as IntakeAnswer;
      expect([response.status, issues.map(({ code }) => code)]).toEqual([422, ['TOO_LARGE', 'UNREADABLE_FILE']]);
    },
    2 * MINUTE,
  );

  it('refuses a file over 20 MB with an answer in JSON', async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries(LDLD)) form.set(name, value);
    form.set('file', new Blob([new Uint8Array(20 * 1024 * 1024 + 1)]), 'a.xlsx');
    const response = await fetch(`${hub.url}/intake`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}` },
      body: form,
    });
    expect([response.status, response.headers.get('content-type')]).toEqual([413, 'application/json; charset=utf-8']);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BODY_TOO_LARGE' } }] });
  });

  it(
    'takes a good file afterwards, and leaves no process behind',
    async () => {
      const bytes = readFileSync(corpus('001-ldld-6t-clean.xlsx'));
      expect(await send(hub.url, { name: 'a.xlsx', bytes }, LDLD, key)).toMatchObject({ status: 200, version: 1 });
      const children = childrenOf(hub.pid);
      hub.kill('SIGTERM');
      const { code, stderr } = await hub.ended;
      expect([code, toldOn(stderr)]).toEqual([0, []]);
      expect(processesIn(folder)).toEqual([]);
      // The database and the reading process that was ready.
      expect([children.length > 1, children.filter(isAlive)]).toEqual([true, []]);
    },
    MINUTE,
  );

  async function filed({ upload }: IntakeAnswer): Promise<object> {
    const { node } = await ask<{ node: { state: string; byteSize: number | null; issues: { code: string }[] } }>(
      hub.url,
      'query ($id: ID!) { node(id: $id) { ... on Upload { state byteSize issues { code } } } }',
      { id: upload },
      key,
    );
    return { state: node.state, byteSize: node.byteSize, codes: node.issues.map((issue) => issue.code) };
  }
});

describe('a file on which reading itself fails', () => {
  it(
    'is filed as failed without its bytes, and can be sent again',
    async () => {
      const unruly = openChildReader({ ms: 3_000 }, lockedProgram(builtFile('test', 'support', 'unruly-child.ts')));
      const ordinary = openChildReader(
        {},
        lockedProgram(builtFile('src', 'report', 'intake', 'reader', 'reader-process.ts')),
      );
      const world = await openGraphWorld();
      const edge = await openGraphEdge(world, {
        ...ordinary,
        read: (file, watch) => (file.fileName === 'LOOP' ? unruly : ordinary).read(file, watch),
      });
      try {
        const admin = await edge.keyOf('ADMIN');
        const bytes = readFileSync(corpus('001-ldld-6t-clean.xlsx'));
        const failed = await edge.intake({ name: 'LOOP', bytes }, LDLD, admin);
        expect(failed).toMatchObject({ status: 422, body: { outcome: 'REJECT', version: null, values: [] } });
        expect(failed.body['issues']).toMatchObject([{ code: 'UNREADABLE_FILE', severity: 'ERROR' }]);
        const uploads =
          'select state, byte_size, file_name, (select count(*)::int from stored_file) as kept from upload order by id';
        expect(await world.sql(uploads)).toEqual([{ state: 'FAILED', byte_size: null, file_name: null, kept: 0 }]);

        expect(await edge.intake({ name: 'a.xlsx', bytes }, LDLD, admin)).toMatchObject({
          status: 200,
          body: { version: 1 },
        });
        expect(await world.sql(uploads)).toMatchObject([{ state: 'FAILED', kept: 1 }, { state: 'ACCEPTED' }]);
      } finally {
        await edge.close();
        await Promise.all([world.close(), unruly.close(), ordinary.close()]);
      }
    },
    2 * MINUTE,
  );
});
