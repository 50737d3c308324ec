import { Args, Field, ObjectType } from 'type-graphql';
import { connectionType } from '../../ground/gql/connection.ts';
import { inLanguage, LanguageArgs } from '../../ground/gql/language.ts';
import { HubRecord, recordParts } from '../../ground/record/record.type.ts';
import { recordGroupKeys } from '../organisation/record-list.ts';
import type { TargetGroupRow } from './reference.row.ts';

/** Whom activities and agreements are for. */
@ObjectType({
  implements: HubRecord,
  description: 'Whom activities, agreements and recommendations are for (đối tượng), as `người ở nhà trọ`.',
})
export class TargetGroup extends HubRecord {
  nameVi!: string;
  nameEn!: string | null;

  @Field(() => String, {
    description: 'Its name as written; in English where there is a translation, else in Vietnamese.',
  })
  name(@Args(() => LanguageArgs) { lang }: LanguageArgs): string {
    return inLanguage(lang, this.nameVi, this.nameEn ?? this.nameVi);
  }
}

/** The target group of a row, of which only the needed columns may have been read. */
export function toTargetGroup(row: TargetGroupRow): TargetGroup {
  return Object.assign(new TargetGroup(), {
    ...recordParts('TargetGroup', row),
    nameVi: row.name,
    nameEn: row.nameEn,
  });
}

/** A page of target groups. */
export const TargetGroupConnection = connectionType('TargetGroup', () => TargetGroup, {
  keys: recordGroupKeys('tg0'),
});
