import { OfficeRow } from '../../catalogue/person/person.row.ts';
import { TargetGroupRow } from '../../catalogue/reference/reference.row.ts';
import { named, type Tx } from '../../ground/database/data-source.ts';
import { QuoteRow } from '../../ground/document/document.row.ts';
import { fold } from '../../ground/text/fold.ts';

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
