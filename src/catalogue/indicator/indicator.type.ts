import { Args, Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../ground/gql/connection.ts';
import { documentedEnum } from '../../ground/gql/enum.ts';
import { inLanguage, LanguageArgs } from '../../ground/gql/language.ts';
import { Node, toGlobalId } from '../../ground/gql/node.ts';
import type { OrganisationKind } from '../organisation/organisation.kind.ts';
import { OrganisationKindEnum } from '../organisation/organisation.type.ts';
import type { IndicatorRow } from './indicator.row.ts';
import type { CountedBy, Disclosure, PlaceRule, TimeRule, ValueType } from './indicator.rule.ts';

/** `ValueType` in the graph. */
export const ValueTypeEnum = documentedEnum<ValueType>('ValueType', 'What the values of an indicator are.', {
  count: 'A whole number of things or people.',
  decimal: 'A number with decimals, as kilometres.',
  money: 'An amount in whole đồng (VND).',
  percent: 'A share in percent points: 97.5 is 97.5 %.',
  score: 'Points on a scale of its own; never added.',
});

/** `TimeRule` in the graph. */
export const TimeRuleEnum = documentedEnum<TimeRule>('TimeRule', 'How values of one place add up over time.', {
  SUM: 'A flow: the values of the parts of a period are added.',
  LAST: 'A stock: the last value known in the period holds.',
  RECOMPUTE: 'A ratio: its numerator and denominator are added up, each by its own rule, and divided.',
  NONE: 'It does not add up: it answers for its own period only.',
});

/** `PlaceRule` in the graph. */
export const PlaceRuleEnum = documentedEnum<PlaceRule>('PlaceRule', 'How values add up over places, after time.', {
  SUM: 'The values of the places are added.',
  RECOMPUTE: 'A ratio: its numerator and denominator are added up over the places and divided.',
  NONE: 'It does not add up: it answers for its own place only.',
});

/** `Disclosure` in the graph. */
export const DisclosureEnum = documentedEnum<Disclosure>(
  'Disclosure',
  'Who may see published figures of an indicator.',
  {
    PUBLIC: 'Everybody.',
    STATE: 'The state bodies of the province, and analysts.',
    ORGANISATION: 'The organisation that reports it, and its reviewers.',
  },
);

/** `CountedBy` in the graph. */
export const CountedByEnum = documentedEnum<CountedBy>('CountedBy', 'Whose count answers.', {
  REPORT: 'The number in the report.',
  HUB: 'The hub’s own count; what a report says is kept as a claim.',
});

/** What is counted or measured, and how it adds up. */
@ObjectType({ implements: Node, description: 'What is counted or measured, and how it adds up.' })
export class Indicator extends Node {
  @Field(() => String, { description: 'Code: `LD_MEMBERS`.' }) code!: string;
  @Field(() => String, { description: 'The unit figures are kept in: `người`, `VND`, `%` (percent points).' })
  unit!: string;
  @Field(() => ValueTypeEnum, { description: 'What its values are.' }) valueType!: ValueType;
  @Field(() => TimeRuleEnum, { description: 'How it adds up over time; time goes first, places second.' })
  timeRule!: TimeRule;
  @Field(() => PlaceRuleEnum, { description: 'How it adds up over places.' }) placeRule!: PlaceRule;
  @Field(() => [OrganisationKindEnum], {
    description: 'The kinds of organisation that report it: one series each, never a sum of them.',
  })
  owners!: OrganisationKind[];
  @Field(() => DisclosureEnum, { description: 'Who may see its figures.' }) disclosure!: Disclosure;
  @Field(() => CountedByEnum, { description: 'Whose count answers.' }) countedBy!: CountedBy;
  @Field(() => Int, { description: 'Which of its definitions holds now, counted from 1.' }) version!: number;
  @Field(() => [String], {
    description: 'Breakdowns worth asking for, in words; which parts a form really brings stands in the form.',
  })
  breakdowns!: string[];

  /** Key of its row; `id` is the global one. */
  indicatorId!: number;
  nameVi!: string;
  nameEn!: string;
  numeratorCode!: string | null;
  denominatorCode!: string | null;
  primaryFormCode!: string | null;

  constructor(parts?: Omit<Indicator, 'name'>) {
    super();
    if (parts) Object.assign(this, parts);
  }

  @Field(() => String, { description: 'What it counts, in full: `Tổng số đoàn viên công đoàn`.' })
  name(@Args(() => LanguageArgs) { lang }: LanguageArgs): string {
    return inLanguage(lang, this.nameVi, this.nameEn);
  }
}

/** The indicator of a row, of which only the needed columns may have been read. */
export function toIndicator(row: IndicatorRow): Indicator {
  return new Indicator({
    id: toGlobalId('Indicator', row.code),
    code: row.code,
    unit: row.unit,
    valueType: row.valueType,
    timeRule: row.timeRule,
    placeRule: row.placeRule,
    owners: row.owners,
    disclosure: row.disclosure,
    countedBy: row.countedBy,
    version: row.version,
    breakdowns: (row.breakdowns ?? '') === '' ? [] : row.breakdowns.split(';').map((words) => words.trim()),
    indicatorId: row.id,
    nameVi: row.nameVi,
    nameEn: row.nameEn,
    numeratorCode: row.numerator,
    denominatorCode: row.denominator,
    primaryFormCode: row.primaryForm,
  });
}

/** A page of indicators. */
export const IndicatorConnection = connectionType('Indicator', () => Indicator);
