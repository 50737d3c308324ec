import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the register knows of a person's sex. */
export type Sex = 'FEMALE' | 'MALE';

/** A person in the optional register of an organisation, under a pseudonym: no name, number or address. */
@Entity('member')
export class MemberRow {
  @PrimaryColumn({ name: 'province_id', type: 'integer' }) provinceId!: number;
  @PrimaryColumn({ type: 'integer', generated: 'identity', generatedIdentity: 'ALWAYS' }) id!: number;
  @Column({ name: 'organisation_id', type: 'integer' }) organisationId!: number;
  @Column({ name: 'unit_id', type: 'integer', nullable: true }) unitId!: number | null;
  @Column({ type: 'text' }) pseudonym!: string;
  @Column({ name: 'birth_year', type: 'integer', nullable: true }) birthYear!: number | null;
  @Column({ type: 'text', nullable: true }) sex!: Sex | null;
  @Column({ name: 'joined_on', type: 'date', nullable: true }) joinedOn!: string | null;
  @Column({ name: 'left_on', type: 'date', nullable: true }) leftOn!: string | null;
  @Column({ type: 'boolean' }) synthetic!: boolean;
}

/** The table classes of this room. */
export const memberRows = [MemberRow] as const;
