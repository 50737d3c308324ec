import type { FieldNode, FragmentDefinitionNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';

/** Fields of a connection that only lead to its rows. */
const PASSAGES: ReadonlySet<string> = new Set(['edges', 'node', 'nodes']);

/** Found once for each field of a document: the nodes of a cached document stay the same. */
const found = new WeakMap<FieldNode, { rows: ReadonlySet<string>; plain: ReadonlySet<string> }>();

/**
 * Names of the fields asked of what a field answers, whatever their aliases, in fragments too; of the rows where it answers a
 * connection. Fields under `@skip` and `@include` count as asked.
 */
export function fieldsAsked(info: GraphQLResolveInfo, connection = false): ReadonlySet<string> {
  const { fieldNodes, fragments } = info;
  const of = (node: FieldNode): ReadonlySet<string> => {
    let sets = found.get(node);
    if (!sets) {
      sets = { rows: collect(node, fragments, true), plain: collect(node, fragments, false) };
      found.set(node, sets);
    }
    return connection ? sets.rows : sets.plain;
  };
  const [first] = fieldNodes;
  if (first && fieldNodes.length === 1) return of(first);
  return new Set(fieldNodes.flatMap((node) => [...of(node)]));
}

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

function collect(node: FieldNode, fragments: Fragments, connection: boolean): Set<string> {
  const names = new Set<string>();
  const visit = (set: SelectionSetNode | undefined, inRows: boolean): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === 'FragmentSpread') visit(fragments[selection.name.value]?.selectionSet, inRows);
      else if (selection.kind === 'InlineFragment') visit(selection.selectionSet, inRows);
      else if (inRows) names.add(selection.name.value);
      else if (PASSAGES.has(selection.name.value)) visit(selection.selectionSet, selection.name.value !== 'edges');
    }
  };
  visit(node.selectionSet, !connection);
  return names;
}

/** Fields that answer cursors. */
const CURSORS: ReadonlySet<string> = new Set(['cursor', 'startCursor', 'endCursor']);
const withCursors = new WeakMap<FieldNode, boolean>();

/** Whether a cursor is asked of what a connection field answers, in fragments too. */
export function cursorsAsked({ fieldNodes, fragments }: GraphQLResolveInfo): boolean {
  return fieldNodes.some((node) => {
    let asked = withCursors.get(node);
    if (asked === undefined) withCursors.set(node, (asked = asksCursors(node.selectionSet, fragments, true)));
    return asked;
  });
}

function asksCursors(set: SelectionSetNode | undefined, fragments: Fragments, top: boolean): boolean {
  return (set?.selections ?? []).some((selection) => {
    if (selection.kind === 'FragmentSpread')
      return asksCursors(fragments[selection.name.value]?.selectionSet, fragments, top);
    if (selection.kind === 'InlineFragment') return asksCursors(selection.selectionSet, fragments, top);
    const name = selection.name.value;
    if (top) return (name === 'edges' || name === 'pageInfo') && asksCursors(selection.selectionSet, fragments, false);
    return CURSORS.has(name);
  });
}
