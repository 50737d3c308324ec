import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { type ConnectionData, type ListDefinition, rootConnection } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import type { NodeFetcher } from '../../ground/gql/node.ts';
import { rowsOf } from '../../ground/gql/rows.ts';
import { isCode } from '../code.ts';
import { IndicatorListArgs } from './indicator.input.ts';
import { indicatorLoaders } from './indicator.loader.ts';
import type { IndicatorRow } from './indicator.row.ts';
import { indicatorCode, indicatorSource } from './indicator.source.ts';
import { Indicator, IndicatorConnection, toIndicator } from './indicator.type.ts';

/** Indicators as a list and one by one. */
export const indicatorList: ListDefinition<IndicatorRow, Indicator> = {
  type: 'Indicator',
  source: indicatorSource(),
  convert: toIndicator,
  defaultOrder: [{ field: 'code', direction: 'ASC' }],
  always: ['id', 'code'],
  needs: { id: [], name: ['nameVi', 'nameEn'] },
};

const byCode = { ...indicatorList, by: { sql: 'i0.code', type: 'text' } } as const;

/** The indicator with a code, with what the request needs of it; null where there is none. */
async function indicatorByCode(
  context: Context,
  code: string | null,
  info: GraphQLResolveInfo,
): Promise<Indicator | null> {
  if (code === null || !isCode(code)) return null;
  const [found] = await rowsOf(context, byCode, code, info);
  return found ?? null;
}

/** Indicators by code and in lists, and the parts of a ratio. */
@Resolver(() => Indicator)
class IndicatorResolver {
  @Query(() => Indicator, { nullable: true, description: 'The indicator with a code; null where there is none.' })
  indicator(
    @Arg('code', () => String, { description: 'The code, exactly as written: `LD_MEMBERS`.' }) code: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Indicator | null> {
    return indicatorByCode(context, code, info);
  }

  @Query(() => IndicatorConnection, { description: 'Indicators. `first` or `last` is required.' })
  indicators(
    @Args(() => IndicatorListArgs) args: IndicatorListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Indicator>> {
    return rootConnection(context, indicatorList, args, info);
  }

  @FieldResolver(() => Indicator, { nullable: true, description: 'What a ratio divides; null where it has no parts.' })
  numerator(
    @Root() { numeratorCode }: Indicator,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Indicator | null> {
    return indicatorByCode(context, numeratorCode, info);
  }

  @FieldResolver(() => Indicator, {
    nullable: true,
    description: 'What a ratio divides by; null where it has no parts.',
  })
  denominator(
    @Root() { denominatorCode }: Indicator,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Indicator | null> {
    return indicatorByCode(context, denominatorCode, info);
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
