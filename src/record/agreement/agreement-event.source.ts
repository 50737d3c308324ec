import type { ListDefinition } from '../../ground/gql/connection.ts';
import { partList } from '../../ground/record/record.source.ts';
import { RECORD_NEEDS } from '../../ground/record/record.type.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import { AgreementEventPartyRow, type AgreementEventRow } from './agreement-event.row.ts';
import { type AgreementEvent, toAgreementEvent } from './agreement-event.type.ts';
import { agreementEventSource } from './agreement.source.ts';

const HELD = ['heldEarliest', 'heldLatest'];

const NEEDS = {
  ...RECORD_NEEDS,
  held: HELD,
  agreement: ['agreementId'],
  place: ['placeId', ...HELD],
  chair: ['chairId'],
  document: ['documentId'],
  organisations: HELD,
};

/** The list of events around agreements, by day, unknown days last. */
export function agreementEventList(viewer: Viewer, on: string): ListDefinition<AgreementEventRow, AgreementEvent> {
  return {
    type: 'AgreementEvent',
    source: agreementEventSource(viewer, on),
    convert: toAgreementEvent,
    defaultOrder: [{ field: 'held', direction: 'ASC' }],
    always: ['id'],
    needs: NEEDS,
    variant: on,
  };
}

/** The same with review meetings alone. */
export function reviewMeetingList(viewer: Viewer, on: string): ListDefinition<AgreementEventRow, AgreementEvent> {
  const list = agreementEventList(viewer, on);
  return { ...list, where: [() => `age0.kind = 'REVIEW_MEETING'`], variant: `${on} REVIEW_MEETING` };
}

/** Keys of the organisations of an event. */
export const agreementEventParties = partList(AgreementEventPartyRow, 'agreement_event_party', 'agep0', {
  by: 'event_id',
  order: 'agep0.organisation_id',
  convert: (row) => row,
  needs: {},
});
