import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { formLoaders } from '../../catalogue/form/form.loader.ts';
import { Form } from '../../catalogue/form/form.type.ts';
import { organisationLoaders } from '../../catalogue/organisation/organisation.loader.ts';
import { Organisation } from '../../catalogue/organisation/organisation.type.ts';
import { toPeriod } from '../../catalogue/period/period.type.ts';
import { placeLoaders } from '../../catalogue/place/place.loader.ts';
import { Place } from '../../catalogue/place/place.type.ts';
import type { Context } from '../../ground/gql/context.ts';
import { parseSubmittedPeriod } from '../intake/submitted-period.ts';
import { formWorkbook, type MadeWorkbook, XLSX_MEDIA_TYPE } from './form-workbook.ts';
import { FormWorkbook } from './form-workbook.type.ts';

/** Forms as workbooks to be filled in. */
@Resolver(() => FormWorkbook)
class FormWorkbookResolver {
  @Query(() => FormWorkbook, {
    description:
      'A form as an Excel workbook for one organisation, place and period, to be filled in and sent to intake. Who may ' +
      'report for the organisation gets the targets and the numbers of the year before filled in from its published reports. At most 4 a request.',
  })
  async formWorkbook(
    @Arg('form', () => String, { description: 'Code of the form: `LDLD-01`.' }) form: string,
    @Arg('organisation', () => String, {
      description: 'Code of the organisation, `LDLD-91`, or its kind, `LDLD`, in the province of the place.',
    })
    organisation: string,
    @Arg('place', () => String, { description: 'Code of the province or commune: `91`.' }) place: string,
    @Arg('period', () => String, {
      description:
        'Key of the period, `2026-S1`, or its kind with the days of its data, `HALF_YEAR/2025-12-01/2026-05-31`.',
    })
    period: string,
    @Ctx() context: Context,
  ): Promise<FormWorkbook> {
    return toFormWorkbook(
      await formWorkbook(context, { form, organisation, place, period: parseSubmittedPeriod(period) }),
    );
  }

  @FieldResolver(() => Form, { description: 'The form.' })
  async form(@Root() { formCode }: FormWorkbook, @Ctx() context: Context): Promise<Form> {
    const form = await context.use(formLoaders).byCode.load(formCode);
    if (!form) throw new Error(`Expected the form ${formCode} of a workbook, found none: the catalogue lost it.`);
    return form;
  }

  @FieldResolver(() => Organisation, { description: 'The organisation it is for, as on the last day of the data.' })
  organisation(
    @Root() { organisationId, period }: FormWorkbook,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Organisation> {
    return context.use(organisationLoaders).byIdOn.load({ id: organisationId, on: period.dataTo }, info);
  }

  @FieldResolver(() => Place, { description: 'The place it is for, as on the last day of the data.' })
  place(
    @Root() { placeId, period }: FormWorkbook,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Place> {
    return context.use(placeLoaders).byIdOn.load({ id: placeId, on: period.dataTo }, info);
  }
}

function toFormWorkbook({ fileName, bytes, sha256, prefilled, known }: MadeWorkbook): FormWorkbook {
  return Object.assign(new FormWorkbook(), {
    fileName,
    mediaType: XLSX_MEDIA_TYPE,
    byteSize: bytes.length,
    sha256,
    content: bytes.toString('base64'),
    prefilled,
    formVersion: known.form.version,
    period: toPeriod(known.period),
    formCode: known.form.spec.code,
    organisationId: known.organisation.id,
    placeId: known.place.id,
  });
}

/** The resolvers of this room. */
export const formWorkbookResolvers = [FormWorkbookResolver] as const;
