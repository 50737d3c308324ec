import { contentTypeOf, redeclarePart, relationsOf, removeRelation } from './package.ts';
import type { OfficePackage } from './package.ts';
import { childOf, childrenOf, parseXml, UnfitPart } from './xml-tree.ts';

const XLSX_MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** A worksheet of the package. */
export interface SheetPart {
  readonly name: string;
  readonly visible: boolean;
  readonly part: string;
  /** What the types of its relations begin with: transitional and strict files differ. */
  readonly relationBase: string;
}

/** A workbook's own part and its worksheets in order; chart and dialog sheets are left out. */
export interface WorkbookPart {
  readonly part: string;
  readonly sheets: readonly SheetPart[];
}

/** Finds the workbook and its worksheets by relations. */
export function findWorkbook(pack: OfficePackage): WorkbookPart {
  const main = relationsOf(pack, '').find(({ kind }) => kind === 'officeDocument')?.part;
  const part = main ?? pack.find('xl/workbook.xml');
  if (part === null || !part.endsWith('.xml')) throw new UnfitPart('There is no workbook.');
  const relations = new Map(relationsOf(pack, part).map((relation) => [relation.id, relation]));
  const root = parseXml(pack.text(part));
  const list = childOf(root, 'sheets');
  const sheets = (list === undefined ? [] : childrenOf(list, 'sheet')).flatMap(({ attributes }): SheetPart[] => {
    const relation = relations.get(attributes.get('id') ?? '');
    if (relation?.kind !== 'worksheet' || relation.part === null) return [];
    const visible = (attributes.get('state') ?? 'visible') === 'visible';
    const relationBase = relation.type.slice(0, relation.type.lastIndexOf('/') + 1);
    return [{ name: attributes.get('name') ?? '', visible, part: relation.part, relationBase }];
  });
  if (sheets.length === 0) throw new UnfitPart('There is no worksheet.');
  return { part, sheets };
}

/** Makes a workbook with macros, or a template, a plain .xlsx: Excel opens no other content under that ending. */
export function withoutMacros(pack: OfficePackage, workbook: string): void {
  const type = contentTypeOf(pack, workbook);
  if (type === null || !/macroEnabled|template/i.test(type)) return;
  redeclarePart(pack, workbook, XLSX_MAIN);
  for (const { id, kind, part } of relationsOf(pack, workbook)) {
    if (kind !== 'vbaProject') continue;
    removeRelation(pack, workbook, id);
    if (part === null) continue;
    for (const inner of relationsOf(pack, part)) {
      if (inner.part !== null) dropPart(pack, inner.part);
    }
    pack.remove(`${part.slice(0, part.lastIndexOf('/'))}/_rels/${part.slice(part.lastIndexOf('/') + 1)}.rels`);
    dropPart(pack, part);
  }
}

function dropPart(pack: OfficePackage, part: string): void {
  redeclarePart(pack, part, null);
  pack.remove(part);
}
