import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import { ANONYMOUS, LOCAL_OPERATOR, type Viewer } from '../../src/ground/viewer/viewer.ts';
import { viewerOf } from '../support/graph-world.ts';
import { AN_GIANG, type Changed, openRecordWorld, type RecordWorld } from '../support/record-mutations.ts';

let world: RecordWorld;
let commune: string;
beforeAll(async () => {
  world = await openRecordWorld();
  const [row] = await world.sql<{ id: number }>(
    `select id from place where level = 'COMMUNE' and province_id = $1 order by id limit 1`,
    [AN_GIANG],
  );
  commune = toGlobalId('Place', row?.id ?? 0);
}, 60_000);
beforeEach(async () => {
  await world.empty();
  await world.sql('truncate organisation_unit restart identity cascade');
});
afterAll(() => world.close());

const UNIT =
  'id version name kind sector founded { earliest precision } ended { earliest } endKind organisation { code } place { code } predecessors { on unit { name } } successors { on unit { name } }';

function found(name: string, differences: object = {}, viewer: Viewer = world.officer): Promise<Changed> {
  const input = {
    keeper: world.id('LDLD'),
    visibility: 'PUBLIC',
    organisation: world.id('LDLD'),
    kind: 'GRASSROOTS_UNION',
    name,
    ...differences,
  };
  return world.change(viewer, 'foundUnit', input, UNIT);
}

async function founded(name: string, differences: object = {}): Promise<string> {
  const { record, userErrors, codes } = await found(name, differences);
  expect([userErrors, codes]).toEqual([[], []]);
  return String(record?.['id']);
}

async function merge(input: object, viewer: Viewer = world.officer): Promise<Changed> {
  const { data, errors } = await world.answer(
    `mutation ($input: MergeUnitsInput!) { mergeUnits(input: $input) { unit { ${UNIT} } userErrors { code path } } }`,
    { input: { on: '2026-07-01', reason: 'Sắp xếp tổ chức', ...input } },
    world.contextOf(viewer),
  );
  const payload = (
    data as Record<string, { unit: Changed['record']; userErrors: Changed['userErrors'] } | null> | null
  )?.['mergeUnits'];
  return {
    record: payload?.unit ?? null,
    userErrors: payload?.userErrors ?? [],
    codes: errors.map(({ code }) => code),
  };
}

const seen = (id: string, expectedVersion = 1): object => ({ id, expectedVersion });

async function read(id: string, viewer: Viewer = ANONYMOUS): Promise<unknown> {
  const { data } = await world.answer(
    `query ($id: ID!) { node(id: $id) { ... on OrganisationUnit { ${UNIT} } } }`,
    { id },
    world.contextOf(viewer),
  );
  return (data as { node: unknown }).node;
}

