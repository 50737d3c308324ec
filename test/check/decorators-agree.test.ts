import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  getNamedType,
  type GraphQLField,
  type GraphQLSchema,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql';
import type { DataSource, EntityMetadata } from 'typeorm';
import { hubSchema } from '../../src/graph/schema.ts';
import { openDataSource } from '../../src/ground/database/data-source.ts';
import { rows } from '../../src/rows.ts';
import { cloneDatabase, type TestDatabase } from '../support/hub.ts';

interface Column {
  table: string;
  name: string;
  type: string;
  nullable: boolean;
  key: boolean;
}

let database: TestDatabase;
let source: DataSource;
let schema: GraphQLSchema;
let inDatabase: Column[];

beforeAll(async () => {
  database = await cloneDatabase();
  schema = await hubSchema();
  source = await openDataSource({ url: database.ownerUrl, entities: rows, poolSize: 1, applicationName: 'test check' });
  inDatabase = await source.query(
    `select c.table_name as "table", c.column_name as "name", c.is_nullable = 'YES' as "nullable",
       format_type(a.atttypid, null) as "type", coalesce(a.attnum = any (i.indkey::int2[]), false) as "key"
     from information_schema.columns c
     join pg_attribute a on a.attrelid = format('%I.%I', c.table_schema, c.table_name)::regclass and a.attname = c.column_name
     left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
     where c.table_schema = 'public' and not a.attisdropped order by 1, 2`,
  );
});
afterAll(async () => {
  await source?.destroy();
  await database?.drop();
});

const SPELLINGS: Readonly<Record<string, string>> = { timestamptz: 'timestamp with time zone', int: 'integer' };

function declared(entity: EntityMetadata): Column[] {
  return entity.columns.map((column) => {
    const given = String(column.type);
    const type = given === 'enum' ? String(column.enumName) : (SPELLINGS[given] ?? given);
    return {
      table: entity.tableName,
      name: column.databaseName,
      type: column.isArray ? `${type}[]` : type,
      nullable: column.isNullable,
      key: column.isPrimary,
    };
  });
}

function byName(columns: readonly Column[]): Column[] {
  return columns.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Where a type does not take its name from the row's. */
const TYPE_OF_ROW: Readonly<Record<string, string>> = {
  PlaceVersionRow: 'PlaceName',
  PlaceEdgeRow: 'PlaceSuccession',
  PlaceTileRow: 'Tile',
  OrganisationVersionRow: 'OrganisationName',
  OrganisationEdgeRow: 'OrganisationSuccession',
  EventRow: 'HubEvent',
};

/** Fields that differ from their column on purpose, with the reason. */
const ON_PURPOSE: Readonly<Record<string, string>> = {
  'Period.kind': 'null for a window, which has no row',
  'Period.year': 'null for a window, which has no row',
  'Indicator.breakdowns': 'one text in the table, a list in the graph',
  'Indicator.numerator': 'a code in the table, the indicator in the graph',
  'Indicator.denominator': 'a code in the table, the indicator in the graph',
  'Indicator.primaryForm': 'a code in the table, the form in the graph',
  'Upload.issues': 'kept as JSON, typed in the graph',
  'Figure.breakdown': 'the key of a row in the table, its words in the graph',
  'Figure.value': 'for charts; Figure.exact is the column as it is',
  'Attachment.fileName': 'null with an error for those who may not see it',
  'Activity.participants': 'one activity has no more than an Int holds; the sums of groups are decimals',
  'Activity.gifts': 'one activity has no more than an Int holds; the sums of groups are decimals',
  'HubEvent.numberedAt': 'null until the sequencer has been there, and shown from then on',
};

const SCALARS: Readonly<Record<string, readonly string[]>> = {
  integer: ['Int'],
  smallint: ['Int'],
  bigint: ['BigInt', 'String'],
  text: ['String', 'PeriodKey'],
  date: ['Date'],
  boolean: ['Boolean'],
  numeric: ['Decimal'],
  timestamptz: ['DateTime'],
};

/** The field that shows a column: of its own name, or the object that a key `…Id` leads to. */
function fieldOf(type: string, property: string): GraphQLField<unknown, unknown> | undefined {
  const found = schema.getType(type);
  if (!isObjectType(found) || property === 'id') return undefined;
  return found.getFields()[property] ?? found.getFields()[property.replace(/Id$/, '')];
}

/** What leads to a record or a document is null where the viewer may not see that, whatever the column promises. */
function mayBeHidden({ type }: GraphQLField<unknown, unknown>): boolean {
  return (
    isObjectType(type) && (type.name === 'SourceDocument' || type.getInterfaces().some(({ name }) => name === 'Record'))
  );
}

function faults(entity: EntityMetadata): string[] {
  const type = TYPE_OF_ROW[entity.name] ?? entity.name.replace(/Row$/, '');
  return entity.columns.flatMap((column) => {
    const field = fieldOf(type, column.propertyName);
    const name = `${type}.${field?.name}`;
    if (!field || name in ON_PURPOSE) return [];
    const found: string[] = [];
    if (isNonNullType(field.type) === column.isNullable && !mayBeHidden(field)) {
      found.push(`${name} is ${String(field.type)}, its column ${column.isNullable ? 'nullable' : 'not null'}`);
    }
    const whole = isNonNullType(field.type) ? field.type.ofType : field.type;
    const leaf = getNamedType(whole);
    const accepted = SCALARS[String(column.type)] ?? [];
    const wrong = isScalarType(leaf)
      ? !accepted.includes(leaf.name)
      : isEnumType(leaf) && !/text|enum/.test(String(column.type));
    if (wrong || isListType(whole) !== column.isArray) {
      found.push(`${name} is ${String(field.type)}, its column ${String(column.type)}${column.isArray ? '[]' : ''}`);
    }
    return found;
  });
}

describe('table classes', () => {
  it('have exactly the columns of their tables, with type, nullability and primary key', () => {
    for (const entity of source.entityMetadatas) {
      const columns = inDatabase.filter((column) => column.table === entity.tableName);
      expect(byName(declared(entity))).toEqual(byName(columns));
    }
  });

  it('agree with the graph on type and nullability of what they share', () => {
    expect(source.entityMetadatas.flatMap(faults)).toEqual([]);
  });

  it('share enough with the graph for the check to mean something', () => {
    const shared = source.entityMetadatas.flatMap((entity) => {
      const type = TYPE_OF_ROW[entity.name] ?? entity.name.replace(/Row$/, '');
      return entity.columns.filter((column) => fieldOf(type, column.propertyName));
    });
    expect(shared.length).toBeGreaterThan(60);
  });

  it('are excused only where a field is really there', () => {
    for (const name of Object.keys(ON_PURPOSE)) {
      const [type = '', field = ''] = name.split('.');
      if (schema.getType(type)) expect([name, fieldOf(type, field)?.name]).toEqual([name, field]);
    }
  });
});
