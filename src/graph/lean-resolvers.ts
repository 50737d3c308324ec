import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

type Resolver = GraphQLFieldResolver<unknown, unknown>;
type Args = Readonly<Record<string, unknown>>;
type Made = new () => object;

/** What of type-graphql's notes on a resolver is used here; `storage` keeps them from `buildSchema` on. */
interface Parameter {
  index: number;
  kind: string;
  name?: string;
  propertyName?: string | undefined;
  getType?: () => unknown;
}
interface FieldNotes {
  target: unknown;
  kind: 'internal' | 'external';
  methodName: string;
  schemaName: string;
  params?: Parameter[];
  middlewares?: unknown[];
  roles?: unknown[] | undefined;
  getObjectType?: () => unknown;
}
interface TypeNotes {
  target: unknown;
  name: string;
  fields?: { name: string; schemaName: string }[];
}
interface Notes {
  fieldResolvers: FieldNotes[];
  objectTypes: TypeNotes[];
  interfaceTypes: TypeNotes[];
}

/**
 * Takes type-graphql out of the way of every field of an object. A field that is a plain property needs no resolver: the
 * compiled program reads it in place. One with a resolver is called directly: the library awaits the arguments even where
 * nothing validates them, so that each `name` of a page costs a promise, and looks up the class of the arguments anew for
 * each. Calls whose arguments hold objects, as filters, stay the library's.
 */
export function leanResolvers(schema: GraphQLSchema): GraphQLSchema {
  const { fieldResolvers, objectTypes, interfaceTypes } = getMetadataStorage() as unknown as Notes;
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const { target, name, fields = [] } of objectTypes) {
    const type = schema.getType(name);
    if (!isObjectType(type) || roots.includes(type)) continue;
    const interfaces = new Set(type.getInterfaces().map((one) => one.name));
    const contracts = interfaceTypes.filter((one) => interfaces.has(one.name)).map((one) => one.target);
    const owners = [...lineOf(target as Made), ...contracts];
    for (const field of Object.values(type.getFields())) {
      const notes = fieldResolvers.filter(
        (one) => one.schemaName === field.name && owners.includes(one.getObjectType?.()),
      );
      const [only] = notes;
      if (only && notes.length === 1 && field.resolve)
        field.resolve = leanResolver(only, target as Made, field.resolve);
      const renamed = fields.some((one) => one.schemaName === field.name && one.name !== field.name);
      if (notes.length === 0 && field.args.length === 0 && !renamed) delete field.resolve;
    }
  }
  return schema;
}

/** A class and those it extends, itself first. */
function lineOf(type: Made): unknown[] {
  const line: unknown[] = [];
  for (
    let one: unknown = type;
    typeof one === 'function' && one !== Function.prototype;
    one = Object.getPrototypeOf(one)
  ) {
    line.push(one);
  }
  return line;
}

function leanResolver(notes: FieldNotes, owner: Made, whole: Resolver): Resolver {
  if (notes.roles?.length || notes.middlewares?.length) return whole;
  const makers = (notes.params ?? []).toSorted((a, b) => a.index - b.index).map(makerOf);
  if (makers.some((maker) => maker === undefined)) return whole;
  const parts = makers as Maker[];
  const { methodName } = notes;
  const external = notes.kind === 'external' ? (new (notes.target as Made)() as Record<string, Method>) : undefined;
  return (root, args, context, info) => {
    if (!(root instanceof owner) || hasObjects(args)) return whole(root, args, context, info);
    const self = external ?? (root as Record<string, Method>);
    const method = self[methodName];
    if (typeof method !== 'function') return method;
    return method.apply(
      self,
      parts.map((part) => part(root, args, context, info)),
    );
  };
}

type Method = (...given: unknown[]) => unknown;
type Maker = (...given: Parameters<Resolver>) => unknown;

function makerOf({ kind, name, propertyName, getType }: Parameter): Maker | undefined {
  if (propertyName !== undefined) return undefined;
  switch (kind) {
    case 'root':
      return (root) => root;
    case 'context':
      return (_root, _args, context) => context;
    case 'info':
      return (_root, _args, _context, info) => info;
    case 'arg':
      return (_root, args) => (args as Args)[name ?? ''];
    case 'args':
      return argumentsOf(getType?.() as Made);
    default:
      return undefined;
  }
}

/** The class of the arguments with its defaults and what was given. */
function argumentsOf(type: Made): Maker {
  const defaults = Object.fromEntries(Object.entries(new type()).filter(([, value]) => value !== undefined));
  return (_root, args) => {
    const made = Object.assign(Object.create(type.prototype) as Record<string, unknown>, defaults);
    for (const name in args) if (args[name] !== undefined) made[name] = args[name];
    return made;
  };
}

function hasObjects(args: Args): boolean {
  for (const name in args) if (typeof args[name] === 'object' && args[name] !== null) return true;
  return false;
}
