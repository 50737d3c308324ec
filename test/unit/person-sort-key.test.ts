import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { personSortKey } from '../../src/catalogue/person/person-sort-key.ts';
import { sortKey } from '../../src/ground/text/sort-key.ts';

/** The order of bytes, as PostgreSQL's collation "C" has it. */
function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function sorted(names: readonly string[]): string[] {
  return names.toSorted((a, b) => byBytes(personSortKey(a), personSortKey(b)));
}

describe('the order of persons', () => {
  it('goes by the given name first, then the family name, then what stands between', () => {
    const wanted = ['Võ Thị An', 'Nguyễn Văn Bình', 'Trần An Bình', 'Trần Thị Bình', 'Đỗ Quỳnh', 'Lê Ân Thọ'];
    expect(sorted(wanted.toReversed())).toEqual(wanted);
  });

  it('tells tones of the given name apart before it looks at the family name', () => {
    const wanted = ['Vũ Minh Viên', 'Trần Thanh Viết', 'An Văn Việt', 'Lâm Quốc Việt'];
    expect(sorted(wanted.toReversed())).toEqual(wanted);
  });

  it('has đ after d and â after a in family names too', () => {
    const wanted = ['Dương Nam', 'Đặng Nam', 'Đinh Nam'];
    expect(sorted(wanted.toReversed())).toEqual(wanted);
  });

  it('puts a name of one word before longer ones with that given name, and does not fall over odd ones', () => {
    expect(sorted(['Trần Nam', 'Nam'])).toEqual(['Nam', 'Trần Nam']);
    expect(personSortKey('')).toBe('');
    expect(personSortKey('  Trần   Văn Nam ')).toBe(personSortKey('Trần Văn Nam'));
  });

  it('is the order of the three parts, one after the other, for any names', () => {
    const word = fc.stringMatching(/^[A-ZĐ][a-zăâđêôơưáàảãạ]{0,4}$/);
    const name = fc.tuple(word, word, word);
    fc.assert(
      fc.property(name, name, (a, b) => {
        const parts = a.map((_, at) => byBytes(sortKey(a[at] ?? ''), sortKey(b[at] ?? '')));
        const [given = 0, family = 0, middle = 0] = parts;
        const text = ([last, first, between]: readonly string[]): string => `${first} ${between} ${last}`;
        const came = byBytes(personSortKey(text(a)), personSortKey(text(b)));
        expect(Math.sign(came)).toBe(Math.sign(given || family || middle));
      }),
    );
  });
});
