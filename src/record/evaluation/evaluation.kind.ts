import type { PartKind, RecordKind } from '../../ground/record/record-kind.ts';
import {
  EvaluationCriterionRow,
  type EvaluationRemarkKind,
  EvaluationRemarkRow,
  EvaluationRow,
} from './evaluation.row.ts';

function remarks(kind: EvaluationRemarkKind): PartKind {
  return { row: EvaluationRemarkRow, parent: 'evaluationId', order: ['ordinal'], sourced: true, of: { kind } };
}

/** How evaluations are written and kept. */
export const evaluationKind: RecordKind = {
  type: 'Evaluation',
  row: EvaluationRow,
  titled: { by: 'name' },
  sourced: true,
  parts: {
    criteria: { row: EvaluationCriterionRow, parent: 'evaluationId', order: ['ordinal'], sourced: false },
    findings: remarks('FINDING'),
    lessons: remarks('LESSON'),
  },
};
