import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganisationKind } from '../organisation/organisation.kind.ts';
import type { FormSpec } from './form.spec.ts';

/** A report form as it is used now; `version` says which of its definitions that is. */
@Entity('form')
export class FormRow {
  /** Given by this installation: name a form to others by its code. */
  @PrimaryColumn({ type: 'integer' }) id!: number;
  @Column({ type: 'text' }) code!: string;
  @Column({ type: 'integer' }) version!: number;
  @Column({ name: 'title_vi', type: 'text' }) titleVi!: string;
  @Column({ name: 'title_en', type: 'text' }) titleEn!: string;
  @Column({ name: 'sort_key', type: 'text' }) sortKey!: string;
  @Column({ type: 'text' }) owner!: OrganisationKind;
  @Column({ type: 'text' }) layout!: FormSpec['layout'];
}

/** A definition that a form has or had. Reports name the version they were read with. */
@Entity('form_version')
class FormVersionRow {
  @PrimaryColumn({ name: 'form_id', type: 'integer' }) formId!: number;
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @Column({ type: 'jsonb' }) definition!: FormSpec;
  /** SHA-256 of the definition as canonical JSON without its version, hexadecimal. */
  @Column({ type: 'text' }) digest!: string;
  @Column({ name: 'loaded_at', type: 'timestamptz' }) loadedAt!: Date;
}

/** The table classes of this room. */
export const formRows = [FormRow, FormVersionRow] as const;
