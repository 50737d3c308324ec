import type { OrganisationKind } from '../../catalogue/organisation/organisation.kind.ts';
import type { PartDraft } from '../../ground/record/record-kind.ts';
import { activityKind } from '../../record/activity/activity.kind.ts';
import { campaignKind } from '../../record/campaign/campaign.kind.ts';
import { evaluationKind } from '../../record/evaluation/evaluation.kind.ts';
import { type Desk, dayOf, MADE_UP, numberFrom, rolesOf } from './desk.ts';
import { communesOf, nationalByName } from './records.store.ts';

/** Days of May. */
const DAYS = 31;
/** Communes among which the activities take turns. */
const COMMUNES = 12;

interface ActivityForm {
  kind: string;
  name: string;
  helper: OrganisationKind | null;
  /** Turns of participants, least and most. */
  turns: readonly [number, number];
  /** Gifts or packets, least and most; null where none are given. */
  gifts: readonly [number, number] | null;
  /** Whole đồng for one gift, or for one turn where there are no gifts; 0 where no value is stated. */
  worth: number;
}

const ACTIVITIES: readonly ActivityForm[] = [
  {
    kind: 'GIFTS',
    name: 'Trao quà cho đoàn viên, công nhân lao động có hoàn cảnh khó khăn',
    helper: 'TD',
    turns: [80, 240],
    gifts: [80, 240],
    worth: 500_000,
  },
  {
    kind: 'MEDICAL_CARE',
    name: 'Khám bệnh, cấp phát thuốc miễn phí cho công nhân lao động',
    helper: 'TD',
    turns: [120, 400],
    gifts: null,
    worth: 180_000,
  },
  {
    kind: 'LEGAL_ADVICE',
    name: 'Tư vấn pháp luật lao động cho công nhân ở khu nhà trọ',
    helper: null,
    turns: [40, 160],
    gifts: null,
    worth: 0,
  },
  {
    kind: 'CULTURE_SPORT',
    name: 'Hội thao công nhân, viên chức, lao động',
    helper: null,
    turns: [200, 900],
    gifts: null,
    worth: 0,
  },
  {
    kind: 'DISCOUNT_SALE',
    name: 'Phiên chợ công nhân bán hàng giảm giá',
    helper: 'HPN',
    turns: [300, 1_200],
    gifts: null,
    worth: 0,
  },
  {
    kind: 'TRAINING',
    name: 'Lớp bồi dưỡng nâng cao tay nghề cho công nhân',
    helper: null,
    turns: [30, 90],
    gifts: null,
    worth: 0,
  },
  {
    kind: 'COMMUNICATION',
    name: 'Tuyên truyền an toàn, vệ sinh lao động tại doanh nghiệp',
    helper: null,
    turns: [60, 300],
    gifts: null,
    worth: 0,
  },
  {
    kind: 'DIALOGUE',
    name: 'Gặp gỡ, đối thoại giữa lãnh đạo địa phương với công nhân lao động',
    helper: 'UBND',
    turns: [90, 260],
    gifts: null,
    worth: 0,
  },
];

/** Workers’ Month of a year, day by day, with its evaluations by the federation itself and by the committee. Answers its key. */
export async function enterWorkersMonth(desk: Desk, year: number): Promise<number> {
  const campaign = await desk.enter(
    campaignKind,
    'LDLD',
    {
      kind: 'MONTH',
      name: `Tháng Công nhân năm ${year} ${desk.inSentence}`,
      year,
      nationalId: await nationalByName(desk.tx, 'campaign', 'Tháng Công nhân'),
      description: `${MADE_UP}. Các hoạt động chăm lo, đối thoại, văn hóa, thể thao trong Tháng Công nhân.`,
      ...dayOf('starts', `${year}-05-01`),
      ...dayOf('ends', `${year}-05-31`),
    },
    {
      roles: rolesOf(desk, [
        ['LDLD', 'LAUNCHES'],
        ['TD', 'RESPONDS'],
        ['UBND', 'SUPPORTS'],
      ]),
    },
  );
  const communes = await communesOf(desk.tx, desk.provinceId, `${year}-05-01`, COMMUNES);
  for (let day = 1; day <= DAYS; day++) await enterDay(desk, campaign, communes, year, day);
  await enterEvaluations(desk, campaign, year);
  return campaign;
}

