/**
 * Pieces of SQL that every table of records shares. They are part of the migrations that use them: never edited once those
 * have landed; a new form of a piece gets a new name.
 */

/** Where a row says what it says from. `field_sources` holds what differs field by field. */
export const SOURCE_COLUMNS = `
  origin text not null check (origin in ('SOURCE', 'REPORT', 'SYNTHETIC', 'MANUAL')),
  basis text check (basis in ('STATED', 'DERIVED')),
  source_document_id integer references source_document,
  source_quote_id integer references quote,
  source_report_province_id integer,
  source_report_id bigint,
  field_sources jsonb not null default '{}',
  foreign key (source_report_province_id, source_report_id) references report (province_id, id),
  check ((origin = 'SOURCE') = (source_document_id is not null)),
  check ((origin = 'SOURCE') = (basis is not null)),
  check (origin <> 'REPORT' or source_report_id is not null)`;

/** What every record has: its version, its province (the country for a national one), who keeps it and who may know of it. */
export const RECORD_COLUMNS = `
  id integer generated always as identity primary key,
  version integer not null default 1 check (version > 0),
  province_id integer not null references place,
  keeper_id integer references organisation,
  exposure smallint not null check (exposure between 0 and 2),
  closed_on date,`;

/** A day known more or less exactly: the first and the last day it can have been. */
export function span(name: string): string {
  return `${name}_earliest date,
  ${name}_latest date,
  check (${name}_earliest <= ${name}_latest),`;
}

/** Row policies and rights of a table of records: everybody what is public, the keeper everything of theirs, reviewers what came before them. */
export function recordPolicies(table: string): string {
  return `
grant select, insert, update on ${table} to {hub};
grant select on ${table} to {reader};
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy ${table}_public on ${table} for select to {hub}, {reader} using (exposure = 2);
-- The role is asked once a statement, the function once a row.
create policy ${table}_keeper on ${table} to {hub} using ((select viewer_role()) = 'ADMIN' or viewer_keeps(keeper_id, province_id))
  with check (viewer_keeps(keeper_id, province_id));
create policy ${table}_reviewer on ${table} for select to {hub} using (
  exposure >= 1 and (select viewer_role()) = 'REVIEWER' and province_id = any ((select viewer_provinces())::integer[]));
create index ${table}_of_province on ${table} (province_id, id);
create index ${table}_of_keeper on ${table} (keeper_id, id);
`;
}

/** Row policies and rights of a table whose rows are parts of a record: seen by whoever sees the record, changed by its keeper. */
export function partPolicies(table: string, parent: string, key: string): string {
  return `
grant select, insert, update, delete on ${table} to {hub};
grant select on ${table} to {reader};
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy ${table}_seen on ${table} for select to {hub}, {reader} using (exists (select 1 from ${parent} whole where whole.id = ${table}.${key}));
create policy ${table}_kept on ${table} to {hub}
  using (exists (select 1 from ${parent} whole where whole.id = ${table}.${key} and viewer_keeps(whole.keeper_id, whole.province_id)))
  with check (exists (select 1 from ${parent} whole where whole.id = ${table}.${key} and viewer_keeps(whole.keeper_id, whole.province_id)));
`;
}

/** The same for a table whose rows are parts of a part, which is tied to the record by `record`. */
export function innerPartPolicies(table: string, key: string, part: string, record: string): string {
  const kept = `exists (select 1 from ${part} part join ${record} whole on whole.id = part.${record}_id
    where part.id = ${table}.${key} and viewer_keeps(whole.keeper_id, whole.province_id))`;
  return `
grant select, insert, delete on ${table} to {hub};
grant select on ${table} to {reader};
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy ${table}_seen on ${table} for select to {hub}, {reader} using (exists (select 1 from ${part} part where part.id = ${table}.${key}));
create policy ${table}_kept on ${table} to {hub} using (${kept}) with check (${kept});
`;
}
