import { getNamedType, type GraphQLField } from 'graphql';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import type { Viewer } from '../../src/ground/viewer/viewer.ts';
import { type GraphWorld, openGraphWorld } from './graph-world.ts';
import { recordTables, typeOf } from './record-tables.ts';
import { enterSecrets, type Secrets } from './secret-world.ts';

/** A record as it stands in the database, with everything that who may know of it depends on. */
export interface RecordHead {
  readonly id: string;
  readonly type: string;
  readonly exposure: number;
  readonly provinceId: number;
  readonly keeperId: number | null;
  readonly keeperKind: string | null;
}

/** A world of secrets with what everybody is to see of its records. */
export interface SeenWorld extends GraphWorld {
  readonly secrets: Secrets;
  readonly records: readonly RecordHead[];
  /** Lists of records at the root, by type. */
  readonly lists: ReadonlyMap<string, GraphQLField<unknown, unknown>>;
  /** A viewer by name. */
  viewer(name: string): Viewer;
  /** The records of a type (left out: all) that a viewer sees. */
  seenBy(name: string, type?: string): RecordHead[];
  /** What a query answers a viewer. */
  told<T>(name: string, query: string): Promise<T>;
  /** The same for many root fields by names of one's own, twenty to a query. */
  toldAll<T>(name: string, parts: ReadonlyMap<string, string>): Promise<Map<string, T>>;
}

/** Opens a world of secrets. */
export async function openSeenWorld(): Promise<SeenWorld> {
  const world = await openGraphWorld();
  const secrets = await enterSecrets(world);
  const records = await headsOf(world);
  const types = new Set(records.map(({ type }) => type));
  const lists = new Map(
    Object.values(world.schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
      const type = getNamedType(field.type).name.replace(/Connection$/, '');
      return types.has(type) ? [[type, field] as const] : [];
    }),
  );
  const viewer = (name: string): Viewer => {
    const found = secrets.viewers[name];
    if (!found) throw new Error(`No viewer “${name}”.`);
    return found;
  };
  const told: SeenWorld['told'] = (name, query) => world.ask(query, {}, world.contextOf(viewer(name)));
  return {
    ...world,
    secrets,
    records,
    lists,
    viewer,
    told,
    seenBy: (name, type) =>
      records.filter((record) => (type === undefined || record.type === type) && sees(viewer(name), record)),
    toldAll: async <T>(name: string, parts: ReadonlyMap<string, string>) => {
      const found = new Map<string, T>();
      const entries = [...parts];
      for (let at = 0; at < entries.length; at += 20) {
        const some = entries.slice(at, at + 20);
        const fields = some.map(([, part], place) => `p${place}: ${part}`).join(' ');
        const data = await told<Record<string, T>>(name, `{ ${fields} }`);
        some.forEach(([key], place) => found.set(key, data[`p${place}`] as T));
      }
      return found;
    },
  };
}

async function headsOf(world: GraphWorld): Promise<RecordHead[]> {
  const parts = (await recordTables(world)).map(
    (
      table,
    ) => `select '${table}' as table, t.id as key, t.exposure, t.province_id as "provinceId", t.keeper_id as "keeperId", o.kind as "keeperKind"
      from ${table} t left join organisation o on o.id = t.keeper_id`,
  );
  const rows = await world.sql<RecordHead & { table: string; key: number }>(parts.join(' union all '));
  return rows.map(({ table, key, ...head }) => ({ ...head, type: typeOf(table), id: toGlobalId(typeOf(table), key) }));
}

/** The rule in other words: public is everybody’s, the rest is the keeper’s, and from REVIEWERS on the province’s. */
function sees({ role, organisations, provinces }: Viewer, record: RecordHead): boolean {
  if (role === 'ADMIN' || record.exposure === 2) return true;
  if (role === 'OFFICER' || role === 'LEADER') return organisations.some((id) => id === record.keeperId);
  if (role !== 'REVIEWER' || !provinces.includes(record.provinceId)) return false;
  return record.exposure === 1 || ['UBND', 'MTTQ'].includes(record.keeperKind ?? '');
}
