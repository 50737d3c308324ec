import { transformFile } from '@swc/core';
import { mkdirSync, writeFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
const files = [...readdirSync('src/graph').filter(f=>f.endsWith('.ts')&&!['schema.ts','context.ts'].includes(f)).map(f=>'src/graph/'+f), 'src/ground/gql/error-code.ts','src/ground/gql/hub-error.ts','src/ground/project-path.ts',...readdirSync('test/support').filter(f=>/^toy/.test(f)).map(f=>'test/support/'+f)];
for (const f of files) {
  const { code } = await transformFile(f, { swcrc: true, sourceMaps: false });
  const out = join('test/tmp/out', f.replace(/\.ts$/, '.mjs'));
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, code.replace(/(from '[^']*|from "[^"]*)\.ts(['"])/g, '$1.mjs$2'));
}
