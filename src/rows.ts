import { AccessKeyRow } from './access/access-key.row.ts';
import { breakdownRows } from './catalogue/breakdown/breakdown.row.ts';
import { formRows } from './catalogue/form/form.row.ts';
import { indicatorRows } from './catalogue/indicator/indicator.row.ts';
import { organisationRows } from './catalogue/organisation/organisation.row.ts';
import { periodRows } from './catalogue/period/period.row.ts';
import { personRows } from './catalogue/person/person.row.ts';
import { placeRows } from './catalogue/place/place.row.ts';
import { referenceRows } from './catalogue/reference/reference.row.ts';
import { unitRows } from './catalogue/unit/unit.row.ts';
import { documentRows } from './ground/document/document.row.ts';
import { AuditRow } from './ground/outbox/audit.row.ts';
import { EventRow } from './ground/outbox/event.row.ts';
import { RecordVersionRow } from './ground/record/record.row.ts';
import { memberRows } from './record/member/member.row.ts';
import { activityRows } from './record/activity/activity.row.ts';
import { awardRows } from './record/activity/award.row.ts';
import { campaignRows } from './record/campaign/campaign.row.ts';
import { evaluationRows } from './record/evaluation/evaluation.row.ts';
import { recommendationRows } from './record/evaluation/recommendation.row.ts';
import { movementRows } from './record/movement/movement.row.ts';
import { agreementEventRows } from './record/agreement/agreement-event.row.ts';
import { agreementPlanRows } from './record/agreement/agreement-plan.row.ts';
import { agreementRows } from './record/agreement/agreement.row.ts';
import { obligationRows } from './report/obligation/obligation.row.ts';
import { AttachmentRow } from './report/attachment/attachment.row.ts';
import { FigureRow } from './report/figure/figure.row.ts';
import { TotalRow } from './report/total/total.row.ts';
import { ReportRow, ReportVersionRow } from './report/version/report.row.ts';
import { StoredFileRow, UploadRow } from './report/version/upload.row.ts';

/** Every table class of the hub, for the data sources and for the check that they agree with the migrations. */
export const rows: readonly (new () => object)[] = [
  ...placeRows,
  ...organisationRows,
  ...indicatorRows,
  ...formRows,
  ...periodRows,
  ...breakdownRows,
  AuditRow,
  EventRow,
  AccessKeyRow,
  ...documentRows,
  RecordVersionRow,
  ...personRows,
  ...referenceRows,
  ...unitRows,
  ...movementRows,
  ...agreementRows,
  ...agreementPlanRows,
  ...agreementEventRows,
  ...obligationRows,
  ...campaignRows,
  ...activityRows,
  ...awardRows,
  ...evaluationRows,
  ...recommendationRows,
  ...memberRows,
  ReportRow,
  ReportVersionRow,
  UploadRow,
  StoredFileRow,
  AttachmentRow,
  FigureRow,
  TotalRow,
];
