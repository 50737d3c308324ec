import { describe, it, expect, beforeAll } from '@jest/globals';
import { GraphQLError, execute, parse, specifiedRules, validate } from 'graphql';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { compiledExecution } from '../../src/graph/execution.ts';
import { masked, maskedThrown } from '../../src/graph/mask.ts';
import { coded } from '../../src/graph/validate.ts';
import { DIFFERENTIAL_CASES, type DifferentialCase } from '../support/differential-cases.ts';
import { toySchema, type ToyContext } from '../support/toy-schema.ts';
import { SECRET, toyLeft } from '../support/toy-streams.ts';

const quiet = { error: () => undefined, warn: () => undefined, info: () => undefined, debug: () => undefined };
const context: ToyContext = { user: 'an', gate: Promise.resolve() };
const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await toySchema();
});

function argsOf(one: DifferentialCase): {
  document: ReturnType<typeof parse>;
  contextValue: ToyContext;
  variableValues: Record<string, unknown>;
  operationName: string | null;
} {
  return {
    document: parse(one.query),
    contextValue: context,
    variableValues: { ...one.variables },
    operationName: one.operation ?? null,
  };
}

/** What graphql-js itself answers, its errors passed through the mask: the measure of both executors. */
async function reference(one: DifferentialCase): Promise<ExecutionResult> {
  const result = await execute({ ...argsOf(one), schema });
  if (result.errors === undefined) return result;
  const early = result.data === undefined;
  return {
    ...result,
    errors: result.errors.map((error) => (early ? coded(error, 'BAD_USER_INPUT') : masked(error, quiet))),
  };
}

function errorSet(result: ExecutionResult): string[] {
  const lines = (result.errors ?? []).map((error) =>
    JSON.stringify([error.path, error.extensions['code'], error.message.replace(ID, 'ID')]),
  );
  return [...new Set(lines)].toSorted();
}

describe('compiled execution', () => {
  it('is tried on at least sixty documents, each valid', () => {
    expect(DIFFERENTIAL_CASES.length).toBeGreaterThanOrEqual(60);
    for (const one of DIFFERENTIAL_CASES) {
      const faults = validate(schema, parse(one.query), specifiedRules);
      expect([one.name, faults.map(String)]).toEqual([one.name, []]);
    }
  });

  it.each(DIFFERENTIAL_CASES.map((one) => [one.name, one] as const))(
    'answers as graphql-js does: %s',
    async (_name, one) => {
      const expected = await reference(one);
      const execution = compiledExecution(schema, { logger: quiet });
      const args = argsOf(one);
      const first = await execution.execute(args);
      const second = await execution.execute(args);
      const third = await execution.execute(args);
      const { compiled, interpreted } = execution.stats();
      const by = one.by ?? 'compiled';
      expect([compiled, interpreted]).toEqual({ compiled: [2, 1], interpreted: [0, 3], neither: [0, 0] }[by]);
      for (const result of [first, second, third]) {
        if (!args.document.definitions.some((node) => 'operation' in node && node.operation === 'mutation')) {
          expect(JSON.stringify(result.data)).toBe(JSON.stringify(expected.data));
        }
        if (one.operation === 'Z' || (one.by === 'neither' && one.query.startsWith('query A'))) {
          expect(result.errors?.[0]?.extensions['code']).toBe('OPERATION_RESOLUTION_FAILURE');
        } else if (one.siblings) {
          expect(errorSet(result)).toEqual(expect.arrayContaining(errorSet(expected)));
        } else {
          expect(errorSet(result)).toEqual(errorSet(expected));
        }
      }
    },
  );

  it('keeps mutations in series, with the same answers in both executors', async () => {
    const execution = compiledExecution(schema, { logger: quiet });
    const document = parse(
      'mutation { a: write(text: "x", wait: 9) b: write(text: "y") c: write(text: "z", wait: 3) }',
    );
    for (let turn = 0; turn < 3; turn++) {
      const { data } = await execution.execute({ document, contextValue: context });
      expect(data?.['c']).toBe('x,y,z');
    }
    expect(execution.stats().compiled).toBe(2);
  });

  it('reports locations as graphql-js does', async () => {
    const execution = compiledExecution(schema, { logger: quiet });
    const document = parse('{ faulty {\n  thrown expected } }');
    const [first, second] = [
      await execution.execute({ document, contextValue: context }),
      await execution.execute({ document, contextValue: context }),
    ];
    const places = (result: ExecutionResult): unknown => result.errors?.map((error) => error.toJSON().locations);
    expect(places(second)).toEqual(places(first));
    expect(places(second)).toEqual([[{ line: 2, column: 3 }], [{ line: 2, column: 10 }]]);
  });

  it('keeps a bounded number of programs', async () => {
    const execution = compiledExecution(schema, { logger: quiet });
    for (let index = 0; index < 520; index++) {
      const document = parse(`{ a${index}: ping }`);
      await execution.execute({ document, contextValue: context });
      await execution.execute({ document, contextValue: context });
    }
    expect(execution.stats().programs).toBe(500);
  });

  it('grows by nothing when a client invents operation names', async () => {
    const execution = compiledExecution(schema, { logger: quiet });
    const document = parse('query A { ping }');
    for (let index = 0; index < 20; index++)
      await execution.execute({ document, contextValue: context, operationName: `N${index}` });
    expect(execution.stats()).toEqual({ programs: 0, compiled: 0, interpreted: 0 });
  });
});

