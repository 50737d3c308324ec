import { type GraphQLSchema, isInterfaceType, lexicographicSortSchema, printSchema } from 'graphql';
import { Arg, buildSchema, Ctx, ID, type NonEmptyArray, Query, Resolver } from 'type-graphql';
import { accessResolvers } from '../access/viewer.resolver.ts';
import { membershipResolvers } from '../answer/membership/membership.resolver.ts';
import { searchResolvers } from '../answer/search/search.resolver.ts';
import { tableResolvers } from '../answer/table/table.resolver.ts';
import { formNode, formResolvers } from '../catalogue/form/form.resolver.ts';
import { indicatorNode, indicatorResolvers } from '../catalogue/indicator/indicator.resolver.ts';
import { mergerResolvers } from '../catalogue/merger/merger.resolver.ts';
import { organisationDocumentResolvers } from '../catalogue/organisation/document.resolver.ts';
import { organisationNode, organisationResolvers } from '../catalogue/organisation/organisation.resolver.ts';
import { recordResolvers } from '../catalogue/organisation/record.resolver.ts';
import { personChangeResolvers } from '../catalogue/person/person-change.resolver.ts';
import { officeNode, personNode, personResolvers } from '../catalogue/person/person.resolver.ts';
import { placeNode, placeResolvers } from '../catalogue/place/place.resolver.ts';
import { referenceChangeResolvers } from '../catalogue/reference/reference-change.resolver.ts';
import { policyReferenceNode, referenceResolvers, targetGroupNode } from '../catalogue/reference/reference.resolver.ts';
import { unitChangeResolvers } from '../catalogue/unit/unit-change.resolver.ts';
import { unitNode, unitResolvers } from '../catalogue/unit/unit.resolver.ts';
import { eventNode, eventResolvers } from '../feed/stream/hub-event.resolver.ts';
import { documentChangeResolvers } from '../ground/document/document-change.resolver.ts';
import { documentNodes, documentResolvers } from '../ground/document/document.resolver.ts';
import type { Context } from '../ground/gql/context.ts';
import { HubError } from '../ground/gql/hub-error.ts';
import { fromGlobalId, Node, type NodeFetcher } from '../ground/gql/node.ts';
import { activitiesOfResolvers } from '../record/activity/activities-of.resolver.ts';
import { activityChangeResolvers } from '../record/activity/activity-change.resolver.ts';
import { activityNode, activityResolvers } from '../record/activity/activity.resolver.ts';
import { awardChangeResolvers } from '../record/activity/award-change.resolver.ts';
import { awardNode, awardResolvers } from '../record/activity/award.resolver.ts';
import { campaignChangeResolvers } from '../record/campaign/campaign-change.resolver.ts';
import { campaignNode, campaignResolvers } from '../record/campaign/campaign.resolver.ts';
import { participationResolvers } from '../record/common/participation.resolver.ts';
import { evaluationChangeResolvers } from '../record/evaluation/evaluation-change.resolver.ts';
import { evaluationOfResolvers } from '../record/evaluation/evaluation-of.resolver.ts';
import { evaluationNode, evaluationResolvers } from '../record/evaluation/evaluation.resolver.ts';
import { recommendationChangeResolvers } from '../record/evaluation/recommendation-change.resolver.ts';
import { recommendationOfResolvers } from '../record/evaluation/recommendation-of.resolver.ts';
import { recommendationNode, recommendationResolvers } from '../record/evaluation/recommendation.resolver.ts';
import { memberNode, memberResolvers } from '../record/member/member.resolver.ts';
import { agreementChangeResolvers } from '../record/agreement/agreement-change.resolver.ts';
import { agreementEventChangeResolvers } from '../record/agreement/agreement-event-change.resolver.ts';
import { agreementEventNode, agreementEventResolvers } from '../record/agreement/agreement-event.resolver.ts';
import { agreementPartResolvers } from '../record/agreement/agreement-part.resolver.ts';
import { agreementPlanChangeResolvers } from '../record/agreement/agreement-plan-change.resolver.ts';
import { agreementPlanNode, agreementPlanResolvers } from '../record/agreement/agreement-plan.resolver.ts';
import { agreementNode, agreementResolvers } from '../record/agreement/agreement.resolver.ts';
import { obligationChangeResolvers } from '../report/obligation/obligation-change.resolver.ts';
import { obligationNode, obligationResolvers } from '../report/obligation/obligation.resolver.ts';
import { movementChangeResolvers } from '../record/movement/movement-change.resolver.ts';
import { movementNode, movementResolvers } from '../record/movement/movement.resolver.ts';
import { organisationMovementsResolvers } from '../record/movement/organisation-movements.resolver.ts';
import { attachmentNode, attachmentResolvers } from '../report/attachment/attachment.resolver.ts';
import { figureNode, figureResolvers } from '../report/figure/figure.resolver.ts';
import { publishResolvers } from '../report/review/publish.resolver.ts';
import { formWorkbookResolvers } from '../report/template/form-workbook.resolver.ts';
import { reportNode, reportResolvers, reportVersionNode } from '../report/version/report.resolver.ts';
import { leanResolvers } from './lean-resolvers.ts';
import { uploadNode, uploadResolvers } from '../report/version/upload.resolver.ts';
import { Upload } from '../report/version/upload.type.ts';

