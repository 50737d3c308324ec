import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PeriodKind } from '../../ground/period/period.ts';

/** A nominal period with the days its data cover; one key has a row for each calendar that reported it. */
@Entity('period')
export class PeriodRow {
  @PrimaryColumn({ type: 'integer', generated: 'identity', generatedIdentity: 'ALWAYS' }) id!: number;
  @Column({ type: 'text' }) key!: string;
  @Column({ type: 'text' }) kind!: PeriodKind;
  @Column({ type: 'integer' }) year!: number;
  @Column({ name: 'data_from', type: 'date' }) dataFrom!: string;
  @Column({ name: 'data_to', type: 'date' }) dataTo!: string;
}

/** The table classes of this room. */
export const periodRows = [PeriodRow] as const;
