/** One document that both executors must answer alike. */
export interface DifferentialCase {
  readonly name: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operation?: string;
  /** Expected executor at the second sight; default 'compiled'. */
  readonly by?: 'compiled' | 'interpreted' | 'neither';
  /** Two failing siblings under one nullable parent: the specification lets an executor report one or both. */
  readonly siblings?: true;
}

const FILTER = 'query Q($f: ThingFilter) { filtered(filter: $f) }';
const ECHO = 'query Q($n: Int, $s: Stage, $t: String, $l: [Int!]) { echo(number: $n, stage: $s, text: $t, list: $l) }';

const inputs: DifferentialCase[] = [
  {
    name: 'recursive input in a variable',
    query: FILTER,
    variables: { f: { or: [{ and: [{ stage: 'SELF' }] }, { not: { in: ['a'] } }] } },
  },
  { name: 'recursive input absent', query: FILTER },
  { name: 'recursive input null', query: FILTER, variables: { f: null } },
  {
    name: 'recursive input with an unknown field',
    query: FILTER,
    variables: { f: { or: [{ stge: 'SELF' }] } },
    by: 'neither',
  },
  {
    name: 'recursive input with a wrong enum value',
    query: FILTER,
    variables: { f: { stage: 'SELFF' } },
    by: 'neither',
  },
  {
    name: 'bigint and date inside an input variable',
    query: FILTER,
    variables: { f: { above: '12345678901234567890', since: '2026-01-01T00:00:00Z' } },
  },
  { name: 'single value becomes a list in a variable', query: FILTER, variables: { f: { in: 'one' } } },
  { name: 'input literal', query: '{ filtered(filter: { or: [{ stage: SELF }, { in: ["a"] }] }) }' },
  { name: 'input literal, single value becomes a list', query: '{ filtered(filter: { or: { stage: CONCLUDED } }) }' },
  {
    name: 'variable inside an input literal',
    query: 'query Q($s: Stage) { filtered(filter: { stage: $s }) }',
    variables: { s: 'SELF' },
  },
  {
    name: 'absent variable inside an input literal',
    query: 'query Q($s: Stage) { filtered(filter: { stage: $s }) }',
    by: 'interpreted',
  },
  {
    name: 'absent variable with a default inside an input literal',
    query: 'query Q($s: Stage = CONCLUDED) { filtered(filter: { stage: $s }) }',
  },
  {
    name: 'null variable inside an input literal',
    query: 'query Q($s: Stage) { filtered(filter: { stage: $s }) }',
    variables: { s: null },
  },
  {
    name: 'variable inside a list literal',
    query: 'query Q($n: Int) { echo(list: [1, 2], number: $n) filtered(filter: { limit: 3 }) }',
    variables: { n: 4 },
  },
  { name: 'variable as a list item', query: 'query Q($n: Int!) { echo(list: [1, $n]) }', variables: { n: 9 } },
  {
    name: 'variable inside a nested list of inputs',
    query: 'query Q($s: Stage) { filtered(filter: { and: [{ stage: $s }, { limit: 1 }] }) }',
    by: 'interpreted',
  },
  {
    name: 'bigint literal in an input',
    query: '{ filtered(filter: { above: 12345678901234567890 }) }',
    by: 'interpreted',
  },
  {
    name: 'date literal in an input',
    query: '{ filtered(filter: { since: "2026-01-01T00:00:00Z" }) }',
    by: 'interpreted',
  },
];

