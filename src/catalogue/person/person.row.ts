import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { RecordRow, SourcedRow } from '../../ground/record/record.row.ts';

/** A public office-holder, as a signer or a speaker. */
@Entity('person')
export class PersonRow extends RecordRow {
  @Column({ type: 'text' }) name!: string;
  /** By given name, then family name. */
  @Column({ name: 'sort_key', type: 'text' }) sortKey!: string;
  @Column({ type: 'text' }) folded!: string;
}

/** An office that a person held. */
@Entity('office')
export class OfficeRow extends SourcedRow {
  @PrimaryGeneratedColumn({ type: 'integer' }) id!: number;
  @Column({ name: 'person_id', type: 'integer' }) personId!: number;
  @Column({ name: 'organisation_id', type: 'integer' }) organisationId!: number;
  @Column({ type: 'text' }) title!: string;
  @Column({ type: 'text' }) folded!: string;
  @Column({ type: 'integer' }) ordinal!: number;
  @Column({ name: 'since_earliest', type: 'date', nullable: true }) sinceEarliest!: string | null;
  @Column({ name: 'since_latest', type: 'date', nullable: true }) sinceLatest!: string | null;
  @Column({ name: 'until_earliest', type: 'date', nullable: true }) untilEarliest!: string | null;
  @Column({ name: 'until_latest', type: 'date', nullable: true }) untilLatest!: string | null;
}

/** The table classes of this room. */
export const personRows = [PersonRow, OfficeRow] as const;
