import type { Bilingual, Issue } from '../reading.ts';

/** Characters of what stood in a cell that a finding quotes: no figure and no label is longer, and a file can have thousands. */
const LONGEST_QUOTE = 200;
/** Characters of a sentence. */
const LONGEST_SENTENCE = 1_000;

/** A finding that quotes no more of the file than it takes to recognise the place. */
export function shortenIssue(issue: Issue): Issue {
  if (!isLong(issue)) return issue;
  const { message, hint, read, expected } = issue;
  const cut = (sentence: string): string =>
    clipped(
      read === undefined ? sentence : sentence.replaceAll(read, () => clipped(read, LONGEST_QUOTE)),
      LONGEST_SENTENCE,
    );
  const both = ({ vi, en }: Bilingual): Bilingual => ({ vi: cut(vi), en: cut(en) });
  return {
    ...issue,
    message: both(message),
    ...(hint === undefined ? {} : { hint: both(hint) }),
    ...(read === undefined ? {} : { read: clipped(read, LONGEST_QUOTE) }),
    ...(expected === undefined ? {} : { expected: clipped(expected, LONGEST_SENTENCE) }),
  };
}

function isLong({ message, hint, read, expected }: Issue): boolean {
  const texts = [message.vi, message.en, hint?.vi, hint?.en, expected];
  return (read?.length ?? 0) > LONGEST_QUOTE || texts.some((text) => (text?.length ?? 0) > LONGEST_SENTENCE);
}

function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  // Not in the middle of a character.
  return `${text.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…`;
}
