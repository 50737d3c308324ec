import type { OrganisationKind } from '../../catalogue/organisation/organisation.kind.ts';
import { awardKind } from '../../record/activity/award.kind.ts';
import { campaignKind } from '../../record/campaign/campaign.kind.ts';
import { evaluationKind } from '../../record/evaluation/evaluation.kind.ts';
import { movementKind } from '../../record/movement/movement.kind.ts';
import { type Desk, dayOf, MADE_UP, numberFrom, rolesOf } from './desk.ts';
import { nationalByName } from './records.store.ts';

interface MovementForm {
  national: string;
  keeper: OrganisationKind;
  others: readonly OrganisationKind[];
  /** What the province calls its yearly campaign within the movement. */
  campaign: string;
}

const MOVEMENTS: readonly MovementForm[] = [
  {
    national: 'Lao động giỏi, lao động sáng tạo',
    keeper: 'LDLD',
    others: ['TD'],
    campaign: 'Phát huy sáng kiến trong công nhân, viên chức, lao động',
  },
  {
    national: 'Giỏi việc nước, đảm việc nhà',
    keeper: 'LDLD',
    others: ['HPN'],
    campaign: 'Bình chọn nữ công nhân, viên chức, lao động tiêu biểu',
  },
  {
    national: 'Phụ nữ tích cực học tập, lao động sáng tạo, xây dựng gia đình hạnh phúc',
    keeper: 'HPN',
    others: [],
    campaign: 'Hỗ trợ phụ nữ khởi nghiệp',
  },
  {
    national: 'Chung sức xây dựng nông thôn mới',
    keeper: 'HND',
    others: ['HPN', 'TD', 'CCB'],
    campaign: 'Nông dân góp sức làm đường giao thông nông thôn',
  },
  { national: 'Cựu chiến binh gương mẫu', keeper: 'CCB', others: [], campaign: 'Cựu chiến binh giúp nhau giảm nghèo' },
  { national: 'Thanh niên tình nguyện', keeper: 'TD', others: ['LDLD'], campaign: 'Tháng hành động vì cộng đồng' },
];

const RUNGS = [
  ['PROVINCIAL_EMULATION_FLAG', 'COLLECTIVE', 'Cờ thi đua cấp tỉnh'],
  ['PROVINCIAL_MERIT', 'COLLECTIVE', 'Bằng khen cấp tỉnh cho tập thể'],
  ['PROVINCIAL_MERIT', 'PERSON', 'Bằng khen cấp tỉnh cho cá nhân'],
  ['COMMENDATION', 'PERSON', 'Giấy khen cho cá nhân'],
] as const;

/** The movements a province carries out, each with a campaign and an evaluation for every year, and awards. */
export async function enterMovements(desk: Desk, launched: string, years: readonly number[]): Promise<void> {
  for (const [at, form] of MOVEMENTS.entries()) {
    const roles = rolesOf(desk, [
      [form.keeper, 'LAUNCHES'],
      ...form.others.map((kind) => [kind, 'CARRIES_OUT'] as const),
    ]);
    const movement = await desk.enter(
      movementKind,
      form.keeper,
      {
        name: `${form.national} – ${desk.inSentence}`,
        nationalId: await nationalByName(desk.tx, 'movement', form.national),
        description: `${MADE_UP}. Phong trào do ${desk.inSentence} tổ chức thực hiện.`,
        ...dayOf('launched', launched),
      },
      { roles },
    );
    for (const year of years) await enterYear(desk, form, movement, year, at);
  }
}

async function enterYear(desk: Desk, form: MovementForm, movement: number, year: number, at: number): Promise<void> {
  const campaign = await desk.enter(
    campaignKind,
    form.keeper,
    {
      kind: 'CAMPAIGN',
      movementId: movement,
      name: `${form.campaign} năm ${year} – ${desk.inSentence}`,
      year,
      description: `${MADE_UP}.`,
      // The provinces of today begin in July 2025.
      ...dayOf('starts', year === 2025 ? '2025-08-01' : `${year}-03-01`),
      ...dayOf('ends', `${year}-10-31`),
    },
    { roles: rolesOf(desk, [[form.keeper, 'LEADS'], ...form.others.map((kind) => [kind, 'SUPPORTS'] as const)]) },
  );
  for (const stage of ['SELF', 'CONCLUDED'] as const) {
    const score = numberFrom(78, 96, desk.provinceId, year, at, stage.length);
    await desk.enter(evaluationKind, stage === 'SELF' ? form.keeper : 'UBND', {
      campaignId: campaign,
      movementId: movement,
      year,
      stage,
      evaluatedId: desk.organisation(form.keeper),
      name: `${stage === 'SELF' ? 'Tự đánh giá' : 'Kết luận đánh giá'}: ${form.campaign} năm ${year} – ${desk.inSentence}`,
      score: String(score),
      maxScore: '100',
      grade: stage === 'SELF' ? null : score >= 90 ? 'EXCELLENT' : score >= 80 ? 'GOOD' : 'COMPLETED',
      summary: `${MADE_UP}.`,
    });
  }
  const [rung, recipientKind, name] = RUNGS[(at + year) % RUNGS.length] ?? RUNGS[0];
  await desk.enter(awardKind, 'UBND', {
    rung,
    recipientKind,
    organisationId: desk.organisation(form.keeper),
    recipient: recipientKind === 'COLLECTIVE' ? 'Tập thể tiêu biểu (giả lập)' : null,
    quantity: recipientKind === 'COLLECTIVE' ? 1 : numberFrom(3, 12, desk.provinceId, year, at),
    reason: 'MOVEMENT',
    movementId: movement,
    campaignId: campaign,
    name: `${name}: ${form.campaign} năm ${year} – ${desk.inSentence}`,
    ...dayOf('decided', `${year}-11-15`),
  });
}
