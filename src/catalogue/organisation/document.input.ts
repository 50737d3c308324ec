import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { DocumentKindEnum } from '../../ground/document/source-document.type.ts';
import { PageArgs } from '../../ground/gql/connection.ts';
import {
  DateFilter,
  enumFilter,
  IdFilter,
  NumberFilter,
  orderInput,
  type OrderTermInput,
  TextFilter,
} from '../../ground/gql/filters.ts';
import { PlaceFilter } from '../place/place.input.ts';
import { OrganisationFilter } from './organisation.input.ts';

/** Conditions on a kind of documents. */
const DocumentKindFilter = enumFilter('DocumentKind', DocumentKindEnum);

/** Conditions on documents. */
@InputType({ description: 'Conditions on documents. All that are given must hold.' })
export class SourceDocumentFilter {
  @Field(() => [SourceDocumentFilter], { nullable: true, description: 'All of these must hold.' })
  and?: SourceDocumentFilter[];
  @Field(() => [SourceDocumentFilter], { nullable: true, description: 'At least one of these must hold.' })
  or?: SourceDocumentFilter[];
  @Field(() => SourceDocumentFilter, { nullable: true, description: 'This must not hold.' }) not?: SourceDocumentFilter;
  @Field(() => IdFilter, { nullable: true, description: 'On the id.' }) id?: IdFilter;
  @Field(() => DocumentKindFilter, { nullable: true, description: 'On what it is.' }) kind?: object;
  @Field(() => TextFilter, { nullable: true, description: 'On the title; `contains` looks at the symbol too.' })
  title?: TextFilter;
  @Field(() => TextFilter, { nullable: true, description: 'On the number and symbol as written: `125/BC-UBND`.' })
  symbol?: TextFilter;
  @Field(() => NumberFilter, { nullable: true, description: 'On the running number.' }) number?: NumberFilter;
  @Field(() => TextFilter, { nullable: true, description: 'On the letters of the type; empty for a plain letter.' })
  type?: TextFilter;
  @Field(() => NumberFilter, { nullable: true, description: 'On the year of the number.' }) year?: NumberFilter;
  @Field(() => DateFilter, { nullable: true, description: 'On the first day it can have been dated.' })
  dated?: DateFilter;
  @Field(() => DateFilter, { nullable: true, description: 'On the day it was published, in Vietnam.' })
  published?: DateFilter;
  @Field(() => OrganisationFilter, { nullable: true, description: 'On the organisation that issued it.' })
  issuer?: OrganisationFilter;
  @Field(() => OrganisationFilter, { nullable: true, description: 'On the organisation that keeps the record.' })
  keeper?: OrganisationFilter;
  @Field(() => PlaceFilter, { nullable: true, description: 'On its province as it was.' }) province?: PlaceFilter;
  @Field(() => ID, {
    nullable: true,
    description: 'The documents of the place with this id: of the province, or for the country of every province.',
  })
  within?: string;
}

/** One term of an order of documents. */
const SourceDocumentOrder = orderInput('SourceDocument', {
  TITLE: { field: 'sortKey', description: 'The title, by the Vietnamese alphabet.' },
  DATED: { field: 'dated', description: 'The first day it can have been dated; unknown days come last.' },
  PUBLISHED: { field: 'published', description: 'The day it was published; unknown days come last.' },
});

/** The arguments of every list of documents. */
@ArgsType()
export class SourceDocumentListArgs extends PageArgs {
  @Field(() => SourceDocumentFilter, { nullable: true, description: 'Which documents; left out: all.' })
  filter?: SourceDocumentFilter;
  @Field(() => [SourceDocumentOrder], { nullable: true, description: 'The order; left out: by title. Ties go by id.' })
  orderBy?: OrderTermInput[];
}
