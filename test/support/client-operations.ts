import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import {
  buildSchema,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type OperationTypeNode,
  parse,
  print,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { projectPath } from '../../src/ground/project-path.ts';

/** One operation of schema/operations, with the fragments it spreads. */
export interface SavedOperation {
  /** Its file below schema/operations. */
  file: string;
  name: string;
  kind: OperationTypeNode;
  document: DocumentNode;
}

/** A file of schema/operations with what it defines. */
export interface SavedFile {
  /** Its path below schema/operations. */
  file: string;
  definitions: readonly (OperationDefinitionNode | FragmentDefinitionNode)[];
}

/** The schema as schema/hub.graphql promises it. */
export async function promisedSchema(): Promise<GraphQLSchema> {
  return buildSchema(await readFile(projectPath('schema', 'hub.graphql'), 'utf8'));
}

/** Every file below schema/operations, folders included. */
export async function savedFiles(): Promise<SavedFile[]> {
  const folder = projectPath('schema', 'operations');
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((entry) => entry.isFile() && entry.name.endsWith('.graphql'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  return Promise.all(
    paths.map(async (path) => ({
      file: relative(folder, path),
      definitions: parse(await readFile(path, 'utf8')).definitions.filter(
        (node) => node.kind === Kind.OPERATION_DEFINITION || node.kind === Kind.FRAGMENT_DEFINITION,
      ),
    })),
  );
}

/** Every saved operation, by file. */
export async function savedOperations(): Promise<SavedOperation[]> {
  const files = await savedFiles();
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const { definitions } of files) {
    for (const node of definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  return files.flatMap(({ file, definitions }) =>
    definitions.flatMap((node) =>
      node.kind === Kind.OPERATION_DEFINITION
        ? [
            {
              file,
              name: node.name?.value ?? basename(file),
              kind: node.operation,
              document: { kind: Kind.DOCUMENT as const, definitions: [node, ...spreadBy(node, fragments)] },
            },
          ]
        : [],
    ),
  );
}

/** The fragments that a definition spreads, and those that these spread, each once. */
function spreadBy(
  node: OperationDefinitionNode | FragmentDefinitionNode,
  all: ReadonlyMap<string, FragmentDefinitionNode>,
): FragmentDefinitionNode[] {
  const found = new Set<FragmentDefinitionNode>();
  const collect = (from: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(from, {
      FragmentSpread: ({ name }) => {
        const fragment = all.get(name.value);
        if (!fragment) throw new Error(`No file of schema/operations defines the fragment ${name.value}.`);
        if (found.has(fragment)) return;
        found.add(fragment);
        collect(fragment);
      },
    });
  };
  collect(node);
  return [...found];
}

/** The document with `id` asked for wherever a thing has one, as Relay's compiler does: by it caches know things again. */
export function withIds(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  return withField(schema, document, 'id', (type) => type.getFields()['id'] !== undefined);
}

/** The document with `__typename` asked for everywhere but at the root, as clients ask when they send it. */
export function withTypeNames(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const root = schema.getQueryType();
  return withField(schema, document, '__typename', (type) => type !== root);
}

function withField(
  schema: GraphQLSchema,
  document: DocumentNode,
  name: string,
  wanted: (type: GraphQLObjectType | GraphQLInterfaceType) => boolean,
): DocumentNode {
  const types = new TypeInfo(schema);
  const field = { kind: Kind.FIELD as const, name: { kind: Kind.NAME as const, value: name } };
  return visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet(node) {
        const type = types.getParentType();
        const has = (isObjectType(type) || isInterfaceType(type)) && wanted(type);
        const asked = node.selections.some(
          (part) => part.kind === Kind.FIELD && part.name.value === name && !part.alias,
        );
        return has && !asked ? { ...node, selections: [field, ...node.selections] } : undefined;
      },
    }),
  );
}

/** What variables of a type are filled with, wherever they stand. */
const BY_TYPE: Readonly<Record<string, unknown>> = {
  Int: 10,
  IndicatorQuery: {
    indicators: ['LD_MEMBERS', 'PN_MEMBERS', 'TN_MEMBERS'],
    places: { codes: ['91'] },
    periods: { keys: ['2026-S1'] },
  },
};

/** What an argument is filled with: An Giang, of which the demo tells most. */
const BY_ARGUMENT: Readonly<Record<string, unknown>> = {
  'Query.place.code': '91',
  'Query.organisation.code': 'LDLD-91',
  'Query.indicator.code': 'LD_MEMBERS',
  'Query.form.code': 'LDLD-01',
  'Query.search.text': 'lao động',
  'Organisation.membership.period': '2026-S1',
};

/** Answers the data of a query without variables. */
export type Ask = (query: string) => Promise<Record<string, { nodes: Record<string, unknown>[] }>>;

/**
 * Values for the variables an operation cannot do without: by the argument each stands for, else by its type, and for
 * `thing(id:)` or `thing(code:)` from the first row of the list `things`, for `node(id:)` of the type that the operation asks
 * it about. Throws where it knows none.
 */
export async function variablesFor(
  schema: GraphQLSchema,
  operation: SavedOperation,
  ask: Ask,
): Promise<Record<string, unknown>> {
  const filled: Record<string, unknown> = {};
  const [definition] = operation.document.definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`${operation.file} begins with no operation.`);
  for (const { variable, type, defaultValue } of definition.variableDefinitions ?? []) {
    const name = variable.name.value;
    // Lists insist on `first` or `last`, whatever the schema lets be null.
    if (defaultValue || (type.kind !== Kind.NON_NULL_TYPE && name !== 'first')) continue;
    const place = whereUsed(schema, operation.document, name);
    const value =
      BY_ARGUMENT[place] ??
      BY_TYPE[namedType(schema, type)] ??
      (place === 'Query.node.id'
        ? await firstOfType(schema, operation.document, ask)
        : await firstOfList(schema, place, ask));
    if (value === undefined) {
      throw new Error(
        `schema/operations/${operation.file}: nothing is known to fill $${name}: ${print(type)} of ${operation.name} with, ` +
          `which stands for ${place}. Add "${place}" to BY_ARGUMENT in test/support/client-operations.ts.`,
      );
    }
    filled[name] = value;
  }
  return filled;
}

