import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let root: string | undefined;

/** Absolute path of a file that ships with the project (data, SQL, pages), the same from `src/` and from `dist/`. */
export function projectPath(...parts: string[]): string {
  root ??= findRoot(dirname(fileURLToPath(import.meta.url)));
  return join(root, ...parts);
}

function findRoot(from: string): string {
  for (let at = from; ; at = dirname(at)) {
    if (existsSync(join(at, 'package.json')) && existsSync(join(at, 'migrations'))) return at;
    if (dirname(at) === at)
      throw new Error(`No package.json with a migrations folder above ${from}: the installation is incomplete.`);
  }
}
