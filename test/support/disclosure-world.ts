import { organisationStore } from '../../src/catalogue/organisation/organisation.store.ts';
import { placeStore } from '../../src/catalogue/place/place.store.ts';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import { ANONYMOUS, type Viewer } from '../../src/ground/viewer/viewer.ts';
import { type GraphWorld, openGraphWorld, viewerOf } from './graph-world.ts';

/** Every state of a version, each with the circle it has reached: 0 the organisation, 1 its reviewers, 2 everybody. */
export const STATES = {
  DRAFT: 0,
  SIGNED_OFF: 0,
  SUBMITTED: 1,
  RETURNED: 1,
  ACCEPTED: 1,
  WITHDRAWN: 1,
  PUBLISHED: 2,
  REPLACED: 2,
} as const;
/** One of `STATES`. */
export type State = keyof typeof STATES;

/** How indicators are disclosed, each with one of them. */
export const DISCLOSURES = { PUBLIC: 'LD_MEMBERS', STATE: 'LD_STOPPAGES', ORGANISATION: 'EV_SELF_SCORE' } as const;
/** One of `DISCLOSURES`. */
export type Disclosure = keyof typeof DISCLOSURES;

/** What events announce: a version that came in, a publication with a figure for everybody, and one without. */
export type News = 'RECEIVED' | 'PUBLISHED' | 'PUBLISHED_WITHOUT_PUBLIC_FIGURE';

/** Whose a row is, as seen from the labour federation of today's An Giang and from a reviewer of that province. */
export type Whose = 'own' | 'predecessor' | 'neighbour' | 'foreign';

/** One row that somebody sees and somebody does not, with everything the rules look at. */
export interface Fact {
  kind: 'figure' | 'version' | 'report' | 'upload' | 'event' | 'total';
  /** Global id; for a total, which has none, its organisation, indicator and breakdown. */
  id: string;
  whose: Whose;
  /** For a report: the state of its version that reached the widest circle. */
  state: State;
  /** What an event announces; null where it is none. */
  news: News | null;
  disclosure: Disclosure;
  breakdown: boolean;
}

/** Everybody who may ask, by name. */
export interface Viewers {
  [name: string]: Viewer;
}

/** A database with a row for every combination of owner, state, disclosure and breakdown. */
export interface DisclosureWorld extends GraphWorld {
  facts: Fact[];
  viewers: Viewers;
  organisations: Record<Whose, { id: number; code: string; provinceId: number; provinceCode: string }>;
}

const WHOSE: Record<Whose, { code: string; on: string; form: string }> = {
  own: { code: 'LDLD-91', on: '2026-06-14', form: 'LDLD-01' },
  predecessor: { code: 'LDLD-91', on: '2025-06-14', form: 'LDLD-01' },
  neighbour: { code: 'HPN-91', on: '2026-06-14', form: 'HPN-01' },
  foreign: { code: 'LDLD-01', on: '2026-06-14', form: 'LDLD-01' },
};

/** Clones a database and fills it; everything is written as the superuser, so that no rule under test has a hand in it. */
export async function openDisclosureWorld(): Promise<DisclosureWorld> {
  const world = await openGraphWorld();
  const { manager } = world.pools.reader;
  const organisations = {} as DisclosureWorld['organisations'];
  const facts: Fact[] = [];
  for (const [whose, { code, on, form }] of Object.entries(WHOSE) as [Whose, (typeof WHOSE)[Whose]][]) {
    const found = await organisationStore.byCodeOn(manager, code, on);
    if (!found) throw new Error(`The catalogue has no ${code} on ${on}.`);
    organisations[whose] = { id: found.id, code, provinceId: found.provinceId, provinceCode: code.slice(-2) };
    const owner = { whose, form, organisationId: found.id, provinceId: found.provinceId };
    for (const state of Object.keys(STATES) as State[]) facts.push(...(await reportIn(world, owner, state)));
    facts.push(...(await refusedUpload(world, owner)), ...(await totals(world, owner)));
  }
  await world.number();
  const officer = { organisations: await organisationStore.lineage(manager, organisations.own.id) };
  const reviewer = { provinces: await placeStore.lineage(manager, organisations.own.provinceId) };
  const viewers = {
    anonymous: ANONYMOUS,
    partner: viewerOf('PARTNER'),
    'partner who claims a circle': viewerOf('PARTNER', { ...officer, ...reviewer }),
    analyst: viewerOf('ANALYST'),
    officer: viewerOf('OFFICER', officer),
    leader: viewerOf('LEADER', officer),
    'officer of nothing': viewerOf('OFFICER'),
    reviewer: viewerOf('REVIEWER', reviewer),
    'reviewer of nothing': viewerOf('REVIEWER'),
    admin: viewerOf('ADMIN'),
  };
  return Object.assign(world, { facts, viewers, organisations });
}

