/**
 * How a syllable may begin. Loans and names of the highlands ('Kon Tum', 'Đắk Lắk', 'Krông') are written with some
 * beginnings and ends that the older language does not have; those of place names are in.
 */
const ONSETS: ReadonlySet<string> = new Set(
  ' b c ch d đ g gh gi h k kh kr l m n ng ngh nh p ph qu r s t th tr v x'.split(' '),
);

/** How a syllable may end, from its first vowel on, without tone. */
const RIMES = `
a ac ach ai ak am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âk âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch ên ênh êm êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi ok om on ong ooc oong op ot
ô ôc ôi ôk ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uc ui uk um un ung up ut uâng uân uât uây uê uêch uênh uôc uôi uôm uôn uông uôt uơ
uy uya uych uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
y ych yêm yên yêng yêt yêu ynh yt
`
  .trim()
  .split(/\s+/);

const MARKED_VOWELS = 'ăâêôơư';
const VOWELS = `aeiouy${MARKED_VOWELS}`;
/** Grave, hook above, tilde, acute, dot below. */
const TONES = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
/** A syllable that ends in a stop carries one of these two. */
const STOP_TONES = ['\u0301', '\u0323'];
const STOP = /(?:[cptk]|ch)$/;
const FRONT_VOWEL = /^[ieêy]/;
const AFTER_QU = /^[aăâeêiyôơ]/;
const ONLY_AFTER_QU: ReadonlySet<string> = new Set(['ych', 'ynh', 'yt']);
/** Highland names often go without their tone: 'Đăk Lăk'. */
const TONE_OPTIONAL = /k$/;

/** Every rime with every tone it can carry, in NFC, to the rime without tone. */
const TONED_RIMES: ReadonlyMap<string, string> = new Map(
  RIMES.flatMap((rime) => tonedSpellings(rime).map((spelling) => [spelling, rime] as const)),
);

function tonedSpellings(rime: string): string[] {
  const stop = STOP.test(rime);
  const level = stop && !TONE_OPTIONAL.test(rime) ? [] : [rime];
  const toned = (stop ? STOP_TONES : TONES).flatMap((tone) =>
    tonePlaces(rime).map((at) => `${rime.slice(0, at + 1)}${tone}${rime.slice(at + 1)}`.normalize('NFC')),
  );
  return [...level, ...toned];
}

/** Indices of the vowel that may carry the tone: two in the open oa, oe, uy, which are spelt both ways. */
function tonePlaces(rime: string): number[] {
  const marked = Math.max(...Array.from(MARKED_VOWELS, (vowel) => rime.lastIndexOf(vowel)));
  if (marked >= 0) return [marked];
  const vowels = Array.from(rime).filter((letter) => VOWELS.includes(letter)).length;
  if (vowels === 1) return [0];
  if (vowels === 3 || vowels < rime.length) return [1];
  return ['oa', 'oe', 'uy'].includes(rime) ? [0, 1] : [0];
}

const LONGEST_ONSET = 3;

/**
 * Whether a word is one Vietnamese syllable as spelt: a beginning, an end and a tone that go together, the tone over the
 * right vowel, in either case and form of Unicode. Says nothing of whether the syllable means something.
 */
export function isVietnameseSyllable(word: string): boolean {
  const letters = word.normalize('NFC').toLowerCase();
  for (let length = Math.min(LONGEST_ONSET, letters.length); length >= 0; length--) {
    const onset = letters.slice(0, length);
    if (!ONSETS.has(onset)) continue;
    const rime = TONED_RIMES.get(letters.slice(length));
    if (rime !== undefined && goTogether(onset, rime)) return true;
  }
  return false;
}

/** The rules of spelling: c/k, g/gh and ng/ngh by the vowel that follows; 'gì' is g and i. */
function goTogether(onset: string, rime: string): boolean {
  const front = FRONT_VOWEL.test(rime);
  switch (onset) {
    case 'qu':
      return AFTER_QU.test(rime);
    case 'c':
    case 'ng':
      return !front;
    case 'g':
      return !front || rime.startsWith('i');
    case 'gh':
    case 'ngh':
      return front;
    default:
      return !ONLY_AFTER_QU.has(rime) && (onset === '' || !rime.startsWith('yê'));
  }
}
