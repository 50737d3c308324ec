import type { OrganisationKind } from '../../catalogue/organisation/organisation.kind.ts';

/** The kinds that have a form. MTTQ has none, so nobody reports for it in the demo. */
export type ReportingKind = Exclude<OrganisationKind, 'MTTQ'>;

/**
 * One of the five old provinces that the demo is about. Figures are made for each of them through all the time, also after
 * it ended: the province it went into reports the sum, so nothing jumps where provinces merged.
 */
export interface Territory {
  /** Names the territory in the generator, because a code is no key: 91 was Kiên Giang and is An Giang. */
  readonly name: string;
  /** The code of the old province; by it the catalogue says which communes lie on its land today. */
  readonly formerCode: string;
  /** Where each kind stands between the lowest and the highest usual province, 0 to 1. */
  readonly size: Readonly<Record<ReportingKind, number>>;
}

const AN_GIANG: Territory = {
  name: 'an-giang-cu',
  formerCode: '89',
  size: { LDLD: 0.3, HPN: 0.6, TD: 0.5, HND: 0.75, CCB: 0.45, UBND: 0.4 },
};
const KIEN_GIANG: Territory = {
  name: 'kien-giang',
  formerCode: '91',
  size: { LDLD: 0.32, HPN: 0.55, TD: 0.45, HND: 0.65, CCB: 0.5, UBND: 0.42 },
};
const HO_CHI_MINH: Territory = {
  name: 'ho-chi-minh-cu',
  formerCode: '79',
  size: { LDLD: 0.94, HPN: 0.92, TD: 0.92, HND: 0.5, CCB: 0.88, UBND: 0.85 },
};
const BINH_DUONG: Territory = {
  name: 'binh-duong',
  formerCode: '74',
  size: { LDLD: 0.8, HPN: 0.5, TD: 0.6, HND: 0.4, CCB: 0.35, UBND: 0.6 },
};
const BA_RIA_VUNG_TAU: Territory = {
  name: 'ba-ria-vung-tau',
  formerCode: '77',
  size: { LDLD: 0.5, HPN: 0.35, TD: 0.36, HND: 0.35, CCB: 0.3, UBND: 0.45 },
};

/** A province of the demo while it has the territory. */
export interface DemoProvince {
  /** Official code in its time. */
  readonly code: string;
  readonly merged: boolean;
  readonly territories: readonly Territory[];
}

/** The last day of the provinces before the mergers. */
const LAST_DAY_BEFORE = '2025-06-30';

const BEFORE: readonly DemoProvince[] = [
  { code: '89', merged: false, territories: [AN_GIANG] },
  { code: '91', merged: false, territories: [KIEN_GIANG] },
  { code: '79', merged: false, territories: [HO_CHI_MINH] },
  { code: '74', merged: false, territories: [BINH_DUONG] },
  { code: '77', merged: false, territories: [BA_RIA_VUNG_TAU] },
];
const SINCE: readonly DemoProvince[] = [
  { code: '91', merged: true, territories: [AN_GIANG, KIEN_GIANG] },
  { code: '79', merged: true, territories: [HO_CHI_MINH, BINH_DUONG, BA_RIA_VUNG_TAU] },
];

/** The provinces of the demo that report data ending on a day: the data date decides which place a figure belongs to. */
export function provincesOn(dataTo: string): readonly DemoProvince[] {
  return dataTo > LAST_DAY_BEFORE ? SINCE : BEFORE;
}
