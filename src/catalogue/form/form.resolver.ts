import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { type ConnectionData, type ListDefinition, rootConnection } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import type { NodeFetcher } from '../../ground/gql/node.ts';
import { indicatorLoaders } from '../indicator/indicator.loader.ts';
import { Indicator } from '../indicator/indicator.type.ts';
import { FormListArgs } from './form.input.ts';
import { formLoaders } from './form.loader.ts';
import type { FormRow } from './form.row.ts';
import { formCode, formSource } from './form.source.ts';
import { Form, FormConnection, toForm } from './form.type.ts';

const formList: ListDefinition<FormRow, Form> = {
  type: 'Form',
  source: formSource(),
  convert: toForm,
  defaultOrder: [{ field: 'code', direction: 'ASC' }],
};

/** Forms by code and in lists, and the indicators they carry. */
@Resolver(() => Form)
class FormResolver {
  @Query(() => Form, { nullable: true, description: 'The form with a code; null where there is none.' })
  form(
    @Arg('code', () => String, { description: 'The code, exactly as written: `LDLD-01`.' }) code: string,
    @Ctx() context: Context,
  ): Promise<Form | null> {
    return context.use(formLoaders).byCode.load(code);
  }

  @Query(() => FormConnection, { description: 'Report forms. `first` or `last` is required.' })
  forms(@Args(() => FormListArgs) args: FormListArgs, @Ctx() context: Context): Promise<ConnectionData<Form>> {
    return rootConnection(context, formList, args);
  }

  @FieldResolver(() => [Indicator], { description: 'The indicators it carries, each once, in the order of the form.' })
  async indicators(@Root() form: Form, @Ctx() context: Context): Promise<Indicator[]> {
    const codes = await context.use(formLoaders).indicatorCodes.load(form.formId);
    const found = await Promise.all(codes.map((code) => context.use(indicatorLoaders).byCode.load(code)));
    return found.filter((indicator) => indicator !== null);
  }
}

/** The form of an indicator. */
@Resolver(() => Indicator)
class IndicatorFormResolver {
  @FieldResolver(() => Form, {
    nullable: true,
    description: 'The form whose figure answers where two bring this indicator; null where none brings it.',
  })
  primaryForm(@Root() indicator: Indicator, @Ctx() context: Context): Promise<Form | null> | null {
    return indicator.primaryFormCode === null ? null : context.use(formLoaders).byCode.load(indicator.primaryFormCode);
  }
}

/** The resolvers of this room. */
export const formResolvers = [FormResolver, IndicatorFormResolver] as const;

/** Answers `node(id)` for forms. */
export const formNode: NodeFetcher = {
  type: 'Form',
  fetch: async (context, globalId) => {
    const code = formCode(globalId);
    return code === null ? null : context.use(formLoaders).byCode.load(code);
  },
};
