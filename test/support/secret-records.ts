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
      contents: [{ text: text('content'), targetGroups: [to('TargetGroup')] }],
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

/** The number in a global id of a record. */
export function keyIn(globalId: string | undefined): number {
  return Number(
    Buffer.from(globalId ?? '', 'base64url')
      .toString('utf8')
      .split(':')
      .at(-1),
  );
}

/** As the superuser: everything in a set of records says that it was taken from a passage of a document, field by field too. */
export async function takenFrom(world: GraphWorld, records: RecordIds, source: RecordIds): Promise<void> {
  const own = new Set(await recordTables(world));
  const columns = await world.sql<{ table: string; column: string; whole: string }>(SOURCED);
  for (const table of new Set(columns.map((one) => one.table))) {
    const part = columns.find((one) => one.table === table && one.column === `${one.whole}_id` && own.has(one.whole));
    const [record, key] = own.has(table) ? [table, 'id'] : [part?.whole ?? '', part?.column ?? 'id'];
    await world.sql(
      `update ${table} set origin = 'SOURCE', basis = 'STATED', source_document_id = $2::integer, source_quote_id = $3::integer,
         field_sources = jsonb_build_object('name', jsonb_build_object('basis', 'STATED', 'quoteId', $3::integer)) where ${key} = $1::integer`,
      [keyIn(records[typeOf(record)]), keyIn(source['SourceDocument']), keyIn(source['Quote'])],
    );
  }
}

/** Every foreign key of one column of the tables that say where their rows come from, with the table it leads to. */
const SOURCED = `select c.relname as table, k.attname as column, f.confrelid::regclass::text as whole
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'source_quote_id'
  join pg_constraint f on f.conrelid = c.oid and f.contype = 'f' and cardinality(f.conkey) = 1
  join pg_attribute k on k.attrelid = c.oid and k.attnum = f.conkey[1]
  where c.relkind = 'r' order by c.relname, k.attnum`;

/** The type in the graph of a table of records: `AgreementPlan` of `agreement_plan`. */
export function typeOf(table: string): string {
  return table.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The tables of records: those with an exposure of their own and versions. */
export async function recordTables(world: GraphWorld): Promise<string[]> {
  const rows = await world.sql<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'keeper_id'
     join pg_attribute e on e.attrelid = c.oid and e.attname = 'closed_on' where c.relkind = 'r' order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** A table whose rows are parts of a record or of a part, with the column that says of which. */
export interface PartTable {
  readonly table: string;
  readonly column: string;
  /** The table that the column leads to: of records, or of parts. */
  readonly whole: string;
}

/**
 * The tables of parts, by the foreign keys of the database: what hangs on a record or on a part, is no record and no version.
 * The first key of a table leads to its whole, but for mergers of units, which belong to the unit that comes after.
 */
export async function partTables(world: GraphWorld): Promise<PartTable[]> {
  const records = await recordTables(world);
  const keys = await world.sql<PartTable>(
    `select f.conrelid::regclass::text as table, k.attname as column, f.confrelid::regclass::text as whole
     from pg_constraint f join pg_attribute k on k.attrelid = f.conrelid and k.attnum = f.conkey[1]
     where f.contype = 'f' and cardinality(f.conkey) = 1 and f.connamespace = 'public'::regnamespace order by 1, k.attnum`,
  );
  const found = new Map<string, PartTable>();
  let wholes = new Set(records);
  while (wholes.size > 0) {
    const more = keys.filter(
      ({ table, column, whole }) =>
        wholes.has(whole) && !records.includes(table) && table !== 'member' && column !== 'predecessor_id',
    );
    for (const key of more) if (!found.has(key.table)) found.set(key.table, key);
    wholes = new Set(more.map(({ table }) => table));
  }
  return [...found.values()];
}

/** Global ids of every record that not everybody may see, of the offices of such persons and the passages of such documents. */
export async function hiddenRecords(world: GraphWorld): Promise<string[]> {
  const own = (await recordTables(world)).map((name) => `select '${name}' as type, id from ${name} where exposure < 2`);
  const rows = await world.sql<{ type: string; id: number }>(
    `${own.join(' union all ')}
     union all select 'office', o.id from office o join person p on p.id = o.person_id where p.exposure < 2
     union all select 'quote', q.id from quote q join source_document d on d.id = q.document_id where d.exposure < 2`,
  );
  return rows.map(({ type, id }) => toGlobalId(typeOf(type), id));
}
