import { HubError } from '../../ground/gql/hub-error.ts';
import type { TableIndicator, TablePlace } from './cell.ts';
import type { ParsedQuery } from './parsed-query.ts';
import type { ChosenPlace, TableOrganisation } from './table-places.store.ts';

/** Values one table may answer. */
const VALUE_LIMIT = 100_000;

/** A fault of a query, in both languages; all of them are told at once. */
export interface QueryFault {
  vi: string;
  en: string;
}

/** Raises BAD_USER_INPUT with everything that is wrong with a query. */
export function refuse(faults: readonly QueryFault[]): never {
  throw new HubError({
    code: 'BAD_USER_INPUT',
    vi: `Không hiểu được yêu cầu: ${faults.map(({ vi }) => vi).join('; ')}.`,
    en: `The query cannot be understood: ${faults.map(({ en }) => en).join('; ')}.`,
    facts: { faults },
  });
}

/** Codes of indicators that do not exist. */
export function unknownIndicators(codes: readonly string[]): QueryFault[] {
  if (codes.length === 0) return [];
  return [
    {
      vi: `không có chỉ tiêu ${codes.join(', ')}; xem mã bằng truy vấn indicators`,
      en: `there is no indicator ${codes.join(', ')}; find codes with the query indicators`,
    },
  ];
}

/** Places that did not live on the day, or a choice that finds none. */
export function unknownPlaces({ choice, on }: ParsedQuery, found: readonly ChosenPlace[]): QueryFault[] {
  if (choice.by !== 'codes') {
    if (found.length > 0 || choice.by === 'keys') return [];
    const { level } = choice;
    return [
      {
        vi: `ngày ${on} không có địa bàn cấp ${level} nào như places đã chọn`,
        en: `on ${on} places selects no place of the level ${level}`,
      },
    ];
  }
  const unknown = choice.codes.filter((code) => !found.some((place) => place.code === code)).join(', ');
  if (unknown === '') return [];
  return [{ vi: `ngày ${on} không có địa bàn mang mã ${unknown}`, en: `on ${on} no place has the code ${unknown}` }];
}

/** Organisations asked for by code that report in none of the places, or that are asked for the nation. */
export function unknownOrganisations(
  { reporters }: ParsedQuery,
  found: readonly TableOrganisation[],
  nation: boolean,
): QueryFault[] {
  const codes = [...(reporters?.codes.values() ?? [])].flatMap((set) => [...set]);
  if (codes.length === 0) return [];
  if (nation) {
    const kinds = [...(reporters?.codes.keys() ?? [])].join(', ');
    return [
      {
        vi: `cả nước không thuộc riêng một tổ chức: hãy hỏi theo loại (${kinds}) thay cho ${codes.join(', ')}`,
        en: `the nation belongs to no single organisation: ask for the kind (${kinds}) instead of ${codes.join(', ')}`,
      },
    ];
  }
  const unknown = codes.filter((code) => !found.some((one) => one.code === code)).join(', ');
  if (unknown === '') return [];
  return [
    {
      vi: `không có tổ chức ${unknown} ở các địa bàn được hỏi`,
      en: `there is no organisation ${unknown} in the places asked for`,
    },
  ];
}

/** Refuses a table that would be too large, with the number it would have. */
export function refuseTooMany(series: number, columns: number): void {
  const count = series * columns;
  if (count <= VALUE_LIMIT) return;
  throw new HubError({
    code: 'TOO_MANY_VALUES',
    vi: `Bảng này có ${count} giá trị, nhiều hơn mức ${VALUE_LIMIT}. Hãy chọn ít chỉ tiêu, địa bàn hoặc kỳ hơn.`,
    en: `This table would have ${count} values, more than the ${VALUE_LIMIT} allowed. Ask for fewer indicators, places or periods.`,
    facts: { values: count, limit: VALUE_LIMIT },
  });
}

/** Refuses what has no meaning over the nation, and names the question that has one. */
export function refuseNonsense(indicators: readonly TableIndicator[], places: readonly TablePlace[]): void {
  if (!places.some((place) => place.level === 'COUNTRY')) return;
  const none = indicators.filter((indicator) => indicator.placeRule === 'NONE').map((indicator) => indicator.code);
  if (none.length === 0) return;
  throw new HubError({
    code: 'NO_MEANING',
    vi: `Không cộng được ${none.join(', ')} lên cả nước: chỉ tiêu này chỉ có nghĩa ở từng địa bàn. Hãy hỏi theo tỉnh: places: { all: PROVINCE }.`,
    en: `${none.join(', ')} cannot be added up for the nation: it has a meaning for each place only. Ask by province: places: { all: PROVINCE }.`,
    facts: { indicators: none },
  });
}
