import type { OrganisationKind } from '../../catalogue/organisation/organisation.kind.ts';
import { organisationStore } from '../../catalogue/organisation/organisation.store.ts';
import { placeStore } from '../../catalogue/place/place.store.ts';
import type { Tx } from '../../ground/database/data-source.ts';
import { enterRecord } from '../../ground/record/change-record.ts';
import type { PartDraft, RecordDraft, RecordKind } from '../../ground/record/record-kind.ts';
import { LOCAL_OPERATOR } from '../../ground/viewer/viewer.ts';
import type { OrganisationRole } from '../../record/common/organisation-role.ts';
import { LOAD_DEMO_RECORDS } from './records.store.ts';

/** What every description in the demonstration begins with. */
export const MADE_UP = 'SỐ LIỆU GIẢ LẬP';

/** Enters synthetic records of one province as it was on one day. */
export interface Desk {
  readonly tx: Tx;
  readonly code: string;
  readonly provinceId: number;
  /** The province with its type word, as it stands in sentences: `tỉnh An Giang`. */
  readonly inSentence: string;
  /** Key of the province's actor of a kind. */
  organisation(kind: OrganisationKind): number;
  /** Enters a record that an actor keeps and everybody may see; answers its key. */
  enter(
    kind: RecordKind,
    keeper: OrganisationKind,
    values: RecordDraft['values'],
    parts?: RecordDraft['parts'],
  ): Promise<number>;
}

const KINDS: readonly OrganisationKind[] = ['LDLD', 'HPN', 'TD', 'HND', 'CCB', 'UBND', 'MTTQ'];

/** Opens a desk for the province that has a code on a day (ISO date). Throws where none has. */
export async function openDesk(tx: Tx, code: string, on: string): Promise<Desk> {
  const place = await placeStore.byCodeOn(tx, code, on);
  if (!place) throw new Error(`The demo needs a province with the code ${code} on ${on}; the catalogue has none.`);
  const ids = new Map<OrganisationKind, number>();
  for (const kind of KINDS) {
    const found = await organisationStore.byCodeOn(tx, `${kind}-${code}`, on);
    if (found) ids.set(kind, found.id);
  }
  const organisation = (kind: OrganisationKind): number => {
    const id = ids.get(kind);
    if (id === undefined) throw new Error(`The demo needs ${kind}-${code} on ${on}; the catalogue has none.`);
    return id;
  };
  return {
    tx,
    code,
    provinceId: place.id,
    inSentence: place.type === 'PROVINCE' ? `tỉnh ${place.shortName}` : place.name,
    organisation,
    enter: (kind, keeper, values, parts) => {
      const head = { provinceId: place.id, keeperId: organisation(keeper), exposure: 2 } as const;
      const entry = { action: LOAD_DEMO_RECORDS, head, source: { origin: 'SYNTHETIC' } } as const;
      return enterRecord(tx, LOCAL_OPERATOR, kind, entry, { values, ...(parts ? { parts } : {}) });
    },
  };
}

/** Participations of actors, by role. */
export function rolesOf(desk: Desk, roles: readonly (readonly [OrganisationKind, OrganisationRole])[]): PartDraft[] {
  return roles.map(([kind, role]) => ({ organisationId: desk.organisation(kind), role }));
}

/** The columns of a day that is known exactly: `{ heldEarliest, heldLatest }` for `held`. */
export function dayOf(name: string, day: string): Record<string, string> {
  return { [`${name}Earliest`]: day, [`${name}Latest`]: day };
}

/** A whole number from `least` to `most` that depends on nothing but the seeds: nothing in the demo is random. */
export function numberFrom(least: number, most: number, ...seeds: readonly number[]): number {
  // A multiplicative hash (Knuth): near seeds give far numbers.
  const mixed = seeds.reduce((sum, seed) => Math.imul(sum ^ seed, 2_654_435_761) >>> 0, 97);
  return least + ((mixed >>> 8) % (most - least + 1));
}
