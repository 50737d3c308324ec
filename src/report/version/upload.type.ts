import { Args, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { inLanguage, LanguageArgs } from '../../ground/gql/language.ts';
import { Node } from '../../ground/gql/node.ts';

/** What became of a file. */
export enum UploadState {
  RECEIVED = 'RECEIVED',
  ACCEPTED = 'ACCEPTED',
  REFUSED = 'REFUSED',
  FAILED = 'FAILED',
}
registerEnumType(UploadState, {
  name: 'UploadState',
  description: 'What became of a file.',
  valuesConfig: {
    RECEIVED: { description: 'Arrived; not read yet.' },
    ACCEPTED: { description: 'Read without errors: it is a version of its report.' },
    REFUSED: { description: 'Read, and wrong: no version, no figure; the issues say what and where.' },
    FAILED: { description: 'Reading it failed by no fault of the sender; send it again.' },
  },
});

/** How grave an issue is. */
export enum IssueSeverity {
  ERROR = 'ERROR',
  WARNING = 'WARNING',
}
registerEnumType(IssueSeverity, {
  name: 'IssueSeverity',
  description: 'How grave an issue is.',
  valuesConfig: {
    ERROR: { description: 'The file goes back to its sender.' },
    WARNING: { description: 'The file is taken; look at it all the same.' },
  },
});

/** Something that is wrong with a file, as it is kept. */
export interface KeptIssue {
  code: string;
  severity: IssueSeverity;
  sheet?: string | null;
  cell?: string | null;
  message?: { vi: string; en: string };
  hint?: { vi: string; en: string };
  read?: string;
  expected?: string;
}

/** Something that is wrong with a file. */
@ObjectType({ description: 'Something that is wrong with a file, and where.' })
export class UploadIssue {
  @Field(() => String, { description: 'What is wrong, as MALFORMED_NUMBER.' }) code!: string;
  @Field(() => IssueSeverity, { description: 'How grave it is.' }) severity!: IssueSeverity;
  @Field(() => String, { nullable: true, description: 'The sheet; null for a CSV file or the whole file.' }) sheet!:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'The cell, as `E14`; null where it is about the whole file.' })
  cell!: string | null;
  @Field(() => String, { nullable: true, description: 'What stood there.' }) read!: string | null;
  @Field(() => String, { nullable: true, description: 'What was expected.' }) expected!: string | null;
  kept!: KeptIssue;

  @Field(() => String, {
    nullable: true,
    description: 'What is wrong, for a person. Null where nothing of the file may be told.',
  })
  message(@Args(() => LanguageArgs) { lang }: LanguageArgs): string | null {
    const { message } = this.kept;
    return message ? inLanguage(lang, message.vi, message.en) : null;
  }

  @Field(() => String, { nullable: true, description: 'What to do about it.' })
  hint(@Args(() => LanguageArgs) { lang }: LanguageArgs): string | null {
    const { hint } = this.kept;
    return hint ? inLanguage(lang, hint.vi, hint.en) : null;
  }
}

/** A file that was sent in. */
@ObjectType({
  implements: Node,
  description: 'A file that was sent in, and what became of it. Seen by the organisation that sent it.',
})
export class Upload extends Node {
  @Field(() => UploadState, { description: 'What became of it.' }) state!: UploadState;
  @Field(() => String, { description: 'SHA-256 of its bytes, as hexadecimal text.' }) sha256!: string;
  @Field(() => String, { nullable: true, description: 'Its name; null where nothing of the file may be kept.' })
  fileName!: string | null;
  @Field(() => Int, { nullable: true, description: 'Its size in bytes; null where nothing of the file may be kept.' })
  byteSize!: number | null;
  @Field(() => GraphQLDateTime, { description: 'When it arrived.' }) uploadedAt!: Date;
  @Field(() => [UploadIssue], { description: 'Everything that is wrong with it.' }) issues!: UploadIssue[];
  @Field(() => Int, {
    nullable: true,
    description: 'The version of the report it became, from 1; null where it was refused.',
  })
  version!: number | null;
  provinceId!: number;
  reportId!: string | null;

  constructor(parts?: object) {
    super();
    if (parts) Object.assign(this, parts);
  }
}
