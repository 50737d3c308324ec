import DataLoader from 'dataloader';
import { dayAsked } from '../../catalogue/day.ts';
import { byKey, groupByKey } from '../../ground/database/by-key.ts';
import type { Context } from '../../ground/gql/context.ts';
import { toGlobalId } from '../../ground/gql/node.ts';
import { obligationYears, type YearState } from './obligation-years.ts';
import { obligationStore } from './obligation.store.ts';

/** The loader of the years of obligations, by key, for one request: two statements however many obligations. */
export function obligationYearLoader(context: Context): DataLoader<number, YearState[]> {
  return new DataLoader(async (ids) => {
    const { viewer } = context;
    const [terms, met] = await context.read(async (tx) => [
      await obligationStore.terms(tx, viewer, ids),
      await obligationStore.fulfilments(tx, viewer, ids),
    ]);
    const fulfilments = groupByKey(ids, met, (row) => row.obligationId);
    return byKey(ids, terms, (row) => row.id).map((term, at) => {
      const by = new Map((fulfilments[at] ?? []).map(({ year, type, id }) => [year, toGlobalId(type, id)]));
      return term === null ? [] : obligationYears({ ...term, met: by }, dayAsked(context));
    });
  });
}
