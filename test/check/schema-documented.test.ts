import { describe, expect, it } from '@jest/globals';
import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
} from 'graphql';
import { hubSchema } from '../../src/graph/schema.ts';

interface Described {
  name: string;
  description?: string | null | undefined;
  deprecationReason?: string | null | undefined;
}

/** Everything of the schema that a reader can look up, by its path. The three root types are named by the language itself. */
function everything(schema: GraphQLSchema): [path: string, thing: Described][] {
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  const found: [string, Described][] = schema
    .getDirectives()
    .filter((directive) => !isSpecifiedDirective(directive))
    .map((directive) => [`@${directive.name}`, directive]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || isSpecifiedScalarType(type)) continue;
    if (!roots.has(type as never)) found.push([type.name, type]);
    if (isEnumType(type)) for (const value of type.getValues()) found.push([`${type.name}.${value.name}`, value]);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const path = `${type.name}.${field.name}`;
      found.push([path, field]);
      for (const argument of 'args' in field ? field.args : []) found.push([`${path}(${argument.name})`, argument]);
    }
  }
  return found;
}

describe('the graph', () => {
  it('says what every type, field, argument and enumerated value is', async () => {
    const all = everything(await hubSchema());
    expect(all.length).toBeGreaterThan(400);
    const bare = all.flatMap(([path, { description }]) => (description ? [] : [path]));
    expect(bare).toEqual([]);
  });

  it('says it in sentences that end, in NFC, and not by repeating the name', async () => {
    const lazy = everything(await hubSchema()).flatMap(([path, { name, description }]) => {
      const text = description ?? '';
      const repeats = text.replace(/[^a-z]/gi, '').toLowerCase() === name.toLowerCase();
      return repeats || !/[.”`)?]$/.test(text.trim()) || text !== text.normalize('NFC') ? [`${path}: ${text}`] : [];
    });
    expect(lazy).toEqual([]);
  });

  it('names a date and the field to use where something is deprecated', async () => {
    const wrong = everything(await hubSchema()).flatMap(([path, { deprecationReason }]) =>
      deprecationReason == null || /^\d{4}-\d{2}-\d{2}: use [A-Za-z.]+/.test(deprecationReason) ? [] : [path],
    );
    expect(wrong).toEqual([]);
  });
});
