import type { Tx } from '../../ground/database/data-source.ts';
import { periodStore } from '../../catalogue/period/period.store.ts';
import type { Period } from '../../ground/period/period.ts';
import { stockWindows } from './stock-windows.ts';
import { lockTotals, moveFlowTotals, moveStockTotals, type TotalScope } from './total.store.ts';

/**
 * Moves every total that a report touches, in the transaction that changed its figures: the flows of its period, and the
 * stocks of every window in which its data end. Only the hub itself may run it (`actAsHub`): a total must add up all
 * figures, whoever publishes. Waits for other publishers of the same organisation's form in the province.
 */
export async function moveTotals(tx: Tx, scope: TotalScope): Promise<void> {
  await lockTotals(tx, scope);
  await moveFlowTotals(tx, scope);
  const windows = stockWindows(await reportedPeriod(tx, scope.periodId));
  const ids = await periodStore.ensure(tx, windows);
  await moveStockTotals(
    tx,
    scope,
    windows.map((window, at) => ({
      periodId: ids[at] ?? 0,
      key: window.key,
      dataFrom: window.dataFrom,
      dataTo: window.dataTo,
    })),
  );
}

async function reportedPeriod(tx: Tx, id: number): Promise<Pick<Period, 'key' | 'dataTo'>> {
  const [period] = await periodStore.byIds(tx, [id]);
  if (!period) throw new Error(`Expected a period with id ${id}, found none: a report lost its period.`);
  return period;
}
