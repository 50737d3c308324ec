import { indicatorStore } from '../../catalogue/indicator/indicator.store.ts';
import type { IndicatorRow as IndicatorDefinition } from '../../catalogue/indicator/indicator.row.ts';
import type { Tx } from '../../ground/database/data-source.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import type { Cell, Column, TablePlace } from './cell.ts';
import { computeCell, type SeriesQuestion, type TableInput } from './compute.ts';
import type { IndicatorQuery } from './indicator-query.input.ts';
import { kindsFor, type ParsedQuery, parseQuery, refuse, refuseNonsense, refuseTooMany } from './plan.ts';
import { restrictedFor } from './restriction.ts';
import { type FigureScope, communeCounts, currentFigures, currentFiguresBelow, publishedReports, snapshotPosition, type SnapshotPosition, storedTotals } from './table.store.ts';
import { TableData } from './table-data.ts';
import { type ChosenPlace, chosenPlaces, organisationsOf, provincesDuring, type TableOrganisation } from './table-places.store.ts';

/** One series with its cells, one for each column. */
export interface AnsweredSeries extends SeriesQuestion {
  definition: IndicatorDefinition;
  cells: Cell[];
}

/** A table as worked out from one snapshot. */
export interface AnsweredTable {
  columns: Column[];
  on: string;
  series: AnsweredSeries[];
  position: SnapshotPosition;
}

/**
 * Answers a query from one snapshot with a fixed number of statements, however many values it has. Raises `HubError`
 * BAD_USER_INPUT (all faults at once), NO_MEANING, TOO_MANY_VALUES.
 */
export async function answerTable(tx: Tx, viewer: Viewer, query: IndicatorQuery): Promise<AnsweredTable> {
  const parsed = parseQuery(query);
  const definitions = await wantedIndicators(tx, parsed);
  const places = await wantedPlaces(tx, parsed);
  refuseNonsense(definitions, places);
  const questions = await lookUp(tx, parsed, definitions, places);
  refuseTooMany(questions.series.length, parsed.columns.length);
  const data = await loadData(tx, parsed, definitions, questions);
  const input: TableInput = {
    data,
    provinces: questions.provinces,
    organisationOf: (provinceId, kind) => questions.organisations.get(`${provinceId}|${kind}`)?.id ?? null,
    restricted: (indicator, place, organisationId) => restrictedFor(viewer, indicator, place, organisationId),
  };
  const byId = new Map(definitions.map((definition) => [definition.id, definition]));
  const series = questions.series.flatMap((question) => {
    const definition = byId.get(question.indicator.id);
    return definition ? [{ ...question, definition, cells: parsed.columns.map((column) => computeCell(input, question, column)) }] : [];
  });
  return { columns: parsed.columns, on: parsed.on, series, position: await snapshotPosition(tx) };
}

async function wantedIndicators(tx: Tx, parsed: ParsedQuery): Promise<IndicatorDefinition[]> {
  const known = new Map((await indicatorStore.byCodes(tx, parsed.codes)).map((row) => [row.code, row]));
  const unknown = parsed.codes.filter((code) => !known.has(code));
  if (unknown.length > 0) {
    refuse([{ vi: `không có chỉ tiêu ${unknown.join(', ')}; xem mã bằng truy vấn indicators`, en: `there is no indicator ${unknown.join(', ')}; find codes with the query indicators` }]);
  }
  return parsed.codes.flatMap((code) => known.get(code) ?? []);
}

async function wantedPlaces(tx: Tx, parsed: ParsedQuery): Promise<ChosenPlace[]> {
  const places = await chosenPlaces(tx, parsed.choice, parsed.on);
  if (parsed.choice.by === 'codes') {
    const unknown = parsed.choice.codes.filter((code) => !places.some((place) => place.code === code));
    if (unknown.length > 0) {
      refuse([{ vi: `ngày ${parsed.on} không có địa bàn mang mã ${unknown.join(', ')}`, en: `on ${parsed.on} no place has the code ${unknown.join(', ')}` }]);
    }
  }
  return places;
}

