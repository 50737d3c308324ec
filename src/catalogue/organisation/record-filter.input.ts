import { Field, ID, InputType } from 'type-graphql';
import { DateFilter, enumFilter, IdFilter } from '../../ground/gql/filters.ts';
import { ProvenanceKindEnum } from '../../ground/record/provenance.type.ts';
import { PlaceFilter } from '../place/place.input.ts';
import { OrganisationFilter } from './organisation.input.ts';

/** Conditions on the origin of a record. */
const ProvenanceKindFilter = enumFilter('ProvenanceKind', ProvenanceKindEnum);

/** Conditions that every kind of record can be asked by. */
@InputType({ description: 'Conditions on any record.' })
export abstract class RecordFilter {
  @Field(() => IdFilter, { nullable: true, description: 'On the id.' }) id?: IdFilter;
  @Field(() => PlaceFilter, { nullable: true, description: 'On its province as it was.' }) province?: PlaceFilter;
  @Field(() => OrganisationFilter, { nullable: true, description: 'On the organisation that keeps it.' })
  keeper?: OrganisationFilter;
  @Field(() => ID, {
    nullable: true,
    description:
      'The records of the place with this id: of the province, or for the country of every province; what lies or was held in a commune ' +
      'also by that commune.',
  })
  within?: string;
  @Field(() => DateFilter, { nullable: true, description: 'On the day it was closed.' }) closedOn?: DateFilter;
  @Field(() => ProvenanceKindFilter, { nullable: true, description: 'On where it comes from.' }) origin?: object;
}
