import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { projectPath } from '../../src/ground/project-path.ts';

/**
 * The committed text of a golden file under `test/`. With `UPDATE_GOLDENS=1` the file is written from `current` first: read
 * the difference before committing it.
 */
export async function golden(name: string, current: string): Promise<string> {
  const path = projectPath('test', ...name.split('/'));
  if (process.env['UPDATE_GOLDENS'] === '1') {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, current);
  }
  return readFile(path, 'utf8');
}

/** Statements as a golden shows them: one line of white space each, in the order of their names, the repeated ones counted. */
export function statementsText(statements: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of statements) {
    const plain = text
      .split('\n')
      .map((line) => line.trim())
      .join('\n');
    counts.set(plain, (counts.get(plain) ?? 0) + 1);
  }
  const lines = [...counts].map(([text, count]) => (count === 1 ? text : `-- ${count} times\n${text}`));
  return `${lines.sort().join(';\n\n')};\n`;
}
