import { Ctx, Field, ObjectType } from 'type-graphql';
import { Period } from '../../catalogue/period/period.type.ts';
import type { Context } from '../../ground/gql/context.ts';
import { DecimalScalar } from '../../ground/gql/scalars.ts';
import { columnPeriod, toRow } from '../table/answered-row.ts';
import type { AnsweredTable } from '../table/answer-table.ts';
import { IndicatorRow } from '../table/indicator-table.type.ts';
import { type AnsweredMembership, balanceOf, type MembershipValues, type TableValue } from './answer-membership.ts';

/** The figures of a membership, of the whole or of a part. */
@ObjectType({ description: 'The figures of a membership.' })
abstract class MembershipFigures {
  table!: AnsweredTable;
  values!: MembershipValues;

  @Field(() => IndicatorRow, {
    nullable: true,
    description: 'Members at the end of the period, in persons; null where the organisation does not report them.',
  })
  members(@Ctx() context: Context): Promise<IndicatorRow> | null {
    return this.row(context, this.values.members);
  }

  @Field(() => IndicatorRow, {
    nullable: true,
    description:
      'Members when the period opened, in persons: at the end of the month before a month, of the quarter before a quarter, else of the year before.',
  })
  membersBefore(@Ctx() context: Context): Promise<IndicatorRow> | null {
    return this.row(context, this.values.before);
  }

  @Field(() => IndicatorRow, {
    nullable: true,
    description: 'Members admitted in the period, in persons; null where the organisation does not report them.',
  })
  admitted(@Ctx() context: Context): Promise<IndicatorRow> | null {
    return this.row(context, this.values.admitted);
  }

  @Field(() => IndicatorRow, {
    nullable: true,
    description:
      'Members who left in the period, in persons: of the veterans those who died, the only leaving they report. Null where the organisation does not report it.',
  })
  left(@Ctx() context: Context): Promise<IndicatorRow> | null {
    return this.row(context, this.values.left);
  }

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Members before, plus admitted, less left, less members now, in persons: 0 where the figures agree, else the difference; null where one of them is missing.',
  })
  balance(): string | null {
    return balanceOf(this.values);
  }

  private row(context: Context, value: TableValue | null): Promise<IndicatorRow> | null {
    return value && toRow(context, this.table, value.series, value.column, value.cell);
  }
}

/** The membership of one part of an organisation. */
@ObjectType({ description: 'The membership of one part of an organisation, as women or a sector.' })
export class MembershipPart extends MembershipFigures {
  @Field(() => [String], { description: 'The part, by dimension and value, as `sex=FEMALE`.' }) breakdown!: string[];
}

/** The membership of an organisation in a period. */
@ObjectType({
  description:
    'The membership of an organisation in a period, as its published reports tell it: each figure is a value of the indicator table, with its status and ' +
    'where it comes from.',
})
export class Membership extends MembershipFigures {
  @Field(() => Period, { description: 'The period.' }) period!: Period;
  @Field(() => [MembershipPart], {
    description:
      'The same for parts of the membership, as far as they are reported, by their names. Only the organisation itself, the reviewers of its province and administrators see any.',
  })
  parts!: MembershipPart[];
}

/** The membership that was answered, as the graph shows it. */
export function toMembership({ table, column, whole, parts }: AnsweredMembership): Membership {
  return Object.assign(new Membership(), {
    table,
    values: whole,
    period: columnPeriod(column),
    parts: parts.map(({ breakdown, values }) =>
      Object.assign(new MembershipPart(), { table, values, breakdown: breakdown.split(';') }),
    ),
  });
}
