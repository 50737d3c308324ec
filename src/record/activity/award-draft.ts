import { HubError } from '../../ground/gql/hub-error.ts';
import type { RecordDraft } from '../../ground/record/record-kind.ts';
import { kept, keptText, optionalKey, optionalText, stated } from '../../ground/record/record.input.ts';
import type { RecordRow } from '../../ground/record/record.row.ts';
import { spanColumns } from '../../ground/record/span.type.ts';
import type { CorrectAwardInput, CreateAwardInput } from './award-change.input.ts';
import { type AwardRung, recipientOf } from './award-ladder.ts';
import type { AwardRecipientKind, AwardRow } from './award.row.ts';

/** What an input states of an award, in view of what it said before. Raises `HubError` BAD_USER_INPUT. */
export function awardDraft(input: CreateAwardInput | CorrectAwardInput, before?: RecordRow): RecordDraft {
  const values = stated({
    rung: kept(input.rung, 'rung'),
    name: keptText(input.name, 'name'),
    recipientKind: kept(input.recipientKind, 'recipientKind'),
    organisationId: optionalKey('Organisation', input.organisation, 'organisation'),
    unitId: optionalKey('OrganisationUnit', input.unit, 'unit'),
    recipient: optionalText(input.recipient, 'recipient'),
    quantity: quantityOf(input.quantity),
    reason: kept(input.awardedFor, 'awardedFor'),
    movementId: optionalKey('Movement', input.movement, 'movement'),
    campaignId: optionalKey('Campaign', input.campaign, 'campaign'),
    decisionId: optionalKey('SourceDocument', input.decision, 'decision'),
    ...spanColumns('decided', input.decided),
  });
  checkRecipient({ ...(before as Partial<AwardRow> | undefined), ...values });
  return { values };
}

function quantityOf(quantity: number | null | undefined): number | undefined {
  const given = kept(quantity, 'quantity');
  if (given === undefined || given > 0) return given;
  throw new HubError({
    code: 'BAD_USER_INPUT',
    path: ['quantity'],
    vi: `“quantity” cần số nguyên từ 1 trở lên; nhận được ${given}.`,
    en: `“quantity” needs a whole number, 1 or more; got ${given}.`,
  });
}

/** Whether award and recipient agree, and no person is named. Raises `HubError` BAD_USER_INPUT. */
function checkRecipient({ rung, recipientKind, recipient }: Partial<AwardRow>): void {
  if (recipientKind === 'PERSON' && (recipient ?? null) !== null) {
    throw new HubError({
      code: 'BAD_USER_INPUT',
      path: ['recipient'],
      vi: 'Cá nhân được khen thưởng chỉ được đếm, không ghi tên. Hãy bỏ “recipient” và ghi số người vào “quantity”.',
      en: 'Persons who receive awards are counted, not named. Leave out “recipient” and give their number as “quantity”.',
    });
  }
  const due = rung && recipientOf(rung);
  if (due && recipientKind && due !== recipientKind) throw wrongRecipient(rung, due, recipientKind);
}

function wrongRecipient(rung: AwardRung, due: AwardRecipientKind, came: AwardRecipientKind): HubError {
  return new HubError({
    code: 'BAD_USER_INPUT',
    path: ['recipientKind'],
    vi: `Danh hiệu ${rung} tặng cho ${due === 'PERSON' ? 'cá nhân (PERSON)' : 'tập thể (COLLECTIVE)'}; nhận được ${came}. Hãy kiểm tra lại danh hiệu hoặc đối tượng được khen.`,
    en: `${rung} goes to ${due === 'PERSON' ? 'persons (PERSON)' : 'collectives (COLLECTIVE)'}; got ${came}. Check the award or whom it goes to.`,
  });
}
