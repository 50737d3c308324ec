import { In } from 'typeorm';
import { named, type Tx } from '../../ground/database/data-source.ts';
import { isCode } from '../code.ts';
import { FormRow } from './form.row.ts';
import type { FormSpec } from './form.spec.ts';

/** A version of a form with the id of its row. `spec.version` is `version`. */
export interface KnownForm {
  readonly id: number;
  readonly version: number;
  readonly spec: FormSpec;
}

async function current(tx: Tx, code: string): Promise<KnownForm | null> {
  if (!isCode(code)) return null;
  const [found] = await named<KnownForm>(
    tx,
    'currentForm',
    `select f.id, f.version, d.definition as spec from form f
     join form_version d on d.form_id = f.id and d.version = f.version where f.code = $1`,
    [code],
  );
  return found ?? null;
}

function currentByIds(tx: Tx, ids: readonly number[]): Promise<KnownForm[]> {
  return named(
    tx,
    'currentForms',
    `select f.id, f.version, d.definition as spec from form f
     join form_version d on d.form_id = f.id and d.version = f.version where f.id = any ($1::integer[])`,
    [ids],
  );
}

/** Reading of forms. They are public. */
export const formStore = {
  /** The form with a code as it is used now; null where there is none. */
  current,
  /** The forms with these ids as they are used now, in no order. */
  currentByIds,
  /** The forms with these codes, in no order; absent where there is none. */
  byCodes: (tx: Tx, codes: readonly string[]): Promise<FormRow[]> =>
    tx.getRepository(FormRow).find({ where: { code: In(codes.filter(isCode)) }, comment: 'formsByCode' }),
  /** The forms with these ids, in no order; absent where there is none. */
  byIds: (tx: Tx, ids: readonly number[]): Promise<FormRow[]> =>
    tx.getRepository(FormRow).find({ where: { id: In([...ids]) }, comment: 'formsById' }),
};
