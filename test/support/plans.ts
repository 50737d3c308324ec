import type { Tx } from '../../src/ground/database/data-source.ts';
import type { Read } from '../../src/ground/viewer/session.ts';

/** One statement with how PostgreSQL would read each table: `Index Scan report_of_place`, `Seq Scan`. */
export interface StatementPlan {
  /** Its name, as it stands in front of its text. */
  name: string;
  /** By table, every way it is read. */
  reads: Record<string, string[]>;
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: PlanNode[];
}

/** Reading that has every select explained, in the session and under the policies in which it then runs. */
export function explaining(read: Read, plans: StatementPlan[]): Read {
  return (work) =>
    read((tx) => {
      const query = async (
        statement: string | { text: string; values: unknown[] },
        values: unknown[] = [],
      ): Promise<unknown> => {
        const [text, given] = typeof statement === 'string' ? [statement, values] : [statement.text, statement.values];
        const name = /^\/\* (\w+) \*\//.exec(text)?.[1] ?? 'unnamed';
        if (/^(\/\*.*?\*\/ )?(select|with)/.test(text)) plans.push({ name, reads: await explain(tx, text, given) });
        return typeof statement === 'string' ? tx.query(statement, values) : tx.query(statement as never);
      };
      return work(
        new Proxy(tx, { get: (target, key) => (key === 'query' ? query : Reflect.get(target, key)) as unknown }),
      );
    });
}

async function explain(tx: Tx, text: string, values: unknown[]): Promise<StatementPlan['reads']> {
  const rows: { 'QUERY PLAN': { Plan: PlanNode }[] }[] = await tx.query(`explain (format json) ${text}`, values);
  const reads: StatementPlan['reads'] = {};
  const visit = (node: PlanNode, table?: string): void => {
    const relation = node['Relation Name'] ?? table;
    const index = node['Index Name'];
    // A bitmap's index stands below the heap it is for.
    if (
      relation !== undefined &&
      node['Node Type'] !== 'Bitmap Heap Scan' &&
      /Scan/.test(node['Node Type']) &&
      (node['Relation Name'] ?? index) !== undefined
    ) {
      (reads[relation] ??= []).push([node['Node Type'], index].filter(Boolean).join(' '));
    }
    for (const below of node.Plans ?? []) visit(below, node['Node Type'].startsWith('Bitmap') ? relation : undefined);
  };
  const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
  if (plan) visit(plan);
  return reads;
}
