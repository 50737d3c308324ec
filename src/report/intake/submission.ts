import { formStore } from '../../catalogue/form/form.store.ts';
import type { FormSpec } from '../../catalogue/form/form.spec.ts';
import { organisationStore } from '../../catalogue/organisation/organisation.store.ts';
import { placeStore } from '../../catalogue/place/place.store.ts';
import type { Tx } from '../../ground/database/data-source.ts';
import { HubError } from '../../ground/gql/hub-error.ts';
import { type Period, type PeriodKind, parsePeriodKey, periodFromDates } from '../../ground/period/period.ts';

/** What a file is sent in for, as the sender states it. */
export interface Submission {
  /** Code of a form, as `LDLD-01`. */
  form: string;
  /** Code of an organisation (`LDLD-91`) or its kind (`LDLD`), which the province makes a code. */
  organisation: string;
  /** Code of the province or commune. */
  place: string;
  /** A key, which takes the default data window, or a kind with dates. */
  period: string | { kind: string; from: string; to: string };
}

/** A submission whose every part is known. */
export interface KnownSubmission {
  form: { id: number; version: number; spec: FormSpec };
  organisation: { id: number; code: string; kind: string; name: string };
  place: { id: number; code: string; name: string; provinceId: number };
  period: Period;
}

type Fault = { vi: string; en: string };

/**
 * Looks up everything a submission names, as it was on the last day of the data. Raises `HubError` BAD_USER_INPUT that
 * lists all that is wrong at once.
 */
export async function resolveSubmission(tx: Tx, submission: Submission): Promise<KnownSubmission> {
  const faults: Fault[] = [];
  const period = readPeriod(submission.period);
  if (!period) faults.push(periodFault(submission.period));
  const form = await formStore.current(tx, submission.form);
  if (!form) faults.push(fault('biểu mẫu', 'form', submission.form, 'LDLD-01'));
  else if (period && !form.spec.periodKinds.includes(period.kind)) faults.push(kindFault(form.spec, period));
  const place = period && (await findPlace(tx, submission.place, period, faults));
  if (form?.spec.layout === 'AREA_ROWS' && place && place.level !== 'PROVINCE') {
    faults.push(areaFault(form.spec, submission.place));
  }
  const organisation = place && (await findOrganisation(tx, submission.organisation, place, faults));
  if (form && organisation && form.spec.owner !== organisation.kind) {
    faults.push(ownerFault(form.spec, organisation.code));
  }
  if (faults.length > 0 || !period || !form || !place || !organisation) throw refusal(faults);
  return {
    form,
    organisation: { id: organisation.id, code: organisation.code, kind: organisation.kind, name: organisation.name },
    place: { id: place.id, code: place.code, name: place.name, provinceId: place.provinceId },
    period,
  };
}

/** A place as it was on a day, with the province it lay in then. */
type KnownPlace = KnownSubmission['place'] & { level: string; on: string };

async function findPlace(tx: Tx, code: string, { dataTo: on }: Period, faults: Fault[]): Promise<KnownPlace | null> {
  const place = await placeStore.byCodeOn(tx, code, on);
  if (place) return { ...place, provinceId: place.provinceId ?? place.id, on };
  faults.push(fault(`địa bàn tại ngày ${on}`, `place on ${on}`, code, '91'));
  return null;
}

/** The organisation by its code, or by its kind in the province of the place. */
async function findOrganisation(
  tx: Tx,
  asked: string,
  { provinceId, on }: KnownPlace,
  faults: Fault[],
): Promise<KnownSubmission['organisation'] | null> {
  const [province] = await placeStore.byIdsOn(tx, [{ id: provinceId, on }]);
  const code = province?.code ?? '';
  const organisation = await organisationStore.byCodeOn(tx, asked.includes('-') ? asked : `${asked}-${code}`, on);
  if (organisation?.provinceId === provinceId) return organisation;
  const vi = `tổ chức của tỉnh ${code} tại ngày ${on}`;
  faults.push(fault(vi, `organisation of province ${code} on ${on}`, asked, `LDLD-${code}`));
  return null;
}

const KINDS: ReadonlySet<string> = new Set<PeriodKind>(['MONTH', 'QUARTER', 'HALF_YEAR', 'NINE_MONTHS', 'YEAR']);

function readPeriod(given: Submission['period']): Period | null {
  if (typeof given === 'string') return parsePeriodKey(given);
  if (!KINDS.has(given.kind)) return null;
  const answer = periodFromDates(given.kind as PeriodKind, given.from, given.to);
  return 'ok' in answer ? answer.ok : null;
}

function periodFault(given: Submission['period']): Fault {
  if (typeof given !== 'string' && KINDS.has(given.kind)) {
    const answer = periodFromDates(given.kind as PeriodKind, given.from, given.to);
    const en = 'fault' in answer ? answer.fault : '';
    return { vi: `kỳ báo cáo ${given.kind} từ ${given.from} đến ${given.to} không hợp lệ`, en };
  }
  const came = typeof given === 'string' ? given : given.kind;
  return {
    vi: `kỳ báo cáo “${came}” không hợp lệ; cần 2026, 2026-S1, 2026-9M, 2026-Q2 hoặc 2026-06`,
    en: `period “${came}” is none; expected 2026, 2026-S1, 2026-9M, 2026-Q2 or 2026-06`,
  };
}

function kindFault(form: FormSpec, period: Period): Fault {
  const kinds = form.periodKinds.join(', ');
  return {
    vi: `biểu ${form.code} không báo cáo theo kỳ ${period.kind}; chỉ có ${kinds}`,
    en: `form ${form.code} is not reported by ${period.kind}; only by ${kinds}`,
  };
}

function ownerFault(form: FormSpec, code: string): Fault {
  return {
    vi: `biểu ${form.code} là biểu của ${form.owner}, tổ chức ${code} không gửi biểu này`,
    en: `form ${form.code} belongs to ${form.owner}; ${code} does not report with it`,
  };
}

/** Two reports that both list the communes of a province would count them twice. */
function areaFault(form: FormSpec, place: string): Fault {
  return {
    vi: `biểu ${form.code} liệt kê các xã của cả tỉnh nên gửi cho tỉnh, không gửi cho địa bàn “${place}”`,
    en: `form ${form.code} lists the communes of a province and is sent for the province, not for the place “${place}”`,
  };
}

function fault(vi: string, en: string, came: string, example: string): Fault {
  return {
    vi: `không có ${vi} mang mã “${came}”; ví dụ đúng: ${example}`,
    en: `there is no ${en} with the code “${came}”; for example ${example}`,
  };
}

function refusal(faults: readonly Fault[]): HubError {
  return new HubError({
    code: 'BAD_USER_INPUT',
    vi: `Không nhận được báo cáo: ${faults.map(({ vi }) => vi).join('; ')}.`,
    en: `The report cannot be taken in: ${faults.map(({ en }) => en).join('; ')}.`,
    facts: { faults },
  });
}
