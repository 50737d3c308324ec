import { OfficeRow } from '../../catalogue/person/person.row.ts';
import { TargetGroupRow } from '../../catalogue/reference/reference.row.ts';
import { named, type Tx } from '../../ground/database/data-source.ts';
import { QuoteRow } from '../../ground/document/document.row.ts';
import { fold } from '../../ground/text/fold.ts';
import { sortKey } from '../../ground/text/sort-key.ts';
import type { BodyData } from './article-data.ts';

// Any constant that nothing else uses: two hubs that start at once load one after the other.
const LOAD_LOCK = 7_140_214;

/** Waits until no other transaction loads the articles, and keeps others out until this one ends. */
export async function lockArticles(tx: Tx): Promise<void> {
  await named(tx, 'lockArticles', 'select pg_advisory_xact_lock($1)', [LOAD_LOCK]);
}

/** Whether a load by this action has entered documents before, whatever has become of them since. */
export async function documentsEntered(tx: Tx, action: string): Promise<boolean> {
  const rows = await named(
    tx,
    'articlesEntered',
    `select 1 from record_version where subject_type = 'SourceDocument' and action = $1 limit 1`,
    [action],
  );
  return rows.length > 0;
}

/** The keys of the passages of a document by name. */
export async function quotesOf(tx: Tx, documentId: number): Promise<Map<string, number>> {
  const quotes = await tx.getRepository(QuoteRow).find({ where: { documentId }, select: { id: true, key: true } });
  return new Map(quotes.map(({ id, key }) => [key, id]));
}

/** The key of the office that a person holds under a title; null where there is none. */
export async function officeByTitle(tx: Tx, personId: number, title: string): Promise<number | null> {
  const office = await tx.getRepository(OfficeRow).findOne({ where: { personId, title }, select: { id: true } });
  return office?.id ?? null;
}

/** The key of the target group of this name, whoever entered it; null where there is none. */
export async function targetGroupByName(tx: Tx, name: string): Promise<number | null> {
  const group = await tx.getRepository(TargetGroupRow).findOne({ where: { name }, select: { id: true } });
  return group?.id ?? null;
}

/** The key of the national movement or campaign of this name, without regard to case; null where there is none. */
export async function nationalByName(tx: Tx, table: 'movement' | 'campaign', name: string): Promise<number | null> {
  const rows = await named<{ id: number }>(
    tx,
    `national_${table}`,
    `select id from ${table} where keeper_id is null and national_id is null and split_part(folded, e'\\n', 1) = $1
     order by id limit 1`,
    [fold(name)],
  );
  return rows[0]?.id ?? null;
}

/**
 * Registers a body outside the seven actors, as on a province (key): like an actor it lives as long as its province, and
 * where it stands among organisations is not known. Answers its key.
 */
export async function registerBody(tx: Tx, provinceId: number, body: BodyData): Promise<number> {
  const { kind, code, name, nameEn, abbreviation } = body;
  const rows = await named<{ id: number }>(
    tx,
    'registerBody',
    `insert into organisation (id, kind, code, province_id, valid_from, valid_to, registered)
     select nextval('registered_organisation_id'), $2, $3, id, valid_from, valid_to, true from place where id = $1 returning id`,
    [provinceId, kind, code],
  );
  const id = rows[0]?.id;
  if (id === undefined)
    throw new Error(`There is no place ${provinceId} to register ${code} in. This is a fault of the hub.`);
  await named(
    tx,
    'registerBodyName',
    `insert into organisation_version (organisation_id, version, name, name_en, abbreviation, sort_key, folded, valid_from, valid_to, registered)
     select id, 1, $2, $3, $4, $5, $6, valid_from, valid_to, true from organisation where id = $1`,
    [id, name, nameEn, abbreviation, sortKey(name), [name, abbreviation, nameEn].map(fold).join('\n')],
  );
  return id;
}
