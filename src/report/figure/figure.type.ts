import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../../ground/gql/node.ts';
import { connectionType } from '../../ground/gql/connection.ts';
import { DecimalScalar } from '../../ground/gql/scalars.ts';

/** What a number measures. */
export enum Measure {
  IN_PERIOD = 'IN_PERIOD',
  CUMULATIVE = 'CUMULATIVE',
  TARGET = 'TARGET',
  SAME_PERIOD_LAST_YEAR = 'SAME_PERIOD_LAST_YEAR',
}
registerEnumType(Measure, {
  name: 'Measure',
  description: 'What a number measures.',
  valuesConfig: {
    IN_PERIOD: { description: 'What happened in the period, or stood at its end (thực hiện trong kỳ).' },
    CUMULATIVE: { description: 'Since the year began (lũy kế). Never summed over time.' },
    TARGET: { description: 'The plan of the year (kế hoạch năm), whichever report brings it.' },
    SAME_PERIOD_LAST_YEAR: {
      description: 'The same period of the year before, as this report states it. Serves checks only.',
    },
  },
});

/** Why a cell holds no number. */
export enum MissingCell {
  BLANK = 'BLANK',
  NOT_ARISEN = 'NOT_ARISEN',
  NOT_APPLICABLE = 'NOT_APPLICABLE',
  NOT_AVAILABLE = 'NOT_AVAILABLE',
}

/** How settled a number is. */
export enum FigureStatus {
  OFFICIAL = 'OFFICIAL',
  ESTIMATE = 'ESTIMATE',
  PRELIMINARY = 'PRELIMINARY',
}
registerEnumType(FigureStatus, {
  name: 'FigureStatus',
  description: 'How settled a reported number is.',
  valuesConfig: {
    OFFICIAL: { description: 'Chính thức.' },
    ESTIMATE: { description: 'Ước: to be replaced by an official number.' },
    PRELIMINARY: { description: 'Sơ bộ.' },
  },
});

/** How exact a number claims to be. */
export enum FigureQualifier {
  OVER = 'OVER',
  NEARLY = 'NEARLY',
  ABOUT = 'ABOUT',
}
registerEnumType(FigureQualifier, {
  name: 'FigureQualifier',
  description: 'A word that stood before the number.',
  valuesConfig: {
    OVER: { description: 'Trên, hơn.' },
    NEARLY: { description: 'Gần.' },
    ABOUT: { description: 'Khoảng.' },
  },
});

/** Why there is no number. */
export enum MissingReason {
  BLANK = 'BLANK',
  NOT_ARISEN = 'NOT_ARISEN',
  NOT_APPLICABLE = 'NOT_APPLICABLE',
  NOT_AVAILABLE = 'NOT_AVAILABLE',
  COARSER_ONLY = 'COARSER_ONLY',
  NO_PARTS = 'NO_PARTS',
}
registerEnumType(MissingReason, {
  name: 'MissingReason',
  description: 'Why there is no number. Missing is never zero.',
  valuesConfig: {
    BLANK: { description: 'The cell was left empty, or nothing was reported.' },
    NOT_ARISEN: { description: '“-”: nothing of the kind arose. Counts as received.' },
    NOT_APPLICABLE: { description: '“x”: does not apply here.' },
    NOT_AVAILABLE: { description: '“…”: not known yet.' },
    COARSER_ONLY: { description: 'Only a longer period was reported; the hub does not split it.' },
    NO_PARTS: {
      description: 'A percentage whose numerator and denominator were not reported cannot be worked out here.',
    },
  },
});

/** One cell of a report. */
@ObjectType({
  implements: Node,
  description: 'One cell of a report: a number, or the reason why there is none, with the cell it stood in.',
})
export class Figure extends Node {
  @Field(() => Measure, { description: 'What it measures.' }) measure!: Measure;
  @Field(() => Number, {
    nullable: true,
    description: 'The number for charts, in the unit of its indicator, as a floating-point number; null where missing.',
  })
  value!: number | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The exact number in the unit of its indicator; null where missing.',
  })
  exact!: string | null;
  @Field(() => MissingReason, { nullable: true, description: 'Why there is no number; null where there is one.' })
  missing!: MissingReason | null;
  @Field(() => FigureStatus, { description: 'How settled it is.' }) status!: FigureStatus;
  @Field(() => FigureQualifier, { nullable: true, description: 'Whether it was stated as over, nearly or about.' })
  qualifier!: FigureQualifier | null;
  @Field(() => [String], { description: 'The part it stands for, as `sector=FDI`; empty for the whole.' })
  breakdown!: string[];
  @Field(() => String, { nullable: true, description: 'The sheet; null in a CSV file.' }) sheet!: string | null;
  @Field(() => String, { description: 'The cell, as `E14`.' }) cell!: string;
  @Field(() => String, { description: 'What stood in the cell.' }) printed!: string;
  @Field(() => Boolean, { description: 'Whether it is what the hub answers with today: published and not replaced.' })
  current!: boolean;
  indicatorId!: number;
  placeId!: number;

  constructor(parts?: object) {
    super();
    if (parts) Object.assign(this, parts);
  }
}

/** A page of figures. */
export const FigureConnection = connectionType('Figure', () => Figure);
