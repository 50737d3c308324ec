import type { Tx } from '../../ground/database/data-source.ts';
import { keyOf, kept, keptText, optionalKey, stated, textOf } from '../../ground/record/record.input.ts';
import type { PartDraft, RecordDraft } from '../../ground/record/record-kind.ts';
import { spanColumns } from '../../ground/record/span.type.ts';
import type {
  AgreementItemInput,
  AgreementSupportInput,
  CorrectAgreementInput,
  CreateAgreementInput,
  SignatoryInput,
} from './agreement-change.input.ts';
import { agreementStore } from './agreement.store.ts';

/** What an input states of an agreement, checked in the transaction of the change. Raises `HubError` BAD_USER_INPUT. */
export async function agreementDraft(
  tx: Tx,
  input: CreateAgreementInput | CorrectAgreementInput,
): Promise<RecordDraft> {
  const values = stated({
    kind: kept(input.kind, 'kind'),
    name: keptText(input.name, 'name'),
    documentId: optionalKey('SourceDocument', input.document, 'document'),
    ...spanColumns('termStart', input.termStart),
    ...spanColumns('termEnd', input.termEnd),
    ...spanColumns('signed', input.signed),
  });
  const lists: Readonly<Record<string, readonly PartDraft[] | undefined>> = {
    parties: listOf(input.parties, ({ organisation, role }, at) => ({
      organisationId: keyOf('Organisation', organisation, 'parties', 'organisation'),
      role,
      ordinal: at + 1,
    })),
    signatories: await signatories(tx, input.signatories),
    contents: await items(tx, input.contents, 'contents'),
    objectives: await items(tx, input.objectives, 'objectives'),
    supports: listOf(input.supports, support),
    policies: listOf(input.policies, (id) => ({ policyId: keyOf('PolicyReference', id, 'policies') })),
  };
  const parts = Object.fromEntries(
    Object.entries(lists).filter((entry): entry is [string, readonly PartDraft[]] => entry[1] !== undefined),
  );
  return { values, parts };
}

/** A list as parts: nothing where it is left out, an empty one where it is null. */
function listOf<T, P>(list: readonly T[] | null | undefined, part: (item: T, at: number) => P): P[] | undefined {
  return list === undefined ? undefined : (list ?? []).map(part);
}

async function signatories(
  tx: Tx,
  list: readonly SignatoryInput[] | null | undefined,
): Promise<readonly PartDraft[] | undefined> {
  const drafts = listOf(list, ({ person, organisation, offices }, at) => ({
    personId: keyOf('Person', person, 'signatories', 'person'),
    organisationId: keyOf('Organisation', organisation, 'signatories', 'organisation'),
    ordinal: at + 1,
    offices: (offices ?? []).map((id) => ({ officeId: keyOf('Office', id, 'signatories', 'offices') })),
  }));
  const held = (drafts ?? []).flatMap(({ personId, offices }) =>
    offices.map(({ officeId }) => ({ personId, officeId })),
  );
  await agreementStore.mustHold(tx, held);
  return drafts;
}

async function items(
  tx: Tx,
  list: readonly AgreementItemInput[] | null | undefined,
  name: 'contents' | 'objectives',
): Promise<readonly PartDraft[] | undefined> {
  const asked = (list ?? []).flatMap(({ indicators }) => indicators ?? []);
  const keys = await agreementStore.indicatorKeys(tx, asked, [name, 'indicators']);
  return listOf(list, ({ text, targetGroups, indicators }, at) => ({
    ordinal: at + 1,
    text: textOf(text, name, 'text'),
    targetGroups: (targetGroups ?? []).map((id) => ({ targetGroupId: keyOf('TargetGroup', id, name, 'targetGroups') })),
    indicators: (indicators ?? []).map((id) => ({ indicatorId: keys.get(id) })),
  }));
}

function support({ text, giver, receivers }: AgreementSupportInput, at: number): PartDraft {
  return {
    ordinal: at + 1,
    text: textOf(text, 'supports', 'text'),
    giverId: optionalKey('Organisation', giver, 'supports', 'giver') ?? null,
    receivers: (receivers ?? []).map((id) => ({ organisationId: keyOf('Organisation', id, 'supports', 'receivers') })),
  };
}
