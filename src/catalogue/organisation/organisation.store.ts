import { In } from 'typeorm';
import { named, shaped, type Tx } from '../../ground/database/data-source.ts';
import { columnsSql } from '../../ground/database/list-source.ts';
import { isCode } from '../code.ts';
import { clampedDay, holdsOn } from '../place/place.source.ts';
import type { AnyOrganisationKind } from './organisation.kind.ts';
import { type OrganisationEdgeRow, OrganisationVersionRow } from './organisation.row.ts';
import { organisationColumns, organisationSelect } from './organisation.source.ts';

/** An actor with the names and parent of one day of its life. Dates are ISO dates. */
export interface OrganisationOn {
  readonly id: number;
  readonly kind: AnyOrganisationKind;
  readonly code: string;
  readonly provinceId: number;
  readonly parentId: number | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly name: string;
  readonly nameEn: string;
  readonly abbreviation: string;
}

/** An edge with the end it was asked from. */
export interface OrganisationEdgeOf extends Pick<OrganisationEdgeRow, 'on' | 'extent'> {
  readonly of: number;
  readonly other: number;
}

/** The day asked for, or the nearest of the life of `o`. */
const CLAMPED = clampedDay('o', 'asked.day');
const SHOWN = { columns: organisationColumns('o', 'v'), select: organisationSelect('o', 'v') };

async function byIdsOn(
  tx: Tx,
  asked: readonly { id: number; on: string }[],
  needed?: readonly string[],
): Promise<(OrganisationOn & { on: string })[]> {
  return shaped(
    tx,
    'organisationsOn',
    `select ${columnsSql(SHOWN, needed)}, o.id, asked.day::text as "on"
     from unnest($1::integer[], $2::date[]) asked (id, day) join organisation o on o.id = asked.id
     join organisation_version v on v.organisation_id = o.id and ${holdsOn('v', CLAMPED)}`,
    [asked.map(({ id }) => id), asked.map(({ on }) => on)],
  );
}

async function byCodeOn(tx: Tx, code: string, on: string): Promise<OrganisationOn | null> {
  if (!isCode(code)) return null;
  const [row] = await named<OrganisationOn>(
    tx,
    'organisationByCodeOn',
    `select ${organisationColumns('o', 'v')} from organisation o
     join organisation_version v on v.organisation_id = o.id and ${holdsOn('v', '$2::date')}
     where o.code = $1 and ${holdsOn('o', '$2::date')}`,
    [code, on],
  );
  return row ?? null;
}

async function lastByCode(tx: Tx, code: string, on: string): Promise<OrganisationOn | null> {
  if (!isCode(code)) return null;
  const [row] = await named<OrganisationOn>(
    tx,
    'lastOrganisationByCode',
    `select ${organisationColumns('o', 'v')} from (select $2::date as day) asked, organisation o
     join organisation_version v on v.organisation_id = o.id
     where o.code = $1 and coalesce(o.valid_from, '-infinity'::date) <= asked.day and ${holdsOn('v', CLAMPED)}
     order by o.valid_from desc nulls last limit 1`,
    [code, on],
  );
  return row ?? null;
}

async function lineage(tx: Tx, id: number): Promise<number[]> {
  const rows = await named<{ id: number }>(
    tx,
    'organisationLineage',
    `with recursive line (id) as (select $1::integer union
       select e.predecessor_id from organisation_edge e join line on line.id = e.successor_id)
     select id from line order by id = $1 desc, id`,
    [id],
  );
  return rows.map((row) => row.id);
}

async function edges(
  tx: Tx,
  direction: 'predecessors' | 'successors',
  ids: readonly number[],
): Promise<OrganisationEdgeOf[]> {
  const [own, other] = direction === 'predecessors' ? ['successor', 'predecessor'] : ['predecessor', 'successor'];
  return named(
    tx,
    `organisation_${direction}`,
    `select e.${own}_id as "of", e.${other}_id as "other", e.on_date::text as "on", e.extent from organisation_edge e
     join organisation o on o.id = e.${other}_id where e.${own}_id = any ($1::integer[]) order by e.on_date, o.code, o.id`,
    [ids],
  );
}

function versions(tx: Tx, ids: readonly number[]): Promise<OrganisationVersionRow[]> {
  return tx.getRepository(OrganisationVersionRow).find({
    where: { organisationId: In([...ids]) },
    order: { organisationId: 'ASC', version: 'ASC' },
    comment: 'organisationVersions',
  });
}

/** Reading of organisations. They are public: every viewer reads the same. */
export const organisationStore = {
  /** Organisations by id, each as on a day (ISO date) or the nearest day of its life, with what is needed of them; in no order, absent where there is none. */
  byIdsOn,
  /** The organisation that has the code on the day, as on that day; null where none has. */
  byCodeOn,
  /** The last organisation that has had the code by the day, as on the day or the last of its life; null where none had. */
  lastByCode,
  /** Ids of the organisation itself, first, and of all those it came from. */
  lineage,
  /** Edges of the organisations to what they came from or went into, in order of day and code. */
  edges,
  /** All versions of the organisations in order of time. */
  versions,
};