interface Questions {
  series: SeriesQuestion[];
  organisations: ReadonlyMap<string, TableOrganisation>;
  /** Provinces the nation is added up from; empty where the nation is not asked. */
  provinces: TablePlace[];
}

/** A series for each indicator, place and kind of organisation that reports it there. */
async function lookUp(tx: Tx, parsed: ParsedQuery, definitions: readonly IndicatorDefinition[], places: readonly TablePlace[]): Promise<Questions> {
  const nation = places.some((place) => place.level === 'COUNTRY');
  const provinces = nation ? await provincesDuring(tx, first(parsed.columns), last(parsed.columns)) : [];
  const provinceIds = [...new Set([...places, ...provinces].flatMap((place) => place.provinceId ?? []))];
  const kinds = [...new Set(definitions.flatMap((definition) => kindsFor(definition, parsed.reporters)))];
  const organisations = new Map((await organisationsOf(tx, provinceIds, kinds)).map((one) => [`${one.provinceId}|${one.kind}`, one]));
  const codes = parsed.reporters?.codes ?? new Set<string>();
  const series = definitions.flatMap((indicator) =>
    places.flatMap((place) =>
      kindsFor(indicator, parsed.reporters).flatMap((kind): SeriesQuestion[] => {
        const organisation = organisations.get(`${place.provinceId}|${kind}`) ?? null;
        if (codes.size > 0 && (organisation === null || !codes.has(organisation.code))) return [];
        return [{ indicator, place, kind, organisationId: place.level === 'COUNTRY' ? null : (organisation?.id ?? null) }];
      }),
    ),
  );
  return { series, organisations, provinces };
}

function first(columns: readonly Column[]): string {
  return columns.reduce((from, column) => (column.dataFrom < from ? column.dataFrom : from), '9999-12-31');
}

function last(columns: readonly Column[]): string {
  return columns.reduce((to, column) => (column.dataTo > to ? column.dataTo : to), '');
}

async function loadData(tx: Tx, parsed: ParsedQuery, definitions: readonly IndicatorDefinition[], questions: Questions): Promise<TableData> {
  const { columns } = parsed;
  const places = [...questions.series.map((one) => one.place), ...questions.provinces];
  const scope = {
    provinceIds: [...new Set(places.flatMap((place) => place.provinceId ?? []))],
    organisationIds: [...questions.organisations.values()].map((organisation) => organisation.id),
  };
  const reports = await publishedReports(tx, { ...scope, dataFrom: first(columns), dataTo: last(columns) });
  const wanted = reports.filter(({ period }) =>
    columns.some((column) => period.key === column.key || (period.dataTo >= column.dataFrom && period.dataFrom <= column.dataTo)),
  );
  const figures: FigureScope = {
    ...scope,
    indicatorIds: definitions.map((definition) => definition.id),
    placeIds: [...new Set(places.map((place) => place.id))],
    periodIds: [...new Set(wanted.map((entry) => entry.period.id))],
  };
  const own = await currentFigures(tx, figures);
  const totals = await storedTotals(tx, figures, columns);
  return new TableData({ reports: wanted, figures: [...own, ...(await stockLeaves(tx, figures, definitions, places, columns, own))], totals, communes: await communeCounts(tx, scope.provinceIds, columns) });
}

/** A stock over a window that is no nominal period has no stored total: its figures below are read and added here. */
async function stockLeaves(
  tx: Tx,
  scope: FigureScope,
  definitions: readonly IndicatorDefinition[],
  places: readonly TablePlace[],
  columns: readonly Column[],
  own: readonly { placeId: number }[],
): ReturnType<typeof currentFiguresBelow> {
  const stocks = definitions.filter((definition) => definition.timeRule === 'LAST' && definition.placeRule === 'SUM').map((one) => one.id);
  const above = places.some((place) => place.level !== 'COMMUNE');
  if (stocks.length === 0 || !above || columns.every((column) => column.kind !== null)) return [];
  const loaded = new Set(own.map((figure) => figure.placeId));
  const below = await currentFiguresBelow(tx, { ...scope, indicatorIds: stocks });
  return below.filter((figure) => !loaded.has(figure.placeId));
}
