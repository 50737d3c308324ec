import { ArgsType, Field, registerEnumType } from 'type-graphql';

/** Languages the hub's own words come in. */
export enum Language {
  VI = 'VI',
  EN = 'EN',
}
registerEnumType(Language, {
  name: 'Language',
  description: 'The language of a name, label or message.',
  valuesConfig: { VI: { description: 'Vietnamese.' }, EN: { description: 'English.' } },
});

/** The argument of every text that exists in both languages. */
@ArgsType()
export class LanguageArgs {
  @Field(() => Language, { defaultValue: Language.VI, description: 'The language wanted.' })
  lang: Language = Language.VI;
}

/** The text in the language asked for. */
export function inLanguage(lang: Language, vi: string, en: string): string {
  return lang === Language.EN ? en : vi;
}
