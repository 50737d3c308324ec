import { kept, keptText, keyOf, optionalKey, stated, textOf } from '../../ground/record/record.input.ts';
import type { RecordDraft } from '../../ground/record/record-kind.ts';
import { spanColumns } from '../../ground/record/span.type.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import type { CorrectUnitInput, FoundUnitInput, MergedUnitInput } from './unit-change.input.ts';
import { unitRefusals } from './unit-refusal.ts';
import type { OrganisationUnitRow } from './unit.row.ts';

/**
 * What an input states of a new unit. Organisations found units of their own only; reviewers and administrators record those of
 * all in their care. Raises `HubError` BAD_USER_INPUT, FORBIDDEN.
 */
export function newUnitDraft(viewer: Viewer, input: FoundUnitInput | MergedUnitInput, ...path: string[]): RecordDraft {
  const organisationId = keyOf('Organisation', input.organisation, ...path, 'organisation');
  const officer = viewer.role === 'OFFICER' || viewer.role === 'LEADER';
  if (officer && !viewer.organisations.includes(organisationId)) throw unitRefusals.foreignOrganisation();
  return {
    values: stated({
      organisationId,
      placeId: optionalKey('Place', input.place, ...path, 'place'),
      kind: input.kind,
      name: textOf(input.name, ...path, 'name'),
      sector: input.sector,
      ...('founded' in input ? spanColumns('founded', input.founded) : {}),
    }),
  };
}

/** What a correction states of a unit. Raises `HubError` BAD_USER_INPUT, ILLEGAL_STATE. */
export function correctedUnitDraft(input: CorrectUnitInput, before: OrganisationUnitRow): RecordDraft {
  if (input.ended !== undefined && before.endKind === null) throw unitRefusals.living();
  if (input.ended === null && before.endKind === 'MERGED') throw unitRefusals.merged();
  return {
    values: stated({
      placeId: optionalKey('Place', input.place, 'place'),
      kind: kept(input.kind, 'kind'),
      name: keptText(input.name, 'name'),
      sector: input.sector,
      ...spanColumns('founded', input.founded),
      ...spanColumns('ended', input.ended),
      ...(input.ended === null ? { endKind: null } : {}),
    }),
  };
}

/** The end of a unit on a day (ISO date), as columns. Raises `HubError` ILLEGAL_STATE, BAD_USER_INPUT. */
export function endOf(
  unit: OrganisationUnitRow,
  on: string,
  endKind: NonNullable<OrganisationUnitRow['endKind']>,
  ...path: string[]
): Partial<OrganisationUnitRow> {
  const ended = unit.endedEarliest ?? unit.endedLatest;
  if (unit.endKind !== null) throw unitRefusals.ended(unit.name, ended ?? '?', ...path);
  const founded = unit.foundedEarliest;
  if (founded !== null && founded > on) throw unitRefusals.beforeFounding(unit.name, on, founded, ...path);
  return { endedEarliest: on, endedLatest: on, endKind };
}
