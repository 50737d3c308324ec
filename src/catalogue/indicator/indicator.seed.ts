import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { projectPath } from '../../ground/project-path.ts';
import { isOrganisationKind, ORGANISATION_KINDS, type OrganisationKind } from '../organisation/organisation.kind.ts';
import {
  COUNTERS,
  type CountedBy,
  type Disclosure,
  DISCLOSURES,
  PLACE_RULES,
  type PlaceRule,
  TIME_RULES,
  type TimeRule,
  VALUE_TYPES,
  type ValueType,
} from './indicator.rule.ts';

/** The definition of one indicator, version 1. */
export interface IndicatorSeed {
  /** Its line in the file, from 1: lines are appended, never moved, so an id never changes. */
  readonly id: number;
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  /** The kinds that report it; several give one series each, never a sum. */
  readonly owners: readonly OrganisationKind[];
  /** The unit figures are kept in: 'VND', 'người', '%' (percent points) … */
  readonly unit: string;
  readonly type: ValueType;
  readonly timeRule: TimeRule;
  readonly placeRule: PlaceRule;
  /** Codes of the parts that RECOMPUTE divides (a percentage is 100 × numerator ÷ denominator); null without them. */
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly disclosure: Disclosure;
  readonly countedBy: CountedBy;
  /** The breakdowns worth asking for, in words; '' for none. What a form really carries stands in the form. */
  readonly breakdowns: string;
  /** A usual value for a province and year before the mergers, in words; '' if unknown. Not a limit. */
  readonly magnitude: string;
  /** The form whose figure answers when two forms bring the indicator; null if no form carries it. */
  readonly primaryForm: string | null;
}

/** The 147 indicators in file order. Throws one error that names every faulty line. */
export function indicatorSeeds(): IndicatorSeed[] {
  return parseIndicators(readFileSync(projectPath('src', 'catalogue', 'indicator', 'data', 'indicators.csv'), 'utf8'));
}

/** Reads the indicator table from CSV with a header line. Throws one error that names every faulty line. */
export function parseIndicators(csv: string): IndicatorSeed[] {
  const faults: string[] = [];
  const lines = parse<Readonly<Record<string, string | undefined>>>(csv, { columns: true });
  const seeds = lines.map((line, at) => toIndicator(line, at + 1, faults));
  const seen = new Set<string>();
  for (const { code } of seeds) {
    if (seen.has(code)) faults.push(`${code}: expected each code once, got it twice`);
    seen.add(code);
  }
  if (faults.length > 0) throw new Error(`indicators.csv needs correction:\n${faults.join('\n')}`);
  return seeds;
}

function toIndicator(line: Readonly<Record<string, string | undefined>>, id: number, faults: string[]): IndicatorSeed {
  const code = line.code ?? '';
  const text = (column: string): string => line[column] ?? '';
  const filled = (column: string): string => {
    if (text(column) === '') faults.push(`${code} (line ${id}), ${column}: expected a text, got nothing`);
    return text(column);
  };
  const oneOf = <T extends string>(column: string, allowed: readonly [T, ...T[]]): T => {
    const found = allowed.find((value) => value === text(column));
    if (found === undefined) {
      faults.push(`${code} (line ${id}), ${column}: expected ${allowed.join(', ')}, got '${text(column)}'`);
    }
    return found ?? allowed[0];
  };
  return {
    id,
    code: filled('code'),
    nameVi: filled('name_vi'),
    nameEn: filled('name_en'),
    owners: parseOwners(text('owners'), `${code} (line ${id})`, faults),
    unit: filled('unit'),
    type: oneOf('type', VALUE_TYPES),
    timeRule: oneOf('time_rule', TIME_RULES),
    placeRule: oneOf('place_rule', PLACE_RULES),
    numerator: text('numerator') || null,
    denominator: text('denominator') || null,
    disclosure: oneOf('disclosure', DISCLOSURES),
    countedBy: oneOf('counted_by', COUNTERS),
    breakdowns: text('breakdowns'),
    magnitude: text('magnitude'),
    primaryForm: text('primary_form') || null,
  };
}

// 'LDLD+UBND' is two owners; 'TD(LHTN)' is a body led by the Youth Union, which reports for it; ALL is every kind.
function parseOwners(text: string, where: string, faults: string[]): OrganisationKind[] {
  if (text === 'ALL') return [...ORGANISATION_KINDS];
  return text.split('+').flatMap((part) => {
    const kind = part.replace(/\([A-Z]+\)$/, '');
    if (isOrganisationKind(kind)) return [kind];
    faults.push(`${where}, owners: expected ALL or ${ORGANISATION_KINDS.join(', ')} joined by '+', got '${text}'`);
    return [];
  });
}
