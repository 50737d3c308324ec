import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { DateScalar, DecimalScalar } from './scalars.ts';

const EQ = 'Equal to this.';
const NE = 'Not equal to this.';
const IN = 'One of these.';
const NULL = 'True: has no value. False: has one.';

/** Operators on a global id. */
@InputType({ description: 'Conditions on an id.' })
export class IdFilter {
  @Field(() => ID, { nullable: true, description: EQ }) eq?: string;
  @Field(() => ID, { nullable: true, description: NE }) ne?: string;
  @Field(() => [ID], { nullable: true, description: IN }) in?: string[];
}

/** Operators on text. */
@InputType({ description: 'Conditions on a text.' })
export class TextFilter {
  @Field(() => String, { nullable: true, description: EQ }) eq?: string;
  @Field(() => String, { nullable: true, description: NE }) ne?: string;
  @Field(() => [String], { nullable: true, description: IN }) in?: string[];
  @Field(() => String, {
    nullable: true,
    description: 'Contains this, whatever the case, the tone marks and đ: `lao dong` finds “Lao động”.',
  })
  contains?: string;
  @Field(() => Boolean, { nullable: true, description: NULL }) isNull?: boolean;
}

/** Operators on a day. */
@InputType({ description: 'Conditions on a day.' })
export class DateFilter {
  @Field(() => DateScalar, { nullable: true, description: EQ }) eq?: string;
  @Field(() => DateScalar, { nullable: true, description: NE }) ne?: string;
  @Field(() => [DateScalar], { nullable: true, description: IN }) in?: string[];
  @Field(() => DateScalar, { nullable: true, description: 'After this day.' }) gt?: string;
  @Field(() => DateScalar, { nullable: true, description: 'This day or later.' }) gte?: string;
  @Field(() => DateScalar, { nullable: true, description: 'Before this day.' }) lt?: string;
  @Field(() => DateScalar, { nullable: true, description: 'This day or earlier.' }) lte?: string;
  @Field(() => Boolean, { nullable: true, description: NULL }) isNull?: boolean;
}

/** Operators on a whole number. */
@InputType({ description: 'Conditions on a whole number.' })
export class NumberFilter {
  @Field(() => Int, { nullable: true, description: EQ }) eq?: number;
  @Field(() => Int, { nullable: true, description: NE }) ne?: number;
  @Field(() => [Int], { nullable: true, description: IN }) in?: number[];
  @Field(() => Int, { nullable: true, description: 'More than this.' }) gt?: number;
  @Field(() => Int, { nullable: true, description: 'This or more.' }) gte?: number;
  @Field(() => Int, { nullable: true, description: 'Less than this.' }) lt?: number;
  @Field(() => Int, { nullable: true, description: 'This or less.' }) lte?: number;
  @Field(() => Boolean, { nullable: true, description: NULL }) isNull?: boolean;
}

/** Operators on an exact decimal number. */
@InputType({ description: 'Conditions on an exact decimal number.' })
export class DecimalFilter {
  @Field(() => DecimalScalar, { nullable: true, description: EQ }) eq?: string;
  @Field(() => DecimalScalar, { nullable: true, description: NE }) ne?: string;
  @Field(() => [DecimalScalar], { nullable: true, description: IN }) in?: string[];
  @Field(() => DecimalScalar, { nullable: true, description: 'More than this.' }) gt?: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'This or more.' }) gte?: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'Less than this.' }) lt?: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'This or less.' }) lte?: string;
  @Field(() => Boolean, { nullable: true, description: NULL }) isNull?: boolean;
}

/** Operators on an enumerated value; made once for each enumeration. */
export function enumFilter<E extends object>(name: string, values: E): new () => object {
  @InputType(`${name}Filter`, { description: `Conditions on a ${name}.` })
  class EnumFilter {
    @Field(() => values, { nullable: true, description: EQ }) eq?: string;
    @Field(() => values, { nullable: true, description: NE }) ne?: string;
    @Field(() => [values], { nullable: true, description: IN }) in?: string[];
  }
  return EnumFilter;
}

/** Ways an order can run. */
export enum OrderDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}
registerEnumType(OrderDirection, {
  name: 'OrderDirection',
  description: 'Which way an order runs.',
  valuesConfig: {
    ASC: { description: 'Smallest first, A before Z.' },
    DESC: { description: 'Largest first, Z before A.' },
  },
});

/** One term of an order: a field and a direction. */
export interface OrderTermInput {
  field: string;
  direction: OrderDirection;
}

/** A field a list can be ordered by: its name in the `ListSource`, and what the client is told about it. */
export interface OrderField {
  readonly field: string;
  readonly description: string;
}

/** The input type of an order over the named fields (`{ NAME: { field: 'name', description } }`), in Vietnamese order for text. */
export function orderInput(name: string, fields: Readonly<Record<string, OrderField>>): new () => OrderTermInput {
  const values = Object.fromEntries(Object.entries(fields).map(([key, { field }]) => [key, field]));
  registerEnumType(values, {
    name: `${name}OrderField`,
    description: `What a list of ${name} can be ordered by.`,
    valuesConfig: Object.fromEntries(Object.entries(fields).map(([key, { description }]) => [key, { description }])),
  });
  @InputType(`${name}Order`, { description: `One term of an order of ${name}; text goes by the Vietnamese alphabet.` })
  class Order implements OrderTermInput {
    @Field(() => values, { description: 'What to order by.' }) field!: string;
    @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: 'Which way.' })
    direction: OrderDirection = OrderDirection.ASC;
  }
  return Order;
}
