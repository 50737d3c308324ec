import { registerBody } from '../../catalogue/merger/organisation-registration.ts';
import { organisationStore } from '../../catalogue/organisation/organisation.store.ts';
import { personKind } from '../../catalogue/person/person.kind.ts';
import { placeStore } from '../../catalogue/place/place.store.ts';
import { policyReferenceKind } from '../../catalogue/reference/policy-reference.kind.ts';
import { targetGroupKind } from '../../catalogue/reference/target-group.kind.ts';
import type { Tx } from '../../ground/database/data-source.ts';
import { documentKind } from '../../ground/document/document.kind.ts';
import { toGlobalId } from '../../ground/gql/node.ts';
import { appendAudit, appendEvent } from '../../ground/outbox/outbox.store.ts';
import { enterRecord } from '../../ground/record/change-record.ts';
import type { PartDraft, PartKind, RecordDraft, RecordKind } from '../../ground/record/record-kind.ts';
import type { FieldSource } from '../../ground/record/record.row.ts';
import type { Source } from '../../ground/record/record.store.ts';
import { fold } from '../../ground/text/fold.ts';
import { LOCAL_OPERATOR } from '../../ground/viewer/viewer.ts';
import { activityKind } from '../../record/activity/activity.kind.ts';
import { agreementEventKind } from '../../record/agreement/agreement-event.kind.ts';
import { agreementKind } from '../../record/agreement/agreement.kind.ts';
import { campaignKind } from '../../record/campaign/campaign.kind.ts';
import { evaluationKind } from '../../record/evaluation/evaluation.kind.ts';
import { recommendationKind } from '../../record/evaluation/recommendation.kind.ts';
import { movementKind } from '../../record/movement/movement.kind.ts';
import { obligationKind } from '../../report/obligation/obligation.kind.ts';
import type { ArticleData, FieldData, PartData, RecordData, ValueData } from './article-data.ts';
import { type ArticleDesk, articleDesk } from './article-desk.ts';
import { nationalByName, quotesOf, targetGroupByName } from './articles.store.ts';

/** What versions, events and audit rows say brought these records. */
export const LOAD_ARTICLES = 'loadArticles';

const KINDS: ReadonlyMap<string, RecordKind> = new Map(
  [
    targetGroupKind,
    policyReferenceKind,
    personKind,
    agreementKind,
    agreementEventKind,
    obligationKind,
    movementKind,
    campaignKind,
    activityKind,
    evaluationKind,
    recommendationKind,
  ].map((kind) => [kind.type, kind]),
);

/** Enters one article; `records` holds the keys of everything entered so far by what the files call it, and grows. */
export async function enterArticle(tx: Tx, article: ArticleData, records: Map<string, number>): Promise<void> {
  await registerBodies(tx, article);
  const documentId = await enterDocument(tx, article);
  const quotes = await quotesOf(tx, documentId);
  const desk = articleDesk({ tx, on: article.document.on, documentId, quotes, records });
  for (const record of article.records) records.set(record.key, await enter(desk, record));
}

/** Bodies that somebody has registered before stay as they are. */
async function registerBodies(tx: Tx, { document, organisations }: ArticleData): Promise<void> {
  const { on, province: code } = document;
  const place = await placeStore.byCodeOn(tx, code, on);
  if (!place) throw new Error(`The hub has no province ${code} on ${on}: its catalogue is not loaded.`);
  const province = toGlobalId('Place', place.id);
  for (const { code: bodyCode, ...names } of organisations) {
    if (await organisationStore.byCodeOn(tx, bodyCode, on)) continue;
    const { id } = await registerBody(tx, { ...names, province });
    const subject = { provinceId: place.id, subjectType: 'Organisation' } as const;
    await appendEvent(tx, {
      ...subject,
      type: 'ORGANISATION_REGISTERED',
      organisationId: id,
      subjectKey: String(id),
      version: 1,
      exposure: 2,
      actor: LOCAL_OPERATOR.actor,
    });
    await appendAudit(tx, LOCAL_OPERATOR, { ...subject, action: LOAD_ARTICLES, subjectId: String(id) });
  }
}

