import type { GraphWorld } from './graph-world.ts';

/** How many records are made. */
export interface RecordBulk {
  /** Of each kind. */
  rows: number;
  /** How many of a kind belong to one of the kind above it: 1 ties each to one of its own, 10 a tenth of them to ten each. */
  each?: number;
  /** Whether organisations of every kind keep them; left out: the federations of labour alone. */
  everyKind?: boolean;
}

/** Columns by name, each an expression over `n`, from 1, with the keys of other kinds by `at(table)` and `up(table)`. */
type Columns = Readonly<Record<string, string>>;

const KINDS = [
  'source_document',
  'target_group',
  'policy_reference',
  'person',
  'organisation_unit',
  'movement',
  'campaign',
  'agreement',
  'agreement_plan',
  'agreement_event',
  'obligation',
  'activity',
  'award',
  'evaluation',
  'recommendation',
] as const;
type Kind = (typeof KINDS)[number];

/** The record of another kind with the number `n`. */
const at = (kind: Kind): string => `b.${kind} + n`;
/** The record above it. */
const up = (kind: Kind): string => `b.${kind} + 1 + (n - 1) / b.each`;
const sorted = (text: string): Columns => ({
  sort_key: `lpad(n::text, 8, '0')`,
  folded: `'${text} hang loat ' || n`,
});
const named = (text: string): Columns => ({ name: `'${text} hàng loạt ' || n`, ...sorted(text) });
const day = `date '2026-01-01' + n % 300`;
const within = (span: string): Columns => ({ [`${span}_earliest`]: day, [`${span}_latest`]: day });
const DOCUMENT = { document_id: at('source_document') };

const COLUMNS: Readonly<Record<Kind, Columns>> = {
  source_document: { kind: `'ARTICLE'`, title: `'Tài liệu hàng loạt ' || n`, ...sorted('tai lieu') },
  target_group: named('nhom'),
  policy_reference: { title: `'Chính sách hàng loạt ' || n`, ...sorted('chinh sach') },
  person: named('nguoi'),
  organisation_unit: {
    ...named('don vi'),
    kind: `'GRASSROOTS_UNION'`,
    organisation_id: 'k.id',
    place_id: 'k.province_id',
  },
  movement: {
    ...named('phong trao'),
    ...within('launched'),
    national_id: `b.movement + 1 + (n + 60) % b.rows`,
  },
  campaign: {
    ...named('van dong'),
    kind: `'MONTH'`,
    year: '2026',
    ...within('starts'),
    movement_id: up('movement'),
    national_id: `b.campaign + 1 + (n + 60) % b.rows`,
  },
  agreement: { ...named('chuong trinh'), kind: `'PROGRAMME'`, ...DOCUMENT, ...within('signed') },
  agreement_plan: { ...named('ke hoach'), agreement_id: up('agreement'), year: '2000 + (n - 1) % b.each', ...DOCUMENT },
  agreement_event: {
    ...named('hop'),
    kind: `'REVIEW_MEETING'`,
    agreement_id: up('agreement'),
    ...within('held'),
    place_id: 'k.province_id',
    chair_id: at('person'),
    ...DOCUMENT,
  },
  obligation: {
    kind: `'PLAN'`,
    frequency: `'YEARLY'`,
    agreement_id: up('agreement'),
    text: `'Nghĩa vụ hàng loạt ' || n`,
  },
  activity: {
    ...named('hoat dong'),
    kind: `'GIFTS'`,
    ...within('held'),
    place_id: 'k.province_id',
    campaign_id: up('campaign'),
    movement_id: up('movement'),
    agreement_id: up('agreement'),
    participants: 'n',
    gifts: 'n',
    value_vnd: 'n',
  },
  award: {
    ...named('khen thuong'),
    rung: `'PROVINCIAL_MERIT'`,
    recipient_kind: `'COLLECTIVE'`,
    reason: `'MOVEMENT'`,
    organisation_id: 'k.id',
    unit_id: at('organisation_unit'),
    movement_id: up('movement'),
    campaign_id: up('campaign'),
    decision_id: at('source_document'),
    ...within('decided'),
  },
  evaluation: {
    ...named('danh gia'),
    stage: `'CONCLUDED'`,
    year: '2026',
    agreement_id: up('agreement'),
    movement_id: up('movement'),
    campaign_id: up('campaign'),
    plan_id: at('agreement_plan'),
    meeting_id: at('agreement_event'),
    evaluated_id: 'k.id',
    concluded_by_id: at('person'),
    score: '10',
    max_score: '100',
  },
  recommendation: {
    text: `'Kiến nghị hàng loạt ' || n`,
    ...sorted('kien nghi'),
    kind: `'PROPOSAL'`,
    state: `'OPEN'`,
    from_id: 'k.id',
    speaker_id: at('person'),
    agreement_id: up('agreement'),
    evaluation_id: up('evaluation'),
    meeting_id: at('agreement_event'),
    ...DOCUMENT,
  },
};

