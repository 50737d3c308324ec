import { readFileSync } from 'node:fs';
import { projectPath } from '../../../src/ground/project-path.ts';
import type { AreaName } from '../../../src/report/intake/reading.ts';

/** A commune, ward or special zone. */
export interface Commune extends AreaName {
  readonly type: 'COMMUNE' | 'WARD' | 'SPECIAL_ZONE';
}

interface NamedProvince {
  code: string;
  until: string | null;
  names: { name: string; from: string | null }[];
}

const folder = ['src', 'catalogue', 'place', 'data'] as const;
const communes = readCommunes();
const provinces = readProvinces();

function readCommunes(): Map<string, Commune[]> {
  const lines = readFileSync(projectPath(...folder, 'communes.csv'), 'utf8')
    .trim()
    .split(/\r?\n/);
  const found = new Map<string, Commune[]>();
  for (const line of lines.slice(1)) {
    const [code = '', name = '', type = '', province = ''] = line.split(',');
    found.set(province, [...(found.get(province) ?? []), { code, name, type: type as Commune['type'] }]);
  }
  return found;
}

function readProvinces(): NamedProvince[] {
  const text = readFileSync(projectPath(...folder, 'provinces.json'), 'utf8');
  const all = (JSON.parse(text) as { provinces: NamedProvince[] }).provinces;
  return all.filter(({ until }) => until === null);
}

/** Codes of today's provinces, those with the fewest communes first. */
export function provinceCodes(): string[] {
  return [...communes.keys()].sort((a, b) => communesOf(a).length - communesOf(b).length);
}

/** The communes of a province in the order of the official list. */
export function communesOf(province: string): Commune[] {
  return communes.get(province) ?? [];
}

/** A province under its name of that day. */
export function provinceAt(code: string, day: string): AreaName {
  const province = provinces.find((one) => one.code === code);
  const names = province?.names.filter(({ from }) => from === null || from <= day) ?? [];
  const name = (names.at(-1) ?? province?.names[0])?.name;
  if (name === undefined) throw new Error(`Expected a province of today, got '${code}'.`);
  return { code, name };
}
