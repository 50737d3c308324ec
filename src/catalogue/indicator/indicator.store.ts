import { In } from 'typeorm';
import type { Tx } from '../../ground/database/data-source.ts';
import { isCode } from '../code.ts';
import { IndicatorRow } from './indicator.row.ts';

/** Reading of indicators. Definitions are public whatever the disclosure of their figures. */
export const indicatorStore = {
  /** Every indicator, by id. */
  all: (tx: Tx): Promise<IndicatorRow[]> =>
    tx.getRepository(IndicatorRow).find({ order: { id: 'ASC' }, comment: 'indicators' }),
  /** The indicators with these codes, in no order; absent where there is none. */
  byCodes: (tx: Tx, codes: readonly string[]): Promise<IndicatorRow[]> =>
    tx.getRepository(IndicatorRow).find({ where: { code: In(codes.filter(isCode)) }, comment: 'indicatorsByCode' }),
  /** The indicators with these ids, in no order; absent where there is none. */
  byIds: (tx: Tx, ids: readonly number[]): Promise<IndicatorRow[]> =>
    tx.getRepository(IndicatorRow).find({ where: { id: In([...ids]) }, comment: 'indicatorsById' }),
};