const args: DifferentialCase[] = [
  { name: 'argument defaults', query: '{ echo }' },
  {
    name: 'all arguments as literals',
    query: '{ echo(number: 1, stage: CONCLUDED, text: "x\\u2028\\"y", list: [1, 2]) }',
  },
  { name: 'explicit null argument', query: '{ echo(text: null, list: null) }' },
  { name: 'all variables absent', query: ECHO },
  { name: 'all variables given', query: ECHO, variables: { n: 2, s: 'REVIEW', t: 'chữ', l: [3] } },
  { name: 'null for an argument with a non-null type and default', query: ECHO, variables: { n: null } },
  { name: 'null for a nullable argument', query: ECHO, variables: { t: null, l: null } },
  { name: 'single value for a list variable', query: ECHO, variables: { l: 4 } },
  { name: 'variable of a wrong type', query: ECHO, variables: { n: 'two' }, by: 'neither' },
  { name: 'two wrong variables', query: ECHO, variables: { n: 'two', s: 'NO' }, by: 'neither' },
  { name: 'required variable missing', query: 'query Q($n: Int!) { required(n: $n) }', by: 'neither' },
  {
    name: 'required variable given, list default',
    query: 'query Q($n: Int!) { required(n: $n) }',
    variables: { n: 1 },
  },
  {
    name: 'required variable null',
    query: 'query Q($n: Int!) { required(n: $n) }',
    variables: { n: null },
    by: 'neither',
  },
  { name: 'variable default', query: 'query Q($n: Int = 8) { echo(number: $n) }' },
  { name: 'date variable', query: 'query Q($d: DateTime) { dated(at: $d) }', variables: { d: '2026-11-23T00:00:00Z' } },
  { name: 'date variable default', query: 'query Q($d: DateTime = "2026-01-01T00:00:00Z") { dated(at: $d) }' },
  { name: 'date literal', query: '{ dated(at: "2026-01-01T00:00:00Z") }', by: 'interpreted' },
  {
    name: 'wrong date variable',
    query: 'query Q($d: DateTime) { dated(at: $d) }',
    variables: { d: 'yesterday' },
    by: 'neither',
  },
  { name: 'bigint variable', query: 'query Q($b: BigInt) { dated(big: $b) }', variables: { b: 5 } },
  { name: 'small bigint literal', query: '{ dated(big: 5) }' },
  { name: 'bigint literal', query: '{ dated(big: 12345678901234567890) }', by: 'interpreted' },
  {
    name: 'JSON variable',
    query: 'query Q($j: JSON) { json(value: $j) }',
    variables: { j: { a: [1, null], b: { c: 'x' } } },
  },
  { name: 'JSON object literal', query: '{ json(value: { a: [1] }) }', by: 'interpreted' },
  {
    name: 'JSON literal with a variable inside',
    query: 'query Q($n: Int) { json(value: { a: $n }) }',
    variables: { n: 1 },
    by: 'interpreted',
  },
  { name: 'JSON string literal', query: '{ json(value: "x") }' },
  { name: 'enum in and out', query: '{ a: stage(is: SELF) b: stage(is: CONCLUDED) }' },
  { name: 'enum variable in and out', query: 'query Q($s: Stage!) { stage(is: $s) }', variables: { s: 'REVIEW' } },
];

