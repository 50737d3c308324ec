import { Field, InputType } from 'type-graphql';
import { OrganisationFilter } from '../../catalogue/organisation/organisation.input.ts';
import { enumFilter } from '../../ground/gql/filters.ts';
import { OrganisationRoleEnum } from './organisation-role.ts';

// Rooms of the catalogue have records too, so the conditions on any of them stand there.
export { RecordFilter } from '../../catalogue/organisation/record-filter.input.ts';

/** Conditions on a role. */
const OrganisationRoleFilter = enumFilter('OrganisationRole', OrganisationRoleEnum);

/** Conditions on one organisation and its role: both must hold of the same one. */
@InputType({
  description: 'Conditions on an organisation that takes part, and on its role; both must hold of the same one.',
})
export class ParticipationFilter {
  @Field(() => OrganisationRoleFilter, { nullable: true, description: 'On its role.' }) role?: object;
  @Field(() => OrganisationFilter, { nullable: true, description: 'On the organisation.' })
  organisation?: OrganisationFilter;
}
