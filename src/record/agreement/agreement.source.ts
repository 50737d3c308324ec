import { everyOrganisationSource } from '../../catalogue/organisation/organisation.source.ts';
import { personSource } from '../../catalogue/person/person.source.ts';
import { everyPlaceSource } from '../../catalogue/place/place.source.ts';
import { policyReferenceSource, targetGroupSource } from '../../catalogue/reference/reference.source.ts';
import type { ListRelation, ListSource, Params } from '../../ground/database/list-source.ts';
import type { ListDefinition } from '../../ground/gql/connection.ts';
import { namedFields, recordSource, spanField } from '../../ground/record/record.source.ts';
import { RECORD_NEEDS } from '../../ground/record/record.type.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import { recordRelations, recordSpecials, roleRelation } from '../common/record-list.ts';
import { AgreementEventRow } from './agreement-event.row.ts';
import { AgreementPlanRow } from './agreement-plan.row.ts';
import { AgreementRow } from './agreement.row.ts';
import { type Agreement, toAgreement } from './agreement.type.ts';

/** Agreements as the viewer sees them, under the alias `ag0`; names in filters are those of the day (ISO date). */
export function agreementSource(viewer: Viewer, on: string): ListSource {
  return recordSource(AgreementRow, 'agreement', 'ag0', viewer, 'Agreement', {
    name: 'agreements',
    fields: {
      ...namedFields('ag0'),
      kind: { sql: 'ag0.kind', type: 'text' },
      termStart: spanField('ag0', 'term_start'),
      termEnd: spanField('ag0', 'term_end'),
      signed: spanField('ag0', 'signed'),
    },
    relations: {
      ...recordRelations('ag0', on),
      party: roleRelation('agreement_party', 'agreement_id', 'ag0', on),
      signatory: through('signatory', () => personSource(viewer, on), 'person_id', 'agreement_id', 'ag0'),
      policy: through('agreement_policy', () => policyReferenceSource(viewer, on), 'policy_id', 'agreement_id', 'ag0'),
      targetGroup: targetGroupRelation(viewer, on),
      plans: { source: () => agreementPlanSource(viewer, on), on: 'agpl0.agreement_id = ag0.id' },
      events: { source: () => agreementEventSource(viewer, on), on: 'age0.agreement_id = ag0.id' },
    },
    special: { ...recordSpecials('ag0'), inForceOn },
  });
}

/** Yearly plans as the viewer sees them, under the alias `agpl0`; names in filters are those of the day (ISO date). */
export function agreementPlanSource(viewer: Viewer, on: string): ListSource {
  return recordSource(AgreementPlanRow, 'agreement_plan', 'agpl0', viewer, 'AgreementPlan', {
    name: 'agreementPlans',
    fields: {
      ...namedFields('agpl0'),
      year: { sql: 'agpl0.year', type: 'integer', orderable: true },
      issued: spanField('agpl0', 'issued'),
    },
    relations: {
      ...recordRelations('agpl0', on),
      agreement: { source: () => agreementSource(viewer, on), on: 'ag0.id = agpl0.agreement_id' },
    },
    special: recordSpecials('agpl0'),
  });
}

/** Events around agreements as the viewer sees them, under the alias `age0`; names in filters are those of the day (ISO date). */
export function agreementEventSource(viewer: Viewer, on: string): ListSource {
  return recordSource(AgreementEventRow, 'agreement_event', 'age0', viewer, 'AgreementEvent', {
    name: 'agreementEvents',
    fields: {
      ...namedFields('age0'),
      kind: { sql: 'age0.kind', type: 'text' },
      held: spanField('age0', 'held'),
    },
    relations: {
      ...recordRelations('age0', on),
      agreement: { source: () => agreementSource(viewer, on), on: 'ag0.id = age0.agreement_id' },
      organisation: through(
        'agreement_event_party',
        () => everyOrganisationSource(on),
        'organisation_id',
        'event_id',
        'age0',
      ),
      chair: { source: () => personSource(viewer, on), on: 'pe0.id = age0.chair_id' },
      place: { source: () => everyPlaceSource(on), on: 'p0.id = age0.place_id' },
    },
    special: recordSpecials('age0'),
  });
}

/** The relation to the rows of a list that a table joins to those of `alias`. */
function through(table: string, source: () => ListSource, other: string, own: string, alias: string): ListRelation {
  const join = `join${alias}`;
  return {
    source: () => {
      const inner = source();
      return { ...inner, from: `${table} ${join} join ${inner.from} on ${inner.key[0]?.sql} = ${join}.${other}` };
    },
    on: `${join}.${own} = ${alias}.id`,
  };
}

/** Target groups of the contents and objectives of an agreement. */
function targetGroupRelation(viewer: Viewer, on: string): ListRelation {
  return {
    source: () => {
      const inner = targetGroupSource(viewer, on);
      const items = 'agreement_item agi0 join agreement_item_target agit0 on agit0.item_id = agi0.id';
      return { ...inner, from: `${items} join ${inner.from} on tg0.id = agit0.target_group_id` };
    },
    on: 'agi0.agreement_id = ag0.id',
  };
}

/**
 * Whether an agreement holds on a day, as far as its days are known: it has begun (term, else signing: the first day that can
 * have been), it has neither ended nor been closed, and not all of its parties had ended. One whose beginning is wholly
 * unknown holds on no day.
 */
function inForceOn(value: unknown, params: Params): string {
  const day = params.add(value, 'date');
  return `(coalesce(ag0.term_start_earliest, ag0.term_start_latest, ag0.signed_earliest, ag0.signed_latest) <= ${day}
    and coalesce(ag0.term_end_latest, ag0.term_end_earliest, 'infinity'::date) >= ${day}
    and coalesce(ag0.closed_on, 'infinity'::date) > ${day}
    and coalesce((select bool_or(coalesce(party.valid_to, 'infinity'::date) >= ${day}) from agreement_party bound
      join organisation party on party.id = bound.organisation_id where bound.agreement_id = ag0.id), true))`;
}

const NEEDS = {
  ...RECORD_NEEDS,
  termStart: ['termStartEarliest', 'termStartLatest'],
  termEnd: ['termEndEarliest', 'termEndLatest'],
  signed: ['signedEarliest', 'signedLatest'],
  document: ['documentId'],
};

/** The list of agreements, by name. */
export function agreementList(viewer: Viewer, on: string): ListDefinition<AgreementRow, Agreement> {
  return {
    type: 'Agreement',
    source: agreementSource(viewer, on),
    convert: toAgreement,
    defaultOrder: [{ field: 'sortKey', direction: 'ASC' }],
    always: ['id'],
    needs: NEEDS,
    variant: on,
  };
}

/** The same with the parties beside each (`agp0`), for the agreements that an organisation is bound by. */
export function agreementsOfPartyList(viewer: Viewer, on: string): ListDefinition<AgreementRow, Agreement> {
  const list = agreementList(viewer, on);
  const from = `${list.source.from} join agreement_party agp0 on agp0.agreement_id = ag0.id`;
  return { ...list, source: { ...list.source, name: 'agreementsOfParty', from } };
}
