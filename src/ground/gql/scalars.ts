import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isDate } from '../period/local-date.ts';
import { parsePeriodKey } from '../period/period.ts';

interface TextScalar {
  name: string;
  description: string;
  expected: string;
  accepts: (text: string) => boolean;
}

/** A scalar that is a checked text on both sides of the wire. */
function textScalar({ name, description, expected, accepts }: TextScalar): GraphQLScalarType<string, string> {
  const check = (value: unknown): string => {
    if (typeof value === 'string' && accepts(value)) return value;
    throw new GraphQLError(`${name} expects ${expected}; got ${JSON.stringify(value)}.`, {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => String(value),
    parseValue: check,
    parseLiteral: (node: ValueNode) => {
      if (node.kind === Kind.STRING) return check(node.value);
      throw new GraphQLError(`${name} expects ${expected}.`, { nodes: node, extensions: { code: 'BAD_USER_INPUT' } });
    },
  });
}

/** A local calendar day, ISO 8601, in Vietnam. */
export const DateScalar = textScalar({
  name: 'Date',
  description: 'A calendar day in Vietnam (Asia/Ho_Chi_Minh), ISO 8601: `2026-06-14`.',
  expected: 'a day such as 2026-06-14',
  accepts: isDate,
});

/** An exact number as text. */
export const DecimalScalar = textScalar({
  name: 'Decimal',
  description: 'An exact decimal number, as text so that nothing is rounded: `"8520000000"`, `"97.5"`.',
  expected: 'a decimal number as text, such as "97.5"',
  accepts: (text) => /^-?\d+(\.\d+)?$/.test(text),
});

/** A place in the feed of events. */
export const EventCursorScalar = textScalar({
  name: 'EventCursor',
  description: 'A place in the feed of events. Opaque: keep it, and give it back as `after` to miss nothing.',
  expected: 'a cursor that the hub gave',
  accepts: (text) => text.length > 0 && text.length <= 200,
});

/** A nominal period. */
export const PeriodKeyScalar = textScalar({
  name: 'PeriodKey',
  description:
    'A reporting period: year `2026`, first six months `2026-S1`, nine months `2026-9M`, quarter `2026-Q2`, month `2026-06`. ' +
    'In answers also a window of several, `2026-01/2026-04`.',
  expected: 'a period such as 2026, 2026-S1, 2026-9M, 2026-Q2 or 2026-06',
  accepts: (text) => parsePeriodKey(text) !== null,
});
