import { describe, expect, it } from '@jest/globals';
import { placeSeeds, placeTileSeeds, type PlaceTileSeed } from '../../src/catalogue/place/place.seed.ts';

const tiles = placeTileSeeds();
const places = new Map(placeSeeds().map((place) => [place.id, place]));
const archipelagos = tiles.filter(({ placeId }) => places.get(placeId)?.level === 'COMMUNE');
const mainland = tiles.filter(({ placeId }) => places.get(placeId)?.level === 'PROVINCE');

function tile(label: string): PlaceTileSeed {
  const found = tiles.filter((one) => one.label === label);
  expect(found).toHaveLength(1);
  return found[0] as PlaceTileSeed;
}

function touch(a: PlaceTileSeed, b: PlaceTileSeed): boolean {
  return a !== b && Math.abs(a.column - b.column) <= 1 && Math.abs(a.row - b.row) <= 1;
}

describe('tile map', () => {
  it("shows each of today's 34 provinces once, and Hoàng Sa and Trường Sa", () => {
    const living = [...places.values()].filter(({ level, validTo }) => level === 'PROVINCE' && validTo === null);
    const ids = mainland.map(({ placeId }) => placeId);
    expect(ids).toHaveLength(34);
    expect(new Set(ids)).toEqual(new Set(living.map(({ id }) => id)));
    expect(archipelagos.map(({ placeId, label }) => [placeId, label])).toEqual([
      [120333, 'Hoàng Sa'],
      [122736, 'Trường Sa'],
    ]);
  });

  it('never puts two tiles on one cell', () => {
    expect(new Set(tiles.map(({ column, row }) => `${column},${row}`)).size).toBe(36);
  });

  it('lays both archipelagos east of every province, Hoàng Sa at the height of Huế or Đà Nẵng, Trường Sa below Khánh Hòa', () => {
    const east = Math.max(...mainland.map(({ column }) => column));
    for (const { column } of archipelagos) expect(column).toBeGreaterThan(east);
    expect([tile('Huế').row, tile('Đà Nẵng').row]).toContain(tile('Hoàng Sa').row);
    expect(tile('Trường Sa').row).toBeGreaterThan(tile('Khánh Hòa').row);
  });

  it('holds the mainland together', () => {
    const reached = new Set(mainland.slice(0, 1));
    for (const from of reached) for (const to of mainland) if (touch(from, to)) reached.add(to);
    expect(reached.size).toBe(34);
  });

  it.each([
    ['Điện Biên', 'Lai Châu'],
    ['Điện Biên', 'Sơn La'],
    ['Lai Châu', 'Lào Cai'],
    ['Lào Cai', 'Tuyên Quang'],
    ['Lào Cai', 'Phú Thọ'],
    ['Tuyên Quang', 'Cao Bằng'],
    ['Tuyên Quang', 'Thái Nguyên'],
    ['Cao Bằng', 'Lạng Sơn'],
    ['Lạng Sơn', 'Quảng Ninh'],
    ['Hà Nội', 'Phú Thọ'],
    ['Hà Nội', 'Thái Nguyên'],
    ['Hà Nội', 'Bắc Ninh'],
    ['Hà Nội', 'Hưng Yên'],
    ['Hà Nội', 'Ninh Bình'],
    ['Hải Phòng', 'Hưng Yên'],
    ['Hải Phòng', 'Quảng Ninh'],
    ['Ninh Bình', 'Thanh Hóa'],
    ['Thanh Hóa', 'Nghệ An'],
    ['Nghệ An', 'Hà Tĩnh'],
    ['Hà Tĩnh', 'Quảng Trị'],
    ['Quảng Trị', 'Huế'],
    ['Huế', 'Đà Nẵng'],
    ['Đà Nẵng', 'Quảng Ngãi'],
    ['Quảng Ngãi', 'Gia Lai'],
    ['Gia Lai', 'Đắk Lắk'],
    ['Đắk Lắk', 'Khánh Hòa'],
    ['Đắk Lắk', 'Lâm Đồng'],
    ['Khánh Hòa', 'Lâm Đồng'],
    ['Lâm Đồng', 'Đồng Nai'],
    ['Lâm Đồng', 'Hồ Chí Minh'],
    ['Đồng Nai', 'Tây Ninh'],
    ['Đồng Nai', 'Hồ Chí Minh'],
    ['Hồ Chí Minh', 'Tây Ninh'],
    ['Hồ Chí Minh', 'Đồng Tháp'],
    ['Tây Ninh', 'Đồng Tháp'],
    ['Đồng Tháp', 'An Giang'],
    ['Đồng Tháp', 'Vĩnh Long'],
    ['An Giang', 'Cần Thơ'],
    ['Cần Thơ', 'Vĩnh Long'],
    ['Cần Thơ', 'Cà Mau'],
  ])('keeps the neighbours %s and %s together', (one, other) => {
    expect(touch(tile(one), tile(other))).toBe(true);
  });
});
