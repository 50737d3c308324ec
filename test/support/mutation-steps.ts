/** A mutation to be sent: an input that is right, and the step whose record it changes, at the version it has then. */
export interface MutationStep {
  of: string | null;
  input: object;
}

/**
 * Every mutation in an order in which each finds what it needs. `ids` holds the catalogue's (LDLD, TD, UBND, province, commune1,
 * commune2), those made beside (report, secondUnit, secondBody), and what each step has made, by its mutation.
 */
export function mutationSteps(ids: Readonly<Record<string, string>>): Record<string, () => MutationStep> {
  const kept = (): object => ({ keeper: ids['LDLD'], visibility: 'PUBLIC' });
  const named = (name: string): object => ({ ...kept(), name });
  /** What changes a record that a step has made, at the version it has then. */
  const next = (step: string, more: object = {}) => ({ of: step, input: { reason: 'Rà soát', ...more } });
  const make = (input: object) => ({ of: null, input });
  const on = { on: '2026-10-01' };

  return {
    createMovement: () => make({ ...named('Lao động giỏi'), roles: [{ organisation: ids['LDLD'], role: 'LAUNCHES' }] }),
    correctMovement: () => next('createMovement', { name: 'Lao động giỏi, lao động sáng tạo' }),
    createCampaign: () => make({ ...named('Tháng Công nhân'), kind: 'MONTH', movement: ids['createMovement'] }),
    correctCampaign: () => next('createCampaign', { year: 2026 }),
    createTargetGroup: () => make(named('Công nhân ở nhà trọ')),
    correctTargetGroup: () => next('createTargetGroup', { nameEn: 'Workers in rented rooms' }),
    createPolicyReference: () => make({ ...kept(), title: 'Nghị quyết về phát triển doanh nghiệp' }),
    correctPolicyReference: () => next('createPolicyReference', { issuer: 'Chính phủ' }),
    createDocument: () =>
      make({
        ...kept(),
        kind: 'OFFICIAL',
        title: 'Về việc phối hợp',
        issuer: ids['LDLD'],
        number: '125/KH-LĐLĐ',
        year: 2026,
      }),
    correctDocument: () => next('createDocument', { title: 'Về việc phối hợp năm 2026' }),
    createPerson: () =>
      make({ ...named('Người Đại Diện'), offices: [{ organisation: ids['LDLD'], title: 'Chủ tịch' }] }),
    correctPerson: () => next('createPerson', { name: 'Người Đại Diện Mới' }),
    createAgreement: () =>
      make({
        ...named('Chương trình phối hợp'),
        kind: 'PROGRAMME',
        parties: [
          { organisation: ids['LDLD'], role: 'LEAD' },
          { organisation: ids['TD'], role: 'MEMBER' },
        ],
        contents: [{ text: 'Chăm lo đời sống', targetGroups: [ids['createTargetGroup']] }],
      }),
    correctAgreement: () => next('createAgreement', { signed: { on: '2025-10-10' } }),
    createAgreementPlan: () => make({ ...named('Kế hoạch năm 2026'), agreement: ids['createAgreement'], year: 2026 }),
    correctAgreementPlan: () => next('createAgreementPlan', { issued: { on: '2026-01-15' } }),
    createAgreementEvent: () => make({ ...named('Lễ ký kết'), agreement: ids['createAgreement'], kind: 'SIGNING' }),
    correctAgreementEvent: () => next('createAgreementEvent', { venue: 'Hội trường A' }),
    createObligation: () =>
      make({
        ...kept(),
        agreement: ids['createAgreement'],
        kind: 'PLAN',
        frequency: 'YEARLY',
        text: 'Mỗi năm một kế hoạch',
      }),
    correctObligation: () => next('createObligation', { firstYear: 2026 }),
    createActivity: () =>
      make({
        ...named('Tặng quà'),
        kind: 'GIFTS',
        campaign: ids['createCampaign'],
        participants: 50,
        valueVnd: '25000000',
      }),
    correctActivity: () => next('createActivity', { participants: 55 }),
    foundUnit: () =>
      make({
        ...named('CĐCS Công ty một'),
        kind: 'GRASSROOTS_UNION',
        organisation: ids['LDLD'],
        founded: { on: '2025-08-01' },
      }),
    correctUnit: () => next('foundUnit', { sector: 'NONSTATE' }),
    mergeUnits: () =>
      make({
        units: [
          { id: ids['foundUnit'], expectedVersion: 2 },
          { id: ids['secondUnit'], expectedVersion: 1 },
        ],
        founded: {
          name: 'CĐCS Cụm công nghiệp',
          visibility: 'PUBLIC',
          kind: 'GRASSROOTS_UNION',
          organisation: ids['LDLD'],
        },
        ...on,
        reason: 'Sáp nhập doanh nghiệp',
      }),
    dissolveUnit: () => next('mergeUnits', { on: '2026-11-01' }),
    createAward: () =>
      make({
        ...named('Bằng khen'),
        rung: 'PROVINCIAL_MERIT',
        recipientKind: 'PERSON',
        quantity: 3,
        awardedFor: 'MOVEMENT',
        movement: ids['createMovement'],
      }),
    correctAward: () => next('createAward', { quantity: 4 }),
    createEvaluation: () =>
      make({
        ...named('Tự đánh giá 2026'),
        keeper: ids['UBND'],
        stage: 'SELF',
        agreement: ids['createAgreement'],
        year: 2026,
      }),
    correctEvaluation: () => next('createEvaluation', { summary: 'Đã thực hiện đủ nội dung.' }),
    advanceEvaluation: () => next('createEvaluation', { stage: 'REVIEW', score: '90', maxScore: '100' }),
    createRecommendation: () =>
      make({
        ...kept(),
        kind: 'PROPOSAL',
        from: ids['LDLD'],
        to: [ids['UBND']],
        text: 'Bố trí quỹ đất',
        deadline: '2026-12-31',
      }),
    correctRecommendation: () => next('createRecommendation', { deadline: '2027-01-31' }),
    followUpRecommendation: () => next('createRecommendation', { ...on, text: 'Đã tiếp nhận', state: 'IN_PROGRESS' }),
    closeRecommendation: () => next('createRecommendation', on),
    closeEvaluation: () => next('createEvaluation', on),
    closeAward: () => next('createAward', on),
    closeActivity: () => next('createActivity', on),
    closeObligation: () => next('createObligation', on),
    closeAgreementEvent: () => next('createAgreementEvent', on),
    closeAgreementPlan: () => next('createAgreementPlan', on),
    closeAgreement: () => next('createAgreement', on),
    closeCampaign: () => next('createCampaign', on),
    closeMovement: () => next('createMovement', on),
    registerOrganisation: () =>
      make({
        kind: 'SO_NGANH',
        province: ids['province'],
        letters: 'NV',
        name: 'Sở Nội vụ tỉnh An Giang',
        nameEn: 'Department of Home Affairs',
        abbreviation: 'Sở Nội vụ',
        validFrom: '2025-07-01',
      }),
    registerOrganisationMerger: () =>
      make({
        predecessors: [ids['registerOrganisation'], ids['secondBody']],
        founded: {
          kind: 'SO_NGANH',
          province: ids['province'],
          letters: 'NVM',
          name: 'Sở Nội vụ mới',
          nameEn: 'New Department of Home Affairs',
          abbreviation: 'Sở Nội vụ mới',
        },
        ...on,
        reason: 'Theo nghị quyết',
      }),
    registerPlaceMerger: () =>
      make({ predecessors: [ids['commune1']], into: ids['commune2'], ...on, reason: 'Theo nghị quyết' }),
    publishReport: () => make({ report: ids['report'], expectedVersion: 1, reason: 'Đã đối chiếu' }),
  };
}
