import type { GraphWorld } from './graph-world.ts';

/** How much is made. */
export interface Bulk {
  /** Months of 2026 for which every commune reports, 1 to 12. */
  months: number;
  /** Communes of each province at most; left out: all. */
  communes?: number;
}

/**
 * Fills a world, as the superuser, with published reports of the labour federations: one for each commune and month, its
 * first version replaced, its second current, four figures in each, an upload, events, and totals by province.
 */
export async function fillInBulk(world: GraphWorld, { months, communes = 1_000 }: Bulk): Promise<void> {
  await world.sql(`
    insert into period (key, kind, year, data_from, data_to)
      select '2026-' || lpad(m::text, 2, '0'), 'MONTH', 2026, make_date(2026, m, 15) - 31, make_date(2026, m, 14) from generate_series(1, ${months}) m
      on conflict do nothing;
    create temporary table cell as
      select o.province_id as province, o.id as organisation, c.id as place, p.id as period, p.data_to, f.id as form
      from organisation o
      join lateral (select id from place where level = 'COMMUNE' and province_id = o.province_id and valid_to is null order by id limit ${communes}) c on true
      cross join period p cross join form f
      where o.kind = 'LDLD' and o.valid_to is null and f.code = 'LDLD-01' and p.kind = 'MONTH';
    insert into report (province_id, form_id, organisation_id, place_id, period_id, data_to, latest_version, published_version, exposure)
      select province, form, organisation, place, period, data_to, 2, 2, 2 from cell order by data_to, place;
    insert into upload (province_id, sha256, state, form_id, organisation_id, place_id, period_id, report_id, version, uploaded_by)
      select province_id, repeat('0', 64), 'ACCEPTED', form_id, organisation_id, place_id, period_id, id, 2, 'bulk' from report where place_id <> province_id;
    insert into report_version (province_id, report_id, version, organisation_id, state, form_version, upload_id, file_sha256, synthetic, content, exposure,
        created_by, published_event, published_xact, ended_event, ended_xact)
      select r.province_id, r.id, v, r.organisation_id, case v when 1 then 'REPLACED' else 'PUBLISHED' end, 1, u.id, repeat('0', 64), false, 'RECEIVED', 2,
        'bulk', 1, 1, case v when 1 then 1 end, case v when 1 then 1 end
      from report r join upload u on u.province_id = r.province_id and u.report_id = r.id and u.uploaded_by = 'bulk' cross join generate_series(1, 2) v;
    insert into figure (province_id, report_id, version, place_id, indicator_id, measure, breakdown_id, organisation_id, form_id, period_id, data_to, value,
        status, cell, printed, exposure, published_by, ended_by)
      select r.province_id, r.id, v, r.place_id, i.id, 'IN_PERIOD', 0, r.organisation_id, r.form_id, r.period_id, r.data_to, r.id % 1000, 'OFFICIAL', 'E9', '1',
        2, 1, case v when 1 then 1 end
      from report r cross join generate_series(1, 2) v cross join indicator i where i.code in ('LD_MEMBERS', 'LD_GU', 'LD_GIFTS', 'LD_STOPPAGES') and r.place_id <> r.province_id;
    insert into event (type, province_id, organisation_id, subject_type, subject_key, version, exposure, actor)
      select 'REPORT_PUBLISHED', province_id, organisation_id, 'Report', province_id || ':' || id, 2, 2, 'bulk' from report where place_id <> province_id order by id;
    insert into total (province_id, place_id, organisation_id, form_id, indicator_id, breakdown_id, period_id, data_to, sum, present, not_arisen, estimated,
        preliminary, carried, places)
      select province_id, province_id, organisation_id, form_id, indicator_id, 0, period_id, data_to, sum(value), count(*), 0, 0, 0, 0, count(*)
      from figure where ended_by is null and place_id <> province_id group by 1, 3, 4, 5, 7, 8 on conflict do nothing;
    drop table cell`);
  await world.number();
  await world.sql('analyze');
}
