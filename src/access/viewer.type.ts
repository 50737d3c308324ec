import { Field, ObjectType, registerEnumType } from 'type-graphql';

/** What a caller may be. */
export enum ViewerRoleEnum {
  ANONYMOUS = 'ANONYMOUS',
  PARTNER = 'PARTNER',
  ANALYST = 'ANALYST',
  OFFICER = 'OFFICER',
  LEADER = 'LEADER',
  REVIEWER = 'REVIEWER',
  ADMIN = 'ADMIN',
}
registerEnumType(ViewerRoleEnum, {
  name: 'ViewerRole',
  description: 'What a caller may be.',
  valuesConfig: {
    ANONYMOUS: { description: 'Without a key: published figures of public indicators, no breakdowns.' },
    PARTNER: { description: 'An application with a key; sees what anonymous callers see.' },
    ANALYST: { description: 'Published figures of public and state indicators.' },
    OFFICER: { description: 'Everything of their organisation and of those it came from; sends its reports.' },
    LEADER: { description: 'As an officer; signs reports off.' },
    REVIEWER: { description: 'Their province from the day a report is submitted, whatever its disclosure.' },
    ADMIN: { description: 'Everything.' },
  },
});

/** Who is asking. */
@ObjectType('Viewer', { description: 'Who is asking, as the hub understands it.' })
export class ViewerType {
  @Field(() => ViewerRoleEnum, { description: 'The role of the key; ANONYMOUS without one.' }) role!: ViewerRoleEnum;
  organisationIds!: readonly number[];
  provinceIds!: readonly number[];
}
