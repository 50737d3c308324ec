import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type GraphWorld, openGraphWorld, viewerOf } from '../support/graph-world.ts';
import { ANONYMOUS, LOCAL_OPERATOR } from '../../src/ground/viewer/viewer.ts';
import { fold } from '../../src/ground/text/fold.ts';
import { sortKey } from '../../src/ground/text/sort-key.ts';
import { searchSql } from '../../src/answer/search/search.source.ts';
import { searchText } from '../../src/answer/search/search-text.ts';
import { Params } from '../../src/ground/database/list-source.ts';
let world: GraphWorld;
const W = 'công nhân lao động giỏi sáng tạo thanh niên phụ nữ hội viên đoàn viên chăm lo tặng quà khám bệnh tư vấn pháp luật bán hàng giảm giá nhà trọ doanh nghiệp nông thôn mới hòa giải an toàn giao thông tuyên truyền đối thoại gặp gỡ trẻ em môi trường văn hóa thể thao hiến máu'.split(' ');
let seed = 7; const rnd = (n: number) => { seed = (seed * 48271) % 2147483647; return seed % n; };
beforeAll(async () => {
  world = await openGraphWorld();
  const names = Array.from({ length: 100_000 }, (_, i) => { const w = Array.from({ length: 5 + rnd(8) }, () => W[rnd(W.length)] ?? ''); return `${(w[0] ?? '').slice(0,1).toUpperCase()}${w.join(' ').slice(1)} ${i}`; });
  await world.sql(`insert into activity (province_id, exposure, kind, name, sort_key, folded, origin) select 2091, case when n % 10 = 0 then 0 else 2 end, 'OTHER', t.name, t.key, t.folded, 'MANUAL' from unnest($1::text[], $2::text[], $3::text[]) with ordinality t (name, key, folded, n)`, [names, names.map(sortKey), names.map(fold)]);
  await world.sql('analyze activity');
}, 120_000);
afterAll(() => world.close());

const best = async (name: string, sql: string, values: unknown[] = []) => {
  const times: number[] = [];
  for (let i = 0; i < 7; i++) {
    const rows: Record<string, string>[] = await world.sql(`explain (analyze, costs off, timing off) ${sql}`, values);
    times.push(Number(/([\d.]+) ms/.exec(rows.at(-1)?.['QUERY PLAN'] ?? '')?.[1]));
  }
  console.log('BEST', name, Math.min(...times).toFixed(0), 'max', Math.max(...times).toFixed(0));
};
it('micro', async () => {
  const S = `[]!"#$%&''()*+,./:;<=>?@[\\\\^_\`{|}~“”„‟«»″‘’‚‛′´‐‑‒–—―−﹘﹣－…·•[:cntrl:]\\s-]`;
  await best('like', `select count(*) from activity n where folded like '%an%'`);
  for (const text of ['an', 'lao dong gioi', 'hòa giải', 'LĐLĐ']) {
    const params = new Params();
    const sql = searchSql(LOCAL_OPERATOR, ['ACTIVITY'], searchText(text), params);
    await best(`search ${text}`, `select * from (${sql}) h order by rank, size, sort_key, kind, id limit 11`, params.values);
  }
  expect(1).toBe(1);
}, 240_000);