const shapes: DifferentialCase[] = [
  {
    name: 'interface by fragments',
    query: '{ thing(id: "w") { __typename id ... on Ward { households population founded } ... on Club { stage } } }',
  },
  {
    name: 'interface, other type',
    query: '{ thing(id: "c") { id name ... on Ward { households } ... on Club { stage } } }',
  },
  { name: 'interface null', query: '{ thing(id: "none") { id } }' },
  { name: 'union list', query: '{ found { __typename ... on Ward { id self { name } } ... on Club { id stage } } }' },
  { name: 'union fragments on the interface', query: '{ found { ... on Thing { id name } } }' },
  { name: 'union of an unrecognised object', query: '{ plain { __typename } ping }' },
  {
    name: 'list with an unrecognised object, asynchronous',
    query: '{ plains { __typename ... on Ward { id } } ping }',
  },
  {
    name: 'fragments, order of fields',
    query:
      '{ ...B ping ...A } fragment A on Query { z: ping echo } fragment B on Query { echo ward { id ...W } } fragment W on Ward { name }',
  },
  {
    name: 'aliases and merging',
    query: '{ a: ward(id: "1") { id } a: ward(id: "1") { name } b: ward(id: "2") { id } }',
  },
  { name: 'deep nesting', query: '{ ward { self { self { self { self { id required } } } } } }' },
  {
    name: 'connection',
    query:
      '{ wards(first: 3) { edges { cursor node { id wards(last: 2) { nodes { name } } } } pageInfo { hasNextPage } } }',
  },
  {
    name: 'connection by variable',
    query: 'query Q($n: Int) { wards(first: $n) { nodes { id } } }',
    variables: { n: 2 },
  },
  {
    name: '@skip and @include literals',
    query: '{ ping @skip(if: true) echo @include(if: true) ward { id @include(if: false) name } }',
  },
  {
    name: '@include by variable',
    query: 'query Q($x: Boolean!) { ping @include(if: $x) echo @skip(if: $x) }',
    variables: { x: false },
  },
  {
    name: '@include by variable default',
    query: 'query Q($x: Boolean = true) { ping @include(if: $x) ward { id @skip(if: $x) name } }',
  },
  {
    name: 'directive on fragments, merged',
    query:
      'query Q($x: Boolean!) { ...A @include(if: $x) ... @skip(if: $x) { echo } ping } fragment A on Query { ping ward { id } }',
    variables: { x: true },
  },
  { name: '__typename at the root', query: '{ __typename ping }' },
  { name: 'introspection', query: '{ __type(name: "Ward") { name fields { name } } }', by: 'interpreted' },
  {
    name: 'several operations, the first',
    query: 'query A { ...F } query B { ping } fragment F on Query { x: ping }',
    operation: 'A',
  },
  {
    name: 'several operations, the second',
    query: 'query A { ...F } query B($s: Boolean = true) { ...F @skip(if: $s) echo } fragment F on Query { x: ping }',
    operation: 'B',
  },
  { name: 'several operations, none named', query: 'query A { ping } query B { echo }', by: 'neither' },
  { name: 'unknown operation', query: 'query A { ping }', operation: 'Z', by: 'neither' },
  { name: 'context reaches resolvers', query: '{ user }' },
];

const faults: DifferentialCase[] = [
  { name: 'throw', query: '{ faulty { thrown } ping }' },
  { name: 'rejection', query: '{ faulty { rejected } ping }' },
  { name: 'thrown string', query: '{ faulty { text } ping }' },
  { name: 'expected failure', query: '{ faulty { expected } ping }' },
  { name: 'returned error', query: '{ faulty { returned } ping }' },
  { name: 'value that does not serialise', query: '{ faulty { unserial } ping }' },
  { name: 'throw in a non-null field', query: '{ faulty { hard } ping }' },
  { name: 'null in a non-null field', query: '{ faulty { harder } ping }' },
  { name: 'rejection in a non-null field', query: '{ faulty { hardest } ping }' },
  { name: 'null to the root', query: '{ faultyHard { hard } ping }' },
  { name: 'many nullable failures', query: '{ faulty { thrown rejected text expected returned unserial } }' },
  { name: 'two failing siblings', query: '{ faulty { hard hardest } ping }', siblings: true },
  { name: 'aliased failure', query: '{ x: faulty { y: thrown z: expected } }' },
  { name: 'failure inside a list', query: '{ found { ... on Ward { id required broken { note } } } }', siblings: true },
  { name: 'failing item of a list of promises keeps its place', query: '{ promised { id } }' },
  { name: 'Error as an item of a non-null list', query: '{ strict { id } ping }' },
  { name: 'not a list', query: '{ badList ping }' },
  {
    name: 'failure far below',
    query: '{ wards(first: 2) { nodes { self { required broken { note } } } } }',
    siblings: true,
  },
  {
    name: 'mutations in series',
    query: 'mutation { a: write(text: "1", wait: 9) b: write(text: "2") c: write(text: "3", wait: 3) }',
  },
  {
    name: 'mutation with a failure between',
    query: 'mutation { a: write(text: "1", wait: 2) fail b: write(text: "2") }',
  },
];

/** The documents, by subject. */
export const DIFFERENTIAL_CASES: readonly DifferentialCase[] = [...inputs, ...args, ...shapes, ...faults];
