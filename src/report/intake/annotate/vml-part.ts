import { addressOf } from '../workbook/sheet.ts';
import type { NoteBox } from './note-box.ts';
import type { CellPlace } from './cell-place.ts';
import { UnfitPart } from './xml-tree.ts';

/** Shape ids are given out in blocks; a drawing names the blocks it uses. */
const BLOCK = 1024;
const NAMESPACES = {
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  x: 'urn:schemas-microsoft-com:office:excel',
} as const;
const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** The box of one comment. */
export interface PlacedBox extends CellPlace {
  readonly box: NoteBox;
}

/** What changes in a drawing of comments; `block` is the first block of ids that no drawing of the package uses. */
export interface BoxChanges {
  readonly boxes: ReadonlyMap<string, PlacedBox>;
  readonly removed: ReadonlySet<string>;
  readonly block: number;
}

/** A drawing without shapes. */
export const EMPTY_VML = `<xml xmlns:v="${NAMESPACES.v}" xmlns:o="${NAMESPACES.o}" xmlns:x="${NAMESPACES.x}">\n</xml>`;

/**
 * Puts the boxes of comments into a drawing. It is changed as text, not parsed: Excel itself writes drawings of
 * controls that are not well-formed (`<br>`).
 */
export function mergeBoxes(vml: string, { boxes, removed, block }: BoxChanges): string {
  const pieces: string[] = [];
  const moved = new Set<string>();
  let at = 0;
  for (const shape of noteShapes(vml)) {
    const placed = boxes.get(shape.address);
    pieces.push(vml.slice(at, shape.from));
    if (placed !== undefined) {
      pieces.push(
        shape.text.replace(/(<(\w+:)?Anchor\s*>)[^<]*(?=<)/, (_, tag: string) => tag + placed.box.join(', ')),
      );
      moved.add(shape.address);
    } else if (!removed.has(shape.address)) pieces.push(shape.text);
    at = shape.to;
  }
  const changed = pieces.join('') + vml.slice(at);
  const fresh = [...boxes].filter(([address]) => !moved.has(address)).map(([, placed]) => placed);
  return fresh.length === 0 ? changed : withShapes(changed, fresh, block);
}

/** The first block of shape ids above all that a drawing uses or names. */
export function nextBlock(vml: string): number {
  let most = 0;
  for (const [, data = ''] of vml.matchAll(/<\w+:idmap\b[^>]{0,200}\bdata=["']([\d, ]*)["']/g)) {
    for (const named of data.split(',')) most = Math.max(most, plausible(Number(named)));
  }
  for (const [, id] of vml.matchAll(/_x0000_s(\d{1,9})\b/g)) most = Math.max(most, Math.floor(Number(id) / BLOCK));
  return most + 1;
}

/** A drawing of thousands of sheets does not come to so many blocks; what says so is damaged. */
function plausible(block: number): number {
  return block >= 0 && block < 1_000_000 ? block : 0;
}

interface NoteShape {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly address: string;
}

function noteShapes(vml: string): NoteShape[] {
  const shapes: NoteShape[] = [];
  for (const { index: from, 1: tag = '' } of vml.matchAll(/<((?:\w+:)?shape)(?=[\s>])/g)) {
    const close = vml.indexOf(`</${tag}>`, from);
    if (close < 0) break;
    const to = close + tag.length + 3;
    const text = vml.slice(from, to);
    const row = /<(?:\w+:)?Row\s*>\s*(\d{1,7})\s*</.exec(text)?.[1];
    const column = /<(?:\w+:)?Column\s*>\s*(\d{1,5})\s*</.exec(text)?.[1];
    if (row === undefined || column === undefined || !/ObjectType=["']Note["']/.test(text)) continue;
    shapes.push({ from, to, text, address: addressOf(Number(row), Number(column)) });
  }
  return shapes;
}

function withShapes(vml: string, placed: readonly PlacedBox[], block: number): string {
  const end = /<\/(?:\w+:)?xml\s*>\s*$/.exec(vml)?.index;
  if (end === undefined) throw new UnfitPart('The drawing of comments has no end.');
  const known = vml.slice(0, vml.indexOf('>', vml.search(/<(?:\w+:)?xml[\s>]/)));
  const missing = Object.entries(NAMESPACES).filter(([prefix, uri]) => !known.includes(`xmlns:${prefix}="${uri}"`));
  const declared = missing.map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join('');
  const type = vml.includes('id="_x0000_t202"')
    ? ''
    : `${SHAPE_TYPE.replace('<v:shapetype', `<v:shapetype${declared}`)}\n`;
  const shapes = placed.map((one, index) =>
    shapeMarkup(one, { id: block * BLOCK + 1 + index, declared, order: index + 1 }),
  );
  const blocks = Array.from({ length: Math.ceil((placed.length + 1) / BLOCK) }, (_, index) => block + index).join(',');
  const body = `${vml.slice(0, end)}${type}${shapes.join('\n')}\n${vml.slice(end)}`;
  return withBlocks(body, blocks, declared);
}

/** Names the new blocks in the drawing's list of them. */
function withBlocks(vml: string, blocks: string, declared: string): string {
  const named = /(<\w+:idmap\b[^>]{0,200}\bdata=["'])([\d, ]*)(?=["'])/;
  if (named.test(vml)) return vml.replace(named, (_, before: string, data: string) => `${before}${data},${blocks}`);
  const layout = `<o:shapelayout${declared} v:ext="edit"><o:idmap v:ext="edit" data="${blocks}"/></o:shapelayout>`;
  return vml.replace(/<(?:\w+:)?xml(?:\s[^>]*)?>/, (root) => `${root}\n${layout}`);
}

function shapeMarkup(
  { row, column, box }: PlacedBox,
  { id, declared, order }: { id: number; declared: string; order: number },
): string {
  const place = `position:absolute;margin-left:60pt;margin-top:2pt;width:250pt;height:80pt;z-index:${order};visibility:hidden`;
  return (
    `<v:shape${declared} id="_x0000_s${id}" type="#_x0000_t202" style="${place}" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
    `<x:Anchor>${box.join(', ')}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}