interface Owner {
  whose: Whose;
  form: string;
  organisationId: number;
  provinceId: number;
}

/** A period for each state, so that each has a report of its own. */
function monthOf(state: State): string {
  return `2026-${String(Object.keys(STATES).indexOf(state) + 1).padStart(2, '0')}`;
}

/** A report whose first version is in the state. A replaced one has a published version above it, and above that a draft. */
async function reportIn(world: GraphWorld, owner: Owner, state: State): Promise<Fact[]> {
  const month = monthOf(state);
  const [period] = await world.sql<{ id: number }>(
    `with new as (insert into period (key, kind, year, data_from, data_to) values ($1, 'MONTH', 2026, $2::date - 30, $2::date)
       on conflict do nothing returning id) select id from new union select id from period where key = $1 and data_to = $2::date`,
    [month, `${month}-14`],
  );
  const states: State[] = state === 'REPLACED' ? ['REPLACED', 'PUBLISHED', 'DRAFT'] : [state];
  const [report] = await world.sql<{ id: string }>(
    `insert into report (province_id, form_id, organisation_id, place_id, period_id, data_to, latest_version, published_version, exposure)
     select $1, f.id, $3, $1, $4, $5::date, $6, $7, $8 from form f where f.code = $2 returning id::text`,
    [
      owner.provinceId,
      owner.form,
      owner.organisationId,
      period?.id,
      `${month}-14`,
      states.length,
      publishedOf(states),
      STATES[state],
    ],
  );
  const key = `${owner.provinceId}:${report?.id}`;
  const common = { whose: owner.whose, news: null, disclosure: 'PUBLIC', breakdown: false } as const;
  const facts: Fact[] = [{ ...common, kind: 'report', id: toGlobalId('Report', ...key.split(':')), state }];
  for (const [at, one] of states.entries()) facts.push(...(await version(world, owner, key, at + 1, one)));
  return facts;
}

function publishedOf(states: readonly State[]): number | null {
  const at = states.indexOf('PUBLISHED');
  return at < 0 ? null : at + 1;
}

async function version(world: GraphWorld, owner: Owner, key: string, number: number, state: State): Promise<Fact[]> {
  const [province, report] = key.split(':');
  const published = STATES[state] === 2 ? 1 : null;
  const ended = state === 'REPLACED' ? 1 : null;
  const common = { whose: owner.whose, state, news: null, disclosure: 'PUBLIC', breakdown: false } as const;
  const upload = await uploadOf(world, owner, 'ACCEPTED', key, number);
  await world.sql(
    `insert into report_version (province_id, report_id, version, organisation_id, state, form_version, upload_id, file_sha256, synthetic, content,
       exposure, created_by, published_event, published_xact, ended_event, ended_xact)
     values ($1, $2, $3, $4, $5, 1, $6, repeat('a', 64), false, 'RECEIVED', $7, 'test', $8::bigint, $8::bigint, $9::bigint, $9::bigint)`,
    [province, report, number, owner.organisationId, state, upload, STATES[state], published, ended],
  );
  const figures = await world.sql<{ indicator: number; code: string; breakdown: number; place: number }>(
    `with part as (insert into breakdown (key) values ('sex=FEMALE') on conflict (key) do update set key = excluded.key returning id)
     insert into figure (province_id, report_id, version, place_id, indicator_id, measure, breakdown_id, organisation_id, form_id, period_id, data_to,
       value, status, cell, printed, exposure, published_by, ended_by)
     select r.province_id, r.id, $3::integer, r.place_id, i.id, 'IN_PERIOD', b.id, r.organisation_id, r.form_id, r.period_id, r.data_to,
       7654321, 'OFFICIAL', 'E1', '7654321', $5, $6::bigint, $7::bigint
     from report r, indicator i, (select id from part union select 0) b where r.province_id = $1 and r.id = $2 and i.code = any ($4)
     returning indicator_id as indicator, breakdown_id as breakdown, place_id as place,
       (select code from indicator where id = indicator_id) as code`,
    [province, report, number, Object.values(DISCLOSURES), STATES[state], published, ended],
  );
  return [
    { ...common, kind: 'version', id: toGlobalId('ReportVersion', province ?? '', report ?? '', number) },
    { ...common, kind: 'upload', id: toGlobalId('Upload', owner.provinceId, upload) },
    ...(await eventsOf(world, owner, key, number, state)).map(
      ({ id, news }): Fact => ({ ...common, kind: 'event', id, news }),
    ),
    ...figures.map(
      ({ indicator, code, breakdown, place }): Fact => ({
        ...common,
        kind: 'figure',
        id: toGlobalId('Figure', province ?? '', report ?? '', number, place, indicator, 'IN_PERIOD', breakdown),
        disclosure: disclosureOf(code),
        breakdown: breakdown !== 0,
      }),
    ),
  ];
}

