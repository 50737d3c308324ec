import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { openDemoArchive, type OpenDemo } from '../support/demo-archive.ts';
import { type GraphWorld, inTurn, openGraphWorld, viewerOf } from '../support/graph-world.ts';
import type { Viewer } from '../../src/ground/viewer/viewer.ts';

type Field = GraphQLField<unknown, unknown>;

let demo: OpenDemo;
let world: GraphWorld;
let officer: Viewer;
beforeAll(async () => {
  demo = await openDemoArchive({ records: true });
  world = await openGraphWorld(demo.database);
  // Members are shown to their own organisation only.
  const rows = await world.sql<{ id: number }>(
    `select id from organisation where code = 'LDLD-91' and valid_to is null`,
  );
  officer = viewerOf('OFFICER', { organisations: rows.map(({ id }) => id) });
}, 120_000);
afterAll(async () => {
  await world?.close();
  await demo?.close();
});

/** What a statement reads whatever is asked of its rows; where it is not named here, the key alone. */
const ALWAYS: Readonly<Record<string, readonly string[]>> = {
  // The catalogue is dated: what is shown depends on the days on which it holds.
  placesOn: ['id', 'on', 'validFrom', 'validTo'],
  organisationsOn: ['id', 'on', 'kind', 'validFrom', 'validTo'],
  // The global id of an indicator is its code.
  indicatorsOf: ['id', 'code'],
  members: ['provinceId', 'id'],
  recordVersions: ['subjectId', 'version'],
  organisation_unit_edgeOf: ['on'],
  // Links have nothing but their two keys.
  agreement_item_indicatorOf: ['itemId', 'indicatorId'],
  agreement_item_receiverOf: ['itemId', 'organisationId'],
  agreement_event_partyOf: ['eventId', 'organisationId'],
  recommendation_addresseeOf: ['recommendationId', 'organisationId'],
  // The state of a year is worked out from all of this.
  obligationTerms: ['firstYear', 'lastYear', 'beginsIn', 'endsIn', 'closedOn', 'enteredOn'],
  obligationFulfilments: ['obligationId'],
};
const KEY = ['id'];

/** What a field is made of, where that is not the column of its name: by type and field, else by field. */
const MADE_OF: Readonly<Record<string, readonly string[]>> = {
  visibility: ['exposure'],
  provenance: [
    'origin',
    'basis',
    'fieldSources',
    'sourceDocumentId',
    'sourceQuoteId',
    'sourceReportProvinceId',
    'sourceReportId',
  ],
  'SourceDocument.number': ['type', 'number', 'year', 'symbol', 'style'],
  'RecordVersion.changes': ['data'],
  'OrganisationUnitSuccession.unit': ['predecessorId', 'successorId'],
  'MovementLink.movement': ['linkedId', 'movementId'],
  'Award.ladder': ['rung'],
  'Award.rank': ['rung'],
  'Award.form': ['rung'],
  'Award.level': ['rung'],
  'Evaluation.stages': ['agreementId', 'movementId', 'campaignId', 'evaluatedId', 'year'],
  'Recommendation.overdue': ['closedOn', 'deadline', 'state'],
  // Shown as on the day of the agreement or the event.
  'AgreementParty.organisation': ['organisationId', 'day'],
  'Signatory.organisation': ['organisationId', 'day'],
  'AgreementSupport.giver': ['giverId', 'day'],
  'AgreementSupport.receivers': ['day'],
  'AgreementEvent.place': ['placeId', 'heldEarliest', 'heldLatest'],
  'AgreementEvent.organisations': ['heldEarliest', 'heldLatest'],
};

/** Relations that no record of the demonstration has, so that nothing is read for them. */
const NOT_IN_THE_DEMO = [
  'Activity.movement',
  'AgreementEvent.chair',
  'AgreementEvent.document',
  'Award.decision',
  'Award.unit',
  // No record of the demonstration is taken from a report.
  'Figure.indicator',
  'Figure.place',
  'Form.indicators',
  'PolicyReference.keeper',
  'Recommendation.document',
  'Report.organisation',
  'Report.place',
  'TargetGroup.keeper',
];

function madeOf(type: string, field: string): readonly string[] {
  const own = [field, `${field}Id`, `${field}Earliest`, `${field}Latest`, `${field}En`];
  return MADE_OF[`${type}.${field}`] ?? MADE_OF[field] ?? own;
}

/** By the name of a statement, the columns that it reads. */
type Reads = ReadonlyMap<string, ReadonlySet<string>>;

async function readsOf(query: string): Promise<Reads> {
  const { read, snapshot } = world.contextOf(officer);
  world.pools.statements.splice(0);
  await world.ask(query, {}, world.contextOf(officer, { read: inTurn(read), snapshot }));
  const reads = new Map<string, Set<string>>();
  for (const text of world.pools.statements.splice(0)) {
    const name = /^\/\* (\w+) \*\//.exec(text)?.[1] ?? text;
    const columns = [...text.matchAll(/ as "(\w+)"/g)].map(([, column = '']) => column);
    if (name !== 'setViewer') reads.set(name, new Set([...(reads.get(name) ?? []), ...columns]));
  }
  return reads;
}

