import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../ground/gql/context.ts';
import { HubError } from '../../ground/gql/hub-error.ts';
import { numbersInId } from '../../ground/gql/node.ts';
import { asPayload } from '../../ground/gql/user-error.type.ts';
import { reportLoaders } from '../version/report.loader.ts';
import { publishReport } from './publish.ts';
import { PublishReportInput, PublishReportPayload } from './publish.type.ts';

/** Publishing. */
@Resolver()
class PublishResolver {
  @Mutation(() => PublishReportPayload, {
    description:
      'Publishes the latest version of a report: its figures become current, totals move and subscribers hear of it, all at once or not at all. ' +
      'Needs the role ADMIN until the full review is open, and is recorded as an override with its reason.',
  })
  async publishReport(
    @Arg('input', () => PublishReportInput, { description: 'What is published and why.' }) input: PublishReportInput,
    @Ctx() context: Context,
  ): Promise<PublishReportPayload> {
    const { done, userErrors } = await asPayload(async () => {
      const [provinceId, reportId] = numbersInId(input.report, 'Report', 2) ?? noReport(input.report);
      const request = {
        provinceId: provinceId ?? 0,
        reportId: String(reportId),
        expectedVersion: input.expectedVersion,
        reason: input.reason,
      };
      return publishReport(context, request, input.idempotencyKey);
    });
    const report = done && (await context.use(reportLoaders).byKey.load(`${done.provinceId}:${done.reportId}`));
    return Object.assign(new PublishReportPayload(), { report, userErrors });
  }
}

function noReport(id: string): never {
  throw new HubError({
    code: 'BAD_USER_INPUT',
    vi: `“${id}” không phải mã định danh của một báo cáo.`,
    en: `“${id}” is not the id of a report.`,
  });
}

/** The resolvers of this room. */
export const publishResolvers = [PublishResolver] as const;
