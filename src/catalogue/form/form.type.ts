import { Args, Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../ground/gql/connection.ts';
import { documentedEnum } from '../../ground/gql/enum.ts';
import { inLanguage, LanguageArgs } from '../../ground/gql/language.ts';
import { Node, toGlobalId } from '../../ground/gql/node.ts';
import type { OrganisationKind } from '../organisation/organisation.kind.ts';
import { OrganisationKindEnum } from '../organisation/organisation.type.ts';
import type { FormRow } from './form.row.ts';
import type { FormSpec } from './form.spec.ts';

/** `FormLayout` in the graph. */
export const FormLayoutEnum = documentedEnum<FormSpec['layout']>('FormLayout', 'What the rows of a form are.', {
  INDICATOR_ROWS: 'One row an indicator, one column a measure.',
  AREA_ROWS: 'One row a commune of the province, one column an indicator’s measure.',
});

/** A report form as it is used now. */
@ObjectType({
  implements: Node,
  description: 'A report form as it is used now. Reports name the version they were read with.',
})
export class Form extends Node {
  @Field(() => String, { description: 'Code: `LDLD-01`.' }) code!: string;
  @Field(() => OrganisationKindEnum, { description: 'The kind of organisation that reports with it.' })
  owner!: OrganisationKind;
  @Field(() => FormLayoutEnum, { description: 'What its rows are.' }) layout!: FormSpec['layout'];
  @Field(() => Int, { description: 'Which of its definitions is used now, counted from 1.' }) version!: number;

  /** Key of its row; `id` is the global one. */
  formId!: number;
  titleVi!: string;
  titleEn!: string;

  constructor(parts?: Omit<Form, 'title'>) {
    super();
    if (parts) Object.assign(this, parts);
  }

  @Field(() => String, { description: 'What stands at the head of the form: `Kết quả hoạt động công đoàn`.' })
  title(@Args(() => LanguageArgs) { lang }: LanguageArgs): string {
    return inLanguage(lang, this.titleVi, this.titleEn);
  }
}

/** The form of a row. Its global id goes by the code: the numbers of forms differ between installations. */
export function toForm(row: FormRow): Form {
  return new Form({
    id: toGlobalId('Form', row.code),
    code: row.code,
    owner: row.owner,
    layout: row.layout,
    version: row.version,
    formId: row.id,
    titleVi: row.titleVi,
    titleEn: row.titleEn,
  });
}

/** A page of forms. */
export const FormConnection = connectionType('Form', () => Form);
