import type { RecordDraft } from '../record/record-kind.ts';
import { keptText, optionalKey, optionalText, stated, textOf } from '../record/record.input.ts';
import { spanColumns } from '../record/span.type.ts';
import type { CorrectDocumentInput, CreateDocumentInput } from './document-change.input.ts';
import { parseDocumentNumber } from './document-number.ts';
import { documentRefusals } from './document-refusal.ts';
import type { SourceDocumentRow } from './document.row.ts';

type Columns = Partial<SourceDocumentRow>;

/** What an input states of a document, in view of what is known of it (null: nothing yet). Raises `HubError` BAD_USER_INPUT. */
export function documentDraft(
  input: CreateDocumentInput | CorrectDocumentInput,
  before: SourceDocumentRow | null,
): RecordDraft & { values: Columns } {
  const own: Columns = stated({
    kind: 'kind' in input ? input.kind : undefined,
    title: keptText(input.title, 'title'),
    author: optionalText(input.author, 'author'),
    publisher: optionalText(input.publisher, 'publisher'),
    section: optionalText(input.section, 'section'),
    publishedAt: input.publishedAt,
    issuerId: optionalKey('Organisation', input.issuer, 'issuer'),
    ...spanColumns('dated', input.dated),
  });
  const quotes = input.quotes?.map(({ key, text }, at) => ({
    key: textOf(key, 'quotes', String(at), 'key'),
    text: textOf(text, 'quotes', String(at), 'text'),
  }));
  return {
    values: { ...own, ...numberColumns(input, { ...before, ...own }) },
    ...(quotes ? { parts: { quotes } } : {}),
  };
}

/** The columns of a number, where the input states one or something that its year follows from. */
function numberColumns({ number, year }: Pick<CreateDocumentInput, 'number' | 'year'>, all: Columns): Columns {
  if (number === null) return { number: null, type: null, symbol: null, style: null, year: null };
  const text = number ?? all.symbol ?? null;
  if (text === null) return {};
  if (all.kind === 'ARTICLE') throw documentRefusals.articleWithNumber();
  const parsed = parseDocumentNumber(text);
  if (parsed === null) throw documentRefusals.noNumber(text);
  const { symbol, style, type } = parsed;
  const borne = yearOf(all);
  const said = parsed.year ?? borne;
  const given = year ?? null;
  if (said !== null && borne !== null && said !== borne) throw documentRefusals.otherDay(symbol, borne);
  if (said !== null && given !== null && said !== given) throw documentRefusals.otherYear(symbol, said, given);
  const known = year === undefined ? (all.year ?? null) : null;
  return { number: parsed.number, type: type ?? '', symbol, style, year: said ?? given ?? known };
}

/** The year of the day a paper bears, where it is known that exactly. */
function yearOf({ datedEarliest, datedLatest }: Columns): number | null {
  const year = datedEarliest?.slice(0, 4);
  return year !== undefined && year === datedLatest?.slice(0, 4) ? Number(year) : null;
}
