import { Field, InputType, Int } from 'type-graphql';
import { DecimalScalar } from './scalars.ts';

/** Conditions on how many rows a group has. */
@InputType({ description: 'Conditions on the number of rows of a group.' })
export class CountRange {
  @Field(() => Int, { nullable: true, description: 'Exactly so many.' }) eq?: number;
  @Field(() => Int, { nullable: true, description: 'Not so many.' }) ne?: number;
  @Field(() => Int, { nullable: true, description: 'More than this.' }) gt?: number;
  @Field(() => Int, { nullable: true, description: 'So many or more.' }) gte?: number;
  @Field(() => Int, { nullable: true, description: 'Fewer than this.' }) lt?: number;
  @Field(() => Int, { nullable: true, description: 'So many or fewer.' }) lte?: number;
}

/** Conditions on a sum. */
@InputType({ description: 'Conditions on a sum; a group without any number meets none of them.' })
export class SumRange {
  @Field(() => DecimalScalar, { nullable: true, description: 'Equal to this.' }) eq?: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'Not equal to this.' }) ne?: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'More than this.' }) gt?: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'This or more.' }) gte?: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'Less than this.' }) lt?: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'This or less.' }) lte?: string;
}
