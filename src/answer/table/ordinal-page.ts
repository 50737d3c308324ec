import { PAGE_LIMIT, type PageInfo } from '../../ground/gql/connection.ts';
import { HubError } from '../../ground/gql/hub-error.ts';

/** The part of a list that is held in memory which a client asks for. */
export interface OrdinalPage {
  after: number;
  size: number;
}

/** Reads `first` and `after` of a list whose cursors are places from 1. Raises `HubError` PAGE_SIZE or CURSOR_UNKNOWN. */
export function ordinalPage(list: string, first: number, after?: string | null): OrdinalPage {
  if (first < 1 || first > PAGE_LIMIT) {
    throw new HubError({
      code: 'BAD_USER_INPUT',
      vi: `first phải từ 1 đến ${PAGE_LIMIT}; nhận được ${first}.`,
      en: `first must be from 1 to ${PAGE_LIMIT}; got ${first}.`,
      facts: { reason: 'PAGE_SIZE' },
    });
  }
  if (after === undefined || after === null) return { after: 0, size: first };
  const [name, place] = Buffer.from(after, 'base64url').toString('utf8').split(':');
  if (name !== list || !/^\d{1,9}$/.test(place ?? '')) {
    throw new HubError({
      code: 'CURSOR_UNKNOWN',
      vi: 'Con trỏ trang không thuộc danh sách này. Hãy bắt đầu lại, không dùng con trỏ.',
      en: 'This cursor was not given by this list. Begin again without it.',
    });
  }
  return { after: Number(place), size: first };
}

/** The cursor of a place in such a list. */
export function ordinalCursor(list: string, place: number): string {
  return Buffer.from(`${list}:${place}`, 'utf8').toString('base64url');
}

/** Where a page stands in a list of `total`. */
export function ordinalPageInfo(list: string, page: OrdinalPage, count: number, total: number): PageInfo {
  return {
    hasNextPage: page.after + count < total,
    hasPreviousPage: page.after > 0,
    startCursor: count > 0 ? ordinalCursor(list, page.after + 1) : null,
    endCursor: count > 0 ? ordinalCursor(list, page.after + count) : null,
  };
}
