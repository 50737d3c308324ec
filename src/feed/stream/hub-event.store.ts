import { named, type Tx } from '../../ground/database/data-source.ts';
import type { EventRow, EventTypeName } from '../../ground/outbox/event.row.ts';
import { circleOf } from '../../ground/viewer/circle.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import type { FeedState } from './cursor.ts';

/** An event that has its position, as the graph shows it. */
export type NumberedEvent = Pick<
  EventRow,
  'id' | 'type' | 'provinceId' | 'organisationId' | 'subjectType' | 'subjectKey' | 'version' | 'replacedVersion'
> & { position: string; numberedAt: Date };

/** Which events are wanted. */
export interface EventSelection {
  /** All types where left out. */
  readonly types?: readonly EventTypeName[] | null;
  /** One province as it was on the data date; all where left out. */
  readonly provinceId?: number | null;
}

/** A stretch of the feed: positions after `after`, up to and including `until`. */
export interface EventStretch extends EventSelection {
  readonly after: bigint;
  readonly until: bigint;
}

const COLUMNS = `id, position, numbered_at as "numberedAt", type, province_id as "provinceId", organisation_id as "organisationId",
  subject_type as "subjectType", subject_key as "subjectKey", version, replaced_version as "replacedVersion"`;

// $1 exposure, $2 organisations, $3 provinces.
const CIRCLE = `(exposure >= $1::smallint or organisation_id = any ($2::integer[]) or (exposure >= 1 and province_id = any ($3::integer[])))`;

// $4 after, $5 until, $6 types, $7 province.
const STRETCH = `${CIRCLE} and position > $4::bigint and position <= $5::bigint
  and ($6::text[] is null or type = any ($6)) and ($7::integer is null or province_id = $7)`;

function circleValues(viewer: Viewer): unknown[] {
  const circle = circleOf(viewer);
  return [circle.exposure, [...circle.organisations], [...circle.provinces]];
}

function stretchValues(viewer: Viewer, stretch: EventStretch): unknown[] {
  const { after, until, types, provinceId } = stretch;
  return [...circleValues(viewer), String(after), String(until), types ? [...types] : null, provinceId ?? null];
}

/** The feed's id and its head. Read it before the events: whatever is at or below the head is then there to be read. */
export async function feedState(tx: Tx): Promise<FeedState> {
  const [row] = await named<{ id: string; head: string }>(tx, 'feedState', 'select id, head from feed');
  if (!row) throw new Error('The table feed is empty, and a migration gave it one row. Restore it from a backup.');
  return { id: row.id, head: BigInt(row.head) };
}

/** The first events of a stretch that the viewer sees, in order, at most `limit`. */
export function eventsAfter(tx: Tx, viewer: Viewer, stretch: EventStretch, limit: number): Promise<NumberedEvent[]> {
  return named<NumberedEvent>(
    tx,
    'eventsAfter',
    `select ${COLUMNS} from event where ${STRETCH} order by position limit $8`,
    [...stretchValues(viewer, stretch), limit],
  );
}

/** How many events of a stretch the viewer sees. */
export async function countEvents(tx: Tx, viewer: Viewer, stretch: EventStretch): Promise<number> {
  const text = `select count(*)::integer as count from event where ${STRETCH}`;
  const [row] = await named<{ count: number }>(tx, 'countEvents', text, stretchValues(viewer, stretch));
  return row?.count ?? 0;
}

/** Numbered events by their ids (decimal), of those that the viewer sees. */
export function eventsById(tx: Tx, viewer: Viewer, ids: readonly string[]): Promise<NumberedEvent[]> {
  return named<NumberedEvent>(
    tx,
    'eventsById',
    `select ${COLUMNS} from event where ${CIRCLE} and position is not null and id = any ($4::bigint[])`,
    [...circleValues(viewer), [...ids]],
  );
}
