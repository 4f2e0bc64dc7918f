/**
 * How many tries a password takes of somebody who begins with the words and passwords that people use: German and English
 * words, names, and passwords that were found elsewhere, the most frequent first.
 *
 * source  the lists of zxcvbn-ts (MIT); its estimate itself takes seconds for some texts, in the thread that answers everybody
 */

/** What the packages call their lists, each a list of words. */
type Lists = Readonly<Record<string, readonly (string | number)[]>>;

/** Letters of the longest word that is looked for. */
const LONGEST = 24;
/** What people write for a letter. */
const LIKE: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
/** Decimal digits of the number of tries: of a year, of a digit, of any other character, of one more part. */
const [YEAR, DIGIT, OTHER, PART] = [2.2, 1, 1.5, 0.3];

let ranks: Promise<ReadonlyMap<string, number>> | undefined;

/** Decimal digits of the number of tries, about; `own` are words of the account, which are tried first. Linear in its length. */
export async function triesFor(password: string, own: readonly string[]): Promise<number> {
  // Loaded by the first who sets a password, since the lists are large.
  ranks ??= readRanks();
  const known = await ranks;
  const mine = new Set(own.map((word) => word.toLowerCase()));
  const rankOf = (word: string): number | undefined => (mine.has(word) ? 1 : known.get(word));
  const text = password.normalize('NFC').toLowerCase();
  return Math.min(cheapest(text, rankOf), cheapest(onceOf(text), rankOf) + PART);
}

/** What is said over and over stands there once. */
const onceOf = (text: string): string =>
  text.replaceAll(/(.{2,24}?)\1+/gu, '$1').replaceAll(/(.)\1{2,}/gu, '$1');

const unmasked = (text: string): string => Array.from(text, (letter) => LIKE[letter] ?? letter).join('');

/** The way through the text, from word to word, that takes the fewest tries. */
function cheapest(text: string, rankOf: (word: string) => number | undefined): number {
  const best = [0];
  for (let end = 1; end <= text.length; end += 1) {
    let least = (best[end - 1] ?? 0) + (/\d/.test(text[end - 1] ?? '') ? DIGIT : OTHER);
    for (let start = Math.max(0, end - LONGEST); start <= end - 3; start += 1) {
      const part = text.slice(start, end);
      const rank = rankOf(part) ?? rankOf(unmasked(part));
      const tries =
        rank === undefined ? (/^(19|20)\d\d$/.test(part) ? YEAR : Infinity) : Math.log10(rank + 1);
      least = Math.min(least, (best[start] ?? 0) + tries + PART);
    }
    best.push(least);
  }
  return best.at(-1) ?? 0;
}

async function readRanks(): Promise<ReadonlyMap<string, number>> {
  const packages = await Promise.all([
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-de'),
    import('@zxcvbn-ts/language-en'),
  ]);
  const found = new Map<string, number>();
  for (const { dictionary } of packages)
    for (const list of Object.values(dictionary as unknown as Lists))
      for (const [at, word] of list.entries()) {
        const text = String(word).toLowerCase();
        found.set(text, Math.min(at + 1, found.get(text) ?? Infinity));
      }
  return found;
}
