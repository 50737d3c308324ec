import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../ground/gql/connection.ts';
import { documentedEnum } from '../../ground/gql/enum.ts';
import { Node, toGlobalId } from '../../ground/gql/node.ts';
import { DateScalar } from '../../ground/gql/scalars.ts';
import { organisationKeyOf } from '../../catalogue/organisation/record-list.ts';
import type { MemberRow, Sex } from './member.row.ts';

/** `Sex` in the graph. */
export const SexEnum = documentedEnum<Sex>('Sex', 'The sex of a member, as the register has it.', {
  FEMALE: 'Woman (nữ).',
  MALE: 'Man (nam).',
});

/** A person in the register of an organisation. */
@ObjectType({
  implements: Node,
  description:
    'A person in the register that an organisation may keep, under a pseudonym: no name, number or address. Only officers and leaders ' +
    'of the organisation see its members; for everybody else, administrators too, there are none.',
})
export class Member extends Node {
  @Field(() => String, { description: 'What the register calls the person; it says nothing about who that is.' })
  pseudonym!: string;
  @Field(() => Int, { nullable: true, description: 'Year of birth; null where the register does not have it.' })
  birthYear!: number | null;
  @Field(() => SexEnum, { nullable: true, description: 'Woman or man; null where the register does not have it.' })
  sex!: Sex | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day of admission; null where that is not known.' })
  joinedOn!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The last day as a member; null while it goes on.' })
  leftOn!: string | null;
  @Field(() => Boolean, { description: 'Whether it is made up for the demonstration (số liệu giả lập).' })
  synthetic!: boolean;
  organisationId!: number;
  unitId!: number | null;
  /** Key of the province its row is kept with. */
  provinceId!: number;
}

/** The member of a row, of which only the needed columns may have been read. */
export function toMember(row: MemberRow): Member {
  return Object.assign(new Member(), {
    id: toGlobalId('Member', row.provinceId, row.id),
    pseudonym: row.pseudonym,
    birthYear: row.birthYear,
    sex: row.sex,
    joinedOn: row.joinedOn,
    leftOn: row.leftOn,
    synthetic: row.synthetic,
    organisationId: row.organisationId,
    unitId: row.unitId,
    provinceId: row.provinceId,
  });
}

/** A page of members. */
export const MemberConnection = connectionType('Member', () => Member, {
  keys: {
    ORGANISATION: organisationKeyOf('me0.organisation_id', 'organisation', 'The organisation whose register it is.'),
    SEX: {
      sql: 'me0.sex',
      type: 'text',
      field: 'sex',
      output: () => SexEnum,
      description: 'Woman or man.',
    },
    BIRTH_YEAR: {
      sql: 'me0.birth_year',
      type: 'integer',
      field: 'birthYear',
      output: () => Int,
      description: 'Year of birth.',
    },
  },
});
