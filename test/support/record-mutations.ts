import { toGlobalId } from '../../src/ground/gql/node.ts';
import type { Viewer } from '../../src/ground/viewer/viewer.ts';
import { type GraphWorld, openGraphWorld, viewerOf } from './graph-world.ts';

/** What a mutation of a record answered: the record, user errors, and the codes of the errors that are no fault of the input. */
export interface Changed {
  record: Record<string, unknown> | null;
  userErrors: { code: string; path: string[]; vi: string; en: string }[];
  codes: unknown[];
}

/** Runs mutations of records by name: `change(viewer, 'correctCampaign', input, 'id version')`. */
export function recordChanges(
  world: GraphWorld,
): (viewer: Viewer, mutation: string, input: object, selection?: string) => Promise<Changed> {
  return async (viewer, mutation, input, selection = 'id version') => {
    const type = mutation.replace(/^[a-z]+/, '');
    const field = type.charAt(0).toLowerCase() + type.slice(1);
    const input$ = `${mutation.startsWith('close') ? 'CloseRecord' : mutation.charAt(0).toUpperCase() + mutation.slice(1)}Input`;
    const { data, errors } = await world.answer(
      `mutation ($input: ${input$}!) { ${mutation}(input: $input) { ${field} { ${selection} } userErrors { code path vi: message en: message(lang: EN) } } }`,
      { input },
      world.contextOf(viewer),
    );
    const payload = (data as Record<string, Record<string, unknown> | null> | null)?.[mutation];
    return {
      record: (payload?.[field] as Changed['record']) ?? null,
      userErrors: (payload?.['userErrors'] as Changed['userErrors']) ?? [],
      codes: errors.map(({ code, message }) => code ?? message),
    };
  };
}

/** The key of An Giang as it is since 1 July 2025. */
export const AN_GIANG = 2091;

/** A world with the organisations of An Giang as they are today, by kind, and an officer of its Federation of Labour. */
export interface RecordWorld extends GraphWorld {
  change: ReturnType<typeof recordChanges>;
  key: Readonly<Record<string, number>>;
  /** The global id of an organisation by its kind. */
  id(kind: string): string;
  officer: Viewer;
  /** Every event and audit row: `RECORD_CREATED Campaign 1`, `createCampaign Campaign`. */
  traces(): Promise<string[]>;
  /** Empties every table of records, events and audit rows. */
  empty(): Promise<void>;
}

/** Opens a world for stories of records. */
export async function openRecordWorld(): Promise<RecordWorld> {
  const world = await openGraphWorld();
  const rows = await world.sql<{ id: number; kind: string }>(
    'select id, kind from organisation where province_id = $1 and valid_to is null',
    [AN_GIANG],
  );
  const key = Object.fromEntries(rows.map(({ kind, id }) => [kind, id]));
  return {
    ...world,
    key,
    change: recordChanges(world),
    id: (kind) => toGlobalId('Organisation', key[kind] ?? 0),
    officer: viewerOf('OFFICER', { organisations: [key['LDLD'] ?? 0] }),
    async traces() {
      const traces = await world.sql<{ trace: string }>(
        `select type || ' ' || subject_type || ' ' || version as trace from event
          union all select action || ' ' || subject_type from audit order by 1`,
      );
      return traces.map(({ trace }) => trace);
    },
    async empty() {
      await world.sql(
        `truncate movement, campaign, activity, award, target_group, policy_reference, event, audit, record_version, idempotency_key
          restart identity cascade`,
      );
    },
  };
}

/** What `createCampaign` may be given for a Workers’ Month of the Federation of Labour. */
export function aCampaign(world: RecordWorld, differences: object = {}): object {
  return {
    keeper: world.id('LDLD'),
    visibility: 'PUBLIC',
    kind: 'MONTH',
    name: 'Tháng Công nhân năm 2026',
    year: 2026,
    starts: { on: '2026-05-01' },
    ends: { on: '2026-05-31' },
    roles: [{ organisation: world.id('LDLD'), role: 'LAUNCHES' }],
    ...differences,
  };
}

/** What `createActivity` may be given for a gift-giving that the Federation of Labour leads and the Youth Union supports. */
export function anActivity(world: RecordWorld, differences: object = {}): object {
  return {
    keeper: world.id('LDLD'),
    visibility: 'PUBLIC',
    kind: 'GIFTS',
    name: 'Tặng quà công nhân ở nhà trọ',
    held: { on: '2026-05-12' },
    participants: 350,
    gifts: 200,
    valueVnd: '100000000',
    roles: [
      { organisation: world.id('LDLD'), role: 'LEADS' },
      { organisation: world.id('TD'), role: 'SUPPORTS' },
    ],
    ...differences,
  };
}
