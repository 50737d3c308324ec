import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, InterfaceType, ObjectType } from 'type-graphql';
import { Node, toGlobalId } from '../gql/node.ts';
import { DateScalar } from '../gql/scalars.ts';
import { Provenance, PROVENANCE_NEEDS, toProvenance } from './provenance.type.ts';
import type { RecordRow } from './record.row.ts';
import type { VersionRead } from './record.store.ts';
import { toVisibility, type Visibility, VisibilityEnum } from './visibility.enum.ts';

/** Everything that an organisation records. Nothing is overwritten: a correction is a version of its own. */
@InterfaceType('Record', {
  implements: Node,
  description:
    'Something that an organisation records and keeps. Nothing is overwritten: a correction is a new version.',
})
export abstract class HubRecord extends Node {
  @Field(() => Int, { description: 'The version shown, from 1: give it as `expectedVersion` to change the record.' })
  version!: number;
  @Field(() => VisibilityEnum, { description: 'Who may know of it.' }) visibility!: Visibility;
  @Field(() => DateScalar, { nullable: true, description: 'The day it was closed; null while it is open.' })
  closedOn!: string | null;
  @Field(() => Provenance, { description: 'Where it comes from.' }) provenance!: Provenance;
  /** Key of its row. */
  recordId!: number;
  /** The GraphQL type, as versions and events name it. */
  recordType!: string;
  provinceId!: number;
  keeperId!: number | null;
}

/** Which columns the fields of every record are made from. */
export const RECORD_NEEDS: Readonly<Record<string, readonly string[]>> = {
  id: [],
  visibility: ['exposure'],
  provenance: PROVENANCE_NEEDS,
  province: ['provinceId'],
  keeper: ['keeperId'],
  versions: [],
};

/** The part of a thing that every record has, from a row of which only the needed columns may have been read. */
export function recordParts(
  type: string,
  row: RecordRow,
): Pick<
  HubRecord,
  'id' | 'version' | 'visibility' | 'closedOn' | 'provenance' | 'recordId' | 'recordType' | 'provinceId' | 'keeperId'
> {
  return {
    id: toGlobalId(type, row.id),
    version: row.version,
    visibility: toVisibility(row.exposure),
    closedOn: row.closedOn,
    provenance: toProvenance(row),
    recordId: row.id,
    recordType: type,
    provinceId: row.provinceId,
    keeperId: row.keeperId,
  };
}

/** One field that a version changed. */
@ObjectType({ description: 'A field that a version changed, with what it said before and since, as JSON text.' })
export class FieldChange {
  @Field(() => String, { description: 'The column or part that changed, as `launchedEarliest` or `roles`.' })
  field!: string;
  @Field(() => String, {
    nullable: true,
    description: 'What the version before said, as JSON; null where it was not there.',
  })
  before!: string | null;
  @Field(() => String, { nullable: true, description: 'What this version says, as JSON; null where it is gone.' })
  after!: string | null;
}

/** What a record said from one change to the next. */
@ObjectType({ description: 'What a record said from one change to the next.' })
export class RecordVersion {
  @Field(() => Int, { description: 'Its number, from 1.' }) version!: number;
  @Field(() => String, { description: 'The change that made it, as `correctMovement`.' }) action!: string;
  @Field(() => String, { nullable: true, description: 'Why it was changed, in the words of whoever did it.' })
  reason!: string | null;
  @Field(() => GraphQLDateTime, { description: 'When it was recorded, ISO 8601 in UTC.' }) recordedAt!: Date;
  @Field(() => [FieldChange], {
    description: 'What differs from the version before, by field; all of it in version 1.',
  })
  changes!: FieldChange[];
}

/** The versions of one record, oldest first, each with what it changed as far as that was read. */
export function toRecordVersions(rows: readonly VersionRead[]): RecordVersion[] {
  return rows.map((row, at) =>
    Object.assign(new RecordVersion(), {
      version: row.version,
      action: row.action,
      reason: row.reason,
      recordedAt: row.recordedAt,
      changes: changesOf(rows[at - 1]?.data ?? {}, row.data ?? {}),
    }),
  );
}

function changesOf(before: Record<string, unknown>, after: Record<string, unknown>): FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const text = (value: unknown): string | null =>
    value === undefined || value === null ? null : JSON.stringify(value);
  return fields
    .map((field) => Object.assign(new FieldChange(), { field, before: text(before[field]), after: text(after[field]) }))
    .filter((change) => change.before !== change.after);
}
