import { named, type Tx } from '../database/data-source.ts';

/** What makes the number of a paper its own. */
export interface PaperNumber {
  readonly issuerId: number;
  /** Letters of the type; empty for a plain letter. */
  readonly type: string;
  readonly number: number;
  readonly year: number;
}

/** A paper that has a number. */
export interface NumberedPaper {
  readonly id: number;
  readonly symbol: string;
  readonly title: string;
}

/** The paper that has this number, other than `except` (0: none), as far as the viewer may see it. */
export async function paperWith(tx: Tx, paper: PaperNumber, except: number): Promise<NumberedPaper | null> {
  const [found] = await named<NumberedPaper>(
    tx,
    'paperWithNumber',
    `select id, symbol, title from source_document
     where issuer_id = $1 and type = $2 and number = $3 and year = $4 and number is not null and id <> $5`,
    [paper.issuerId, paper.type, paper.number, paper.year, except],
  );
  return found ?? null;
}
