import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { placeNames } from '../../src/catalogue/place/place-name.ts';
import { placeEdgeSeeds, type PlaceSeed, placeSeeds } from '../../src/catalogue/place/place.seed.ts';
import { addDays } from '../../src/ground/period/local-date.ts';
import { projectPath } from '../../src/ground/project-path.ts';

const places = placeSeeds();
const provinces = places.filter(({ level }) => level === 'PROVINCE');
const communes = places.filter(({ level }) => level === 'COMMUNE');
const byId = new Map(places.map((place) => [place.id, place]));
const edges = placeEdgeSeeds();

function livesOn({ validFrom, validTo }: { validFrom: string | null; validTo: string | null }, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);
}

function find(code: string, on: string): PlaceSeed {
  const found = places.filter((place) => place.code === code && livesOn(place, on));
  expect(found).toHaveLength(1);
  return found[0] as PlaceSeed;
}

function nameOf(code: string, on: string): string | undefined {
  return find(code, on).names.find((name) => livesOn(name, on))?.name;
}

describe('provinces', () => {
  it('are 63 until 30 June 2025 and 34 since, 23 of them from mergers', () => {
    expect(provinces).toHaveLength(86);
    expect(provinces.filter((one) => livesOn(one, '2025-06-30'))).toHaveLength(63);
    expect(provinces.filter((one) => livesOn(one, '2025-07-01'))).toHaveLength(34);
    expect(provinces.filter((one) => livesOn(one, '2026-11-23'))).toHaveLength(34);
    expect(new Set(edges.map(({ successorId }) => successorId)).size).toBe(23);
    expect(provinces.filter(({ validFrom, validTo }) => validFrom === null && validTo === null)).toHaveLength(11);
  });

  it('are nine centrally-run cities and 25 provinces on 23 November 2026', () => {
    const today = provinces.filter((one) => livesOn(one, '2026-11-23')).map(({ names }) => names.at(-1)?.type);
    expect(today.filter((type) => type === 'CENTRAL_CITY')).toHaveLength(9);
    expect(today.filter((type) => type === 'PROVINCE')).toHaveLength(25);
  });

  it('share a code over time without sharing an id', () => {
    expect(find('91', '2025-06-30')).toMatchObject({ id: 1091, validFrom: null, validTo: '2025-06-30' });
    expect(find('91', '2025-07-01')).toMatchObject({ id: 2091, validFrom: '2025-07-01', validTo: null });
    expect(nameOf('91', '2025-06-30')).toBe('Tỉnh Kiên Giang');
    expect(nameOf('91', '2025-07-01')).toBe('Tỉnh An Giang');
  });

  it.each([
    ['46', '2024-12-31', 'Tỉnh Thừa Thiên Huế'],
    ['46', '2025-01-01', 'Thành phố Huế'],
    ['75', '2026-04-29', 'Tỉnh Đồng Nai'],
    ['75', '2026-04-30', 'Thành phố Đồng Nai'],
    ['22', '2026-08-31', 'Tỉnh Quảng Ninh'],
    ['22', '2026-09-01', 'Thành phố Quảng Ninh'],
    ['24', '2025-06-30', 'Tỉnh Bắc Giang'],
    ['24', '2026-09-19', 'Tỉnh Bắc Ninh'],
    ['24', '2026-09-20', 'Thành phố Bắc Ninh'],
  ])('%s is called on %s %s', (code, on, name) => {
    expect(nameOf(code, on)).toBe(name);
  });

  it('keep Huế one row through its change of name', () => {
    expect(find('46', '2010-01-01').id).toBe(find('46', '2026-11-23').id);
  });
});

describe('edges of mergers', () => {
  it('join the 52 merged provinces whole, each once, the day after their last', () => {
    expect(edges).toHaveLength(52);
    expect(new Set(edges.map(({ predecessorId }) => predecessorId)).size).toBe(52);
    for (const edge of edges) {
      expect(byId.get(edge.predecessorId)?.validTo).toBe(addDays(edge.on, -1));
      expect(byId.get(edge.successorId)?.validFrom).toBe(edge.on);
      expect(edge.type).toBe('FULL');
    }
  });

  it('leave no ended province without a successor and no founded one without two predecessors', () => {
    const ended = provinces.filter(({ validTo }) => validTo !== null).map(({ id }) => id);
    expect(new Set(edges.map(({ predecessorId }) => predecessorId))).toEqual(new Set(ended));
    for (const { id } of provinces.filter(({ validFrom }) => validFrom !== null)) {
      expect(edges.filter(({ successorId }) => successorId === id).length).toBeGreaterThanOrEqual(2);
    }
  });

  it('bring Kiên Giang and old An Giang to An Giang, Bình Dương and Bà Rịa - Vũng Tàu to Thành phố Hồ Chí Minh', () => {
    const into = (id: number) => edges.filter((one) => one.successorId === id).map((one) => one.predecessorId);
    expect(into(2091)).toEqual([1089, 1091]);
    expect(into(2079)).toEqual([1074, 1077, 1079]);
  });
});

