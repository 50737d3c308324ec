import { ORGANISATION_KINDS } from '../../catalogue/organisation/organisation.kind.ts';
import { placeKey } from '../../catalogue/place/place.source.ts';
import { listPeriods, type Outcome, parsePeriodKey, windowOf } from '../../ground/period/period.ts';
import type { Column, TableIndicator } from './cell.ts';
import type { IndicatorQuery, PeriodSelector, PlaceSelector } from './indicator-query.input.ts';
import type { ParsedQuery, PlaceChoice, Reporters } from './parsed-query.ts';
import { type QueryFault, refuse } from './refusal.ts';

/** The columns of a table, or what is wrong with them. */
function columnsOf(periods: PeriodSelector): { columns: Column[] } | { fault: QueryFault } {
  const { keys, from, to, grain } = periods;
  if (keys && !from && !to && !grain) {
    const found = [...new Set(keys)].map((key) => parsePeriodKey(key));
    const columns = found.flatMap((period) => (period ? [period] : []));
    if (columns.length > 0 && columns.length === found.length) return { columns };
    return { fault: { vi: 'periods.keys phải có ít nhất một kỳ', en: 'periods.keys needs at least one period' } };
  }
  if (!keys && from && to && grain) {
    const listed = listPeriods(from, to, grain);
    return 'ok' in listed ? { columns: listed.ok } : periodFault(listed);
  }
  if (!keys && from && to) {
    const window = windowOf(from, to);
    return 'ok' in window
      ? { columns: [{ ...window.ok, kind: from === to ? (parsePeriodKey(from)?.kind ?? null) : null }] }
      : periodFault(window);
  }
  return {
    fault: {
      vi: 'periods cần keys, hoặc from và to (thêm grain nếu muốn mỗi kỳ một cột)',
      en: 'periods needs keys, or from and to (with grain for a column each)',
    },
  };
}

function periodFault(answer: Outcome<unknown>): { fault: QueryFault } {
  const en = 'fault' in answer ? answer.fault : '';
  return { fault: { vi: `periods không hợp lệ (${en})`, en: `periods: ${en}` } };
}

/** Which way the places are selected, or what is wrong. */
function placeChoice(places: PlaceSelector): { choice: PlaceChoice } | { fault: QueryFault } {
  const { codes, within, level, all } = places;
  if (codes && codes.length > 0 && !within && !level && !all)
    return { choice: { by: 'codes', codes: [...new Set(codes)] } };
  if (within && level && !codes && !all) {
    const root = placeKey(within);
    if (root === null)
      return {
        fault: {
          vi: `places.within “${within}” không phải mã định danh địa bàn`,
          en: `places.within “${within}” is not the id of a place`,
        },
      };
    return { choice: { by: 'within', root, level } };
  }
  if (all && !codes && !within && !level) return { choice: { by: 'all', level: all } };
  return {
    fault: {
      vi: 'places cần đúng một cách chọn: codes, hoặc within cùng level, hoặc all',
      en: 'places needs exactly one way: codes, or within with level, or all',
    },
  };
}

/** Reads `organisations`: kinds and codes; left out, each indicator's owners answer. */
function reportersOf(asked: readonly string[] | undefined): { reporters: Reporters | null } | { fault: QueryFault } {
  if (!asked) return { reporters: null };
  const known = ORGANISATION_KINDS.join(', ');
  if (asked.length === 0) {
    return {
      fault: {
        vi: `organisations cần ít nhất một loại (${known}) hoặc mã; bỏ trống cả tham số nếu muốn đơn vị chủ quản của từng chỉ tiêu`,
        en: `organisations needs at least one kind (${known}) or code; leave it out for the owners of each indicator`,
      },
    };
  }
  const read = asked.map((text) => ({
    text,
    kind: ORGANISATION_KINDS.find((kind) => kind === text || text.startsWith(`${kind}-`)),
  }));
  const unknown = read.flatMap(({ text, kind }) => (kind ? [] : [`“${text}”`])).join(', ');
  if (unknown !== '') {
    return {
      fault: {
        vi: `organisations: ${unknown} không phải loại tổ chức (${known}) hay mã như LDLD-91`,
        en: `organisations: ${unknown} is neither a kind (${known}) nor a code such as LDLD-91`,
      },
    };
  }
  const kinds = [...new Set(read.flatMap(({ kind }) => kind ?? []))];
  const narrowed = kinds.filter((kind) => !asked.includes(kind));
  const codes = new Map(
    narrowed.map((kind) => [kind as string, new Set(asked.filter((text) => text.startsWith(`${kind}-`)))]),
  );
  return { reporters: { kinds, codes } };
}

/** The kinds that answer for one indicator: those asked for that own it; left out, all owners. */
export function kindsFor(indicator: TableIndicator, reporters: Reporters | null): readonly string[] {
  if (!reporters) return indicator.owners;
  return reporters.kinds.filter((kind) => indicator.owners.includes(kind));
}

/** Reads a query; raises BAD_USER_INPUT with all that is wrong. */
export function parseQuery(query: IndicatorQuery): ParsedQuery {
  const faults: QueryFault[] = [];
  const keep = <T extends object>(answer: T | { fault: QueryFault }): T | null => {
    if (!('fault' in answer)) return answer;
    faults.push(answer.fault);
    return null;
  };
  if (query.indicators.length === 0)
    faults.push({ vi: 'indicators phải có ít nhất một mã chỉ tiêu', en: 'indicators needs at least one code' });
  const columns = keep(columnsOf(query.periods));
  const choice = keep(placeChoice(query.places));
  const reporters = keep(reportersOf(query.organisations));
  if (faults.length > 0 || !columns || !choice || !reporters) return refuse(faults);
  const last = columns.columns.reduce((latest, column) => (column.dataTo > latest ? column.dataTo : latest), '');
  return {
    codes: [...new Set(query.indicators)],
    columns: columns.columns,
    choice: choice.choice,
    reporters: reporters.reporters,
    on: query.places.on ?? last,
  };
}
