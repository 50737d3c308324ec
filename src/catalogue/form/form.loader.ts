import DataLoader from 'dataloader';
import { byKey } from '../../ground/database/by-key.ts';
import type { Context } from '../../ground/gql/context.ts';
import { formIndicatorCodes } from './form-indicators.ts';
import { formStore } from './form.store.ts';
import { type Form, toForm } from './form.type.ts';

/** Loaders of one request. */
export interface FormLoaders {
  /** A form by the id of its row. Rejects where there is none: foreign keys promise one. */
  byId: DataLoader<number, Form>;
  /** A form by its code; null where there is none. */
  byCode: DataLoader<string, Form | null>;
  /** Codes of the indicators that a form's rows or columns carry, each once, in the order of the form. By the id of its row. */
  indicatorCodes: DataLoader<number, string[]>;
}

/** Makes a request's loaders of forms: give it to `context.use`. */
export function formLoaders(context: Context): FormLoaders {
  return {
    byId: new DataLoader(async (ids) => {
      const rows = await context.read((tx) => formStore.byIds(tx, ids));
      return byKey(ids, rows, (row) => row.id).map((row, at) =>
        row ? toForm(row) : new Error(`Expected a form with id ${ids[at]}, found none: the catalogue lost it.`),
      );
    }),
    byCode: new DataLoader(async (codes) => {
      const rows = await context.read((tx) => formStore.byCodes(tx, codes));
      return byKey(codes, rows, (row) => row.code).map((row) => row && toForm(row));
    }),
    indicatorCodes: new DataLoader(async (ids) => {
      const forms = await context.read((tx) => formStore.currentByIds(tx, ids));
      return byKey(ids, forms, (form) => form.id).map((form) => (form ? formIndicatorCodes(form.spec) : []));
    }),
  };
}
