import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../ground/gql/connection.ts';
import { Node, toGlobalId } from '../../ground/gql/node.ts';
import { Provenance, toProvenance } from '../../ground/record/provenance.type.ts';
import { HubRecord, recordParts } from '../../ground/record/record.type.ts';
import { DateSpan, toSpan } from '../../ground/record/span.type.ts';
import { recordGroupKeys } from '../organisation/record-list.ts';
import type { OfficeRow, PersonRow } from './person.row.ts';

/** A public office-holder. */
@ObjectType({
  implements: HubRecord,
  description:
    'A public office-holder, as a signer or a speaker and nothing else. Members of organisations are not kept here.',
})
export class Person extends HubRecord {
  @Field(() => String, { description: 'The full name as written, family name first.' }) name!: string;
}

/** The person of a row, of which only the needed columns may have been read. */
export function toPerson(row: PersonRow): Person {
  return Object.assign(new Person(), { ...recordParts('Person', row), name: row.name });
}

/** An office that a person held. */
@ObjectType({
  implements: Node,
  description: 'An office that a person held in an organisation. One person may hold several at a time.',
})
export class Office extends Node {
  @Field(() => String, { description: 'The title as written: `Phó Bí thư`.' }) title!: string;
  @Field(() => DateSpan, { nullable: true, description: 'The first day it is known for; null where none is stated.' })
  since!: DateSpan | null;
  @Field(() => DateSpan, { nullable: true, description: 'The last day it is known for; null where none is stated.' })
  until!: DateSpan | null;
  @Field(() => Int, { description: 'Its place among the offices of the person, from 1, as the source lists them.' })
  ordinal!: number;
  @Field(() => Provenance, { description: 'Where that is taken from.' }) provenance!: Provenance;
  personId!: number;
  organisationId!: number;
}

/** The office of a row, of which only the needed columns may have been read. */
export function toOffice(row: OfficeRow): Office {
  return Object.assign(new Office(), {
    id: toGlobalId('Office', row.id),
    title: row.title,
    since: toSpan(row.sinceEarliest, row.sinceLatest),
    until: toSpan(row.untilEarliest, row.untilLatest),
    ordinal: row.ordinal,
    provenance: toProvenance(row),
    personId: row.personId,
    organisationId: row.organisationId,
  });
}

/** A page of persons. */
export const PersonConnection = connectionType('Person', () => Person, { keys: recordGroupKeys('pe0') });
