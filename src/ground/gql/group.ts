import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, Info, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type GroupQuery, type GroupRow, type GroupSumSql, NOT_SUMMED } from '../database/list-group.ts';
import type { SqlType } from '../database/list-source.ts';
import type { Context } from './context.ts';
import { OrderDirection } from './filters.ts';
import { CountRange, SumRange } from './group-range.input.ts';
import { HubError } from './hub-error.ts';
import { DecimalScalar } from './scalars.ts';

/** One key a list can be grouped by. The key comes back as a thing of the graph, never as its text. */
export interface GroupKey {
  /** An expression over the aliases of the list's source. */
  readonly sql: string;
  readonly type: SqlType;
  /** The list's relation to the records that the key names, where not everybody may see them all: others are as none. */
  readonly relation?: string;
  /** Field of the key type: `province` for PROVINCE. */
  readonly field: string;
  /** GraphQL type of the key. */
  readonly output: () => object;
  readonly description: string;
  /** Turns the raw key into what the field answers; left out: the raw key itself. */
  readonly resolve?: (value: never, context: Context, info: GraphQLResolveInfo) => unknown;
}

/** What of a list can be summed: an expression, what must not be added to what, and its meaning with its unit. */
export interface GroupSum extends GroupSumSql {
  readonly description: string;
}

/** How a list can be grouped: keys and sums by their names in the graph (`PROVINCE`, `participants`). */
export interface GroupSpec {
  readonly keys: Readonly<Record<string, GroupKey>>;
  readonly sums?: Readonly<Record<string, GroupSum>>;
}

/** What a client asks of `groups`. */
export interface GroupAsked {
  readonly by: readonly string[];
  readonly having?: { readonly count?: CountRange; readonly sum?: Readonly<Record<string, SumRange>> } | null;
  readonly orderBy?: readonly { readonly field: string; readonly direction: OrderDirection }[] | null;
  readonly first: number;
}

/** The types of a list's groups, and how what was asked becomes a query and its rows the answer. */
export interface GroupTypes {
  /** Adds the field `groups` to a connection class. */
  addTo(connection: { prototype: object }): void;
}

/** What a connection must be able to do for its groups. */
export interface Groupable {
  group(query: GroupQuery): Promise<GroupRow[]>;
}

const GROUPS_LIMIT = 100;
const KEYS_LIMIT = 4;

/** Makes the types by which the list of a type is grouped: `MovementGroup` with its typed key, sums, conditions and order. */
export function groupTypes(name: string, spec: GroupSpec): GroupTypes {
  const sums = spec.sums ?? {};
  const summed = Object.keys(sums).length > 0;
  const by = enumOf(`${name}GroupBy`, `What a list of ${name} can be grouped by.`, keyMeanings(spec));
  const Key = keyType(name, spec);
  const Sums = summed ? sumsType(name, sums) : null;
  const Group = groupType(name, Key, Sums);
  const Having = havingType(name, sums);
  const Order = orderType(name, spec);
  const description =
    'The whole filtered list in groups, whatever page is asked: for each combination of keys how many rows there are, and their sums. ' +
    'At most 100 groups and 4 keys. Rows without a value for a key make the group whose key is null.';
  return {
    addTo({ prototype }) {
      const method = {
        async value(
          this: Groupable,
          keys: string[],
          having: unknown,
          orderBy: unknown,
          first: number,
        ): Promise<object[]> {
          const asked = { by: keys, having, orderBy, first } as GroupAsked;
          const rows = await this.group(toGroupQuery(spec, asked));
          return rows.map((row) => toGroup(spec, asked, row, { Group, Key, Sums }));
        },
        configurable: true,
        writable: true,
      };
      Object.defineProperty(prototype, 'groups', method);
      Arg('by', () => [by], { description: 'The keys, outermost first; without any, one group of all rows.' })(
        prototype,
        'groups',
        0,
      );
      Arg('having', () => Having, { nullable: true, description: 'Only groups that meet this.' })(
        prototype,
        'groups',
        1,
      );
      Arg('orderBy', () => [Order], {
        nullable: true,
        description: 'The order of the groups; left out and for ties: by the keys.',
      })(prototype, 'groups', 2);
      Arg('first', () => Int, { description: 'At most so many groups, 1 to 100.' })(prototype, 'groups', 3);
      Field(() => [Group], { description })(prototype, 'groups', method);
    },
  };
}

