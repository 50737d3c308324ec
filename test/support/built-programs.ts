import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '../../src/ground/project-path.ts';

/** The hub's programs, compiled as they are for production. */
export interface BuiltPrograms {
  /** Where they lie: every process that runs one of them names it. */
  folder: string;
  /** The compiled file of a source file of the project. */
  file(...source: string[]): string;
  remove(): void;
}

/**
 * Compiles the hub into a folder of its own below `dist`, where its reading processes may read programs; `scripts` of
 * test/support come along. About five seconds.
 */
export async function buildPrograms(scripts: readonly string[] = []): Promise<BuiltPrograms> {
  mkdirSync(projectPath('dist'), { recursive: true });
  const folder = mkdtempSync(projectPath('dist', 'for-tests-'));
  const project = (pattern: string): string => projectPath(...pattern.split('/'));
  const config = {
    extends: projectPath('tsconfig.build.json'),
    compilerOptions: { outDir: folder, rootDir: projectPath(), tsBuildInfoFile: join(folder, 'build.tsbuildinfo') },
    include: ['src/**/*.ts', 'migrations/**/*.ts', ...scripts.map((name) => `test/support/${name}.ts`)].map(project),
    exclude: [],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const compiler = projectPath('node_modules', 'typescript', 'bin', 'tsc');
  // Types are checked elsewhere; here only what comes out counts.
  const said = await new Promise<string>((done) =>
    execFile(process.execPath, [compiler, '-p', folder], (_, stdout, stderr) => done(stdout + stderr)),
  );
  const file = (...source: string[]): string => join(folder, ...source).replace(/\.ts$/, '.js');
  const missing = ['src/main.ts', ...scripts.map((name) => `test/support/${name}.ts`)].filter(
    (one) => !existsSync(file(one)),
  );
  if (missing.length > 0) throw new Error(`${missing.join(', ')} did not compile:\n${said}`);
  return { folder, file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
