import 'reflect-metadata';
import { parse } from 'graphql';
import { compiledExecution } from './src/graph/execution.mjs';
import { toySchema } from './test/support/toy-schema.mjs';
import { toyEdge } from './test/support/toy-edge.mjs';
const schema = await toySchema();
const quiet = { error(){}, warn(){}, info(){}, debug(){} };
const ex = compiledExecution(schema, { logger: quiet });
const ctx = { user: 'x', gate: Promise.resolve() };
for (const q of ['{ plains { __typename ... on Ward { id } } ping }', '{ promised { id } }']) {
  const document = parse(q);
  for (let i = 0; i < 3; i++) { const r = await ex.execute({ document, contextValue: ctx }); console.log(JSON.stringify(r.data), r.errors?.map(e => e.path?.join('.') + ' ' + e.extensions.code)); }
}
console.log(ex.stats());
const d = parse('{ wards(first: 50) { nodes { id name households self { id wards(first: 3) { nodes { id } } } } } }');
for (const label of ['jit']) { const t = performance.now(); for (let i = 0; i < 300; i++) await ex.execute({ document: d, contextValue: ctx }); console.log(label, (performance.now() - t) / 300, 'ms'); }
{ const t = performance.now(); for (let i = 0; i < 300; i++) { const ex2 = ex; await (await import('graphql')).execute({ schema, document: d, contextValue: ctx }); } console.log('js', (performance.now() - t) / 300, 'ms'); }
const edge = await toyEdge({ explorerDir: process.cwd() + '/dist/explorer' });
console.log(edge.url);
const res = await fetch(edge.url + '/'); console.log(res.status, (await res.text()).slice(0, 60));
const t0 = performance.now(); let n = 0;
await Promise.all(Array.from({ length: 16 }, async () => { while (performance.now() - t0 < 2000) { await (await fetch(edge.url + '/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ping}"}' })).text(); n++; } }));
console.log('req/s', n / 2);
const doc = JSON.stringify({ query: `{ ${Array.from({ length: 10000 }, (_, i) => 'a' + i + ':ping').join(' ')} }`.slice(0, 99000) });
const bomb = JSON.stringify({ query: '{ ...F0 } ' + Array.from({ length: 25 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(' ') + ' fragment F25 on Query { ping }' });
for (const body of [doc, bomb]) { const t = performance.now(); const r = await fetch(edge.url + '/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body }); await r.text(); console.log(r.status, performance.now() - t, 'ms'); }
await edge.drain(); await edge.close(); console.log('closed');