function keyMeanings(spec: GroupSpec): Record<string, string> {
  return Object.fromEntries(Object.entries(spec.keys).map(([key, { description }]) => [key, description]));
}

function enumOf(name: string, description: string, meanings: Readonly<Record<string, string>>): object {
  const values = Object.fromEntries(Object.keys(meanings).map((key) => [key, key]));
  registerEnumType(values, {
    name,
    description,
    valuesConfig: Object.fromEntries(Object.entries(meanings).map(([key, text]) => [key, { description: text }])),
  });
  return values;
}

type Made = new () => object;

function keyType(name: string, spec: GroupSpec): Made {
  @ObjectType(`${name}GroupKey`, {
    description: `The keys of a group of ${name}: those that were asked for; others are null.`,
  })
  class Key {
    values: Readonly<Record<string, unknown>> = {};
  }
  for (const [key, { field, output, description, resolve }] of Object.entries(spec.keys)) {
    const method = {
      value(this: Key, context: Context, info: GraphQLResolveInfo): unknown {
        const value = this.values[key] ?? null;
        return value === null || !resolve ? value : resolve(value as never, context, info);
      },
      configurable: true,
      writable: true,
    };
    Object.defineProperty(Key.prototype, field, method);
    Ctx()(Key.prototype, field, 0);
    Info()(Key.prototype, field, 1);
    Field(() => output() as never, { nullable: true, description })(Key.prototype, field, method);
  }
  return Key;
}

function sumsType(name: string, sums: Readonly<Record<string, GroupSum>>): Made {
  @ObjectType(`${name}GroupSums`, {
    description: `Sums over the rows of a group of ${name}; null where no row has a number.`,
  })
  class Sums {
    values: Readonly<Record<string, string | null>> = {};
  }
  for (const [sum, { description }] of Object.entries(sums)) {
    const method = {
      value(this: Sums): string | null {
        const value = this.values[sum] ?? null;
        if (value === NOT_SUMMED) throw notSummed(sum);
        return value;
      },
      configurable: true,
      writable: true,
    };
    Object.defineProperty(Sums.prototype, sum, method);
    Field(() => DecimalScalar, { nullable: true, description })(Sums.prototype, sum, method);
  }
  return Sums;
}

function notSummed(sum: string): HubError {
  return new HubError({
    code: 'NO_MEANING',
    vi: `Không cộng “${sum}” của nhóm này: số liệu giả lập không được cộng với số liệu thật. Hãy nhóm thêm theo khóa ORIGIN hoặc lọc theo origin.`,
    en: `“${sum}” of this group is not added up: synthetic numbers are never added to real ones. Group by ORIGIN as well, or filter by origin.`,
  });
}

function groupType(name: string, Key: Made, Sums: Made | null): Made {
  @ObjectType(`${name}Group`, { description: `Rows of a list of ${name} that have the same keys.` })
  class Group {
    @Field(() => Key, { description: 'What the rows have in common.' }) key!: object;
    @Field(() => Int, { description: 'How many rows there are.' }) count!: number;
  }
  if (Sums) Field(() => Sums, { description: 'Their sums.' })(Group.prototype, 'sum');
  return Group;
}

function havingType(name: string, sums: Readonly<Record<string, GroupSum>>): Made {
  @InputType(`${name}GroupHaving`, { description: `Conditions on groups of ${name}. All that are given must hold.` })
  class Having {
    @Field(() => CountRange, { nullable: true, description: 'On the number of rows.' }) count?: CountRange;
  }
  if (Object.keys(sums).length > 0) {
    @InputType(`${name}GroupHavingSum`, { description: `Conditions on the sums of groups of ${name}.` })
    class HavingSum {}
    for (const [sum, { description }] of Object.entries(sums)) {
      Field(() => SumRange, { nullable: true, description: `On this sum: ${description}` })(HavingSum.prototype, sum);
    }
    Field(() => HavingSum, { nullable: true, description: 'On sums.' })(Having.prototype, 'sum');
  }
  return Having;
}

