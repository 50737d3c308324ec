import { toGlobalId } from '../../src/ground/gql/node.ts';
import { LOCAL_OPERATOR, type Viewer } from '../../src/ground/viewer/viewer.ts';
import { openRecordWorld, type RecordWorld } from './record-mutations.ts';

/** What a registration answered: the place or organisation, user errors, and the codes of the errors that are no fault of the input. */
export interface Registered {
  thing: Record<string, unknown> | null;
  userErrors: { code: string; path: string[]; message: string }[];
  codes: unknown[];
}

type Register = (input: object, viewer?: Viewer) => Promise<Registered>;

/** A world in which places and organisations are registered. */
export interface RegistrationWorld extends RecordWorld {
  mergePlaces: Register;
  register: Register;
  mergeBodies: Register;
  /** The first four communes of a province whose land was in another until 30 June 2025. */
  communes(province: number, legacy: number): Promise<{ id: string; code: string; name: string }[]>;
}

const PLACE =
  'id code name type level validFrom validTo province { code } parent { code } predecessors { on extent place { code name validTo } } successors { place { code name } }';
const BODY =
  'id code kind name abbreviation validFrom validTo province { code } parent { code } predecessors { on extent organisation { code validTo } } successors { organisation { name } }';

/** The key of Kiên Giang, which ended on 30 June 2025. */
export const KIEN_GIANG = 1091;

/** The global id of a place. */
export function place(id: number): string {
  return toGlobalId('Place', id);
}

/** Codes and paths of what stands in the way. */
export function faultsOf({ userErrors }: Registered): unknown[] {
  return userErrors.map(({ code, path }) => [code, path]);
}

/** Opens a world of its own. */
export async function openRegistrationWorld(): Promise<RegistrationWorld> {
  const world = await openRecordWorld();
  const run = async (mutation: string, input: object, viewer: Viewer): Promise<Registered> => {
    const [field, selection] = mutation === 'registerPlaceMerger' ? ['place', PLACE] : ['organisation', BODY];
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const { data, errors } = await world.answer(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${field} { ${selection} } userErrors { code path message } } }`,
      { input },
      world.contextOf(viewer),
    );
    const payload = (data as Record<string, Record<string, unknown> | null> | null)?.[mutation];
    return {
      thing: (payload?.[field] as Registered['thing']) ?? null,
      userErrors: (payload?.['userErrors'] as Registered['userErrors']) ?? [],
      codes: errors.map(({ code, message }) => code ?? message),
    };
  };
  const reason = 'Nghị quyết về sắp xếp';
  return {
    ...world,
    mergePlaces: (input, viewer = LOCAL_OPERATOR) =>
      run('registerPlaceMerger', { on: '2026-10-01', reason, ...input }, viewer),
    register: (input, viewer = LOCAL_OPERATOR) =>
      run('registerOrganisation', { nameEn: 'A body', abbreviation: 'Tên tắt', ...input }, viewer),
    mergeBodies: (input, viewer = LOCAL_OPERATOR) =>
      run('registerOrganisationMerger', { on: '2026-10-01', reason, ...input }, viewer),
    async communes(province, legacy) {
      const found = await world.sql<{ id: number; code: string; name: string }>(
        `select p.id, p.code, v.name from place p join place_version v on v.place_id = p.id
         where p.level = 'COMMUNE' and p.province_id = $1 and p.legacy_province_id = $2 order by p.id limit 4`,
        [province, legacy],
      );
      return found.map(({ id, ...rest }) => ({ id: place(id), ...rest }));
    },
  };
}
