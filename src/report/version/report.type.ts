import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { Period, toPeriod } from '../../catalogue/period/period.type.ts';
import { connectionType } from '../../ground/gql/connection.ts';
import type { PeriodKind } from '../../ground/period/period.ts';
import { Node, toGlobalId } from '../../ground/gql/node.ts';

/** The states a version of a report goes through. */
export enum ReportState {
  DRAFT = 'DRAFT',
  SIGNED_OFF = 'SIGNED_OFF',
  SUBMITTED = 'SUBMITTED',
  RETURNED = 'RETURNED',
  ACCEPTED = 'ACCEPTED',
  PUBLISHED = 'PUBLISHED',
  REPLACED = 'REPLACED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(ReportState, {
  name: 'ReportState',
  description: 'How far a version of a report has come.',
  valuesConfig: {
    DRAFT: { description: 'Đang soạn: taken in, seen by the organisation only.' },
    SIGNED_OFF: { description: 'The leader of the organisation has signed it off.' },
    SUBMITTED: { description: 'Đã gửi: before the committee.' },
    RETURNED: { description: 'Đề nghị bổ sung: the committee asks for more, with reasons.' },
    ACCEPTED: { description: 'Tiếp nhận: the committee has taken note.' },
    PUBLISHED: { description: 'Chốt: its figures are current.' },
    REPLACED: { description: 'A later version was published in its place.' },
    WITHDRAWN: { description: 'Taken back.' },
  },
});

/** What a version says about its period. */
export enum ReportContent {
  RECEIVED = 'RECEIVED',
  NIL_RETURN = 'NIL_RETURN',
  EMPTY = 'EMPTY',
}
registerEnumType(ReportContent, {
  name: 'ReportContent',
  description: 'What a version says about its period.',
  valuesConfig: {
    RECEIVED: { description: 'It has at least one number.' },
    NIL_RETURN: { description: 'No number, and it says that nothing arose (không phát sinh).' },
    EMPTY: { description: 'Neither a number nor a word that nothing arose.' },
  },
});

/** A row of the report list. */
export interface ReportListRow {
  province_id: number;
  id: string;
  form_id: number;
  form_code: string;
  organisation_id: number;
  place_id: number;
  period_key: string;
  period_kind: PeriodKind;
  period_year: number;
  data_from: string;
  data_to: string;
}

/** What an organisation reports with one form for one place and period. */
@ObjectType({
  implements: Node,
  description:
    'What an organisation reports with one form for one place and period. What it says is in its versions; none is ever overwritten.',
})
export class Report extends Node {
  @Field(() => Period, { description: 'The period, with the days its data cover.' }) period!: Period;
  provinceId!: number;
  reportId!: string;
  formCode!: string;
  organisationId!: number;
  placeId!: number;
  dataTo!: string;

  constructor(parts?: object) {
    super();
    if (parts) Object.assign(this, parts);
  }
}

/** The report of a row. */
export function toReport(row: ReportListRow): Report {
  return new Report({
    id: toGlobalId('Report', row.province_id, row.id),
    provinceId: row.province_id,
    reportId: row.id,
    formCode: row.form_code,
    organisationId: row.organisation_id,
    placeId: row.place_id,
    dataTo: row.data_to,
    period: toPeriod({
      key: row.period_key,
      kind: row.period_kind,
      year: row.period_year,
      dataFrom: row.data_from,
      dataTo: row.data_to,
    }),
  });
}

/** A page of reports. */
export const ReportConnection = connectionType('Report', () => Report);

/** A row of a version. */
export interface VersionListRow {
  province_id: number;
  report_id: string;
  version: number;
  state: ReportState;
  form_version: number;
  file_sha256: string;
  synthetic: boolean;
  content: ReportContent;
  created_at: Date;
  published_event: string | null;
}

/** One version of a report. */
@ObjectType({ implements: Node, description: 'One version of a report: what one file said.' })
export class ReportVersion extends Node {
  @Field(() => Int, { description: 'Its number, from 1.' }) version!: number;
  @Field(() => ReportState, { description: 'How far it has come.' }) state!: ReportState;
  @Field(() => ReportContent, { description: 'What it says about the period.' }) content!: ReportContent;
  @Field(() => Int, { description: 'Version of the form it was read with, from 1.' }) formVersion!: number;
  @Field(() => String, { description: 'SHA-256 of the file, as hexadecimal text.' }) fileSha256!: string;
  @Field(() => Boolean, { description: 'Whether it is synthetic (số liệu giả lập).' }) synthetic!: boolean;
  @Field(() => GraphQLDateTime, { description: 'When it was taken in.' }) createdAt!: Date;
  provinceId!: number;
  reportId!: string;

  constructor(parts?: object) {
    super();
    if (parts) Object.assign(this, parts);
  }
}

/** The version of a row. */
export function toReportVersion(row: VersionListRow): ReportVersion {
  return new ReportVersion({
    id: toGlobalId('ReportVersion', row.province_id, row.report_id, row.version),
    version: row.version,
    state: row.state,
    content: row.content,
    formVersion: row.form_version,
    fileSha256: row.file_sha256,
    synthetic: row.synthetic,
    createdAt: row.created_at,
    provinceId: row.province_id,
    reportId: row.report_id,
  });
}
