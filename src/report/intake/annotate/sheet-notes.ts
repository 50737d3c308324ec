import { cellPlace } from './cell-place.ts';
import { emptyComments, mergeComments } from './comments-part.ts';
import { noteBox } from './note-box.ts';
import type { Note } from './note-plan.ts';
import { addRelation, declarePart, relationsOf, XML_HEAD } from './package.ts';
import type { OfficePackage } from './package.ts';
import { legacyDrawingOf, readSheetXml, sheetSizes, withLegacyDrawing } from './sheet-part.ts';
import { answerThreads } from './thread-part.ts';
import { EMPTY_VML, mergeBoxes, nextBlock } from './vml-part.ts';
import type { PlacedBox } from './vml-part.ts';
import type { SheetPart } from './workbook-part.ts';

const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

/** Writes our comments into a sheet of the package; without any, those of an earlier round are taken out. */
export function writeNotes(
  pack: OfficePackage,
  { workbook, sheet }: { workbook: string; sheet: SheetPart },
  notes: ReadonlyMap<string, Note>,
): void {
  const existing = relationsOf(pack, sheet.part).find(({ kind, part }) => kind === 'comments' && part !== null)?.part;
  if (existing == null && notes.size === 0) return;
  answerThreads(pack, { workbook, sheet: sheet.part }, notes);
  const bytes = pack.bytes(sheet.part);
  const xml = readSheetXml(bytes);
  const before = existing == null ? XML_HEAD + emptyComments(xml.root.uri) : pack.text(existing);
  const { text, written, removed } = mergeComments(before, notes);
  if (text === before) return;
  if (existing != null) pack.set(existing, text);
  else addComments(pack, sheet, text);
  const sizes = sheetSizes(bytes, xml);
  const boxes = new Map<string, PlacedBox>();
  for (const [address, whole] of written) {
    const place = cellPlace(address);
    if (place !== null) boxes.set(address, { ...place, box: noteBox(place, whole, sizes) });
  }
  writeBoxes(pack, sheet, { boxes, removed });
}

function addComments(pack: OfficePackage, sheet: SheetPart, text: string): void {
  const name = pack.freeName(`${folderAbove(sheet.part)}comments`, '.xml');
  pack.set(name, text);
  declarePart(pack, name, COMMENTS_TYPE);
  addRelation(pack, sheet.part, { type: `${sheet.relationBase}comments`, to: name });
}

function writeBoxes(
  pack: OfficePackage,
  sheet: SheetPart,
  changes: { boxes: ReadonlyMap<string, PlacedBox>; removed: ReadonlySet<string> },
): void {
  const block = Math.max(1, ...vmlNames(pack).map((name) => nextBlock(pack.text(name))));
  const bytes = pack.bytes(sheet.part);
  const xml = readSheetXml(bytes);
  const id = legacyDrawingOf(xml);
  const drawing = id === null ? null : relationsOf(pack, sheet.part).find((relation) => relation.id === id)?.part;
  if (drawing != null) {
    pack.set(drawing, mergeBoxes(pack.text(drawing), { ...changes, block }));
    return;
  }
  if (changes.boxes.size === 0) return;
  const name = pack.freeName(`${folderAbove(sheet.part)}drawings/vmlDrawing`, '.vml');
  pack.set(name, mergeBoxes(EMPTY_VML, { ...changes, block }));
  declarePart(pack, name, VML_TYPE);
  const to = { type: `${sheet.relationBase}vmlDrawing`, to: name };
  if (id !== null) addRelation(pack, sheet.part, { ...to, id });
  else {
    const added = addRelation(pack, sheet.part, to);
    pack.set(sheet.part, withLegacyDrawing(bytes, xml, { id: added, relationBase: sheet.relationBase }));
  }
}

function vmlNames(pack: OfficePackage): string[] {
  return pack.names().filter((name) => name.toLowerCase().endsWith('.vml'));
}

/** 'xl/' of 'xl/worksheets/sheet1.xml'. */
function folderAbove(part: string): string {
  return part
    .split('/')
    .slice(0, -2)
    .map((step) => `${step}/`)
    .join('');
}
