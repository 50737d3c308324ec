import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { type ExecutionResult, graphql } from 'graphql';
import { configTable } from '../../src/config.ts';
import { hubSchema } from '../../src/graph/schema.ts';
import { projectPath } from '../../src/ground/project-path.ts';
import { ANONYMOUS } from '../../src/ground/viewer/viewer.ts';
import { openDemoArchive } from '../support/demo-archive.ts';

const readme = readFileSync(projectPath('README.md'), 'utf8');

describe('the README', () => {
  let demo: Awaited<ReturnType<typeof openDemoArchive>>;
  beforeAll(async () => {
    demo = await openDemoArchive();
  });
  afterAll(() => demo.close());

  it('gives the two commands', () => {
    expect(readme).toContain('npm ci && npm start');
    expect(readme).toContain('npm ci && npm test');
  });

  it('lists every setting with its default and meaning', () => {
    for (const { name, default: value, meaning } of configTable) {
      const shown = value === '' ? '' : `\`${value}\``;
      expect(readme).toContain(`| \`${name}\` | ${shown} | ${meaning.replaceAll('|', '\\|')} |`);
    }
  });

  it('shows a query of the demo archive with the answer it really has', async () => {
    const [, query = ''] = /--data-urlencode 'query=([\s\S]*?)'/.exec(readme) ?? [];
    const [, shown = ''] = /```json\n([\s\S]*?)\n```/.exec(readme) ?? [];
    const answer: ExecutionResult = await graphql({
      schema: await hubSchema(),
      source: query,
      contextValue: demo.archive.contextOf(ANONYMOUS),
    });
    expect(JSON.parse(JSON.stringify(answer))).toEqual(JSON.parse(shown));
  });
});