describe('a unit', () => {
  it('is founded, corrected and dissolved by versions, and stays to be read', async () => {
    const { record } = await found('CĐCS Nhà máy nước', {
      place: commune,
      sector: 'STATE',
      founded: { on: '2020-05-01' },
    });
    expect(record).toMatchObject({
      version: 1,
      kind: 'GRASSROOTS_UNION',
      sector: 'STATE',
      endKind: null,
      organisation: { code: 'LDLD-91' },
      founded: { precision: 'DAY' },
    });
    const id = String(record?.['id']);
    const said = { id, reason: 'Giải thể do doanh nghiệp ngừng hoạt động' };
    const corrected = await world.change(
      world.officer,
      'correctUnit',
      { ...said, expectedVersion: 1, sector: 'NONSTATE', place: null },
      UNIT,
    );
    expect(corrected.record).toMatchObject({ version: 2, sector: 'NONSTATE', place: null, name: 'CĐCS Nhà máy nước' });
    const dissolved = await world.change(
      world.officer,
      'dissolveUnit',
      { ...said, expectedVersion: 2, on: '2026-06-30' },
      UNIT,
    );
    expect(dissolved.record).toMatchObject({ version: 3, endKind: 'DISSOLVED', ended: { earliest: '2026-06-30' } });
    const again = await world.change(world.officer, 'dissolveUnit', { ...said, expectedVersion: 3, on: '2026-07-30' });
    expect(again.userErrors.map(({ code }) => code)).toEqual(['ILLEGAL_STATE']);
    expect(await read(id)).toMatchObject({ endKind: 'DISSOLVED', name: 'CĐCS Nhà máy nước' });
    expect(await world.traces()).toEqual([
      'RECORD_CORRECTED OrganisationUnit 2',
      'UNIT_DISSOLVED OrganisationUnit 3',
      'UNIT_FOUNDED OrganisationUnit 1',
      'correctUnit OrganisationUnit',
      'dissolveUnit OrganisationUnit',
      'foundUnit OrganisationUnit',
    ]);
  });

  it('has an end that can be corrected only once it has one, and taken back only where it was dissolved', async () => {
    const [a, b, c] = [await founded('Một'), await founded('Hai'), await founded('Ba')];
    const end = (id: string, expectedVersion: number, ended: object | null) =>
      world.change(world.officer, 'correctUnit', { id, expectedVersion, reason: 'Ghi nhầm', ended }, UNIT);
    expect((await end(a, 1, { on: '2026-01-01' })).userErrors.map(({ code, path }) => [code, path])).toEqual([
      ['ILLEGAL_STATE', ['ended']],
    ]);
    await world.change(world.officer, 'dissolveUnit', { id: a, expectedVersion: 1, reason: 'Nhầm', on: '2026-01-01' });
    expect((await end(a, 2, { on: '2026-02-01' })).record).toMatchObject({
      ended: { earliest: '2026-02-01' },
      endKind: 'DISSOLVED',
    });
    expect((await end(a, 3, null)).record).toMatchObject({ version: 4, ended: null, endKind: null });
    await merge({ units: [seen(b)], into: seen(c) });
    expect((await end(b, 2, null)).userErrors.map(({ code, path }) => [code, path])).toEqual([
      ['ILLEGAL_STATE', ['ended']],
    ]);
  });

  it('is founded by officers for their own organisation only', async () => {
    expect((await found('Chi hội', { organisation: world.id('HPN') })).codes).toEqual(['FORBIDDEN']);
    expect((await found('Chi hội', { keeper: world.id('HPN'), organisation: world.id('HPN') })).codes).toEqual([
      'FORBIDDEN',
    ]);
    expect((await found('Chi hội', {}, ANONYMOUS)).codes).toEqual(['UNAUTHENTICATED']);
    expect((await found(' ')).userErrors.map(({ path }) => path)).toEqual([['name']]);
    expect(await world.traces()).toEqual([]);
  });

  it('is seen by its keeper alone where the keeper says so', async () => {
    const id = await founded('Kín', { visibility: 'ORGANISATION' });
    for (const viewer of [
      ANONYMOUS,
      viewerOf('OFFICER', { organisations: [world.key['TD'] ?? 0] }),
      viewerOf('REVIEWER', { provinces: [AN_GIANG] }),
    ])
      expect(await read(id, viewer)).toBeNull();
    expect(await read(id, world.officer)).toMatchObject({ name: 'Kín' });
  });
});

