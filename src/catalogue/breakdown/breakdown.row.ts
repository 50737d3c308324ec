import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Dimension and value of a part, as `sector=FDI`; row 0 with an empty key is the whole. */
@Entity('breakdown')
export class BreakdownRow {
  @PrimaryColumn({ type: 'integer', generated: 'identity', generatedIdentity: 'ALWAYS' }) id!: number;
  @Column({ type: 'text' }) key!: string;
}

/** The table classes of this room. */
export const breakdownRows = [BreakdownRow] as const;
