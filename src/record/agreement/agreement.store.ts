import { indicatorCode } from '../../catalogue/indicator/indicator.source.ts';
import { indicatorStore } from '../../catalogue/indicator/indicator.store.ts';
import { named, type Tx } from '../../ground/database/data-source.ts';
import { HubError } from '../../ground/gql/hub-error.ts';

/** Refuses an agreement that the writer may not see: foreign keys know no viewer. Raises `HubError` with the path `agreement`. */
async function mustSee(tx: Tx, id: number | null | undefined): Promise<void> {
  if (id === null || id === undefined) return;
  const rows = await named(tx, 'agreementSeen', 'select id from agreement where id = $1::integer', [id]);
  if (rows.length > 0) return;
  throw new HubError({
    code: 'BAD_USER_INPUT',
    path: ['agreement'],
    vi: 'Không có chương trình, quy chế phối hợp (agreement) này, hoặc bạn không được xem. Hãy lấy mã định danh từ truy vấn agreements.',
    en: 'There is no such agreement, or none that you may see. Take its id from the query agreements.',
  });
}

/** Keys of indicators by their global ids. Raises `HubError` with the path where one is none. */
async function indicatorKeys(
  tx: Tx,
  ids: readonly string[],
  path: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const codes = new Map(ids.map((id) => [id, indicatorCode(id)]));
  const rows = await indicatorStore.byCodes(
    tx,
    [...codes.values()].filter((code) => code !== null),
  );
  const byCode = new Map(rows.map(({ code, id }) => [code, id]));
  return new Map(
    [...codes].map(([id, code]) => {
      const key = code === null ? undefined : byCode.get(code);
      if (key !== undefined) return [id, key];
      throw new HubError({
        code: 'BAD_USER_INPUT',
        path: [...path],
        vi: `“${path.join('.')}” cần mã định danh của chỉ tiêu; nhận được ${id}. Hãy lấy mã từ truy vấn indicators.`,
        en: `“${path.join('.')}” needs ids of indicators; got ${id}. Take them from the query indicators.`,
      });
    }),
  );
}

/** Refuses a signature in an office that is not the signer’s. Raises `HubError` with the path `signatories.offices`. */
async function mustHold(tx: Tx, held: readonly { personId: number; officeId: number }[]): Promise<void> {
  if (held.length === 0) return;
  const wrong = await named<{ officeId: number }>(
    tx,
    'officesNotHeld',
    `select asked.office_id as "officeId" from unnest($1::integer[], $2::integer[]) asked (office_id, person_id)
     where not exists (select 1 from office of where of.id = asked.office_id and of.person_id = asked.person_id)`,
    [held.map(({ officeId }) => officeId), held.map(({ personId }) => personId)],
  );
  if (wrong.length === 0) return;
  throw new HubError({
    code: 'BAD_USER_INPUT',
    path: ['signatories', 'offices'],
    vi: `“signatories.offices” có ${wrong.length} chức vụ không phải của người ký. Hãy lấy chức vụ từ offices của người đó.`,
    en: `“signatories.offices” has ${wrong.length} office(s) that the signer does not hold. Take them from the person’s offices.`,
  });
}

/** Reading that changes of agreements need, in their transaction. */
export const agreementStore = {
  mustSee,
  indicatorKeys,
  mustHold,
};