const nodes: ReadonlyMap<string, NodeFetcher> = new Map(
  [
    placeNode,
    organisationNode,
    indicatorNode,
    formNode,
    reportNode,
    reportVersionNode,
    uploadNode,
    attachmentNode,
    figureNode,
    eventNode,
    ...documentNodes,
    personNode,
    officeNode,
    targetGroupNode,
    policyReferenceNode,
    unitNode,
    movementNode,
    agreementNode,
    agreementPlanNode,
    agreementEventNode,
    obligationNode,
    campaignNode,
    activityNode,
    awardNode,
    evaluationNode,
    recommendationNode,
    memberNode,
  ].map((fetcher) => [fetcher.type, fetcher]),
);

/** Fetches anything by its global id; `null` where there is nothing the viewer may see. */
export async function fetchNode(context: Context, id: string): Promise<object | null> {
  const found = fromGlobalId(id);
  return (found && (await nodes.get(found.type)?.fetch(context, id))) ?? null;
}

/** Ids one request may fetch at once. */
const NODES_LIMIT = 100;

/** Anything by its id. */
@Resolver()
class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'Anything by its global id; null where there is nothing you may see.',
  })
  node(
    @Arg('id', () => ID, { description: 'A global id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<object | null> {
    return context.node(id);
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'Up to 100 things by their global ids, in the same order, null where there is nothing you may see.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'Global ids, at most 100.' }) ids: string[],
    @Ctx() context: Context,
  ): Promise<(object | null)[]> {
    if (ids.length <= NODES_LIMIT) return Promise.all(ids.map((id) => context.node(id)));
    throw new HubError({
      code: 'BAD_USER_INPUT',
      vi: `nodes nhận tối đa ${NODES_LIMIT} mã định danh; nhận được ${ids.length}.`,
      en: `nodes takes at most ${NODES_LIMIT} ids; got ${ids.length}.`,
    });
  }
}

const resolvers = [
  NodeResolver,
  ...accessResolvers,
  ...placeResolvers,
  ...organisationResolvers,
  ...indicatorResolvers,
  ...formResolvers,
  ...documentResolvers,
  ...documentChangeResolvers,
  ...organisationDocumentResolvers,
  ...recordResolvers,
  ...personResolvers,
  ...personChangeResolvers,
  ...referenceResolvers,
  ...referenceChangeResolvers,
  ...unitResolvers,
  ...unitChangeResolvers,
  ...mergerResolvers,
  ...participationResolvers,
  ...movementResolvers,
  ...movementChangeResolvers,
  ...agreementResolvers,
  ...agreementPartResolvers,
  ...agreementPlanResolvers,
  ...agreementEventResolvers,
  ...agreementChangeResolvers,
  ...agreementPlanChangeResolvers,
  ...agreementEventChangeResolvers,
  ...obligationResolvers,
  ...obligationChangeResolvers,
  ...organisationMovementsResolvers,
  ...campaignResolvers,
  ...campaignChangeResolvers,
  ...activityResolvers,
  ...activitiesOfResolvers,
  ...activityChangeResolvers,
  ...awardResolvers,
  ...awardChangeResolvers,
  ...evaluationResolvers,
  ...evaluationOfResolvers,
  ...evaluationChangeResolvers,
  ...recommendationResolvers,
  ...recommendationOfResolvers,
  ...recommendationChangeResolvers,
  ...memberResolvers,
  ...reportResolvers,
  ...uploadResolvers,
  ...attachmentResolvers,
  ...formWorkbookResolvers,
  ...figureResolvers,
  ...publishResolvers,
  ...tableResolvers,
  ...membershipResolvers,
  ...searchResolvers,
  ...eventResolvers,
] as const;

let built: Promise<GraphQLSchema> | undefined;

/** The schema, assembled once from the classes of all rooms. */
export function hubSchema(): Promise<GraphQLSchema> {
  built ??= buildSchema({
    resolvers: [...resolvers] as unknown as NonEmptyArray<new () => object>,
    orphanedTypes: [Upload],
    validate: false,
    // Subscriptions bring their own streams; the library asks for a bus all the same.
    pubSub: { publish: noBus, subscribe: noBus },
  }).then((schema) => leanResolvers(tellNodesApart(schema)));
  return built;
}

/** The library looks for the type of a Node among classes that implement it themselves; records do so through `Record`. */
function tellNodesApart(schema: GraphQLSchema): GraphQLSchema {
  const node = schema.getType('Node');
  if (isInterfaceType(node)) node.resolveType = ({ id }: Node) => fromGlobalId(id)?.type;
  return schema;
}

function noBus(): never {
  throw new Error('The hub has no bus in memory: subscriptions read the feed.');
}

/**
 * The schema as text: the committed contract. Sorted by name, because the order of the classes is that of their imports, and
 * lower rooms add their fields in an order that says nothing to a reader.
 */
export async function printHubSchema(): Promise<string> {
  return `${printSchema(lexicographicSortSchema(await hubSchema()))}\n`;
}
