import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { byKey, groupByKey } from '../../ground/database/by-key.ts';
import type { Context } from '../../ground/gql/context.ts';
import { neededFor } from '../../ground/gql/needed.ts';
import { dayAsked } from '../day.ts';
import type { OrganisationVersionRow } from './organisation.row.ts';
import { ORGANISATION_ALWAYS, ORGANISATION_NEEDS, organisationSelect } from './organisation.source.ts';
import { type OrganisationEdgeOf, organisationStore } from './organisation.store.ts';
import { type Organisation, toOrganisation } from './organisation.type.ts';

/** Loaders of one request. */
export interface OrganisationLoaders {
  /** An organisation by id as today. Rejects where there is none: foreign keys promise one. */
  byId: { load(id: number, info?: GraphQLResolveInfo): Promise<Organisation> };
  /** An organisation by id as on a day (ISO date), or on the nearest day of its life. Rejects where there is none. */
  byIdOn: { load(asked: { id: number; on: string }, info?: GraphQLResolveInfo): Promise<Organisation> };
  /** The same, null where there is none: for ids that clients bring. */
  findOn: { load(asked: { id: number; on: string }, info?: GraphQLResolveInfo): Promise<Organisation | null> };
  predecessors: DataLoader<number, OrganisationEdgeOf[]>;
  successors: DataLoader<number, OrganisationEdgeOf[]>;
  versions: DataLoader<number, OrganisationVersionRow[]>;
}

/** Makes a request's loaders of organisations: give it to `context.use`. */
export function organisationLoaders(context: Context): OrganisationLoaders {
  const findOn = organisationsOn(context);
  const today = dayAsked(context);
  const byIdOn = {
    load: (asked: { id: number; on: string }, info?: GraphQLResolveInfo): Promise<Organisation> =>
      findOn.load(asked, info).then((found) => {
        if (found === null)
          throw new Error(`Expected an organisation with id ${asked.id}, found none: the catalogue lost it.`);
        return found;
      }),
  };
  const edges = (direction: 'predecessors' | 'successors') =>
    new DataLoader<number, OrganisationEdgeOf[]>(async (ids) => {
      const rows = await context.read((tx) => organisationStore.edges(tx, direction, ids));
      return groupByKey(ids, rows, (row) => row.of);
    });
  return {
    findOn,
    byIdOn,
    byId: { load: (id, info) => byIdOn.load({ id, on: today }, info) },
    predecessors: edges('predecessors'),
    successors: edges('successors'),
    versions: new DataLoader(async (ids) => {
      const rows = await context.read((tx) => organisationStore.versions(tx, ids));
      return groupByKey(ids, rows, (row) => row.organisationId);
    }),
  };
}

/** One loader for each set of needed columns: fields that ask for the same of their organisations share a statement. */
function organisationsOn(context: Context): OrganisationLoaders['findOn'] {
  const keyOf = ({ id, on }: { id: number; on: string }): string => `${id} ${on}`;
  const loaders = new Map<unknown, DataLoader<{ id: number; on: string }, Organisation | null, string>>();
  const loaderOf = (needed: readonly string[] | undefined) => {
    const name = needed;
    let loader = loaders.get(name);
    if (!loader) {
      loader = new DataLoader(
        async (asked: readonly { id: number; on: string }[]) => {
          const rows = await context.read((tx) => organisationStore.byIdsOn(tx, asked, needed));
          return byKey(asked.map(keyOf), rows, keyOf).map((row) => row && toOrganisation(row, row.on));
        },
        { cacheKeyFn: keyOf },
      );
      loaders.set(name, loader);
    }
    return loader;
  };
  return { load: (asked, info) => loaderOf(info && neededFor(ORGANISATION, info)).load(asked) };
}

const ORGANISATION = {
  source: { select: organisationSelect('o', 'v') },
  needs: ORGANISATION_NEEDS,
  always: ORGANISATION_ALWAYS,
};
