import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import type { Edge } from '../../src/graph/edge-options.ts';
import { LIMITS } from '../../src/graph/limits.ts';
import { TRANSPORTS, askHttp, keepingLogger, toyEdge, type KeepingLogger } from '../support/toy-edge.ts';
import { SECRET } from '../support/toy-streams.ts';

const nested = (depth: number): string => `{ ward { ${'self { '.repeat(depth - 2)}id${' }'.repeat(depth - 2)} } }`;
const repeated = (count: number, one: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => one(index)).join(' ');

/** Signs of a stack, a statement or a path in a text for callers. */
const LEAK = /secret|select |\/srv\/|file:\/\/|\.m?[jt]s\b|\bat .*\(|node_modules|stack/;

/** Documents that are refused, with the code that says why. */
const REFUSED: ReadonlyArray<
  readonly [name: string, code: string, query: string, variables?: Record<string, unknown>]
> = [
  ['syntax error', 'GRAPHQL_PARSE_FAILED', '{ ping'],
  ['unknown field', 'GRAPHQL_VALIDATION_FAILED', '{ pong }'],
  ['7,000 aliases', 'TOKENS', `{ ${repeated(7000, (index) => `a${index}: ping`)} }`],
  ['1001 tokens', 'TOKENS', `{ ${repeated(1000, () => 'ping')} }`],
  ['13 levels', 'DEPTH', nested(13)],
  ['3,000 levels', 'TOKENS', nested(3000)],
  [
    '13 levels by fragments',
    'DEPTH',
    `{ ward { ...A } } fragment A on Ward { self { self { self { self { self { ...B } } } } } } fragment B on Ward { self { self { self { self { self { self { id } } } } } } }`,
  ],
  [
    '13 levels by inline fragments',
    'DEPTH',
    `{ ward { ${'... on Ward { self { '.repeat(11)}id${' } }'.repeat(11)} } }`,
  ],
  ['31 aliases', 'ALIASES', `{ ward { ${repeated(31, (index) => `a${index}: id`)} } }`],
  [
    'aliases multiplied by a fragment',
    'ALIASES',
    `{ ward { ...A self { ...A } } } fragment A on Ward { ${repeated(16, (index) => `a${index}: id`)} }`,
  ],
  ['26 root fields', 'ROOT_FIELDS', `{ ${repeated(26, () => 'ping')} }`],
  ['26 root fields by fragments', 'ROOT_FIELDS', `{ ...A ...A } fragment A on Query { ${repeated(13, () => 'ping')} }`],
  ['4 directives on a field', 'DIRECTIVES', '{ ping @a @b @c @d }'],
  ['10 directives on a spread', 'DIRECTIVES', `{ ...A ${'@a '.repeat(10)} } fragment A on Query { ping }`],
  [
    'fragments that double 25 times',
    'SELECTIONS',
    `{ ...F0 } ${repeated(25, (index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`)} fragment F25 on Query { ping }`,
  ],
  ['page size absent', 'BAD_USER_INPUT', '{ wards { nodes { id } } }'],
  ['page size null', 'BAD_USER_INPUT', '{ wards(first: null) { nodes { id } } }'],
  ['page size 0', 'BAD_USER_INPUT', '{ wards(first: 0) { nodes { id } } }'],
  ['page size -1', 'BAD_USER_INPUT', '{ wards(last: -1) { nodes { id } } }'],
  ['page size 101', 'BAD_USER_INPUT', '{ wards(first: 101) { nodes { id } } }'],
  ['page size 2^31', 'BAD_USER_INPUT', '{ wards(first: 2147483648) { nodes { id } } }'],
  [
    'page size inside a fragment',
    'BAD_USER_INPUT',
    '{ ward { ...A } } fragment A on Ward { wards(first: 500) { nodes { id } } }',
  ],
  ['page size 101 by variable', 'BAD_USER_INPUT', 'query ($n: Int) { wards(first: $n) { nodes { id } } }', { n: 101 }],
  ['page size absent by variable', 'BAD_USER_INPUT', 'query ($n: Int) { wards(first: $n) { nodes { id } } }'],
  [
    'page size 0 by the variable’s default',
    'BAD_USER_INPUT',
    'query ($n: Int = 0) { wards(first: $n) { nodes { id } } }',
  ],
  [
    'page size of a wrong type by variable',
    'BAD_USER_INPUT',
    'query ($n: Int) { wards(first: $n) { nodes { id } } }',
    { n: 'many' },
  ],
  [
    '1,010,100 nodes',
    'NODE_LIMIT',
    '{ wards(first: 100) { nodes { wards(first: 100) { nodes { wards(first: 100) { nodes { id } } } } } } }',
  ],
  [
    'nodes behind variables',
    'NODE_LIMIT',
    'query ($n: Int!) { wards(first: $n) { nodes { wards(first: $n) { nodes { wards(first: $n) { nodes { id } } } } } } }',
    { n: 1 },
  ],
  ['__schema twice', 'INTROSPECTION', '{ a: __schema { queryType { name } } b: __schema { queryType { name } } }'],
  [
    'introspection of 16 levels',
    'INTROSPECTION',
    `{ __type(name: "Ward") { ${'ofType { '.repeat(14)}name${' }'.repeat(14)} } }`,
  ],
  ['variable of a wrong type', 'BAD_USER_INPUT', 'query ($n: Int!) { required(n: $n) }', { n: 'x' }],
  ['no such operation', 'OPERATION_RESOLUTION_FAILURE', 'query A { ping } query B { ping }'],
];

describe.each(Object.entries(TRANSPORTS))('over %s', (transport, ask) => {
  let edge: Edge;
  let logger: KeepingLogger;
  beforeAll(async () => {
    logger = keepingLogger();
    edge = await toyEdge({ logger });
  });
  afterAll(() => edge.close());

  it.each(REFUSED)('%s is refused as %s', async (_name, code, query, variables = {}) => {
    const answer = await ask(edge, { query, variables });
    expect(answer.errors.map((error) => error.extensions?.['code'])).toContain(code);
    expect(answer.data ?? null).toBeNull();
    expect(answer.errors.length).toBeLessThanOrEqual(LIMITS.errors.value);
    if (transport === 'http') expect(answer.status).toBe(400);
    expect(answer.text).not.toMatch(LEAK);
  });

  it.each([
    ['12 levels', nested(12)],
    ['30 aliases', `{ ward { ${repeated(30, (index) => `a${index}: id`)} } }`],
    ['25 root fields', `{ ${repeated(25, () => 'ping')} }`],
    [
      '12 counted levels among edges and nodes',
      '{ wards(first: 1) { edges { node { wards(first: 1) { nodes { self { self { self { self { self { self { self { self { self { id } } } } } } } } } } } } } } }',
    ],
    ['a page of 100', '{ wards(first: 100) { nodes { id } } }'],
    ['the introspection of tools', getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true })],
  ])('%s are answered', async (_name, query) => {
    const answer = await ask(edge, { query });
    expect(answer.errors).toEqual([]);
    expect(answer.data).toBeTruthy();
  });

  it('names nothing that was not asked for', async () => {
    for (const query of [
      '{ pin }',
      '{ stage(is: SELFF) }',
      '{ ward { house } }',
      '{ echo(txt: "x") }',
      '{ ...on Wrd { id } }',
    ]) {
      expect((await ask(edge, { query })).text).not.toContain('Did you mean');
    }
    const byVariable = await ask(edge, { query: 'query ($s: Stage!) { stage(is: $s) }', variables: { s: 'SELFF' } });
    expect(byVariable.text).not.toContain('Did you mean');
  });

  it('masks faults, at the first sight and compiled, and logs their cause under the id shown', async () => {
    for (let sight = 1; sight <= 3; sight++) {
      const { errors, text } = await ask(edge, { query: '{ faulty { thrown rejected text unserial expected } ping }' });
      expect(errors.map((error) => String(error.extensions?.['code'])).toSorted((a, b) => a.localeCompare(b))).toEqual([
        'FORBIDDEN',
        'INTERNAL',
        'INTERNAL',
        'INTERNAL',
        'INTERNAL',
      ]);
      expect(text).not.toMatch(LEAK);
      const logged = new Map(logger.faults.map((fault) => ['id' in fault ? fault.id : undefined, fault]));
      for (const { message, extensions } of errors.filter((error) => error.extensions?.['code'] === 'INTERNAL')) {
        expect(message).toContain(String(extensions?.['id']));
        expect(logged.has(extensions?.['id'])).toBe(true);
      }
      expect(errors.find((error) => error.extensions?.['code'] === 'FORBIDDEN')?.message).toBe(
        'Không được phép. / Not allowed.',
      );
    }
    expect(SECRET).toContain('secret');
  });
});

describe('the caller', () => {
  let edge: Edge;
  beforeAll(async () => {
    edge = await toyEdge({ introspection: 'authenticated' });
  });
  afterAll(() => edge.close());

  it.each(Object.entries(TRANSPORTS))('may introspect only when authenticated, over %s', async (_transport, ask) => {
    const query = '{ __schema { queryType { name } } }';
    const refused = await ask(edge, { query });
    expect(refused.errors.map((error) => error.extensions?.['code'])).toEqual(['INTROSPECTION_CLOSED']);
    const allowed = await ask(edge, { query, authorization: 'Bearer an' });
    expect(allowed.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
    expect((await ask(edge, { query })).errors).toHaveLength(1);
  });

  it.each(Object.entries(TRANSPORTS))('is known by the Authorization of %s', async (_transport, ask) => {
    expect((await ask(edge, { query: '{ user }', authorization: 'Bearer an' })).data).toEqual({ user: 'an' });
    expect((await ask(edge, { query: '{ user }' })).data).toEqual({ user: null });
  });

  it.each([
    ['http', askHttp],
    ['sse', TRANSPORTS.sse],
  ])('gets 401 for an unknown key, and a masked 500 for a fault, over %s', async (transport, ask) => {
    const denied = await ask(edge, { query: '{ ping }', authorization: 'Bearer nobody' });
    expect([denied.status, denied.errors[0]?.extensions?.['code']]).toEqual([401, 'UNAUTHENTICATED']);
    const fault = await ask(edge, { query: '{ ping }', authorization: 'Bearer broken' });
    expect(fault.errors[0]?.extensions?.['code']).toBe('INTERNAL');
    if (transport === 'http') expect(fault.status).toBe(500);
    expect(fault.text).not.toMatch(/password|\/srv\//);
  });
});
