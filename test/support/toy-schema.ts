import { GraphQLBigInt, GraphQLDateTime, GraphQLJSON } from 'graphql-scalars';
import type { GraphQLSchema } from 'graphql';
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  Subscription,
  buildSchema,
} from 'type-graphql';
import { HubError } from '../../src/ground/gql/hub-error.ts';
import {
  Club,
  EchoArgs,
  Found,
  PageArgs,
  PageInfo,
  Stage,
  Stray,
  Thing,
  ThingFilter,
  Ward,
  WardConnection,
  WardEdge,
} from './toy-types.ts';
import { SECRET, count, failing, quiet } from './toy-streams.ts';

/** What the toy's resolvers find in their context. */
export interface ToyContext {
  readonly user: string | undefined;
  /** A gate that `slow` waits for, so that tests decide when an answer is ready. */
  readonly gate: Promise<void>;
}

function ward(id: string, name: string | null = `Phường ${id}`): Ward {
  return Object.assign(new Ward(), {
    id,
    name,
    households: 3,
    population: 9_007_199_254_740_993n,
    founded: new Date(0),
  });
}

function club(id: string): Club {
  return Object.assign(new Club(), { id, name: `Câu lạc bộ ${id}`, stage: Stage.CONCLUDED });
}

/** Prints values that JSON cannot, so that what a resolver received can be compared. */
function shown(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? `${inner}n` : inner)) ?? 'undefined'
  );
}

function page(first: number | null | undefined): WardConnection {
  const nodes = Array.from({ length: first ?? 1 }, (_, index) => ward(String(index)));
  const edges = nodes.map((node) => Object.assign(new WardEdge(), { cursor: node.id, node }));
  return Object.assign(new WardConnection(), {
    nodes,
    edges,
    pageInfo: Object.assign(new PageInfo(), { hasNextPage: false }),
  });
}

@Resolver(() => Ward)
class WardResolver {
  @FieldResolver(() => Stray, { nullable: true })
  broken(@Root() _ward: Ward): Stray {
    throw new Error(SECRET);
  }

  @FieldResolver(() => String)
  required(@Root() self: Ward): string | null {
    return self.id === '1' ? null : 'có';
  }

  @FieldResolver(() => WardConnection)
  wards(@Root() _self: Ward, @Args(() => PageArgs) args: PageArgs): WardConnection {
    return page(args.first ?? args.last);
  }

  @FieldResolver(() => Ward)
  self(@Root() self: Ward): Ward {
    return self;
  }
}

@Resolver()
class QueryResolver {
  @Query(() => String) ping(): string {
    return 'pong';
  }
  @Query(() => String, { nullable: true }) echo(@Args(() => EchoArgs) args: EchoArgs): string {
    return shown(args);
  }
  @Query(() => String) filtered(
    @Arg('filter', () => ThingFilter, { nullable: true }) filter: ThingFilter | undefined,
  ): string {
    return shown(filter);
  }
  @Query(() => String) required(
    @Arg('n', () => Int) n: number,
    @Arg('texts', () => [String], { defaultValue: ['a'] }) texts: string[],
  ): string {
    return shown({ n, texts });
  }
  @Query(() => String) dated(
    @Arg('at', () => GraphQLDateTime, { nullable: true }) at: Date | null,
    @Arg('big', () => GraphQLBigInt, { nullable: true }) big: bigint | null,
  ): string {
    return `${at instanceof Date ? at.toISOString() : String(at)} ${typeof big} ${String(big)}`;
  }
  @Query(() => String) json(@Arg('value', () => GraphQLJSON, { nullable: true }) value: unknown): string {
    return shown(value);
  }
  @Query(() => Stage, { nullable: true }) stage(@Arg('is', () => Stage) is: Stage): Stage {
    return is;
  }
  @Query(() => Thing, { nullable: true }) thing(@Arg('id', () => ID) id: string): Thing | null {
    return id === 'w' ? ward('1') : id === 'c' ? club('2') : null;
  }
  @Query(() => [Found]) found(): Array<Ward | Club> {
    return [ward('1'), club('2'), ward('3')];
  }
  @Query(() => Found, { nullable: true }) plain(): Ward {
    return { id: 'x' } as unknown as Ward;
  }
  @Query(() => [Found], { nullable: true }) async plains(): Promise<Ward[]> {
    return [ward('1'), { id: 'x' } as unknown as Ward];
  }
  @Query(() => Ward, { nullable: true }) ward(@Arg('id', () => ID, { nullable: true }) id: string | undefined): Ward {
    return ward(id ?? '0');
  }
  @Query(() => WardConnection) wards(@Args(() => PageArgs) args: PageArgs): WardConnection {
    return page(args.first ?? args.last);
  }
  @Query(() => [Ward], { nullable: 'items' }) promised(): Array<Promise<Ward | null>> {
    return [
      Promise.reject(new Error(SECRET)),
      Promise.resolve(ward('5')),
      Promise.reject(refused()),
      Promise.resolve(null),
      Promise.resolve(ward('6')),
    ];
  }
  @Query(() => [Ward]) strict(): Array<Ward | Error> {
    return [ward('1'), new Error(SECRET)];
  }
  @Query(() => [Int], { nullable: true }) badList(): number[] {
    return 'not a list' as unknown as number[];
  }
}

