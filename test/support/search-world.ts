import { fold } from '../../src/ground/text/fold.ts';
import { sortKey } from '../../src/ground/text/sort-key.ts';
import { type GraphWorld, openGraphWorld } from './graph-world.ts';

/** A record as a search test writes it down: its kind, its name, and who may know of it (everybody, if left out). */
export interface NamedRecord {
  kind: string;
  name: string;
  /** The English name, the number or the addressee, where the kind has one. */
  also?: string;
  exposure?: 0 | 1 | 2;
}

/** A hit as tests compare it. */
export interface Hit {
  kind: string;
  match: string;
  matched: string;
}

/** The whole graph with records to search. */
export interface SearchWorld extends GraphWorld {
  /** The labour federation of today's An Giang, which keeps every record. */
  keeper: { id: number; provinceId: number };
  add(...records: NamedRecord[]): Promise<void>;
}

/** By kind: the table, the columns of its texts, and what else a row cannot do without. */
const TABLES: Readonly<
  Record<string, { table: string; texts: [string, string?]; more?: Record<string, string | number> }>
> = {
  MOVEMENT: { table: 'movement', texts: ['name', 'name_en'] },
  CAMPAIGN: { table: 'campaign', texts: ['name', 'name_en'], more: { kind: 'CAMPAIGN' } },
  ACTIVITY: { table: 'activity', texts: ['name'], more: { kind: 'OTHER' } },
  AGREEMENT: { table: 'agreement', texts: ['name'], more: { kind: 'PROGRAMME' } },
  EVALUATION: { table: 'evaluation', texts: ['name'], more: { stage: 'REVIEW' } },
  RECOMMENDATION: { table: 'recommendation', texts: ['text', 'addressee'], more: { kind: 'REQUEST', from_id: 0 } },
  PERSON: { table: 'person', texts: ['name'] },
  DOCUMENT: { table: 'source_document', texts: ['title', 'symbol'], more: { kind: 'OFFICIAL', number: 1 } },
  UNIT: { table: 'organisation_unit', texts: ['name'], more: { kind: 'GRASSROOTS_UNION', organisation_id: 0 } },
  POLICY: { table: 'policy_reference', texts: ['title', 'symbol'] },
  TARGET_GROUP: { table: 'target_group', texts: ['name', 'name_en'] },
};

/** Kinds of records that are searched. */
export const RECORD_KINDS = Object.keys(TABLES);

/** Clones a database and opens the graph over it; records are written as the superuser. */
export async function openSearchWorld(): Promise<SearchWorld> {
  const world = await openGraphWorld();
  const [keeper] = await world.sql<{ id: number; provinceId: number }>(
    `select id, province_id as "provinceId" from organisation where code = 'LDLD-91' and valid_to is null`,
  );
  if (!keeper) throw new Error('The catalogue has no LDLD-91.');
  let number = 0;
  const addOne = async ({ kind, name, also, exposure = 2 }: NamedRecord): Promise<void> => {
    const found = TABLES[kind];
    if (!found) throw new Error(`No table for ${kind}.`);
    const { table, texts, more = {} } = found;
    const [first, second] = texts;
    const values: Record<string, string | number> = {
      province_id: keeper.provinceId,
      keeper_id: keeper.id,
      exposure,
      [first]: name,
      ...(second && also ? { [second]: also } : {}),
      sort_key: sortKey(name),
      folded: [name, ...(also ? [also] : [])].map(fold).join('\n'),
      ...(kind === 'DOCUMENT' ? {} : { origin: 'MANUAL' }),
      ...more,
    };
    if ('from_id' in values) values['from_id'] = keeper.id;
    if ('organisation_id' in values) values['organisation_id'] = keeper.id;
    if ('number' in values) values['number'] = ++number;
    if (kind === 'DOCUMENT') values['symbol'] ??= `${number}/KH-UBND`;
    const names = Object.keys(values);
    await world.sql(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(values),
    );
  };
  return {
    ...world,
    keeper,
    async add(...records) {
      for (const record of records) await addOne(record);
    },
  };
}