/** A field as it is asked, a connection by its rows. */
function ask(field: Field, below: string): string {
  const paged = field.args.some(({ name }) => name === 'first');
  return paged ? `${field.name}(first: 100) { nodes { ${below} } }` : `${field.name} { ${below} }`;
}

const isConnection = (field: Field): boolean => getNamedType(field.type).name.endsWith('Connection');

/** The type of the things that a field leads to; of interfaces none. */
function thingOf(field: Field): GraphQLObjectType | undefined {
  const { name } = getNamedType(field.type);
  const type = world.schema.getType(isConnection(field) ? name.replace(/Connection$/, '') : name);
  return isObjectType(type) ? type : undefined;
}

const fieldsOf = (type: GraphQLObjectType): Field[] => Object.values(type.getFields());
const isRecord = (type: GraphQLNamedType): boolean =>
  isObjectType(type) &&
  (type.getInterfaces().some(({ name }) => name === 'Record') || ['SourceDocument', 'Member'].includes(type.name));
/** Whether a thing stands in a table of its own: records and the catalogue, but neither parts nor what is made of columns. */
const isThing = (type: GraphQLObjectType): boolean =>
  isRecord(type) || ['Place', 'Organisation', 'Indicator'].includes(type.name);

/** Asks for single fields, and notes what was read that they are not made of. */
class Walk {
  readonly faults: string[] = [];
  /** Fields by their type: all that were asked for, and of the relations those for which something was read. */
  readonly asked = new Set<string>();
  readonly followed = new Set<string>();
  readonly relations = new Set<string>();

  /** Every field of a type, from where `wrap` asks for it; of a thing that another leads to, its first field alone. */
  async type(type: GraphQLObjectType, wrap: (below: string) => string, whole: boolean): Promise<void> {
    const before = await readsOf(wrap('__typename'));
    for (const field of fieldsOf(type)) {
      if (field.args.some(({ type: of, defaultValue }) => isNonNullType(of) && defaultValue === undefined)) continue;
      const thing = thingOf(field);
      if (isLeafType(getNamedType(field.type)) && field.name !== 'id') {
        this.compare(type, field, before, await readsOf(wrap(field.name)));
        if (!whole) return;
      } else if (thing && whole) await this.relation(type, field, thing, wrap);
    }
  }

  private async relation(
    type: GraphQLObjectType,
    field: Field,
    thing: GraphQLObjectType,
    wrap: (below: string) => string,
  ): Promise<void> {
    const name = `${type.name}.${field.name}`;
    // A part is the same wherever it hangs: what has been followed once is known.
    if (!isRecord(type) && this.followed.has(name)) return;
    const inner = (below: string): string => wrap(ask(field, below));
    const before = await readsOf(wrap('__typename'));
    const after = await readsOf(inner('__typename'));
    this.compare(type, field, before, after);
    if (isThing(thing)) this.relations.add(name);
    if (isThing(thing) && after.size === before.size) return;
    this.followed.add(name);
    await this.type(thing, inner, !isThing(thing));
  }

  private compare({ name }: GraphQLObjectType, field: Field, before: Reads, after: Reads): void {
    this.asked.add(`${name}.${field.name}`);
    for (const [statement, columns] of after) {
      const base = before.get(statement);
      const allowed = base ? [...base, ...madeOf(name, field.name)] : (ALWAYS[statement] ?? KEY);
      const more = [...columns].filter((column) => !allowed.includes(column));
      if (more.length > 0) this.faults.push(`${name}.${field.name}: ${statement} reads ${more.join(', ')}`);
    }
  }
}

describe('a list of records', () => {
  it('reads the columns of the fields that are asked for and no other, and so do its relations and parts', async () => {
    const walk = new Walk();
    const lists = fieldsOf(world.schema.getQueryType() as GraphQLObjectType).filter(isConnection);
    const records = new Set<string>();
    for (const root of lists) {
      const type = thingOf(root);
      if (!type || !isRecord(type)) continue;
      records.add(type.name);
      for (const [statement, columns] of await readsOf(`{ ${ask(root, '__typename')} }`)) {
        expect([statement, [...columns]]).toEqual([statement, ALWAYS[statement] ?? KEY]);
      }
      await walk.type(type, (below) => `{ ${ask(root, below)} }`, true);
    }
    expect(walk.faults).toEqual([]);
    // Nothing was passed over: every type of record, and every relation that the demonstration has.
    const types = Object.values(world.schema.getTypeMap()).filter(isRecord);
    expect([...records].sort()).toEqual(types.map(({ name }) => name).sort());
    expect([...walk.relations].filter((name) => !walk.followed.has(name)).sort()).toEqual(NOT_IN_THE_DEMO);
    expect(walk.asked.size).toBeGreaterThan(300);
  }, 120_000);
});
