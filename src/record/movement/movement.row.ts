import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordRow, SourcedRow } from '../../ground/record/record.row.ts';
import type { OrganisationRole } from '../common/organisation-role.ts';

/** An emulation movement: national, or as one province carries it out. */
@Entity('movement')
export class MovementRow extends RecordRow {
  @Column({ name: 'national_id', type: 'integer', nullable: true }) nationalId!: number | null;
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'name_en', type: 'text', nullable: true }) nameEn!: string | null;
  @Column({ name: 'sort_key', type: 'text' }) sortKey!: string;
  @Column({ type: 'text' }) folded!: string;
  @Column({ type: 'text', nullable: true }) description!: string | null;
  @Column({ name: 'launched_earliest', type: 'date', nullable: true }) launchedEarliest!: string | null;
  @Column({ name: 'launched_latest', type: 'date', nullable: true }) launchedLatest!: string | null;
  @Column({ name: 'ended_earliest', type: 'date', nullable: true }) endedEarliest!: string | null;
  @Column({ name: 'ended_latest', type: 'date', nullable: true }) endedLatest!: string | null;
}

/** What an organisation has to do with a movement. */
@Entity('movement_role')
export class MovementRoleRow extends SourcedRow {
  @PrimaryColumn({ name: 'movement_id', type: 'integer' }) movementId!: number;
  @PrimaryColumn({ name: 'organisation_id', type: 'integer' }) organisationId!: number;
  @PrimaryColumn({ type: 'text' }) role!: OrganisationRole;
  @Column({ type: 'text', nullable: true }) among!: string | null;
}

/** A movement that another is tied to. */
@Entity('movement_link')
export class MovementLinkRow extends SourcedRow {
  @PrimaryColumn({ name: 'movement_id', type: 'integer' }) movementId!: number;
  @PrimaryColumn({ name: 'linked_id', type: 'integer' }) linkedId!: number;
}

/** The table classes of this room. */
export const movementRows = [MovementRow, MovementRoleRow, MovementLinkRow] as const;
