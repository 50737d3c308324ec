import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { read, utils, write } from '@e965/xlsx';
import { LOCAL_OPERATOR } from '../../src/ground/viewer/viewer.ts';
import type { FigureChange, SaidFigure } from '../../src/report/intake/figure-changes.ts';
import { type IntakeResult, receive } from '../../src/report/intake/receive.ts';
import { type CleanFile, womenFile, youthFile } from '../support/bring-in.ts';
import { rowCounts } from '../support/corpus-truth.ts';
import { type GraphWorld, openGraphWorld } from '../support/graph-world.ts';
import { hereReader } from '../../src/report/intake/reader/here-reader.ts';
import { testServer, withDatabase } from '../support/postgres.ts';

let world: GraphWorld;
let superUrl = '';
beforeAll(async () => {
  world = await openGraphWorld();
  superUrl = withDatabase(testServer().superUrl, world.database.name);
});
afterAll(() => world.close());

const bring = ({ name, bytes, form, organisation }: CleanFile, dryRun = false): Promise<IntakeResult> =>
  receive(
    world.contextOf(LOCAL_OPERATOR),
    { name, bytes },
    { form, organisation, place: '91', period: '2026-S1' },
    { synthetic: false, reader: hereReader, dryRun },
  );

/** The women's file with texts in it replaced; each must be there. */
const edited = (...edits: [string, string][]): CleanFile =>
  womenFile((text) =>
    edits.reduce((before, [old, typed]) => {
      if (!before.includes(old)) throw new Error(`The file has no “${old}”.`);
      return before.replace(old, typed);
    }, text),
  );

const number = (value: string, more: Partial<SaidFigure> = {}): SaidFigure => ({
  value,
  missing: null,
  status: 'OFFICIAL',
  qualifier: null,
  ...more,
});
const none = (missing: string): SaidFigure => ({ value: null, missing, status: 'OFFICIAL', qualifier: null });

/** What a changed cell of the women's file is expected to be told as. */
const change = (
  indicatorCode: string,
  measure: string,
  cell: string | null,
  [before, after]: [SaidFigure | null, SaidFigure | null],
  breakdown: Record<string, string> = {},
): FigureChange => ({ indicatorCode, place: '91', breakdown, measure, sheet: null, cell, before, after });

