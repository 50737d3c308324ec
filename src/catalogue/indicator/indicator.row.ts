import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganisationKind } from '../organisation/organisation.kind.ts';
import type { CountedBy, Disclosure, PlaceRule, TimeRule, ValueType } from './indicator.rule.ts';

/** An indicator as it is defined now; `version` says which of its definitions that is. */
@Entity('indicator')
export class IndicatorRow {
  @PrimaryColumn({ type: 'integer' }) id!: number;
  @Column({ type: 'text' }) code!: string;
  @Column({ type: 'integer' }) version!: number;
  @Column({ name: 'name_vi', type: 'text' }) nameVi!: string;
  @Column({ name: 'name_en', type: 'text' }) nameEn!: string;
  @Column({ name: 'sort_key', type: 'text' }) sortKey!: string;
  /** Of the Vietnamese name and, on a line of its own, the English one. */
  @Column({ type: 'text' }) folded!: string;
  @Column({ type: 'text', array: true }) owners!: OrganisationKind[];
  /** The unit figures are kept in. */
  @Column({ type: 'text' }) unit!: string;
  @Column({ name: 'value_type', type: 'text' }) valueType!: ValueType;
  @Column({ name: 'time_rule', type: 'text' }) timeRule!: TimeRule;
  @Column({ name: 'place_rule', type: 'text' }) placeRule!: PlaceRule;
  /** Code of the indicator that RECOMPUTE divides. */
  @Column({ type: 'text', nullable: true }) numerator!: string | null;
  /** Code of the indicator that RECOMPUTE divides by. */
  @Column({ type: 'text', nullable: true }) denominator!: string | null;
  @Column({ type: 'text' }) disclosure!: Disclosure;
  @Column({ name: 'counted_by', type: 'text' }) countedBy!: CountedBy;
  /** Code of the form that answers where two bring the indicator. */
  @Column({ name: 'primary_form', type: 'text', nullable: true }) primaryForm!: string | null;
  /** In words, parted by ';'. */
  @Column({ type: 'text' }) breakdowns!: string;
}

/** A definition that an indicator has or had. Figures name the version they were read with. */
@Entity('indicator_version')
class IndicatorVersionRow {
  @PrimaryColumn({ name: 'indicator_id', type: 'integer' }) indicatorId!: number;
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @Column({ type: 'jsonb' }) definition!: object;
  /** SHA-256 of the definition as canonical JSON, hexadecimal. */
  @Column({ type: 'text' }) digest!: string;
  @Column({ name: 'loaded_at', type: 'timestamptz' }) loadedAt!: Date;
}

/** The table classes of this room. */
export const indicatorRows = [IndicatorRow, IndicatorVersionRow] as const;
