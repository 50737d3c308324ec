import { Big } from 'big.js';
import { fold, toneNormal } from '../../../ground/text/fold.ts';
import type { MeasuredSpec } from '../../../catalogue/form/form.spec.ts';

/** How a printed number becomes a value of the form's base unit. */
export interface Unit {
  /** Decimal string: printed number × scale = value in the base unit. */
  readonly scale: string;
  /** Counted in whole pieces: a fraction is impossible. */
  readonly wholeThings: boolean;
}

interface Quantity {
  /** Unit of `factor`; of counted things their folded name. */
  readonly base: string;
  readonly factor: string;
}

const MONEY: ReadonlyMap<string, string> = new Map([
  ...['đồng', 'đ', 'vnd', 'vnđ', '₫'].map((unit) => [unit, '1'] as const),
  ...[
    'nghìn đồng',
    'ngàn đồng',
    'nghìn',
    'ngàn',
    '1000 đồng',
    '1.000 đồng',
    '1000đ',
    '1.000đ',
    'nghìn đ',
    'ngàn đ',
  ].map((unit) => [unit, '1000'] as const),
  ...['triệu đồng', 'triệu', 'trđ', 'tr.đ', 'tr. đ', 'tr đ', 'tr đồng', 'tr.đồng', 'tr', 'triệu đ'].map(
    (unit) => [unit, '1000000'] as const,
  ),
  ...['tỷ đồng', 'tỉ đồng', 'tỷ', 'tỉ', 'tỷ đ'].map((unit) => [unit, '1000000000'] as const),
]);
const MEASURES: ReadonlyMap<string, Quantity> = new Map([
  ['km', { base: 'm', factor: '1000' }],
  ['kilômét', { base: 'm', factor: '1000' }],
  ['ki-lô-mét', { base: 'm', factor: '1000' }],
  ['m', { base: 'm', factor: '1' }],
  ['mét', { base: 'm', factor: '1' }],
  ['m2', { base: 'm2', factor: '1' }],
  ['mét vuông', { base: 'm2', factor: '1' }],
  ['ha', { base: 'm2', factor: '10000' }],
  ['héc ta', { base: 'm2', factor: '10000' }],
  ['hécta', { base: 'm2', factor: '10000' }],
  ['km2', { base: 'm2', factor: '1000000' }],
  ['%', { base: '%', factor: '1' }],
  ['phần trăm', { base: '%', factor: '1' }],
]);
const MULTIPLES: ReadonlyMap<string, string> = new Map([
  ['chục', '10'],
  ['trăm', '100'],
  ['nghìn', '1000'],
  ['ngàn', '1000'],
  ['triệu', '1000000'],
]);
/** Counted things with more than one usual name; “lượt người” and “người” are different things. */
const SAME_THINGS: readonly (readonly string[])[] = [
  ['căn', 'nhà', 'căn nhà'],
  ['suất', 'suất quà', 'phần quà'],
  ['vụ', 'vụ việc'],
  ['trẻ', 'trẻ em', 'cháu'],
  ['lượt người', 'lượt'],
];

/** The unit the form itself prints. */
export function formUnit(spec: MeasuredSpec): Unit {
  return { scale: spec.scale, wholeThings: isWhole(spec, spec.scale) };
}

/** The unit of a printed text for a row or column of the form; null when it measures something else or is unknown. */
export function unitFor(printed: string, spec: MeasuredSpec): Unit | null {
  const text = plainUnit(printed);
  if (spec.type === 'money') {
    const scale = MONEY.get(text);
    return scale === undefined ? null : { scale, wholeThings: isWhole(spec, scale) };
  }
  const [given, base] = [quantityOf(text), quantityOf(plainUnit(spec.baseUnit))];
  if (spec.type === 'score') return given.base.startsWith('diem') ? { scale: '1', wholeThings: false } : null;
  if (given.base !== base.base) return null;
  const scale = new Big(given.factor).div(base.factor).toFixed();
  return { scale, wholeThings: isWhole(spec, scale) };
}

const UNIT_HEADING =
  /(?:^|[\s(;,.–-])(?:(?:đvt|đ\.v\.t|đơn vị tính|đv tính|đvị tính)\s*:?|đơn vị\s*:)\s*([^:]+?)\s*\)?\.?$/u;

/**
 * The money unit of a heading line such as “ĐVT: triệu đồng”, “(Đơn vị: nghìn đồng)” or “Đơn vị tính: người, tỷ đồng”; of two
 * money units both, which is a unit that nothing has; null for any other text.
 */
export function moneyHeading(printed: string): string | null {
  const match = UNIT_HEADING.exec(toneNormal(printed));
  const units = (match?.[1] ?? '').split(/[,;/]| và /u).map(plainUnit);
  const money = units.filter((unit) => MONEY.has(unit));
  return money.length === 0 ? null : money.join('; ');
}

/** Whether a text is a unit on its own account, so that “(triệu đồng)” in a heading is one and “(giao)” is not. */
export function isKnownUnit(printed: string): boolean {
  const text = plainUnit(printed);
  return MONEY.has(text) || MEASURES.has(text);
}

function isWhole(spec: MeasuredSpec, scale: string): boolean {
  return (spec.type === 'count' || spec.type === 'money') && new Big(scale).eq(1);
}

function plainUnit(printed: string): string {
  return toneNormal(printed.normalize('NFKC'))
    .replace(/\s*\/\s*/g, '/')
    .replace(/[.;,:]+$/, '');
}

function quantityOf(text: string): Quantity {
  const measure = MEASURES.get(text);
  if (measure !== undefined) return measure;
  const [first = '', ...rest] = text.split(' ');
  const multiple = rest.length > 0 ? MULTIPLES.get(first) : undefined;
  const thing = multiple === undefined ? text : rest.join(' ');
  const name = SAME_THINGS.find((names) => names.includes(thing))?.[0] ?? thing;
  return { base: fold(name), factor: multiple ?? '1' };
}
