import { describe, expect, it } from '@jest/globals';
import { placeSeeds } from '../../src/catalogue/place/place.seed.ts';
import {
  organisationEdgeSeeds,
  type OrganisationSeed,
  organisationSeeds,
} from '../../src/catalogue/organisation/organisation.seed.ts';
import { addDays } from '../../src/ground/period/local-date.ts';

const actors = organisationSeeds();
const byId = new Map(actors.map((actor) => [actor.id, actor]));
const edges = organisationEdgeSeeds();
const provinces = new Map(placeSeeds().map((place) => [place.id, place]));

function find(code: string, on: string): OrganisationSeed {
  const found = actors.filter(
    (one) =>
      one.code === code &&
      (one.validFrom === null || one.validFrom <= on) &&
      (one.validTo === null || on <= one.validTo),
  );
  expect(found).toHaveLength(1);
  return found[0] as OrganisationSeed;
}

function namesOn(code: string, on: string) {
  const { names } = find(code, on);
  return names.find((one) => (one.validFrom ?? '') <= on && (one.validTo === null || on <= one.validTo));
}

describe('actors', () => {
  it('are seven in each of the 86 provinces, each with its own id', () => {
    expect(actors).toHaveLength(602);
    expect(byId.size).toBe(602);
    expect(find('LDLD-91', '2025-06-30').id).toBe(10911);
    expect(find('MTTQ-91', '2025-07-01').id).toBe(20917);
  });

  it('live exactly as long as their province and are named through it without gap or overlap', () => {
    for (const { provinceId, validFrom, validTo, names } of actors) {
      expect(provinces.get(provinceId)).toMatchObject({ validFrom, validTo });
      expect(names[0]?.validFrom).toBe(validFrom);
      expect(names.at(-1)?.validTo).toBe(validTo);
      names.slice(1).forEach((name, at) => expect(names[at]?.validTo).toBe(addDays(name.validFrom ?? '', -1)));
    }
  });

  it.each([
    ['LDLD-91', '2018-07-11', 'Liên đoàn Lao động tỉnh Kiên Giang'],
    ['LDLD-91', '2025-07-01', 'Liên đoàn Lao động tỉnh An Giang'],
    ['LDLD-01', '2026-11-23', 'Liên đoàn Lao động thành phố Hà Nội'],
    ['LDLD-79', '2026-11-23', 'Liên đoàn Lao động Thành phố Hồ Chí Minh'],
    ['HPN-74', '2015-05-05', 'Hội Liên hiệp Phụ nữ tỉnh Bình Dương'],
    ['HND-92', '2026-11-23', 'Hội Nông dân thành phố Cần Thơ'],
    ['CCB-46', '2024-12-31', 'Hội Cựu chiến binh tỉnh Thừa Thiên Huế'],
    ['CCB-46', '2025-01-01', 'Hội Cựu chiến binh thành phố Huế'],
    ['UBND-79', '2020-01-01', 'Ủy ban nhân dân Thành phố Hồ Chí Minh'],
    ['MTTQ-96', '2026-11-23', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Cà Mau'],
    ['TD-91', '2026-11-23', 'Tỉnh đoàn An Giang'],
    ['TD-92', '2020-01-01', 'Thành đoàn Cần Thơ'],
    ['TD-79', '2026-11-23', 'Thành Đoàn Thành phố Hồ Chí Minh'],
    ['TD-75', '2026-04-29', 'Tỉnh đoàn Đồng Nai'],
    ['TD-75', '2026-04-30', 'Thành đoàn Đồng Nai'],
  ])('%s is called on %s %s', (code, on, name) => {
    expect(namesOn(code, on)?.name).toBe(name);
  });

  it('have an English name and a short one', () => {
    expect(namesOn('LDLD-91', '2018-07-11')).toMatchObject({
      nameEn: 'Kien Giang Provincial Federation of Labour',
      abbreviation: 'LĐLĐ tỉnh Kiên Giang',
    });
    expect(namesOn('TD-79', '2026-11-23')).toMatchObject({
      nameEn: 'Ho Chi Minh City Youth Union',
      abbreviation: 'Thành Đoàn TP. Hồ Chí Minh',
    });
    expect(namesOn('UBND-92', '2026-11-23')).toMatchObject({
      nameEn: 'Can Tho City People’s Committee',
      abbreviation: 'UBND TP. Cần Thơ',
    });
  });

  it('are written in NFC', () => {
    for (const { name, nameEn, abbreviation } of actors.flatMap(({ names }) => names)) {
      for (const text of [name, nameEn, abbreviation]) expect(text).toBe(text.normalize('NFC'));
    }
  });
});

describe('successors of actors', () => {
  it('follow the mergers kind by kind, without a day between', () => {
    expect(edges).toHaveLength(52 * 7);
    for (const { predecessorId, successorId, on } of edges) {
      const [before, after] = [byId.get(predecessorId), byId.get(successorId)];
      expect(before?.kind).toBe(after?.kind);
      expect(before?.validTo).toBe(addDays(on, -1));
      expect(after?.validFrom).toBe(on);
    }
  });

  it('are there for every ended actor', () => {
    const ended = actors.filter(({ validTo }) => validTo !== null).map(({ id }) => id);
    expect(new Set(edges.map(({ predecessorId }) => predecessorId))).toEqual(new Set(ended));
  });

  it("take over Bình Dương's seven in Thành phố Hồ Chí Minh", () => {
    const old = actors.filter(({ provinceId }) => provinceId === 1074);
    expect(old.map(({ validTo }) => validTo)).toEqual(Array(7).fill('2025-06-30'));
    for (const { id, kind } of old) {
      const successors = edges
        .filter(({ predecessorId }) => predecessorId === id)
        .map(({ successorId }) => successorId);
      expect(successors).toEqual([find(`${kind}-79`, '2025-07-01').id]);
    }
  });
});

describe('the Fatherland Front', () => {
  it("is the parent of its province's five organisations from 1 July 2025 and of nothing before", () => {
    for (const actor of actors) {
      const isUnderIt = actor.validTo === null && !['UBND', 'MTTQ'].includes(actor.kind);
      const front = byId.get(actor.parents[0]?.parentId ?? 0);
      expect(actor.parents).toHaveLength(isUnderIt ? 1 : 0);
      if (!isUnderIt) continue;
      expect(actor.parents[0]).toMatchObject({ validFrom: '2025-07-01', validTo: null });
      expect(front).toMatchObject({ kind: 'MTTQ', provinceId: actor.provinceId });
    }
  });
});
