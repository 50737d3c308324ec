import { indicatorStore } from '../../catalogue/indicator/indicator.store.ts';
import { organisationStore } from '../../catalogue/organisation/organisation.store.ts';
import type { Tx } from '../../ground/database/data-source.ts';
import type { RecordHead } from '../../ground/record/record.store.ts';
import { countryId } from '../../ground/record/record.store.ts';
import { spanColumns } from '../../ground/record/span.type.ts';
import { articleReasons, type Reason, type ValueData } from './article-data.ts';
import { officeByTitle } from './articles.store.ts';

/** What the codes and keys of one article stand for: a desk on which everything that has been entered lies at hand. */
export interface ArticleDesk {
  readonly tx: Tx;
  /** Key of the document. */
  readonly documentId: number;
  /** From what fields are derived, by name. */
  readonly reasons: Readonly<Record<string, Reason>>;
  /** The key of the passage of this name. Throws where the article has none. */
  quote(name: string): number;
  /** Who keeps a record, by code, and whose it is: the country's where nobody does. */
  head(keeper: string | undefined): Promise<RecordHead>;
  /** The columns of what a record or part says: codes and keys become the keys of rows, spans become their two columns. */
  columns(values: ValueData): Promise<Record<string, unknown>>;
}

/** Properties whose value is the code of an organisation on the day of the article. */
const ORGANISATIONS = new Set(['organisationId', 'giverId', 'fromId']);
/** Properties whose value is what these files call a record. */
const RECORDS = new Set([
  'agreementId',
  'campaignId',
  'concludedById',
  'evaluationId',
  'linkedId',
  'meetingId',
  'personId',
  'policyId',
  'speakerId',
  'targetGroupId',
]);

/** Everything that the desk of one article needs to begin with. */
export interface DeskStart {
  readonly tx: Tx;
  /** Day of publication (ISO date). */
  readonly on: string;
  readonly documentId: number;
  readonly quotes: ReadonlyMap<string, number>;
  /** Keys of the records of all articles by what the files call them; grows as they are entered. */
  readonly records: ReadonlyMap<string, number>;
}

/** The desk of one article. */
export function articleDesk({ tx, on, documentId, quotes, records }: DeskStart): ArticleDesk {
  const organisation = organisationsOn(tx, on);
  const resolve = async (property: string, value: unknown): Promise<unknown> => {
    const name = String(value);
    if (ORGANISATIONS.has(property)) return (await organisation(name)).id;
    if (RECORDS.has(property)) return found(records.get(name), name);
    if (property === 'officeId') return officeOf(tx, records, name);
    if (property === 'indicatorId') return found((await indicatorStore.byCodes(tx, [name]))[0]?.id, name);
    return value;
  };
  return {
    tx,
    documentId,
    reasons: articleReasons(),
    quote: (name) => found(quotes.get(name), name),
    async head(keeper) {
      if (keeper === undefined) return { provinceId: await countryId(tx), keeperId: null, exposure: 2 };
      const { id, provinceId } = await organisation(keeper);
      return { provinceId, keeperId: id, exposure: 2 };
    },
    async columns(values) {
      const columns: Record<string, unknown> = {};
      for (const [property, value] of Object.entries(values)) {
        if (isSpan(value)) Object.assign(columns, spanColumns(property, value));
        else columns[property] = await resolve(property, value);
      }
      return columns;
    },
  };
}

function organisationsOn(tx: Tx, on: string): (code: string) => Promise<{ id: number; provinceId: number }> {
  const known = new Map<string, { id: number; provinceId: number }>();
  return async (code) => {
    const one = known.get(code) ?? found(await organisationStore.byCodeOn(tx, code, on), code);
    known.set(code, one);
    return one;
  };
}

/** An office is named by what the files call the person, and its title: `tran-van-nam: Chủ tịch UBND tỉnh Bình Dương`. */
async function officeOf(tx: Tx, records: ReadonlyMap<string, number>, name: string): Promise<number> {
  const [person = '', title = ''] = name.split(': ');
  return found(await officeByTitle(tx, found(records.get(person), person), title), name);
}

function found<T>(thing: T | null | undefined, name: string): T {
  if (thing !== null && thing !== undefined) return thing;
  throw new Error(
    `The articles of the demonstration name ${name}, which the hub does not know. This is a fault of their files.`,
  );
}

function isSpan(value: unknown): value is { on?: string; earliest?: string; latest?: string } {
  return typeof value === 'object' && value !== null && ('on' in value || 'earliest' in value || 'latest' in value);
}
