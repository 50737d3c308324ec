// PostGraphile 5 over the hub's tables, as for production: no GraphiQL, no watching, no explaining, prepared statements as
// they come. Started as: node postgraphile.mjs '{"url":"postgres://…","pool":10}'; prints "ready at URL".
import { createServer } from 'node:http';
import { PgAggregatesPreset } from '@graphile/pg-aggregates';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter';

const { url, pool } = JSON.parse(process.argv[2] ?? '{}');

const instance = postgraphile({
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset, PgAggregatesPreset],
  pgServices: [makePgService({ connectionString: url, schemas: ['public'], poolConfig: { max: pool } })],
  // It would only let clients filter and order by columns with an index; the hub lets them by every column.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  grafast: { explain: false },
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false, websockets: false, maxRequestLength: 1_000_000 },
});
const server = createServer();
server.on('error', (fault) => {
  throw fault;
});
await instance.createServ(grafserv).addTo(server);
await instance.getSchema();
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`ready at http://127.0.0.1:${server.address().port}/graphql\n`),
);
process.on('SIGTERM', () => process.exit(0));