describe('a corrected file', () => {
  it('first taken has nothing to differ from', async () => {
    const result = await bring(womenFile());
    expect([result.version, result.counts.new, result.changes]).toEqual([1, 88, []]);
  });

  // One cell each: a number for another, for a sign, for none, an estimate, a part of a whole; and a whole column gone.
  const corrected = edited(
    ['1720;1.722;1.722;1.683', '1720;1.725;1.725;1.683'],
    ['340;162;162;;', '340;162;162;150;'],
    ['x;38;38;37', 'x;38;38;-'],
    ['80000;76.121;76.121', '80000;76.121 (ước);76.121'],
    ['44640;43.819;43.819', '44640;trên 43.819;43.819'],
  );
  const expected = [
    change('PN_MEMBERS', 'IN_PERIOD', 'E11', [number('43819'), number('43819', { qualifier: 'OVER' })], {
      ethnicity: 'MINORITY',
    }),
    change('PN_BRANCHES', 'IN_PERIOD', 'E17', [number('1722'), number('1725')]),
    change('PN_BRANCHES', 'CUMULATIVE', 'F17', [number('1722'), number('1725')]),
    change('PN_BORROWERS', 'IN_PERIOD', 'E20', [number('76121'), number('76121', { status: 'ESTIMATE' })]),
    change('PN_STARTUPS', 'SAME_PERIOD_LAST_YEAR', 'G25', [none('BLANK'), number('150')]),
    change('PN_COOPS', 'SAME_PERIOD_LAST_YEAR', 'G26', [number('37'), none('NOT_ARISEN')]),
  ];

  it('tells each changed cell with what stood there and what stands there now', async () => {
    const tried = await bring(corrected, true);
    const before = await rowCounts(superUrl);
    expect(await bring(corrected, true)).toEqual(tried);
    expect(await rowCounts(superUrl)).toEqual(before);
    expect(tried.changes).toEqual(expected);
    expect(tried.counts).toEqual({ new: 0, changed: 6, unchanged: 82, removed: 0, rejected: 0 });
    expect([tried.version, tried.report, tried.upload]).toEqual([null, null, null]);
    const taken = await bring(corrected);
    expect([taken.version, taken.changes, taken.counts]).toEqual([2, tried.changes, tried.counts]);
  });

  it('tells figures that are gone, and in the file after that the same as new', async () => {
    const [row = ''] = /;Trong đó: dân tộc thiểu số.*\r?\n/.exec(corrected.bytes.toString('utf8')) ?? [];
    const without = { ...corrected, bytes: Buffer.from(corrected.bytes.toString('utf8').replace(row, '')) };
    const before: [string, SaidFigure][] = [
      ['TARGET', number('44640')],
      ['IN_PERIOD', number('43819', { qualifier: 'OVER' })],
      ['CUMULATIVE', number('43819')],
      ['SAME_PERIOD_LAST_YEAR', number('44111')],
    ];
    const ethnic = { ethnicity: 'MINORITY' };
    const gone = before.map(([measure, figure]) => change('PN_MEMBERS', measure, null, [figure, null], ethnic));
    const first = await bring(without);
    expect(byMeasure(first.changes)).toEqual(byMeasure(gone));
    expect(first.counts).toMatchObject({ new: 0, changed: 0, removed: 4 });
    const again = before.map(([measure, figure], at) =>
      change('PN_MEMBERS', measure, `${'DEFG'[at]}11`, [null, figure], ethnic),
    );
    const second = await bring(corrected);
    expect(byMeasure(second.changes)).toEqual(byMeasure(again));
    expect(second.counts).toMatchObject({ new: 4, changed: 0, removed: 0 });
    expect([first.version, second.version]).toEqual([3, 4]);
  });
  const byMeasure = (changes: readonly FigureChange[]): FigureChange[] =>
    changes.toSorted((a, b) => (a.measure < b.measure ? -1 : 1));

  it('that is refused, or says the same, differs in nothing', async () => {
    const wrong = edited(['1720;1.722;1.722;1.683', '1720;1.799;chín trăm;1.683']);
    expect(await bring(wrong, true)).toMatchObject({ outcome: 'REJECT', changes: [] });
    expect(await bring(corrected)).toMatchObject({ version: 4, changes: [], counts: { unchanged: 88 } });
  });

  it('by communes tells the commune, the sheet and the cell of each', async () => {
    await bring(youthFile());
    const book = read(youthFile().bytes, { cellStyles: true });
    const name = book.SheetNames[0] ?? '';
    const sheet = book.Sheets[name] ?? {};
    const numberIn = (cell: string): number => Number((sheet[cell] as { v?: unknown }).v);
    const [first, second] = [numberIn('D12'), numberIn('D13')];
    utils.sheet_add_aoa(sheet, [[first + 1], [second - 1]], { origin: 'D12' });
    const moved = { ...youthFile(), bytes: write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer };
    const { changes, counts } = await bring(moved, true);
    expect(counts).toMatchObject({ new: 0, changed: 2, removed: 0, rejected: 0 });
    expect(changes.map(({ sheet: on, cell, before, after }) => [on, cell, before?.value, after?.value])).toEqual([
      [name, 'D12', String(first), String(first + 1)],
      [name, 'D13', String(second), String(second - 1)],
    ]);
    const [one, other] = changes.map(({ place }) => place);
    expect([one, other].every((place) => /^\d{5}$/.test(place ?? '')) && one !== other).toBe(true);
  });
});
