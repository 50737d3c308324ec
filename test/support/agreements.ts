import { toGlobalId } from '../../src/ground/gql/node.ts';
import { fold } from '../../src/ground/text/fold.ts';
import type { Viewer } from '../../src/ground/viewer/viewer.ts';
import { type GraphWorld, viewerOf } from './graph-world.ts';

/** What agreements refer to: organisations of a province that is gone and of one that lives, persons with offices, and references. */
export interface AgreementGround {
  /** Keys of organisations of Kiên Giang, which ended on 30 June 2025. */
  gone: Record<'LDLD' | 'TD', number>;
  /** Keys of organisations of An Giang as it is now. */
  here: Record<'LDLD' | 'HPN' | 'UBND', number>;
  officer: Viewer;
  stranger: Viewer;
  reviewer: Viewer;
  person: { id: number; offices: number[] };
  other: { id: number; offices: number[] };
  target: number;
  policy: number;
}

/** Lays what agreements refer to into a world. */
export async function layAgreementGround(world: GraphWorld): Promise<AgreementGround> {
  const keyOf = async (text: string, values: unknown[]): Promise<number> =>
    (await world.sql<{ id: number }>(text, values))[0]?.id ?? 0;
  const organisation = (kind: string, living: boolean): Promise<number> =>
    keyOf(
      `select o.id from organisation o join organisation_version v on v.organisation_id = o.id
       where o.kind = $1 and v.name like $2 and (o.valid_to is null) = $3 limit 1`,
      [kind, living ? '%An Giang' : '%Kiên Giang', living],
    );
  const [province] = await world.sql<{ id: number; country: number }>(
    `select province_id as id, (select id from place where level = 'COUNTRY') as country from organisation
     where id = ${await organisation('LDLD', true)}`,
  );
  const country = province?.country;
  const person = async (name: string, titles: string[]): Promise<{ id: number; offices: number[] }> => {
    const id = await keyOf(
      `insert into person (province_id, exposure, name, sort_key, folded, origin) values ($1, 2, $2, $2, $3, 'MANUAL') returning id`,
      [country, name, fold(name)],
    );
    const of = await organisation('LDLD', false);
    const offices = await Promise.all(
      titles.map((title, at) =>
        keyOf(
          `insert into office (person_id, organisation_id, title, folded, ordinal, origin) values ($1, $2, $3, $3, $4, 'MANUAL') returning id`,
          [id, of, title, at + 1],
        ),
      ),
    );
    return { id, offices };
  };
  const here = {
    LDLD: await organisation('LDLD', true),
    HPN: await organisation('HPN', true),
    UBND: await organisation('UBND', true),
  };
  return {
    gone: { LDLD: await organisation('LDLD', false), TD: await organisation('TD', false) },
    here,
    officer: viewerOf('OFFICER', { organisations: [here.LDLD] }),
    stranger: viewerOf('OFFICER', { organisations: [here.HPN] }),
    reviewer: viewerOf('REVIEWER', { provinces: [province?.id ?? 0] }),
    person: await person('Người ký thứ nhất', ['Chủ tịch', 'Tỉnh ủy viên']),
    other: await person('Người ký thứ hai', ['Phó Bí thư']),
    target: await keyOf(
      `insert into target_group (province_id, exposure, name, sort_key, folded, origin)
       values ($1, 2, 'nhóm thử nghiệm', 'n', 'nhom thu nghiem', 'MANUAL') returning id`,
      [country],
    ),
    policy: await keyOf(
      `insert into policy_reference (province_id, exposure, title, sort_key, folded, origin)
       values ($1, 2, 'Nghị quyết thử nghiệm', 'n', 'nghi quyet thu nghiem', 'MANUAL') returning id`,
      [country],
    ),
  };
}

/** The global id of an organisation. */
export function organisationId(key: number): string {
  return toGlobalId('Organisation', key);
}

/** A mutation of one record of an agreement, with what is answered under `record`. */
export function changeOf(name: string, field: string, record = 'id version closedOn'): string {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const input = name.startsWith('close') ? 'CloseRecordInput' : type;
  return `mutation ($input: ${input}!) { payload: ${name}(input: $input) { record: ${field} { ${record} } userErrors { code path message } } }`;
}

/** What a change answers. */
export interface Changed {
  payload: {
    record: { id: string; version: number; closedOn: string | null } | null;
    userErrors: { code: string; path: string[]; message: string }[];
  };
}

/** What a change answers, asked as a viewer. */
export async function changeRecordOf(
  world: GraphWorld,
  viewer: Viewer,
  name: string,
  field: string,
  input: object,
): Promise<Changed['payload']> {
  return (await world.ask<Changed>(changeOf(name, field), { input }, world.contextOf(viewer))).payload;
}

/** The input of a programme of 2018 between two organisations of a province that has since been dissolved. */
export function programmeOf(ground: AgreementGround): object {
  const [labour, youth] = [organisationId(ground.gone.LDLD), organisationId(ground.gone.TD)];
  return {
    keeper: organisationId(ground.here.LDLD),
    visibility: 'PUBLIC',
    kind: 'PROGRAMME',
    name: 'Chương trình phối hợp giai đoạn 2018 - 2023',
    termStart: { earliest: '2018-01-01', latest: '2018-12-31' },
    termEnd: { earliest: '2023-01-01', latest: '2023-12-31' },
    signed: { on: '2018-07-10' },
    parties: [
      { organisation: youth, role: 'LEAD' },
      { organisation: labour, role: 'MEMBER' },
    ],
    signatories: [
      {
        person: toGlobalId('Person', ground.person.id),
        organisation: labour,
        offices: ground.person.offices.map((id) => toGlobalId('Office', id)),
      },
    ],
    contents: [
      {
        text: 'Tuyên truyền',
        targetGroups: [toGlobalId('TargetGroup', ground.target)],
        indicators: [toGlobalId('Indicator', 'LD_GU')],
      },
      { text: 'Chăm lo, hỗ trợ' },
    ],
    objectives: [{ text: 'Xây dựng đội ngũ' }],
    supports: [{ text: 'Đào tạo nghề', giver: labour, receivers: [youth] }],
    policies: [toGlobalId('PolicyReference', ground.policy)],
  };
}
