import {
  GraphQLScalarType,
  GraphQLSchema,
  Kind,
  TypeInfo,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isScalarType,
  isSpecifiedScalarType,
  valueFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type {
  ASTNode,
  ASTVisitor,
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLInputType,
  GraphQLNamedType,
  OperationDefinitionNode,
  SelectionSetNode,
  ValueNode,
} from 'graphql';

const COERCED = '__Coerced';
/** Above this many field instances (abstract types multiply) compiling costs more than it saves. */
const LARGEST_PROGRAM = 5000;

/** What a document needs so that graphql-jit answers exactly as graphql-js does. */
export type Plan =
  | {
      readonly compile: true;
      /** The document to compile: its variables are pass-through, because graphql-js has read them already. */
      readonly document: DocumentNode;
      /** Variables inside input literals: a request that leaves one out is interpreted (graphql-jit would put null for the default). */
      readonly nested: ReadonlySet<string>;
    }
  | { readonly compile: false; readonly reason: string };

/** The schema to compile with: the same types, and one scalar for variables that are already coerced. */
export function compileSchema(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  const coerced = new GraphQLScalarType({
    name: COERCED,
    description: 'A variable that graphql-js has already coerced.',
  });
  return new GraphQLSchema({ ...config, types: [...config.types, coerced], assumeValid: true });
}

/** Decides whether an operation of a valid document is compiled, and prepares the copy that is. */
export function planOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Plan {
  const found = survey(schema, document);
  if (found.obstacle !== undefined) return { compile: false, reason: found.obstacle };
  const size = programSize(schema, document, operation);
  if (size > LARGEST_PROGRAM) return { compile: false, reason: `about ${size} field instances` };
  return { compile: true, document: rewritten(document, found.inDirectives), nested: found.nested };
}

interface Survey {
  obstacle: string | undefined;
  readonly nested: Set<string>;
  readonly inDirectives: Set<string>;
}

function survey(schema: GraphQLSchema, document: DocumentNode): Survey {
  const types = new TypeInfo(schema);
  const found: Survey = { obstacle: undefined, nested: new Set(), inDirectives: new Set() };
  const visitor: ASTVisitor = {
    // Defaults of variables are read by graphql-js.
    VariableDefinition: () => false,
    Directive(node) {
      visit(node, { Variable: (variable) => void found.inDirectives.add(variable.name.value) });
      return false;
    },
    Field(node) {
      if (node.name.value === '__schema' || node.name.value === '__type') found.obstacle ??= 'introspection';
      const given = new Set(node.arguments?.map((argument) => argument.name.value));
      const unsafe = types
        .getFieldDef()
        ?.args.find((argument) => !given.has(argument.name) && !isPlain(argument.defaultValue));
      if (unsafe !== undefined) found.obstacle ??= `default of argument ${unsafe.name}`;
      const parent = types.getType() ?? undefined;
      const type = parent === undefined ? undefined : getNamedType(parent);
      if (isAbstractType(type) && type.resolveType?.constructor.name === 'AsyncFunction')
        found.obstacle ??= `asynchronous resolveType of ${type.name}`;
    },
    Argument(node) {
      const type = types.getArgument()?.type;
      const obstacle = type === undefined ? undefined : literalObstacle(node.value, type, found.nested, false);
      found.obstacle ??= obstacle;
    },
  };
  visit(document, visitWithTypeInfo(types, visitor));
  return found;
}

/** Why a literal cannot be written into compiled code: scalars that parse to more than JSON (bigint, Date, objects). */
function literalObstacle(
  node: ValueNode,
  type: GraphQLInputType,
  nested: Set<string>,
  inside: boolean,
): string | undefined {
  if (node.kind === Kind.VARIABLE) {
    if (inside) nested.add(node.name.value);
    return undefined;
  }
  if (isNonNullType(type)) return literalObstacle(node, type.ofType, nested, inside);
  if (node.kind === Kind.NULL) return undefined;
  if (isListType(type)) {
    const items = node.kind === Kind.LIST ? node.values : [node];
    return firstDefined(items, (item) => literalObstacle(item, type.ofType, nested, true));
  }
  if (isInputObjectType(type)) {
    if (node.kind !== Kind.OBJECT) return `literal of ${type.name}`;
    const fields = type.getFields();
    const given = new Set(node.fields.map((field) => field.name.value));
    const unsafe = Object.values(fields).find((field) => !given.has(field.name) && !isPlain(field.defaultValue));
    if (unsafe !== undefined) return `default of ${type.name}.${unsafe.name}`;
    return firstDefined(node.fields, (field) => {
      const inner = fields[field.name.value]?.type;
      return inner === undefined ? undefined : literalObstacle(field.value, inner, nested, true);
    });
  }
  if (!isLeafType(type) || (isScalarType(type) && isSpecifiedScalarType(type))) return undefined;
  if (node.kind === Kind.OBJECT || node.kind === Kind.LIST) return `structured literal of ${type.name}`;
  return isPlain(valueFromAST(node, type)) ? undefined : `literal of ${type.name}`;
}

function firstDefined<T>(items: readonly T[], find: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether graphql-jit can print the value as source text: JSON, or nothing at all. */
function isPlain(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (Array.isArray(value)) return value.every((item) => item !== undefined && isPlain(item));
  if (typeof value === 'object') {
    const prototype: unknown = Object.getPrototypeOf(value);
    return (prototype === Object.prototype || prototype === null) && Object.values(value).every(isPlain);
  }
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** Field instances the compiler would write: every possible type of an abstract field gets its own copy. */
function programSize(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): number {
  const definitions = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const fragments = new Map<string, FragmentDefinitionNode>(definitions.map((node) => [node.name.value, node]));
  const known = new Map<string, number>();
  const sizeOf = (set: SelectionSetNode, parent: GraphQLNamedType | undefined): number => {
    let total = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const definition =
          parent !== undefined && 'getFields' in parent ? parent.getFields()[selection.name.value] : undefined;
        const type = definition === undefined ? undefined : getNamedType(definition.type);
        const copies = isAbstractType(type) ? schema.getPossibleTypes(type).length : 1;
        total += 1 + (selection.selectionSet === undefined ? 0 : copies * sizeOf(selection.selectionSet, type));
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        total += sizeOf(selection.selectionSet, condition === undefined ? parent : schema.getType(condition));
      } else {
        const name = selection.name.value;
        const fragment = fragments.get(name);
        if (!known.has(name) && fragment !== undefined) {
          known.set(name, 0);
          known.set(name, sizeOf(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value)));
        }
        total += known.get(name) ?? 0;
      }
    }
    return total;
  };
  return sizeOf(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
}

/** A deep copy (graphql-jit writes on the nodes it compiles) whose variables have the pass-through type and no default. */
function rewritten(document: DocumentNode, inDirectives: ReadonlySet<string>): DocumentNode {
  const copy = cloned(document);
  return visit(copy, {
    VariableDefinition(node) {
      if (inDirectives.has(node.variable.name.value)) return false;
      return {
        kind: Kind.VARIABLE_DEFINITION,
        variable: node.variable,
        type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: COERCED } },
      };
    },
  });
}

function cloned<T extends ASTNode>(node: T): T {
  const copyOf = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copyOf);
    if (typeof value !== 'object' || value === null || !('kind' in value)) return value;
    // `loc` is shared: it is large, cyclic, and only read.
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, key === 'loc' ? inner : copyOf(inner)]),
    );
  };
  return copyOf(node) as T;
}
