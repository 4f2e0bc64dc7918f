/** The two languages in which Kanon speaks to people, and which of them somebody asks for over HTTP. */

export const LANGUAGES = ['de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One sentence for people, in both. */
export type InBoth = Readonly<Record<Language, string>>;

/** Of a request that asks for neither language: the one that programs are written against. */
const USUAL: Language = 'en';

/** A language range with its weight: `de-DE;q=0.8`, `*`. RFC 9110, 12.4.2 and 12.5.4. */
const RANGE = /^\s*(\*|[a-z]{1,8}(?:-[a-z0-9]{1,8})*)\s*(?:;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/i;

/**
 * The language that an Accept-Language header weighs most (RFC 9110, 12.5.4; basic filtering of RFC 4647).
 *
 * header   as it came; what cannot be read in it is passed over
 * returns  English where neither is wanted; of two that weigh alike the one that is named first
 */
export function languageIn(header: string | undefined): Language {
  const weights = new Map<string, number>();
  for (const part of (header ?? '').slice(0, LONGEST).split(',')) {
    const [, range, weight = '1'] = RANGE.exec(part) ?? [];
    const language = range?.toLowerCase().split('-')[0];
    // `de-AT, de;q=0.5`: whoever reads one German reads ours.
    if (language !== undefined) weights.set(language, Math.max(weights.get(language) ?? 0, Number(weight)));
  }
  const others = weights.get('*') ?? 0;
  const named = [...weights.keys()].filter(isOurs);
  const ranked = [...named, ...[USUAL, ...LANGUAGES].filter((language) => !weights.has(language))]
    .map((language) => ({ language, weight: weights.get(language) ?? others }))
    .sort((a, b) => b.weight - a.weight);
  return ranked[0] !== undefined && ranked[0].weight > 0 ? ranked[0].language : USUAL;
}

/** Characters of a header that are looked at; a browser sends some fifty. */
const LONGEST = 500;

const isOurs = (language: string): language is Language =>
  (LANGUAGES as readonly string[]).includes(language);
