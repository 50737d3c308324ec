import { describe, expect, it } from '@jest/globals';
import { programs, sourceFiles, type SourceFile } from '../support/source-tree.ts';

const MOST_LINES = 300;

/** Where SQL is at home. */
const SQL_HOME = /^(migrations\/|src\/ground\/database\/)|\.(store|source)\.ts$/;
/** Files outside with SQL, and why. */
const SQL_GUESTS: Readonly<Record<string, string>> = {
  'src/ground/viewer/session.ts': 'opens the transactions and names the viewer in them, by one set_config',
  'src/feed/stream/listening-waker.ts': 'holds a connection of its own to LISTEN',
};
const SQL = [
  /\.query\s*[(<]/,
  /\b(?:named|dynamic)\b.*from '.*data-source\.ts'/,
  /getRepository|createQueryBuilder/,
  /[`'"]\s*(?:\/\*.*?\*\/\s*)?(?:select\s+\S+.*\sfrom\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|with\s+\w+\s+as\s)/i,
];

/** Words that are parts of a file's name in every room; a name says what a file is about, then its role. */
const NAME =
  /^[a-z0-9]+(-[a-z0-9]+)*(\.(row|type|input|store|source|loader|resolver|enum|seed|spec|rule|route|kind|generated))?\.(ts|mjs|js|css|html|csv|json|xlsx|md)$|^README\.md$/;

/** Fixtures are kept byte by byte, as their senders wrote them. */
const AS_SENT = /^test\/fixtures\/corpus\//;

const everywhere = sourceFiles();
const written = everywhere.filter(({ path }) => !AS_SENT.test(path) && !path.endsWith('.generated.ts'));

function breaches(files: readonly SourceFile[], wrong: (file: SourceFile) => boolean): string[] {
  return files.filter(wrong).map(({ path }) => path);
}

describe('every file', () => {
  it(`of programs and tests has at most ${MOST_LINES} lines, or says why not`, () => {
    const code = [...programs('src'), ...programs('test'), ...programs('migrations')];
    expect(code.length).toBeGreaterThan(200);
    const long = code.filter(({ text }) => text.split('\n').length - 1 > MOST_LINES);
    expect(breaches(long, ({ text }) => !/\/\/ Over 300 lines because \S+/.test(text))).toEqual([]);
  });

  it('of src/ is named noun.role in kebab-case, and none is a barrel or a box of odds and ends', () => {
    const names = sourceFiles('src').filter(({ path }) => !AS_SENT.test(path) && !path.includes('/data/'));
    expect(breaches(names, ({ path }) => !NAME.test(path.split('/').at(-1) ?? ''))).toEqual([]);
    expect(breaches(names, ({ path }) => /(^|\/)(index|utils?|helpers?|misc|common)\.(ts|js)$/.test(path))).toEqual([]);
  });

  it('leaves the environment to src/config.ts, and in tests to the support', () => {
    const asks = ({ text }: SourceFile): boolean => /\bprocess\s*\.\s*env\b|\benv\b[^;]*from 'node:process'/.test(text);
    expect(breaches([...programs('src'), ...programs('migrations')], asks)).toEqual(['src/config.ts']);
    const tests = programs('test').filter(({ path }) => !/^test\/(support\/|global-|check\/tree)/.test(path));
    expect(breaches(tests, asks)).toEqual([]);
  });

  it('leaves SQL to stores, sources, migrations and the database room', () => {
    const outside = programs('src').filter(({ path }) => !SQL_HOME.test(path));
    const guests = breaches(outside, ({ text }) => SQL.some((pattern) => pattern.test(text)));
    expect(guests).toEqual(Object.keys(SQL_GUESTS).toSorted());
  });

  it('is written with LF, ends with a line, and its Vietnamese is NFC', () => {
    expect(breaches(written, ({ text }) => text.includes('\r'))).toEqual([]);
    expect(breaches(written, ({ text }) => text !== '' && !text.endsWith('\n'))).toEqual([]);
    expect(breaches(written, ({ text }) => text !== text.normalize('NFC'))).toEqual([]);
  });

  it('names no folder of a machine', () => {
    const folder = /(?:^|[\s'"`(=:])\/(?:work|home|root|Users)\/\w/m;
    expect(breaches(written, ({ text }) => folder.test(text))).toEqual([]);
  });

  it('leaves no task behind for later', () => {
    const later = /\b(TO(?:DO)|FIX(?:ME))\b/;
    expect(
      breaches([...programs('src'), ...programs('test'), ...programs('migrations')], ({ text }) => later.test(text)),
    ).toEqual([]);
  });
});

describe('the lock file', () => {
  it('pins versions and names no registry', () => {
    const lock = everywhere.find(({ path }) => path === 'package-lock.json')?.text ?? '';
    const { packages } = JSON.parse(lock) as { packages: Record<string, { version?: string }> };
    expect(Object.keys(packages).length).toBeGreaterThan(400);
    expect(lock).not.toContain('"resolved"');
    expect(lock).not.toMatch(/registry\.|npmjs\.(org|com)\/[^"]*\.tgz/);
    const loose = Object.entries(packages).flatMap(([path, { version }]) => (version ? [] : [path]));
    expect(loose).toEqual([]);
  });
});
