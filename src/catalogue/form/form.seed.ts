import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '../../ground/project-path.ts';
import type { FormSpec } from './form.spec.ts';
import { parseForm } from './parse-form.ts';

/**
 * The hub's own forms, one a file in `data/`, in order of code. Throws with every fault of a file that is no form, and
 * if a file's name is not its form's code.
 */
export function formSeeds(): FormSpec[] {
  const folder = projectPath('src', 'catalogue', 'form', 'data');
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => {
    const form = parseForm(JSON.parse(readFileSync(join(folder, file), 'utf8')), file);
    if (file !== `${form.code}.json`)
      throw new Error(`Expected form ${form.code} in ${form.code}.json, got ${file}: rename it.`);
    return form;
  });
}
