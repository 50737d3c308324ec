import { Field, ID, InputType } from 'type-graphql';
import { OrganisationFilter } from '../../catalogue/organisation/organisation.input.ts';
import { PlaceFilter } from '../../catalogue/place/place.input.ts';
import { DateFilter, enumFilter, IdFilter } from '../../ground/gql/filters.ts';
import { ProvenanceKindEnum } from '../../ground/record/provenance.type.ts';
import { OrganisationRoleEnum } from './organisation-role.ts';

/** Conditions on a role. */
const OrganisationRoleFilter = enumFilter('OrganisationRole', OrganisationRoleEnum);
/** Conditions on the origin of a record. */
const ProvenanceKindFilter = enumFilter('ProvenanceKind', ProvenanceKindEnum);

/** Conditions on one organisation and its role: both must hold of the same one. */
@InputType({
  description: 'Conditions on an organisation that takes part, and on its role; both must hold of the same one.',
})
export class ParticipationFilter {
  @Field(() => OrganisationRoleFilter, { nullable: true, description: 'On its role.' }) role?: object;
  @Field(() => OrganisationFilter, { nullable: true, description: 'On the organisation.' })
  organisation?: OrganisationFilter;
}

/** Conditions that every kind of record can be asked by. */
@InputType({ description: 'Conditions on any record.' })
export abstract class RecordFilter {
  @Field(() => IdFilter, { nullable: true, description: 'On the id.' }) id?: IdFilter;
  @Field(() => PlaceFilter, { nullable: true, description: 'On its province as it was.' }) province?: PlaceFilter;
  @Field(() => OrganisationFilter, { nullable: true, description: 'On the organisation that keeps it.' })
  keeper?: OrganisationFilter;
  @Field(() => ID, {
    nullable: true,
    description: 'The records of the place with this id: of the province, or for the country of every province.',
  })
  within?: string;
  @Field(() => DateFilter, { nullable: true, description: 'On the day it was closed.' }) closedOn?: DateFilter;
  @Field(() => ProvenanceKindFilter, { nullable: true, description: 'On where it comes from.' }) origin?: object;
}
