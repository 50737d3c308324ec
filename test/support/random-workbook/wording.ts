import type { Wording } from './description.ts';
import type { Draw } from './draw.ts';

const TONES: readonly (readonly [string, string])[] = [
  ['òa', 'oà'],
  ['óa', 'oá'],
  ['ỏa', 'oả'],
  ['õa', 'oã'],
  ['ọa', 'oạ'],
  ['ủy', 'uỷ'],
  ['úy', 'uý'],
  ['ùy', 'uỳ'],
  ['ũy', 'uỹ'],
  ['ụy', 'uỵ'],
];

/** The tone on the other vowel, as half of the country types it: hòa, hoà. */
function otherTones(text: string): string {
  let other = text;
  for (const [one, two] of TONES) {
    // A consonant behind the pair settles where the tone stands (“toàn”), and “quý” has no choice.
    other = other.replace(new RegExp(`(?<![qQ])${one}(?!\\p{L})`, 'gu'), two);
    other = other.replace(new RegExp(`(?<![qQ])${one.toUpperCase()}(?!\\p{L})`, 'gu'), two.toUpperCase());
  }
  return other;
}

/** A text as another hand would have typed it; the words stay. */
export function retyped(text: string, wording: Wording | null, draw: Draw): string {
  switch (wording) {
    case 'UPPER':
      return text.toUpperCase();
    case 'NFD':
      return text.normalize('NFD');
    case 'TONE':
      return otherTones(text);
    case 'SPACES':
      return ` ${text.replace(/ /g, () => (draw.chance(30) ? '  ' : ' '))} `;
    case 'NBSP':
      return text.replace(/ /g, () => (draw.chance(40) ? '\u00a0' : ' '));
    case 'LINE_BREAK': {
      const words = text.split(' ');
      const at = draw.int(1, Math.max(1, words.length - 1));
      return [words.slice(0, at).join(' '), words.slice(at).join(' ')].filter((part) => part !== '').join('\n');
    }
    case 'NO_MARKS':
      return withoutMarks(text);
    default:
      return text;
  }
}

/** A text typed without the marks of Vietnamese letters. */
function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}

/** Two neighbouring letters of a long word exchanged; the same text where there is none. */
export function mistyped(text: string, draw: Draw): string {
  const words = text.split(' ');
  const long = words.flatMap((word, at) => (/^\p{Ll}{5,}$/u.test(word) ? [at] : []));
  if (long.length === 0) return text;
  const chosen = draw.pick(long);
  const letters = [...(words[chosen] ?? '')];
  const at = draw.int(1, letters.length - 3);
  [letters[at], letters[at + 1]] = [letters[at + 1] ?? '', letters[at] ?? ''];
  return words.with(chosen, letters.join('')).join(' ');
}

/** The label of a row that stands for itself. */
export function wholeLabel(names: readonly string[], wording: Wording | null, draw: Draw): string {
  const [own = ''] = names;
  if (wording === 'ALIAS') return draw.pick(names);
  if (wording === 'COLON') return `${own}:`;
  if (wording === 'BULLET') return `- ${own}`;
  return retyped(own, wording, draw);
}

/** The label of a row that belongs to the one above it, with or without “Trong đó” as `ofWhich` says. */
export function partLabel(names: readonly string[], wording: Wording | null, draw: Draw): string {
  const printed = wording === 'ALIAS' ? draw.pick(names) : (names[0] ?? '');
  if (wording !== 'BULLET' && wording !== 'COLON') return retyped(printed, wording, draw);
  const bare = printed.replace(/^Trong đó: ?/u, '').replace(/^- ?/u, '');
  if (wording === 'COLON') return `${printed}:`;
  if (printed.startsWith('Trong đó')) {
    return draw.pick([
      `Trong đó: ${bare}`,
      `- Trong đó: ${bare}`,
      `Trong đó ${bare}`,
      `Trong đó: - ${bare}`,
      `+ ${bare}`,
    ]);
  }
  return draw.pick([`+ ${bare}`, `• ${bare}`, `– ${bare}`, `-${bare}`, `Trong đó: ${bare}`, `* ${bare}`]);
}

/** The name of a commune; what makes it the name of two of its neighbours is not done. */
export function areaLabel(name: string, neighbours: readonly string[], wording: Wording | null, draw: Draw): string {
  const alone = (shorten: (text: string) => string): string =>
    neighbours.filter((other) => shorten(other) === shorten(name)).length === 1 ? shorten(name) : name;
  switch (wording) {
    case 'ALIAS':
      return name.replace(/^Phường /u, 'P. ').replace(/^Xã /u, 'X. ');
    case 'CODE':
      return alone((text) => text.replace(/^(?:Phường|Xã|Đặc khu) /u, ''));
    case 'NO_MARKS':
      return alone(withoutMarks);
    case 'COLON':
      return `${name}:`;
    case 'BULLET':
      return `- ${name}`;
    case 'LINE_BREAK':
      return name;
    default:
      return retyped(name, wording, draw);
  }
}
