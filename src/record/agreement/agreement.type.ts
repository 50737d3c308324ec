import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../ground/gql/connection.ts';
import { documentedEnum } from '../../ground/gql/enum.ts';
import { Provenance, toProvenance } from '../../ground/record/provenance.type.ts';
import { HubRecord, recordParts } from '../../ground/record/record.type.ts';
import { DateSpan, toSpan } from '../../ground/record/span.type.ts';
import { recordGroupKeys, timeKeys } from '../common/record-list.ts';
import type { AgreementItemRow, AgreementPartyRow, AgreementRow, SignatoryRow } from './agreement.row.ts';

/** `AgreementKind` in the graph. */
export const AgreementKindEnum = documentedEnum<AgreementRow['kind']>('AgreementKind', 'What an agreement is.', {
  PROGRAMME: 'A coordination programme (chương trình phối hợp): for a term, with contents and yearly plans.',
  REGULATION: 'A coordination regulation (quy chế phối hợp): standing; who does what, how often they meet and report.',
});

/** `AgreementPartyRole` in the graph. */
export const AgreementPartyRoleEnum = documentedEnum<AgreementPartyRow['role']>(
  'AgreementPartyRole',
  'What a party is in an agreement.',
  {
    LEAD: 'It leads the coordination (chủ trì).',
    MEMBER: 'It is bound like the others (thành viên).',
  },
);

/** An agreement between organisations. */
@ObjectType({
  implements: HubRecord,
  description:
    'An agreement between organisations: a coordination programme or regulation. Its parties stay those that signed it, ' +
    'whatever became of their provinces.',
})
export class Agreement extends HubRecord {
  @Field(() => AgreementKindEnum, { description: 'Whether it is a programme or a regulation.' })
  kind!: AgreementRow['kind'];
  @Field(() => String, { description: 'Its name, as written.' }) name!: string;
  @Field(() => DateSpan, { nullable: true, description: 'When its term begins; null where that is not known.' })
  termStart!: DateSpan | null;
  @Field(() => DateSpan, {
    nullable: true,
    description: 'When its term ends; null for a standing one or where that is not known.',
  })
  termEnd!: DateSpan | null;
  @Field(() => DateSpan, { nullable: true, description: 'When it was signed; null where that is not known.' })
  signed!: DateSpan | null;
  documentId!: number | null;
}

/** The agreement of a row, of which only the needed columns may have been read. */
export function toAgreement(row: AgreementRow): Agreement {
  return Object.assign(new Agreement(), {
    ...recordParts('Agreement', row),
    kind: row.kind,
    name: row.name,
    termStart: toSpan(row.termStartEarliest, row.termStartLatest),
    termEnd: toSpan(row.termEndEarliest, row.termEndLatest),
    signed: toSpan(row.signedEarliest, row.signedLatest),
    documentId: row.documentId,
  });
}

/** The day (ISO date) by which the organisations of an agreement are named; null where none of its days is known. */
export interface OnAgreementDay {
  readonly day: string | null;
}

/** An organisation that is bound by an agreement. */
@ObjectType({ description: 'An organisation that is bound by an agreement.' })
export class AgreementParty {
  @Field(() => AgreementPartyRoleEnum, { description: 'Whether it leads.' }) role!: AgreementPartyRow['role'];
  @Field(() => Int, { description: 'Its place among the parties, from 1, as the source lists them.' }) ordinal!: number;
  @Field(() => Provenance, { description: 'Where that is taken from.' }) provenance!: Provenance;
  organisationId!: number;
  day!: string | null;
}

/** The party of a row. */
export function toAgreementParty(row: AgreementPartyRow & OnAgreementDay): AgreementParty {
  return Object.assign(new AgreementParty(), {
    role: row.role,
    ordinal: row.ordinal,
    provenance: toProvenance(row),
    organisationId: row.organisationId,
    day: row.day,
  });
}

/** A person who signed an agreement. */
@ObjectType({ description: 'A person who signed an agreement for one of its parties.' })
export class Signatory {
  @Field(() => Provenance, { description: 'Where that is taken from.' }) provenance!: Provenance;
  signatoryId!: number;
  personId!: number;
  organisationId!: number;
  day!: string | null;
}

/** The signatory of a row. */
export function toSignatory(row: SignatoryRow & OnAgreementDay): Signatory {
  return Object.assign(new Signatory(), {
    provenance: toProvenance(row),
    signatoryId: row.id,
    personId: row.personId,
    organisationId: row.organisationId,
    day: row.day,
  });
}

/** A content or an objective of an agreement. */
@ObjectType({ description: 'A content or an objective of an agreement.' })
export class AgreementItem {
  @Field(() => Int, { description: 'Its place in the list, from 1, as the source lists them.' }) ordinal!: number;
  @Field(() => String, { description: 'What it says, in the words of the source.' }) text!: string;
  @Field(() => Provenance, { description: 'Where that is taken from.' }) provenance!: Provenance;
  itemId!: number;
}

/** The content or objective of a row. */
export function toAgreementItem(row: AgreementItemRow): AgreementItem {
  return Object.assign(new AgreementItem(), {
    ordinal: row.ordinal,
    text: row.text,
    provenance: toProvenance(row),
    itemId: row.id,
  });
}

/** What one party supports the others with. */
@ObjectType({ description: 'What one party of an agreement supports others with.' })
export class AgreementSupport {
  @Field(() => Int, { description: 'Its place in the list, from 1, as the source lists them.' }) ordinal!: number;
  @Field(() => String, { description: 'What the support is, in the words of the source.' }) text!: string;
  @Field(() => Provenance, { description: 'Where that is taken from.' }) provenance!: Provenance;
  itemId!: number;
  giverId!: number | null;
  day!: string | null;
}

/** The support of a row. */
export function toAgreementSupport(row: AgreementItemRow & OnAgreementDay): AgreementSupport {
  return Object.assign(new AgreementSupport(), {
    ordinal: row.ordinal,
    text: row.text,
    provenance: toProvenance(row),
    itemId: row.id,
    giverId: row.giverId,
    day: row.day,
  });
}

/** A page of agreements. */
export const AgreementConnection = connectionType('Agreement', () => Agreement, {
  keys: {
    KIND: {
      sql: 'ag0.kind',
      type: 'text',
      field: 'kind',
      output: () => AgreementKindEnum,
      description: 'Programmes or regulations.',
    },
    ...recordGroupKeys('ag0'),
    ...timeKeys('ag0', 'term_start', 'in which its term begins'),
    ...timeKeys('ag0', 'signed', 'in which it was signed'),
  },
});
