import type { Issue, Reading, ReadValue } from './reading.ts';

/** A reading as one object of a results file, as importers are compared by: without messages. */
export interface ScoreLine {
  readonly file: string;
  readonly outcome: Reading['outcome'];
  readonly values: readonly ReadValue[];
  readonly issues: readonly Pick<Issue, 'code' | 'severity' | 'sheet' | 'cell' | 'indicatorCode'>[];
}

/** The score line of a reading; write one such object a line. */
export function toScoreLine(fileName: string, reading: Reading): ScoreLine {
  const issues = reading.issues.map(({ code, severity, sheet, cell, indicatorCode }) => ({
    code,
    severity,
    sheet,
    cell,
    ...(indicatorCode === undefined ? {} : { indicatorCode }),
  }));
  return { file: fileName, outcome: reading.outcome, values: reading.values, issues };
}
