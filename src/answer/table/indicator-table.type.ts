import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { Indicator } from '../../catalogue/indicator/indicator.type.ts';
import { Organisation } from '../../catalogue/organisation/organisation.type.ts';
import { Period } from '../../catalogue/period/period.type.ts';
import { Place } from '../../catalogue/place/place.type.ts';
import { PageInfo } from '../../ground/gql/connection.ts';
import { DecimalScalar } from '../../ground/gql/scalars.ts';
import { FigureStatus, MissingReason } from '../../report/figure/figure.type.ts';
import { Report } from '../../report/version/report.type.ts';
import type { AnsweredTable } from './answer-table.ts';
import type { Source } from './source.ts';

/** What a value of the table is. */
export enum ValueStatus {
  OK = 'OK',
  ESTIMATE = 'ESTIMATE',
  CARRIED = 'CARRIED',
  MISSING = 'MISSING',
  NOT_APPLICABLE = 'NOT_APPLICABLE',
  RESTRICTED = 'RESTRICTED',
}
registerEnumType(ValueStatus, {
  name: 'ValueStatus',
  description: 'What a value is. Where several hold, the one named first of RESTRICTED, CARRIED, ESTIMATE, OK.',
  valuesConfig: {
    OK: { description: 'A number as reported or added up.' },
    ESTIMATE: { description: 'At least one estimate (ước) is in it.' },
    CARRIED: { description: 'A stock known earlier than the end of the period, and nothing later.' },
    MISSING: { description: 'No number; `missing` says why. Missing is not zero.' },
    NOT_APPLICABLE: {
      description: 'The place did not exist at the end of the period, or the organisation does not report there.',
    },
    RESTRICTED: { description: 'You may not see this indicator here; said whether or not there is a number.' },
  },
});

/** Where a value comes from. */
export enum FigureSource {
  REPORTED = 'REPORTED',
  AGGREGATED = 'AGGREGATED',
}
registerEnumType(FigureSource, {
  name: 'FigureSource',
  description: 'Where a value comes from. A reported figure wins over the sum of its parts.',
  valuesConfig: {
    REPORTED: { description: 'Reported for exactly this place and period.' },
    AGGREGATED: {
      description: 'Added up from shorter periods or from the places below. Also where there is no number.',
    },
  },
});

/** How far a table is up to date. */
@ObjectType({ description: 'How far an answer is up to date. The answer and its position come from one snapshot.' })
export class Freshness {
  @Field(() => String, { description: 'The last numbered event that the answer knows, as a whole number.' })
  position!: string;
  @Field(() => GraphQLDateTime, { description: 'When the snapshot was taken.' }) instant!: Date;
  @Field(() => Int, { description: 'Changes that are in the answer and were not yet numbered.' }) unnumbered!: number;
}

/** How complete a value is. */
@ObjectType({ description: 'How complete a value is. Reports are counted, not numbers.' })
export class Coverage {
  @Field(() => Int, { nullable: true, description: 'Reports owed. Null until duties to report are recorded.' })
  expected!: number | null;
  @Field(() => Int, { description: 'Published reports with numbers that this value draws on.' }) received!: number;
  @Field(() => Int, { description: 'Published reports that say nothing arose.' }) nilReturns!: number;
  @Field(() => Int, { description: 'Published reports without any number.' }) empty!: number;
  @Field(() => Int, {
    nullable: true,
    description: 'Reports owed and not there. Null until duties to report are recorded.',
  })
  missing!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Reports that came in time. Null until duties to report are recorded.',
  })
  onTime!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Places below from which figures may come; null for a value that was reported for the place itself.',
  })
  placesExpected!: number | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'Places below with a figure, a number or a reason why not; over several periods those of the weakest one. Null as `placesExpected`.',
  })
  placesReceived!: number | null;
  @Field(() => Int, { description: 'Days of the period.' }) days!: number;
  @Field(() => Int, { description: 'Days of the period for which reports were found; for a stock all or none.' })
  daysCovered!: number;
}

/** One cell of a workbook that a value is made of. */
@ObjectType({ description: 'One cell of a workbook that a value is made of.' })
export class Contribution {
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The exact number, in the unit of the indicator; null where the cell says why there is none.',
  })
  exact!: string | null;
  @Field(() => MissingReason, { nullable: true, description: 'Why there is no number.' })
  missing!: MissingReason | null;
  @Field(() => FigureStatus, { description: 'How settled the number is.' }) status!: FigureStatus;
  @Field(() => Place, { description: 'The place it was reported for.' }) place!: Place;
  @Field(() => Period, { description: 'The period it was reported for.' }) period!: Period;
  @Field(() => Report, { description: 'The report it stands in.' }) report!: Report;
  @Field(() => Int, { description: 'The version of the report, from 1.' }) version!: number;
  @Field(() => String, { description: 'SHA-256 of the file, as hexadecimal text.' }) fileSha256!: string;
  @Field(() => String, { nullable: true, description: 'The sheet; null in a CSV file.' }) sheet!: string | null;
  @Field(() => String, { description: 'The cell, as `E14`.' }) cell!: string;
  @Field(() => String, { description: 'What stood in the cell.' }) printed!: string;
  @Field(() => Organisation, { description: 'The organisation that reported it.' }) submitter!: Organisation;
  @Field(() => Boolean, { description: 'Whether it is synthetic (số liệu giả lập).' }) synthetic!: boolean;
}