async function enterDocument(tx: Tx, { document, quotes }: ArticleData): Promise<number> {
  const desk = articleDesk({ tx, on: document.on, documentId: 0, quotes: new Map(), records: new Map() });
  const entry = {
    action: LOAD_ARTICLES,
    head: await desk.head(document.keeper),
    source: { origin: 'SOURCE' },
  } as const;
  return enterRecord(tx, LOCAL_OPERATOR, documentKind, entry, {
    values: await desk.columns(document.values),
    parts: { quotes: Object.entries(quotes).map(([key, text]) => ({ key, text })) },
  });
}

/** Enters one record and answers its key; a target group that is there already is taken as it is, since its name is unique. */
async function enter(desk: ArticleDesk, record: RecordData): Promise<number> {
  const { tx } = desk;
  if (record.kind === 'TargetGroup') {
    const known = await targetGroupByName(tx, String(record.values['name']));
    if (known !== null) return known;
  }
  const kind = KINDS.get(record.kind);
  if (!kind) throw new Error(`The articles of the demonstration hold a ${record.kind}, which the hub does not enter.`);
  const { nationalId } = await nationalOf(tx, record);
  const fields = nationalId === undefined ? record.fields : { ...record.fields, national: 'national' };
  const draft: RecordDraft = {
    values: { ...(await desk.columns(record.values)), ...(nationalId === undefined ? {} : { nationalId }) },
    parts: await partsOf(desk, record, kind.parts, record.parts ?? {}),
  };
  const source = sourceOf(desk, { quote: record.quote, ...(fields ? { fields } : {}) });
  const entry = { action: LOAD_ARTICLES, head: await desk.head(record.keeper), source };
  return enterRecord(tx, LOCAL_OPERATOR, kind, entry, draft);
}

/** The national movement or campaign that a record carries out; nothing where the hub has none of its name. */
async function nationalOf(tx: Tx, { kind, national, values }: RecordData): Promise<{ nationalId?: number }> {
  if (national !== true) return {};
  const id = await nationalByName(tx, kind === 'Movement' ? 'movement' : 'campaign', String(values['name']));
  return id === null ? {} : { nationalId: id };
}

/** Parts that say where they come from have a source of their own; the others, and parts of parts, are columns alone. */
async function partsOf(
  desk: ArticleDesk,
  record: RecordData,
  kinds: Readonly<Record<string, PartKind>>,
  parts: Readonly<Record<string, readonly (PartData | ValueData)[]>>,
): Promise<Record<string, PartDraft[]>> {
  const drafts: Record<string, PartDraft[]> = {};
  for (const [name, list] of Object.entries(parts)) {
    const kind = kinds[name];
    if (!kind) throw new Error(`A ${record.kind} has no parts called ${name}. This is a fault of the articles’ files.`);
    drafts[name] = [];
    for (const part of list) {
      drafts[name].push(
        kind.sourced ? await sourced(desk, record, kind, part as PartData) : await desk.columns(part as ValueData),
      );
    }
  }
  return drafts;
}

async function sourced(desk: ArticleDesk, record: RecordData, kind: PartKind, part: PartData): Promise<PartDraft> {
  const columns = await desk.columns(part.values);
  return {
    ...columns,
    // An office is searched by its title, and parts have no titles of their own.
    ...(kind === personKind.parts['offices'] ? { folded: fold(String(columns['title'])) } : {}),
    ...sourceOf(desk, { quote: record.quote, ...part }),
    ...(await partsOf(desk, record, kind.parts ?? {}, part.parts ?? {})),
  };
}

/** What the article states, in the passage that says it; fields that come from elsewhere say so. */
function sourceOf(desk: ArticleDesk, { quote, fields = {} }: Pick<PartData, 'fields'> & { quote: string }): Source {
  return {
    origin: 'SOURCE',
    basis: 'STATED',
    sourceDocumentId: desk.documentId,
    sourceQuoteId: desk.quote(quote),
    fieldSources: Object.fromEntries(
      Object.entries(fields).map(([field, data]) => [field, fieldSource(desk, quote, data)]),
    ),
  };
}

/** A field without a passage of its own has that of its record. */
function fieldSource(desk: ArticleDesk, quote: string, data: FieldData): FieldSource {
  const { from, quote: own = quote } = typeof data === 'string' ? { from: data } : data;
  const quoteId = desk.quote(own);
  if (from === undefined) return { basis: 'STATED', quoteId };
  const reason = desk.reasons[from];
  if (!reason) throw new Error(`The articles of the demonstration give the reason ${from}, which has no words.`);
  return { basis: 'DERIVED', quoteId, from: reason };
}
