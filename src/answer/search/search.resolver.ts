import { Args, ArgsType, Ctx, Field, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { pageSize } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import { HubError } from '../../ground/gql/hub-error.ts';
import { Node } from '../../ground/gql/node.ts';
import { type SearchKind, SearchKindEnum } from './search.enum.ts';
import { searchCount, searchPage } from './search.store.ts';
import { searchText } from './search-text.ts';
import { SearchConnection, SearchHit, toHit } from './search.type.ts';

/** What a search is asked. */
@ArgsType()
class SearchArgs {
  @Field(() => String, {
    description:
      'What is looked for, at least 2 letters or digits and at most 200 characters: `lao dong gioi`, `LĐLĐ`.',
  })
  text!: string;
  @Field(() => [SearchKindEnum], { nullable: true, description: 'Only these kinds; left out: all.' })
  kinds?: SearchKind[] | null;
  @Field(() => Int, { description: 'So many from the start, 1 to 100.' }) first!: number;
  @Field(() => String, { nullable: true, description: 'Only what follows this cursor.' }) after?: string | null;
}

/** Searching everything by name. */
@Resolver(() => SearchHit)
class SearchResolver {
  @Query(() => SearchConnection, {
    description:
      'Everything that has a name with all the words looked for, in any order, without regard to case, marks and đ; abbreviations are known both ways. ' +
      'The best hits first (see `SearchMatch`), among them the shorter texts, then by the Vietnamese alphabet.',
  })
  async search(@Args(() => SearchArgs) args: SearchArgs, @Ctx() context: Context): Promise<SearchConnection> {
    const { size } = pageSize(args.first);
    const text = searchText(args.text);
    const kinds = [...new Set(args.kinds ?? Object.values(SearchKindEnum))].sort();
    const search = { viewer: context.viewer, text, kinds };
    const page = await context.read((tx) => searchPage(tx, search, size, args.after ?? null));
    const nodes = page.rows.map((row) => toHit(row, text));
    return Object.assign(new SearchConnection(), {
      nodes,
      edges: nodes.map((node, at) => ({ node, cursor: page.cursors[at] })),
      pageInfo: {
        hasNextPage: page.more,
        hasPreviousPage: (args.after ?? null) !== null,
        startCursor: page.cursors[0] ?? null,
        endCursor: page.cursors.at(-1) ?? null,
      },
      count: () => context.read((tx) => searchCount(tx, search)),
    });
  }

  @FieldResolver(() => Node, { description: 'The thing itself.' })
  async node(@Root() { nodeId }: SearchHit, @Ctx() context: Context): Promise<object> {
    const found = await context.node(nodeId);
    if (found !== null) return found;
    throw new HubError({
      code: 'NOT_FOUND',
      vi: 'Bản ghi này vừa được thu hẹp phạm vi xem sau khi tìm. Hãy tìm lại.',
      en: 'Since the search this has become closed to you. Search again.',
    });
  }
}

/** The resolvers of this room. */
export const searchResolvers = [SearchResolver] as const;
