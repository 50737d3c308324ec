import { indicatorStore } from '../../catalogue/indicator/indicator.store.ts';
import type { IndicatorRow as IndicatorDefinition } from '../../catalogue/indicator/indicator.row.ts';
import type { Tx } from '../../ground/database/data-source.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import type { Column, TablePlace } from './cell.ts';
import { answerParts } from './answer-parts.ts';
import { computeCell } from './compute.ts';
import type { IndicatorQuery } from './indicator-query.input.ts';
import type { ParsedQuery } from './parsed-query.ts';
import { kindsFor, parseQuery } from './plan.ts';
import type { AnsweredSeries, TableInput } from './question.ts';
import {
  refuse,
  refuseNonsense,
  refuseTooMany,
  unknownIndicators,
  unknownOrganisations,
  unknownPlaces,
} from './refusal.ts';
import { restrictedFor } from './restriction.ts';
import {
  type FigureScope,
  communeCounts,
  currentFigures,
  currentFiguresBelow,
  publishedReports,
  snapshotPosition,
  type SnapshotPosition,
  storedTotals,
} from './table.store.ts';
import { TableData } from './table-data.ts';
import {
  type ChosenPlace,
  chosenPlaces,
  type NationPart,
  organisationsOf,
  provincesDuring,
  type TableOrganisation,
} from './table-places.store.ts';

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
export function answerTable(tx: Tx, viewer: Viewer, query: IndicatorQuery): Promise<AnsweredTable> {
  return answerParsed(tx, viewer, parseQuery(query));
}

/** The same for a query that is already read: what other rooms ask for themselves. Series of parts follow those of wholes. */
export async function answerParsed(tx: Tx, viewer: Viewer, parsed: ParsedQuery): Promise<AnsweredTable> {
  const { definitions, places, provinces, organisations } = await lookUp(tx, parsed);
  refuseNonsense(definitions, places);
  const series = seriesOf(parsed, definitions, places, organisations);
  refuseTooMany(series.length, parsed.columns.length);
  const { data, figures } = await loadData(tx, parsed, definitions, {
    places: [...places, ...provinces],
    organisations,
  });
  const input: TableInput = {
    data,
    provinces,
    organisationOf: (provinceId, kind) => organisations.get(`${provinceId}|${kind}`)?.id ?? null,
    restricted: (indicator, place, organisationId) => restrictedFor(viewer, indicator, place, organisationId),
  };
  const wholes = series.map((one) => ({
    ...one,
    breakdown: '',
    cells: parsed.columns.map((column) => computeCell(input, one, column)),
  }));
  return {
    columns: parsed.columns,
    on: parsed.on,
    series: parsed.parts
      ? [...wholes, ...(await answerParts(tx, viewer, { wholes, figures, input, columns: parsed.columns }))]
      : wholes,
    position: await snapshotPosition(tx),
  };
}

/** What a query names, found in the catalogue. */
interface Known {
  definitions: IndicatorDefinition[];
  places: ChosenPlace[];
  /** Provinces the nation is added up from; empty where the nation is not asked. */
  provinces: NationPart[];
  organisations: Organisations;
}

/** By `province|kind`. */
type Organisations = ReadonlyMap<string, TableOrganisation>;

/** Looks up everything a query names; whatever is not there is told at once. */
async function lookUp(tx: Tx, parsed: ParsedQuery): Promise<Known> {
  const byCode = new Map((await indicatorStore.byCodes(tx, parsed.codes)).map((row) => [row.code, row]));
  const definitions = parsed.codes.flatMap((code) => byCode.get(code) ?? []);
  const places = await chosenPlaces(tx, parsed.choice, parsed.on);
  const nation = places.some((place) => place.level === 'COUNTRY');
  const provinces = nation ? await provincesDuring(tx, first(parsed.columns), last(parsed.columns)) : [];
  const provinceIds = [...new Set([...places, ...provinces].flatMap((place) => place.provinceId ?? []))];
  const kinds = [...new Set(definitions.flatMap((definition) => kindsFor(definition, parsed.reporters)))];
  const named = [...(parsed.reporters?.codes.keys() ?? [])];
  const found = await organisationsOf(tx, provinceIds, [...new Set([...kinds, ...named])]);
  const faults = [
    ...unknownIndicators(parsed.codes.filter((code) => !byCode.has(code))),
    ...unknownPlaces(parsed, places),
    ...unknownOrganisations(parsed, found, nation),
  ];
  if (faults.length > 0) refuse(faults);
  return {
    definitions,
    places,
    provinces,
    organisations: new Map(found.map((one) => [`${one.provinceId}|${one.kind}`, one])),
  };
}

