import { Args, Field, ObjectType } from 'type-graphql';
import { connectionType } from '../../ground/gql/connection.ts';
import { inLanguage, LanguageArgs } from '../../ground/gql/language.ts';
import { Provenance, toProvenance } from '../../ground/record/provenance.type.ts';
import { HubRecord, recordParts } from '../../ground/record/record.type.ts';
import { DateSpan, toSpan } from '../../ground/record/span.type.ts';
import { recordGroupKeys, timeKeys } from '../common/record-list.ts';
import type { MovementLinkRow, MovementRow } from './movement.row.ts';

/** An emulation movement (phong trào thi đua). */
@ObjectType({
  implements: HubRecord,
  description:
    'An emulation movement (phong trào thi đua). A national one belongs to the country; a province carries it out in a movement of its own, ' +
    'to which organisations are joined by their roles.',
})
export class Movement extends HubRecord {
  @Field(() => String, { nullable: true, description: 'What it is about; null where the source does not say.' })
  description!: string | null;
  @Field(() => DateSpan, { nullable: true, description: 'When it was launched; null where that is not known.' })
  launched!: DateSpan | null;
  @Field(() => DateSpan, {
    nullable: true,
    description: 'When it ended; null while it goes on or where that is not known.',
  })
  ended!: DateSpan | null;
  nationalId!: number | null;
  nameVi!: string;
  nameEn!: string | null;

  @Field(() => String, {
    description: 'Its name as written; in English where there is a translation, else in Vietnamese.',
  })
  name(@Args(() => LanguageArgs) { lang }: LanguageArgs): string {
    return inLanguage(lang, this.nameVi, this.nameEn ?? this.nameVi);
  }
}

/** The movement of a row, of which only the needed columns may have been read. */
export function toMovement(row: MovementRow): Movement {
  return Object.assign(new Movement(), {
    ...recordParts('Movement', row),
    description: row.description,
    launched: toSpan(row.launchedEarliest, row.launchedLatest),
    ended: toSpan(row.endedEarliest, row.endedLatest),
    nationalId: row.nationalId,
    nameVi: row.name,
    nameEn: row.nameEn,
  });
}

/** A movement that another is tied to. */
@ObjectType({ description: 'A movement that another is tied to (gắn với).' })
export class MovementLink {
  @Field(() => Provenance, { description: 'Where that is taken from.' }) provenance!: Provenance;
  /** Key of the movement at the other end. */
  movementId!: number;
}

/** The link of a row, seen from one of its ends. */
export function toMovementLink(row: MovementLinkRow, end: 'movementId' | 'linkedId'): MovementLink {
  return Object.assign(new MovementLink(), { provenance: toProvenance(row), movementId: row[end] });
}

/** A page of movements. */
export const MovementConnection = connectionType('Movement', () => Movement, {
  keys: { ...recordGroupKeys('m0'), ...timeKeys('m0', 'launched', 'in which it was launched') },
});
