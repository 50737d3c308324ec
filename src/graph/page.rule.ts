import {
  BREAK,
  GraphQLError,
  Kind,
  TypeInfo,
  getNamedType,
  isCompositeType,
  separateOperations,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type {
  ASTVisitor,
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
  ValidationContext,
} from 'graphql';
import { HubError } from '../ground/gql/hub-error.ts';
import { LIMITS, limitError } from './limits.ts';

const MAXIMUM = LIMITS.pageSize.value;

/** The refusal of a page size; code BAD_USER_INPUT, `reason` PAGE_SIZE. */
function pageSizeError(field: string, came: string): HubError {
  return new HubError({
    code: 'BAD_USER_INPUT',
    vi: `Trường '${field}' cần 'first' hoặc 'last' từ 1 đến ${MAXIMUM}, đã nhận ${came}. Hãy xin từng trang và đi tiếp bằng con trỏ.`,
    en: `Field '${field}' needs 'first' or 'last' from 1 to ${MAXIMUM}, got ${came}. Ask for one page and go on with its cursor.`,
    facts: { reason: 'PAGE_SIZE', field, maximum: MAXIMUM },
  });
}

type Asked =
  | { readonly kind: 'absent' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'variable'; readonly name: string };

function asked(node: FieldNode, name: 'first' | 'last', fallback: unknown): Asked {
  const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
  if (value === undefined)
    return typeof fallback === 'number' ? { kind: 'number', value: fallback } : { kind: 'absent' };
  if (value.kind === Kind.VARIABLE) return { kind: 'variable', name: value.name.value };
  // Other literals are faults of type, which the standard rules report.
  return value.kind === Kind.INT ? { kind: 'number', value: Number(value.value) } : { kind: 'absent' };
}

/** One use of a paged field: what `first` and `last` are in the document. */
export interface PageUse {
  readonly field: string;
  readonly sizes: readonly [Asked, Asked];
  readonly node: FieldNode;
}

function pageUse(
  node: FieldNode,
  definition: { args: ReadonlyArray<{ name: string; defaultValue?: unknown }> } | null | undefined,
): PageUse | undefined {
  const first = definition?.args.find((argument) => argument.name === 'first');
  if (first === undefined) return undefined;
  const last = definition?.args.find((argument) => argument.name === 'last');
  return {
    field: node.name.value,
    sizes: [asked(node, 'first', first.defaultValue), asked(node, 'last', last?.defaultValue)],
    node,
  };
}

/** What is wrong with the sizes as far as they are known; undefined while a variable still decides. */
function fault(sizes: readonly Asked[]): string | undefined {
  const numbers = sizes.filter((size) => size.kind === 'number').map((size) => size.value);
  const wrong = numbers.find((value) => !Number.isInteger(value) || value < 1 || value > MAXIMUM);
  if (wrong !== undefined) return String(wrong);
  return sizes.every((size) => size.kind === 'absent') ? 'none / không có' : undefined;
}

/** Refuses page sizes that the document itself states wrongly, on every field that has a `first` argument. */
export function pageSizeRule(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      const use = pageUse(node, context.getFieldDef());
      const came = use === undefined ? undefined : fault(use.sizes);
      if (use === undefined || came === undefined) return undefined;
      context.reportError(located(pageSizeError(use.field, came), node));
      return undefined;
    },
  };
}

function located(error: HubError, node: FieldNode): GraphQLError {
  return new GraphQLError(error.message, { nodes: [node], extensions: error.extensions });
}

/** The paged fields of an operation, its fragments too, whose sizes variables decide; computed once, checked once a request. */
export function variablePages(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): PageUse[] {
  const found: PageUse[] = [];
  const types = new TypeInfo(schema);
  const visitor: ASTVisitor = {
    Field(node) {
      const use = pageUse(node, types.getFieldDef());
      if (use?.sizes.some((size) => size.kind === 'variable')) found.push(use);
    },
  };
  const own = separateOperations(document)[operation.name?.value ?? ''] ?? document;
  visit(own, visitWithTypeInfo(types, visitor));
  return found;
}

/** The refusals that the variables of one request bring; values of a wrong type are left to coercion. */
export function pageSizeErrors(
  uses: readonly PageUse[],
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): GraphQLError[] {
  const errors: GraphQLError[] = [];
  for (const use of uses) {
    const sizes = use.sizes.map((size) => (size.kind === 'variable' ? given(size.name, operation, variables) : size));
    const came = sizes.some((size) => size === undefined)
      ? undefined
      : fault(sizes.filter((size) => size !== undefined));
    if (came !== undefined) errors.push(located(pageSizeError(use.field, came), use.node));
  }
  return errors.slice(0, LIMITS.errors.value);
}

function given(
  name: string,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Asked | undefined {
  const definition = operation.variableDefinitions?.find((node) => node.variable.name.value === name);
  // A fragment of an invalid document could name it; nothing to say here.
  if (definition === undefined) return undefined;
  const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (value === undefined && definition.defaultValue?.kind === Kind.INT)
    return { kind: 'number', value: Number(definition.defaultValue.value) };
  if (value === undefined || value === null) return { kind: 'absent' };
  return typeof value === 'number' ? { kind: 'number', value } : undefined;
}

/** Nodes an operation could return: sizes multiply along a path, paths add; each fragment is counted once. */
class NodeCount {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #known = new Map<string, number>();

  constructor(schema: GraphQLSchema, document: DocumentNode) {
    this.#schema = schema;
    const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((node) => [node.name.value, node]));
  }

  of(set: SelectionSetNode, parent: GraphQLCompositeType | undefined): number {
    let total = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) total += this.#field(selection, parent);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) total += this.#fragment(selection.name.value);
      else total += this.of(selection.selectionSet, this.#composite(selection.typeCondition?.name.value) ?? parent);
    }
    return total;
  }

  #field(node: FieldNode, parent: GraphQLCompositeType | undefined): number {
    const definition = parent !== undefined && 'getFields' in parent ? parent.getFields()[node.name.value] : undefined;
    const use = pageUse(node, definition);
    const named = definition === undefined ? undefined : getNamedType(definition.type);
    const inner =
      node.selectionSet === undefined ? 0 : this.of(node.selectionSet, isCompositeType(named) ? named : undefined);
    if (use === undefined) return inner;
    const sizes = use.sizes.map((size) =>
      size.kind === 'number' ? size.value : size.kind === 'variable' ? MAXIMUM : 0,
    );
    const size = Math.max(0, ...sizes.map((value) => Math.min(value, MAXIMUM)));
    return size * (1 + inner);
  }

  #fragment(name: string): number {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    this.#known.set(name, 0);
    const fragment = this.#fragments.get(name);
    const count =
      fragment === undefined ? 0 : this.of(fragment.selectionSet, this.#composite(fragment.typeCondition.name.value));
    this.#known.set(name, count);
    return count;
  }

  #composite(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : this.#schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }
}

/** Refuses operations whose page sizes multiply to more nodes than an answer may have. */
export function nodeLimitRule(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      const schema = context.getSchema();
      const counter = new NodeCount(schema, document);
      for (const definition of document.definitions) {
        if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
        const count = counter.of(definition.selectionSet, schema.getRootType(definition.operation) ?? undefined);
        if (count <= LIMITS.nodes.value) continue;
        context.reportError(limitError('nodes', count));
        return BREAK;
      }
      return undefined;
    },
  };
}
