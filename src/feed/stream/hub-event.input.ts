import { ArgsType, Field, ID, Int } from 'type-graphql';
import { HubError } from '../../ground/gql/hub-error.ts';
import { EventCursorScalar } from '../../ground/gql/scalars.ts';
import { EventType } from './hub-event.type.ts';

/** Events a batch of a subscription may have. */
const BATCH_LIMIT = 100;

const DEFAULT_BATCH = 50;

/** What every reading of the feed can be narrowed to. */
@ArgsType()
class EventArgs {
  @Field(() => EventCursorScalar, {
    nullable: true,
    description: 'Only what follows this cursor, of an event or of a batch.',
  })
  after?: string | null;
  @Field(() => [EventType], { nullable: true, description: 'Only these kinds of events; all where left out.' })
  types?: EventType[] | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'Only events of this province, those of its communes’ reports included. The country means all of them.',
  })
  within?: string | null;
}

/** A page of events that have happened. */
@ArgsType()
export class EventPageArgs extends EventArgs {
  @Field(() => Int, { nullable: true, description: 'So many, 1 to 100. Required.' }) first?: number | null;
}

/** Events as they happen. */
@ArgsType()
export class EventStreamArgs extends EventArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: DEFAULT_BATCH,
    description: 'How many events a batch may have, 1 to 100.',
  })
  batchSize?: number | null = DEFAULT_BATCH;
}

/** The size of a batch, 50 where none is asked. Raises `HubError` BAD_USER_INPUT unless it is 1 to 100. */
export function checkBatchSize(asked: number | null | undefined): number {
  const size = asked ?? DEFAULT_BATCH;
  if (Number.isInteger(size) && size >= 1 && size <= BATCH_LIMIT) return size;
  throw new HubError({
    code: 'BAD_USER_INPUT',
    vi: `Tham số batchSize cần từ 1 đến ${BATCH_LIMIT}; nhận được ${size}. Hãy giảm số sự kiện mỗi lần gửi.`,
    en: `batchSize is from 1 to ${BATCH_LIMIT}; got ${size}. Ask for batches of that size.`,
  });
}