function orderType(name: string, spec: GroupSpec): Made {
  const meanings = {
    COUNT: 'The number of rows.',
    ...Object.fromEntries(Object.keys(spec.keys).map((key) => [`KEY_${key}`, `The key ${key}, if grouped by it.`])),
    ...Object.fromEntries(Object.keys(spec.sums ?? {}).map((sum) => [`SUM_${constant(sum)}`, `The sum ${sum}.`])),
  };
  const fields = enumOf(`${name}GroupOrderField`, `What groups of ${name} can be ordered by.`, meanings);
  @InputType(`${name}GroupOrder`, {
    description: `One term of an order of groups of ${name}; groups without a value come last.`,
  })
  class Order {
    @Field(() => fields, { description: 'What to order by.' }) field!: string;
    @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: 'Which way.' })
    direction: OrderDirection = OrderDirection.ASC;
  }
  return Order;
}

/** `valueVnd` as an enumerated value: `VALUE_VND`. */
function constant(name: string): string {
  return name.replace(/([A-Z])/g, '_$1').toUpperCase();
}

function toGroupQuery(spec: GroupSpec, asked: GroupAsked): GroupQuery {
  const sums = spec.sums ?? {};
  if (
    asked.by.length > KEYS_LIMIT ||
    new Set(asked.by).size < asked.by.length ||
    asked.first < 1 ||
    asked.first > GROUPS_LIMIT
  ) {
    throw refusal(asked);
  }
  return {
    keys: asked.by.map((key) => spec.keys[key] ?? refuse(asked)),
    sums: Object.values(sums),
    havingCount: asked.having?.count,
    havingSums: Object.entries(asked.having?.sum ?? {}).flatMap(([sum, range]) => {
      const found = sums[sum];
      return found === undefined || range === null || range === undefined ? [] : [{ sum: found, range }];
    }),
    order: (asked.orderBy ?? []).map(({ field, direction }) => ({
      by: orderTerm(spec, asked, field),
      descending: direction === OrderDirection.DESC,
    })),
    limit: asked.first,
  };
}

function orderTerm(spec: GroupSpec, asked: GroupAsked, field: string): number | 'count' | GroupSumSql {
  if (field === 'COUNT') return 'count';
  if (field.startsWith('KEY_')) {
    const at = asked.by.indexOf(field.slice('KEY_'.length));
    return at < 0 ? refuse(asked) : at;
  }
  const sum = Object.entries(spec.sums ?? {}).find(([name]) => `SUM_${constant(name)}` === field);
  return sum?.[1] ?? refuse(asked);
}

function refuse(asked: GroupAsked): never {
  throw refusal(asked);
}

function refusal({ by, first }: GroupAsked): HubError {
  return new HubError({
    code: 'BAD_USER_INPUT',
    vi: `groups nhận tối đa ${KEYS_LIMIT} khóa khác nhau, first từ 1 đến ${GROUPS_LIMIT}, và chỉ sắp xếp theo khóa đã chọn; nhận được by: ${by.join(', ')}, first: ${first}.`,
    en: `groups takes at most ${KEYS_LIMIT} different keys, first from 1 to ${GROUPS_LIMIT}, and orders only by keys it groups by; got by: ${by.join(', ')}, first: ${first}.`,
  });
}

function toGroup(
  spec: GroupSpec,
  asked: GroupAsked,
  row: GroupRow,
  { Group, Key, Sums }: { Group: Made; Key: Made; Sums: Made | null },
): object {
  const names = Object.keys(spec.sums ?? {});
  return Object.assign(new Group(), {
    key: Object.assign(new Key(), { values: Object.fromEntries(asked.by.map((key, at) => [key, row.keys[at]])) }),
    count: row.count,
    ...(Sums
      ? {
          sum: Object.assign(new Sums(), {
            values: Object.fromEntries(names.map((name, at) => [name, row.sums[at] ?? null])),
          }),
        }
      : {}),
  });
}
