import { everyOrganisationSource } from '../../catalogue/organisation/organisation.source.ts';
import { unitSource } from '../../catalogue/unit/unit.source.ts';
import { allColumns, type ListSource } from '../../ground/database/list-source.ts';
import { rowColumns } from '../../ground/database/row-columns.ts';
import type { ListDefinition } from '../../ground/gql/connection.ts';
import { numbersInId } from '../../ground/gql/node.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import { MemberRow } from './member.row.ts';
import { type Member, toMember } from './member.type.ts';

/** Province and number of the member with this global id; null where it can be none. */
export function memberKey(globalId: string): { provinceId: number; id: number } | null {
  const [provinceId, id] = numbersInId(globalId, 'Member', 2) ?? [];
  return provinceId === undefined || id === undefined || id > 2_147_483_647 ? null : { provinceId, id };
}

/** The register as whoever is not of an organisation sees it: the table itself is closed even to the role that reads for them. */
const NOBODY = `(select null::integer as province_id, null::integer as id, null::integer as organisation_id, null::integer as unit_id,
  null::text as pseudonym, null::integer as birth_year, null::text as sex, null::date as joined_on, null::date as left_on,
  null::boolean as synthetic where false) me0`;

/** The pseudonym as filters fold what they look for: registers are small, and none is kept folded. */
const FOLDED = `translate(regexp_replace(normalize(lower(me0.pseudonym), nfd), '[\\u0300-\\u036f]', '', 'g'), 'đ', 'd')`;

/** Members as the viewer sees them, under the alias `me0`, by the same rule as the row policy; names in filters are those of the day (ISO date). */
function memberSource(viewer: Viewer, on: string): ListSource {
  const own = viewer.role === 'OFFICER' || viewer.role === 'LEADER';
  const select = rowColumns(MemberRow, 'me0');
  return {
    name: 'members',
    from: own ? 'member me0' : NOBODY,
    columns: allColumns(select),
    select,
    key: [
      { sql: 'me0.province_id', type: 'integer' },
      { sql: 'me0.id', type: 'integer' },
    ],
    always: own ? `me0.organisation_id = any ('{${viewer.organisations.join(',')}}'::integer[])` : 'false',
    fields: {
      id: { sql: `me0.province_id || ':' || me0.id`, type: 'text', decode: keyText },
      pseudonym: { sql: 'me0.pseudonym', type: 'text', folded: FOLDED, orderable: true },
      birthYear: { sql: 'me0.birth_year', type: 'integer' },
      sex: { sql: 'me0.sex', type: 'text' },
      joinedOn: { sql: 'me0.joined_on', type: 'date' },
      leftOn: { sql: 'me0.left_on', type: 'date' },
      joined: { sql: `coalesce(me0.joined_on, 'infinity'::date)`, type: 'date', orderable: true },
    },
    relations: {
      organisation: { source: () => everyOrganisationSource(on), on: 'o0.id = me0.organisation_id' },
      unit: { source: () => unitSource(viewer, on), on: 'u0.id = me0.unit_id' },
    },
  };
}

function keyText(globalId: string): string | null {
  const key = memberKey(globalId);
  return key && `${key.provinceId}:${key.id}`;
}

const NEEDS = { id: [], organisation: ['organisationId'], unit: ['unitId'] };

/** The list of members, by pseudonym. */
export function memberList(viewer: Viewer, on: string): ListDefinition<MemberRow, Member> {
  return {
    type: 'Member',
    source: memberSource(viewer, on),
    convert: toMember,
    defaultOrder: [{ field: 'pseudonym', direction: 'ASC' }],
    always: ['provinceId', 'id'],
    needs: NEEDS,
    variant: on,
  };
}
