import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { otherWays } from '../../src/answer/search/abbreviation.ts';
import { highlights } from '../../src/answer/search/highlight.ts';
import { searchText } from '../../src/answer/search/search-text.ts';
import { wordsOf } from '../../src/answer/search/word.ts';
import { projectPath } from '../../src/ground/project-path.ts';
import { fold, toneNormal } from '../../src/ground/text/fold.ts';
import { toneSpellings } from '../../src/ground/text/tone-spellings.ts';

const dictionary = JSON.parse(
  readFileSync(projectPath('src', 'answer', 'search', 'data', 'abbreviations.json'), 'utf8'),
) as { short: string; long: string[] }[];

/** The ways to write a text, whole pieces in brackets. */
const ways = (text: string): string[] =>
  otherWays(wordsOf(text)).map((pieces) =>
    pieces
      .map(({ words, whole }) => {
        const written = words.map(({ marked }) => marked).join(' ');
        return whole ? `[${written}]` : written;
      })
      .join(' '),
  );
const small = (text: string): string =>
  wordsOf(text)
    .map(({ marked }) => marked)
    .join(' ');

describe('abbreviations', () => {
  it('are known both ways, each with and without marks', () => {
    for (const { short, long } of dictionary) {
      for (const full of long) {
        for (const text of [short, short.toLowerCase(), fold(short)]) expect(ways(text)).toContain(`[${small(full)}]`);
        for (const text of [full, full.toUpperCase(), fold(full)]) expect(ways(text)).toContain(`[${small(short)}]`);
      }
    }
  });

  it('are in the dictionary once, and none is its own meaning', () => {
    const shorts = dictionary.map(({ short }) => fold(short));
    const marked = dictionary.map(({ short }) => small(short));
    expect(new Set(marked).size).toBe(marked.length);
    expect(shorts.filter((short) => short.length < 2)).toEqual([]);
  });

  it('stand for whole words only', () => {
    expect(ways('UBND')).toEqual(['[ủy ban nhân dân]']);
    expect(ways('xLĐLĐ')).toEqual([]);
    expect(ways('công đoànx')).toEqual([]);
  });

  it('count marks where there are any', () => {
    expect(ways('cong doan')).toEqual(['[cđ]']);
    expect(ways('cộng đoàn')).toEqual([]);
  });

  it('are tried together and one at a time', () => {
    expect(ways('CĐCS trong DN')).toEqual([
      '[công đoàn cơ sở] trong [doanh nghiệp]',
      '[công đoàn cơ sở] trong dn',
      'cđcs trong [doanh nghiệp]',
    ]);
  });

  it('never make more than a dozen ways, however long the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...dictionary.flatMap(({ short, long }) => [short, ...long]), 'và', 'an'), {
          maxLength: 40,
        }),
        (parts) => {
          expect(otherWays(wordsOf(parts.join(' '))).length).toBeLessThanOrEqual(12);
        },
      ),
    );
  });
});

describe('the spellings of a word', () => {
  it.each([
    ['hòa', ['hòa', 'hoà']],
    ['thúy', ['thúy', 'thuý']],
    ['quý', ['quý', 'qúy']],
    ['giải', ['giải', 'gỉai', 'giaỉ']],
    ['an', ['an']],
    ['đ', ['đ']],
  ])('of %s are %j', (word, spellings) => {
    expect(toneSpellings(word)).toEqual(spellings);
  });

  it('are all one word to toneNormal', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'aàảãáạăằâấeêềiíoôốơớuủưứyỳbcdđghklmnpqrstvx'),
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(letters, (text) => {
        const word = toneNormal(text);
        for (const one of toneSpellings(word)) expect(toneNormal(one)).toBe(word);
      }),
    );
  });
});

describe('highlights', () => {
  it('are in order, apart from each other, and show text that folds to what was looked for', () => {
    const words = fc.array(
      fc.constantFrom('Lao', 'động', 'giỏi', 'hoà', 'GIẢI', 'ĐVTN', 'đoàn', 'viên', 'Huế,', '(an)'),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(words, fc.nat(), (parts, pick) => {
        const name = parts.join(' ');
        const asked = fold(parts[pick % parts.length] ?? '').replace(/[(),]/g, '');
        const stretches = highlights(name, searchText(asked));
        let last = -1;
        for (const { start, end } of stretches) {
          expect(start).toBeGreaterThan(last);
          expect(fold(name.slice(start, end))).toContain(asked);
          last = end;
        }
        expect(stretches.length).toBeGreaterThan(0);
      }),
    );
  });
});
