import { named, type Tx } from '../../ground/database/data-source.ts';
import { isCode } from '../code.ts';
import type { IndicatorRow } from './indicator.row.ts';
import { indicatorSource } from './indicator.source.ts';

const { columns, from } = indicatorSource();

/** Reading of indicators. Definitions are public whatever the disclosure of their figures. */
export const indicatorStore = {
  /** Every indicator, by id. */
  all: (tx: Tx): Promise<IndicatorRow[]> => named(tx, 'indicators', `select ${columns} from ${from} order by i0.id`),
  /** The indicators with these codes, in no order; absent where there is none. */
  byCodes: (tx: Tx, codes: readonly string[]): Promise<IndicatorRow[]> =>
    named(tx, 'indicatorsByCode', `select ${columns} from ${from} where i0.code = any ($1::text[])`, [
      codes.filter(isCode),
    ]),
  /** The indicators with these ids, in no order; absent where there is none. */
  byIds: (tx: Tx, ids: readonly number[]): Promise<IndicatorRow[]> =>
    named(tx, 'indicatorsById', `select ${columns} from ${from} where i0.id = any ($1::integer[])`, [[...ids]]),
};
