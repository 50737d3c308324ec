import DataLoader from 'dataloader';
import type { Context } from '../../ground/gql/context.ts';
import { answerMemberships, type MembershipOf } from './answer-membership.ts';
import { type Membership, toMembership } from './membership.type.ts';

/** Memberships of organisations in one period, with or without their parts. */
type OfPeriod = DataLoader<MembershipOf, Membership | null, number>;

/** Makes a request's loaders of memberships: one table for each period, however many organisations ask. */
export function membershipLoaders(context: Context): (period: string, parts: boolean) => OfPeriod {
  const made = new Map<string, OfPeriod>();
  return (period, parts) => {
    const name = `${period} ${parts}`;
    let loader = made.get(name);
    if (!loader) {
      loader = new DataLoader(
        async (asked: readonly MembershipOf[]) => {
          const { viewer } = context;
          const found = await context.snapshot((tx) => answerMemberships(tx, viewer, asked, period, parts));
          return found.map((one) => one && toMembership(one));
        },
        { cacheKeyFn: ({ organisationId }) => organisationId },
      );
      made.set(name, loader);
    }
    return loader;
  };
}
