import type { FormSpec } from '../../catalogue/form/form.spec.ts';
import { formStore } from '../../catalogue/form/form.store.ts';
import { organisationStore } from '../../catalogue/organisation/organisation.store.ts';
import { placeStore } from '../../catalogue/place/place.store.ts';
import type { Tx } from '../../ground/database/data-source.ts';
import type { Read } from '../../ground/viewer/session.ts';
import type { DemoArea } from './commune-figures.ts';
import type { ReportNames } from './letterhead.ts';
import type { DemoReport } from './schedule.ts';

/** What the catalogue says of a report: its form, and names and communes on the last day of its data. */
export interface ReportWorld {
  readonly form: FormSpec;
  readonly names: ReportNames;
  /** The communes of the province, by code; none before they were. */
  readonly areas: readonly DemoArea[];
}

/** A reader of the catalogue that asks for each thing once. It throws where the catalogue lacks what the schedule names. */
export function reportWorlds(read: Read): (report: DemoReport) => Promise<ReportWorld> {
  const known = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, ask: (tx: Tx) => Promise<T | null | undefined>): Promise<T> => {
    const asked = known.get(key) ?? read(ask);
    known.set(key, asked);
    return (asked as Promise<T | null | undefined>).then((found) => {
      if (found === null || found === undefined) throw new Error(`The catalogue lacks the ${key} of the demo.`);
      return found;
    });
  };
  return async ({ form, kind, province: { code, merged }, period: { dataTo: on } }) => {
    // Names may change while a code stays, so each day is asked for.
    const organisation = (of: string): Promise<{ name: string }> =>
      once(`organisation ${of}-${code} on ${on}`, (tx) => organisationStore.byCodeOn(tx, `${of}-${code}`, on));
    const spec = await once(`form ${form}`, async (tx) => (await formStore.current(tx, form))?.spec);
    const place = await once(`place ${code} on ${on}`, (tx) => placeStore.byCodeOn(tx, code, on));
    const areas = await once(`communes of ${code} on ${on}`, (tx) => placeStore.areasOf(tx, place.id, on));
    return {
      form: spec,
      names: {
        place: place.name,
        placeShort: place.shortName,
        organisation: (await organisation(kind)).name,
        parent: merged && kind !== 'UBND' ? (await organisation('MTTQ')).name : null,
      },
      areas: areas.filter((area) => area.code !== code),
    };
  };
}
