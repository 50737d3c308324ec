import 'reflect-metadata';
import { GraphQLSchema, GraphQLObjectType, GraphQLString } from 'graphql';
import { request } from 'node:http';
import { WebSocket } from 'ws';
import { toyEdge } from './test/support/toy-edge.mjs';
let pulls = 0; const big = 'x'.repeat(10000);
const schema = new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields: { a: { type: GraphQLString } } }), subscription: new GraphQLObjectType({ name: 'Subscription', fields: { s: { type: GraphQLString, subscribe: async function* () { for (;;) { pulls++; yield { s: big }; } } } } }) });
const edge = await toyEdge({ schema });
const req = request(edge.url + '/graphql/stream?query=' + encodeURIComponent('subscription{s}'), { headers: { accept: 'text/event-stream' } }, (res) => { res.pause(); });
req.end();
for (let i = 0; i < 4; i++) { await new Promise(r => setTimeout(r, 500)); console.log('sse pulls', pulls, (process.memoryUsage().rss / 1e6) | 0); }
req.destroy(); await new Promise(r => setTimeout(r, 200)); const p = pulls; await new Promise(r => setTimeout(r, 300)); console.log('after hangup', pulls - p);
pulls = 0; const ws = new WebSocket(edge.url.replace('http', 'ws') + '/graphql', 'graphql-transport-ws');
ws.on('open', () => ws.send('{"type":"connection_init"}')); ws.once('message', () => { ws.send('{"id":"1","type":"subscribe","payload":{"query":"subscription{s}"}}'); ws._socket.pause(); });
for (let i = 0; i < 4; i++) { await new Promise(r => setTimeout(r, 500)); console.log('ws pulls', pulls, (process.memoryUsage().rss / 1e6) | 0); }
ws.terminate(); await edge.close(); console.log('closed');
