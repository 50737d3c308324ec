import { agreementPlanKind } from '../../record/agreement/agreement-plan.kind.ts';
import { agreementKind } from '../../record/agreement/agreement.kind.ts';
import { obligationKind } from '../../report/obligation/obligation.kind.ts';
import { type Desk, dayOf } from './desk.ts';

/**
 * A programme of a province of before 1 July 2025 that has plans for its first two years and none for its third: the yearly
 * plan of that year is overdue.
 */
export async function enterEarlierProgramme(desk: Desk): Promise<void> {
  const programme = await desk.enter(
    agreementKind,
    'HPN',
    {
      kind: 'PROGRAMME',
      name: `Chương trình phối hợp giữa Hội LHPN và Hội Nông dân ${desk.inSentence} giai đoạn 2023 - 2025 (giả lập)`,
      termStartEarliest: '2023-01-01',
      termStartLatest: '2023-12-31',
      termEndEarliest: '2025-01-01',
      termEndLatest: '2025-12-31',
      ...dayOf('signed', '2023-03-06'),
    },
    {
      parties: [
        { organisationId: desk.organisation('HPN'), role: 'LEAD', ordinal: 1 },
        { organisationId: desk.organisation('HND'), role: 'MEMBER', ordinal: 2 },
      ],
      contents: [{ ordinal: 1, text: 'Hỗ trợ hội viên phụ nữ, nông dân vay vốn, phát triển kinh tế hộ.' }],
    },
  );
  await desk.enter(obligationKind, 'HPN', {
    agreementId: programme,
    kind: 'PLAN',
    frequency: 'YEARLY',
    firstYear: 2023,
    lastYear: 2025,
    text: 'Hằng năm hai bên xây dựng kế hoạch phối hợp.',
  });
  for (const year of [2023, 2024]) {
    await desk.enter(agreementPlanKind, 'HPN', {
      agreementId: programme,
      year,
      name: `Kế hoạch phối hợp năm ${year} giữa Hội LHPN và Hội Nông dân ${desk.inSentence} (giả lập)`,
      documentId: null,
      fedById: null,
      ...dayOf('issued', `${year}-03-20`),
    });
  }
}
