import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextStage, requireNextStage } from '../../src/record/evaluation/evaluation-stage.rule.ts';
import type { EvaluationStage } from '../../src/record/evaluation/evaluation.row.ts';
import { isOverdue, requireStep, stepsFrom } from '../../src/record/evaluation/recommendation-state.rule.ts';
import type { RecommendationState } from '../../src/record/evaluation/recommendation.row.ts';

const STATES: readonly RecommendationState[] = ['OPEN', 'IN_PROGRESS', 'DONE', 'DECLINED'];
const STAGES: readonly EvaluationStage[] = ['SELF', 'REVIEW', 'CONCLUDED'];

describe('the steps of a recommendation', () => {
  it('are these and no others', () => {
    expect(STATES.map((state) => [state, ...stepsFrom(state)])).toEqual([
      ['OPEN', 'OPEN', 'IN_PROGRESS'],
      ['IN_PROGRESS', 'IN_PROGRESS', 'DONE', 'DECLINED'],
      ['DONE', 'IN_PROGRESS'],
      ['DECLINED'],
    ]);
    expect(stepsFrom(null)).toEqual(STATES);
  });

  it('never lead from OPEN to DONE or DECLINED but through IN_PROGRESS, and never out of DECLINED', () => {
    const allowed = (from: RecommendationState, to: RecommendationState): boolean => {
      try {
        requireStep(from, to);
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STATES), { maxLength: 30 }), (asked) => {
        const walked: RecommendationState[] = ['OPEN'];
        for (const state of asked) if (allowed(walked.at(-1) ?? 'OPEN', state)) walked.push(state);
        const declined = walked.indexOf('DECLINED');
        const ended = walked.findIndex((state) => state === 'DONE' || state === 'DECLINED');
        return (
          (declined < 0 || declined === walked.length - 1) &&
          (ended < 0 || walked[ended - 1] === 'IN_PROGRESS') &&
          !walked.slice(1).some((state, at) => state === 'OPEN' && walked[at] !== 'OPEN')
        );
      }),
    );
  });
});

describe('a recommendation is overdue', () => {
  it('from the day after its deadline while something is to be done and it is not closed', () => {
    const of = (deadline: string | null, state: RecommendationState | null, closedOn: string | null = null) =>
      isOverdue({ deadline, state, closedOn }, '2026-11-23');
    expect(of('2026-11-22', 'OPEN')).toBe(true);
    expect(of('2026-11-22', 'IN_PROGRESS')).toBe(true);
    expect(of('2026-11-23', 'OPEN')).toBe(false);
    expect(of('2026-11-22', 'DONE')).toBe(false);
    expect(of('2026-11-22', 'DECLINED')).toBe(false);
    expect(of('2026-11-22', 'OPEN', '2026-11-23')).toBe(false);
    expect(of('2026-11-22', 'OPEN', '2026-11-24')).toBe(true);
    expect(of(null, 'OPEN')).toBeNull();
    expect(of('2026-11-22', null)).toBeNull();
  });
});

describe('the stages of an evaluation', () => {
  it('follow each other without a leap and without a way back', () => {
    expect(STAGES.map(nextStage)).toEqual(['REVIEW', 'CONCLUDED', null]);
    for (const from of STAGES) {
      for (const to of STAGES) {
        const step = (): void => requireNextStage(from, to);
        if (STAGES.indexOf(to) === STAGES.indexOf(from) + 1) expect(step).not.toThrow();
        else expect(step).toThrow(expect.objectContaining({ code: 'ILLEGAL_STATE', inputPath: ['stage'] }));
      }
    }
  });
});
