import { shaped, type Tx } from '../../ground/database/data-source.ts';
import { recordCircle } from '../../ground/record/record.source.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';

/** What an obligation's years depend on beside what meets it. Days are ISO dates in Vietnam. */
export interface ObligationTermRow {
  readonly id: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly beginsIn: number | null;
  readonly endsIn: number | null;
  readonly closedOn: string | null;
  readonly enteredOn: string;
}

/** What meets an obligation in one year. */
export interface FulfilmentRow {
  readonly obligationId: number;
  readonly year: number;
  readonly type: 'AgreementPlan' | 'AgreementEvent' | 'Evaluation';
  readonly id: number;
}

function terms(tx: Tx, viewer: Viewer, ids: readonly number[]): Promise<ObligationTermRow[]> {
  return shaped(
    tx,
    'obligationTerms',
    `select ob.id, ob.first_year as "firstYear", ob.last_year as "lastYear",
       extract(year from coalesce(ag.term_start_earliest, ag.term_start_latest, ag.signed_earliest, ag.signed_latest))::integer as "beginsIn",
       extract(year from coalesce(ag.term_end_latest, ag.term_end_earliest))::integer as "endsIn",
       least(ob.closed_on, ag.closed_on)::text as "closedOn",
       coalesce((entered.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date, 'infinity'::date)::text as "enteredOn"
     from obligation ob
     left join agreement ag on ag.id = ob.agreement_id and ${recordCircle(viewer, 'ag')}
     left join record_version entered on entered.subject_type = 'Obligation' and entered.subject_id = ob.id and entered.version = 1
     where ob.id = any ($1::integer[]) and ${recordCircle(viewer, 'ob')}`,
    [[...ids]],
  );
}

/** Of several evaluations of a year the furthest stage counts, of several meetings the first. */
function fulfilments(tx: Tx, viewer: Viewer, ids: readonly number[]): Promise<FulfilmentRow[]> {
  return shaped(
    tx,
    'obligationFulfilments',
    `select distinct on (found."obligationId", found.year) found."obligationId", found.year, found.type, found.id from (
       select ob.id as "obligationId", pl.year, 'AgreementPlan' as type, pl.id, 0 as rank, null::date as day
       from obligation ob join agreement_plan pl on pl.agreement_id = ob.agreement_id
       where ob.id = any ($1::integer[]) and ob.kind = 'PLAN' and ${recordCircle(viewer, 'pl')}
       union all
       select ob.id, extract(year from me.held_earliest)::integer, 'AgreementEvent', me.id, 0, me.held_earliest
       from obligation ob join agreement_event me on me.agreement_id = ob.agreement_id and me.kind = 'REVIEW_MEETING'
       where ob.id = any ($1::integer[]) and ob.kind = 'REVIEW_MEETING' and ${recordCircle(viewer, 'me')}
         and date_trunc('year', me.held_earliest) = date_trunc('year', me.held_latest)
       union all
       select ob.id, ev.year, 'Evaluation', ev.id, array_position(array['CONCLUDED', 'REVIEW', 'SELF'], ev.stage), null
       from obligation ob join evaluation ev on ev.agreement_id = ob.agreement_id
       where ob.id = any ($1::integer[]) and ob.kind = 'SUMMARY' and ev.year is not null and ${recordCircle(viewer, 'ev')}
     ) found order by found."obligationId", found.year, found.rank, found.day, found.id`,
    [[...ids]],
  );
}

/** Reading of what the years of obligations depend on, as the viewer may see it. */
export const obligationStore = {
  /** The terms of the obligations, in no order; absent where there is none. */
  terms,
  /** What meets the obligations, at most one record for each and every year. */
  fulfilments,
};
