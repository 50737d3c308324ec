import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../../ground/gql/connection.ts';
import { toGlobalId } from '../../ground/gql/node.ts';
import { highlights, type TextStretch } from './highlight.ts';
import { SEARCH_MATCHES, type SearchKind, SearchKindEnum, type SearchMatch, SearchMatchEnum } from './search.enum.ts';
import type { FoundRow } from './search.store.ts';
import type { SearchText } from './search-text.ts';

/** A stretch of a text. */
@ObjectType({ description: 'A stretch of a text, counted in UTF-16 code units as JavaScript and Java do.' })
export class TextRange implements TextStretch {
  @Field(() => Int, { description: 'Where it begins, from 0.' }) start!: number;
  @Field(() => Int, { description: 'Where it has ended: the first unit that no longer belongs to it.' }) end!: number;
}

/** One thing that a search found. */
@ObjectType({ description: 'One thing that a search found, by the best of its texts.' })
export class SearchHit {
  @Field(() => SearchKindEnum, { description: 'What kind of thing it is.' }) kind!: SearchKind;
  @Field(() => SearchMatchEnum, { description: 'How it matches.' }) match!: SearchMatch;
  @Field(() => String, {
    description: 'The text that matched, as it is written: a name, a former name, an abbreviation or a number.',
  })
  matched!: string;
  /** What was looked for. */
  asked!: SearchText;
  /** Global id of the thing. */
  nodeId!: string;

  @Field(() => [TextRange], { description: 'Where in that text the words stand by which it was found.' })
  highlights(): TextRange[] {
    return highlights(this.matched, this.asked).map((stretch) => Object.assign(new TextRange(), stretch));
  }
}

/** One hit with its cursor. */
@ObjectType({ description: 'One hit of a page, with its cursor.' })
export class SearchEdge {
  @Field(() => SearchHit, { description: 'The hit.' }) node!: SearchHit;
  @Field(() => String, { description: 'Its place in this search: give it as `after`.' }) cursor!: string;
}

/** A page of hits. */
@ObjectType({ description: 'A page of what a search found, the best first.' })
export class SearchConnection {
  @Field(() => [SearchEdge], { description: 'The hits with their cursors.' }) edges!: SearchEdge[];
  @Field(() => [SearchHit], { description: 'The hits alone.' }) nodes!: SearchHit[];
  @Field(() => PageInfo, { description: 'Where the page stands.' }) pageInfo!: PageInfo;
  count!: () => Promise<number>;

  @Field(() => Int, { description: 'How many things are found in all. Counted only when asked for.' })
  totalCount(): Promise<number> {
    return this.count();
  }
}

/** Types of the graph, by kind. */
const TYPES: Readonly<Record<SearchKind, string>> = {
  PLACE: 'Place',
  ORGANISATION: 'Organisation',
  INDICATOR: 'Indicator',
  FORM: 'Form',
  MOVEMENT: 'Movement',
  CAMPAIGN: 'Campaign',
  ACTIVITY: 'Activity',
  AGREEMENT: 'Agreement',
  EVALUATION: 'Evaluation',
  RECOMMENDATION: 'Recommendation',
  PERSON: 'Person',
  DOCUMENT: 'SourceDocument',
  UNIT: 'OrganisationUnit',
  POLICY: 'PolicyReference',
  TARGET_GROUP: 'TargetGroup',
};

/** The hit of a row. */
export function toHit(row: FoundRow, asked: SearchText): SearchHit {
  return Object.assign(new SearchHit(), {
    kind: row.kind,
    match: SEARCH_MATCHES[row.rank - 1],
    matched: row.matched,
    asked,
    nodeId: toGlobalId(TYPES[row.kind], row.key ?? row.id),
  });
}
