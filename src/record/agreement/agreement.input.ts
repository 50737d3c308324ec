import { ArgsType, Field, InputType } from 'type-graphql';
import { OrganisationFilter } from '../../catalogue/organisation/organisation.input.ts';
import { PersonFilter } from '../../catalogue/person/person.input.ts';
import { PlaceFilter } from '../../catalogue/place/place.input.ts';
import { PolicyReferenceFilter, TargetGroupFilter } from '../../catalogue/reference/reference.input.ts';
import { PageArgs } from '../../ground/gql/connection.ts';
import {
  DateFilter,
  enumFilter,
  NumberFilter,
  orderInput,
  type OrderTermInput,
  TextFilter,
} from '../../ground/gql/filters.ts';
import { DateScalar } from '../../ground/gql/scalars.ts';
import { RecordFilter } from '../common/record-filter.input.ts';
import { AgreementEventKindEnum } from './agreement-event.type.ts';
import { AgreementKindEnum, AgreementPartyRoleEnum } from './agreement.type.ts';

/** Conditions on the kind of an agreement. */
const AgreementKindFilter = enumFilter('AgreementKind', AgreementKindEnum);
/** Conditions on the role of a party. */
const AgreementPartyRoleFilter = enumFilter('AgreementPartyRole', AgreementPartyRoleEnum);
/** Conditions on the kind of an event. */
const AgreementEventKindFilter = enumFilter('AgreementEventKind', AgreementEventKindEnum);

/** Conditions on one party and its role: both must hold of the same one. */
@InputType({ description: 'Conditions on a party of an agreement and on its role; both must hold of the same one.' })
export class AgreementPartyFilter {
  @Field(() => AgreementPartyRoleFilter, { nullable: true, description: 'On its role.' }) role?: object;
  @Field(() => OrganisationFilter, { nullable: true, description: 'On the organisation.' })
  organisation?: OrganisationFilter;
}

/** Conditions on agreements. */
@InputType({ description: 'Conditions on agreements. All that are given must hold.' })
export class AgreementFilter extends RecordFilter {
  @Field(() => [AgreementFilter], { nullable: true, description: 'All of these must hold.' }) and?: AgreementFilter[];
  @Field(() => [AgreementFilter], { nullable: true, description: 'At least one of these must hold.' })
  or?: AgreementFilter[];
  @Field(() => AgreementFilter, { nullable: true, description: 'This must not hold.' }) not?: AgreementFilter;
  @Field(() => AgreementKindFilter, { nullable: true, description: 'On its kind.' }) kind?: object;
  @Field(() => TextFilter, { nullable: true, description: 'On the name.' }) name?: TextFilter;
  @Field(() => DateFilter, { nullable: true, description: 'On the first day its term can have begun.' })
  termStart?: DateFilter;
  @Field(() => DateFilter, { nullable: true, description: 'On the first day its term can end.' }) termEnd?: DateFilter;
  @Field(() => DateFilter, { nullable: true, description: 'On the first day it can have been signed.' })
  signed?: DateFilter;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'It holds on this day, as far as its days are known: begun by then (term, else signing: the first day it can have been), ' +
      'not ended or closed before, and with a party that was still there. One whose beginning is unknown holds on no day.',
  })
  inForceOn?: string;
  @Field(() => AgreementPartyFilter, { nullable: true, description: 'Some party of it.' }) party?: AgreementPartyFilter;
  @Field(() => PersonFilter, { nullable: true, description: 'Some person who signed it.' }) signatory?: PersonFilter;
  @Field(() => PolicyReferenceFilter, { nullable: true, description: 'Some resolution or law that it refers to.' })
  policy?: PolicyReferenceFilter;
  @Field(() => TargetGroupFilter, {
    nullable: true,
    description: 'Some target group that one of its contents or objectives is for.',
  })
  targetGroup?: TargetGroupFilter;
  @Field(() => AgreementPlanFilter, { nullable: true, description: 'Some yearly plan of it that you may see.' })
  plans?: AgreementPlanFilter;
  @Field(() => AgreementEventFilter, { nullable: true, description: 'Some event around it that you may see.' })
  events?: AgreementEventFilter;
}

/** Conditions on yearly plans. They stand here because agreements and plans are asked by each other. */
@InputType({ description: 'Conditions on yearly plans. All that are given must hold.' })
export class AgreementPlanFilter extends RecordFilter {
  @Field(() => [AgreementPlanFilter], { nullable: true, description: 'All of these must hold.' })
  and?: AgreementPlanFilter[];
  @Field(() => [AgreementPlanFilter], { nullable: true, description: 'At least one of these must hold.' })
  or?: AgreementPlanFilter[];
  @Field(() => AgreementPlanFilter, { nullable: true, description: 'This must not hold.' }) not?: AgreementPlanFilter;
  @Field(() => NumberFilter, { nullable: true, description: 'On the calendar year it is for.' }) year?: NumberFilter;
  @Field(() => TextFilter, { nullable: true, description: 'On the name.' }) name?: TextFilter;
  @Field(() => DateFilter, { nullable: true, description: 'On the first day it can have been issued.' })
  issued?: DateFilter;
  @Field(() => AgreementFilter, { nullable: true, description: 'On its agreement.' }) agreement?: AgreementFilter;
}

/** Conditions on events around agreements. */
@InputType({ description: 'Conditions on events around agreements. All that are given must hold.' })
export class AgreementEventFilter extends RecordFilter {
  @Field(() => [AgreementEventFilter], { nullable: true, description: 'All of these must hold.' })
  and?: AgreementEventFilter[];
  @Field(() => [AgreementEventFilter], { nullable: true, description: 'At least one of these must hold.' })
  or?: AgreementEventFilter[];
  @Field(() => AgreementEventFilter, { nullable: true, description: 'This must not hold.' })
  not?: AgreementEventFilter;
  @Field(() => AgreementEventKindFilter, { nullable: true, description: 'On what happened.' }) kind?: object;
  @Field(() => TextFilter, { nullable: true, description: 'On the name.' }) name?: TextFilter;
  @Field(() => DateFilter, { nullable: true, description: 'On the first day it can have been held, else the last.' })
  held?: DateFilter;
  @Field(() => AgreementFilter, { nullable: true, description: 'On its agreement.' }) agreement?: AgreementFilter;
  @Field(() => OrganisationFilter, { nullable: true, description: 'Some organisation that held it or took part.' })
  organisation?: OrganisationFilter;
  @Field(() => PersonFilter, { nullable: true, description: 'On who was in the chair.' }) chair?: PersonFilter;
  @Field(() => PlaceFilter, { nullable: true, description: 'On the place where it was held.' }) place?: PlaceFilter;
}

/** One term of an order of agreements. */
const AgreementOrder = orderInput('Agreement', {
  NAME: { field: 'sortKey', description: 'The name, by the Vietnamese alphabet.' },
  TERM_START: { field: 'termStart', description: 'The first day its term can have begun; unknown days come last.' },
  SIGNED: { field: 'signed', description: 'The first day it can have been signed; unknown days come last.' },
});

/** The arguments of every list of agreements. */
@ArgsType()
export class AgreementListArgs extends PageArgs {
  @Field(() => AgreementFilter, { nullable: true, description: 'Which agreements; left out: all.' })
  filter?: AgreementFilter;
  @Field(() => [AgreementOrder], { nullable: true, description: 'The order; left out: by name. Ties go by id.' })
  orderBy?: OrderTermInput[];
}
