import type pg from 'pg';

/** The channel on which the feed says that it has grown. It carries nothing, and only the sequencer uses it. */
export const FEED_CHANNEL = 'hub_feed';

/** One numbering at a time in a database. Any constant will do as long as nothing else uses it. */
const SEQUENCER_LOCK = 7_140_212;

// A stopped process must not keep the lock: PostgreSQL ends its transaction, and another instance goes on.
const BEGIN = `begin isolation level read committed;
  set local synchronous_commit = on;
  set local statement_timeout = '8s';
  set local lock_timeout = '2s';
  set local idle_in_transaction_session_timeout = '5s'`;

// Strictly later than the batch before and whole milliseconds, as clients see it: the instant of an event then means
// exactly the feed up to its batch, also where the clock has gone back.
const NUMBER = `/* numberBatch */
  with stamp as materialized (
    select head, greatest(date_trunc('milliseconds', clock_timestamp()), numbered_at + interval '1 millisecond') as at from feed
  ), waiting as materialized (
    select id from event where position is null order by id limit $1::integer
  ), batch as materialized (
    select id, row_number() over (order by id) as place from waiting
  ), numbered as (
    update event set position = stamp.head + batch.place, numbered_at = stamp.at
    from batch, stamp where event.id = batch.id returning event.id
  ), moved as (
    update feed set head = feed.head + (select count(*) from numbered), numbered_at = stamp.at
    from stamp where exists (select from numbered) returning feed.head
  )
  select (select count(*)::integer from numbered) as numbered, (select count(*)::integer from moved) as moved`;

/**
 * Gives the next positions to committed events that have none, at most `size`, in the order of their ids, in one short
 * transaction. Answers how many, or null where another sequencer is at work. Raises what PostgreSQL raises, having changed nothing.
 */
export async function numberBatch(client: pg.Client, size: number): Promise<number | null> {
  await client.query(BEGIN);
  // A statement of its own: under READ COMMITTED the next one then sees everything the holder before committed.
  const lock = await client.query<{ mine: boolean }>(
    '/* lockFeed */ select pg_try_advisory_xact_lock($1::bigint) as mine',
    [SEQUENCER_LOCK],
  );
  if (lock.rows[0]?.mine !== true) {
    await client.query('rollback');
    return null;
  }
  const { rows } = await client.query<{ numbered: number }>(NUMBER, [size]);
  const numbered = rows[0]?.numbered ?? 0;
  if (numbered > 0) await client.query(`/* wakeFeed */ select pg_notify('${FEED_CHANNEL}', '')`);
  await client.query('commit');
  return numbered;
}
