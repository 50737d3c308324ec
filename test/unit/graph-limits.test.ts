import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isObjectType, parse } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { ERROR_CODES, isErrorCode } from '../../src/ground/gql/error-code.ts';
import { HubError } from '../../src/ground/gql/hub-error.ts';
import { Admission } from '../../src/graph/admission.ts';
import { LIMITS, limitError, type LimitName } from '../../src/graph/limits.ts';
import { validateDocument } from '../../src/graph/validate.ts';
import { toySchema } from '../support/toy-schema.ts';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await toySchema();
});

const codesOf = (query: string): unknown[] =>
  validateDocument(schema, parse(query)).map((error) => error.extensions['code']);

/** A selection on Ward: plain fields, `self`, a page of wards, or either inside a fragment; `last` lets every set be non-empty. */
interface Tree {
  readonly kind: 'self' | 'page' | 'inline' | 'spread';
  readonly size: number;
  readonly inner: readonly Tree[];
}

/** Trees of bounded height, so that generation ends. */
function treesOf(levels: number): fc.Arbitrary<Tree[]> {
  const inner = levels === 0 ? fc.constant([]) : treesOf(levels - 1);
  const kind = fc.constantFrom<Tree['kind']>('self', 'page', 'inline', 'spread');
  return fc.array(fc.record({ kind, size: fc.integer({ min: 1, max: 100 }), inner }), { maxLength: 2 });
}
const trees = treesOf(7);

/** Writes trees as a document; every spread gets a fragment of its own. */
function written(trees: readonly Tree[]): string {
  const fragments: string[] = [];
  const set = (inner: readonly Tree[]): string => ['id', ...inner.map(one)].join(' ');
  const one = ({ kind, size, inner }: Tree): string => {
    if (kind === 'self') return `self { ${set(inner)} }`;
    if (kind === 'page') return `wards(first: ${size}) { edges { node { ${set(inner)} } } }`;
    if (kind === 'inline') return `... on Ward { ${set(inner)} }`;
    const name = `F${fragments.length}`;
    fragments.push('');
    fragments[Number(name.slice(1))] = `fragment ${name} on Ward { ${set(inner)} }`;
    return `...${name}`;
  };
  const root = set(trees);
  return `{ ward { ${root} } } ${fragments.join(' ')}`;
}

/** Levels below `ward`, by the plainest recursion: the model of the rule. */
function depthOf(trees: readonly Tree[]): number {
  return Math.max(1, ...trees.map(({ kind, inner }) => (kind === 'self' || kind === 'page' ? 1 : 0) + depthOf(inner)));
}

function nodesOf(trees: readonly Tree[]): number {
  return trees.reduce(
    (sum, { kind, size, inner }) => sum + (kind === 'page' ? size * (1 + nodesOf(inner)) : nodesOf(inner)),
    0,
  );
}

