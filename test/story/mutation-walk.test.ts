import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, isInputObjectType, isObjectType } from 'graphql';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import { ANONYMOUS, LOCAL_OPERATOR, type Viewer } from '../../src/ground/viewer/viewer.ts';
import { bringIn, womenFile } from '../support/bring-in.ts';
import { mutationSteps } from '../support/mutation-steps.ts';
import { type Answer, type GraphWorld, openGraphWorld, viewerOf } from '../support/graph-world.ts';

let world: GraphWorld;
/** Ids of what earlier steps made, by mutation, and of the catalogue. */
const ids: Record<string, string> = {};
const steps = mutationSteps(ids);

beforeAll(async () => {
  world = await openGraphWorld();
  const admin = world.contextOf(LOCAL_OPERATOR);
  ids['report'] = (await bringIn(admin, womenFile())).report ?? '';
  for (const kind of ['LDLD', 'TD', 'UBND']) {
    ids[kind] = (
      await world.ask<{ organisation: { id: string } }>(`{ organisation(code: "${kind}-91") { id } }`)
    ).organisation.id;
  }
  const { place } = await world.ask<{ place: { id: string; children: { nodes: { id: string }[] } } }>(
    '{ place(code: "91") { id children(first: 2) { nodes { id } } } }',
  );
  ids['province'] = place.id;
  ids['commune1'] = place.children.nodes[0]?.id ?? '';
  const second = await world.ask<Record<string, { unit: { id: string }; organisation: { id: string } }>>(
    `mutation ($unit: FoundUnitInput!, $body: RegisterOrganisationInput!) {
      foundUnit(input: $unit) { unit { id } } registerOrganisation(input: $body) { organisation { id } } }`,
    {
      unit: {
        keeper: ids['LDLD'],
        visibility: 'PUBLIC',
        name: 'CĐCS Công ty hai',
        kind: 'GRASSROOTS_UNION',
        organisation: ids['LDLD'],
      },
      body: {
        kind: 'SO_NGANH',
        province: place.id,
        letters: 'LD',
        name: 'Sở Lao động tỉnh An Giang',
        nameEn: 'Department of Labour',
        abbreviation: 'Sở Lao động',
        validFrom: '2025-07-01',
      },
    },
    admin,
  );
  ids['secondUnit'] = second['foundUnit']?.unit.id ?? '';
  ids['secondBody'] = second['registerOrganisation']?.organisation.id ?? '';
  ids['commune2'] = place.children.nodes[1]?.id ?? '';
}, 60_000);
afterAll(() => world.close());

interface Counts {
  audits: number;
  events: number;
  versions: number;
  keys: number;
}

async function counts(): Promise<Counts> {
  const [row] = await world.sql<Record<string, unknown>>(
    `select (select count(*)::int from audit) as audits, (select count(*)::int from event) as events,
       (select count(*)::int from record_version) as versions, (select count(*)::int from idempotency_key) as keys`,
  );
  return row as unknown as Counts;
}

/** Whether an input names the version that was seen. */
function versioned(mutation: string): boolean {
  const argument = world.schema.getMutationType()?.getFields()[mutation]?.args[0];
  const input = argument && getNamedType(argument.type);
  return isInputObjectType(input) && 'expectedVersion' in input.getFields();
}

/** What a payload carries beside its errors, and its input type. */
function shapeOf(mutation: string): { field: string; input: string; hasVersion: boolean } {
  const field = world.schema.getMutationType()?.getFields()[mutation];
  const payload = field && getNamedType(field.type);
  if (!isObjectType(payload)) throw new Error(`${mutation} has no payload.`);
  const [name = ''] = Object.keys(payload.getFields()).filter((one) => one !== 'userErrors');
  const thing = getNamedType(payload.getFields()[name]?.type as never);
  const hasVersion = isObjectType(thing) && 'version' in thing.getFields();
  return { field: name, input: String(field?.args[0]?.type), hasVersion };
}

async function send(mutation: string, input: object, viewer: Viewer = LOCAL_OPERATOR): Promise<Answer> {
  const { field, input: type, hasVersion } = shapeOf(mutation);
  const text = `mutation ($input: ${type}) { ${mutation}(input: $input) { ${field} { id ${hasVersion ? 'version' : ''} } userErrors { code path vi: message en: message(lang: EN) } } }`;
  return world.answer(text, { input }, world.contextOf(viewer));
}

