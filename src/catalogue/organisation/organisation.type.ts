import { Args, Field, ObjectType } from 'type-graphql';
import { connectionType } from '../../ground/gql/connection.ts';
import { documentedEnum } from '../../ground/gql/enum.ts';
import { inLanguage, LanguageArgs } from '../../ground/gql/language.ts';
import { Node, toGlobalId } from '../../ground/gql/node.ts';
import { DateScalar } from '../../ground/gql/scalars.ts';
import { clampDay } from '../place/dated.ts';
import { SuccessionExtentEnum } from '../place/place.enum.ts';
import type { AnyOrganisationKind } from './organisation.kind.ts';
import type { OrganisationEdgeRow, OrganisationVersionRow } from './organisation.row.ts';
import type { OrganisationOn } from './organisation.store.ts';

/** `OrganisationKind` in the graph. */
export const OrganisationKindEnum = documentedEnum<AnyOrganisationKind>(
  'OrganisationKind',
  'What an organisation is: one of the seven actors of a province, or another body.',
  {
    LDLD: 'Federation of Labour: Liên đoàn Lao động.',
    HPN: 'Women’s Union: Hội Liên hiệp Phụ nữ.',
    TD: 'Ho Chi Minh Communist Youth Union: Tỉnh đoàn, or Thành đoàn in a centrally-run city.',
    HND: 'Farmers’ Union: Hội Nông dân.',
    CCB: 'Veterans’ Association: Hội Cựu chiến binh.',
    UBND: 'People’s Committee: Ủy ban nhân dân.',
    MTTQ: 'Fatherland Front Committee: Ủy ban Mặt trận Tổ quốc Việt Nam, above the five organisations since 1 July 2025.',
    LHTN: 'Vietnam Youth Federation: Hội Liên hiệp Thanh niên Việt Nam. Not one of the seven: it sends no reports.',
    TINH_UY: 'Provincial Party committee: Tỉnh ủy, or Thành ủy in a centrally-run city. Not one of the seven.',
    SO_NGANH: 'Departments and sectors of a province: sở, ban, ngành. Not one of the seven.',
    KHAC: 'Any other body. Not one of the seven.',
  },
);

/** A province's actor as it was, or is, on one day. */
@ObjectType({
  implements: Node,
  description:
    'One of the seven actors of a province through its life, which is the province’s, or another body; shown as on one day: the day asked for with `on` ' +
    '(default: today in Vietnam), or the day of its life nearest to that. Codes are used again, ids are not.',
})
export class Organisation extends Node {
  @Field(() => OrganisationKindEnum, { description: 'Which of the seven it is, or what other body.' })
  kind!: AnyOrganisationKind;
  @Field(() => String, {
    description:
      'Kind and province code: `LDLD-91`; departments and other bodies have letters of their own after it: `SO_NGANH-74-SNV`.',
  })
  code!: string;
  @Field(() => String, {
    description: 'Short Vietnamese name that officers write, on the day shown: `LĐLĐ tỉnh An Giang`.',
  })
  abbreviation!: string;
  @Field(() => DateScalar, { nullable: true, description: 'First day of its life; null where it is not known.' })
  validFrom!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Last day of its life; null while it lives.' })
  validTo!: string | null;

  /** Key of its row; `id` is the global one. */
  organisationId!: number;
  provinceId!: number;
  parentId!: number | null;
  nameVi!: string;
  nameEn!: string;
  /** The day asked for; what it leads to is asked for as on that day. */
  on!: string;
  /** The day it is shown as on: `on`, kept within its life. */
  shownOn!: string;

  constructor(parts?: Omit<Organisation, 'name'>) {
    super();
    if (parts) Object.assign(this, parts);
  }

  @Field(() => String, { description: 'Official name on the day shown: `Liên đoàn Lao động tỉnh An Giang`.' })
  name(@Args(() => LanguageArgs) { lang }: LanguageArgs): string {
    return inLanguage(lang, this.nameVi, this.nameEn);
  }
}

/** The actor of a row, shown as on `on` (ISO date) or the nearest day of its life. */
export function toOrganisation(row: OrganisationOn, on: string): Organisation {
  return new Organisation({
    id: toGlobalId('Organisation', row.id),
    kind: row.kind,
    code: row.code,
    abbreviation: row.abbreviation,
    validFrom: row.validFrom,
    validTo: row.validTo,
    organisationId: row.id,
    provinceId: row.provinceId,
    parentId: row.parentId,
    nameVi: row.name,
    nameEn: row.nameEn,
    on,
    shownOn: clampDay(on, row),
  });
}

/** What an actor was called in a stretch of days. */
@ObjectType({ description: 'What an organisation was called in a stretch of days.' })
export class OrganisationName {
  @Field(() => String, { description: 'Short Vietnamese name.' }) abbreviation!: string;
  @Field(() => DateScalar, { nullable: true, description: 'First day of the name; null where it is not known.' })
  validFrom!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Last day of the name; null while it holds.' })
  validTo!: string | null;
  nameVi!: string;
  nameEn!: string;

  @Field(() => String, { description: 'Official name.' })
  name(@Args(() => LanguageArgs) { lang }: LanguageArgs): string {
    return inLanguage(lang, this.nameVi, this.nameEn);
  }
}

/** The name of one version of an actor. */
export function toOrganisationName(row: OrganisationVersionRow): OrganisationName {
  return Object.assign(new OrganisationName(), {
    abbreviation: row.abbreviation,
    validFrom: row.validFrom,
    validTo: row.validTo,
    nameVi: row.name,
    nameEn: row.nameEn,
  });
}

/** One end of a merger of actors, seen from the other. */
@ObjectType({ description: 'An organisation that another came from, or went into.' })
export class OrganisationSuccession {
  @Field(() => DateScalar, { description: 'The first day on which it had happened.' }) on!: string;
  @Field(() => SuccessionExtentEnum, { description: 'How much of the predecessor went into the successor.' })
  extent!: OrganisationEdgeRow['extent'];
  /** Key of the organisation at the other end. */
  organisationId!: number;
  /** The day asked for. */
  asked!: string;
}

/** A page of organisations. */
export const OrganisationConnection = connectionType('Organisation', () => Organisation);
