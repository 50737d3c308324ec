import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { toIndicator } from '../../catalogue/indicator/indicator.type.ts';
import type { Context } from '../../ground/gql/context.ts';
import { answerTable } from './answer-table.ts';
import { chartValue, columnPeriod, organisationOn, placeOn, rowAt } from './answered-row.ts';
import { contributionLoaders } from './contribution.loader.ts';
import { IndicatorQuery } from './indicator-query.input.ts';
import {
  ContributionConnection,
  Freshness,
  IndicatorRow,
  IndicatorRowConnection,
  IndicatorSeries,
  IndicatorTable,
  ValueStatus,
} from './indicator-table.type.ts';
import { ordinalCursor, ordinalPage, ordinalPageInfo } from './ordinal-page.ts';

/** The arguments of a list that is read from its beginning. */
@ArgsType()
class FirstAfterArgs {
  @Field(() => Int, { description: 'So many, 1 to 100.' }) first!: number;
  @Field(() => String, { nullable: true, description: 'Only what follows this cursor.' }) after?: string;
}

/** Indicators over places and periods. */
@Resolver(() => IndicatorTable)
class IndicatorTableResolver {
  @Query(() => IndicatorTable, {
    description:
      'Indicators over places and periods, each value with what it is and where it comes from. Values add up first over time within a place, ' +
      'then over places; a reported figure wins over the sum of its parts. At most 100,000 values.',
  })
  async indicatorTable(
    @Arg('query', () => IndicatorQuery, { description: 'What is asked for.' }) query: IndicatorQuery,
    @Ctx() context: Context,
  ): Promise<IndicatorTable> {
    const answered = await context.snapshot((tx) => answerTable(tx, context.viewer, query));
    return new IndicatorTable({
      answered,
      periods: answered.columns.map(columnPeriod),
      freshness: Object.assign(new Freshness(), {
        position: answered.position.position,
        instant: answered.position.instant,
        unnumbered: answered.position.unnumbered,
      }),
    });
  }

  @FieldResolver(() => [IndicatorSeries], { description: 'A series for each indicator, place and organisation.' })
  series(@Root() table: IndicatorTable, @Ctx() context: Context): Promise<IndicatorSeries[]> {
    const { series, on } = table.answered;
    return Promise.all(
      series.map(async (one) => {
        const [place, organisation] = await Promise.all([placeOn(context, one, on), organisationOn(context, one, on)]);
        return new IndicatorSeries({
          indicator: toIndicator(one.definition),
          place,
          organisation,
          organisationKind: one.kind,
          values: one.cells.map(chartValue),
          exact: one.cells.map((cell) => cell.exact),
          statuses: one.cells.map((cell) => ValueStatus[cell.status]),
        });
      }),
    );
  }

  @FieldResolver(() => IndicatorRowConnection, {
    description: 'The values one by one: indicator, place, organisation, period.',
  })
  async rows(
    @Root() table: IndicatorTable,
    @Args(() => FirstAfterArgs) { first, after }: FirstAfterArgs,
    @Ctx() context: Context,
  ): Promise<IndicatorRowConnection> {
    const page = ordinalPage('row', first, after);
    const { series, columns } = table.answered;
    const total = series.length * columns.length;
    const wanted = Array.from(
      { length: Math.max(0, Math.min(page.size, total - page.after)) },
      (_, at) => page.after + at,
    );
    const nodes = await Promise.all(wanted.flatMap((at) => rowAt(context, table.answered, at) ?? []));
    return Object.assign(new IndicatorRowConnection(), {
      nodes,
      edges: nodes.map((node, at) => ({ node, cursor: ordinalCursor('row', page.after + at + 1) })),
      pageInfo: ordinalPageInfo('row', page, nodes.length, total),
      totalCount: total,
    });
  }
}

/** What a value is made of. */
@Resolver(() => IndicatorRow)
class RowContributionsResolver {
  @FieldResolver(() => ContributionConnection, {
    description:
      'The cells of workbooks that the value is made of, numbers first, as of the very snapshot of the table: they add up to it exactly.',
  })
  contributions(
    @Root() row: IndicatorRow,
    @Args(() => FirstAfterArgs) { first, after }: FirstAfterArgs,
    @Ctx() context: Context,
  ): Promise<ContributionConnection> {
    const page = ordinalPage('contribution', first, after);
    return context.use(contributionLoaders).load({ row, page });
  }
}

/** The resolvers of this room. */
export const tableResolvers = [IndicatorTableResolver, RowContributionsResolver] as const;
