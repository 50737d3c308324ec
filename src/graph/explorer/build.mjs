/**
 * Builds the explorer (GraphiQL) into dist/explorer: `node src/graph/explorer/build.mjs`.
 * Skips when what it would build from is unchanged; prints one line either way. `--force` builds always.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const page = join(here, 'page');
const target = join(here, '..', '..', '..', 'dist', 'explorer');
const stampFile = join(target, 'stamp.txt');
const PARTS = ['graphiql', '@graphiql/react', 'graphql', 'graphql-ws', 'react', 'vite'];

/** Hash of the sources and of the versions of what is bundled with them. */
function stamp() {
  const hash = createHash('sha256');
  const files = readdirSync(page)
    .toSorted()
    .map((name) => join(page, name));
  for (const file of [fileURLToPath(import.meta.url), ...files]) hash.update(readFileSync(file));
  const require = createRequire(import.meta.url);
  for (const part of PARTS) hash.update(`${part}@${versionOf(require, part)}\n`);
  return hash.digest('hex');
}

function versionOf(require, name) {
  const folder = require.resolve
    .paths(name)
    ?.map((base) => join(base, name, 'package.json'))
    .find((file) => existsSync(file));
  return folder === undefined ? undefined : JSON.parse(readFileSync(folder, 'utf8')).version;
}

async function build() {
  const { build: viteBuild } = await import('vite');
  await viteBuild({
    configFile: false,
    root: page,
    base: './',
    logLevel: 'error',
    build: {
      outDir: target,
      emptyOutDir: true,
      target: 'es2022',
      reportCompressedSize: false,
      chunkSizeWarningLimit: 10_000,
    },
    worker: { format: 'es' },
  });
}

async function main() {
  const wanted = stamp();
  const built = existsSync(join(target, 'index.html'));
  const have = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  if (built && have === wanted && !process.argv.includes('--force')) return 'explorer: fresh';
  const started = performance.now();
  try {
    await build();
  } catch (error) {
    if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    return built
      ? 'explorer: kept as built (vite is not installed)'
      : 'explorer: not built (vite is not installed; GraphQL works without it)';
  }
  writeFileSync(stampFile, wanted);
  return `explorer: built in ${((performance.now() - started) / 1000).toFixed(1)} s`;
}

console.log(await main());
