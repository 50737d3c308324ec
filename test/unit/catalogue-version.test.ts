import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalDigest, canonicalJson } from '../../src/catalogue/canonical-json.ts';
import { versionDefinitions } from '../../src/catalogue/definition.ts';
import { organisationVersions } from '../../src/catalogue/organisation/organisation-version.ts';
import { organisationSeeds } from '../../src/catalogue/organisation/organisation.seed.ts';
import { clampDay, mergeRuns } from '../../src/catalogue/place/dated.ts';
import { addDays } from '../../src/ground/period/local-date.ts';

describe('clampDay', () => {
  it.each([
    ['2026-01-01', null, null, '2026-01-01'],
    ['2026-01-01', '2026-02-01', null, '2026-02-01'],
    ['2026-03-01', '2026-02-01', '2026-02-28', '2026-02-28'],
    ['2026-02-28', '2026-02-01', '2026-02-28', '2026-02-28'],
  ])('%s in %s to %s is %s', (on, validFrom, validTo, day) => {
    expect(clampDay(on, { validFrom, validTo })).toBe(day);
  });
});

describe('mergeRuns', () => {
  it('joins neighbours alone: what comes back later is a run of its own', () => {
    const run = (name: string, validFrom: string | null, validTo: string | null) => ({ name, validFrom, validTo });
    const runs = [
      run('a', null, '2020-12-31'),
      run('a', '2021-01-01', '2021-12-31'),
      run('b', '2022-01-01', '2022-12-31'),
      run('a', '2023-01-01', null),
    ];
    expect(mergeRuns(runs, (x, y) => x.name === y.name)).toEqual([
      run('a', null, '2021-12-31'),
      run('b', '2022-01-01', '2022-12-31'),
      run('a', '2023-01-01', null),
    ]);
  });
});

describe('organisationVersions', () => {
  it('cover each life without gap or overlap, and change something each time', () => {
    for (const seed of organisationSeeds()) {
      const versions = organisationVersions(seed);
      expect([versions[0]?.validFrom, versions.at(-1)?.validTo]).toEqual([seed.validFrom, seed.validTo]);
      versions.slice(1).forEach((version, at) => {
        const before = versions[at];
        expect(before?.validTo).toBe(addDays(version.validFrom ?? '', -1));
        expect([before?.name, before?.parentId]).not.toEqual([version.name, version.parentId]);
      });
    }
  });

  it('cut at a change of parent and at a change of name', () => {
    const huePartners = organisationSeeds().find(({ code, validTo }) => code === 'TD-46' && validTo === null);
    if (!huePartners) throw new Error('TD-46 is not there');
    expect(organisationVersions(huePartners)).toMatchObject([
      { name: 'Tỉnh đoàn Thừa Thiên Huế', parentId: null, validTo: '2024-12-31' },
      { name: 'Thành đoàn Huế', parentId: null, validTo: '2025-06-30' },
      { name: 'Thành đoàn Huế', parentId: 10467, validTo: null },
    ]);
  });
});

describe('canonical JSON', () => {
  it('does not depend on the order in which fields were written', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: undefined })).toBe('{"b":[{"c":2,"d":1}]}');
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const turned = Object.fromEntries(Object.entries(object).reverse());
        expect(canonicalDigest(turned)).toBe(canonicalDigest(object));
      }),
    );
  });
});

describe('versionDefinitions', () => {
  it('never gives a version twice to different texts, and no new one to the same', () => {
    const step = fc.record({ text: fc.constantFrom('a', 'b', 'c'), declared: fc.integer({ min: 1, max: 5 }) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        const texts = new Map<number, string>();
        let known: { id: number; version: number; digest: string }[] = [];
        for (const { text, declared } of steps) {
          const [one] = versionDefinitions([{ id: 7, definition: text, declared }], known);
          if (!one) throw new Error('no answer');
          expect(one.fresh).toBe(!texts.has(one.version));
          expect(one.version).toBeGreaterThanOrEqual(Math.max(declared, known[0]?.version ?? 0));
          expect(texts.get(one.version) ?? text).toBe(text);
          texts.set(one.version, text);
          known = [{ id: 7, version: one.version, digest: one.digest }];
        }
      }),
    );
  });
});