describe('the limits', () => {
  it('on depth hold for generated documents, through fragments and uncounted wrappers', () => {
    const seen = { accepted: 0, refused: 0 };
    const check = (trees: readonly Tree[]): void => {
      const codes = codesOf(written(trees));
      const deep = 1 + depthOf(trees) > LIMITS.depth.value;
      expect(codes.includes('DEPTH')).toBe(deep);
      seen[deep ? 'refused' : 'accepted'] += 1;
    };
    fc.assert(fc.property(trees, check), { numRuns: 200 });
    // Long chains are rare among random trees: make them.
    const chain = fc.array(fc.tuple(fc.constantFrom('self', 'inline', 'spread', 'page'), fc.constant(1)), {
      minLength: 8,
      maxLength: 24,
    });
    const build = (links: ReadonlyArray<readonly [Tree['kind'], number]>): Tree[] =>
      links.reduceRight<Tree[]>((inner, [kind, size]) => [{ kind, size, inner }], []);
    fc.assert(
      fc.property(chain, (links) => check(build(links))),
      { numRuns: 200 },
    );
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(10);
  });

  it('on nodes hold for generated documents: sizes multiply along paths and add', () => {
    const check = (trees: readonly Tree[]): void => {
      fc.pre(1 + depthOf(trees) <= LIMITS.depth.value);
      expect(codesOf(written(trees)).includes('NODE_LIMIT')).toBe(nodesOf(trees) > LIMITS.nodes.value);
    };
    fc.assert(fc.property(trees, check), { numRuns: 200 });
    const page = (size: number, inner: Tree[] = []): Tree => ({ kind: 'page', size, inner });
    check([page(100, [page(100, [page(4)])])]);
    check([page(100, [page(100, [page(3)])])]);
    check([page(100, [page(99, [page(5)])]), page(1), page(49)]);
  });

  it.each(Object.keys(LIMITS) as LimitName[])(
    '%s is documented, has a code of the list, and is said in both languages',
    (name) => {
      const limit = LIMITS[name];
      expect(limit.meaning.length).toBeGreaterThan(10);
      expect(isErrorCode(limit.code)).toBe(true);
      const error = limitError(name, limit.value + 1);
      expect(error.extensions).toMatchObject({ code: limit.code, limit: name, maximum: limit.value });
      expect(error.message).toContain(String(limit.value + 1));
      expect([error.vi, error.en].every((text) => text === text.normalize('NFC') && error.message.includes(text))).toBe(
        true,
      );
    },
  );

  it('on page sizes reach every field of the schema that has `first`', () => {
    const paged: string[] = [];
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) || type.name.startsWith('__')) continue;
      for (const field of Object.values(type.getFields()))
        if (field.args.some(({ name }) => name === 'first')) paged.push(`${type.name}.${field.name}`);
    }
    expect(paged.toSorted()).toEqual(['Query.wards', 'Ward.wards']);
    for (const wrong of [
      '',
      '(first: 0)',
      '(first: -1)',
      '(first: 101)',
      '(first: 2147483648)',
      '(last: 0)',
      '(first: 5, last: 101)',
      '(first: null)',
    ]) {
      for (const query of [`{ wards${wrong} { nodes { id } } }`, `{ ward { wards${wrong} { nodes { id } } } }`]) {
        const errors = validateDocument(schema, parse(query));
        expect(
          errors.some(
            ({ extensions }) => extensions['code'] === 'BAD_USER_INPUT' && extensions['reason'] === 'PAGE_SIZE',
          ),
        ).toBe(true);
      }
    }
  });

  it('measures a fragment that contains itself, and leaves the refusal to the standard rule', () => {
    expect(codesOf('{ ward { ...A } } fragment A on Ward { self { ...A } }')).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });
});

describe('admission', () => {
  it('keeps a valid document, so that its second sight is the same object, and no invalid one', () => {
    const admission = new Admission<object>({ schema, introspection: 'open', isAuthenticated: () => false });
    expect(admission.parse('{ ping }')).toBe(admission.parse('{ ping }'));
    expect(admission.parse('{ pong }')).not.toBe(admission.parse('{ pong }'));
  });

  it('keeps a bounded amount of text', () => {
    const admission = new Admission<object>({ schema, introspection: 'open', isAuthenticated: () => false });
    const first = admission.parse('{ ping }');
    for (let index = 0; index < 60; index++) admission.parse(`{ ping } # ${index}${'x'.repeat(90_000)}`);
    expect(admission.parse('{ ping }')).not.toBe(first);
  });

  it('checks the variables of the operation that runs, with its own defaults', () => {
    const admission = new Admission<object>({ schema, introspection: 'open', isAuthenticated: () => false });
    const document = parse(
      'query A($n: Int = 5) { wards(first: $n) { nodes { id } } } query B($n: Int) { wards(last: $n) { nodes { id } } }',
    );
    const reasons = (operationName: string, variables: Record<string, unknown>): unknown[] =>
      admission.refusals({ document, operationName, variables }, {}).map((error) => error.extensions['reason']);
    expect(reasons('A', {})).toEqual([]);
    expect(reasons('A', { n: 200 })).toContain('PAGE_SIZE');
    expect(reasons('B', { n: 3 })).toEqual([]);
    const apart = parse('query A($n: Int) { wards(first: $n) { nodes { id } } } query B($n: Int) { echo(number: $n) }');
    expect(admission.refusals({ document: apart, operationName: 'B', variables: { n: 5000 } }, {})).toEqual([]);
    expect(admission.refusals({ document: apart, operationName: 'A', variables: { n: 5000 } }, {})).toHaveLength(1);
  });
});

describe('errors', () => {
  it('carry code, both languages, facts, and no cause on the wire', () => {
    const error = new HubError({
      code: 'CONFLICT',
      vi: 'Đã đổi.',
      en: 'Changed.',
      facts: { currentVersion: 3 },
      cause: new Error('secret'),
    });
    expect(error.toJSON()).toEqual({
      message: 'Đã đổi. / Changed.',
      extensions: { code: 'CONFLICT', vi: 'Đã đổi.', en: 'Changed.', currentVersion: 3 },
    });
    expect((error.cause as Error).message).toBe('secret');
    expect(isErrorCode('toString')).toBe(false);
    expect(Object.values(ERROR_CODES).every((meaning) => meaning.endsWith('.'))).toBe(true);
  });
});
