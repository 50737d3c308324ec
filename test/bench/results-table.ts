import type { LoneResult } from './lone-case.ts';
import type { Measured, ProcessorTimes } from './measure.ts';

/** One line of the table. */
export interface Result {
  measured: Measured;
  processor: ProcessorTimes;
}

const HEAD = [
  'case',
  'hub/s',
  'PostGraphile/s',
  'SQL/s',
  '× PostGraphile',
  '(min–max)',
  '× SQL',
  'own ms/answer',
  'goal',
] as const;

/** The results as a table of text; the times are each server's own on the processor, PostgreSQL's left out. */
export function tableOf(results: readonly Result[]): string {
  const lines = [
    [...HEAD],
    ...results.map(({ measured: result, processor }) => [
      result.name,
      whole(result.hub),
      whole(result.peer),
      whole(result.limit),
      result.ratioPeer.toFixed(2),
      `${result.min.toFixed(2)}–${result.max.toFixed(2)}`,
      result.ratioLimit.toFixed(2),
      [processor.hub, processor.peer, processor.limit].map((time) => time.toFixed(2)).join(' / '),
      result.goal ?? '',
    ]),
  ];
  return aligned(lines);
}

/** The results of the cases without peers as a table of text. */
export function loneTableOf(results: readonly LoneResult[]): string {
  return aligned([
    ['case', 'hub', 'unit', 'limit', 'goal'],
    ...results.map(({ name, hub, unit, limit, goal, holds }) => [
      name,
      hub.toLocaleString('en', { maximumFractionDigits: 4 }),
      unit,
      limit === null ? '' : String(limit),
      goal === null ? '' : `${goal}: ${holds === false ? 'NOT REACHED' : 'reached'}`,
    ]),
  ]);
}

/** The first column to the left, all others to the right. */
function aligned(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  return lines
    .map((line) => line.map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0))))
    .map((line) => line.join('  ').trimEnd())
    .join('\n');
}

function whole(rate: number): string {
  return Math.round(rate).toLocaleString('en');
}
