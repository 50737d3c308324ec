import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedOutputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** Literals to ask with, by the name of an argument or input field, else by the name of its scalar. */
export type Literals = Readonly<Record<string, readonly string[]>>;

/** A field of a connection that is only its shape: it costs no depth. */
const SHAPE: ReadonlySet<string> = new Set(['edges', 'node', 'nodes', 'pageInfo']);

/** Fields whose answer is another at every moment. */
const MOMENTARY: ReadonlySet<string> = new Set(['Freshness.instant']);

/** Every field of the schema with its parent, root fields first. */
export function fieldsOf(schema: GraphQLSchema): { parent: string; field: GraphQLField<unknown, unknown> }[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__')
      ? Object.values(type.getFields()).map((field) => ({ parent: type.name, field }))
      : [],
  );
}

/** Whether a field answers pages: it takes `first`, or its type is a connection. Groups are at most a hundred and have no pages. */
export function isPaged(field: GraphQLField<unknown, unknown>): boolean {
  if (field.name === 'groups') return false;
  return field.args.some(({ name }) => name === 'first') || getNamedType(field.type).name.endsWith('Connection');
}

/**
 * Everything that can be selected of a type, down to so many levels of things: nested lists by three, rows once, by `nodes`.
 * Inside an interface every field is named after its type, since fields of one name may differ in theirs. Of the types in
 * `plain` only what is no thing of its own is selected.
 */
export function selectionOf(
  schema: GraphQLSchema,
  type: GraphQLOutputType,
  depth: number,
  plain: ReadonlySet<string> = new Set(),
): string {
  return selection({ schema, plain }, getNamedType(type), depth, false);
}

interface Walk {
  readonly schema: GraphQLSchema;
  readonly plain: ReadonlySet<string>;
}

function selection(walk: Walk, type: GraphQLNamedOutputType, depth: number, aliased: boolean): string {
  if (isLeafType(type)) return '';
  if (isInterfaceType(type)) {
    const kinds = walk.schema
      .getPossibleTypes(type)
      .map((kind) => `... on ${kind.name} ${selection(walk, kind, below(walk, kind, depth), true)}`);
    return `{ __typename ${kinds.join(' ')} }`;
  }
  if (!isObjectType(type)) throw new Error(`The walk does not know what to select of ${type.name}.`);
  // The rows of a page stand in its nodes as well.
  const rowsElsewhere = type.name.endsWith('Edge');
  const parts = Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    const left = isLeafType(inner) || SHAPE.has(field.name) ? depth : depth - 1;
    if (left < 0 || MOMENTARY.has(`${type.name}.${field.name}`) || (rowsElsewhere && field.name === 'node')) return [];
    return [
      `${aliased ? `${type.name}_${field.name}: ` : ''}${field.name}${given(field)} ${selection(walk, inner, below(walk, inner, left), false)}`,
    ];
  });
  return `{ __typename ${parts.join(' ')} }`;
}

function below({ plain }: Walk, type: GraphQLNamedOutputType, depth: number): number {
  return plain.has(type.name) ? 0 : depth;
}

/** What the walk gives to arguments that a field below the root cannot do without. */
const GIVEN: Readonly<Record<string, string>> = { first: '3', by: '[]', period: '"2026-S1"' };

function given(field: GraphQLField<unknown, unknown>): string {
  const needed = field.args
    .filter(({ name, type }) => name === 'first' || isNonNullType(type))
    .filter(({ defaultValue }) => defaultValue === undefined);
  return needed.length > 0 ? `(${needed.map(({ name }) => `${name}: ${GIVEN[name]}`).join(', ')})` : '';
}

/** The ways to give the arguments of a field: the required ones, then each optional one in every way, one at a time. */
export function argumentsOf(field: GraphQLField<unknown, unknown>, literals: Literals): string[] {
  const required = field.args.filter((argument) => isNonNullType(argument.type) || argument.name === 'first');
  const optional = field.args.filter((argument) => !required.includes(argument));
  const ways = (argument: GraphQLArgument): string[] =>
    literalsOf(argument, literals, 3).map((literal) => `${argument.name}: ${literal}`);
  const base = required.map((argument) => (argument.name === 'first' ? 'first: 50' : (ways(argument)[0] ?? '')));
  const varied = required.flatMap((argument, at) =>
    argument.name === 'first' ? ['first: 1'] : ways(argument).map((way) => base.with(at, way).join(', ')),
  );
  const paged = required.some(({ name }) => name === 'first');
  const extra = optional.flatMap((argument) =>
    argument.name === 'last' ? [] : ways(argument).map((way) => [...base, way].join(', ')),
  );
  const last = optional.some(({ name }) => name === 'last') ? ['last: 50', 'last: 1'] : [];
  return [...new Set([paged ? base.join(', ') : (varied[0] ?? base.join(', ')), ...varied, ...last, ...extra])];
}

/** Every literal worth giving to an argument or an input field; inputs are filled one optional field at a time. */
function literalsOf({ name, type }: GraphQLArgument | GraphQLInputField, literals: Literals, depth: number): string[] {
  const named = literals[name];
  // An argument and an input of that name may both be there: only what ends in a text or a number is asked by name.
  return named && isLeafType(getNamedType(type)) ? [...named] : ofType(type, literals, depth);
}

function ofType(type: GraphQLInputType, literals: Literals, depth: number): string[] {
  const bare = getNullableType(type);
  if (isListType(bare)) {
    const items = ofType(bare.ofType, literals, depth);
    return items.length > 1
      ? [...items.map((item) => `[${item}]`), `[${items.slice(0, 5).join(', ')}]`]
      : items.map((item) => `[${item}]`);
  }
  if (isEnumType(bare))
    return bare
      .getValues()
      .slice(0, 2)
      .map(({ name }) => name);
  if (isInputObjectType(bare)) return depth === 0 ? [] : ofInput(Object.values(bare.getFields()), literals, depth - 1);
  return [...(literals[getNamedType(bare).name] ?? [])];
}

function ofInput(fields: readonly GraphQLInputField[], literals: Literals, depth: number): string[] {
  const required = fields.filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
  const ways = required.map((field) =>
    literalsOf(field, literals, depth).map((literal) => `${field.name}: ${literal}`),
  );
  const base = ways.map(([first = '']) => first);
  const varied = ways.flatMap((alternatives, at) => alternatives.map((way) => base.with(at, way)));
  const optional = fields
    .filter((field) => !required.includes(field))
    .flatMap((field) => literalsOf(field, literals, depth).map((literal) => [...base, `${field.name}: ${literal}`]));
  const all = [...varied, ...optional].map((parts) => `{ ${parts.join(', ')} }`);
  return [...new Set(all.length > 0 ? all : [`{ ${base.join(', ')} }`])];
}
