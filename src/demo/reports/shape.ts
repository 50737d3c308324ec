/** How the year of a flow is spread over its months, January first; only the proportions count. */
export type Season = keyof typeof SEASONS;

/** The usual years of these organisations. */
export const SEASONS = {
  EVEN: [8, 6, 8, 8, 9, 9, 8, 8, 8, 9, 9, 10],
  /** Tết, and a little in Workers' Month and at the end of the year. */
  TET: [34, 26, 3, 3, 10, 3, 3, 3, 3, 3, 4, 5],
  /** Workers' Month is May. */
  MAY: [3, 3, 5, 9, 26, 14, 7, 6, 6, 7, 7, 7],
  /** Youth Month is March, the volunteers' summer June to August. */
  YOUTH: [4, 4, 20, 8, 6, 12, 16, 14, 4, 4, 4, 4],
  /** Recruits leave their villages after Tết. */
  ENLISTMENT: [38, 50, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  /** Rewarded and counted towards the end of the year. */
  YEAR_END: [3, 3, 4, 5, 6, 12, 7, 7, 8, 12, 15, 18],
  /** Women's Day is 20 October, and 8 March before it. */
  WOMEN: [4, 5, 20, 6, 5, 6, 5, 5, 8, 22, 8, 6],
} as const;

/** How the numbers of one indicator come about, where its magnitude alone does not say it. */
export interface Shape {
  readonly season?: Season;
  /** So many grains for each one of another indicator: what a gift is worth, what a borrower owes. */
  readonly each?: { readonly of: string; readonly low: number; readonly high: number };
  /** A stock that is the stock before, plus what came, less what went: a code, or a share of what came. */
  readonly balance?: { readonly gain: string; readonly loss: string | number };
  /** A percentage of another indicator: of its stock, of its flow in the period. */
  readonly ratio?: { readonly of: string; readonly over: 'STOCK' | 'FLOW' };
  /** The less of it the better: plans lie below what is. */
  readonly shrinking?: true;
  /** Nobody plans it, so there is no target. */
  readonly unplanned?: true;
  /** What the mergers of 1 July 2025 took away of it at once: organisations were merged too, and some were ended. */
  readonly lostInMerger?: { readonly of: string; readonly share: number };
}

/** The indicators that need more than a magnitude. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  LD_MEMBERS: { balance: { gain: 'LD_MEMBERS_ADMITTED', loss: 'LD_MEMBERS_LEFT' } },
  LD_MEMBERS_ADMITTED: { season: 'MAY' },
  LD_MEMBERS_LEFT: { unplanned: true, lostInMerger: { of: 'LD_MEMBERS', share: 0.012 } },
  LD_GU: { balance: { gain: 'LD_GU_FOUNDED', loss: 'LD_GU_DISSOLVED' } },
  LD_GU_FOUNDED: { season: 'MAY' },
  LD_GU_DISSOLVED: { unplanned: true, lostInMerger: { of: 'LD_GU', share: 0.03 } },
  LD_GU_STRONG_PCT: { ratio: { of: 'LD_GU', over: 'STOCK' } },
  LD_CBA_PCT: { ratio: { of: 'LD_GU', over: 'STOCK' } },
  LD_DIALOGUES_WORKPLACE: { season: 'MAY' },
  LD_STOPPAGES: { season: 'TET', unplanned: true },
  LD_LEGAL_ADVICE: { season: 'MAY' },
  LD_HOUSES: { season: 'MAY' },
  LD_HOUSES_VALUE: { each: { of: 'LD_HOUSES', low: 500, high: 600 } },
  LD_GIFTS: { season: 'TET' },
  LD_GIFTS_VALUE: { each: { of: 'LD_GIFTS', low: 4, high: 7 } },
  LD_INITIATIVES: { season: 'YEAR_END' },
  LD_INITIATIVES_VALUE: { each: { of: 'LD_INITIATIVES', low: 260, high: 480 } },
  LD_DIALOGUES_LEADERS: { season: 'MAY' },
  PN_MEMBERS: { balance: { gain: 'PN_MEMBERS_NEW', loss: 0.8 } },
  PN_MEMBERS_NEW: { season: 'WOMEN' },
  PN_COVERAGE_PCT: { ratio: { of: 'PN_MEMBERS', over: 'STOCK' } },
  PN_VBSP_DEBT: { each: { of: 'PN_BORROWERS', low: 300, high: 370 } },
  PN_SAVINGS: { each: { of: 'PN_BORROWERS', low: 12, high: 19 } },
  PN_FUND_DISBURSED: { each: { of: 'PN_FUND_LOANS', low: 60, high: 98 } },
  PN_POOR_SAVING_DAY: { season: 'WOMEN' },
  PN_STARTUPS: { season: 'WOMEN' },
  PN_POVERTY_EXIT: { season: 'YEAR_END' },
  PN_BRANCHES: { lostInMerger: { of: 'PN_BRANCHES', share: 0.05 } },
  PN_MEDIATIONS: { unplanned: true },
  TN_MEMBERS: { balance: { gain: 'TN_MEMBERS_NEW', loss: 0.93 } },
  TN_MEMBERS_NEW: { season: 'YOUTH' },
  TN_GATHER_PCT: { ratio: { of: 'TN_MEMBERS', over: 'STOCK' } },
  TN_UNITS: { lostInMerger: { of: 'TN_UNITS', share: 0.06 } },
  TN_WORKS: { season: 'YOUTH' },
  TN_WORKS_VALUE: { each: { of: 'TN_WORKS', low: 350, high: 450 } },
  TN_VOLUNTEERS: { season: 'YOUTH' },
  TN_TREES: { season: 'YOUTH' },
  TN_ROAD_KM: { season: 'YOUTH' },
  TN_WORKER_GIFTS: { season: 'TET' },
  TN_WORKER_GIFTS_VALUE: { each: { of: 'TN_WORKER_GIFTS', low: 3, high: 5 } },
  ND_MEMBERS: { balance: { gain: 'ND_MEMBERS_NEW', loss: 0.85 } },
  ND_SXKDG: { each: { of: 'ND_SXKDG_REG', low: 0.54, high: 0.6 } },
  ND_FUND: { each: { of: 'ND_FUND_BORROWERS', low: 400, high: 500 } },
  ND_TRAINEES: { each: { of: 'ND_TRAIN_CLASSES', low: 42, high: 47 } },
  ND_MEDIATIONS: { unplanned: true },
  ND_BHYT_PCT: { ratio: { of: 'ND_MEMBERS', over: 'STOCK' } },
  CCB_MEMBERS: { balance: { gain: 'CCB_MEMBERS_NEW', loss: 'CCB_DECEASED' } },
  CCB_DECEASED: { unplanned: true },
  CCB_BASE_STRONG_PCT: { ratio: { of: 'CCB_MEMBERS', over: 'STOCK' } },
  CCB_EXEMPLARY_PCT: { ratio: { of: 'CCB_MEMBERS', over: 'STOCK' } },
  CCB_ENLIST_MOBILISED: { season: 'ENLISTMENT' },
  CCB_ENLIST_TARGET_PCT: { ratio: { of: 'CCB_ENLIST_MOBILISED', over: 'FLOW' } },
  CCB_POOR_PCT: { ratio: { of: 'CCB_MEMBERS', over: 'STOCK' }, shrinking: true },
  CCB_CRIME_TIPS: { unplanned: true },
  CCB_MEDIATIONS: { unplanned: true },
  CCB_GIFTS: { season: 'TET' },
  PH_PLANS_PCT: { ratio: { of: 'PH_TASKS', over: 'FLOW' } },
  PH_TASKS_DONE_PCT: { ratio: { of: 'PH_TASKS', over: 'FLOW' } },
  PH_RECOMMENDATIONS: { unplanned: true },
  PH_RECOMM_RESOLVED_PCT: { ratio: { of: 'PH_RECOMMENDATIONS', over: 'FLOW' } },
  TD_MODELS: { season: 'YEAR_END' },
  TD_AWARDS: { season: 'YEAR_END' },
  RP_ON_TIME_PCT: { ratio: { of: 'PH_TASKS', over: 'FLOW' } },
  RP_RETURNED_PCT: { ratio: { of: 'PH_TASKS', over: 'FLOW' }, unplanned: true },
};

/**
 * The parts of an indicator by dimension, with what they are usually worth. `rest` is what no form asks for; without it the
 * parts make up the whole. Forms that show the same part show the same number.
 */
export const PARTS: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>> = {
  LD_MEMBERS: { sector: { STATE: 28, NONSTATE: 42, FDI: 30 }, sex: { FEMALE: 56, rest: 44 } },
  LD_MEMBERS_ADMITTED: { sector: { STATE: 10, NONSTATE: 56, FDI: 34 }, sex: { MALE: 43, FEMALE: 57 } },
  LD_GU_FOUNDED: { sector: { NONSTATE: 82, rest: 18 } },
  PN_MEMBERS: { ethnicity: { MINORITY: 8, rest: 92 } },
  PN_MEMBERS_NEW: { group: { WORKER: 32, RURAL: 51, RELIGIOUS: 17 } },
  TN_MEMBERS: { sex: { MALE: 47, FEMALE: 53 } },
  TN_MEMBERS_NEW: { sex: { FEMALE: 52, rest: 48 } },
  TN_WORKS: { level: { PROVINCE: 1, COMMUNE: 16, GRASSROOTS: 83 } },
  ND_MEMBERS: { sex: { FEMALE: 38, rest: 62 } },
  ND_SXKDG: { level: { CENTRAL: 1, PROVINCE: 12, COMMUNE: 87 } },
  CCB_MEMBERS_NEW: { group: { EX_SERVICE: 68, rest: 32 } },
  TD_PARTICIPANTS: { kind: { COLLECTIVE: 6, INDIVIDUAL: 94 } },
};
