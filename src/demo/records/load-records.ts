import type { Tx } from '../../ground/database/data-source.ts';
import { LOCAL_OPERATOR } from '../../ground/viewer/viewer.ts';
import type { DemoArchive, DemoProgress } from '../demo-archive.ts';
import { enterAgreements } from './agreements.ts';
import { correctDemoRecords } from './corrections.ts';
import { type Desk, openDesk } from './desk.ts';
import { enterEarlierProgramme } from './earlier-programme.ts';
import { enterMovements } from './movements.ts';
import { hasDemoRecords } from './records.store.ts';
import { enterUnits } from './units.ts';
import { enterWorkersMonth } from './workers-month.ts';

/** A province of the demonstration, as it was on a day, and what is made up for it. */
interface DemoProvince {
  code: string;
  on: string;
  readonly enter: (desk: Desk) => Promise<void>;
}

const SINCE = '2025-07-01';

/** The two provinces of today. */
async function enterToday(desk: Desk): Promise<void> {
  await enterMovements(desk, '2025-07-15', [2025, 2026]);
  await enterWorkersMonth(desk, 2026);
  await enterAgreements(desk);
  await enterUnits(desk, SINCE);
}

/** Their predecessors: Workers’ Month of the year before, for the comparison, and one programme of the years before. */
async function enterBefore(desk: Desk): Promise<void> {
  await enterWorkersMonth(desk, 2025);
  if (desk.code === '79') await enterEarlierProgramme(desk);
}

const PROVINCES: readonly DemoProvince[] = [
  ...['89', '91', '79', '74', '77'].map((code) => ({ code, on: '2025-05-01', enter: enterBefore })),
  ...['91', '79'].map((code) => ({ code, on: SINCE, enter: enterToday })),
];

/**
 * Enters the made-up records of the demonstration, a province in a transaction: after an interruption the next load takes up
 * with the province that is missing. They stand beside the records of the articles and never change them.
 */
export async function loadDemoRecords(archive: DemoArchive, progress: DemoProgress): Promise<void> {
  for (const [at, province] of PROVINCES.entries()) {
    progress(`demo records ${at + 1}/${PROVINCES.length}: ${province.code} ${province.on}`);
    await archive.contextOf(LOCAL_OPERATOR).write((tx) => enterProvince(tx, province));
  }
  await correctDemoRecords(archive);
}

async function enterProvince(tx: Tx, { code, on, enter }: DemoProvince): Promise<void> {
  const desk = await openDesk(tx, code, on);
  if (!(await hasDemoRecords(tx, desk.provinceId))) await enter(desk);
}
