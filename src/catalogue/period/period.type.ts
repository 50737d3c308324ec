import { Args, Field, Int, ObjectType } from 'type-graphql';
import { documentedEnum } from '../../ground/gql/enum.ts';
import { Language, LanguageArgs } from '../../ground/gql/language.ts';
import { DateScalar, PeriodKeyScalar } from '../../ground/gql/scalars.ts';
import { periodLabel, type PeriodKind } from '../../ground/period/period.ts';

/** `PeriodKind` in the graph. */
const PeriodKindEnum = documentedEnum<PeriodKind>('PeriodKind', 'The kinds of period that reports cover.', {
  MONTH: 'Month (tháng): `2026-06`.',
  QUARTER: 'Quarter (quý): `2026-Q2`.',
  HALF_YEAR: 'First six months (6 tháng đầu năm): `2026-S1`. There is no second half.',
  NINE_MONTHS: 'First nine months (9 tháng): `2026-9M`.',
  YEAR: 'Year (năm): `2026`.',
});

/** A period, or a window of several, with the days its data cover. */
@ObjectType({
  description:
    'A nominal period with the days its data cover, both included: by default the 15th to the 14th, so that the first half of ' +
    '2026 is 15 December 2025 to 14 June 2026. Or a window of several periods.',
})
export class Period {
  @Field(() => PeriodKeyScalar, { description: 'Its nominal key; for a window both ends: `2026-01/2026-04`.' })
  key!: string;
  @Field(() => PeriodKindEnum, { nullable: true, description: 'Its kind; null for a window.' })
  kind!: PeriodKind | null;
  @Field(() => Int, { nullable: true, description: 'Its nominal year; null for a window.' }) year!: number | null;
  @Field(() => DateScalar, { description: 'First day of its data.' }) dataFrom!: string;
  @Field(() => DateScalar, {
    description: 'Last day of its data: the data date, which decides place and organisation.',
  })
  dataTo!: string;

  @Field(() => String, { description: 'Its name for people: `Quý II/2026`, `Q2 2026`.' })
  label(@Args(() => LanguageArgs) { lang }: LanguageArgs): string {
    return periodLabel(this, lang === Language.EN ? 'en' : 'vi');
  }
}

/** What `toPeriod` needs; a window has neither kind nor year. */
export interface PeriodParts {
  readonly key: string;
  readonly kind?: PeriodKind | null;
  readonly year?: number | null;
  readonly dataFrom: string;
  readonly dataTo: string;
}

/** The period of a row, of `parsePeriodKey` or of `windowOf`. */
export function toPeriod({ key, kind, year, dataFrom, dataTo }: PeriodParts): Period {
  return Object.assign(new Period(), { key, kind: kind ?? null, year: year ?? null, dataFrom, dataTo });
}
