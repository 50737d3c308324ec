import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { projectPath } from '../../src/ground/project-path.ts';

/** A file of the project: its path from the root with `/`, and its text. */
export interface SourceFile {
  path: string;
  text: string;
}

/** Folders that are made, not written. */
const MADE = new Set(['node_modules', 'dist', 'coverage', '.git', '.hub', 'tmp']);
const BINARY = /\.(xlsx?|zip|png|woff2?|ico)$/;

/** Every text file below a folder of the project (the root by default), sorted by path; what is made or binary is left out. */
export function sourceFiles(folder = '.'): SourceFile[] {
  const root = projectPath();
  const below = (at: string): string[] =>
    readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
      if (MADE.has(entry.name)) return [];
      const path = join(at, entry.name);
      if (entry.isDirectory()) return below(path);
      return entry.isFile() && !BINARY.test(entry.name) ? [path] : [];
    });
  return below(join(root, folder))
    .map((path) => ({ path: relative(root, path).replaceAll(sep, '/'), text: readFileSync(path, 'utf8') }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** The programs of a folder: TypeScript and JavaScript, what a generator writes left out. */
export function programs(folder: string): SourceFile[] {
  return sourceFiles(folder).filter(({ path }) => /\.(ts|mjs|js)$/.test(path) && !path.endsWith('.generated.ts'));
}

/** Files of the project that a file imports, types included. */
export function importsOf({ path, text }: SourceFile): string[] {
  const found = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/g);
  return [...found].map(([, to = '']) => join(dirname(path), to).replaceAll(sep, '/'));
}
