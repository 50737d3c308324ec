import { Field, ObjectType } from 'type-graphql';
import { connectionType } from '../../ground/gql/connection.ts';
import { DateScalar } from '../../ground/gql/scalars.ts';
import { HubRecord, recordParts } from '../../ground/record/record.type.ts';
import { DateSpan, toSpan } from '../../ground/record/span.type.ts';
import { organisationKeyOf, placeKeyOf, recordGroupKeys, timeKeys } from '../organisation/record-list.ts';
import {
  type UnitEnd,
  UnitEndEnum,
  type UnitKind,
  UnitKindEnum,
  type UnitSector,
  UnitSectorEnum,
} from './unit.enum.ts';
import type { OrganisationUnitEdgeRow, OrganisationUnitRow } from './unit.row.ts';

/** A grassroots unit of an organisation. */
@ObjectType({
  implements: HubRecord,
  description:
    'A grassroots unit of an organisation (tổ chức cơ sở): founded, merged, dissolved. One that has ended stays to be read.',
})
export class OrganisationUnit extends HubRecord {
  @Field(() => UnitKindEnum, { description: 'What kind of unit it is.' }) kind!: UnitKind;
  @Field(() => String, { description: 'Its name, as written.' }) name!: string;
  @Field(() => UnitSectorEnum, {
    nullable: true,
    description: 'The part of the economy it is in; null where not stated.',
  })
  sector!: UnitSector | null;
  @Field(() => DateSpan, { nullable: true, description: 'When it was founded; null where that is not known.' })
  founded!: DateSpan | null;
  @Field(() => DateSpan, { nullable: true, description: 'The first day on which it was no more; null while it lives.' })
  ended!: DateSpan | null;
  @Field(() => UnitEndEnum, { nullable: true, description: 'How it ended; null while it lives.' })
  endKind!: UnitEnd | null;
  organisationId!: number;
  placeId!: number | null;
}

/** The unit of a row, of which only the needed columns may have been read. */
export function toUnit(row: OrganisationUnitRow): OrganisationUnit {
  return Object.assign(new OrganisationUnit(), {
    ...recordParts('OrganisationUnit', row),
    kind: row.kind,
    name: row.name,
    sector: row.sector,
    founded: toSpan(row.foundedEarliest, row.foundedLatest),
    ended: toSpan(row.endedEarliest, row.endedLatest),
    endKind: row.endKind,
    organisationId: row.organisationId,
    placeId: row.placeId,
  });
}

/** One end of a merger of units, seen from the other. */
@ObjectType({ description: 'A unit that another came from, or went into.' })
export class OrganisationUnitSuccession {
  @Field(() => DateScalar, { description: 'The first day on which it had happened.' }) on!: string;
  /** Key of the unit at the other end. */
  unitId!: number;
}

/** The succession of a row, seen from one of its ends. */
export function toUnitSuccession(
  row: OrganisationUnitEdgeRow,
  end: 'predecessorId' | 'successorId',
): OrganisationUnitSuccession {
  return Object.assign(new OrganisationUnitSuccession(), { on: row.on, unitId: row[end] });
}

/** A page of units. */
export const OrganisationUnitConnection = connectionType('OrganisationUnit', () => OrganisationUnit, {
  keys: {
    ...recordGroupKeys('u0'),
    ORGANISATION: organisationKeyOf('u0.organisation_id', 'organisation', 'The organisation the unit belongs to.'),
    PLACE: placeKeyOf('u0.place_id', 'place', 'The place the unit is in.'),
    KIND: {
      sql: 'u0.kind',
      type: 'text',
      field: 'kind',
      output: () => UnitKindEnum,
      description: 'What kind of unit it is.',
    },
    SECTOR: {
      sql: 'u0.sector',
      type: 'text',
      field: 'sector',
      output: () => UnitSectorEnum,
      description: 'The part of the economy it is in.',
    },
    END_KIND: {
      sql: 'u0.end_kind',
      type: 'text',
      field: 'endKind',
      output: () => UnitEndEnum,
      description: 'How it ended; null for units that live.',
    },
    ...timeKeys('u0', 'founded', 'in which it was founded'),
    ...timeKeys('u0', 'ended', 'in which it ended'),
  },
});
