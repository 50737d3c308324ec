import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Tx } from '../database/data-source.ts';
import type { Context } from '../gql/context.ts';
import { recordMutations } from '../record/record-mutations.ts';
import { CorrectDocumentInput, CreateDocumentInput, DocumentPayload } from './document-change.input.ts';
import { documentDraft } from './document-draft.ts';
import { documentRefusals } from './document-refusal.ts';
import { documentKind } from './document.kind.ts';
import type { SourceDocumentRow } from './document.row.ts';
import { documentList } from './document.source.ts';
import { paperWith } from './document.store.ts';

const change = recordMutations(documentKind, 'document', DocumentPayload, ({ viewer }) => documentList(viewer));

/** Entering and correcting documents. */
@Resolver()
class DocumentChangeResolver {
  @Mutation(() => DocumentPayload, {
    description:
      'Enters an article or an official paper. Issuer, type, number and year together are unique. Needs the right to keep records of its keeper.',
  })
  createDocument(
    @Arg('input', () => CreateDocumentInput, { description: 'What is entered.' }) input: CreateDocumentInput,
    @Ctx() context: Context,
  ): Promise<DocumentPayload> {
    return change.create(context, 'createDocument', input, (tx) => freeDraft(tx, input, null));
  }

  @Mutation(() => DocumentPayload, {
    description: 'Corrects what is said of a document by a new version with its reason.',
  })
  correctDocument(
    @Arg('input', () => CorrectDocumentInput, { description: 'What is said of it from now on.' })
    input: CorrectDocumentInput,
    @Ctx() context: Context,
  ): Promise<DocumentPayload> {
    return change.correct(context, 'correctDocument', input, (tx, before) =>
      freeDraft(tx, input, before as unknown as SourceDocumentRow),
    );
  }
}

/** The draft of a document whose number no other has. */
async function freeDraft(
  tx: Tx,
  input: CreateDocumentInput | CorrectDocumentInput,
  before: SourceDocumentRow | null,
): Promise<ReturnType<typeof documentDraft>> {
  const draft = documentDraft(input, before);
  const { issuerId, type, number, year } = { ...before, ...draft.values };
  const whole = typeof issuerId === 'number' && typeof type === 'string';
  if (whole && typeof number === 'number' && typeof year === 'number') {
    const other = await paperWith(tx, { issuerId, type, number, year }, before?.id ?? 0);
    if (other) throw documentRefusals.taken(other);
  }
  return draft;
}

/** The resolvers that change documents. */
export const documentChangeResolvers = [DocumentChangeResolver] as const;
