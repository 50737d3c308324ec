import fc from 'fast-check';
import { findLibreOffice, SAVE_FILTERS } from '../support/libreoffice.ts';
import type { SavedFormat } from '../support/libreoffice.ts';
import { descriptions } from '../support/random-workbook/arbitrary.ts';
import type { Description } from '../support/random-workbook/description.ts';
import { randomWorkbook, scoreBytes } from '../support/random-workbook/read-random.ts';
import type { RandomWorkbook } from '../support/random-workbook/read-random.ts';
import { addScore, noScore } from '../support/random-workbook/score.ts';
import type { Score } from '../support/random-workbook/score.ts';
import { throughLibreOffice } from '../support/random-workbook/through-libreoffice.ts';
import { loneResult } from './lone-case.ts';
import type { LoneCase, LoneResult } from './lone-case.ts';

const WORKBOOKS = 1_000;
/** Every tenth is loaded and saved by LibreOffice before it is read. */
const SAVED_SHARE = 10;
const BATCH = 30;
const MOST_NOTES = 12;
/** What every reading of a report has to reach, whoever wrote the workbook. */
const GOAL = 'reading';

type Say = (line: string) => void;

/** A workbook on its way to the reader. */
interface Drawn extends RandomWorkbook {
  description: Description;
  /** The format that LibreOffice saved it in; null where it was not asked. */
  saved: SavedFormat | null;
}

/** Random workbooks with their truth: how many numbers the hub reads, and that none of them is silently wrong. */
export const randomWorkbooks: LoneCase = {
  name: 'random-workbooks',
  run: async (say, { seed }) => {
    say(`${WORKBOOKS} random workbooks, seed ${seed} …`);
    const sample = fc.sample(descriptions, { numRuns: WORKBOOKS, seed });
    const drawn = sample.map((description): Drawn => ({ ...randomWorkbook(description), description, saved: null }));
    await saveSome(drawn, say);
    const total = noScore();
    const began = performance.now();
    for (const [at, workbook] of drawn.entries()) {
      const score = await scoreBytes(workbook.bytes, workbook.fileName, workbook.truth);
      addScore(total, { ...score, notes: [] });
      sayFailing(at, workbook, score, say);
    }
    return results(total, drawn.length / ((performance.now() - began) / 1_000), say);
  },
};

/** Sends a share of the workbooks through LibreOffice, a batch at a time, to be saved in one format after the other. */
async function saveSome(drawn: readonly Drawn[], say: Say): Promise<void> {
  const program = findLibreOffice();
  if (program === null) return say('LibreOffice is not on this machine: no workbook goes through it.');
  const formats = Object.keys(SAVE_FILTERS) as SavedFormat[];
  const share = drawn
    .filter(({ description }, at) => at % SAVED_SHARE === 0 && description.file !== 'csv')
    .map((workbook, at) => ({ workbook, saveAs: formats[at % formats.length] ?? 'ods' }));
  for (let from = 0; from < share.length; from += BATCH) {
    const batch = share.slice(from, from + BATCH);
    const files = await throughLibreOffice(
      program,
      batch.map(({ workbook: { bytes, description }, saveAs }) => ({ bytes, file: description.file, saveAs })),
    );
    for (const [at, { workbook, saveAs }] of batch.entries()) {
      Object.assign(workbook, { bytes: files[at], fileName: `bao-cao.${saveAs}`, saved: saveAs });
    }
  }
  say(`${share.length} of them loaded and saved by LibreOffice.`);
}

/** The description of a workbook that was not read as it should be, and what went wrong. */
function sayFailing(at: number, { description, saved }: Drawn, score: Score, say: Say): void {
  if (score.notes.length === 0) return;
  const through = saved === null ? '' : `, saved by LibreOffice as ${saved}`;
  say(`\nworkbook ${at}${through}: ${JSON.stringify(description)}`);
  // What was not read follows from the rest more often than the other way round.
  const lost = (note: string): boolean => note.startsWith('not read');
  const notes = score.notes.toSorted((a, b) => Number(lost(a)) - Number(lost(b)));
  for (const note of notes.slice(0, MOST_NOTES)) say(`  ${note}`);
  if (score.notes.length > MOST_NOTES) say(`  … and ${score.notes.length - MOST_NOTES} more`);
}

function results(total: Score, rate: number, say: Say): LoneResult[] {
  const recall = total.read / total.cells;
  const falseShare = total.told === 0 ? 0 : total.false / total.told;
  say(`\nnumbers read          ${total.read} of ${total.cells} (${(100 * recall).toFixed(2)} %)`);
  say(`reasons of missing    ${total.missingRead} of ${total.missing}`);
  say(`silently wrong        ${total.silentlyWrong}`);
  say(`wrong but flagged     ${total.flaggedWrong}; status or qualifier wrong ${total.attributesWrong}`);
  say(`issues missed         ${total.missed} of ${total.issues}; severity wrong ${total.severityWrong}`);
  say(`false issues          ${total.false} of ${total.told} told (${(100 * falseShare).toFixed(2)} %)`);
  say(`outcome wrong         ${total.outcomeWrong}`);
  const goal = { goal: GOAL, rounds: 1 };
  const { silentlyWrong, missed } = total;
  return [
    loneResult('random-workbooks', 'workbooks/s', rate, { rounds: 1 }),
    loneResult('random-workbooks silently wrong', 'values', silentlyWrong, {
      ...goal,
      limit: 0,
      holds: silentlyWrong === 0,
    }),
    loneResult('random-workbooks recall', 'share', recall, { ...goal, limit: 0.98, holds: recall >= 0.98 }),
    loneResult('random-workbooks missed', 'issues', missed, { ...goal, limit: 0, holds: missed === 0 }),
    loneResult('random-workbooks false', 'share', falseShare, { ...goal, limit: 0.02, holds: falseShare <= 0.02 }),
  ];
}
