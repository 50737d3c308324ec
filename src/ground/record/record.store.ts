import { In, type ObjectLiteral } from 'typeorm';
import { named, shaped, type Tx } from '../database/data-source.ts';
import { allColumns, columnsSql } from '../database/list-source.ts';
import { fold } from '../text/fold.ts';
import { sortKey } from '../text/sort-key.ts';
import type { Exposure } from '../viewer/circle.ts';
import type { Viewer } from '../viewer/viewer.ts';
import type { PartDraft, PartKind, RecordDraft, RecordKind } from './record-kind.ts';
import type { RecordRow, RecordVersionRow, SourcedRow } from './record.row.ts';
import { recordCircle } from './record.source.ts';

/** What is decided for a record as a whole, beside what it says. */
export interface RecordHead {
  readonly provinceId: number;
  readonly keeperId: number | null;
  readonly exposure: Exposure;
}

/** Where a record or a part comes from, as its columns. */
export type Source = Pick<SourcedRow, 'origin'> & Partial<Omit<SourcedRow, 'origin'>>;

/** An organisation as the right to keep records depends on it. */
export interface Keeper {
  readonly id: number;
  readonly kind: string;
  readonly provinceId: number;
}

/** The organisation with this key; null where there is none. */
export async function keeperById(tx: Tx, id: number): Promise<Keeper | null> {
  const text = `select id, kind, province_id as "provinceId" from organisation where id = $1`;
  const [row] = await named<Keeper>(tx, 'keeperById', text, [id]);
  return row ?? null;
}

/** Whether this archive holds synthetic demo data. */
export async function isDemoArchive(tx: Tx): Promise<boolean> {
  const rows = await named<{ kind: string }>(tx, 'archiveKind', 'select kind from archive');
  return rows[0]?.kind === 'DEMO';
}

/** The key of the country, to which national records belong. */
export async function countryId(tx: Tx): Promise<number> {
  const [row] = await named<{ id: number }>(tx, 'countryId', `select id from place where level = 'COUNTRY'`);
  if (!row) throw new Error('The catalogue has no country: it was not loaded.');
  return row.id;
}

/** Writes version 1 of a record with its parts and answers its key. */
export async function insertRecord(
  tx: Tx,
  kind: RecordKind,
  head: RecordHead,
  source: Source,
  draft: RecordDraft,
): Promise<number> {
  const values = { ...draft.values, ...titles(kind, draft.values), ...head, ...(kind.sourced ? source : {}) };
  const inserted = await tx.getRepository(kind.row).insert(values);
  const id = Number(inserted.identifiers[0]?.['id']);
  for (const [name, rows] of Object.entries(draft.parts ?? {}))
    await insertParts(tx, partOf(kind, name), id, source, rows);
  return id;
}

/** Locks a record for a change; null where there is none that the viewer may change or see. */
export async function lockRecord(tx: Tx, kind: RecordKind, id: number): Promise<RecordRow | null> {
  return tx
    .getRepository(kind.row)
    .findOne({ where: { id }, lock: { mode: 'pessimistic_write' }, comment: `lock${kind.type}` });
}

/** Writes the next version of a locked record: columns that are stated, and whole lists of parts. */
export async function updateRecord(
  tx: Tx,
  kind: RecordKind,
  before: RecordRow,
  source: Source,
  draft: RecordDraft,
): Promise<void> {
  const merged: Record<string, unknown> = { ...before, ...draft.values };
  const values = {
    ...draft.values,
    ...titles(kind, merged),
    ...(before.origin === 'SOURCE' ? { fieldSources: correctedSources(before, draft) } : {}),
    version: before.version + 1,
  };
  await tx.getRepository(kind.row).update({ id: before.id }, values);
  for (const [name, rows] of Object.entries(draft.parts ?? {})) {
    const part = partOf(kind, name);
    if (part.same) await matchParts(tx, part, part.same, before.id, source, rows);
    else {
      if (!part.append) await tx.getRepository(part.row).delete({ ...part.of, [part.parent]: before.id });
      await insertParts(tx, part, before.id, source, rows);
    }
  }
}

/** A corrected field no longer says what its document says: from now on its source is the correction. */
function correctedSources(before: RecordRow, { values }: RecordDraft): RecordRow['fieldSources'] {
  const said: Record<string, unknown> = { ...before };
  const changed = Object.keys(values).filter((name) => (values[name] ?? null) !== (said[name] ?? null));
  const fields = changed.map((name) => name.replace(/(Earliest|Latest|Id)$/, ''));
  const version = before.version + 1;
  const from = {
    vi: `Sửa ở phiên bản ${version}, không theo tài liệu.`,
    en: `Corrected in version ${version}, not from the document.`,
  };
  return {
    ...before.fieldSources,
    ...Object.fromEntries(fields.map((field) => [field, { basis: 'DERIVED' as const, from }])),
  };
}

/** Keeps what a record says now, with its parts, as the version it has. */
export async function keepVersion(
  tx: Tx,
  kind: RecordKind,
  id: number,
  by: Pick<RecordVersionRow, 'action' | 'reason' | 'actor'>,
): Promise<RecordRow> {
  const row = await tx.getRepository(kind.row).findOneOrFail({ where: { id } });
  const { version, provinceId, keeperId, exposure, ...rest } = row as RecordRow & Record<string, unknown>;
  const { id: _id, sortKey: _sort, folded: _folded, ...said } = rest;
  const data = { ...said, exposure, ...(await partsOf(tx, kind.parts, id)) };
  await named(
    tx,
    'keepVersion',
    `insert into record_version (subject_type, subject_id, version, province_id, keeper_id, exposure, action, reason, data, actor)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10)`,
    [kind.type, id, version, provinceId, keeperId, exposure, by.action, by.reason, JSON.stringify(data), by.actor],
  );
  return row;
}