/** Parts, in an order in which each finds what it hangs on; each record has one of every sort. */
const PARTS: readonly (readonly [string, Columns])[] = [
  ['quote', { document_id: at('source_document'), key: `'q'`, text: `'Trích dẫn ' || n` }],
  [
    'office',
    { person_id: at('person'), organisation_id: 'k.id', title: `'Chủ tịch'`, folded: `'chu tich'`, ordinal: '1' },
  ],
  [
    'organisation_unit_edge',
    { predecessor_id: at('organisation_unit'), successor_id: `b.organisation_unit + 1 + n % b.rows`, on_date: day },
  ],
  ['movement_role', { movement_id: at('movement'), organisation_id: 'k.id', role: `'LAUNCHES'` }],
  ['movement_link', { movement_id: at('movement'), linked_id: `b.movement + 1 + (n + 120) % b.rows` }],
  ['campaign_role', { campaign_id: at('campaign'), organisation_id: 'k.id', role: `'LAUNCHES'` }],
  ['activity_role', { activity_id: at('activity'), organisation_id: 'k.id', role: `'LEADS'` }],
  ['activity_target', { activity_id: at('activity'), target_group_id: at('target_group') }],
  ['activity_policy', { activity_id: at('activity'), policy_id: at('policy_reference') }],
  ['agreement_party', { agreement_id: at('agreement'), organisation_id: 'k.id', role: `'LEAD'`, ordinal: '1' }],
  ['agreement_policy', { agreement_id: at('agreement'), policy_id: at('policy_reference') }],
  ['signatory', { agreement_id: at('agreement'), person_id: at('person'), organisation_id: 'k.id', ordinal: '1' }],
  ...(['CONTENT', 'OBJECTIVE', 'SUPPORT'] as const).map(
    (kind) =>
      [
        'agreement_item',
        { agreement_id: at('agreement'), kind: `'${kind}'`, ordinal: '1', text: `'Nội dung ' || n`, giver_id: 'k.id' },
      ] as const,
  ),
  ['agreement_event_party', { event_id: at('agreement_event'), organisation_id: 'k.id' }],
  [
    'evaluation_criterion',
    { evaluation_id: at('evaluation'), ordinal: '1', name: `'Tiêu chí ' || n`, score: '10', max_score: '100' },
  ],
  ...(['FINDING', 'LESSON'] as const).map(
    (kind) =>
      [
        'evaluation_remark',
        {
          evaluation_id: at('evaluation'),
          kind: `'${kind}'`,
          ordinal: '1',
          text: `'Nhận xét ' || n`,
          organisation_id: 'k.id',
        },
      ] as const,
  ),
  ['recommendation_addressee', { recommendation_id: at('recommendation'), organisation_id: 'k.id' }],
  ['recommendation_target', { recommendation_id: at('recommendation'), target_group_id: at('target_group') }],
  [
    'follow_up',
    {
      recommendation_id: at('recommendation'),
      ordinal: '1',
      organisation_id: 'k.id',
      on_date: day,
      text: `'Đã làm ' || n`,
      state: `'OPEN'`,
    },
  ],
  [
    'member',
    {
      province_id: 'k.province_id',
      organisation_id: 'k.id',
      unit_id: at('organisation_unit'),
      pseudonym: `'ĐV ' || n`,
      synthetic: 'true',
    },
  ],
];

