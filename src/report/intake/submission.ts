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

/**
 * Looks up everything a submission names, as it was on the last day of the data. Raises `HubError` BAD_USER_INPUT that
 * lists all that is wrong at once.
 */
export async function resolveSubmission(tx: Tx, submission: Submission): Promise<KnownSubmission> {
  const faults: { vi: string; en: string }[] = [];
  const period = readPeriod(submission.period);
  if (!period) faults.push(periodFault(submission.period));
  const form = await formStore.current(tx, submission.form);
  if (!form) faults.push(fault('biểu mẫu', 'form', submission.form, 'LDLD-01'));
  else if (period && !form.spec.periodKinds.includes(period.kind)) faults.push(kindFault(form.spec, period));
  const on = period?.dataTo ?? '';
  const place = period ? await placeStore.byCodeOn(tx, submission.place, on) : null;
  if (period && !place) faults.push(fault(`địa bàn tại ngày ${on}`, `place on ${on}`, submission.place, '91'));
  const province = place?.provinceId ?? place?.id;
  const provinceCode =
    place && period && province ? ((await placeStore.byIdsOn(tx, [{ id: province, on }]))[0]?.code ?? '') : '';
  const code = /-/.test(submission.organisation)
    ? submission.organisation
    : `${submission.organisation}-${provinceCode}`;
  const organisation = place && period ? await organisationStore.byCodeOn(tx, code, on) : null;
  if (place && period && (!organisation || organisation.provinceId !== province)) {
    faults.push(
      fault(
        `tổ chức của tỉnh ${provinceCode} tại ngày ${on}`,
        `organisation of province ${provinceCode} on ${on}`,
        submission.organisation,
        `LDLD-${provinceCode}`,
      ),
    );
  }
  if (form && organisation && form.spec.owner !== organisation.kind)
    faults.push(ownerFault(form.spec, organisation.code));
  if (faults.length > 0 || !period || !form || !place || !organisation || !province) throw refusal(faults);
  return {
    form,
    organisation: { id: organisation.id, code: organisation.code, kind: organisation.kind, name: organisation.name },
    place: { id: place.id, code: place.code, name: place.name, provinceId: province },
    period,
  };
}

const KINDS: ReadonlySet<string> = new Set<PeriodKind>(['MONTH', 'QUARTER', 'HALF_YEAR', 'NINE_MONTHS', 'YEAR']);

function readPeriod(given: Submission['period']): Period | null {
  if (typeof given === 'string') return parsePeriodKey(given);
  if (!KINDS.has(given.kind)) return null;
  const answer = periodFromDates(given.kind as PeriodKind, given.from, given.to);
  return 'ok' in answer ? answer.ok : null;
}

function periodFault(given: Submission['period']): { vi: string; en: string } {
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

function kindFault(form: FormSpec, period: Period): { vi: string; en: string } {
  const kinds = form.periodKinds.join(', ');
  return {
    vi: `biểu ${form.code} không báo cáo theo kỳ ${period.kind}; chỉ có ${kinds}`,
    en: `form ${form.code} is not reported by ${period.kind}; only by ${kinds}`,
  };
}

function ownerFault(form: FormSpec, code: string): { vi: string; en: string } {
  return {
    vi: `biểu ${form.code} là biểu của ${form.owner}, tổ chức ${code} không gửi biểu này`,
    en: `form ${form.code} belongs to ${form.owner}; ${code} does not report with it`,
  };
}

function fault(vi: string, en: string, came: string, example: string): { vi: string; en: string } {
  return {
    vi: `không có ${vi} mang mã “${came}”; ví dụ đúng: ${example}`,
    en: `there is no ${en} with the code “${came}”; for example ${example}`,
  };
}

function refusal(faults: readonly { vi: string; en: string }[]): HubError {
  return new HubError({
    code: 'BAD_USER_INPUT',
    vi: `Không nhận được báo cáo: ${faults.map(({ vi }) => vi).join('; ')}.`,
    en: `The report cannot be taken in: ${faults.map(({ en }) => en).join('; ')}.`,
    facts: { faults },
  });
}
