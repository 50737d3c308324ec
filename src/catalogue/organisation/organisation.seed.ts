import { placeEdgeSeeds, placeSeeds, type PlaceSeed } from '../place/place.seed.ts';
import { type OrganisationNames, organisationNames } from './organisation-name.ts';
import { ORGANISATION_KINDS, type OrganisationKind } from './organisation.kind.ts';

/** An actor's names in a stretch of days; `validFrom` null if the beginning is unknown, `validTo` the last day or null. */
export interface DatedOrganisationName extends OrganisationNames {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** The organisation an actor is directly under, in a stretch of days. */
export interface DatedParent {
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly parentId: number;
}

/** One of a province's seven actors; it lives as long as the province. */
export interface OrganisationSeed {
  /** `provinceId * 10` + the kind's position in `ORGANISATION_KINDS`, from 1. */
  readonly id: number;
  readonly kind: OrganisationKind;
  /** Kind and province code ('LDLD-91'); resolved by date, as the province code is. */
  readonly code: string;
  readonly provinceId: number;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly names: readonly DatedOrganisationName[];
  readonly parents: readonly DatedParent[];
}

/** A merger of two actors of one kind, on the day their provinces merged. */
export interface OrganisationEdgeSeed {
  readonly predecessorId: number;
  readonly successorId: number;
  /** The successor's first day. */
  readonly on: string;
  readonly type: 'FULL';
}

// Law 97/2025/QH15: since this day the five organisations are directly under the Fatherland Front.
const UNDER_THE_FRONT_SINCE = '2025-07-01';
const UNDER_THE_FRONT: readonly OrganisationKind[] = ['LDLD', 'HPN', 'TD', 'HND', 'CCB'];

/** 86 provinces × 7 kinds = 602 actors, by province and then by kind. */
export function organisationSeeds(): OrganisationSeed[] {
  return placeSeeds()
    .filter(({ level }) => level === 'PROVINCE')
    .flatMap((province) => ORGANISATION_KINDS.map((kind) => toActor(kind, province)));
}

/** The edges between actors that follow from the mergers of provinces: 52 × 7 = 364. */
export function organisationEdgeSeeds(): OrganisationEdgeSeed[] {
  return placeEdgeSeeds().flatMap(({ predecessorId, successorId, on, type }) =>
    ORGANISATION_KINDS.map((kind) => ({
      predecessorId: organisationId(kind, predecessorId),
      successorId: organisationId(kind, successorId),
      on,
      type,
    })),
  );
}

/** The id of the actor of a kind in the province with this place id. */
function organisationId(kind: OrganisationKind, provinceId: number): number {
  return provinceId * 10 + ORGANISATION_KINDS.indexOf(kind) + 1;
}

function toActor(kind: OrganisationKind, province: PlaceSeed): OrganisationSeed {
  return {
    id: organisationId(kind, province.id),
    kind,
    code: `${kind}-${province.code}`,
    provinceId: province.id,
    validFrom: province.validFrom,
    validTo: province.validTo,
    names: province.names.map((place) => ({
      ...organisationNames(kind, place),
      validFrom: place.validFrom,
      validTo: place.validTo,
    })),
    parents: parentsOf(kind, province),
  };
}

function parentsOf(kind: OrganisationKind, province: PlaceSeed): DatedParent[] {
  const endedBefore = province.validTo !== null && province.validTo < UNDER_THE_FRONT_SINCE;
  if (endedBefore || !UNDER_THE_FRONT.includes(kind)) return [];
  return [
    { validFrom: UNDER_THE_FRONT_SINCE, validTo: province.validTo, parentId: organisationId('MTTQ', province.id) },
  ];
}
