import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordRow } from '../../ground/record/record.row.ts';

/** What happened around an agreement on some day: a signing, a dialogue, a review meeting. */
@Entity('agreement_event')
export class AgreementEventRow extends RecordRow {
  @Column({ name: 'agreement_id', type: 'integer', nullable: true }) agreementId!: number | null;
  @Column({ type: 'text' }) kind!: 'SIGNING' | 'DIALOGUE' | 'REVIEW_MEETING';
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'sort_key', type: 'text' }) sortKey!: string;
  @Column({ type: 'text' }) folded!: string;
  @Column({ name: 'held_earliest', type: 'date', nullable: true }) heldEarliest!: string | null;
  @Column({ name: 'held_latest', type: 'date', nullable: true }) heldLatest!: string | null;
  @Column({ name: 'part_of_day', type: 'text', nullable: true }) partOfDay!: 'MORNING' | 'AFTERNOON' | 'EVENING' | null;
  @Column({ name: 'place_id', type: 'integer', nullable: true }) placeId!: number | null;
  @Column({ type: 'text', nullable: true }) venue!: string | null;
  /** Who was there, in the words of the source. */
  @Column({ type: 'text', nullable: true }) participants!: string | null;
  @Column({ name: 'chair_id', type: 'integer', nullable: true }) chairId!: number | null;
  @Column({ name: 'document_id', type: 'integer', nullable: true }) documentId!: number | null;
}

/** An organisation that held an event or took part in it. */
@Entity('agreement_event_party')
export class AgreementEventPartyRow {
  @PrimaryColumn({ name: 'event_id', type: 'integer' }) eventId!: number;
  @PrimaryColumn({ name: 'organisation_id', type: 'integer' }) organisationId!: number;
}

/** The table classes of events around agreements. */
export const agreementEventRows = [AgreementEventRow, AgreementEventPartyRow] as const;
