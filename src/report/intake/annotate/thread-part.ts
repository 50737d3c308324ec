import { createHash } from 'node:crypto';
import { addressOf } from '../workbook/sheet.ts';
import type { Note } from './note-plan.ts';
import { NOTE_AUTHOR, textOfRuns } from './note-text.ts';
import { relationsOf } from './package.ts';
import type { OfficePackage } from './package.ts';
import { cellPlace } from './cell-place.ts';
import { appendInto, applyEdits, besides, childOf, childrenOf, escapeXml, parseXml } from './xml-tree.ts';
import type { Edit, XmlElement } from './xml-tree.ts';

/** Us among the persons of a workbook; any GUID does, as long as it stays the same. */
const OUR_PERSON = '{6B0C1C57-7E0A-4D0B-9C3E-5F8C2A1D9E44}';

/**
 * Answers in the threads of a sheet. Excel shows the thread of a cell and not the plain comment below it, so that ours
 * would not be seen without an answer there. Answers from when the file was here before go.
 */
export function answerThreads(
  pack: OfficePackage,
  { workbook, sheet }: { workbook: string; sheet: string },
  notes: ReadonlyMap<string, Note>,
): void {
  const persons = relationsOf(pack, workbook).find(({ kind }) => kind === 'person')?.part ?? null;
  const parts = relationsOf(pack, sheet).filter(({ kind }) => kind === 'threadedComment');
  let answered = false;
  for (const { part } of parts) {
    if (part === null || persons === null) continue;
    const text = pack.text(part);
    const edits = threadEdits(parseXml(text), notes, part);
    if (edits.length > 0) pack.set(part, applyEdits(text, edits));
    answered ||= edits.some((edit) => edit.text !== '');
  }
  if (answered && persons !== null) addPerson(pack, persons);
}

function threadEdits(root: XmlElement, notes: ReadonlyMap<string, Note>, part: string): Edit[] {
  const edits: Edit[] = [];
  const threads = new Map<string, { first: XmlElement; last: XmlElement }>();
  for (const comment of childrenOf(root, 'threadedComment')) {
    if (comment.attributes.get('personId')?.toUpperCase() === OUR_PERSON) {
      edits.push({ from: comment.from, to: comment.to, text: '' });
      continue;
    }
    const place = cellPlace(comment.attributes.get('ref') ?? '');
    if (place === null) continue;
    const address = addressOf(place.row, place.column);
    threads.set(address, { first: threads.get(address)?.first ?? comment, last: comment });
  }
  for (const [address, { first, last }] of threads) {
    const note = notes.get(address);
    if (note !== undefined)
      edits.push({ from: last.to, to: last.to, text: answerMarkup(first, note, `${part} ${address}`) });
  }
  return edits;
}

function answerMarkup(thread: XmlElement, note: Note, seed: string): string {
  const said = textOfRuns(note.runs);
  const parent = thread.attributes.get('parentId') ?? thread.attributes.get('id') ?? '';
  // The thread's own time: one of ours would make the same input give other bytes.
  const time = thread.attributes.get('dT');
  const attributes = [
    `ref="${escapeXml(thread.attributes.get('ref') ?? '')}"`,
    ...(time === undefined ? [] : [`dT="${escapeXml(time)}"`]),
    `personId="${OUR_PERSON}"`,
    `id="${guidOf(seed + said)}"`,
    `parentId="${escapeXml(parent)}"`,
  ].join(' ');
  const text = besides(thread, 'text');
  return `<${thread.name} ${attributes}><${text}>${escapeXml(said)}</${text}></${thread.name}>`;
}

function guidOf(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex').toUpperCase();
  const [a, b, c, d, e] = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)];
  return `{${a}-${b}-${c}-${d}-${e}}`;
}

function addPerson(pack: OfficePackage, part: string): void {
  const text = pack.text(part);
  const root = parseXml(text);
  if (childrenOf(root, 'person').some(({ attributes }) => attributes.get('id')?.toUpperCase() === OUR_PERSON)) return;
  const name = childOf(root, 'person')?.name ?? besides(root, 'person');
  const markup = `<${name} displayName="${NOTE_AUTHOR}" id="${OUR_PERSON}" userId="${NOTE_AUTHOR}" providerId="None"/>`;
  pack.set(part, applyEdits(text, [appendInto(root, markup)]));
}
