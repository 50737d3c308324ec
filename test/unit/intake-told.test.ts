import { describe, expect, it } from '@jest/globals';
import { toldOfIntake } from '../../src/intake-told.ts';
import type { AttachedResult } from '../../src/report/attachment/receive-with-attachments.ts';
import type { FigureChange, SaidFigure } from '../../src/report/intake/figure-changes.ts';
import type { Issue } from '../../src/report/intake/reading.ts';

const HEAD = 'a.xlsx: REJECT (refused, no version): 0 new, 0 changed, 0 unchanged, 0 removed, 0 cells rejected';

const result = (parts: Partial<AttachedResult>): AttachedResult => ({
  file: 'a.xlsx',
  sha256: '0'.repeat(64),
  outcome: 'REJECT',
  dryRun: false,
  upload: null,
  report: null,
  version: null,
  counts: { new: 0, changed: 0, unchanged: 0, removed: 0, rejected: 0 },
  changes: [],
  issues: [],
  issuesOmitted: 0,
  annotatable: true,
  values: [],
  attachments: [],
  ...parts,
});
const issue = (cell: string | null, vi: string, hint?: string): Issue => ({
  code: 'MALFORMED_NUMBER',
  severity: 'ERROR',
  sheet: cell === null ? null : 'Biểu 01',
  cell,
  message: { vi, en: '' },
  ...(hint === undefined ? {} : { hint: { vi: hint, en: '' } }),
});

describe('what a person is told of a file', () => {
  it('has below each issue how to correct it, once where the next cell is corrected in the same way', () => {
    const issues = [
      issue('E11', 'một', 'Ghi số.'),
      issue('E12', 'hai', 'Ghi số.'),
      issue('E13', 'ba', 'Để trống.'),
      issue(null, 'cả tệp'),
      issue('E14', 'bốn', 'Ghi số.'),
    ];
    expect(toldOfIntake(result({ issues }), false)).toEqual([
      HEAD,
      '  ERROR MALFORMED_NUMBER Biểu 01!E11: một',
      '  ERROR MALFORMED_NUMBER Biểu 01!E12: hai',
      '    Cách sửa: Ghi số.',
      '  ERROR MALFORMED_NUMBER Biểu 01!E13: ba',
      '    Cách sửa: Để trống.',
      '  ERROR MALFORMED_NUMBER: cả tệp',
      '  ERROR MALFORMED_NUMBER Biểu 01!E14: bốn',
      '    Cách sửa: Ghi số.',
    ]);
  });

  it('says how many issues are not listed', () => {
    const lines = toldOfIntake(result({ issues: [issue('E11', 'một')], issuesOmitted: 12_345 }), false);
    expect(lines.at(-1)).toBe('  … và 12.345 lỗi khác không liệt kê.');
    expect(toldOfIntake(result({}), false)).toEqual([HEAD]);
  });

  const figure = (value: string | null, more: Partial<SaidFigure> = {}): SaidFigure => ({
    value,
    missing: value === null ? 'BLANK' : null,
    status: 'OFFICIAL',
    qualifier: null,
    ...more,
  });
  const change = (parts: Partial<FigureChange>): FigureChange => ({
    indicatorCode: 'LD_MEMBERS',
    place: '91',
    breakdown: {},
    measure: 'IN_PERIOD',
    sheet: null,
    cell: 'E14',
    before: figure('1200.5'),
    after: figure('1300'),
    ...parts,
  });
  const taken = (changes: FigureChange[], more: Partial<AttachedResult['counts']> = {}): string[] =>
    toldOfIntake(
      result({
        outcome: 'ACCEPT',
        report: 'r',
        version: 2,
        changes,
        counts: { new: 0, changed: changes.length, unchanged: 5, removed: 0, rejected: 0, ...more },
      }),
      true,
    ).slice(1);

  it('names what differs from the version before, with what stood there and what stands there now', () => {
    expect(
      taken([
        change({}),
        change({ sheet: 'Biểu 01', breakdown: { sector: 'FDI', sex: 'FEMALE' }, measure: 'CUMULATIVE' }),
        change({ before: null, after: figure('7', { status: 'ESTIMATE', qualifier: 'ABOUT' }), measure: 'TARGET' }),
        change({ cell: null, before: figure(null, { missing: 'NOT_ARISEN' }), after: null }),
        change({ measure: 'SAME_PERIOD_LAST_YEAR', before: figure(null), after: figure('0') }),
      ]),
    ).toEqual([
      '  Thay đổi so với phiên bản trước:',
      '    E14 LD_MEMBERS, kỳ này: 1.200,5 → 1.300',
      '    Biểu 01!E14 LD_MEMBERS (sector=FDI, sex=FEMALE), lũy kế: 1.200,5 → 1.300',
      '    E14 LD_MEMBERS, kế hoạch năm: chưa có → khoảng 7 (ước)',
      '    LD_MEMBERS, kỳ này: không phát sinh → không còn',
      '    E14 LD_MEMBERS, cùng kỳ năm trước: để trống → 0',
    ]);
  });

  it('names places where there are several, at most twenty changes, and how many more there are', () => {
    const many = Array.from({ length: 30 }, (_, at) => change({ place: `303${10 + at}` }));
    const lines = taken(many, { new: 4_000, removed: 2 });
    expect(lines).toHaveLength(22);
    expect(lines[1]).toBe('    E14 LD_MEMBERS 30310, kỳ này: 1.200,5 → 1.300');
    expect(lines.at(-1)).toBe('    … và 4.012 thay đổi khác.');
  });
});
