import { GraphQLBigInt, GraphQLDateTime } from 'graphql-scalars';
import {
  ArgsType,
  Field,
  ID,
  InputType,
  Int,
  InterfaceType,
  ObjectType,
  createUnionType,
  registerEnumType,
} from 'type-graphql';

/** An enum whose internal values differ from its names. */
export enum Stage {
  SELF = 'stage:self',
  REVIEW = 'stage:review',
  CONCLUDED = 'stage:concluded',
}
registerEnumType(Stage, { name: 'Stage' });

/** An interface. */
@InterfaceType()
export abstract class Thing {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) name?: string | null;
}

/** An object whose fields are plain properties, with scalars that JSON lacks. */
@ObjectType({ implements: Thing, simpleResolvers: true })
export class Ward extends Thing {
  @Field(() => Int) households!: number;
  @Field(() => GraphQLBigInt) population!: bigint;
  @Field(() => GraphQLDateTime, { nullable: true }) founded?: Date | null;
}

/** An object whose fields have resolvers. */
@ObjectType({ implements: Thing })
export class Club extends Thing {
  @Field(() => Stage) stage!: Stage;
}

/** An object that only a failing field returns. */
@ObjectType()
export class Stray {
  @Field(() => String) note!: string;
}

/** A union. */
export const Found = createUnionType({ name: 'Found', types: () => [Ward, Club] as const });

/** A recursive input with defaults and scalars. */
@InputType()
export class ThingFilter {
  @Field(() => [ThingFilter], { nullable: true }) and?: ThingFilter[];
  @Field(() => [ThingFilter], { nullable: true }) or?: ThingFilter[];
  @Field(() => ThingFilter, { nullable: true }) not?: ThingFilter;
  @Field(() => Stage, { nullable: true, defaultValue: Stage.REVIEW }) stage?: Stage | null;
  @Field(() => [String], { nullable: true }) in?: string[] | null;
  @Field(() => GraphQLBigInt, { nullable: true }) above?: bigint | null;
  @Field(() => GraphQLDateTime, { nullable: true }) since?: Date | null;
  @Field(() => Int, { defaultValue: 7 }) limit!: number;
}

/** Arguments with defaults. */
@ArgsType()
export class EchoArgs {
  @Field(() => Int, { defaultValue: 5 }) number!: number;
  @Field(() => Stage, { defaultValue: Stage.SELF }) stage!: Stage;
  @Field(() => String, { nullable: true }) text?: string | null;
  @Field(() => [Int], { nullable: true }) list?: number[] | null;
}

/** Relay. */
@ObjectType()
export class PageInfo {
  @Field(() => Boolean) hasNextPage!: boolean;
}

/** Relay. */
@ObjectType()
export class WardEdge {
  @Field(() => String) cursor!: string;
  @Field(() => Ward) node!: Ward;
}

/** Relay. */
@ObjectType()
export class WardConnection {
  @Field(() => [WardEdge]) edges!: WardEdge[];
  @Field(() => [Ward]) nodes!: Ward[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

/** Page sizes that are not required by type. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true }) first?: number | null;
  @Field(() => Int, { nullable: true }) last?: number | null;
}
