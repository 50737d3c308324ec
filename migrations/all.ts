import { Access1795400000002 } from './1795400000002-access.ts';
import { Catalogue1795400000001 } from './1795400000001-catalogue.ts';
import { Outbox1795400000003 } from './1795400000003-outbox.ts';
import { Report1795400000004 } from './1795400000004-report.ts';
import { Total1795400000005 } from './1795400000005-total.ts';

/** Every migration in order. A database that has run one not listed here is ahead of this hub. */
export const migrations = [
  Catalogue1795400000001,
  Access1795400000002,
  Outbox1795400000003,
  Report1795400000004,
  Total1795400000005,
];
