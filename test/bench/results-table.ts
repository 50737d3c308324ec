import type { Measured } from './measure.ts';

const HEAD = ['case', 'hub/s', 'PostGraphile/s', 'SQL/s', '× PostGraphile', '(min–max)', '× SQL', 'goal'] as const;

/** The results as a table of text. */
export function tableOf(results: readonly Measured[]): string {
  const lines = [
    [...HEAD],
    ...results.map((result) => [
      result.name,
      whole(result.hub),
      whole(result.peer),
      whole(result.limit),
      result.ratioPeer.toFixed(2),
      `${result.min.toFixed(2)}–${result.max.toFixed(2)}`,
      result.ratioLimit.toFixed(2),
      result.goal ?? '',
    ]),
  ];
  const widths = HEAD.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  return lines
    .map((line) => line.map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0))))
    .map((line) => line.join('  ').trimEnd())
    .join('\n');
}

function whole(rate: number): string {
  return Math.round(rate).toLocaleString('en');
}
