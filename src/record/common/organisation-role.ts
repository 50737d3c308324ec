import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { documentedEnum } from '../../ground/gql/enum.ts';
import { Provenance, toProvenance } from '../../ground/record/provenance.type.ts';
import type { SourcedRow } from '../../ground/record/record.row.ts';
import { keyOf } from '../../ground/record/record.input.ts';

/** What an organisation has to do with a movement, a campaign or an activity. */
export type OrganisationRole = 'LAUNCHES' | 'CARRIES_OUT' | 'RESPONDS' | 'LEADS' | 'SUPPORTS' | 'LINKED';

/** `OrganisationRole` in the graph. */
export const OrganisationRoleEnum = documentedEnum<OrganisationRole>(
  'OrganisationRole',
  'What an organisation has to do with a movement, a campaign or an activity. None of them owns it.',
  {
    LAUNCHES: 'It calls for it (phát động).',
    CARRIES_OUT: 'It does the work (thực hiện, tổ chức).',
    RESPONDS: 'It answers a call of others (hưởng ứng).',
    LEADS: 'It leads what several hold together (chủ trì): counted once, under the one that leads.',
    SUPPORTS: 'It helps with means or people (hỗ trợ, phối hợp).',
    LINKED: 'Its own work is tied to it (gắn với).',
  },
);

/** An organisation with its role, as a part of a movement, a campaign or an activity. */
@ObjectType({ description: 'What one organisation has to do with a movement, a campaign or an activity.' })
export class Participation {
  @Field(() => OrganisationRoleEnum, { description: 'Its role.' }) role!: OrganisationRole;
  @Field(() => String, {
    nullable: true,
    description: 'Among whom, in the words of the source: `nữ CNVCLĐ`; null where that is not stated.',
  })
  among!: string | null;
  @Field(() => Provenance, { description: 'Where that is taken from.' }) provenance!: Provenance;
  organisationId!: number;
}

/** A row that joins an organisation to something by a role. */
export type ParticipationRow = SourcedRow & { organisationId: number; role: OrganisationRole; among?: string | null };

/** The participation of a row. */
export function toParticipation(row: ParticipationRow): Participation {
  return Object.assign(new Participation(), {
    role: row.role,
    among: row.among ?? null,
    provenance: toProvenance(row),
    organisationId: row.organisationId,
  });
}

/** An organisation with its role, as a client states it. */
@InputType({ description: 'An organisation and what it has to do with the record.' })
export class ParticipationInput {
  @Field(() => ID, { description: 'The organisation.' }) organisation!: string;
  @Field(() => OrganisationRoleEnum, { description: 'Its role.' }) role!: OrganisationRole;
  @Field(() => String, { nullable: true, description: 'Among whom, as `nữ CNVCLĐ`.' }) among?: string | null;
}

/** The parts that a list of participations states: none where it is null, nothing where it is left out. */
export function participationParts(roles: readonly ParticipationInput[] | null | undefined): object[] | undefined {
  if (roles === undefined) return undefined;
  return (roles ?? []).map(({ organisation, role, among }, at) => ({
    organisationId: keyOf('Organisation', organisation, 'roles', String(at), 'organisation'),
    role,
    among: among ?? null,
  }));
}
