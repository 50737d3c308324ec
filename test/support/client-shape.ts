import type { IntrospectionQuery } from 'graphql';

/** What a cache has to be told of a schema, read off its introspection. */
export interface SchemaShape {
  /** Of every interface and union, the types it can be. */
  possibleTypes: Record<string, string[]>;
  /** Types without an id of their own: what holds them holds them whole. */
  withoutId: string[];
  /** Fields that answer a connection, with the arguments that tell one list from another. */
  lists: { type: string; field: string; keyArgs: string[] }[];
}

const PAGING: ReadonlySet<string> = new Set(['first', 'after', 'last', 'before']);

/** Reads the shape off an introspection answer. */
export function shapeOf({ __schema }: IntrospectionQuery): SchemaShape {
  const types = __schema.types.filter(({ name }) => !name.startsWith('__'));
  const objects = types.filter((type) => type.kind === 'OBJECT');
  const roots = [__schema.queryType, __schema.mutationType, __schema.subscriptionType].map((type) => type?.name);
  return {
    possibleTypes: Object.fromEntries(
      types.flatMap((type) =>
        type.kind === 'INTERFACE' || type.kind === 'UNION'
          ? [[type.name, type.possibleTypes.map(({ name }) => name)]]
          : [],
      ),
    ),
    withoutId: objects
      .filter(({ name, fields }) => !roots.includes(name) && !fields.some((field) => field.name === 'id'))
      .map(({ name }) => name),
    lists: objects.flatMap((type) =>
      type.fields
        .filter(({ type: of }) => named(of).endsWith('Connection'))
        .map((field) => ({
          type: type.name,
          field: field.name,
          keyArgs: field.args.map(({ name }) => name).filter((name) => !PAGING.has(name)),
        })),
    ),
  };
}

type OutputRef = IntrospectionQuery['__schema']['types'][number] | { kind: string; name?: string; ofType?: unknown };

function named(type: OutputRef): string {
  return 'ofType' in type && type.ofType ? named(type.ofType as OutputRef) : (type.name ?? '');
}
