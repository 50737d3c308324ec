import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { toIndicator } from '../../catalogue/indicator/indicator.type.ts';
import { organisationLoaders } from '../../catalogue/organisation/organisation.loader.ts';
import { toPeriod } from '../../catalogue/period/period.type.ts';
import { placeLoaders } from '../../catalogue/place/place.loader.ts';
import type { Context } from '../../ground/gql/context.ts';
import type { PeriodKind } from '../../ground/period/period.ts';
import { type AnsweredSeries, type AnsweredTable, answerTable } from './answer-table.ts';
import type { Cell, Column } from './cell.ts';
import { contributionLoaders } from './contribution.loader.ts';
import { IndicatorQuery } from './indicator-query.input.ts';
import {
  ContributionConnection,
  FigureSource,
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

function columnPeriod(column: Column): ReturnType<typeof toPeriod> {
  const kind = column.kind as PeriodKind | null;
  return toPeriod({ ...column, kind, year: kind === null ? null : Number(column.key.slice(0, 4)) });
}

function chartValue(cell: Cell): number | null {
  return cell.exact === null ? null : Number(cell.exact);
}

function placeOn(context: Context, series: AnsweredSeries, on: string): Promise<object> {
  return context.use(placeLoaders).byIdOn.load({ id: series.place.id, on });
}

async function organisationOn(context: Context, series: AnsweredSeries, on: string): Promise<object | null> {
  return series.organisationId === null
    ? null
    : context.use(organisationLoaders).byIdOn.load({ id: series.organisationId, on });
}

function rowAt(context: Context, answered: AnsweredTable, at: number): Promise<IndicatorRow> | null {
  const series = answered.series[Math.floor(at / answered.columns.length)];
  const column = answered.columns[at % answered.columns.length];
  const cell = series?.cells[at % answered.columns.length];
  return series && column && cell ? toRow(context, answered, series, column, cell) : null;
}

async function toRow(
  context: Context,
  answered: AnsweredTable,
  series: AnsweredSeries,
  column: Column,
  cell: Cell,
): Promise<IndicatorRow> {
  const [place, organisation] = await Promise.all([
    placeOn(context, series, column.dataTo),
    organisationOn(context, series, column.dataTo),
  ]);
  return new IndicatorRow({
    indicator: toIndicator(series.definition),
    place,
    organisation,
    organisationKind: series.kind,
    period: columnPeriod(column),
    status: ValueStatus[cell.status],
    source: cell.reported ? FigureSource.REPORTED : FigureSource.AGGREGATED,
    synthetic: cell.synthetic,
    value: chartValue(cell),
    exact: cell.exact,
    difference: cell.difference,
    missing: cell.missing,
    formulaVersion: series.definition.version,
    coverage: { ...cell.coverage, ...dutiesOf(cell) },
    sources: cell.sources,
    indicatorId: series.indicator.id,
    snapshot: answered.position.snapshot,
  });
}

/** Nothing is owed where a place does not live; elsewhere it is not known before duties to report are recorded. */
function dutiesOf(cell: Cell): { expected: number | null; missing: number | null; onTime: number | null } {
  const owed = cell.status === 'NOT_APPLICABLE' ? 0 : null;
  return { expected: owed, missing: owed, onTime: owed };
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
