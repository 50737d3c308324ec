import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { DateScalar, PeriodKeyScalar } from '../../ground/gql/scalars.ts';

/** Levels of places that a table can list. */
export enum TableLevel {
  COUNTRY = 'COUNTRY',
  PROVINCE = 'PROVINCE',
  COMMUNE = 'COMMUNE',
}
registerEnumType(TableLevel, {
  name: 'TableLevel',
  description: 'Which places of a tree a table lists.',
  valuesConfig: {
    COUNTRY: { description: 'The nation.' },
    PROVINCE: { description: 'Provinces and centrally-run cities.' },
    COMMUNE: { description: 'Communes, wards and special zones.' },
  },
});

/** Lengths of the columns of a table. */
export enum Grain {
  MONTH = 'MONTH',
  QUARTER = 'QUARTER',
  HALF_YEAR = 'HALF_YEAR',
  NINE_MONTHS = 'NINE_MONTHS',
  YEAR = 'YEAR',
}
registerEnumType(Grain, {
  name: 'Grain',
  description: 'How long one column of a table is.',
  valuesConfig: {
    MONTH: { description: 'A month, `2026-06`.' },
    QUARTER: { description: 'A quarter, `2026-Q2`.' },
    HALF_YEAR: { description: 'The first six months of each year, `2026-S1`.' },
    NINE_MONTHS: { description: 'The first nine months of each year, `2026-9M`.' },
    YEAR: { description: 'A year, `2026`.' },
  },
});

/** The places of a table: by codes, below one place, or all of a level. */
@InputType({ description: 'The places of a table. Give `codes`, or `within` with `level`, or `all`.' })
export class PlaceSelector {
  @Field(() => [String], {
    nullable: true,
    description: 'Official codes, as they were on the day `on`: `["91", "30337"]`; the nation is `VN`.',
  })
  codes?: string[];
  @Field(() => ID, { nullable: true, description: 'A place: itself and everything below it, of the given level.' })
  within?: string;
  @Field(() => TableLevel, { nullable: true, description: 'The level wanted with `within`.' }) level?: TableLevel;
  @Field(() => TableLevel, { nullable: true, description: 'Every place of a level.' }) all?: TableLevel;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day on which codes, names and the tree are read. By default the last day of the data of the last period.',
  })
  on?: string;
}

/** The columns of a table. */
@InputType({
  description:
    'The columns of a table. Give `keys`; or `from` and `to`, with `grain` for a column each, without it for one column.',
})
export class PeriodSelector {
  @Field(() => [PeriodKeyScalar], { nullable: true, description: 'The columns by their keys.' }) keys?: string[];
  @Field(() => PeriodKeyScalar, { nullable: true, description: 'The first period, included.' }) from?: string;
  @Field(() => PeriodKeyScalar, { nullable: true, description: 'The last period, included.' }) to?: string;
  @Field(() => Grain, {
    nullable: true,
    description: 'The length of each column. Without it the whole window is one column.',
  })
  grain?: Grain;
}

/** What a table is asked for. */
@InputType({ description: 'Which indicators, for which places and periods, from which organisations.' })
export class IndicatorQuery {
  @Field(() => [String], { description: 'Codes of indicators, as `LD_MEMBERS`.' }) indicators!: string[];
  @Field(() => PlaceSelector, { description: 'Places, the rows of a dashboard.' }) places!: PlaceSelector;
  @Field(() => PeriodSelector, { description: 'Periods, the columns.' }) periods!: PeriodSelector;
  @Field(() => [String], {
    nullable: true,
    description:
      'Codes (`LDLD-91`) or kinds (`LDLD`) of the organisations that report. By default the owners of each indicator; several give a series each and are never added.',
  })
  organisations?: string[];
}
