import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDemoArchive, type OpenDemo } from '../support/demo-archive.ts';

let demo: OpenDemo;
beforeAll(async () => {
  const t = performance.now();
  demo = await openDemoArchive({ reports: 'all' });
  console.log('load', performance.now() - t);
}, 120_000);
afterAll(() => demo?.close());

describe('x', () => {
  it('y', () => {
    console.log(demo.told.length);
  });
});
