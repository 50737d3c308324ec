import { BREAK, Kind } from 'graphql';
import type {
  ASTVisitor,
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLError,
  SelectionSetNode,
  ValidationContext,
} from 'graphql';
import { LIMITS, limitError, type LimitName } from './limits.ts';

/** What a selection set weighs with its fragments written out. */
interface Shape {
  readonly depth: number;
  readonly introspectionDepth: number;
  readonly aliases: number;
  readonly selections: number;
  readonly rootFields: number;
  readonly directives: number;
  readonly schemas: number;
}

const EMPTY: Shape = {
  depth: 0,
  introspectionDepth: 0,
  aliases: 0,
  selections: 0,
  rootFields: 0,
  directives: 0,
  schemas: 0,
};
/** Relay's wrappers say nothing about how deep the question goes. */
const UNCOUNTED = new Set(['edges', 'node', 'nodes']);
const CHECKED = [
  'directives',
  'selections',
  'depth',
  'introspectionDepth',
  'aliases',
  'rootFields',
] as const satisfies LimitName[];

function beside(a: Shape, b: Shape): Shape {
  return {
    depth: Math.max(a.depth, b.depth),
    introspectionDepth: Math.max(a.introspectionDepth, b.introspectionDepth),
    aliases: a.aliases + b.aliases,
    selections: a.selections + b.selections,
    rootFields: a.rootFields + b.rootFields,
    directives: Math.max(a.directives, b.directives),
    schemas: a.schemas + b.schemas,
  };
}

/**
 * Measures by fragment, each once: a document of doubling fragments costs its length, not its expansion.
 * The numbers are floats and may reach 2^1000, which is still a number and still too large.
 */
class Measure {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #known = new Map<string, Shape>();

  constructor(document: DocumentNode) {
    const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((node) => [node.name.value, node]));
  }

  of(set: SelectionSetNode): Shape {
    let total = EMPTY;
    for (const selection of set.selections) {
      const directives = selection.directives?.length ?? 0;
      const one =
        selection.kind === Kind.FIELD
          ? this.#field(selection.name.value, selection.selectionSet, selection.alias !== undefined)
          : this.#spread(selection);
      total = beside(total, {
        ...one,
        selections: one.selections + 1,
        directives: Math.max(one.directives, directives),
      });
    }
    return total;
  }

  #field(name: string, set: SelectionSetNode | undefined, aliased: boolean): Shape {
    const inner = set === undefined ? EMPTY : this.of(set);
    const introspects = name === '__schema' || name === '__type';
    const deepest = Math.max(inner.depth, inner.introspectionDepth);
    return {
      ...inner,
      depth: introspects ? 0 : inner.depth + (UNCOUNTED.has(name) ? 0 : 1),
      introspectionDepth: introspects ? deepest + 1 : inner.introspectionDepth,
      aliases: inner.aliases + (aliased ? 1 : 0),
      schemas: inner.schemas + (name === '__schema' ? 1 : 0),
      rootFields: 1,
    };
  }

  #spread(
    selection:
      | { kind: Kind.FRAGMENT_SPREAD; name: { value: string } }
      | { kind: Kind.INLINE_FRAGMENT; selectionSet: SelectionSetNode },
  ): Shape {
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.of(selection.selectionSet);
    const name = selection.name.value;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const fragment = this.#fragments.get(name);
    // A cycle meets this entry; the standard rules refuse the cycle itself.
    this.#known.set(name, EMPTY);
    if (fragment === undefined) return EMPTY;
    const inner = this.of(fragment.selectionSet);
    const shape = { ...inner, directives: Math.max(inner.directives, fragment.directives?.length ?? 0) };
    this.#known.set(name, shape);
    return shape;
  }
}

function problems(document: DocumentNode): GraphQLError[] {
  const measure = new Measure(document);
  const found = new Map<string, GraphQLError>();
  for (const definition of document.definitions) {
    // Fragments count where they are spread; the standard rules refuse those that are not.
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const inner = measure.of(definition.selectionSet);
    const onVariables = definition.variableDefinitions?.map((node) => node.directives?.length ?? 0) ?? [];
    const shape = {
      ...inner,
      directives: Math.max(inner.directives, definition.directives?.length ?? 0, ...onVariables),
    };
    for (const name of CHECKED) {
      if (shape[name] > LIMITS[name].value) found.set(name, limitError(name, shape[name]));
    }
    if (shape.schemas > 1)
      found.set('introspectionDepth', limitError('introspectionDepth', `${shape.schemas} × __schema`));
  }
  return [...found.values()];
}

/** The limits that need no schema: depth, aliases, root fields, directives, written-out selections, introspection depth. */
export function shapeRule(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      const found = problems(document);
      for (const error of found) context.reportError(error);
      return found.length > 0 ? BREAK : undefined;
    },
  };
}
