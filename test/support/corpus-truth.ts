import { readFileSync } from 'node:fs';
import { projectPath } from '../../src/ground/project-path.ts';
import { withClient } from './postgres.ts';

/** One cell of a workbook as its makers meant it. */
interface TrueCell {
  sheet: string | null;
  cell: string;
  indicatorCode: string;
  area?: string;
  breakdown?: Record<string, string>;
  measure: 'target' | 'inPeriod' | 'cumulative' | 'samePeriodLastYear';
  value: string | null;
  status: string;
  missing: string | null;
  qualifier?: string;
}

/** What is true of a file. */
export interface Truth {
  file: string;
  sha256: string;
  formCode: string;
  organisation: string;
  province: string;
  expected: TrueCell[];
}

/** A figure as a test compares it, whichever side it comes from. */
export interface ComparedFigure {
  indicator: string;
  place: string;
  measure: string;
  breakdown: string;
  period: string;
  value: string | null;
  missing: string | null;
  status: string;
  qualifier: string | null;
  sheet: string | null;
  cell: string;
  sha256: string;
  form: string;
  organisation: string;
}

const MEASURES = {
  target: 'TARGET',
  inPeriod: 'IN_PERIOD',
  cumulative: 'CUMULATIVE',
  samePeriodLastYear: 'SAME_PERIOD_LAST_YEAR',
};

/** Folder of the clean files and their truth. */
export const corpus = (name: string): string => projectPath('test', 'fixtures', 'corpus', name);

/** The truth of a clean file. */
export function truthOf(file: string): Truth {
  return JSON.parse(readFileSync(corpus(file.replace(/\.\w+$/, '.json')), 'utf8')) as Truth;
}

/** Whether a cell stands in the total row of an area form, which is a check and no figure. */
export function isTotalRow(truth: Truth, cell: TrueCell): boolean {
  return cell.area === truth.province;
}

/** The figures that a clean file of the first half of 2026 must leave in the database, in order. */
export function expectedFigures(truth: Truth): ComparedFigure[] {
  return ordered(
    truth.expected
      .filter((cell) => !isTotalRow(truth, cell))
      .map((cell) => ({
        indicator: cell.indicatorCode,
        place: cell.area ?? truth.province,
        measure: MEASURES[cell.measure],
        breakdown: Object.entries(cell.breakdown ?? {})
          .map((pair) => pair.join('='))
          .join(';'),
        // A plan is the year's, whichever report brings it.
        period: cell.measure === 'target' ? '2026 2025-12-15 2026-12-14' : '2026-S1 2025-12-15 2026-06-14',
        value: cell.value,
        missing: cell.missing,
        status: cell.status,
        qualifier: cell.qualifier ?? null,
        sheet: cell.sheet,
        cell: cell.cell,
        sha256: truth.sha256,
        form: truth.formCode,
        organisation: `${truth.organisation}-${truth.province}`,
      })),
  );
}

/** Every figure that came from a file, in order. The URL must be a superuser's: row policies hide them from the owner. */
export async function storedFigures(superUrl: string, sha256: string): Promise<ComparedFigure[]> {
  const { rows } = await withClient(superUrl, (client) =>
    client.query<ComparedFigure>(
      `select i.code as indicator, l.code as place, f.measure, b.key as breakdown,
              concat_ws(' ', p.key, p.data_from, p.data_to) as period, f.value::text as value, f.missing, f.status,
              f.qualifier, f.sheet, f.cell, v.file_sha256 as sha256, m.code as form, o.code as organisation
         from figure f
         join report_version v using (province_id, report_id, version)
         join indicator i on i.id = f.indicator_id
         join place l on l.id = f.place_id
         join breakdown b on b.id = f.breakdown_id
         join period p on p.id = f.period_id
         join form m on m.id = f.form_id
         join organisation o on o.id = f.organisation_id
        where v.file_sha256 = $1`,
      [sha256],
    ),
  );
  return ordered(rows);
}

function ordered(figures: ComparedFigure[]): ComparedFigure[] {
  return figures.sort((a, b) => (a.cell < b.cell ? -1 : a.cell > b.cell ? 1 : 0));
}

/** How many rows every table of a database has. */
export async function rowCounts(superUrl: string): Promise<Record<string, number>> {
  return withClient(superUrl, async (client) => {
    const tables = await client.query<{ name: string }>(
      `select format('%I', relname) as name from pg_class
        where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by relname`,
    );
    const counts: Record<string, number> = {};
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ count: string }>(`select count(*) from ${name}`);
      counts[name] = Number(rows[0]?.count);
    }
    return counts;
  });
}
