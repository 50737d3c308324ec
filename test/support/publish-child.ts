// Publishes reports one after the other until it is killed: `publish-child.ts <hub URL> <province:report:version> …`, a line for each.
import 'reflect-metadata';
import { callerOf } from '../../src/access/caller.ts';
import { openDataSource } from '../../src/ground/database/data-source.ts';
import { makeContext } from '../../src/ground/gql/context.ts';
import { LOCAL_OPERATOR } from '../../src/ground/viewer/viewer.ts';
import { publishReport } from '../../src/report/review/publish.ts';
import { rows } from '../../src/rows.ts';
import { HandWaker } from './feed.ts';

const [url = '', ...reports] = process.argv.slice(2);
const hub = await openDataSource({ url, entities: rows, poolSize: 1, applicationName: 'publish child' });
process.stdout.write('ready\n');
for (const report of reports) {
  const [provinceId = '', reportId = '', version = ''] = report.split(':');
  const context = makeContext({
    ...callerOf({ hub, reader: hub }, LOCAL_OPERATOR),
    clock: Date.now,
    feed: new HandWaker(),
    fetchNode: async () => null,
  });
  const request = { provinceId: Number(provinceId), reportId, expectedVersion: Number(version), reason: 'test' };
  await publishReport(context, request, `kill ${report}`);
  process.stdout.write(`${report}\n`);
}
await hub.destroy();
