import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Tx } from '../../ground/database/data-source.ts';
import type { Context } from '../../ground/gql/context.ts';
import { changeRecord } from '../../ground/record/change-record.ts';
import { changeRefusals } from '../../ground/record/change-refusal.ts';
import type { RecordDraft } from '../../ground/record/record-kind.ts';
import { CloseRecordInput, keyOf, type NextVersionInput } from '../../ground/record/record.input.ts';
import { recordMutations } from '../../ground/record/record-mutations.ts';
import type { RecordRow } from '../../ground/record/record.row.ts';
import {
  AdvanceEvaluationInput,
  assessed,
  CorrectEvaluationInput,
  CreateEvaluationInput,
  evaluationDraft,
  EvaluationPayload,
} from './evaluation-change.input.ts';
import { requireConcluded, requireNextStage, requireRightAt } from './evaluation-stage.rule.ts';
import { evaluationKind } from './evaluation.kind.ts';
import { evaluationsFor } from './evaluation.resolver.ts';
import type { EvaluationRow } from './evaluation.row.ts';
import { requireEvaluationTies } from './evaluation.store.ts';
import { requireStillOpen } from './still-open.rule.ts';

const change = recordMutations(evaluationKind, 'evaluation', EvaluationPayload, evaluationsFor);

/** The next version of an evaluation, whose draft depends on what it said before. */
function next(
  context: Context,
  action: string,
  input: NextVersionInput,
  draft: (before: EvaluationRow) => RecordDraft,
  event: 'RECORD_CORRECTED' | 'RECORD_CLOSED' = 'RECORD_CORRECTED',
): Promise<EvaluationPayload> {
  return change.answer(context, () => {
    const { idempotencyKey, ...request } = input;
    const { expectedVersion, reason } = input;
    const id = keyOf('Evaluation', input.id, 'id');
    const said = { action, event, request, idempotencyKey, id, expectedVersion, reason };
    const before = (_tx: Tx, row: RecordRow): RecordDraft => {
      const evaluation = row as EvaluationRow;
      requireRightAt(evaluation.stage, context.viewer);
      return draft(evaluation);
    };
    return changeRecord(context, evaluationKind, said, before, requireEvaluationTies);
  });
}

/** Entering, correcting, advancing and closing evaluations. */
@Resolver()
class EvaluationChangeResolver {
  @Mutation(() => EvaluationPayload, {
    description:
      'Enters an evaluation. An organisation enters its own at SELF; reviewers enter theirs beside it, kept by the People’s Committee or the Front of their province.',
  })
  createEvaluation(
    @Arg('input', () => CreateEvaluationInput, { description: 'What is entered.' }) input: CreateEvaluationInput,
    @Ctx() context: Context,
  ): Promise<EvaluationPayload> {
    const draft = (): RecordDraft => {
      requireRightAt(input.stage, context.viewer);
      requireConcluded(input.stage, input);
      const { values, parts = {} } = evaluationDraft(input);
      return { values: { ...values, stage: input.stage }, parts };
    };
    return change.create(context, 'createEvaluation', input, draft, { andThen: requireEvaluationTies });
  }

  @Mutation(() => EvaluationPayload, {
    description:
      'Corrects an evaluation by a new version with its reason, one that is concluded too. From REVIEW on only reviewers and administrators may.',
  })
  correctEvaluation(
    @Arg('input', () => CorrectEvaluationInput, { description: 'What it says from now on.' })
    input: CorrectEvaluationInput,
    @Ctx() context: Context,
  ): Promise<EvaluationPayload> {
    return next(context, 'correctEvaluation', input, ({ stage }) => {
      requireConcluded(stage, input);
      return evaluationDraft(input);
    });
  }

  @Mutation(() => EvaluationPayload, {
    description:
      'Moves an evaluation to the stage that follows, with what that stage states. Only reviewers and administrators may: nobody concludes about themselves.',
  })
  advanceEvaluation(
    @Arg('input', () => AdvanceEvaluationInput, { description: 'Which, to which stage, and what it states.' })
    input: AdvanceEvaluationInput,
    @Ctx() context: Context,
  ): Promise<EvaluationPayload> {
    return next(context, 'advanceEvaluation', input, ({ stage, closedOn }) => {
      requireRightAt(input.stage, context.viewer);
      requireStillOpen(closedOn);
      requireNextStage(stage, input.stage);
      requireConcluded(input.stage, input);
      return { values: { ...assessed(input), stage: input.stage } };
    });
  }

  @Mutation(() => EvaluationPayload, { description: 'Closes an evaluation on a day. It stays to be read.' })
  closeEvaluation(
    @Arg('input', () => CloseRecordInput, { description: 'Which, when and why.' }) input: CloseRecordInput,
    @Ctx() context: Context,
  ): Promise<EvaluationPayload> {
    const draft = ({ closedOn }: EvaluationRow): RecordDraft => {
      if (closedOn !== null) throw changeRefusals.closed(closedOn);
      return { values: { closedOn: input.on } };
    };
    return next(context, 'closeEvaluation', input, draft, 'RECORD_CLOSED');
  }
}

/** The resolvers that change evaluations. */
export const evaluationChangeResolvers = [EvaluationChangeResolver] as const;