/** Parts of parts: one for each. */
const INNER = `
  insert into signatory_office (signatory_id, office_id) select s.id, o.id from signatory s join office o on o.person_id = s.person_id on conflict do nothing;
  insert into agreement_item_receiver (item_id, organisation_id) select i.id, i.giver_id from agreement_item i where i.giver_id is not null on conflict do nothing;
  insert into agreement_item_target (item_id, target_group_id) select i.id, b.target_group + i.agreement_id - b.agreement from agreement_item i cross join base b
    where i.agreement_id > b.agreement;
  insert into agreement_item_indicator (item_id, indicator_id) select i.id, (select min(id) from indicator) from agreement_item i on conflict do nothing`;

/**
 * Fills a world, as the superuser, with records of every kind and all their parts, kept by the federations of labour of all
 * provinces in turn, or by all organisations: nine in ten public, the others known to reviewers or the keeper alone. All come from a passage of a
 * document, and each has a version. Their names have the words “hàng loạt”.
 */
export async function fillRecords(world: GraphWorld, { rows, each = 1, everyKind = false }: RecordBulk): Promise<void> {
  const keys = KINDS.map((kind) => `coalesce((select max(id) from ${kind}), 0) as ${kind}`);
  const sourced = new Set(
    (
      await world.sql<{ name: string }>(
        `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'source_quote_id'`,
      )
    ).map(({ name }) => name),
  );
  const head = (table: string): Columns => ({
    province_id: 'k.province_id',
    keeper_id: 'k.id',
    exposure: `case when n % 20 = 19 then 0 when n % 20 = 9 then 1 else 2 end`,
    ...COLUMNS[table as Kind],
  });
  const source = (table: string): Columns =>
    sourced.has(table)
      ? {
          origin: `'SOURCE'`,
          basis: `'STATED'`,
          source_document_id: at('source_document'),
          source_quote_id: 'b.quote + n',
          field_sources: `jsonb_build_object('name', jsonb_build_object('basis', 'STATED', 'quoteId', b.quote + n))`,
        }
      : {};
  const made = (table: string, columns: Columns): string => `
    insert into ${table} (${Object.keys(columns).join(', ')}) select ${Object.values(columns).join(', ')}
    from base b cross join generate_series(1, ${rows}) n join keeper k on k.place = n % b.keepers order by n`;
  const part = ([table, columns]: readonly [string, Columns]): string => made(table, { ...columns, ...source(table) });
  await world.sql(`
    create temporary table keeper as select id, province_id, row_number() over (order by id) - 1 as place from organisation where kind = 'LDLD' or ${everyKind};
    create temporary table base as select ${rows} as rows, ${each} as each, (select count(*)::integer from keeper) as keepers,
      coalesce((select max(id) from quote), 0) as quote, ${keys.join(', ')};
    ${made('source_document', head('source_document'))};
    ${PARTS.slice(0, 1).map(part).join(';')};
    ${KINDS.slice(1)
      .map((table) => made(table, { ...head(table), ...source(table) }))
      .join(';')};
    ${PARTS.slice(1).map(part).join(';')};
    ${INNER};
    update agreement_plan p set fed_by_id = b.evaluation + p.id - b.agreement_plan from base b where p.id > b.agreement_plan;
    ${KINDS.map(
      (
        table,
      ) => `insert into record_version (subject_type, subject_id, version, province_id, keeper_id, exposure, action, data, actor)
        select '${table.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())}', t.id, 1, t.province_id, t.keeper_id, t.exposure, 'bulk', '{}', 'bulk'
        from ${table} t cross join base b where t.id > b.${table}`,
    ).join(';')};
    insert into event (type, province_id, organisation_id, subject_type, subject_key, version, exposure, actor)
      select 'RECORD_CORRECTED', province_id, keeper_id, subject_type, subject_id::text, 1, exposure, 'bulk' from record_version
      where actor = 'bulk' and subject_type = 'Activity' order by subject_id limit 1000;
    drop table keeper, base`);
  await world.number();
  await world.sql('analyze');
}
