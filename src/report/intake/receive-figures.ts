import type { Context } from '../../ground/gql/context.ts';
import { givenFile, type GivenReport } from './given-figures.ts';
import { readGiven } from './read-given.ts';
import { type IntakeOptions, type IntakeResult, takeIn } from './receive.ts';

/**
 * Takes in figures that need no reading, as if the cells of a workbook had just been read: the same checks, upload, version,
 * audit row and event. Their canonical JSON is kept as the file, and the cell of each is its JSON pointer there. Answers and
 * raises as `receive`.
 */
export function receiveFigures(context: Context, given: GivenReport, options: IntakeOptions): Promise<IntakeResult> {
  return takeIn(context, given.submission, options, ({ known, areas }) => {
    const file = givenFile(given);
    const province = { code: known.place.code, name: known.place.name };
    return {
      file,
      reading: readGiven({ bytes: file.bytes, figures: given.figures, form: known.form.spec, province, areas }),
    };
  });
}