describe('a merger of units', () => {
  it('ends several in a new one: a version each, one event, one audit row', async () => {
    const [a, b, c] = [
      await founded('CĐCS Xã Một', { founded: { on: '2001-01-01' } }),
      await founded('CĐCS Xã Hai'),
      await founded('CĐCS Xã Ba'),
    ];
    await world.sql('truncate event, audit');
    const { record, userErrors, codes } = await merge({
      units: [seen(c), seen(a), seen(b)],
      founded: {
        organisation: world.id('LDLD'),
        kind: 'GRASSROOTS_UNION',
        name: 'CĐCS Phường Mới',
        visibility: 'PUBLIC',
        place: commune,
      },
    });
    expect([userErrors, codes]).toEqual([[], []]);
    expect(record).toMatchObject({
      version: 1,
      name: 'CĐCS Phường Mới',
      founded: { earliest: '2026-07-01', precision: 'DAY' },
      predecessors: [
        { on: '2026-07-01', unit: { name: 'CĐCS Xã Một' } },
        { unit: { name: 'CĐCS Xã Hai' } },
        { unit: { name: 'CĐCS Xã Ba' } },
      ],
      successors: [],
    });
    expect(await read(a)).toMatchObject({
      version: 2,
      founded: { earliest: '2001-01-01' },
      endKind: 'MERGED',
      ended: { earliest: '2026-07-01' },
      successors: [{ on: '2026-07-01', unit: { name: 'CĐCS Phường Mới' } }],
    });
    expect(await world.traces()).toEqual(['UNITS_MERGED OrganisationUnit 1', 'mergeUnits OrganisationUnit']);
    const versions = await world.sql<{ said: string }>(
      `select subject_id || ' ' || version || ' ' || action || ' ' || coalesce(reason, '') as said from record_version order by subject_id, version`,
    );
    expect(versions.map(({ said }) => said)).toEqual([
      '1 1 foundUnit ',
      '1 2 mergeUnits Sắp xếp tổ chức',
      '2 1 foundUnit ',
      '2 2 mergeUnits Sắp xếp tổ chức',
      '3 1 foundUnit ',
      '3 2 mergeUnits Sắp xếp tổ chức',
      '4 1 mergeUnits Sắp xếp tổ chức',
    ]);
  });

  it('lets one live on that takes others over, again and again', async () => {
    const [a, b, c] = [await founded('Một'), await founded('Hai'), await founded('Ba')];
    expect((await merge({ units: [seen(a)], into: seen(c) })).record).toMatchObject({
      version: 2,
      endKind: null,
      founded: null,
    });
    expect((await merge({ units: [seen(b)], into: seen(c, 2), on: '2026-08-01' })).record).toMatchObject({
      version: 3,
      predecessors: [{ unit: { name: 'Một' } }, { unit: { name: 'Hai' } }],
    });
  });

  it('is done once for its key', async () => {
    const [a, b] = [await founded('Một'), await founded('Hai')];
    const input = { units: [seen(a)], into: seen(b), idempotencyKey: 'gộp-1' };
    const first = await merge(input);
    expect((await merge(input)).record).toEqual(first.record);
    expect((await merge({ ...input, reason: 'Khác' })).userErrors.map(({ code }) => code)).toEqual([
      'IDEMPOTENCY_CONFLICT',
    ]);
  });

  it('is refused whole where anything is wrong with it', async () => {
    const [a, b] = [await founded('Một', { founded: { on: '2026-07-02' } }), await founded('Hai')];
    const foreign = String(
      (await found('Của phụ nữ', { keeper: world.id('HPN'), organisation: world.id('HPN') }, LOCAL_OPERATOR)).record?.[
        'id'
      ],
    );
    const before = await world.traces();
    const named = { organisation: world.id('LDLD'), kind: 'OTHER', name: 'Mới', visibility: 'PUBLIC' };
    const cases: [object, string, string[]][] = [
      [{ units: [seen(a), seen(b)] }, 'BAD_USER_INPUT', ['into']],
      [{ units: [seen(b)], into: seen(a), founded: named }, 'BAD_USER_INPUT', ['into']],
      [{ units: [seen(b)], founded: named }, 'BAD_USER_INPUT', ['units']],
      [{ units: [seen(b), seen(b)], founded: named }, 'BAD_USER_INPUT', ['units']],
      [{ units: [seen(b)], into: seen(b) }, 'BAD_USER_INPUT', ['units']],
      [{ units: [seen(b), seen(toGlobalId('Place', 1))], founded: named }, 'BAD_USER_INPUT', ['units', '1', 'id']],
      [{ units: [seen(b), seen(a)], founded: named }, 'BAD_USER_INPUT', ['units', '1']],
      [{ units: [seen(b, 4)], into: seen(a) }, 'CONFLICT', ['expectedVersion']],
      [{ units: [seen(b)], into: seen(toGlobalId('OrganisationUnit', 99)) }, 'NOT_FOUND', []],
      [{ units: [seen(b)], into: seen(a), reason: ' ' }, 'BAD_USER_INPUT', ['reason']],
      [
        { units: [seen(b), seen(a)], founded: { ...named, name: '' }, on: '2026-08-01' },
        'BAD_USER_INPUT',
        ['founded', 'name'],
      ],
    ];
    for (const [input, code, path] of cases) {
      const { userErrors } = await merge(input);
      expect([input, userErrors]).toEqual([input, [{ code, path }]]);
    }
    // A row that only another may change is not there for whoever would lock it.
    expect((await merge({ units: [seen(foreign)], into: seen(b) })).userErrors.map(({ code }) => code)).toEqual([
      'NOT_FOUND',
    ]);
    expect((await merge({ units: [seen(b)], into: seen(a) }, ANONYMOUS)).codes).toEqual(['UNAUTHENTICATED']);
    expect(await world.traces()).toEqual(before);
    expect(await read(b)).toMatchObject({ version: 1, endKind: null });
  });

  it('of two at once over the same unit happens once', async () => {
    const [a, b, c] = [await founded('Một'), await founded('Hai'), await founded('Ba')];
    const answers = await Promise.all([
      merge({ units: [seen(a)], into: seen(b) }),
      merge({ units: [seen(b), seen(a)], into: seen(c) }),
    ]);
    expect(answers.filter(({ record }) => record !== null)).toHaveLength(1);
    expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(['CONFLICT']);
  });
});
