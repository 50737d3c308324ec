import { documentKind } from '../../ground/document/document.kind.ts';
import type { OrganisationKind } from '../../catalogue/organisation/organisation.kind.ts';
import { agreementEventKind } from '../../record/agreement/agreement-event.kind.ts';
import { agreementPlanKind } from '../../record/agreement/agreement-plan.kind.ts';
import { agreementKind } from '../../record/agreement/agreement.kind.ts';
import { evaluationKind } from '../../record/evaluation/evaluation.kind.ts';
import { recommendationKind } from '../../record/evaluation/recommendation.kind.ts';
import { obligationKind } from '../../report/obligation/obligation.kind.ts';
import { type Desk, dayOf, MADE_UP } from './desk.ts';

const FIVE: readonly OrganisationKind[] = ['CCB', 'HPN', 'TD', 'HND', 'LDLD'];

/**
 * A coordination regulation of the committee with the organisations and a programme of two of them, with plans, meetings,
 * evaluations that feed the next plan, and recommendations with what became of them.
 */
export async function enterAgreements(desk: Desk): Promise<void> {
  const regulation = await enterRegulation(desk);
  const evaluation = await enterYears(desk, regulation);
  await enterRecommendations(desk, regulation, evaluation);
  await enterProgramme(desk);
}

async function enterRegulation(desk: Desk): Promise<number> {
  const document = await paper(
    desk,
    'QC',
    1,
    2025,
    '2025-08-15',
    `Quy chế phối hợp giữa UBND ${desk.inSentence} với MTTQ và các đoàn thể`,
  );
  const regulation = await desk.enter(
    agreementKind,
    'UBND',
    {
      kind: 'REGULATION',
      name: `Quy chế phối hợp giữa UBND ${desk.inSentence} với MTTQ và các đoàn thể (giả lập)`,
      documentId: document,
      ...dayOf('termStart', '2025-08-15'),
      ...dayOf('signed', '2025-08-15'),
    },
    {
      parties: (['UBND', 'MTTQ', ...FIVE] as const).map((kind, at) => ({
        organisationId: desk.organisation(kind),
        role: at === 0 ? 'LEAD' : 'MEMBER',
        ordinal: at + 1,
      })),
      contents: [
        'Trao đổi thông tin, báo cáo định kỳ giữa các bên.',
        'Phối hợp tuyên truyền, vận động hội viên, đoàn viên thực hiện nhiệm vụ kinh tế - xã hội.',
        'Phối hợp chăm lo đời sống hội viên, đoàn viên, người lao động.',
      ].map((text, at) => ({ ordinal: at + 1, text })),
      supports: [
        {
          ordinal: 1,
          text: 'Bố trí kinh phí cho các chương trình, đề án phối hợp.',
          giverId: desk.organisation('UBND'),
          receivers: FIVE.map((kind) => ({ organisationId: desk.organisation(kind) })),
        },
      ],
    },
  );
  await enterObligations(desk, regulation);
  return regulation;
}

async function enterObligations(desk: Desk, regulation: number): Promise<void> {
  for (const [kind, text] of [
    ['PLAN', 'Hằng năm các bên xây dựng kế hoạch phối hợp.'],
    ['REVIEW_MEETING', 'Mỗi năm một lần các bên họp đánh giá, rút kinh nghiệm.'],
    ['SUMMARY', 'Cuối năm tổng kết, đánh giá kết quả thực hiện kế hoạch.'],
  ] as const) {
    await desk.enter(obligationKind, 'UBND', {
      agreementId: regulation,
      kind,
      frequency: 'YEARLY',
      firstYear: 2025,
      lastYear: null,
      text,
    });
  }
}

function enterMeeting(desk: Desk, regulation: number): Promise<number> {
  return desk.enter(
    agreementEventKind,
    'UBND',
    {
      agreementId: regulation,
      kind: 'REVIEW_MEETING',
      name: `Hội nghị đánh giá quy chế phối hợp năm 2025 (giả lập)`,
      partOfDay: 'MORNING',
      placeId: desk.provinceId,
      participants: 'Đại diện các bên tham gia quy chế',
      ...dayOf('held', '2026-01-16'),
    },
    {
      organisations: (['UBND', 'MTTQ', ...FIVE] as const).map((kind) => ({ organisationId: desk.organisation(kind) })),
    },
  );
}

/** The plan, the review meeting and the evaluation of 2025, and the plan of 2026 that builds on it. Answers the evaluation. */
async function enterYears(desk: Desk, regulation: number): Promise<number> {
  const plan = await enterPlan(desk, regulation, 2025, 2, '2025-09-10', null);
  const meeting = await enterMeeting(desk, regulation);
  const evaluation = await desk.enter(
    evaluationKind,
    'UBND',
    {
      agreementId: regulation,
      planId: plan,
      meetingId: meeting,
      stage: 'CONCLUDED',
      year: 2025,
      name: `Đánh giá thực hiện quy chế phối hợp năm 2025 ${desk.inSentence}`,
      score: '91.5',
      maxScore: '100',
      grade: 'GOOD',
      summary: `${MADE_UP}. Các bên đã thực hiện các nội dung của kế hoạch năm 2025.`,
      conclusion: `${MADE_UP}. Tiếp tục phối hợp, gửi báo cáo đúng hạn.`,
    },
    {
      criteria: [
        { ordinal: 1, name: 'Ban hành kế hoạch đúng hạn', score: '28', maxScore: '30', evidence: null },
        { ordinal: 2, name: 'Thực hiện nội dung phối hợp', score: '45.5', maxScore: '50', evidence: null },
        { ordinal: 3, name: 'Chế độ thông tin, báo cáo', score: '18', maxScore: '20', evidence: null },
      ],
      findings: [
        {
          ordinal: 1,
          text: 'Các hoạt động chăm lo người lao động được triển khai rộng.',
          organisationId: desk.organisation('LDLD'),
        },
      ],
      lessons: [{ ordinal: 1, text: 'Cần thống nhất biểu mẫu báo cáo từ đầu năm.', organisationId: null }],
    },
  );
  await enterPlan(desk, regulation, 2026, 3, '2026-02-20', evaluation);
  return evaluation;
}

