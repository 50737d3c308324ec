import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectPath } from '../../src/ground/project-path.ts';

/** The variable by which globalSetup tells the test files where the programs are. */
const builtVariable = 'PHOI_HOP_TEST_BUILT';
const PREFIX = 'for-tests-';

/**
 * Compiles the hub and the children of test/support as they are for production, for every process that the tests of a run
 * start: from their source each would compile them again. They lie below `dist`, where reading processes may read programs.
 * Types are checked elsewhere. Answers how to remove them.
 */
export async function buildPrograms(): Promise<() => void> {
  const dist = projectPath('dist');
  mkdirSync(dist, { recursive: true });
  sweep(dist);
  const folder = join(dist, `${PREFIX}${process.pid}`);
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  remove();
  mkdirSync(folder);
  const project = (pattern: string): string => projectPath(...pattern.split('/'));
  const config = {
    extends: projectPath('tsconfig.build.json'),
    compilerOptions: { outDir: folder, rootDir: projectPath(), incremental: false, noCheck: true },
    include: ['src/**/*.ts', 'migrations/**/*.ts', 'test/support/*-child.ts'].map(project),
    exclude: [],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  try {
    const compiler = projectPath('node_modules', 'typescript', 'bin', 'tsc');
    await promisify(execFile)(process.execPath, [compiler, '-p', folder]);
  } catch (fault) {
    remove();
    throw new Error(`The programs did not compile:\n${(fault as { stdout?: string }).stdout}`, { cause: fault });
  }
  process.env[builtVariable] = folder;
  return remove;
}

/** Removes what killed test runs left. */
function sweep(dist: string): void {
  for (const name of readdirSync(dist)) {
    if (name.startsWith(PREFIX) && !isRunning(Number(name.slice(PREFIX.length))))
      rmSync(join(dist, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return Number.isInteger(pid) && process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The compiled file of a source file of the project. */
export function builtFile(...source: string[]): string {
  const folder = process.env[builtVariable];
  if (!folder)
    throw new Error(`${builtVariable} is not set: run the tests with "npm test", whose globalSetup compiles.`);
  return join(folder, ...source).replace(/\.ts$/, '.js');
}
