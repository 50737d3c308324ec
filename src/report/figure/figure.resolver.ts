import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { indicatorLoaders } from '../../catalogue/indicator/indicator.loader.ts';
import { Indicator } from '../../catalogue/indicator/indicator.type.ts';
import { placeLoaders } from '../../catalogue/place/place.loader.ts';
import { Place } from '../../catalogue/place/place.type.ts';
import { byKey } from '../../ground/database/by-key.ts';
import { type ConnectionData, type ListDefinition, nestedConnection, PageArgs } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import { fromGlobalId, type NodeFetcher, toGlobalId } from '../../ground/gql/node.ts';
import { figureCircleSql } from '../../ground/viewer/circle.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import { ReportVersion } from '../version/report.type.ts';
import { type FigureKey, figureList, type FigureListRow, figuresByKey } from './figure.store.ts';
import { Figure, FigureConnection, Measure } from './figure.type.ts';

/** The arguments of a list of figures. */
@ArgsType()
class FigureListArgs extends PageArgs {
  @Field(() => Measure, { nullable: true, description: 'Only this measure; left out: all.' }) measure?: Measure;
}

function keyOf(row: FigureListRow): (string | number)[] {
  return [row.province_id, row.report_id, row.version, row.place_id, row.indicator_id, row.measure, row.breakdown_id];
}

function toFigure(row: FigureListRow): Figure {
  return new Figure({
    id: toGlobalId('Figure', ...keyOf(row)),
    measure: row.measure,
    value: row.value === null ? null : Number(row.value),
    exact: row.value,
    missing: row.missing,
    status: row.status,
    qualifier: row.qualifier,
    breakdown: row.breakdown === '' ? [] : row.breakdown.split(';'),
    sheet: row.sheet,
    cell: row.cell,
    printed: row.printed,
    current: row.exposure === 2 && row.ended_by === null,
    indicatorId: row.indicator_id,
    placeId: row.place_id,
  });
}

function figuresOf(viewer: Viewer): ListDefinition<FigureListRow, Figure> {
  return {
    type: 'Figure',
    source: figureList,
    convert: toFigure,
    defaultOrder: [],
    where: [(params) => figureCircleSql(viewer, 'f', 'i', params)],
  };
}

const VERSION = {
  sql: 'f.province_id',
  type: 'integer',
  more: [
    { sql: 'f.report_id', type: 'bigint' },
    { sql: 'f.version', type: 'integer' },
  ],
} as const;

/** The figures of a version. */
@Resolver(() => ReportVersion)
class VersionFiguresResolver {
  @FieldResolver(() => FigureConnection, {
    description: 'Its figures that you may see, by place and indicator. `first` or `last` is required.',
  })
  figures(
    @Root() version: ReportVersion,
    @Args(() => FigureListArgs) { measure, ...page }: FigureListArgs,
    @Ctx() context: Context,
  ): Promise<ConnectionData<Figure>> {
    const key = `${version.provinceId}:${version.reportId}:${version.version}`;
    const filter = measure ? { measure: { eq: measure } } : null;
    return nestedConnection(context, figuresOf(context.viewer), VERSION, key, { ...page, filter });
  }
}

/** What hangs on a figure. */
@Resolver(() => Figure)
class FigureResolver {
  @FieldResolver(() => Indicator, { description: 'What is measured, and in which unit.' })
  indicator(@Root() figure: Figure, @Ctx() context: Context): Promise<Indicator> {
    return context.use(indicatorLoaders).byId.load(figure.indicatorId);
  }

  @FieldResolver(() => Place, { description: 'The place it is reported for.' })
  place(@Root() figure: Figure, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Place> {
    return context.use(placeLoaders).byId.load(figure.placeId, info);
  }
}

/** The resolvers of this room. */
export const figureResolvers = [VersionFiguresResolver, FigureResolver] as const;

/** Makes a request's loader of figures, by their keys joined by colons: null where there is none, or none the viewer may see. */
function figureLoader(context: Context): DataLoader<string, Figure | null> {
  return new DataLoader(async (keys) => {
    const split = keys.map((key) => key.split(':') as unknown as FigureKey);
    const rows = await context.read((tx) => figuresByKey(tx, context.viewer, split));
    return byKey(keys, rows, (row) => keyOf(row).join(':')).map((row) => row && toFigure(row));
  });
}

/** The key in a global id of a figure, joined by colons; null where the id is none. Nine digits always fit an integer. */
function figureKey(id: string): string | null {
  const found = fromGlobalId(id);
  const [province, report, version, place, indicator, measure, breakdown] = found?.key ?? [];
  const numbers = [province, version, place, indicator, breakdown].every((part) =>
    /^(0|[1-9]\d{0,8})$/.test(part ?? ''),
  );
  const known = found?.type === 'Figure' && found.key.length === 7 && numbers && /^[1-9]\d{0,17}$/.test(report ?? '');
  return known && Object.hasOwn(Measure, measure ?? '') ? found.key.join(':') : null;
}

/** Answers `node(id)` for figures. */
export const figureNode: NodeFetcher = {
  type: 'Figure',
  fetch: async (context, id) => {
    const key = figureKey(id);
    return key === null ? null : context.use(figureLoader).load(key);
  },
};
