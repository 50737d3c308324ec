import { toGlobalId } from '../../src/ground/gql/node.ts';
import { LOCAL_OPERATOR } from '../../src/ground/viewer/viewer.ts';
import type { GraphWorld } from './graph-world.ts';

/** Who may know of a record, the narrowest circle first: its place is the exposure. */
export const VISIBILITIES = ['ORGANISATION', 'REVIEWERS', 'PUBLIC'] as const;
/** One of `VISIBILITIES`. */
export type SecretVisibility = (typeof VISIBILITIES)[number];

/** Global ids of one record of every kind, by type. */
export type RecordIds = Readonly<Record<string, string>>;

/** What one record of every kind is to be. */
export interface RecordSet {
  /** Stands in every text of these records and in no other: lower case, no marks. */
  readonly mark: string;
  readonly visibility: SecretVisibility;
  /** Code of the organisation that keeps them, as `LDLD-91`. */
  readonly keeper: string;
  /** The year of what is yearly. */
  readonly year: number;
  /** The number of the paper, another one for every set of a keeper. */
  readonly paper: number;
  /** The records these point to; left out: each other. */
  readonly refs?: RecordIds;
}

interface Step {
  readonly type: string;
  readonly mutation: string;
  readonly field: string;
  readonly input: object;
}

/** The text of a field of a record: the mark with the type and the field, so that an answer tells which text it shows. */
function texts(mark: string, type: string): (field: string) => string {
  return (field) => `${mark}${type.toLowerCase()} ${field}`;
}

/** Every kind of record with every text it can have, in an order in which each finds what it points to. */
function steps(
  { mark, visibility, year, paper, refs }: RecordSet,
  made: Record<string, string>,
  keeper: string,
): Step[] {
  const to = (type: string): string | undefined => refs?.[type] ?? made[type];
  const of = (type: string) => texts(mark, type);
  const kept = { keeper, visibility };
  const step = (
    type: string,
    input: (text: (field: string) => string) => object,
    mutation = `create${type}`,
  ): Step => ({
    type,
    mutation,
    field: type.charAt(0).toLowerCase() + type.slice(1),
    input: { ...kept, ...input(of(type)) },
  });
  const on = { on: `${year}-05-01` };
  return [
    {
      ...step('SourceDocument', (text) => ({
        kind: 'OFFICIAL',
        title: text('title'),
        author: text('author'),
        publisher: text('publisher'),
        section: text('section'),
        issuer: keeper,
        number: `${paper}/BC-${mark}`,
        year,
        quotes: [{ key: 'q1', text: text('quote') }],
      })),
      mutation: 'createDocument',
      field: 'document',
    },
    step('TargetGroup', (text) => ({ name: text('name'), nameEn: text('english') })),
    step('PolicyReference', (text) => ({ title: text('title'), symbol: text('symbol'), issuer: text('issuer') })),
    step('Person', (text) => ({ name: text('name'), offices: [{ organisation: keeper, title: text('office') }] })),
    {
      ...step('OrganisationUnit', (text) => ({ name: text('name'), kind: 'GRASSROOTS_UNION', organisation: keeper })),
      mutation: 'foundUnit',
      field: 'unit',
    },
    step('Movement', (text) => ({
      name: text('name'),
      nameEn: text('english'),
      description: text('description'),
      launched: on,
      roles: [{ organisation: keeper, role: 'LAUNCHES', among: text('among') }],
      linked: refs?.['Movement'] ? [refs['Movement']] : [],
    })),
    step('Campaign', (text) => ({
      name: text('name'),
      nameEn: text('english'),
      description: text('description'),
      kind: 'MONTH',
      year,
      starts: on,
      movement: to('Movement'),
      roles: [{ organisation: keeper, role: 'LAUNCHES', among: text('among') }],
    })),
    step('Agreement', (text) => ({
      name: text('name'),
      kind: 'PROGRAMME',
      document: to('SourceDocument'),
      signed: on,
      termStart: on,
      parties: [{ organisation: keeper, role: 'LEAD' }],
      signatories: [{ person: to('Person'), organisation: keeper, offices: [to('Office')] }],
      contents: [
        { text: text('content'), targetGroups: [to('TargetGroup')], indicators: [toGlobalId('Indicator', 'LD_GU')] },
      ],
      objectives: [{ text: text('objective'), targetGroups: [to('TargetGroup')] }],
      supports: [{ text: text('support'), giver: keeper, receivers: [keeper] }],
      policies: [to('PolicyReference')],
    })),
    step('AgreementPlan', (text) => ({
      name: text('name'),
      agreement: to('Agreement'),
      year,
      document: to('SourceDocument'),
      fedBy: refs?.['Evaluation'],
    })),
    step('AgreementEvent', (text) => ({
      name: text('name'),
      agreement: to('Agreement'),
      kind: 'REVIEW_MEETING',
      held: on,
      venue: text('venue'),
      participants: text('participants'),
      chair: to('Person'),
      document: to('SourceDocument'),
      organisations: [keeper],
    })),
    step('Obligation', (text) => ({
      text: text('text'),
      agreement: to('Agreement'),
      kind: 'PLAN',
      frequency: 'YEARLY',
      firstYear: 2024,
      lastYear: 2027,
    })),
    step('Activity', (text) => ({
      name: text('name'),
      description: text('description'),
      kind: 'GIFTS',
      held: on,
      campaign: to('Campaign'),
      movement: to('Movement'),
      agreement: to('Agreement'),
      targetGroups: [to('TargetGroup')],
      policies: [to('PolicyReference')],
      roles: [{ organisation: keeper, role: 'LEADS' }],
      participants: 10,
      gifts: 10,
      valueVnd: '1000',
    })),
    step('Award', (text) => ({
      name: text('name'),
      rung: 'PROVINCIAL_MERIT',
      recipientKind: 'COLLECTIVE',
      recipient: text('recipient'),
      quantity: 10,
      awardedFor: 'MOVEMENT',
      organisation: keeper,
      unit: to('OrganisationUnit'),
      movement: to('Movement'),
      campaign: to('Campaign'),
      decision: to('SourceDocument'),
      decided: on,
    })),
    step('Evaluation', (text) => ({
      name: text('name'),
      stage: 'CONCLUDED',
      year,
      agreement: to('Agreement'),
      movement: to('Movement'),
      campaign: to('Campaign'),
      plan: to('AgreementPlan'),
      meeting: to('AgreementEvent'),
      evaluated: keeper,
      concludedBy: to('Person'),
      grade: 'GOOD',
      score: '10',
      maxScore: '100',
      summary: text('summary'),
      conclusion: text('conclusion'),
      criteria: [{ name: text('criterion'), score: '10', maxScore: '100', evidence: text('evidence') }],
      findings: [{ text: text('finding'), organisation: keeper }],
      lessons: [{ text: text('lesson') }],
    })),
    step('Recommendation', (text) => ({
      text: text('text'),
      kind: 'PROPOSAL',
      from: keeper,
      to: [keeper],
      addressee: text('addressee'),
      speaker: to('Person'),
      agreement: to('Agreement'),
      evaluation: to('Evaluation'),
      meeting: to('AgreementEvent'),
      document: to('SourceDocument'),
      targetGroups: [to('TargetGroup')],
      issued: on,
    })),
  ];
}

