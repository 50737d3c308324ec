import type pg from 'pg';
import { fold } from '../../src/ground/text/fold.ts';
import { sortKey } from '../../src/ground/text/sort-key.ts';

/** How many rows of each kind there are. */
const MOVEMENTS = 1_000;
const CAMPAIGNS_OF_EACH = 3;
const EVALUATIONS_OF_EACH = 2;
const ACTIVITIES = 20_000;

const TOPICS = [
  'Lao động giỏi, lao động sáng tạo',
  'Phụ nữ tích cực học tập, lao động sáng tạo',
  'Xanh, sạch, đẹp, bảo đảm an toàn vệ sinh lao động',
  'Tuổi trẻ xung kích bảo vệ Tổ quốc',
  'Cựu chiến binh gương mẫu',
  'Nông dân thi đua sản xuất, kinh doanh giỏi',
  'Toàn dân đoàn kết xây dựng nông thôn mới',
  'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
] as const;
/** Each the topic of 25 activities. */
const RARE_TOPICS = ['Tết Sum vầy', 'Mái ấm công đoàn', 'Trạm y tế lưu động', 'Cà phê doanh nhân'] as const;
const KINDS = ['GIFTS', 'MEDICAL_CARE', 'LEGAL_ADVICE', 'CULTURE_SPORT', 'CHARITY', 'TRAINING'] as const;
const GRADES = ['EXCELLENT', 'GOOD', 'COMPLETED', null] as const;

/** One column of rows to insert: its name, its type in SQL, and its values. */
type Column = readonly [name: string, type: string, values: readonly unknown[]];

/** Fills the tables of records for An Giang with the same rows every time, as the superuser, whom no policy binds. */
export async function fillRecords(client: pg.Client): Promise<void> {
  const province = await one(client, `select id from place where code = '91' and valid_to is null`);
  const organisations = (
    await client.query<{ id: number }>(
      'select id from organisation where province_id = $1 and valid_to is null order by code',
      [province],
    )
  ).rows.map(({ id }) => id);
  const organisation = (at: number): number => organisations[at % organisations.length] ?? 0;
  const each = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
  const movements = each(MOVEMENTS);
  const movementIds = await insert(client, 'movement', province, [
    ...named(movements.map((at) => `Phong trào “${TOPICS[at % TOPICS.length]}” ${at + 1}`)),
    ['launched_earliest', 'date', movements.map((at) => dayOf(2010, at))],
    ['launched_latest', 'date', movements.map((at) => dayOf(2010, at))],
  ]);
  const campaigns = each(MOVEMENTS * CAMPAIGNS_OF_EACH);
  const campaignIds = await insert(client, 'campaign', province, [
    ['kind', 'text', campaigns.map((at) => ['CAMPAIGN', 'MONTH', 'WEEK'][at % 3])],
    ['movement_id', 'integer', campaigns.map((at) => movementIds[Math.floor(at / CAMPAIGNS_OF_EACH)])],
    ...named(campaigns.map((at) => `Đợt ${(at % CAMPAIGNS_OF_EACH) + 1}: ${TOPICS[at % TOPICS.length]} ${at + 1}`)),
    ['year', 'integer', campaigns.map((at) => 2015 + (at % 10))],
    ['starts_earliest', 'date', campaigns.map((at) => dayOf(2015 + (at % 10), at))],
    ['starts_latest', 'date', campaigns.map((at) => dayOf(2015 + (at % 10), at))],
  ]);
  const evaluations = each(campaigns.length * EVALUATIONS_OF_EACH);
  await insert(client, 'evaluation', province, [
    ['campaign_id', 'integer', evaluations.map((at) => campaignIds[Math.floor(at / EVALUATIONS_OF_EACH)])],
    ['evaluated_id', 'integer', evaluations.map(organisation)],
    ['stage', 'text', evaluations.map((at) => ['SELF', 'REVIEW', 'CONCLUDED'][at % 3])],
    ['year', 'integer', evaluations.map((at) => 2015 + (at % 10))],
    ...named(evaluations.map((at) => `Đánh giá ${at + 1}: ${TOPICS[at % TOPICS.length]}`)),
    ['grade', 'text', evaluations.map((at) => GRADES[at % GRADES.length])],
    ['score', 'numeric', evaluations.map((at) => String(50 + (at % 500) / 10))],
    ['max_score', 'numeric', evaluations.map(() => '100')],
  ]);
  const activities = each(ACTIVITIES);
  await insert(client, 'activity', province, [
    ['kind', 'text', activities.map((at) => KINDS[(at * 7) % KINDS.length])],
    ['campaign_id', 'integer', activities.map((at) => campaignIds[at % campaignIds.length])],
    ['movement_id', 'integer', activities.map((at) => movementIds[at % movementIds.length])],
    ...named(activities.map((at) => `Hoạt động ${String(at + 1).padStart(5, '0')}: ${activityTopic(at)}`)),
    ['held_earliest', 'date', activities.map((at) => dayOf(2020 + (at % 6), at))],
    ['held_latest', 'date', activities.map((at) => dayOf(2020 + (at % 6), at))],
    ['participants', 'bigint', activities.map((at) => (at % 11 === 0 ? null : 20 + (at % 480)))],
    ['value_vnd', 'numeric', activities.map((at) => (at % 13 === 0 ? null : String(1_000_000 * (1 + (at % 900)))))],
  ]);
  // Prepared statements are planned by what the tables hold now.
  await client.query('vacuum analyze');
}

function activityTopic(at: number): string {
  const topics = at % 200 === 0 ? RARE_TOPICS : TOPICS;
  return topics[(at % 200 === 0 ? at / 200 : at * 3) % topics.length] ?? '';
}

function named(names: readonly string[]): Column[] {
  return [
    ['name', 'text', names],
    ['sort_key', 'text', names.map(sortKey)],
    ['folded', 'text', names.map(fold)],
  ];
}

/** A day of a year, the same for the same number. */
function dayOf(year: number, at: number): string {
  return `${year}-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`;
}

/** Inserts public, synthetic records of the province and answers their ids in order. */
async function insert(
  client: pg.Client,
  table: string,
  province: number,
  columns: readonly Column[],
): Promise<number[]> {
  const names = columns.map(([name]) => name);
  const { rows } = await client.query<{ id: number }>(
    `insert into ${table} (province_id, exposure, origin, ${names.join(', ')})
     select ${province}, 2, 'SYNTHETIC', ${names.join(', ')}
     from unnest(${columns.map(([, type], at) => `$${at + 1}::${type}[]`).join(', ')}) with ordinality
       row (${names.join(', ')}, at) order by at returning id`,
    columns.map(([, , values]) => values),
  );
  return rows.map(({ id }) => id);
}

async function one(client: pg.Client, text: string): Promise<number> {
  const { rows } = await client.query<{ id: number }>(text);
  if (!rows[0]) throw new Error(`Nothing answers ${text}`);
  return rows[0].id;
}
