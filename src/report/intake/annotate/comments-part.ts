import { addressOf } from '../workbook/sheet.ts';
import type { Note } from './note-plan.ts';
import { NOTE_AUTHOR, NOTE_MARK, textOfRuns } from './note-text.ts';
import type { Run } from './note-text.ts';
import { cellPlace } from './cell-place.ts';
import { appendInto, applyEdits, besides, childOf, childrenOf, escapeXml, parseXml, UnfitPart } from './xml-tree.ts';
import type { Edit, XmlElement } from './xml-tree.ts';

/** A part of comments after ours went into it. */
export interface MergedComments {
  readonly text: string;
  /** The whole text of every comment that we wrote or lengthened, by address. */
  readonly written: ReadonlyMap<string, string>;
  /** Addresses whose comment was ours alone and is not needed any more. */
  readonly removed: ReadonlySet<string>;
}

interface Kept {
  readonly edits: readonly Edit[];
  /** The text that others wrote; null when the comment was ours alone. */
  readonly text: string | null;
}

/**
 * Puts our comments into a part of comments. What others wrote stays and ours is added behind it; what we wrote when
 * the file was here before goes.
 */
export function mergeComments(text: string, notes: ReadonlyMap<string, Note>): MergedComments {
  const root = parseXml(text);
  const [authors, list] = [childOf(root, 'authors'), childOf(root, 'commentList')];
  if (root.local !== 'comments' || authors === undefined || list === undefined) {
    throw new UnfitPart('The part of comments is incomplete.');
  }
  const names = childrenOf(authors, 'author').map((author) => author.text.normalize('NFC'));
  const edits: Edit[] = [];
  const written = new Map<string, string>();
  const ours = new Set<string>();
  for (const comment of childrenOf(list, 'comment')) {
    const address = addressOfRef(comment.attributes.get('ref'));
    if (address === null) continue;
    const note = notes.get(address);
    const kept = keptOf(comment, names[Number(comment.attributes.get('authorId'))] === NOTE_AUTHOR, note);
    edits.push(...kept.edits);
    if (kept.text === null) ours.add(address);
    else if (note !== undefined) written.set(address, `${kept.text}\n\n${textOfRuns(note.runs)}`);
  }
  const fresh = [...notes].filter(([address]) => !written.has(address));
  const known = names.indexOf(NOTE_AUTHOR);
  const author = known >= 0 ? known : names.length;
  if (fresh.length > 0) {
    if (known < 0) edits.push(appendInto(authors, elementOf(authors, 'author', NOTE_AUTHOR)));
    edits.push(
      appendInto(list, fresh.map(([address, note]) => commentMarkup(list, { address, author, note })).join('')),
    );
  }
  for (const [address, note] of fresh) written.set(address, textOfRuns(note.runs));
  const removed = new Set([...ours].filter((address) => !notes.has(address)));
  return { text: applyEdits(text, edits), written, removed };
}

/** An empty part of comments. */
export function emptyComments(namespace: string): string {
  return `<comments xmlns="${escapeXml(namespace)}"><authors/><commentList/></comments>`;
}

function addressOfRef(ref: string | undefined): string | null {
  const place = cellPlace(ref ?? '');
  return place === null ? null : addressOf(place.row, place.column);
}

/** What stays of an existing comment, and the note added to it. */
function keptOf(comment: XmlElement, isOurs: boolean, note: Note | undefined): Kept {
  const whole: Kept = { edits: [{ from: comment.from, to: comment.to, text: '' }], text: null };
  const body = childOf(comment, 'text');
  // A comment without text, which only damaged files have, is nobody's.
  if (isOurs || body === undefined) return whole;
  const pieces = body.children.filter(({ local }) => local === 'r' || local === 't');
  const at = pieces.findIndex((piece) => markIn(textOf(piece)) >= 0);
  if (at < 0) return { edits: endEdits(body, pieces, note), text: pieces.map(textOf).join('') };
  const { edits, staying, text } = withoutOurs(pieces, at);
  return text === '' ? whole : { edits: [...edits, ...endEdits(body, staying, note)], text };
}

/** Cuts a comment before our mark, which is in one of its pieces, and the breaks before that. */
function withoutOurs(
  pieces: readonly XmlElement[],
  at: number,
): { edits: Edit[]; staying: readonly XmlElement[]; text: string } {
  const edits = pieces.slice(at + 1).map(({ from, to }): Edit => ({ from, to, text: '' }));
  for (let last = at; last >= 0; last--) {
    const piece = pieces[last];
    const letters = piece === undefined ? undefined : letterOf(piece);
    const said = letters === undefined ? '' : last === at ? letters.text.slice(0, markIn(letters.text)) : letters.text;
    const text = said.trimEnd();
    if (text !== '' && letters !== undefined) {
      if (text !== letters.text)
        edits.push({ from: letters.contentFrom, to: letters.contentTo, text: escapeXml(text) });
      return { edits, staying: pieces.slice(0, last + 1), text: pieces.slice(0, last).map(textOf).join('') + text };
    }
    if (piece !== undefined) edits.push({ from: piece.from, to: piece.to, text: '' });
  }
  return { edits, staying: [], text: '' };
}

/** Ours behind the pieces that stay; a plain text becomes a run first, since it may stand only before all runs. */
function endEdits(body: XmlElement, staying: readonly XmlElement[], note: Note | undefined): Edit[] {
  if (note === undefined) return [];
  // In one run with our mark, so that the break goes with it in the next round.
  const [first, ...rest] = note.runs;
  const runs = runsMarkup(body, first === undefined ? [] : [{ ...first, text: `\n\n${first.text}` }, ...rest]);
  const last = staying.at(-1);
  if (last === undefined) return [appendInto(body, runs)];
  const run = besides(body, 'r');
  const plain = staying.filter(({ local }) => local === 't');
  const wrapped = plain.flatMap(({ from, to }): Edit[] => [
    { from, to: from, text: `<${run}>` },
    { from: to, to, text: `</${run}>` },
  ]);
  return [...wrapped, { from: last.to, to: last.to, text: runs }];
}

function letterOf(piece: XmlElement): XmlElement | undefined {
  return piece.local === 't' ? piece : childOf(piece, 't');
}

function textOf(piece: XmlElement): string {
  return letterOf(piece)?.text ?? '';
}

/** Where our line begins in a text; -1 where it does not. */
function markIn(text: string): number {
  const at = text.indexOf(NOTE_MARK);
  return at === 0 || text[at - 1] === '\n' ? at : -1;
}

function commentMarkup(
  list: XmlElement,
  { address, author, note }: { address: string; author: number; note: Note },
): string {
  const [comment, text] = [besides(list, 'comment'), besides(list, 'text')];
  return `<${comment} ref="${address}" authorId="${author}"><${text}>${runsMarkup(list, note.runs)}</${text}></${comment}>`;
}

function runsMarkup(near: XmlElement, runs: readonly Run[]): string {
  const tag = (local: string): string => besides(near, local);
  return runs
    .map(({ text, bold }) => {
      const look =
        `<${tag('rPr')}>${bold ? `<${tag('b')}/>` : ''}<${tag('sz')} val="9"/><${tag('color')} indexed="81"/>` +
        `<${tag('rFont')} val="Tahoma"/><${tag('family')} val="2"/></${tag('rPr')}>`;
      return `<${tag('r')}>${look}<${tag('t')} xml:space="preserve">${escapeXml(text)}</${tag('t')}></${tag('r')}>`;
    })
    .join('');
}

function elementOf(near: XmlElement, local: string, text: string): string {
  const name = besides(near, local);
  return `<${name}>${escapeXml(text)}</${name}>`;
}
