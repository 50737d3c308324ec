import { fold, toneNormal } from '../../ground/text/fold.ts';

/** What parts words beside white space, in texts that are looked for and in names; nothing else does, whatever the database's locale. */
const PARTING = '!"#$%&\'()*+,./:;<=>?@[\\]^_`{|}~“”„‟«»″‘’‚‛′´‐‑‒–—―−﹘﹣－…·•-';

const PARTED = new RegExp(`[\\s\\p{Cc}${PARTING.replace(/[\]\\^-]/g, (sign) => `\\${sign}`)}]+`, 'u');

/** The same as a bracket expression of PostgreSQL, where `]` comes first, `-` last, and a backslash is written twice. */
export const PARTING_SQL = `[]${PARTING.replaceAll(']', '').replaceAll('-', '').replaceAll('\\', '\\\\')}[:cntrl:]\\s-]`;

/** One word of a text. */
export interface Word {
  /** In small letters, its tone where official lists write it. */
  readonly marked: string;
  /** Without marks. */
  readonly folded: string;
}

/** The words of a text in their order. */
export function wordsOf(text: string): Word[] {
  return toneNormal(text)
    .split(PARTED)
    .filter((word) => word !== '')
    .map((marked) => ({ marked, folded: fold(marked) }))
    .filter(({ folded }) => folded !== '');
}

/** Whether two texts are the same words; a text without any mark is the same as one with. */
export function sameWords(asked: readonly Word[], known: readonly Word[]): boolean {
  if (asked.length !== known.length) return false;
  const bare = asked.every(({ marked, folded }) => marked === folded);
  const key = bare ? 'folded' : 'marked';
  return asked.every((word, at) => word[key] === known[at]?.[key]);
}
