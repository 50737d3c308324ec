import { Access1795400000002 } from './1795400000002-access.ts';
import { Activity1795400000010 } from './1795400000010-activity.ts';
import { Agreement1795400000009 } from './1795400000009-agreement.ts';
import { Attachment1795400000012 } from './1795400000012-attachment.ts';
import { Catalogue1795400000001 } from './1795400000001-catalogue.ts';
import { Document1795400000006 } from './1795400000006-document.ts';
import { Movement1795400000008 } from './1795400000008-movement.ts';
import { Outbox1795400000003 } from './1795400000003-outbox.ts';
import { PersonAndUnit1795400000007 } from './1795400000007-person-and-unit.ts';
import { RecordOrder1795400000011 } from './1795400000011-record-order.ts';
import { Report1795400000004 } from './1795400000004-report.ts';
import { Total1795400000005 } from './1795400000005-total.ts';
/** Every migration in order. A database that has run one not listed here is ahead of this hub. */
export const migrations = [
  Catalogue1795400000001,
  Access1795400000002,
  Outbox1795400000003,
  Report1795400000004,
  Total1795400000005,
  Document1795400000006,
  PersonAndUnit1795400000007,
  Movement1795400000008,
  Agreement1795400000009,
  Activity1795400000010,
  RecordOrder1795400000011,
  Attachment1795400000012,
];