function disclosureOf(code: string): Disclosure {
  const found = (Object.keys(DISCLOSURES) as Disclosure[]).find((level) => DISCLOSURES[level] === code);
  if (!found) throw new Error(`${code} is none of the indicators of this world.`);
  return found;
}

async function uploadOf(
  world: GraphWorld,
  owner: Owner,
  state: string,
  key: string | null,
  number: number | null,
): Promise<string> {
  const [row] = await world.sql<{ id: string }>(
    `insert into upload (province_id, sha256, file_name, byte_size, state, form_id, organisation_id, place_id, period_id, report_id, version, issues, uploaded_by)
     select $1, repeat('b', 64), 'mật.xlsx', 1, $2, f.id, $4, $1, (select min(id) from period), $5, $6,
       '[{"code": "MALFORMED_NUMBER", "severity": "ERROR", "read": "7654321"}]', 'test' from form f where f.code = $3 returning id::text`,
    [owner.provinceId, state, owner.form, owner.organisationId, key?.split(':')[1] ?? null, number],
  );
  return row?.id ?? '';
}

async function refusedUpload(world: GraphWorld, owner: Owner): Promise<Fact[]> {
  const id = toGlobalId('Upload', owner.provinceId, await uploadOf(world, owner, 'REFUSED', null, null));
  return [
    { kind: 'upload', id, whose: owner.whose, state: 'DRAFT', news: null, disclosure: 'PUBLIC', breakdown: false },
  ];
}

/** Each version was received; one that was published has an event with a public figure, and one without. */
async function eventsOf(
  world: GraphWorld,
  owner: Owner,
  key: string,
  number: number,
  state: State,
): Promise<{ id: string; news: News }[]> {
  const exposures = STATES[state] === 2 ? [0, 2, 1] : [0];
  const rows = await world.sql<{ id: string; exposure: number }>(
    `insert into event (type, province_id, organisation_id, subject_type, subject_key, version, exposure, actor)
     select case e.exposure when 0 then 'REPORT_RECEIVED' else 'REPORT_PUBLISHED' end, $1, $2, 'Report', $3, $4, e.exposure, 'test'
     from unnest($5::integer[]) e (exposure) returning id::text, exposure`,
    [owner.provinceId, owner.organisationId, key, number, exposures],
  );
  const news: readonly News[] = ['RECEIVED', 'PUBLISHED_WITHOUT_PUBLIC_FIGURE', 'PUBLISHED'];
  return rows.map(({ id, exposure }) => ({ id: toGlobalId('HubEvent', id), news: news[exposure] ?? 'RECEIVED' }));
}

async function totals(world: GraphWorld, owner: Owner): Promise<Fact[]> {
  const rows = await world.sql<{ code: string; part: boolean; key: string }>(
    `insert into total (province_id, place_id, organisation_id, form_id, indicator_id, breakdown_id, period_id, data_to, sum, present, not_arisen, estimated,
       preliminary, carried, places)
     select $1, $1, $2, f.id, i.id, b.id, p.id, p.data_to, 7654321, 1, 0, 0, 0, 0, 1
     from form f, indicator i, breakdown b, (select id, data_to from period order by id limit 1) p
     where f.code = $3 and i.code = any ($4) and b.key in ('', 'sex=FEMALE')
     returning (select code from indicator where id = indicator_id) as code, breakdown_id <> 0 as part,
       organisation_id || ':' || indicator_id || ':' || breakdown_id as key`,
    [owner.provinceId, owner.organisationId, owner.form, Object.values(DISCLOSURES)],
  );
  return rows.map(
    ({ code, part, key }): Fact => ({
      kind: 'total',
      id: key,
      whose: owner.whose,
      state: 'PUBLISHED',
      news: null,
      disclosure: disclosureOf(code),
      breakdown: part,
    }),
  );
}
