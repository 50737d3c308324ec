import { registerEnumType } from 'type-graphql';

/**
 * An enumeration of the graph over texts as the database keeps them, each with its meaning. The names are the texts in
 * upper case (`count` is COUNT); inside the hub a value stays the stored text, so that nothing is translated on the way.
 */
export function documentedEnum<V extends string>(
  name: string,
  description: string,
  meanings: Readonly<Record<V, string>>,
): Readonly<Record<string, V>> {
  const stored = Object.keys(meanings) as V[];
  const values = Object.fromEntries(stored.map((value) => [value.toUpperCase(), value]));
  registerEnumType(values, {
    name,
    description,
    valuesConfig: Object.fromEntries(stored.map((value) => [value.toUpperCase(), { description: meanings[value] }])),
  });
  return values;
}