/**
 * Enters one record of every kind by the mutations, each text with the mark, and a second version of each that names the mark
 * as its reason. Answers the ids by type, `Office` and `Quote` among them.
 */
export async function enterEveryKind(world: GraphWorld, set: RecordSet): Promise<RecordIds> {
  const made: Record<string, string> = {};
  const admin = (): ReturnType<GraphWorld['contextOf']> => world.contextOf(LOCAL_OPERATOR);
  const { organisation } = await world.ask<{ organisation: { id: string } }>(
    'query ($code: String!) { organisation(code: $code) { id } }',
    { code: set.keeper },
  );
  const kinds = steps(set, made, organisation.id).length;
  for (let at = 0; at < kinds; at++) {
    // Built anew each time: what comes later points to what has been made.
    const step = steps(set, made, organisation.id)[at];
    if (step) made[step.type] = await changed(world, step.mutation, step.field, step.input);
    if (step?.type === 'Person' || step?.type === 'SourceDocument') {
      const list = step.type === 'Person' ? 'offices' : 'quotes';
      const { node } = await world.ask<{ node: Record<string, { id: string }[]> }>(
        `query ($id: ID!) { node(id: $id) { ... on ${step.type} { ${list} { id } } } }`,
        { id: made[step.type] },
        admin(),
      );
      made[step.type === 'Person' ? 'Office' : 'Quote'] = node[list]?.[0]?.id ?? '';
    }
  }
  await nextVersions(world, set, made);
  return made;
}

const CORRECTIONS: Readonly<Record<string, string>> = { SourceDocument: 'Document', OrganisationUnit: 'Unit' };

async function nextVersions(world: GraphWorld, { mark, refs }: RecordSet, made: RecordIds): Promise<void> {
  for (const [type, id] of Object.entries(made)) {
    if (type === 'Office' || type === 'Quote') continue;
    const name = CORRECTIONS[type] ?? type;
    const field = name.charAt(0).toLowerCase() + name.slice(1);
    const input = { id, expectedVersion: 1, reason: texts(mark, type)('reason') };
    const more = type === 'AgreementPlan' && !refs ? { fedBy: made['Evaluation'] } : {};
    await changed(world, `correct${name}`, field, { ...input, ...more });
  }
  await changed(world, 'followUpRecommendation', 'recommendation', {
    id: made['Recommendation'],
    expectedVersion: 2,
    reason: texts(mark, 'Recommendation')('reason'),
    on: '2026-06-01',
    text: texts(mark, 'Recommendation')('followed'),
    state: 'IN_PROGRESS',
  });
}

async function changed(world: GraphWorld, mutation: string, field: string, input: object): Promise<string> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const text = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${field} { id } userErrors { path message } } }`;
  const data = await world.ask<Record<string, Record<string, { id: string } | null> & { userErrors: object[] }>>(
    text,
    { input },
    world.contextOf(LOCAL_OPERATOR),
  );
  const id = data[mutation]?.[field]?.id;
  if (id === undefined) throw new Error(`${mutation}: ${JSON.stringify(data[mutation]?.userErrors)}`);
  return id;
}
