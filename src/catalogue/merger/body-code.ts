import type { BodyKind } from '../organisation/organisation.kind.ts';
import { mergerRefusals } from './merger-refusal.ts';

const LETTERS = /^[A-Z0-9]{2,12}$/;
/** Kinds of which a province has one at a time. */
const SINGLE: readonly BodyKind[] = ['LHTN', 'TINH_UY'];

/**
 * The code of a body: kind and code of its province, as `LHTN-91`; departments and other bodies add letters of their own, as
 * `SO_NGANH-74-SNV`. Raises `HubError` BAD_USER_INPUT.
 */
export function bodyCode(kind: BodyKind, province: string, letters: string | null, ...path: string[]): string {
  const single = SINGLE.includes(kind);
  const fits = letters === null ? kind !== 'KHAC' : !single && LETTERS.test(letters);
  if (fits) return [kind, province, ...(letters === null ? [] : [letters])].join('-');
  const came = letters ?? '';
  if (single) throw mergerRefusals.badCode(came, `để trống với ${kind}`, `nothing for ${kind}`, ...path, 'letters');
  throw mergerRefusals.badCode(came, 'từ 2 đến 12 chữ A–Z hoặc số', '2 to 12 of A–Z and 0–9', ...path, 'letters');
}