function namedType(schema: GraphQLSchema, node: Parameters<typeof typeFromAST>[1]): string {
  const type = typeFromAST(schema, node);
  return String(isNonNullType(type) ? type.ofType : type);
}

/** The argument that a variable is first given to, as `Query.place.code`. */
function whereUsed(schema: GraphQLSchema, document: DocumentNode, name: string): string {
  const types = new TypeInfo(schema);
  let place = '';
  visit(
    document,
    visitWithTypeInfo(types, {
      Variable(node, _key, parent) {
        const defines = parent !== undefined && 'kind' in parent && parent.kind === Kind.VARIABLE_DEFINITION;
        if (defines || node.name.value !== name || place !== '') return;
        place = `${types.getParentType()?.name}.${types.getFieldDef()?.name}.${types.getArgument()?.name}`;
      },
    }),
  );
  return place;
}

async function firstOfList(schema: GraphQLSchema, place: string, ask: Ask): Promise<unknown> {
  const [root, field, argument = ''] = place.split('.');
  const list = schema.getQueryType()?.getFields()[`${field}s`];
  if (root !== 'Query' || !list || !['id', 'code'].includes(argument)) return undefined;
  const answer = await ask(`{ ${list.name}(first: 1) { nodes { ${argument} } } }`);
  return answer[list.name]?.nodes[0]?.[argument];
}

/** The id of the first thing of the type that a document asks a node about. */
async function firstOfType(schema: GraphQLSchema, document: DocumentNode, ask: Ask): Promise<unknown> {
  let type: string | undefined;
  visit(document, { InlineFragment: ({ typeCondition }) => void (type ??= typeCondition?.name.value) });
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const list = fields.find((field) => getNamedType(field.type).name === `${type}Connection`);
  if (!list) return undefined;
  const answer = await ask(`{ ${list.name}(first: 1) { nodes { id } } }`);
  return answer[list.name]?.nodes[0]?.['id'];
}
