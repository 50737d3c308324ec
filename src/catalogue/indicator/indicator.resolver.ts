import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { type ConnectionData, type ListDefinition, rootConnection } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import type { NodeFetcher } from '../../ground/gql/node.ts';
import { IndicatorListArgs } from './indicator.input.ts';
import { indicatorLoaders } from './indicator.loader.ts';
import type { IndicatorRow } from './indicator.row.ts';
import { indicatorCode, indicatorSource } from './indicator.source.ts';
import { Indicator, IndicatorConnection, toIndicator } from './indicator.type.ts';

const indicatorList: ListDefinition<IndicatorRow, Indicator> = {
  type: 'Indicator',
  source: indicatorSource(),
  convert: toIndicator,
  defaultOrder: [{ field: 'code', direction: 'ASC' }],
};

/** Indicators by code and in lists, and the parts of a ratio. */
@Resolver(() => Indicator)
class IndicatorResolver {
  @Query(() => Indicator, { nullable: true, description: 'The indicator with a code; null where there is none.' })
  indicator(
    @Arg('code', () => String, { description: 'The code, exactly as written: `LD_MEMBERS`.' }) code: string,
    @Ctx() context: Context,
  ): Promise<Indicator | null> {
    return context.use(indicatorLoaders).byCode.load(code);
  }

  @Query(() => IndicatorConnection, { description: 'Indicators. `first` or `last` is required.' })
  indicators(
    @Args(() => IndicatorListArgs) args: IndicatorListArgs,
    @Ctx() context: Context,
  ): Promise<ConnectionData<Indicator>> {
    return rootConnection(context, indicatorList, args);
  }

  @FieldResolver(() => Indicator, { nullable: true, description: 'What a ratio divides; null where it has no parts.' })
  numerator(@Root() indicator: Indicator, @Ctx() context: Context): Promise<Indicator | null> | null {
    return indicator.numeratorCode === null ? null : context.use(indicatorLoaders).byCode.load(indicator.numeratorCode);
  }

  @FieldResolver(() => Indicator, {
    nullable: true,
    description: 'What a ratio divides by; null where it has no parts.',
  })
  denominator(@Root() indicator: Indicator, @Ctx() context: Context): Promise<Indicator | null> | null {
    return indicator.denominatorCode === null
      ? null
      : context.use(indicatorLoaders).byCode.load(indicator.denominatorCode);
  }
}

/** The resolvers of this room. */
export const indicatorResolvers = [IndicatorResolver] as const;

/** Answers `node(id)` for indicators. */
export const indicatorNode: NodeFetcher = {
  type: 'Indicator',
  fetch: async (context, globalId) => {
    const code = indicatorCode(globalId);
    return code === null ? null : context.use(indicatorLoaders).byCode.load(code);
  },
};