async function enterPlan(
  desk: Desk,
  agreement: number,
  year: number,
  number: number,
  day: string,
  fedBy: number | null,
): Promise<number> {
  const name = `Kế hoạch phối hợp năm ${year} ${desk.inSentence} (giả lập)`;
  return desk.enter(agreementPlanKind, 'UBND', {
    agreementId: agreement,
    year,
    name,
    documentId: await paper(desk, 'KH', number, Number(day.slice(0, 4)), day, name),
    fedById: fedBy,
    ...dayOf('issued', day),
  });
}

/** An official paper with a number in the style of state bodies; its title says that it is made up. */
function paper(desk: Desk, type: string, number: number, year: number, day: string, title: string): Promise<number> {
  return desk.enter(documentKind, 'UBND', {
    kind: 'OFFICIAL',
    title: `${MADE_UP}: ${title}`,
    issuerId: desk.organisation('UBND'),
    type,
    number,
    year,
    symbol: `${String(number).padStart(2, '0')}/${type}-UBND`,
    style: 'STATE',
    ...dayOf('dated', day),
  });
}

const ASKED = [
  {
    from: 'UBND',
    to: FIVE,
    kind: 'REQUEST',
    text: 'Gửi báo cáo quý trước ngày 20 của tháng cuối quý.',
    deadline: '2026-03-20',
    state: 'DONE',
  },
  {
    from: 'UBND',
    to: ['LDLD', 'TD'],
    kind: 'REQUEST',
    text: 'Tổ chức thêm hoạt động cho công nhân ở khu nhà trọ.',
    deadline: '2026-09-30',
    state: 'IN_PROGRESS',
  },
  {
    from: 'LDLD',
    to: ['UBND'],
    kind: 'PROPOSAL',
    text: 'Bố trí quỹ đất xây dựng thiết chế công đoàn.',
    deadline: '2026-12-31',
    state: 'OPEN',
  },
  {
    from: 'HND',
    to: ['UBND'],
    kind: 'PROPOSAL',
    text: 'Hỗ trợ kinh phí nạo vét kênh mương nội đồng.',
    deadline: '2026-06-30',
    state: 'DECLINED',
  },
] as const;

async function enterRecommendations(desk: Desk, agreement: number, evaluation: number): Promise<void> {
  for (const [at, one] of ASKED.entries()) {
    const answered =
      one.state === 'OPEN'
        ? []
        : [
            {
              ordinal: 1,
              on: '2026-02-16',
              state: 'IN_PROGRESS',
              text: 'Đã tiếp nhận, phân công đơn vị thực hiện.',
              organisationId: desk.organisation(one.to[0]),
            },
          ];
    const closed = one.state === 'DONE' || one.state === 'DECLINED';
    const ended = closed
      ? [
          {
            ordinal: 2,
            on: '2026-05-20',
            state: one.state,
            text: one.state === 'DONE' ? 'Đã hoàn thành.' : 'Chưa cân đối được kinh phí trong năm 2026.',
            organisationId: desk.organisation(one.to[0]),
          },
        ]
      : [];
    await desk.enter(
      recommendationKind,
      one.from,
      {
        kind: one.kind,
        fromId: desk.organisation(one.from),
        ordinal: at + 1,
        text: `${one.text} (giả lập)`,
        deadline: one.deadline,
        state: one.state,
        agreementId: agreement,
        evaluationId: evaluation,
        ...dayOf('issued', '2026-01-16'),
      },
      { to: one.to.map((kind) => ({ organisationId: desk.organisation(kind) })), followUps: [...answered, ...ended] },
    );
  }
}

async function enterProgramme(desk: Desk): Promise<void> {
  const programme = await desk.enter(
    agreementKind,
    'LDLD',
    {
      kind: 'PROGRAMME',
      name: `Chương trình phối hợp giữa LĐLĐ và Đoàn TNCS Hồ Chí Minh ${desk.inSentence} giai đoạn 2025 - 2030 (giả lập)`,
      termStartEarliest: '2025-01-01',
      termStartLatest: '2025-12-31',
      termEndEarliest: '2030-01-01',
      termEndLatest: '2030-12-31',
      ...dayOf('signed', '2025-10-10'),
    },
    {
      parties: [
        { organisationId: desk.organisation('LDLD'), role: 'LEAD', ordinal: 1 },
        { organisationId: desk.organisation('TD'), role: 'MEMBER', ordinal: 2 },
      ],
      contents: [
        {
          ordinal: 1,
          text: 'Phát triển đoàn viên, thành lập tổ chức Công đoàn, Đoàn trong doanh nghiệp ngoài nhà nước.',
        },
        { ordinal: 2, text: 'Chăm lo đời sống thanh niên công nhân.' },
      ],
    },
  );
  await desk.enter(
    agreementEventKind,
    'LDLD',
    {
      agreementId: programme,
      kind: 'SIGNING',
      name: 'Lễ ký kết chương trình phối hợp giai đoạn 2025 - 2030 (giả lập)',
      ...dayOf('held', '2025-10-10'),
    },
    { organisations: (['LDLD', 'TD'] as const).map((kind) => ({ organisationId: desk.organisation(kind) })) },
  );
}
