import { Field, Int, ObjectType } from 'type-graphql';
import { Period } from '../../catalogue/period/period.type.ts';

/** A form to be filled in. */
@ObjectType({
  description:
    'A form of the hub as an Excel workbook, to be filled in and sent back. Two that are the same have the same bytes.',
})
export class FormWorkbook {
  @Field(() => String, { description: 'What to call the file: `LDLD-01_LDLD-91_91_2026-S1.xlsx`.' }) fileName!: string;
  @Field(() => String, { description: 'The media type of an .xlsx file.' }) mediaType!: string;
  @Field(() => Int, { description: 'Its size in bytes.' }) byteSize!: number;
  @Field(() => String, { description: 'SHA-256 of its bytes, as hexadecimal text.' }) sha256!: string;
  @Field(() => String, { description: 'Its bytes in Base64. `GET /forms/{code}/workbook` answers them as they are.' })
  content!: string;
  @Field(() => Int, {
    description: 'How many cells are filled in already; 0 for whoever does not report for the organisation.',
  })
  prefilled!: number;
  @Field(() => Int, { description: 'The version of the form.' }) formVersion!: number;
  @Field(() => Period, { description: 'The period it is for.' }) period!: Period;
  formCode!: string;
  organisationId!: number;
  placeId!: number;
}