async function enterDay(
  desk: Desk,
  campaign: number,
  communes: readonly number[],
  year: number,
  day: number,
): Promise<void> {
  const seeds = [desk.provinceId, year, day];
  const wanted = 1 + numberFrom(0, 1, ...seeds);
  for (let at = 0; at < wanted; at++) {
    const form = ACTIVITIES[(day * 3 + at * 5 + desk.provinceId) % ACTIVITIES.length];
    if (!form) continue;
    const turns = numberFrom(...form.turns, ...seeds, at, 1);
    const gifts = form.gifts && numberFrom(...form.gifts, ...seeds, at, 2);
    const value = (gifts ?? turns) * form.worth;
    const iso = `${year}-05-${String(day).padStart(2, '0')}`;
    await desk.enter(
      activityKind,
      'LDLD',
      {
        kind: form.kind,
        campaignId: campaign,
        name: `${form.name} (ngày ${day} tháng 5)`,
        description: `${MADE_UP}.`,
        placeId: communes[(day + at * 7) % (communes.length || 1)] ?? null,
        participants: String(turns),
        gifts: gifts === null ? null : String(gifts),
        valueVnd: value === 0 ? null : String(value),
        ...dayOf('held', iso),
      },
      { roles: rolesOf(desk, [['LDLD', 'LEADS'], ...(form.helper ? ([[form.helper, 'SUPPORTS']] as const) : [])]) },
    );
  }
}

/** The criteria of an evaluation whose scores add up to `score` of 100. */
function criteria(score: number): PartDraft[] {
  return [
    {
      ordinal: 1,
      name: 'Chăm lo đời sống đoàn viên, người lao động',
      score: String(score - 55),
      maxScore: '45',
      evidence: 'Danh sách hoạt động trong Tháng',
    },
    {
      ordinal: 2,
      name: 'Đối thoại, giải quyết kiến nghị của người lao động',
      score: '30',
      maxScore: '30',
      evidence: null,
    },
    { ordinal: 3, name: 'Tuyên truyền, văn hóa, thể thao', score: '25', maxScore: '25', evidence: null },
  ];
}

async function enterEvaluations(desk: Desk, campaign: number, year: number): Promise<void> {
  const own = numberFrom(88, 97, desk.provinceId, year);
  const common = { campaignId: campaign, year, evaluatedId: desk.organisation('LDLD'), maxScore: '100' };
  await desk.enter(
    evaluationKind,
    'LDLD',
    {
      ...common,
      stage: 'SELF',
      name: `Tự đánh giá Tháng Công nhân năm ${year} ${desk.inSentence}`,
      score: String(own),
      summary: `${MADE_UP}. Công đoàn các cấp tự đánh giá kết quả Tháng Công nhân.`,
    },
    { criteria: criteria(own) },
  );
  await desk.enter(
    evaluationKind,
    'UBND',
    {
      ...common,
      stage: 'CONCLUDED',
      name: `Kết luận đánh giá Tháng Công nhân năm ${year} ${desk.inSentence}`,
      score: String(own - 2),
      grade: own - 2 >= 90 ? 'EXCELLENT' : 'GOOD',
      conclusion: `${MADE_UP}. Các hoạt động bám sát nhu cầu của công nhân; cần tổ chức thêm tại các khu nhà trọ.`,
    },
    {
      criteria: criteria(own - 2),
      findings: [
        {
          ordinal: 1,
          text: 'Số lượt công nhân tham gia tăng so với năm trước.',
          organisationId: desk.organisation('LDLD'),
        },
      ],
      lessons: [
        {
          ordinal: 1,
          text: 'Phối hợp sớm với doanh nghiệp để bố trí thời gian cho công nhân tham gia.',
          organisationId: null,
        },
      ],
    },
  );
}
