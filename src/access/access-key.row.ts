import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key that somebody was given; the key itself is kept nowhere. */
@Entity('access_key')
export class AccessKeyRow {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) id!: string;
  /** SHA-256 of the key. */
  @Column({ type: 'bytea' }) digest!: Buffer;
  @Column({ type: 'text' }) label!: string;
  @Column({ type: 'text' }) role!: string;
  @Column({ name: 'organisation_id', type: 'integer', nullable: true }) organisationId!: number | null;
  @Column({ name: 'province_id', type: 'integer', nullable: true }) provinceId!: number | null;
  @Column({ type: 'boolean' }) demo!: boolean;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true }) revokedAt!: Date | null;
}
