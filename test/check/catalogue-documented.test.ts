import { describe, expect, it } from '@jest/globals';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, isSpecifiedScalarType } from 'graphql';
import { catalogueSchema } from '../support/catalogue.ts';

describe('the catalogue in the graph', () => {
  it('says what every type, field, argument and enumerated value is', async () => {
    const bare: string[] = [];
    const ask = (name: string, thing: { description?: string | null | undefined }): void => {
      if (!thing.description) bare.push(name);
    };
    const schema = await catalogueSchema();
    for (const type of Object.values(schema.getTypeMap())) {
      if (type.name.startsWith('__') || isSpecifiedScalarType(type)) continue;
      if (type !== schema.getQueryType()) ask(type.name, type);
      if (isEnumType(type)) for (const value of type.getValues()) ask(`${type.name}.${value.name}`, value);
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        ask(`${type.name}.${field.name}`, field);
        for (const argument of 'args' in field ? field.args : [])
          ask(`${type.name}.${field.name}(${argument.name})`, argument);
      }
    }
    expect(bare).toEqual([]);
  });
});
