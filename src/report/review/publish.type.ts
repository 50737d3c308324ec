import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../ground/gql/user-error.type.ts';
import { Report } from '../version/report.type.ts';

/** What `publishReport` is given. */
@InputType({ description: 'Which version of which report is published, and why.' })
export class PublishReportInput {
  @Field(() => ID, { description: 'The report.' }) report!: string;
  @Field(() => Int, {
    description: 'The version you have seen, from 1. If a newer one has come, the answer is CONFLICT and says both.',
  })
  expectedVersion!: number;
  @Field(() => String, { description: 'Why it is published without the review. It is kept in the audit trail.' })
  reason!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'A text of your choice, 1 to 200 characters: the same key and input answer the same, once. May also come as the header Idempotency-Key.',
  })
  idempotencyKey?: string;
}

/** What `publishReport` answers. */
@ObjectType({ description: 'The published report, or what stands in the way.' })
export class PublishReportPayload {
  @Field(() => Report, { nullable: true, description: 'The report as it is now; null where nothing was published.' })
  report!: Report | null;
  @Field(() => [UserError], { description: 'What stands in the way; empty when it was published.' })
  userErrors!: UserError[];
}
