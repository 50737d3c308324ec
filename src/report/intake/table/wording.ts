import { fold, toneNormal } from '../../../ground/text/fold.ts';

/** A row label taken apart for matching. */
export interface Label {
  /** Tone-normal text without bullet, ordinal, “Trong đó” and closing punctuation; '' when nothing else stood there. */
  readonly text: string;
  /** It began with a bullet or “Trong đó”: it belongs to the indicator above. */
  readonly isPart: boolean;
}

const BULLET = /^[-+•*·▪–]+\s*/u;
const ORDINAL = /^(?:\d+(?:\.\d+)*|[ivx]+|[a-zđ])[.)]\s*/u;
const OF_WHICH = /^trong (?:đó|do)\s*[:,;.]?\s*(?:có\s+)?/u;
const CLOSING = /[\s.:;,*-]+$/u;

/** Takes a row label apart; “- Trong đó: nữ” and “Trong đó: - Nữ” are the same part. */
export function readLabel(printed: string): Label {
  let text = toneNormal(printed.replace(/\(\*+\)|\s*\(\d{1,2}\)\s*$/g, ' '))
    .replace(/["']/g, '')
    .replace(/\s+([,;:])/g, '$1');
  let isPart = false;
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(ORDINAL, '');
    const bare = text.replace(BULLET, '').replace(OF_WHICH, '');
    if (bare !== text) isPart = true;
    text = bare;
  }
  return { text: text.replace(CLOSING, ''), isPart };
}

/** Abbreviations of official writing, folded; only those with one reading in reports of these organisations. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['dn', 'doanh nghiep'],
  ['nn', 'nha nuoc'],
  ['gtnt', 'giao thong nong thon'],
  ['ntm', 'nong thon moi'],
  ['bhyt', 'bao hiem y te'],
  ['sxkd', 'san xuat kinh doanh'],
  ['htx', 'hop tac xa'],
  ['tht', 'to hop tac'],
  ['htnd', 'ho tro nong dan'],
  ['nhcsxh', 'ngan hang chinh sach xa hoi'],
  ['cdcs', 'cong doan co so'],
  ['dvcd', 'doan vien cong doan'],
  ['nld', 'nguoi lao dong'],
  ['cnld', 'cong nhan lao dong'],
  ['ld', 'lao dong'],
  ['tw', 'trung uong'],
  ['khkt', 'khoa hoc ky thuat'],
  ['hvnd', 'hoi vien nong dan'],
  ['ccb', 'cuu chien binh'],
  ['lhtn', 'lien hiep thanh nien'],
  ['dvtn', 'doan vien thanh nien'],
  ['cttn', 'cong trinh thanh nien'],
  ['tncn', 'thanh nien cong nhan'],
  ['tvhn', 'tu van huong nghiep'],
  ['hv', 'hoi vien'],
  ['tn', 'thanh nien'],
  ['pn', 'phu nu'],
]);

/** A label's loosest key: no marks, no punctuation, abbreviations written out. Different labels may share one. */
export function looseKey(label: string): string {
  const words = fold(label).split(/[^\p{L}\p{N}%]+/u);
  return words
    .filter((word) => word !== '')
    .map((word) => ABBREVIATIONS.get(word) ?? word)
    .join(' ');
}

/**
 * Number of letters inserted, dropped, replaced or exchanged with their neighbour that turn one text into another, never
 * more than `limit + 1`.
 */
export function typingDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (older[j - 2] ?? 0) + 1);
      current.push(best);
    }
    older = previous;
    previous = current;
  }
  return Math.min(previous[b.length] ?? limit + 1, limit + 1);
}

/** Labels that are looked for hints: a sheet of a hundred thousand foreign rows needs no hint at each of them. */
const MOST_HINTS = 500;

/** Finds up to three known labels nearest to an unknown one; none when nothing is near, or once it was asked too often. */
export function labelHints(known: readonly string[]): (unknown: string) => string[] {
  let asked = 0;
  let words: { label: string; words: Set<string> }[] | null = null;
  return (unknown) => {
    if (++asked > MOST_HINTS) return [];
    words ??= known.map((label) => ({ label, words: wordsOf(label) }));
    const own = wordsOf(unknown);
    return words
      .map(({ label, words: theirs }) => ({ label, score: sharedWords(own, theirs) }))
      .filter(({ score }) => score >= 0.5)
      .sort((a, b) => b.score - a.score)
      .slice(0, 3)
      .map(({ label }) => label);
  };
}

function wordsOf(label: string): Set<string> {
  return new Set(looseKey(label).split(' '));
}

/** Share of words in common, 0 to 1 (Dice's coefficient). */
function sharedWords(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let common = 0;
  for (const word of left) if (right.has(word)) common++;
  return (2 * common) / (left.size + right.size);
}
