import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Exposure } from '../viewer/circle.ts';

/** What can happen. */
export const EVENT_TYPES = [
  'REPORT_RECEIVED',
  'REPORT_ATTACHED',
  'REPORT_PUBLISHED',
  'RECORD_CREATED',
  'RECORD_CORRECTED',
  'RECORD_CLOSED',
  'RECOMMENDATION_FOLLOWED_UP',
  'UNIT_FOUNDED',
  'UNITS_MERGED',
  'UNIT_DISSOLVED',
  'PLACES_MERGED',
  'ORGANISATIONS_MERGED',
  'ORGANISATION_REGISTERED',
] as const;
/** One of `EVENT_TYPES`. */
export type EventTypeName = (typeof EVENT_TYPES)[number];

/** A row of `event`: written in the transaction of the change, numbered after its commit. */
@Entity('event')
export class EventRow {
  /** Decimal. Given when the row was written; says nothing about the order of commits. */
  @PrimaryColumn({ type: 'bigint' }) id!: string;
  /** Decimal place in the feed, dense from 1; null until the sequencer has numbered it. */
  @Column({ type: 'bigint', nullable: true }) position!: string | null;
  @Column({ name: 'numbered_at', type: 'timestamptz', nullable: true }) numberedAt!: Date | null;
  @Column({ type: 'text' }) type!: EventTypeName;
  /** The province as it was on the data date. */
  @Column({ name: 'province_id', type: 'integer' }) provinceId!: number;
  @Column({ name: 'organisation_id', type: 'integer', nullable: true }) organisationId!: number | null;
  /** GraphQL type of what it is about, as `Report`. */
  @Column({ name: 'subject_type', type: 'text' }) subjectType!: string;
  /** The parts of its key, joined by colons as in its global id. */
  @Column({ name: 'subject_key', type: 'text' }) subjectKey!: string;
  @Column({ type: 'integer' }) version!: number;
  @Column({ name: 'replaced_version', type: 'integer', nullable: true }) replacedVersion!: number | null;
  @Column({ type: 'smallint' }) exposure!: Exposure;
  @Column({ type: 'text' }) actor!: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}
