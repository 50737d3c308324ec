import { createHash } from 'node:crypto';
import { isOrganisationKind } from '../../catalogue/organisation/organisation.kind.ts';
import { organisationStore } from '../../catalogue/organisation/organisation.store.ts';
import type { Tx } from '../../ground/database/data-source.ts';
import type { Context } from '../../ground/gql/context.ts';
import { HubError } from '../../ground/gql/hub-error.ts';
import { lengthInMonths, periodKey, readPeriodKey } from '../../ground/period/period-key.ts';
import { type Period, parsePeriodKey } from '../../ground/period/period.ts';
import { mayWriteFor, type Viewer } from '../../ground/viewer/viewer.ts';
import { type Prepared, prepare, yearOf } from '../intake/read-figures.ts';
import type { KnownSubmission, Submission } from '../intake/submission.ts';
import { planWorkbook } from './plan-workbook.ts';
import { publishedFigures } from './published-figure.store.ts';
import type { TemplateFigures, TemplateInput } from './template-input.ts';
import { writeWorkbook } from './write-workbook.ts';

/** Of an Excel workbook, by IANA's registry. */
export const XLSX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A form to be filled in and sent back. */
export interface MadeWorkbook {
  /** `LDLD-01_LDLD-91_91_2026-S1.xlsx`. */
  readonly fileName: string;
  readonly bytes: Buffer;
  /** Of the bytes, lower-case hexadecimal. */
  readonly sha256: string;
  /** How many cells are filled in already. */
  readonly prefilled: number;
  readonly known: KnownSubmission;
}

/** How many one request may have made: writing one takes up to a tenth of a second of the processor. */
const MOST_A_REQUEST = 4;

/**
 * A form of the hub as an Excel workbook for one organisation, place and period, ready to be filled in. Everybody gets the
 * form, which is public; targets and earlier numbers are filled in only for who may report for the organisation, because
 * they may include what the public does not see. Raises `HubError` BAD_USER_INPUT that lists all that is unknown.
 */
export async function formWorkbook(context: Context, asked: Submission): Promise<MadeWorkbook> {
  const { viewer } = context;
  const made = context.use(countMade);
  made.count += 1;
  if (made.count > MOST_A_REQUEST) throw tooMany();
  const { prepared, input } = await context.read(async (tx) => {
    const found = await prepare(tx, asked).catch(aboutForm);
    return { prepared: found, input: await inputOf(tx, viewer, found) };
  });
  const { plan, prefilled } = planWorkbook(input);
  const bytes = await writeWorkbook(plan);
  const { known } = prepared;
  const parts = [known.form.spec.code, known.organisation.code, known.place.code, known.period.key];
  return {
    fileName: `${parts.join('_')}.xlsx`,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    prefilled,
    known,
  };
}

async function inputOf(tx: Tx, viewer: Viewer, { known, areas }: Prepared): Promise<TemplateInput> {
  const { form, place, period } = known;
  const province = areas.find(({ id }) => id === place.provinceId) ?? place;
  return {
    form: form.spec,
    organisation: await organisationOf(tx, known),
    place,
    province,
    period,
    communes: areas.filter(({ id }) => id !== place.provinceId),
    figures: mayWriteFor(viewer, known.organisation.id) ? await figuresFor(tx, viewer, known) : null,
  };
}

async function organisationOf(
  tx: Tx,
  { organisation, period }: KnownSubmission,
): Promise<TemplateInput['organisation']> {
  const { kind, code, name } = organisation;
  // A form belongs to one of the seven kinds, and the submission was refused where the organisation is of another.
  if (!isOrganisationKind(kind)) throw new Error(`${code} is of the kind ${kind}, which has no forms.`);
  const on = period.dataTo;
  const [own] = await organisationStore.byIdsOn(tx, [{ id: organisation.id, on }]);
  const superiors = own?.parentId == null ? [] : await organisationStore.byIdsOn(tx, [{ id: own.parentId, on }]);
  return { kind, code, name, superior: superiors[0]?.name ?? null };
}

async function figuresFor(tx: Tx, viewer: Viewer, known: KnownSubmission): Promise<TemplateFigures | null> {
  const { period } = known;
  const yearBefore = periodBefore(period, 12);
  // Halves, nine months and years have no neighbour that says the same: their period before is that of the year before.
  const before = periodBefore(
    period,
    period.kind === 'MONTH' || period.kind === 'QUARTER' ? lengthInMonths(period.kind) : 12,
  );
  if (yearBefore === null || before === null) return null;
  const year = yearOf(period).key;
  const published = await publishedFigures(tx, viewer, {
    provinceId: known.place.provinceId,
    formId: known.form.id,
    organisationId: known.organisation.id,
    placeId: known.place.id,
    reported: [...new Set([yearBefore.key, before.key])],
    year,
  });
  return { published, yearBefore, before, year };
}

/** The period of the same kind that many months earlier; null before the years that the hub knows. */
function periodBefore({ key }: Period, months: number): Period | null {
  const own = readPeriodKey(key);
  if (own === null) return null;
  const last = own.year * 12 + own.last - 1 - months;
  return parsePeriodKey(periodKey(own.kind, Math.floor(last / 12), (last % 12) + 1));
}

/** The faults of a submission are those of a request for its form; only the sentence about them is another. */
function aboutForm(fault: unknown): never {
  const faults = fault instanceof HubError ? (fault.extensions['faults'] as SubmissionFault[] | undefined) : undefined;
  if (faults === undefined) throw fault;
  throw new HubError({
    code: 'BAD_USER_INPUT',
    vi: `Không lập được biểu mẫu: ${faults.map(({ vi }) => vi).join('; ')}.`,
    en: `The form cannot be made: ${faults.map(({ en }) => en).join('; ')}.`,
    facts: { faults },
    cause: fault,
  });
}

type SubmissionFault = { vi: string; en: string };

function countMade(): { count: number } {
  return { count: 0 };
}

function tooMany(): HubError {
  return new HubError({
    code: 'BAD_USER_INPUT',
    vi: `Mỗi yêu cầu lập được nhiều nhất ${MOST_A_REQUEST} biểu mẫu. Hãy chia thành nhiều yêu cầu.`,
    en: `One request makes at most ${MOST_A_REQUEST} forms. Ask in several requests.`,
  });
}
