import type pg from 'pg';

/** A table as the catalogues know it; the texts are SQL. */
interface TableText {
  name: string;
  columns: string[];
  constraints: string[];
  after: string[];
}

/**
 * Prints the schema `public` of a database as SQL, in an order that depends on names alone: types, functions, tables with
 * their columns, constraints, indexes, triggers, comments, row policies and grants. The three roles of the prefix are
 * printed as `{hub}`, `{sequencer}`, `{reader}`; what belongs to the owner by default is left out. Throws where the schema
 * holds a kind of object that the printer does not know.
 */
export async function printDatabase(client: pg.Client, rolePrefix: string): Promise<string> {
  await client.query('set search_path = public');
  await refuseUnknown(client);
  const texts = async (sql: string, values: unknown[] = [rolePrefix]): Promise<string[]> =>
    (await client.query<{ text: string }>(sql, values)).rows.map((row) => row.text);
  const { rows } = await client.query<TableText>(`${ROLE} ${TABLES}`, [rolePrefix]);
  const parts = [
    '-- The database after all migrations, printed from its catalogues by "npm run contracts". Never run, only compared.',
    (await texts(`${ROLE} ${SCHEMA_GRANTS}`)).join('\n'),
    ...(await texts(ENUMS, [])),
    ...(await texts(`${ROLE} ${SEQUENCES}`)),
    ...(await texts(`${ROLE} ${FUNCTIONS}`)),
    ...rows.map(printTable),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function printTable({ name, columns, constraints, after }: TableText): string {
  return [`create table ${name} (\n  ${[...columns, ...constraints].join(',\n  ')}\n);`, ...after].join('\n');
}

async function refuseUnknown(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ what: string }>(UNKNOWN);
  if (rows.length === 0) return;
  throw new Error(
    `The printer of schema/hub.sql knows tables, enums, plain functions, and sequences that no identity has or nobody was granted; public also has ${rows.map((row) => row.what).join(', ')}. ` +
      'Teach test/support/print-database.ts to print them.',
  );
}

const UNKNOWN = `
  select format('%s (relation of kind %s)', relname, relkind) as what from pg_class
  where relnamespace = 'public'::regnamespace and relkind not in ('r', 'i', 'S')
  union all
  select format('%s (sequence of an identity with grants)', relname) from pg_class c
  where relnamespace = 'public'::regnamespace and relkind = 'S' and relacl is not null
    and exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'i')
  union all
  select format('%s (type of kind %s)', typname, typtype) from pg_type t
  where typnamespace = 'public'::regnamespace and typtype not in ('e', 'c')
    and not exists (select from pg_type e where e.typarray = t.oid)
  union all
  select format('%s (routine of kind %s)', proname, prokind) from pg_proc
  where pronamespace = 'public'::regnamespace and prokind <> 'f'
  order by 1`;

/** How a role is written: our three by what they are for. Takes the prefix as $1. */
const ROLE = `
  with role (oid, name) as (
    select 0::oid, 'public'
    union all
    select oid, case when starts_with(rolname, $1 || '_') and substr(rolname, length($1) + 2) in ('hub', 'sequencer', 'reader')
      then '{' || substr(rolname, length($1) + 2) || '}' else quote_ident(rolname) end
    from pg_roles
  )`;

const SCHEMA_GRANTS = `
  select format('grant %s on schema public to %s;', string_agg(lower(a.privilege_type), ', ' order by a.privilege_type), r.name) as text
  from pg_namespace n, aclexplode(n.nspacl) a join role r on r.oid = a.grantee
  where n.nspname = 'public' and a.grantee <> n.nspowner
  group by r.name order by r.name collate "C"`;

const ENUMS = `
  select format('create type %I as enum (%s);', t.typname, string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)) as text
  from pg_type t join pg_enum e on e.enumtypid = t.oid
  where t.typnamespace = 'public'::regnamespace
  group by t.typname order by t.typname collate "C"`;

/** Sequences of their own; those of identities come with their columns. */
const SEQUENCES = `
  select format('create sequence %I start %s;', c.relname, q.seqstart)
    || coalesce(E'\\n' || (select string_agg(format('grant %s on sequence %I to %s;', lower(a.privilege_type), c.relname, r.name), E'\\n' order by r.name, a.privilege_type)
        from aclexplode(c.relacl) a join role r on r.oid = a.grantee where a.grantee <> c.relowner), '') as text
  from pg_class c join pg_sequence q on q.seqrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and not exists (
    select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i'))
  order by c.relname collate "C"`;

const FUNCTIONS = `
  select rtrim(pg_get_functiondef(p.oid), E'\\n') || ';'
    || coalesce(E'\\n' || format('comment on function %s is ', p.oid::regprocedure) || quote_literal(obj_description(p.oid, 'pg_proc')) || ';', '')
    || coalesce(E'\\n' || rights.text, '') as text
  from pg_proc p, lateral (
    select string_agg(text, E'\\n' order by text collate "C") as text from (
      select format('grant execute on function %s to %s;', p.oid::regprocedure, r.name) as text
        from aclexplode(p.proacl) a join role r on r.oid = a.grantee where a.grantee not in (0, p.proowner)
      union all
      select format('revoke execute on function %s from public;', p.oid::regprocedure)
        where p.proacl is not null and not exists (select from aclexplode(p.proacl) a where a.grantee = 0)
    ) clause
  ) rights
  where p.pronamespace = 'public'::regnamespace
  order by p.proname collate "C", pg_get_function_identity_arguments(p.oid) collate "C"`;

/** NOT NULL is printed with its column: PostgreSQL 18 also lists it among the constraints, earlier ones do not. */
const TABLES = `
  select quote_ident(c.relname) as name,
    (select json_agg(format('%I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
        case when a.attcollation <> t.typcollation then format(' collate %I', o.collname) else '' end,
        case a.attidentity when 'a' then ' generated always as identity' when 'd' then ' generated by default as identity'
          else case when d.adbin is null then '' when a.attgenerated = 's' then format(' generated always as (%s) stored', pg_get_expr(d.adbin, d.adrelid))
            else ' default ' || pg_get_expr(d.adbin, d.adrelid) end end,
        case when a.attnotnull then ' not null' else '' end) order by a.attnum)
      from pg_attribute a join pg_type t on t.oid = a.atttypid left join pg_collation o on o.oid = a.attcollation
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    (select coalesce(json_agg(format('constraint %I %s', k.conname, pg_get_constraintdef(k.oid, true))
        order by array_position(array['p', 'u', 'f', 'c'], k.contype::text), k.conname collate "C"), '[]')
      from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n') as constraints,
    (select coalesce(json_agg(text order by rank, sort collate "C"), '[]') from (
      select 1 as rank, a.attname::text as sort, format('alter table %I alter column %I set storage %s;', c.relname, a.attname,
          case a.attstorage when 'e' then 'external' when 'p' then 'plain' when 'm' then 'main' else 'extended' end) as text
        from pg_attribute a join pg_type t on t.oid = a.atttypid
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attstorage <> t.typstorage
      union all
      select 2, lpad(d.objsubid::text, 4, '0'), case when d.objsubid = 0 then format('comment on table %I is %L;', c.relname, d.description)
          else format('comment on column %I.%I is %L;', c.relname, a.attname, d.description) end
        from pg_description d left join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid
        where d.objoid = c.oid and d.classoid = 'pg_class'::regclass
      union all
      select 3, i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid, 0, true) || ';' from pg_index i
        where i.indrelid = c.oid and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
      union all
      select 4, g.tgname::text, pg_get_triggerdef(g.oid, true) || ';' from pg_trigger g where g.tgrelid = c.oid and not g.tgisinternal
      union all
      select 5, '1', format('alter table %I enable row level security;', c.relname) where c.relrowsecurity
      union all
      select 5, '2', format('alter table %I force row level security;', c.relname) where c.relforcerowsecurity
      union all
      select 6, p.polname::text, format('create policy %I on %I as %s for %s to %s%s%s;', p.polname, c.relname,
          case when p.polpermissive then 'permissive' else 'restrictive' end,
          case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
          (select string_agg(r.name, ', ' order by r.name collate "C") from role r where r.oid = any (p.polroles)),
          coalesce(E'\\n  using (' || pg_get_expr(p.polqual, c.oid) || ')', ''),
          coalesce(E'\\n  with check (' || pg_get_expr(p.polwithcheck, c.oid) || ')', ''))
        from pg_policy p where p.polrelid = c.oid
      union all
      select 7, r.name, format('grant %s on %I to %s;', string_agg(lower(a.privilege_type), ', ' order by a.privilege_type), c.relname, r.name)
        from aclexplode(c.relacl) a join role r on r.oid = a.grantee where a.grantee <> c.relowner group by r.name
      union all
      select 8, r.name || ' ' || a.privilege_type, format('grant %s (%s) on %I to %s;', lower(a.privilege_type),
          string_agg(quote_ident(t.attname), ', ' order by t.attnum), c.relname, r.name)
        from pg_attribute t, aclexplode(t.attacl) a join role r on r.oid = a.grantee
        where t.attrelid = c.oid and not t.attisdropped group by r.name, a.privilege_type
    ) clause) as after
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
  order by c.relname collate "C"`;
