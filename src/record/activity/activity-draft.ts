import { HubError } from '../../ground/gql/hub-error.ts';
import type { PartDraft, RecordDraft } from '../../ground/record/record-kind.ts';
import { kept, keptText, keyOf, optionalKey, optionalText, stated } from '../../ground/record/record.input.ts';
import { spanColumns } from '../../ground/record/span.type.ts';
import type { ActivityRoleInput, CorrectActivityInput, CreateActivityInput } from './activity-change.input.ts';

/** What an input states of an activity. Raises `HubError` BAD_USER_INPUT. */
export function activityDraft(input: CreateActivityInput | CorrectActivityInput): RecordDraft {
  return {
    values: stated({
      kind: kept(input.kind, 'kind'),
      name: keptText(input.name, 'name'),
      description: optionalText(input.description, 'description'),
      campaignId: optionalKey('Campaign', input.campaign, 'campaign'),
      movementId: optionalKey('Movement', input.movement, 'movement'),
      agreementId: optionalKey('Agreement', input.agreement, 'agreement'),
      placeId: optionalKey('Place', input.place, 'place'),
      participants: countOf(input.participants, 'participants'),
      gifts: countOf(input.gifts, 'gifts'),
      valueVnd: wholeDong(input.valueVnd),
      ...spanColumns('held', input.held),
    }),
    parts: stated({
      roles: rolesOf(input.roles),
      targetGroups: linksOf('TargetGroup', input.targetGroups, 'targetGroups', 'targetGroupId'),
      policies: linksOf('PolicyReference', input.policies, 'policies', 'policyId'),
    }) as Record<string, PartDraft[]>,
  };
}

/** The organisations of an activity. Raises `HubError` where several lead: what they hold together would be counted twice. */
function rolesOf(roles: readonly ActivityRoleInput[] | null | undefined): PartDraft[] | undefined {
  if (roles === undefined) return undefined;
  const stated = roles ?? [];
  const leading = stated.filter(({ role }) => role === 'LEADS').length;
  if (leading > 1) {
    throw new HubError({
      code: 'BAD_USER_INPUT',
      path: ['roles'],
      vi: `Một hoạt động chỉ có một tổ chức chủ trì (LEADS) để không bị tính trùng; nhận được ${leading}. Hãy ghi các tổ chức còn lại là SUPPORTS hoặc CARRIES_OUT.`,
      en: `One organisation leads an activity (LEADS), so that it is counted once; got ${leading}. Give the others the role SUPPORTS or CARRIES_OUT.`,
    });
  }
  return stated.map(({ organisation, role }, at) => ({
    organisationId: keyOf('Organisation', organisation, 'roles', String(at), 'organisation'),
    role,
  }));
}

function linksOf(
  type: string,
  ids: readonly string[] | null | undefined,
  path: string,
  property: string,
): PartDraft[] | undefined {
  if (ids === undefined) return undefined;
  return (ids ?? []).map((id, at) => ({ [property]: keyOf(type, id, path, String(at)) }));
}

/** A count as given. Raises `HubError` where it is below zero. */
function countOf(count: number | null | undefined, path: string): number | null | undefined {
  if (count === null || count === undefined || count >= 0) return count;
  throw new HubError({
    code: 'BAD_USER_INPUT',
    path: [path],
    vi: `“${path}” cần số nguyên từ 0 trở lên; nhận được ${count}.`,
    en: `“${path}” needs a whole number, 0 or more; got ${count}.`,
  });
}

/** An amount in whole đồng. Raises `HubError` for parts of a đồng, which the column would round, and for amounts below zero. */
function wholeDong(amount: string | null | undefined): string | null | undefined {
  if (amount === null || amount === undefined || /^\d{1,20}$/.test(amount)) return amount;
  throw new HubError({
    code: 'BAD_USER_INPUT',
    path: ['valueVnd'],
    vi: `“valueVnd” cần số đồng nguyên, không âm, tối đa 20 chữ số, ví dụ "12500000"; nhận được ${amount}.`,
    en: `“valueVnd” needs whole đồng, not below zero, at most 20 digits, such as "12500000"; got ${amount}.`,
  });
}
