import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly, runSql } from './run-sql.ts';

/** Stored totals: what the parts of a place add up to, moved by the transaction that publishes. */
export class Total1795400000005 implements MigrationInterface {
  name = 'Total1795400000005';
  async up(runner: QueryRunner): Promise<void> {
    await runSql(runner, SQL);
  }
  down = forwardOnly;
}

const SQL = `
create table total (
  province_id integer not null references place,
  place_id integer not null references place,
  organisation_id integer not null references organisation,
  form_id integer not null references form,
  indicator_id integer not null references indicator,
  breakdown_id integer not null references breakdown,
  period_id integer not null references period,
  data_to date not null,
  sum numeric,
  present integer not null check (present >= 0),
  not_arisen integer not null check (not_arisen >= 0),
  estimated integer not null check (estimated >= 0),
  preliminary integer not null check (preliminary >= 0),
  carried integer not null check (carried >= 0),
  places integer not null check (places > 0),
  primary key (province_id, place_id, organisation_id, form_id, indicator_id, breakdown_id, period_id),
  check ((sum is null) = (present = 0))
);
comment on table total is 'Sum over the places below, per organisation, form, indicator, breakdown and period, of what is current. A flow has a row per reported period; a stock a row per month, quarter, first half, nine months and year, of each place''s last value in it.';
comment on column total.present is 'How many numbers are in the sum. 0 is missing, not zero.';
comment on column total.carried is 'Of these, how many stand earlier than the end of the window.';
comment on column total.places is 'How many places below have a figure, a number or a reason why not.';
create index total_read on total (province_id, place_id, indicator_id, data_to);

grant select, insert, update, delete on total to {hub};
grant select on total to {reader};

alter table total enable row level security;
alter table total force row level security;
create policy total_public on total for select to {hub}, {reader} using (
  breakdown_id = 0 and indicator_id in (select id from indicator where disclosure = 'PUBLIC'));
create policy total_viewer on total for select to {hub} using (
  case (select viewer_role())
    when 'ADMIN' then true
    when 'ANALYST' then breakdown_id = 0 and indicator_id in (select id from indicator where disclosure in ('PUBLIC', 'STATE'))
    when 'OFFICER' then organisation_id = any ((select viewer_organisations())::integer[])
    when 'LEADER' then organisation_id = any ((select viewer_organisations())::integer[])
    when 'REVIEWER' then province_id = any ((select viewer_provinces())::integer[])
    else false
  end);
create policy total_move on total to {hub} using ((select viewer_role()) = 'ADMIN') with check ((select viewer_role()) = 'ADMIN');
`;