describe('subscriptions', () => {
  async function open(
    query: string,
    renewContext?: (context: unknown) => unknown,
  ): Promise<AsyncGenerator<ExecutionResult, void, void>> {
    const execution = compiledExecution(
      schema,
      renewContext === undefined ? { logger: quiet } : { logger: quiet, renewContext },
    );
    const stream = await execution.subscribe({ document: parse(query), contextValue: context });
    if (!(Symbol.asyncIterator in stream)) throw new Error(`no stream: ${JSON.stringify(stream)}`);
    return stream;
  }

  it('delivers every event, the later ones compiled', async () => {
    const seen: unknown[] = [];
    for await (const result of await open('subscription { counted(to: 4) }')) seen.push(result.data?.['counted']);
    expect(seen).toEqual([1, 2, 3, 4]);
  });

  it('ends a quiet stream at once when the reader leaves while an event is awaited', async () => {
    const before = toyLeft.count;
    const stream = await open('subscription { quiet }');
    await stream.next();
    const pending = stream.next();
    await stream.return();
    expect(toyLeft.count).toBe(before + 1);
    expect((await pending).done).toBe(true);
  });

  it('masks a failure of the source and ends', async () => {
    const results: ExecutionResult[] = [];
    for await (const result of await open('subscription { failing }')) results.push(result);
    expect(results.map((result) => result.errors?.[0]?.extensions['code'])).toEqual([undefined, 'INTERNAL']);
    expect(JSON.stringify(results)).not.toContain('secret');
  });

  it('masks a subscription that cannot start', async () => {
    const result = await compiledExecution(schema, { logger: quiet }).subscribe({
      document: parse('subscription { refused }'),
      contextValue: context,
    });
    expect(JSON.stringify(result)).not.toContain('secret');
    expect('errors' in result && result.errors?.[0]?.extensions['code']).toBe('INTERNAL');
  });

  it('renews the context for each event, and ends with the error of a renewal', async () => {
    let renewed = 0;
    const stream = await open('subscription { counted(to: 9) }', (old) => {
      renewed += 1;
      if (renewed > 2) throw new GraphQLError('gone', { extensions: { code: 'UNAUTHENTICATED' } });
      return old;
    });
    const codes: unknown[] = [];
    for await (const result of stream) codes.push(result.errors?.[0]?.extensions['code']);
    expect(codes).toEqual([undefined, undefined, 'UNAUTHENTICATED']);
  });
});

describe('masking', () => {
  it('logs the cause under the id that the caller sees', () => {
    const logged: Array<{ err?: Error; id?: string }> = [];
    const logger = { ...quiet, error: (facts: object) => void logged.push(facts) };
    const shown = maskedThrown(new Error(SECRET), logger);
    expect(shown.message).toContain('Lỗi hệ thống');
    expect(shown.message).toContain('Internal error, id');
    expect(shown.extensions).toEqual({ code: 'INTERNAL', id: logged[0]?.id });
    expect(shown.message).toContain(String(logged[0]?.id));
    expect(logged[0]?.err?.message).toBe(SECRET);
    expect(JSON.stringify(shown)).not.toContain('secret');
  });

  it('does not trust a code that is not in the list, nor INTERNAL from elsewhere', () => {
    for (const code of ['22P02', 'INTERNAL', undefined]) {
      const shown = maskedThrown(new GraphQLError(SECRET, { extensions: { code } }), quiet);
      expect([shown.extensions['code'], shown.message.includes('secret')]).toEqual(['INTERNAL', false]);
    }
  });
});
