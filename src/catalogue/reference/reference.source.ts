import type { ListSource } from '../../ground/database/list-source.ts';
import type { ListDefinition } from '../../ground/gql/connection.ts';
import { namedFields, recordSource, spanField } from '../../ground/record/record.source.ts';
import { RECORD_NEEDS } from '../../ground/record/record.type.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import { recordRelations, recordSpecials } from '../organisation/record-list.ts';
import { type PolicyReference, toPolicyReference } from './policy-reference.type.ts';
import { PolicyReferenceRow, TargetGroupRow } from './reference.row.ts';
import { type TargetGroup, toTargetGroup } from './target-group.type.ts';

/** Target groups as the viewer sees them, under the alias `tg0`; names in filters are those of the day (ISO date). */
export function targetGroupSource(viewer: Viewer, on: string): ListSource {
  return recordSource(TargetGroupRow, 'target_group', 'tg0', viewer, 'TargetGroup', {
    name: 'targetGroups',
    fields: namedFields('tg0'),
    relations: recordRelations('tg0', on),
    special: recordSpecials('tg0'),
  });
}

const TARGET_GROUP_NEEDS = { ...RECORD_NEEDS, name: ['name', 'nameEn'] };

/** The list of target groups, by name. */
export function targetGroupList(viewer: Viewer, on: string): ListDefinition<TargetGroupRow, TargetGroup> {
  return {
    type: 'TargetGroup',
    source: targetGroupSource(viewer, on),
    convert: toTargetGroup,
    defaultOrder: [{ field: 'sortKey', direction: 'ASC' }],
    always: ['id'],
    needs: TARGET_GROUP_NEEDS,
    variant: on,
  };
}

/** References to policies as the viewer sees them, under the alias `pr0`; names in filters are those of the day (ISO date). */
export function policyReferenceSource(viewer: Viewer, on: string): ListSource {
  return recordSource(PolicyReferenceRow, 'policy_reference', 'pr0', viewer, 'PolicyReference', {
    name: 'policyReferences',
    fields: {
      title: { sql: 'pr0.title', type: 'text', folded: 'pr0.folded' },
      sortKey: { sql: 'pr0.sort_key', type: 'text', orderable: true },
      symbol: { sql: 'pr0.symbol', type: 'text' },
      issuer: { sql: 'pr0.issuer', type: 'text' },
      adopted: spanField('pr0', 'adopted'),
    },
    relations: recordRelations('pr0', on),
    special: recordSpecials('pr0'),
  });
}

const POLICY_REFERENCE_NEEDS = { ...RECORD_NEEDS, adopted: ['adoptedEarliest', 'adoptedLatest'] };

/** The list of references to policies, by title. */
export function policyReferenceList(viewer: Viewer, on: string): ListDefinition<PolicyReferenceRow, PolicyReference> {
  return {
    type: 'PolicyReference',
    source: policyReferenceSource(viewer, on),
    convert: toPolicyReference,
    defaultOrder: [{ field: 'sortKey', direction: 'ASC' }],
    always: ['id'],
    needs: POLICY_REFERENCE_NEEDS,
    variant: on,
  };
}