describe('communes', () => {
  it('are 3,321: 687 wards, 2,621 communes and 13 special zones', () => {
    const types = communes.map(({ names }) => names[0]?.type);
    expect(communes).toHaveLength(3321);
    expect(types.filter((type) => type === 'WARD')).toHaveLength(687);
    expect(types.filter((type) => type === 'COMMUNE')).toHaveLength(2621);
    expect(types.filter((type) => type === 'SPECIAL_ZONE')).toHaveLength(13);
  });

  it('are in every province as many of each type as the code list says', () => {
    const file = readFileSync(projectPath('src', 'catalogue', 'place', 'data', 'provinces.json'), 'utf8');
    const entries = (JSON.parse(file) as { provinces: { code: string; units?: object }[] }).provinces;
    const stated = entries.filter(({ units }) => units !== undefined);
    expect(stated).toHaveLength(34);
    for (const { code, units } of stated) {
      const { id } = find(code, '2025-07-01');
      const inside = communes.filter(({ parentId }) => parentId === id);
      const count = (type: string) => inside.filter(({ names }) => names[0]?.type === type).length;
      expect({ code, phuong: count('WARD'), xa: count('COMMUNE'), dacKhu: count('SPECIAL_ZONE') }).toEqual({
        code,
        ...units,
      });
    }
  });

  it('lie in a province that lives, which covered or took over the land of their province before', () => {
    const mergers = edges.map(({ predecessorId, successorId }) => `${predecessorId} ${successorId}`);
    for (const commune of communes) {
      const now = commune.provinceId;
      const before = commune.legacyProvinceId;
      expect(byId.get(now ?? 0)?.validTo).toBeNull();
      expect(commune.parentId).toBe(now);
      if (before !== null && before !== now) expect(mergers).toContain(`${before} ${now}`);
    }
  });

  it('rebuild Kiên Giang from 48 of An Giang and Bình Dương from 36 of Thành phố Hồ Chí Minh', () => {
    expect(communes.filter(({ legacyProvinceId }) => legacyProvinceId === 1091)).toHaveLength(48);
    expect(communes.filter(({ legacyProvinceId }) => legacyProvinceId === 1074)).toHaveLength(36);
  });

  it('put Hoàng Sa in Đà Nẵng and Trường Sa in Khánh Hòa', () => {
    expect(byId.get(120333)?.names[0]?.name).toBe('Đặc khu Hoàng Sa');
    expect(byId.get(byId.get(120333)?.parentId ?? 0)?.names[0]?.name).toBe('Thành phố Đà Nẵng');
    expect(byId.get(122736)?.names[0]?.name).toBe('Đặc khu Trường Sa');
    expect(byId.get(byId.get(122736)?.parentId ?? 0)?.names[0]?.name).toBe('Tỉnh Khánh Hòa');
  });
});

describe('every place', () => {
  it('has its own id and never shares a code with another at one time', () => {
    expect(byId.size).toBe(1 + 86 + 3321);
    for (const day of ['2025-06-30', '2025-07-01', '2026-11-23']) {
      const codes = places.filter((one) => livesOn(one, day)).map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
    }
  });

  it('is named through its whole life without gap or overlap', () => {
    for (const { names, validFrom, validTo } of places) {
      expect(names[0]?.validFrom).toBe(validFrom);
      expect(names.at(-1)?.validTo).toBe(validTo);
      names.slice(1).forEach((name, at) => expect(names[at]?.validTo).toBe(addDays(name.validFrom ?? '', -1)));
    }
  });

  it('is written in NFC without stray spaces', () => {
    for (const { name, shortName, nameEn } of places.flatMap(({ names }) => names)) {
      expect(name).toBe(name.normalize('NFC').trim().replaceAll(/\s+/g, ' '));
      expect(name.endsWith(shortName)).toBe(true);
      expect(nameEn).toMatch(/^[A-Za-z0-9' -]+$/);
    }
  });
});

describe('placeNames', () => {
  it.each([
    ['Thành phố Hồ Chí Minh', 'CENTRAL_CITY', 'Hồ Chí Minh', 'Ho Chi Minh City'],
    ['Tỉnh Đắk Lắk', 'PROVINCE', 'Đắk Lắk', 'Dak Lak Province'],
    ['Phường 1 Bảo Lộc', 'WARD', '1 Bảo Lộc', 'Ward 1 Bao Loc'],
    ['Thị xã Thuận An', 'DISTRICT_TOWN', 'Thuận An', 'Thuan An Town'],
  ] as const)('splits %s', (name, type, shortName, nameEn) => {
    expect(placeNames(name, type)).toEqual({ name, type, shortName, nameEn });
  });

  it('refuses a name whose type word is another', () => {
    expect(() => placeNames('Tỉnh Huế', 'CENTRAL_CITY')).toThrow("begin with 'Thành phố', got 'Tỉnh Huế'");
  });
});
