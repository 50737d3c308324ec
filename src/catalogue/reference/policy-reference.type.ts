import { Field, ObjectType } from 'type-graphql';
import { connectionType } from '../../ground/gql/connection.ts';
import { HubRecord, recordParts } from '../../ground/record/record.type.ts';
import { DateSpan, toSpan } from '../../ground/record/span.type.ts';
import { recordGroupKeys, timeKeys } from '../organisation/record-list.ts';
import type { PolicyReferenceRow } from './reference.row.ts';

/** A resolution, a law or their like. */
@ObjectType({
  implements: HubRecord,
  description: 'A resolution, a law or a programme of the Party or the State that records refer to.',
})
export class PolicyReference extends HubRecord {
  @Field(() => String, { description: 'Its title, or what it is called in the source.' }) title!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Its number and symbol as written: `60-NQ/TW`; null where not stated.',
  })
  symbol!: string | null;
  @Field(() => String, { nullable: true, description: 'Who adopted it, in words; null where not stated.' })
  issuer!: string | null;
  @Field(() => DateSpan, { nullable: true, description: 'When it was adopted; null where that is not known.' })
  adopted!: DateSpan | null;
}

/** The reference of a row, of which only the needed columns may have been read. */
export function toPolicyReference(row: PolicyReferenceRow): PolicyReference {
  return Object.assign(new PolicyReference(), {
    ...recordParts('PolicyReference', row),
    title: row.title,
    symbol: row.symbol,
    issuer: row.issuer,
    adopted: toSpan(row.adoptedEarliest, row.adoptedLatest),
  });
}

/** A page of references to policies. */
export const PolicyReferenceConnection = connectionType('PolicyReference', () => PolicyReference, {
  keys: { ...recordGroupKeys('pr0'), ...timeKeys('pr0', 'adopted', 'in which it was adopted') },
});
