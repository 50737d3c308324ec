/** What a value is: `percent` is in percent points, `money` in đồng, `score` on its own scale and never added. */
export const VALUE_TYPES = ['count', 'decimal', 'money', 'percent', 'score'] as const;
/** What a value is; see `VALUE_TYPES`. */
export type ValueType = (typeof VALUE_TYPES)[number];

/** How an indicator adds up over time: SUM a flow, LAST a stock at the end of the window, RECOMPUTE from its parts, NONE never. */
export const TIME_RULES = ['SUM', 'LAST', 'RECOMPUTE', 'NONE'] as const;
/** How an indicator adds up over time; see `TIME_RULES`. */
export type TimeRule = (typeof TIME_RULES)[number];

/** How an indicator adds up over places: SUM, RECOMPUTE from its parts, NONE never. */
export const PLACE_RULES = ['SUM', 'RECOMPUTE', 'NONE'] as const;
/** How an indicator adds up over places; see `PLACE_RULES`. */
export type PlaceRule = (typeof PLACE_RULES)[number];

/** Who may see an indicator's figures: everyone, the provincial state bodies, or the reporting organisation alone. */
export const DISCLOSURES = ['PUBLIC', 'STATE', 'ORGANISATION'] as const;
/** Who may see an indicator's figures; see `DISCLOSURES`. */
export type Disclosure = (typeof DISCLOSURES)[number];

/** Whose count answers: the report's, or the hub's own count with the report's number kept as a claim. */
export const COUNTERS = ['REPORT', 'HUB'] as const;
/** Whose count answers; see `COUNTERS`. */
export type CountedBy = (typeof COUNTERS)[number];
