import type { Tx } from '../../ground/database/data-source.ts';
import type { Context } from '../../ground/gql/context.ts';
import { appendAudit, appendEvent } from '../../ground/outbox/outbox.store.ts';
import { changing, mayKeep } from '../../ground/record/change-record.ts';
import { changeRefusals } from '../../ground/record/change-refusal.ts';
import { keyOf } from '../../ground/record/record.input.ts';
import {
  insertRecord,
  isDemoArchive,
  keepVersion,
  lockRecord,
  type Source,
  updateRecord,
} from '../../ground/record/record.store.ts';
import { exposureOf } from '../../ground/record/visibility.enum.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import type { MergedUnitInput, MergeUnitsInput, UnitVersionInput } from './unit-change.input.ts';
import { endOf, newUnitDraft } from './unit-draft.ts';
import { unitRefusals } from './unit-refusal.ts';
import { unitKind } from './unit.kind.ts';
import type { OrganisationUnitRow } from './unit.row.ts';

const ACTION = 'mergeUnits';
const MOST = 100;

interface Merging {
  readonly tx: Tx;
  readonly viewer: Viewer;
  readonly input: MergeUnitsInput;
  readonly source: Source;
}

/**
 * Merges units into a new one or into one that lives on: each of them gets a version of its own, all at once or not at all,
 * with one event and one audit row. Answers the key of the unit that lives on. Raises `HubError`.
 */
export function mergeUnits(context: Context, input: MergeUnitsInput): Promise<number> {
  const { idempotencyKey, ...request } = input;
  const change = { action: ACTION, event: 'UNITS_MERGED', request, idempotencyKey } as const;
  return changing(context, change, async (tx, viewer) => {
    if (input.reason.trim() === '') throw changeRefusals.noReason();
    const source: Source = { origin: (await isDemoArchive(tx)) ? 'SYNTHETIC' : 'MANUAL' };
    return merge({ tx, viewer, input, source });
  });
}

async function merge(merging: Merging): Promise<number> {
  const { tx, input } = merging;
  const { ending, into } = asked(input);
  const locked = await lockAll(merging, into ? [...ending, into] : ending);
  const survivor = into && locked.get(into.id);
  const units = ending.map(({ id }) => locked.get(id)).filter((unit) => unit !== undefined);
  const ends = units.map((unit, at) => ({ unit, values: endOf(unit, input.on, 'MERGED', 'units', String(at)) }));
  if (survivor) endOf(survivor, input.on, 'MERGED', 'into');
  for (const { unit, values } of ends) {
    await updateRecord(tx, unitKind, unit, merging.source, { values });
    await keepVersion(tx, unitKind, unit.id, traceOf(merging));
  }
  const parts = { predecessors: units.map(({ id }) => ({ predecessorId: id, on: input.on })) };
  const id = survivor?.id ?? (await found(merging, units, parts));
  if (survivor) await updateRecord(tx, unitKind, survivor, merging.source, { values: {}, parts });
  await leave(merging, id, survivor?.version ?? null, units);
  return id;
}

/** The units asked for, by key: those that end, and the one that lives on. */
function asked(input: MergeUnitsInput): { ending: Asked[]; into: Asked | null } {
  const given = [input.into ?? null, input.founded ?? null].filter((one) => one !== null);
  if (given.length !== 1) throw unitRefusals.intoWhich(given.length);
  const into = input.into ? askedOf(input.into, 'into') : null;
  const ending = input.units.map((unit, at) => askedOf(unit, 'units', String(at)));
  const different = new Set(ending.map(({ id }) => id));
  const least = into ? 1 : 2;
  const own = into !== null && different.has(into.id);
  if (own || different.size !== ending.length || ending.length < least || ending.length > MOST)
    throw unitRefusals.howMany(least, ending.length);
  return { ending, into };
}

interface Asked {
  readonly id: number;
  readonly expectedVersion: number;
}

function askedOf(unit: UnitVersionInput, ...path: string[]): Asked {
  return { id: keyOf('OrganisationUnit', unit.id, ...path, 'id'), expectedVersion: unit.expectedVersion };
}

/** Locks the units in the order of their keys, so that two mergers cannot wait for each other. */
async function lockAll({ tx, viewer }: Merging, wanted: readonly Asked[]): Promise<Map<number, OrganisationUnitRow>> {
  const locked = new Map<number, OrganisationUnitRow>();
  for (const { id, expectedVersion } of wanted.toSorted((a, b) => a.id - b.id)) {
    const unit = (await lockRecord(tx, unitKind, id)) as OrganisationUnitRow | null;
    if (!unit) throw changeRefusals.notFound();
    await mayKeep(tx, viewer, unit.keeperId);
    if (unit.version !== expectedVersion) throw changeRefusals.conflict(expectedVersion, unit.version);
    locked.set(id, unit);
  }
  return locked;
}

async function found(
  { tx, viewer, input, source }: Merging,
  units: readonly OrganisationUnitRow[],
  parts: { predecessors: object[] },
): Promise<number> {
  const founded = input.founded as MergedUnitInput;
  const keeperId = units[0]?.keeperId ?? null;
  if (units.some((unit) => unit.keeperId !== keeperId)) throw unitRefusals.keepers();
  const provinceId = (await mayKeep(tx, viewer, keeperId)) ?? units[0]?.provinceId ?? 0;
  const head = { provinceId, keeperId, exposure: exposureOf(founded.visibility) };
  const { values } = newUnitDraft(viewer, founded, 'founded');
  const day = { foundedEarliest: input.on, foundedLatest: input.on };
  return insertRecord(tx, unitKind, head, source, {
    values: { ...values, ...day },
    parts: { predecessors: parts.predecessors.map((edge) => ({ ...edge })) },
  });
}

function traceOf({ viewer, input }: Merging): { action: string; reason: string; actor: string } {
  return { action: ACTION, reason: input.reason, actor: viewer.actor };
}

async function leave(
  merging: Merging,
  id: number,
  replacedVersion: number | null,
  units: readonly OrganisationUnitRow[],
): Promise<void> {
  const { tx, viewer, input } = merging;
  const row = await keepVersion(tx, unitKind, id, traceOf(merging));
  await appendEvent(tx, {
    type: 'UNITS_MERGED',
    provinceId: row.provinceId,
    organisationId: row.keeperId,
    subjectType: unitKind.type,
    subjectKey: String(id),
    version: row.version,
    replacedVersion,
    exposure: row.exposure,
    actor: viewer.actor,
  });
  await appendAudit(tx, viewer, {
    action: ACTION,
    provinceId: row.provinceId,
    subjectType: unitKind.type,
    subjectId: String(id),
    reason: input.reason,
    detail: { version: row.version, merged: units.map((unit) => ({ id: unit.id, version: unit.version + 1 })) },
  });
}
