import { placeLoaders } from '../../catalogue/place/place.loader.ts';
import { dayAsked } from '../../catalogue/day.ts';
import type { Context } from '../../ground/gql/context.ts';
import { HubError } from '../../ground/gql/hub-error.ts';
import { numbersInId } from '../../ground/gql/node.ts';

/**
 * The province whose events are wanted, null for all. Raises `HubError` BAD_USER_INPUT where the id is not that of a
 * province or of the country: an event knows its province and no commune.
 */
export async function provinceWithin(context: Context, within: string | null | undefined): Promise<number | null> {
  if (within === null || within === undefined) return null;
  const [id] = numbersInId(within, 'Place', 1) ?? [];
  // Beyond the range of the column there is no place, and PostgreSQL would raise a fault of its own.
  const known = id !== undefined && id <= 2_147_483_647;
  const place = known ? await context.use(placeLoaders).findOn.load({ id, on: dayAsked(context) }) : null;
  if (place?.level === 'COUNTRY') return null;
  if (place?.level === 'PROVINCE') return place.placeId;
  const came = place ? place.level : 'no place';
  throw new HubError({
    code: 'BAD_USER_INPUT',
    vi: `Tham số within cần id của một tỉnh, thành phố hoặc của cả nước; nhận được ${came}. Hãy dùng id của tỉnh, rồi lọc theo báo cáo.`,
    en: `within takes the id of a province or of the country; got ${came}. Give the province’s id, and choose among its reports.`,
  });
}
