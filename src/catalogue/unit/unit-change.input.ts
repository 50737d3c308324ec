import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../ground/gql/scalars.ts';
import { UserError } from '../../ground/gql/user-error.type.ts';
import { NewRecordInput, NextVersionInput } from '../../ground/record/record.input.ts';
import { DateSpanInput } from '../../ground/record/span.type.ts';
import { type Visibility, VisibilityEnum } from '../../ground/record/visibility.enum.ts';
import { type UnitKind, UnitKindEnum, type UnitSector, UnitSectorEnum } from './unit.enum.ts';
import { OrganisationUnit } from './unit.type.ts';

/** What `foundUnit` is given. */
@InputType({ description: 'A unit that has been founded. What is left out stays unknown.' })
export class FoundUnitInput extends NewRecordInput {
  @Field(() => ID, { description: 'The organisation it belongs to.' }) organisation!: string;
  @Field(() => ID, { nullable: true, description: 'The place it is in.' }) place?: string | null;
  @Field(() => UnitKindEnum, { description: 'What kind of unit it is.' }) kind!: UnitKind;
  @Field(() => String, { description: 'Its name, as written.' }) name!: string;
  @Field(() => UnitSectorEnum, { nullable: true, description: 'The part of the economy it is in.' })
  sector?: UnitSector | null;
  @Field(() => DateSpanInput, { nullable: true, description: 'When it was founded.' }) founded?: DateSpanInput | null;
}

/** What `correctUnit` is given. */
@InputType({ description: 'What a unit says from now on. What is left out stays; null takes a value away.' })
export class CorrectUnitInput extends NextVersionInput {
  @Field(() => ID, { nullable: true, description: 'The place it is in.' }) place?: string | null;
  @Field(() => UnitKindEnum, { nullable: true, description: 'What kind of unit it is.' }) kind?: UnitKind | null;
  @Field(() => String, { nullable: true, description: 'Its name, as written.' }) name?: string | null;
  @Field(() => UnitSectorEnum, { nullable: true, description: 'The part of the economy it is in.' })
  sector?: UnitSector | null;
  @Field(() => DateSpanInput, { nullable: true, description: 'When it was founded.' }) founded?: DateSpanInput | null;
  @Field(() => DateSpanInput, {
    nullable: true,
    description:
      'When it ended, for a unit that has: the first day on which it was no more; null takes back that it was dissolved.',
  })
  ended?: DateSpanInput | null;
}

/** What `dissolveUnit` is given. */
@InputType({ description: 'Which unit is dissolved, when and why.' })
export class DissolveUnitInput extends NextVersionInput {
  @Field(() => DateScalar, { description: 'The first day on which it is no more.' }) on!: string;
}

/** A unit with the version that a client has seen. */
@InputType({ description: 'A unit, with the version you have seen.' })
export class UnitVersionInput {
  @Field(() => ID, { description: 'The unit.' }) id!: string;
  @Field(() => Int, { description: 'The version you have seen. If a newer one has come, the answer is CONFLICT.' })
  expectedVersion!: number;
}

/** A unit that comes from a merger. */
@InputType({
  description:
    'The unit that comes from a merger. It is founded on the day of the merger and kept by whoever kept them.',
})
export class MergedUnitInput {
  @Field(() => ID, { description: 'The organisation it belongs to.' }) organisation!: string;
  @Field(() => ID, { nullable: true, description: 'The place it is in.' }) place?: string | null;
  @Field(() => UnitKindEnum, { description: 'What kind of unit it is.' }) kind!: UnitKind;
  @Field(() => String, { description: 'Its name, as written.' }) name!: string;
  @Field(() => UnitSectorEnum, { nullable: true, description: 'The part of the economy it is in.' })
  sector?: UnitSector | null;
  @Field(() => VisibilityEnum, { description: 'Who may know of it.' }) visibility!: Visibility;
}

/** What `mergeUnits` is given. */
@InputType({
  description: 'Which units are merged into which, when and why. Exactly one of `into` and `founded` is given.',
})
export class MergeUnitsInput {
  @Field(() => [UnitVersionInput], {
    description: 'The units that end, 1 to 100; at least 2 where a new one is founded.',
  })
  units!: UnitVersionInput[];
  @Field(() => UnitVersionInput, { nullable: true, description: 'The unit that takes them over and lives on.' })
  into?: UnitVersionInput | null;
  @Field(() => MergedUnitInput, { nullable: true, description: 'The new unit that comes from them.' })
  founded?: MergedUnitInput | null;
  @Field(() => DateScalar, { description: 'The first day on which they are one.' }) on!: string;
  @Field(() => String, { description: 'Why. It is kept with the versions and in the audit trail.' }) reason!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'A text of your choice, 1 to 200 characters: the same key and input answer the same, once. May also come as the header Idempotency-Key.',
  })
  idempotencyKey?: string | null;
}

/** What changes of units answer. */
@ObjectType({ description: 'The unit as it is now (of a merger the one that lives on), or what stands in the way.' })
export class OrganisationUnitPayload {
  @Field(() => OrganisationUnit, {
    nullable: true,
    description: 'The unit as it is now; null where nothing was changed.',
  })
  unit!: OrganisationUnit | null;
  @Field(() => [UserError], { description: 'What stands in the way; empty when it was done.' })
  userErrors!: UserError[];
}