/** A series for each indicator, place and kind of organisation that reports it there. */
function seriesOf(
  parsed: ParsedQuery,
  definitions: readonly IndicatorDefinition[],
  places: readonly TablePlace[],
  organisations: Organisations,
): Omit<AnsweredSeries, 'cells' | 'breakdown'>[] {
  return definitions.flatMap((definition) =>
    places.flatMap((place) =>
      kindsFor(definition, parsed.reporters).flatMap((kind) => {
        const organisation = organisations.get(`${place.provinceId}|${kind}`) ?? null;
        const codes = parsed.reporters?.codes.get(kind);
        if (codes && (organisation === null || !codes.has(organisation.code))) return [];
        return [
          {
            definition,
            indicator: definition,
            place,
            kind,
            organisationId: place.level === 'COUNTRY' ? null : (organisation?.id ?? null),
          },
        ];
      }),
    ),
  );
}

function first(columns: readonly Column[]): string {
  return columns.reduce((from, column) => (column.dataFrom < from ? column.dataFrom : from), '9999-12-31');
}

function last(columns: readonly Column[]): string {
  return columns.reduce((to, column) => (column.dataTo > to ? column.dataTo : to), '');
}

async function loadData(
  tx: Tx,
  parsed: ParsedQuery,
  definitions: readonly IndicatorDefinition[],
  asked: { places: readonly TablePlace[]; organisations: Organisations },
): Promise<{ data: TableData; figures: FigureScope }> {
  const { columns } = parsed;
  const { places, organisations } = asked;
  const scope = {
    provinceIds: [...new Set(places.flatMap((place) => place.provinceId ?? []))],
    organisationIds: [...organisations.values()].map((organisation) => organisation.id),
    placeIds: [
      ...new Set(places.flatMap((place) => [place.id, ...(place.provinceId === null ? [] : [place.provinceId])])),
    ],
  };
  const reports = await publishedReports(tx, { ...scope, dataFrom: first(columns), dataTo: last(columns) });
  const wanted = reports.filter(({ period }) =>
    columns.some(
      (column) => period.key === column.key || (period.dataTo >= column.dataFrom && period.dataFrom <= column.dataTo),
    ),
  );
  const figures: FigureScope = {
    ...scope,
    indicatorIds: definitions.map((definition) => definition.id),
    periodIds: [...new Set(wanted.map((entry) => entry.period.id))],
  };
  const own = await currentFigures(tx, figures);
  const totals = await storedTotals(tx, figures, columns);
  const data = new TableData({
    reports: wanted,
    figures: [...own, ...(await stockLeaves(tx, figures, definitions, places, columns, own))],
    totals,
    communes: await communeCounts(tx, scope.provinceIds, columns),
  });
  return { data, figures };
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
  const stocks = definitions
    .filter((definition) => definition.timeRule === 'LAST' && definition.placeRule === 'SUM')
    .map((one) => one.id);
  const above = places.some((place) => place.level !== 'COMMUNE');
  if (stocks.length === 0 || !above || columns.every((column) => column.kind !== null)) return [];
  const loaded = new Set(own.map((figure) => figure.placeId));
  const below = await currentFiguresBelow(tx, { ...scope, indicatorIds: stocks });
  return below.filter((figure) => !loaded.has(figure.placeId));
}
