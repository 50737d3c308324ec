import type { RecordKind } from '../../ground/record/record-kind.ts';
import {
  FollowUpRow,
  RecommendationAddresseeRow,
  RecommendationRow,
  RecommendationTargetRow,
} from './recommendation.row.ts';

const parent = 'recommendationId';

/** How recommendations are written and kept. */
export const recommendationKind: RecordKind = {
  type: 'Recommendation',
  row: RecommendationRow,
  titled: { by: 'text', and: ['addressee'] },
  sourced: true,
  parts: {
    to: { row: RecommendationAddresseeRow, parent, order: ['organisationId'], sourced: false },
    targetGroups: { row: RecommendationTargetRow, parent, order: ['targetGroupId'], sourced: false },
    followUps: { row: FollowUpRow, parent, order: ['ordinal'], sourced: true, append: true },
  },
};