interface Payload {
  userErrors: { code: string; vi: string; en: string }[];
  [field: string]: unknown;
}
const payloadOf = (mutation: string, { data, errors }: Answer): Payload => {
  if (errors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
  return (data as Record<string, Payload>)[mutation] as Payload;
};

const versions: Record<string, number> = {};

describe('every mutation of the schema', () => {
  it('is walked here', () => {
    expect(Object.keys(world.schema.getMutationType()?.getFields() ?? {}).sort()).toEqual(Object.keys(steps).sort());
  });

  it.each(Object.keys(steps))(
    '%s leaves one audit row and one event, and none where it is refused or taken back',
    async (mutation) => {
      const step = steps[mutation]?.() ?? { of: null, input: {} };
      const made = step.of;
      const input = made === null ? step.input : { ...step.input, id: ids[made], expectedVersion: versions[made] };
      const before = await counts();

      for (const [viewer, code] of [
        [ANONYMOUS, 'UNAUTHENTICATED'],
        [viewerOf('PARTNER'), 'FORBIDDEN'],
        [viewerOf('ANALYST'), 'FORBIDDEN'],
      ] as const) {
        expect((await send(mutation, input, viewer)).errors.map((error) => error.code)).toEqual([code]);
      }
      if (versioned(mutation)) {
        const { userErrors } = payloadOf(mutation, await send(mutation, { ...input, expectedVersion: 77 }));
        expect(userErrors.map(({ code }) => code)).toEqual(['CONFLICT']);
        for (const text of [userErrors[0]?.vi, userErrors[0]?.en]) expect(text).toMatch(/77\D+\d/);
      }
      await world.sql(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'at the last moment'; end $$;
      create constraint trigger refuse after insert on event deferrable initially deferred for each row execute function refuse()`);
      const takenBack = await send(mutation, { ...input, idempotencyKey: `walk ${mutation}` });
      await world.sql('drop trigger refuse on event; drop function refuse()');
      expect([mutation, takenBack.errors.length, takenBack.data]).toEqual([mutation, 1, null]);
      expect([mutation, await counts()]).toEqual([mutation, before]);

      const answer = payloadOf(mutation, await send(mutation, { ...input, idempotencyKey: `walk ${mutation}` }));
      expect([mutation, answer.userErrors]).toEqual([mutation, []]);
      const after = await counts();
      expect([mutation, after.audits - before.audits, after.events - before.events]).toEqual([mutation, 1, 1]);
      const thing = answer[shapeOf(mutation).field] as { id: string; version?: number };
      ids[mutation] = thing.id;
      for (const name of [mutation, ...(made === null ? [] : [made])]) versions[name] = thing.version ?? 0;

      const [trace] = await world.sql<{ action: string; subject: string; event_subject: string; key: string }>(
        `select a.action, a.subject_type || ':' || a.subject_id as subject, e.subject_type || ':' || e.subject_key as event_subject, a.xmin = e.xmin as together
       from (select *, xmin from audit order by id desc limit 1) a, (select *, xmin from event order by id desc limit 1) e`,
      );
      const [type = '', ...key] = Buffer.from(thing.id, 'base64url').toString('utf8').split(':');
      const subject = `${type}:${key.join(':')}`;
      expect(trace).toEqual({ action: mutation, subject, event_subject: subject, together: true });
      expect(toGlobalId(type, ...key)).toBe(thing.id);

      const again = payloadOf(mutation, await send(mutation, { ...input, idempotencyKey: `walk ${mutation}` }));
      expect([mutation, again]).toEqual([mutation, answer]);
      const other =
        'name' in input
          ? { name: 'Tên khác' }
          : 'reason' in input
            ? { reason: 'Lý do khác' }
            : 'title' in input
              ? { title: 'Tên khác' }
              : { text: 'Nội dung khác' };
      const conflict = payloadOf(
        mutation,
        await send(mutation, { ...input, ...other, idempotencyKey: `walk ${mutation}` }),
      );
      expect([mutation, conflict.userErrors.map(({ code }) => code)]).toEqual([mutation, ['IDEMPOTENCY_CONFLICT']]);
      expect([mutation, await counts()]).toEqual([mutation, after]);
    },
  );
});
