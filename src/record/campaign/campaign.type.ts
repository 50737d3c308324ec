import { Args, Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../ground/gql/connection.ts';
import { documentedEnum } from '../../ground/gql/enum.ts';
import { inLanguage, LanguageArgs } from '../../ground/gql/language.ts';
import { HubRecord, recordParts } from '../../ground/record/record.type.ts';
import { DateSpan, toSpan } from '../../ground/record/span.type.ts';
import { recordGroupKeys, timeKeys } from '../common/record-list.ts';
import type { CampaignKind, CampaignRow } from './campaign.row.ts';

/** `CampaignKind` in the graph. */
export const CampaignKindEnum = documentedEnum<CampaignKind>('CampaignKind', 'What kind of campaign it is.', {
  CAMPAIGN:
    'A standing mobilisation (cuộc vận động), as “Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh”.',
  MONTH: 'A month that comes again every year: Tháng Công nhân in May, Tháng Thanh niên in March.',
  WEEK: 'A week that comes again every year, as Tuần lễ Thanh niên công nhân.',
});

/** A campaign (cuộc vận động), or a month or week of action. */
@ObjectType({
  implements: HubRecord,
  description:
    'A campaign (cuộc vận động), or a month or week of action. A national one belongs to the country; a province carries it out in a ' +
    'campaign of its own, year by year where it comes again, to which organisations are joined by their roles.',
})
export class Campaign extends HubRecord {
  @Field(() => CampaignKindEnum, { description: 'What kind of campaign it is.' }) kind!: CampaignKind;
  @Field(() => String, { nullable: true, description: 'What it is about; null where the source does not say.' })
  description!: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'The calendar year it is of, where it comes again every year; null where it does not, or none is stated.',
  })
  year!: number | null;
  @Field(() => DateSpan, { nullable: true, description: 'Its first day; null where that is not known.' })
  starts!: DateSpan | null;
  @Field(() => DateSpan, {
    nullable: true,
    description: 'Its last day; null while it goes on or where that is not known.',
  })
  ends!: DateSpan | null;
  nationalId!: number | null;
  movementId!: number | null;
  nameVi!: string;
  nameEn!: string | null;

  @Field(() => String, {
    description: 'Its name as written; in English where there is a translation, else in Vietnamese.',
  })
  name(@Args(() => LanguageArgs) { lang }: LanguageArgs): string {
    return inLanguage(lang, this.nameVi, this.nameEn ?? this.nameVi);
  }
}

/** The campaign of a row, of which only the needed columns may have been read. */
export function toCampaign(row: CampaignRow): Campaign {
  return Object.assign(new Campaign(), {
    ...recordParts('Campaign', row),
    kind: row.kind,
    description: row.description,
    year: row.year,
    starts: toSpan(row.startsEarliest, row.startsLatest),
    ends: toSpan(row.endsEarliest, row.endsLatest),
    nationalId: row.nationalId,
    movementId: row.movementId,
    nameVi: row.name,
    nameEn: row.nameEn,
  });
}

/** A page of campaigns. */
export const CampaignConnection = connectionType('Campaign', () => Campaign, {
  keys: {
    ...recordGroupKeys('c0'),
    KIND: {
      sql: 'c0.kind',
      type: 'text',
      field: 'kind',
      output: () => CampaignKindEnum,
      description: 'What kind of campaign it is.',
    },
    YEAR: {
      sql: 'c0.year',
      type: 'integer',
      field: 'year',
      output: () => Int,
      description: 'The calendar year it is of; null where none is stated.',
    },
    ...timeKeys('c0', 'starts', 'in which it begins'),
  },
});
