import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { dayAsked } from '../../catalogue/day.ts';
import { formLoaders } from '../../catalogue/form/form.loader.ts';
import { Form } from '../../catalogue/form/form.type.ts';
import { organisationLoaders } from '../../catalogue/organisation/organisation.loader.ts';
import { Organisation } from '../../catalogue/organisation/organisation.type.ts';
import { placeLoaders } from '../../catalogue/place/place.loader.ts';
import { Place } from '../../catalogue/place/place.type.ts';
import { type ConnectionData, nestedConnection, rootConnection } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import { type NodeFetcher, numbersInId } from '../../ground/gql/node.ts';
import { Provenance } from '../../ground/record/provenance.type.ts';
import { ReportListArgs } from './report.input.ts';
import { reportLoaders } from './report.loader.ts';
import { reportList } from './report.source.ts';
import { Report, ReportConnection, ReportState, ReportVersion } from './report.type.ts';

/** Reports in lists, and what hangs on one. */
@Resolver(() => Report)
class ReportResolver {
  @Query(() => ReportConnection, {
    description: 'The reports you may see, newest data first. `first` or `last` is required.',
  })
  reports(@Args(() => ReportListArgs) args: ReportListArgs, @Ctx() context: Context): Promise<ConnectionData<Report>> {
    return rootConnection(context, reportList(context.viewer, dayAsked(context)), args);
  }

  @FieldResolver(() => Form, { description: 'The form it is reported with.' })
  async form(@Root() report: Report, @Ctx() context: Context): Promise<Form> {
    const form = await context.use(formLoaders).byCode.load(report.formCode);
    if (!form) throw new Error(`Expected the form ${report.formCode} of a report, found none: the catalogue lost it.`);
    return form;
  }

  @FieldResolver(() => Organisation, { description: 'The organisation that reports, as on the last day of the data.' })
  organisation(
    @Root() report: Report,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Organisation> {
    return context.use(organisationLoaders).byIdOn.load({ id: report.organisationId, on: report.dataTo }, info);
  }

  @FieldResolver(() => Place, { description: 'The place it is for, as on the last day of the data.' })
  place(@Root() report: Report, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Place> {
    return context.use(placeLoaders).byIdOn.load({ id: report.placeId, on: report.dataTo }, info);
  }

  @FieldResolver(() => [ReportVersion], { description: 'Its versions that you may see, oldest first.' })
  versions(@Root() report: Report, @Ctx() context: Context): Promise<ReportVersion[]> {
    return context.use(reportLoaders).versions.load(`${report.provinceId}:${report.reportId}`);
  }

  @FieldResolver(() => ReportVersion, {
    nullable: true,
    description: 'The version whose figures are current; null where none is published.',
  })
  async published(@Root() report: Report, @Ctx() context: Context): Promise<ReportVersion | null> {
    const versions = await context.use(reportLoaders).versions.load(`${report.provinceId}:${report.reportId}`);
    return versions.find((version) => version.state === ReportState.PUBLISHED) ?? null;
  }
}

/** The reports of an organisation. */
@Resolver(() => Organisation)
class OrganisationReportsResolver {
  @FieldResolver(() => ReportConnection, {
    description: 'Its reports that you may see, newest data first. `first` or `last` is required.',
  })
  reports(
    @Root() organisation: Organisation,
    @Args(() => ReportListArgs) args: ReportListArgs,
    @Ctx() context: Context,
  ): Promise<ConnectionData<Report>> {
    const parent = { sql: 'r.organisation_id', type: 'integer' } as const;
    return nestedConnection(
      context,
      reportList(context.viewer, dayAsked(context)),
      parent,
      organisation.organisationId,
      args,
    );
  }
}

/** The reports for a place. */
@Resolver(() => Place)
class PlaceReportsResolver {
  @FieldResolver(() => ReportConnection, {
    description: 'The reports for this very place that you may see, newest data first. `first` or `last` is required.',
  })
  reports(
    @Root() place: Place,
    @Args(() => ReportListArgs) args: ReportListArgs,
    @Ctx() context: Context,
  ): Promise<ConnectionData<Report>> {
    const parent = { sql: 'r.place_id', type: 'integer' } as const;
    return nestedConnection(context, reportList(context.viewer, dayAsked(context)), parent, place.placeId, args);
  }
}

/** The report a version belongs to. */
@Resolver(() => ReportVersion)
class VersionReportResolver {
  @FieldResolver(() => Report, { description: 'The report it is a version of.' })
  report(@Root() version: ReportVersion, @Ctx() context: Context): Promise<Report | null> {
    return context.use(reportLoaders).byKey.load(`${version.provinceId}:${version.reportId}`);
  }
}

/** The report that a record was taken from. */
@Resolver(() => Provenance)
class ProvenanceReportResolver {
  @FieldResolver(() => Report, {
    nullable: true,
    description: 'The report it was taken from; null where it comes from none, or from one you may not see.',
  })
  report(@Root() { reportProvinceId, reportId }: Provenance, @Ctx() context: Context): Promise<Report | null> | null {
    return reportId === null ? null : context.use(reportLoaders).byKey.load(`${reportProvinceId}:${reportId}`);
  }
}

/** The resolvers of this room. */
export const reportResolvers = [
  ReportResolver,
  OrganisationReportsResolver,
  PlaceReportsResolver,
  VersionReportResolver,
  ProvenanceReportResolver,
] as const;

/** Answers `node(id)` for reports. */
export const reportNode: NodeFetcher = {
  type: 'Report',
  fetch: async (context, id) => {
    const key = numbersInId(id, 'Report', 2);
    return key ? context.use(reportLoaders).byKey.load(key.join(':')) : null;
  },
};

/** Answers `node(id)` for versions of reports. */
export const reportVersionNode: NodeFetcher = {
  type: 'ReportVersion',
  fetch: async (context, id) => {
    const [province, report, version] = numbersInId(id, 'ReportVersion', 3) ?? [];
    if (version === undefined) return null;
    const versions = await context.use(reportLoaders).versions.load(`${province}:${report}`);
    return versions.find((entry) => entry.version === version) ?? null;
  },
};
