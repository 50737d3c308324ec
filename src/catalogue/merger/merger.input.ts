import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateScalar } from '../../ground/gql/scalars.ts';
import { UserError } from '../../ground/gql/user-error.type.ts';
import { documentedEnum } from '../../ground/gql/enum.ts';
import type { BodyKind } from '../organisation/organisation.kind.ts';
import { Organisation } from '../organisation/organisation.type.ts';
import type { PlaceType } from '../place/place-name.ts';
import { Place } from '../place/place.type.ts';

const KEY =
  'A text of your choice, 1 to 200 characters: the same key and input answer the same, once. May also come as the header Idempotency-Key.';
const REASON = 'Why, as the resolution or decision it follows. It is kept in the audit trail.';

/** `BodyKind` in the graph. */
const BodyKindEnum = documentedEnum<BodyKind>('BodyKind', 'What a body outside the seven actors is.', {
  LHTN: 'Vietnam Youth Federation: Hội Liên hiệp Thanh niên Việt Nam.',
  TINH_UY: 'Provincial Party committee: Tỉnh ủy, Thành ủy.',
  SO_NGANH: 'Departments and sectors: sở, ban, ngành.',
  KHAC: 'Any other body.',
});

/** What a commune can be called by law since 1 July 2025. */
export type CommuneType = Extract<PlaceType, 'WARD' | 'COMMUNE' | 'SPECIAL_ZONE'>;

/** `CommuneType` in the graph. */
const CommuneTypeEnum = documentedEnum<CommuneType>('CommuneType', 'What a place of commune level is by law.', {
  WARD: 'Phường.',
  COMMUNE: 'Xã.',
  SPECIAL_ZONE: 'Đặc khu.',
});

/** A body as it is called. */
@InputType({ description: 'What a body is and what it is called.' })
export abstract class NamedBodyInput {
  @Field(() => BodyKindEnum, { description: 'What it is. The seven actors come with the catalogue.' }) kind!: BodyKind;
  @Field(() => ID, { description: 'Its province, or the country for a central body.' }) province!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'Letters that tell it from others of its kind there, 2 to 12 of A–Z and 0–9: `SNV` makes `SO_NGANH-74-SNV`. Needed for KHAC, ' +
      'left out for LHTN and TINH_UY; left out for SO_NGANH it is all departments together.',
  })
  letters?: string | null;
  @Field(() => String, { description: 'Official Vietnamese name.' }) name!: string;
  @Field(() => String, { description: 'English name.' }) nameEn!: string;
  @Field(() => String, { description: 'Short Vietnamese name that officers write.' }) abbreviation!: string;
  @Field(() => ID, { nullable: true, description: 'The organisation directly above it.' }) parent?: string | null;
}

/** What `registerOrganisation` is given. */
@InputType({ description: 'A body outside the seven actors.' })
export class RegisterOrganisationInput extends NamedBodyInput {
  @Field(() => DateScalar, { nullable: true, description: 'First day of its life; left out: that of its province.' })
  validFrom?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Last day of its life; left out: that of its province.' })
  validTo?: string | null;
  @Field(() => String, { nullable: true, description: KEY }) idempotencyKey?: string | null;
}

/** A body that comes from a merger. */
@InputType({ description: 'The body that comes from a merger; it lives from the day of the merger.' })
export class MergedOrganisationInput extends NamedBodyInput {}

/** What `registerOrganisationMerger` is given. */
@InputType({
  description:
    'Which bodies outside the seven go into which, when and why. Exactly one of `into` and `founded` is given.',
})
export class RegisterOrganisationMergerInput {
  @Field(() => [ID], {
    description: 'The bodies that end, 1 to 100; at least 2 where a new one is founded.',
  })
  predecessors!: string[];
  @Field(() => ID, { nullable: true, description: 'The body that takes them over and lives on.' }) into?: string | null;
  @Field(() => MergedOrganisationInput, { nullable: true, description: 'The new body that comes from them.' })
  founded?: MergedOrganisationInput | null;
  @Field(() => DateScalar, { description: 'The first day on which they are one; they end the day before.' })
  on!: string;
  @Field(() => String, { description: REASON }) reason!: string;
  @Field(() => String, { nullable: true, description: KEY }) idempotencyKey?: string | null;
}

/** A commune that comes from a merger. */
@InputType({ description: 'The commune that comes from a merger; it lives from the day of the merger.' })
export class MergedPlaceInput {
  @Field(() => String, { description: 'Official code, five digits; it may be that of one of its predecessors.' })
  code!: string;
  @Field(() => CommuneTypeEnum, { description: 'What it is by law.' }) type!: CommuneType;
  @Field(() => String, { description: 'Official Vietnamese name with its type word: `Phường Rạch Giá`.' })
  name!: string;
}

/** What `registerPlaceMerger` is given. */
@InputType({
  description:
    'Which communes of one province go into which, when and why. Exactly one of `into` and `founded` is given.',
})
export class RegisterPlaceMergerInput {
  @Field(() => [ID], { description: 'The communes that end, 1 to 100; at least 2 where a new one is founded.' })
  predecessors!: string[];
  @Field(() => ID, { nullable: true, description: 'The commune that takes them over and lives on.' })
  into?: string | null;
  @Field(() => MergedPlaceInput, { nullable: true, description: 'The new commune that comes from them.' })
  founded?: MergedPlaceInput | null;
  @Field(() => DateScalar, { description: 'The first day on which they are one; they end the day before.' })
  on!: string;
  @Field(() => String, { description: REASON }) reason!: string;
  @Field(() => String, { nullable: true, description: KEY }) idempotencyKey?: string | null;
}

/** What changes of organisations answer. */
@ObjectType({
  description: 'The organisation as it is now (of a merger the one that lives on), or what stands in the way.',
})
export class OrganisationPayload {
  @Field(() => Organisation, { nullable: true, description: 'The organisation; null where nothing was changed.' })
  organisation!: Organisation | null;
  @Field(() => [UserError], { description: 'What stands in the way; empty when it was done.' })
  userErrors!: UserError[];
}

/** What changes of places answer. */
@ObjectType({ description: 'The place that lives on, or what stands in the way.' })
export class PlacePayload {
  @Field(() => Place, { nullable: true, description: 'The place; null where nothing was changed.' })
  place!: Place | null;
  @Field(() => [UserError], { description: 'What stands in the way; empty when it was done.' })
  userErrors!: UserError[];
}
