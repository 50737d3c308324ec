import { Field, InputType, ObjectType } from 'type-graphql';
import { documentedEnum } from '../gql/enum.ts';
import { HubError } from '../gql/hub-error.ts';
import { DateScalar } from '../gql/scalars.ts';
import { daysInMonth } from '../period/local-date.ts';

/** How exactly a day is known. */
export type DatePrecision = 'DAY' | 'MONTH' | 'YEAR' | 'BETWEEN' | 'NOT_LATER' | 'NOT_EARLIER';

/** `DatePrecision` in the graph. */
const DatePrecisionEnum = documentedEnum<DatePrecision>('DatePrecision', 'How exactly a day is known.', {
  DAY: 'The day itself.',
  MONTH: 'Some day of one calendar month.',
  YEAR: 'Some day of one calendar year.',
  BETWEEN: 'Some day between the two.',
  NOT_LATER: 'On or before `latest`; how long before is not known.',
  NOT_EARLIER: 'On or after `earliest`; how long after is not known.',
});

/** A day as exactly as its source states it. */
@ObjectType('DateSpan', {
  description: 'A day as exactly as its source states it: the first and the last day it can have been, in Vietnam.',
})
export class DateSpan {
  @Field(() => DateScalar, { nullable: true, description: 'The first day it can have been; null where that is open.' })
  earliest!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The last day it can have been; null where that is open.' })
  latest!: string | null;
  @Field(() => DatePrecisionEnum, { description: 'How exactly the day is known.' }) precision!: DatePrecision;
}

/** The span of two columns (ISO days); null where neither is known. */
export function toSpan(earliest: string | null | undefined, latest: string | null | undefined): DateSpan | null {
  const [from, to] = [earliest ?? null, latest ?? null];
  if (from === null && to === null) return null;
  return Object.assign(new DateSpan(), { earliest: from, latest: to, precision: precisionOf(from, to) });
}

function precisionOf(from: string | null, to: string | null): DatePrecision {
  if (from === null) return 'NOT_LATER';
  if (to === null) return 'NOT_EARLIER';
  if (from === to) return 'DAY';
  const year = from.slice(0, 4);
  if (from === `${year}-01-01` && to === `${year}-12-31`) return 'YEAR';
  const month = from.slice(0, 7);
  const last = daysInMonth(Number(year), Number(from.slice(5, 7)));
  return from === `${month}-01` && to === `${month}-${last}` ? 'MONTH' : 'BETWEEN';
}

/** A day as exactly as one knows it: `day`, or the first and last day it can have been. */
@InputType({ description: 'A day as exactly as it is known: either `on`, or one or both of `earliest` and `latest`.' })
export class DateSpanInput {
  @Field(() => DateScalar, { nullable: true, description: 'The day itself, where it is known.' }) on?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The first day it can have been.' }) earliest?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The last day it can have been.' }) latest?: string | null;
}

/**
 * The two columns of a span as given: `{ launchedEarliest, launchedLatest }` for the name `launched`; nothing where the input
 * is left out, both null where it is null. Raises `HubError` BAD_USER_INPUT.
 */
export function spanColumns(name: string, input: DateSpanInput | null | undefined): Record<string, string | null> {
  if (input === undefined) return {};
  const [earliest, latest] = input === null ? [null, null] : bounds(name, input);
  return { [`${name}Earliest`]: earliest, [`${name}Latest`]: latest };
}

function bounds(name: string, input: DateSpanInput): [string | null, string | null] {
  const { on = null, earliest = null, latest = null } = input;
  const both = on !== null && (earliest !== null || latest !== null);
  const none = on === null && earliest === null && latest === null;
  if (both || none || (earliest !== null && latest !== null && earliest > latest)) {
    throw new HubError({
      code: 'BAD_USER_INPUT',
      path: [name],
      vi: `“${name}” cần một ngày (on), hoặc khoảng ngày có ngày đầu (earliest) không sau ngày cuối (latest). Hãy sửa lại.`,
      en: `“${name}” needs one day (on), or a span whose earliest day is not after its latest. Correct it.`,
    });
  }
  return on === null ? [earliest, latest] : [on, on];
}
