/** Zero-width characters and the soft hyphen: invisible, and they keep letters and their marks apart. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const WHITE_SPACE = /\s+/g;
const DOUBLE_QUOTES = /[“”„‟«»″]/g;
const SINGLE_QUOTES = /[‘’‚‛′`´]/g;
const DASHES = /[‐‑‒–—―−﹘﹣－]/g;
const MARKS = /\p{M}/gu;

/**
 * Text as the hub stores it: NFC, invisible characters removed, every run of white space (no-break and narrow no-break
 * spaces, tabs, line ends) one plain space, none at the ends. Letters, case, quotes and dashes stay as they were.
 */
export function normalise(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFC').replace(WHITE_SPACE, ' ').trim();
}

function plainPunctuation(text: string): string {
  return text.replace(DOUBLE_QUOTES, '"').replace(SINGLE_QUOTES, "'").replace(DASHES, '-');
}

/**
 * Text for searching and loose matching: `normalise`d, without any mark ('Đắk Lắk' becomes 'dak lak'), lower case, plain
 * quotes and dashes. Different names may fold to one: 'Thanh An' and 'Thạnh An'.
 */
export function fold(text: string): string {
  // Marks go before case: 'İ' in lower case would bring a new one. 'đ' has no decomposition.
  const bare = normalise(text).normalize('NFD').replace(MARKS, '').toLowerCase();
  return plainPunctuation(bare).replaceAll('đ', 'd').replace(WHITE_SPACE, ' ').trim();
}

/** Combining grave, acute, tilde, hook above and dot below: the five written tones. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** A syllable without its tone: consonants before ('qu' and 'gi' before a vowel count as such), vowels, consonants after. */
const SYLLABLE =
  /^(qu(?=[aăâeêioôơuưy])|gi(?=[aăâeêioôơuưy])|[bcdđghklmnpqrstvxfjwz]*)([aăâeêioôơuưy]{1,3})([bcdđghklmnpqrstvx]*)$/u;
const MARKED_VOWEL = /[ăâêôơư]/u;

/**
 * Text for exact matching: `normalise`d, lower case, plain quotes and dashes, and one spelling of where the tone stands
 * (hoà and hòa, thuý and thúy, uỷ and ủy are one; misplaced tones as in 'qúy' are put right). All marks stay, so
 * 'Thanh An' and 'Thạnh An' differ; so do i and y ('kĩ', 'kỹ'). The spelling is the older one of official lists: hòa.
 */
export function toneNormal(text: string): string {
  const known = recent.get(text);
  if (known !== undefined) return known;
  const plain = plainPunctuation(normalise(text).toLowerCase().normalize('NFC')).replace(/[\p{L}\p{M}]+/gu, placed);
  if (recent.size >= MOST_RECENT) recent.clear();
  recent.set(text, plain);
  return plain;
}

/** A label is asked for several times in a row, by whatever looks at it. */
const recent = new Map<string, string>();
const MOST_RECENT = 200;
/** Vietnamese has some seven thousand syllables. */
const syllables = new Map<string, string>();
const MOST_SYLLABLES = 10_000;

function placed(word: string): string {
  const known = syllables.get(word);
  if (known !== undefined) return known;
  const right = placeTone(word);
  if (syllables.size < MOST_SYLLABLES) syllables.set(word, right);
  return right;
}

function placeTone(word: string): string {
  const decomposed = word.normalize('NFD');
  const tones = decomposed.match(TONE) ?? [];
  const [tone] = tones;
  if (tone === undefined || tones.length > 1) return word;
  const match = SYLLABLE.exec(decomposed.replace(TONE, '').normalize('NFC'));
  if (match === null) return word;
  const [, before = '', vowels = '', after = ''] = match;
  const at = tonePosition(vowels, after);
  return `${before}${vowels.slice(0, at + 1)}${tone}${vowels.slice(at + 1)}${after}`.normalize('NFC');
}

/** Index of the vowel that carries the tone: the (last) one with a mark of its own, else by the shape of the syllable. */
function tonePosition(vowels: string, after: string): number {
  for (let i = vowels.length - 1; i >= 0; i--) if (MARKED_VOWEL.test(vowels.charAt(i))) return i;
  return vowels.length === 3 || (vowels.length === 2 && after !== '') ? 1 : 0;
}
