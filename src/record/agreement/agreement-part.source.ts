import type { OfficeRow } from '../../catalogue/person/person.row.ts';
import { officeParts } from '../../catalogue/person/person.source.ts';
import type { Office } from '../../catalogue/person/person.type.ts';
import type { PolicyReference } from '../../catalogue/reference/policy-reference.type.ts';
import type { PolicyReferenceRow, TargetGroupRow } from '../../catalogue/reference/reference.row.ts';
import { policyReferenceList, targetGroupList } from '../../catalogue/reference/reference.source.ts';
import type { TargetGroup } from '../../catalogue/reference/target-group.type.ts';
import { allColumns } from '../../ground/database/list-source.ts';
import { type PartList, partList } from '../../ground/record/record.source.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import {
  AgreementItemIndicatorRow,
  AgreementItemReceiverRow,
  AgreementItemRow,
  AgreementPartyRow,
  SignatoryRow,
} from './agreement.row.ts';
import {
  type AgreementItem,
  type AgreementParty,
  type AgreementSupport,
  type OnAgreementDay,
  type Signatory,
  toAgreementItem,
  toAgreementParty,
  toAgreementSupport,
  toSignatory,
} from './agreement.type.ts';

/** The day by which organisations are named: of the signing, else of the beginning of the term. */
const DAY = 'coalesce(ag0.signed_earliest, ag0.signed_latest, ag0.term_start_earliest, ag0.term_start_latest)::text';

/** The parts of a list with the day of their agreement as `day`. */
function onDay<R extends object, T extends object>(
  row: abstract new () => R,
  table: string,
  alias: string,
  parts: {
    order: string;
    needs: Readonly<Record<string, readonly string[]>>;
    convert: (row: R & OnAgreementDay) => T;
    always?: readonly string[];
  },
): PartList<R, T> {
  const list = partList(row, table, alias, { ...parts, by: 'agreement_id', convert: parts.convert as (row: R) => T });
  const select = { ...list.source.select, day: DAY };
  const from = `${list.source.from} join agreement ag0 on ag0.id = ${alias}.agreement_id`;
  return { ...list, source: { ...list.source, from, select, columns: allColumns(select) } };
}

/** The parties of an agreement, as the source lists them. */
export const agreementParties: PartList<AgreementPartyRow, AgreementParty> = onDay(
  AgreementPartyRow,
  'agreement_party',
  'agp0',
  {
    order: 'agp0.ordinal, agp0.organisation_id',
    convert: toAgreementParty,
    needs: { organisation: ['organisationId', 'day'] },
  },
);

/** Who signed an agreement, as the source lists them. */
export const agreementSignatories: PartList<SignatoryRow, Signatory> = onDay(SignatoryRow, 'signatory', 'sg0', {
  order: 'sg0.ordinal, sg0.id',
  convert: toSignatory,
  needs: { person: ['personId'], organisation: ['organisationId', 'day'] },
  always: ['id'],
});

/** The offices in which somebody signed. */
export function signatoryOffices(viewer: Viewer): PartList<OfficeRow, Office> {
  const list = officeParts(viewer);
  const from = `signatory_office so0 join ${list.source.from} on of0.id = so0.office_id`;
  return {
    ...list,
    source: { ...list.source, name: 'signatory_office', from },
    by: { sql: 'so0.signatory_id', type: 'integer' },
  };
}

/** The contents or the objectives of an agreement. */
export function agreementItems(kind: 'CONTENT' | 'OBJECTIVE'): PartList<AgreementItemRow, AgreementItem> {
  return ofKind(
    kind,
    partList(AgreementItemRow, 'agreement_item', 'agi0', {
      by: 'agreement_id',
      order: 'agi0.ordinal',
      convert: toAgreementItem,
      needs: {},
      always: ['id'],
    }),
  );
}

/** What parties support others with. */
export const agreementSupports: PartList<AgreementItemRow, AgreementSupport> = ofKind(
  'SUPPORT',
  onDay(AgreementItemRow, 'agreement_item', 'agi0', {
    order: 'agi0.ordinal',
    convert: toAgreementSupport,
    needs: { giver: ['giverId', 'day'], receivers: ['day'] },
    always: ['id'],
  }),
);

function ofKind<T extends object>(
  kind: AgreementItemRow['kind'],
  list: PartList<AgreementItemRow, T>,
): PartList<AgreementItemRow, T> {
  return { ...list, source: { ...list.source, name: `agreement_${kind}`, always: `agi0.kind = '${kind}'` } };
}

/** Keys of the organisations that are supported. */
export const supportReceivers = partList(AgreementItemReceiverRow, 'agreement_item_receiver', 'agir0', {
  by: 'item_id',
  order: 'agir0.organisation_id',
  convert: (row) => row,
  needs: {},
});

/** Keys of the indicators by which a content or an objective is followed. */
export const itemIndicators = partList(AgreementItemIndicatorRow, 'agreement_item_indicator', 'agii0', {
  by: 'item_id',
  order: 'agii0.indicator_id',
  convert: (row) => row,
  needs: {},
});

/** The target groups of a content or an objective, by name. */
export function itemTargetGroups(viewer: Viewer, on: string): PartList<TargetGroupRow, TargetGroup> {
  const list = targetGroupList(viewer, on);
  const from = `agreement_item_target agit0 join ${list.source.from} on tg0.id = agit0.target_group_id`;
  return {
    ...list,
    source: { ...list.source, name: 'agreement_item_target', from },
    by: { sql: 'agit0.item_id', type: 'integer' },
    order: 'tg0.sort_key, tg0.id',
  };
}

/** The resolutions and laws that an agreement refers to, by title. */
export function agreementPolicies(viewer: Viewer, on: string): PartList<PolicyReferenceRow, PolicyReference> {
  const list = policyReferenceList(viewer, on);
  const from = `agreement_policy agpr0 join ${list.source.from} on pr0.id = agpr0.policy_id`;
  return {
    ...list,
    source: { ...list.source, name: 'agreement_policy', from },
    by: { sql: 'agpr0.agreement_id', type: 'integer' },
    order: 'pr0.sort_key, pr0.id',
  };
}