/** One cell of a value with its cursor. */
@ObjectType({ description: 'One contribution of a page, with its cursor.' })
export class ContributionEdge {
  @Field(() => Contribution, { description: 'The contribution.' }) node!: Contribution;
  @Field(() => String, { description: 'Its place in this list.' }) cursor!: string;
}

/** The cells of a value. */
@ObjectType({ description: 'The cells that a value is made of. Their numbers add up to it exactly.' })
export class ContributionConnection {
  @Field(() => [ContributionEdge], { description: 'The cells with their cursors.' }) edges!: ContributionEdge[];
  @Field(() => [Contribution], { description: 'The cells alone.' }) nodes!: Contribution[];
  @Field(() => PageInfo, { description: 'Where the page stands.' }) pageInfo!: PageInfo;
  @Field(() => Int, { description: 'How many cells the value has in all.' }) totalCount!: number;
}

/** One value of the table as an object. */
@ObjectType({ description: 'One value with all that is known about it: what analysts ask for.' })
export class IndicatorRow {
  @Field(() => Indicator, { description: 'The indicator.' }) indicator!: Indicator;
  @Field(() => Place, { description: 'The place, with the name it had at the end of the period.' }) place!: Place;
  @Field(() => Organisation, { nullable: true, description: 'The organisation that reports; null for the nation.' })
  organisation!: Organisation | null;
  @Field(() => String, { description: 'The kind of organisation, as `LDLD`.' }) organisationKind!: string;
  @Field(() => Period, { description: 'The column.' }) period!: Period;
  @Field(() => ValueStatus, { description: 'What the value is.' }) status!: ValueStatus;
  @Field(() => FigureSource, { description: 'Reported as such, or added up.' }) source!: FigureSource;
  @Field(() => Boolean, {
    description: 'Whether it is synthetic (số liệu giả lập). Synthetic and real numbers are never added.',
  })
  synthetic!: boolean;
  @Field(() => Number, {
    nullable: true,
    description: 'For charts: the number in the unit of the indicator, as a floating-point number.',
  })
  value!: number | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The exact number in the unit of the indicator.' }) exact!:
    | string
    | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'What was reported less the same number come by another way, where there is one: the places below, else shorter periods, else another form.',
  })
  difference!: string | null;
  @Field(() => MissingReason, { nullable: true, description: 'Why there is no number.' })
  missing!: MissingReason | null;
  @Field(() => Int, { description: 'Version of the definition by which it was worked out, from 1.' })
  formulaVersion!: number;
  @Field(() => Coverage, { description: 'How complete it is.' }) coverage!: Coverage;
  sources!: readonly Source[];
  indicatorId!: number;
  snapshot!: string;

  constructor(parts?: object) {
    if (parts) Object.assign(this, parts);
  }
}

/** One value with its cursor. */
@ObjectType({ description: 'One value of a page, with its cursor.' })
export class IndicatorRowEdge {
  @Field(() => IndicatorRow, { description: 'The value.' }) node!: IndicatorRow;
  @Field(() => String, { description: 'Its place in this table.' }) cursor!: string;
}

/** A page of the values of a table. */
@ObjectType({ description: 'The values of a table one by one: indicator, place, organisation, period.' })
export class IndicatorRowConnection {
  @Field(() => [IndicatorRowEdge], { description: 'The values with their cursors.' }) edges!: IndicatorRowEdge[];
  @Field(() => [IndicatorRow], { description: 'The values alone.' }) nodes!: IndicatorRow[];
  @Field(() => PageInfo, { description: 'Where the page stands.' }) pageInfo!: PageInfo;
  @Field(() => Int, { description: 'How many values the table has.' }) totalCount!: number;
}

/** The values of one indicator, place and organisation, a column each. */
@ObjectType({
  description:
    'The values of one indicator for one place and organisation, one for each period of the table: what dashboards ask for.',
})
export class IndicatorSeries {
  @Field(() => Indicator, { description: 'The indicator.' }) indicator!: Indicator;
  @Field(() => Place, { description: 'The place.' }) place!: Place;
  @Field(() => Organisation, { nullable: true, description: 'The organisation that reports; null for the nation.' })
  organisation!: Organisation | null;
  @Field(() => String, { description: 'The kind of organisation, as `LDLD`.' }) organisationKind!: string;
  @Field(() => [Number], {
    nullable: 'items',
    description: 'For charts: a number for each period of the table, in the unit of the indicator; null where missing.',
  })
  values!: (number | null)[];
  @Field(() => [DecimalScalar], { nullable: 'items', description: 'The exact numbers, aligned with the periods.' })
  exact!: (string | null)[];
  @Field(() => [ValueStatus], { description: 'What each value is, aligned with the periods.' })
  statuses!: ValueStatus[];

  constructor(parts?: object) {
    if (parts) Object.assign(this, parts);
  }
}

/** The answer to a query for indicators. */
@ObjectType({
  description: 'Indicators over places and periods. Ask `series` for charts, `rows` for every value with its source.',
})
export class IndicatorTable {
  @Field(() => [Period], { description: 'The columns, in the order of the query.' }) periods!: Period[];
  @Field(() => Freshness, { description: 'How far the answer is up to date.' }) freshness!: Freshness;
  answered!: AnsweredTable;

  constructor(parts?: object) {
    if (parts) Object.assign(this, parts);
  }
}
