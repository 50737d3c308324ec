import type { PartKind, RecordKind } from '../../ground/record/record-kind.ts';
import {
  AgreementItemIndicatorRow,
  AgreementItemReceiverRow,
  AgreementItemRow,
  AgreementItemTargetRow,
  AgreementPartyRow,
  AgreementPolicyRow,
  AgreementRow,
  SignatoryOfficeRow,
  SignatoryRow,
} from './agreement.row.ts';

/** How agreements are written and kept. */
export const agreementKind: RecordKind = {
  type: 'Agreement',
  row: AgreementRow,
  titled: { by: 'name' },
  sourced: true,
  parts: {
    parties: { row: AgreementPartyRow, parent: 'agreementId', order: ['ordinal', 'organisationId'], sourced: true },
    signatories: {
      row: SignatoryRow,
      parent: 'agreementId',
      order: ['ordinal', 'id'],
      sourced: true,
      parts: {
        offices: { row: SignatoryOfficeRow, parent: 'signatoryId', order: ['officeId'], sourced: false },
      },
    },
    contents: items('CONTENT'),
    objectives: items('OBJECTIVE'),
    supports: items('SUPPORT'),
    policies: { row: AgreementPolicyRow, parent: 'agreementId', order: ['policyId'], sourced: false },
  },
};

/** Contents, objectives and supports share a table; each list is replaced without touching the others. */
function items(kind: AgreementItemRow['kind']): PartKind {
  return {
    row: AgreementItemRow,
    parent: 'agreementId',
    of: { kind },
    order: ['ordinal'],
    sourced: true,
    parts: {
      receivers: { row: AgreementItemReceiverRow, parent: 'itemId', order: ['organisationId'], sourced: false },
      targetGroups: { row: AgreementItemTargetRow, parent: 'itemId', order: ['targetGroupId'], sourced: false },
      indicators: { row: AgreementItemIndicatorRow, parent: 'itemId', order: ['indicatorId'], sourced: false },
    },
  };
}
