/** A ladder of awards: rungs of one ladder can be ranked, those of different ladders cannot. */
export type AwardLadder = 'PERSONAL_TITLES' | 'COLLECTIVE_TITLES' | 'COMMUNITY_TITLES' | 'COMMENDATIONS';

/** Whether an award is a title of emulation or a form of commendation. */
export type AwardForm = 'TITLE' | 'COMMENDATION';

/** The level that a rung names. */
export type AwardLevel = 'STATE' | 'GOVERNMENT' | 'PROVINCE' | 'CENTRAL_BODY' | 'GRASSROOTS';

/** A step on a ladder of awards, as the law names it. */
export type AwardRung =
  | 'NATIONAL_EMULATION_FIGHTER'
  | 'PROVINCIAL_EMULATION_FIGHTER'
  | 'GRASSROOTS_EMULATION_FIGHTER'
  | 'ADVANCED_WORKER'
  | 'GOVERNMENT_EMULATION_FLAG'
  | 'PROVINCIAL_EMULATION_FLAG'
  | 'EXCELLENT_LABOUR_COLLECTIVE'
  | 'ADVANCED_LABOUR_COLLECTIVE'
  | 'EXEMPLARY_COMMUNE'
  | 'CULTURAL_HAMLET'
  | 'CULTURAL_FAMILY'
  | 'ORDER'
  | 'MEDAL'
  | 'STATE_HONORARY_TITLE'
  | 'STATE_PRIZE'
  | 'COMMEMORATIVE_MEDAL'
  | 'PRIME_MINISTER_MERIT'
  | 'PROVINCIAL_MERIT'
  | 'CENTRAL_BODY_MERIT'
  | 'COMMENDATION';

/** Where a rung stands. */
export interface AwardStep {
  readonly ladder: AwardLadder;
  /** 1 is the highest of its ladder; two rungs may share a rank. */
  readonly rank: number;
  /** Null where the name of the rung says no level. */
  readonly level: AwardLevel | null;
}

/**
 * Every rung with its place, after Law 06/2022/QH15 on emulation and commendation. Commendations and the titles of communities
 * stand in the order in which the law names them; certificates of merit of a province and of a central body stand side by side.
 */
export const AWARD_STEPS: Readonly<Record<AwardRung, AwardStep>> = {
  NATIONAL_EMULATION_FIGHTER: { ladder: 'PERSONAL_TITLES', rank: 1, level: 'GOVERNMENT' },
  PROVINCIAL_EMULATION_FIGHTER: { ladder: 'PERSONAL_TITLES', rank: 2, level: 'PROVINCE' },
  GRASSROOTS_EMULATION_FIGHTER: { ladder: 'PERSONAL_TITLES', rank: 3, level: 'GRASSROOTS' },
  ADVANCED_WORKER: { ladder: 'PERSONAL_TITLES', rank: 4, level: null },
  GOVERNMENT_EMULATION_FLAG: { ladder: 'COLLECTIVE_TITLES', rank: 1, level: 'GOVERNMENT' },
  PROVINCIAL_EMULATION_FLAG: { ladder: 'COLLECTIVE_TITLES', rank: 2, level: 'PROVINCE' },
  EXCELLENT_LABOUR_COLLECTIVE: { ladder: 'COLLECTIVE_TITLES', rank: 3, level: null },
  ADVANCED_LABOUR_COLLECTIVE: { ladder: 'COLLECTIVE_TITLES', rank: 4, level: null },
  EXEMPLARY_COMMUNE: { ladder: 'COMMUNITY_TITLES', rank: 1, level: null },
  CULTURAL_HAMLET: { ladder: 'COMMUNITY_TITLES', rank: 2, level: null },
  CULTURAL_FAMILY: { ladder: 'COMMUNITY_TITLES', rank: 3, level: null },
  ORDER: { ladder: 'COMMENDATIONS', rank: 1, level: 'STATE' },
  MEDAL: { ladder: 'COMMENDATIONS', rank: 2, level: 'STATE' },
  STATE_HONORARY_TITLE: { ladder: 'COMMENDATIONS', rank: 3, level: 'STATE' },
  STATE_PRIZE: { ladder: 'COMMENDATIONS', rank: 4, level: 'STATE' },
  COMMEMORATIVE_MEDAL: { ladder: 'COMMENDATIONS', rank: 5, level: null },
  PRIME_MINISTER_MERIT: { ladder: 'COMMENDATIONS', rank: 6, level: 'GOVERNMENT' },
  PROVINCIAL_MERIT: { ladder: 'COMMENDATIONS', rank: 7, level: 'PROVINCE' },
  CENTRAL_BODY_MERIT: { ladder: 'COMMENDATIONS', rank: 7, level: 'CENTRAL_BODY' },
  COMMENDATION: { ladder: 'COMMENDATIONS', rank: 8, level: null },
};

/** Whether an award is a title or a commendation, by its ladder. */
export function formOf(ladder: AwardLadder): AwardForm {
  return ladder === 'COMMENDATIONS' ? 'COMMENDATION' : 'TITLE';
}

/** Whom a rung can go to: persons alone, collectives alone, or either (null). */
export function recipientOf(rung: AwardRung): 'PERSON' | 'COLLECTIVE' | null {
  const { ladder } = AWARD_STEPS[rung];
  if (ladder === 'COMMENDATIONS') return null;
  return ladder === 'PERSONAL_TITLES' ? 'PERSON' : 'COLLECTIVE';
}

/** What a rung (SQL) stands for, as SQL: null where it stands for nothing. */
export function stepSql(rung: string, value: (step: AwardStep) => string | number | null): string {
  const cases = Object.entries(AWARD_STEPS).flatMap(([name, step]) => {
    const found = value(step);
    if (found === null) return [];
    return [`when '${name}' then ${typeof found === 'number' ? found : `'${found}'`}`];
  });
  return `case ${rung} ${cases.join(' ')} end`;
}