/** The columns of a version of a record, by property. */
export const VERSION_SELECT = {
  version: 'version',
  action: 'action',
  reason: 'reason',
  data: 'data',
  recordedAt: 'recorded_at',
} as const;

/** A version of a record, of which only the needed columns were read. */
export type VersionRead = Pick<RecordVersionRow, 'subjectId' | 'version'> &
  Partial<Pick<RecordVersionRow, 'action' | 'reason' | 'data' | 'recordedAt'>>;

/** The versions of records of one type that the viewer may see, oldest first, with the properties that are needed. */
export function versionsOf(
  tx: Tx,
  viewer: Viewer,
  type: string,
  ids: readonly number[],
  needed: readonly string[] | undefined,
): Promise<VersionRead[]> {
  const select = { select: VERSION_SELECT, columns: allColumns(VERSION_SELECT) };
  return shaped(
    tx,
    'recordVersions',
    `select subject_id as "subjectId", ${columnsSql(select, needed)}
     from record_version v where subject_type = $1 and subject_id = any ($2::integer[]) and ${recordCircle(viewer, 'v')}
     order by subject_id, version`,
    [type, [...ids]],
  );
}

function partOf(kind: RecordKind, name: string): PartKind {
  const part = kind.parts[name];
  if (!part) throw new Error(`A ${kind.type} has no parts called ${name}. This is a fault of the hub.`);
  return part;
}

function titles(kind: RecordKind, values: Readonly<Record<string, unknown>>): { sortKey?: string; folded?: string } {
  if (!kind.titled) return {};
  const { by, and = [], key = sortKey } = kind.titled;
  const title = values[by];
  if (typeof title !== 'string') return {};
  const texts = [title, ...and.map((name) => values[name])].filter((text): text is string => typeof text === 'string');
  return { sortKey: key(title), folded: texts.map(fold).join('\n') };
}

async function insertParts(
  tx: Tx,
  part: PartKind,
  parent: number,
  source: Source,
  drafts: readonly PartDraft[],
): Promise<void> {
  for (const draft of drafts) {
    const below = Object.keys(part.parts ?? {});
    const own = Object.fromEntries(Object.entries(draft).filter(([name]) => !below.includes(name)));
    const values = { ...(part.sourced ? source : {}), ...own, ...part.of, [part.parent]: parent };
    const inserted = await tx.getRepository(part.row).insert(values);
    for (const name of below) {
      const inner = part.parts?.[name];
      const rows = draft[name] as readonly PartDraft[] | undefined;
      if (inner && rows?.length) await insertParts(tx, inner, Number(inserted.identifiers[0]?.['id']), source, rows);
    }
  }
}

/** Columns of a row that comes from no document and no report. */
const NO_SOURCE = {
  basis: null,
  sourceDocumentId: null,
  sourceQuoteId: null,
  sourceReportProvinceId: null,
  sourceReportId: null,
  fieldSources: {},
};

/**
 * Makes the parts of a record the stated ones: what agrees in `same` keeps its key, and its source unless it says something
 * else now; the rest goes or comes.
 */
async function matchParts(
  tx: Tx,
  part: PartKind,
  same: readonly string[],
  parent: number,
  source: Source,
  drafts: readonly PartDraft[],
): Promise<void> {
  const repository = tx.getRepository(part.row);
  const agree = (row: PartDraft): string => JSON.stringify(same.map((name) => row[name]));
  const rows = (await repository.find({ where: { ...part.of, [part.parent]: parent } })) as PartDraft[];
  const stated = new Map(drafts.map((draft) => [agree(draft), draft]));
  for (const row of rows) {
    const draft = stated.get(agree(row));
    const where = { id: row['id'] } as ObjectLiteral;
    const says = (name: string): boolean => !part.order.includes(name) && row[name] !== draft?.[name];
    const fresh = part.sourced && Object.keys(draft ?? {}).some(says) ? { ...NO_SOURCE, ...source } : {};
    if (draft) await repository.update(where, { ...draft, ...fresh });
    else await repository.delete(where);
  }
  const known = new Set(rows.map(agree));
  await insertParts(
    tx,
    part,
    parent,
    source,
    drafts.filter((draft) => !known.has(agree(draft))),
  );
}

async function partsOf(
  tx: Tx,
  parts: Readonly<Record<string, PartKind>>,
  parent: number,
): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const [name, part] of Object.entries(parts)) {
    const rows = (await tx.getRepository(part.row).find({
      where: { ...part.of, [part.parent]: In([parent]) },
      order: Object.fromEntries(part.order.map((property) => [property, 'ASC'])),
    })) as Record<string, unknown>[];
    found[name] = [];
    for (const { [part.parent]: _parent, ...row } of rows) {
      const { id, folded: _folded, ...said } = row;
      found[name].push({ ...said, ...(part.parts ? await partsOf(tx, part.parts, Number(id)) : {}) });
    }
  }
  return found;
}
