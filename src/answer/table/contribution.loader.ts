import DataLoader from 'dataloader';
import { organisationLoaders } from '../../catalogue/organisation/organisation.loader.ts';
import { periodLoaders } from '../../catalogue/period/period.loader.ts';
import { placeLoaders } from '../../catalogue/place/place.loader.ts';
import type { Context } from '../../ground/gql/context.ts';
import { reportLoaders } from '../../report/version/report.loader.ts';
import { contributions, type ContributionRow } from './contribution.store.ts';
import { Contribution, ContributionConnection, type IndicatorRow } from './indicator-table.type.ts';
import { ordinalCursor, type OrdinalPage, ordinalPageInfo } from './ordinal-page.ts';

/** One value whose cells are wanted. */
export interface ContributionsOf {
  row: IndicatorRow;
  page: OrdinalPage;
}

/** Makes a request's loader of contributions: however many values ask, one statement for each snapshot. */
export function contributionLoaders(context: Context): DataLoader<ContributionsOf, ContributionConnection> {
  return new DataLoader(
    async (asked: readonly ContributionsOf[]) => {
      const answers = new Map<ContributionsOf, ContributionConnection>();
      for (const snapshot of new Set(asked.map(({ row }) => row.snapshot))) {
        const group = asked.filter(({ row }) => row.snapshot === snapshot);
        for (const [at, connection] of (await load(context, snapshot, group)).entries()) {
          const one = group[at];
          if (one) answers.set(one, connection);
        }
      }
      return asked.map((one) => answers.get(one) ?? new Error('A value was asked for its cells and got no answer.'));
    },
    { cache: false },
  );
}

async function load(
  context: Context,
  snapshot: string,
  group: readonly ContributionsOf[],
): Promise<ContributionConnection[]> {
  const asks = group.map(({ row, page }) => ({
    indicatorId: row.indicatorId,
    sources: row.sources,
    after: page.after,
    size: page.size,
  }));
  const rows = await context.read((tx) => contributions(tx, snapshot, asks));
  return Promise.all(
    group.map(async ({ page }, at) => {
      const own = rows.filter((row) => row.ask === at);
      const nodes = await Promise.all(
        own.filter((row) => row.ordinal > page.after).map((row) => toContribution(context, row)),
      );
      return Object.assign(new ContributionConnection(), {
        nodes,
        edges: nodes.map((node, index) => ({ node, cursor: ordinalCursor('contribution', page.after + index + 1) })),
        pageInfo: ordinalPageInfo('contribution', page, nodes.length, own[0]?.total ?? 0),
        totalCount: own[0]?.total ?? 0,
      });
    }),
  );
}

async function toContribution(context: Context, row: ContributionRow): Promise<Contribution> {
  const [place, submitter, period, report] = await Promise.all([
    context.use(placeLoaders).byIdOn.load({ id: row.placeId, on: row.dataTo }),
    context.use(organisationLoaders).byIdOn.load({ id: row.organisationId, on: row.dataTo }),
    context.use(periodLoaders).byId.load(row.periodId),
    context.use(reportLoaders).byKey.load(`${row.provinceId}:${row.reportId}`),
  ]);
  return Object.assign(new Contribution(), { ...row, place, submitter, period, report });
}