function refused(): HubError {
  return new HubError({ code: 'FORBIDDEN', vi: 'Không được phép.', en: 'Not allowed.' });
}

@ObjectType()
class Faulty {
  @Field(() => String, { nullable: true }) thrown(): string {
    throw new Error(SECRET);
  }
  @Field(() => String, { nullable: true }) async rejected(): Promise<string> {
    throw new Error(SECRET);
  }
  @Field(() => String, { nullable: true }) text(): string {
    // oxlint-disable-next-line no-throw-literal, only-throw-error -- the point of the case
    throw SECRET;
  }
  @Field(() => String, { nullable: true }) expected(): string {
    throw refused();
  }
  @Field(() => String, { nullable: true }) returned(): string {
    return refused() as unknown as string;
  }
  @Field(() => Int, { nullable: true }) unserial(): number {
    return SECRET as unknown as number;
  }
  @Field(() => Int) hard(): number {
    throw new Error(SECRET);
  }
  @Field(() => Int) harder(): number {
    return null as unknown as number;
  }
  @Field(() => Int) async hardest(): Promise<number> {
    throw refused();
  }
}

@Resolver()
class FaultResolver {
  @Query(() => Faulty, { nullable: true }) faulty(): Faulty {
    return new Faulty();
  }
  @Query(() => Faulty) faultyHard(): Faulty {
    return new Faulty();
  }
  @Query(() => String) async slow(@Ctx() context: ToyContext): Promise<string> {
    await context.gate;
    return 'xong';
  }
  @Query(() => String, { nullable: true }) user(@Ctx() context: ToyContext): string | undefined {
    return context.user;
  }
}

@Resolver()
class WriteResolver {
  readonly #written: string[] = [];

  @Mutation(() => String) async write(
    @Arg('text', () => String) text: string,
    @Arg('wait', () => Int, { defaultValue: 0 }) wait: number,
  ): Promise<string> {
    for (let tick = 0; tick < wait; tick++) await Promise.resolve();
    this.#written.push(text);
    return this.#written.slice(-3).join(',');
  }
  @Mutation(() => String, { nullable: true }) fail(): string {
    throw new Error(SECRET);
  }

  @Subscription(() => Int, { subscribe: ({ args }: { args: { to: number } }) => count(args.to) })
  counted(@Root() value: number, @Arg('to', () => Int) _to: number): number {
    return value;
  }
  @Subscription(() => Int, { nullable: true, subscribe: () => failing() })
  failing(@Root() value: number): number {
    return value;
  }
  @Subscription(() => Int, { nullable: true, subscribe: () => Promise.reject(new Error(SECRET)) })
  refused(@Root() value: number): number {
    return value;
  }
  @Subscription(() => Int, { nullable: true, subscribe: () => quiet() })
  quiet(@Root() value: number): number {
    return value;
  }
}

/** A schema with one of everything that compiled execution and the edge have to get right. */
export function toySchema(): Promise<GraphQLSchema> {
  return buildSchema({
    resolvers: [QueryResolver, WardResolver, FaultResolver, WriteResolver],
    orphanedTypes: [Ward, Club],
    validate: false,
    pubSub: {
      publish: () => {
        throw new Error('not used');
      },
      subscribe: () => {
        throw new Error('not used');
      },
    },
  });
}
