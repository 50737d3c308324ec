import type { RecordKind } from '../../ground/record/record-kind.ts';
import { AgreementEventPartyRow, AgreementEventRow } from './agreement-event.row.ts';

/** How events around agreements are written and kept. */
export const agreementEventKind: RecordKind = {
  type: 'AgreementEvent',
  row: AgreementEventRow,
  titled: { by: 'name' },
  sourced: true,
  parts: {
    organisations: { row: AgreementEventPartyRow, parent: 'eventId', order: ['organisationId'], sourced: false },
  },
};
