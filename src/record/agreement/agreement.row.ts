import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { RecordRow, SourcedRow } from '../../ground/record/record.row.ts';

/** An agreement between organisations: a programme for a term or a standing regulation. */
@Entity('agreement')
export class AgreementRow extends RecordRow {
  @Column({ type: 'text' }) kind!: 'PROGRAMME' | 'REGULATION';
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'sort_key', type: 'text' }) sortKey!: string;
  @Column({ type: 'text' }) folded!: string;
  @Column({ name: 'document_id', type: 'integer', nullable: true }) documentId!: number | null;
  @Column({ name: 'term_start_earliest', type: 'date', nullable: true }) termStartEarliest!: string | null;
  @Column({ name: 'term_start_latest', type: 'date', nullable: true }) termStartLatest!: string | null;
  @Column({ name: 'term_end_earliest', type: 'date', nullable: true }) termEndEarliest!: string | null;
  @Column({ name: 'term_end_latest', type: 'date', nullable: true }) termEndLatest!: string | null;
  @Column({ name: 'signed_earliest', type: 'date', nullable: true }) signedEarliest!: string | null;
  @Column({ name: 'signed_latest', type: 'date', nullable: true }) signedLatest!: string | null;
}

/** An organisation that is bound by an agreement. */
@Entity('agreement_party')
export class AgreementPartyRow extends SourcedRow {
  @PrimaryColumn({ name: 'agreement_id', type: 'integer' }) agreementId!: number;
  @PrimaryColumn({ name: 'organisation_id', type: 'integer' }) organisationId!: number;
  @Column({ type: 'text' }) role!: 'LEAD' | 'MEMBER';
  /** From 1, as the source lists them. */
  @Column({ type: 'integer' }) ordinal!: number;
}

/** A person who signed an agreement for one of its parties. */
@Entity('signatory')
export class SignatoryRow extends SourcedRow {
  @PrimaryGeneratedColumn({ type: 'integer' }) id!: number;
  @Column({ name: 'agreement_id', type: 'integer' }) agreementId!: number;
  @Column({ name: 'person_id', type: 'integer' }) personId!: number;
  @Column({ name: 'organisation_id', type: 'integer' }) organisationId!: number;
  @Column({ type: 'integer' }) ordinal!: number;
}

/** An office in which a person signed. */
@Entity('signatory_office')
export class SignatoryOfficeRow {
  @PrimaryColumn({ name: 'signatory_id', type: 'integer' }) signatoryId!: number;
  @PrimaryColumn({ name: 'office_id', type: 'integer' }) officeId!: number;
}

/** A content or an objective of an agreement, or what one party supports the others with. */
@Entity('agreement_item')
export class AgreementItemRow extends SourcedRow {
  @PrimaryGeneratedColumn({ type: 'integer' }) id!: number;
  @Column({ name: 'agreement_id', type: 'integer' }) agreementId!: number;
  @Column({ type: 'text' }) kind!: 'CONTENT' | 'OBJECTIVE' | 'SUPPORT';
  /** From 1 within its kind, as the source lists them. */
  @Column({ type: 'integer' }) ordinal!: number;
  @Column({ type: 'text' }) text!: string;
  @Column({ name: 'giver_id', type: 'integer', nullable: true }) giverId!: number | null;
}

/** An organisation that is supported. */
@Entity('agreement_item_receiver')
export class AgreementItemReceiverRow {
  @PrimaryColumn({ name: 'item_id', type: 'integer' }) itemId!: number;
  @PrimaryColumn({ name: 'organisation_id', type: 'integer' }) organisationId!: number;
}

/** Whom a content or an objective is for. */
@Entity('agreement_item_target')
export class AgreementItemTargetRow {
  @PrimaryColumn({ name: 'item_id', type: 'integer' }) itemId!: number;
  @PrimaryColumn({ name: 'target_group_id', type: 'integer' }) targetGroupId!: number;
}

/** An indicator by which a content or an objective is followed. */
@Entity('agreement_item_indicator')
export class AgreementItemIndicatorRow {
  @PrimaryColumn({ name: 'item_id', type: 'integer' }) itemId!: number;
  @PrimaryColumn({ name: 'indicator_id', type: 'integer' }) indicatorId!: number;
}

/** A resolution or a law that an agreement refers to. */
@Entity('agreement_policy')
export class AgreementPolicyRow {
  @PrimaryColumn({ name: 'agreement_id', type: 'integer' }) agreementId!: number;
  @PrimaryColumn({ name: 'policy_id', type: 'integer' }) policyId!: number;
}

/** The table classes of agreements and their parts. */
export const agreementRows = [
  AgreementRow,
  AgreementPartyRow,
  SignatoryRow,
  SignatoryOfficeRow,
  AgreementItemRow,
  AgreementItemReceiverRow,
  AgreementItemTargetRow,
  AgreementItemIndicatorRow,
  AgreementPolicyRow,
] as const;
