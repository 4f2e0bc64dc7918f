/** What an act is about, as one line of text: `first=2026-10-01 office="Erfundenes Amt"`. */

/** Words by name, in the order in which they are to be read; undefined ones are left out. */
export type ObjectWords = Readonly<Record<string, string | number | boolean | Date | undefined>>;

/** What stands in a line as it is. */
const PLAIN = /^[A-Za-z0-9._:/+-]+$/;

/**
 * The words with a blank between them, each `name=value`; null where there are none. A moment is written as in RFC 3339,
 * and a value of other characters than letters, digits and `._:/+-` as a JSON string: so no value can pass for a word.
 */
export function objectText(words: ObjectWords): string | null {
  const texts = Object.entries(words).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${valueText(value)}`],
  );
  return texts.length > 0 ? texts.join(' ') : null;
}

function valueText(value: string | number | boolean | Date): string {
  const text = value instanceof Date ? value.toISOString() : String(value);
  return PLAIN.test(text) ? text : JSON.stringify(text).replaceAll(UNSEEN, escaped);
}

/** Marks that turn or break a line of text unseen. */
const UNSEEN = /[\p{Cf}\p{Zl}\p{Zp}]/gu;

const escaped = (mark: string): string =>
  Array.from(
    { length: mark.length },
    (_, i) => `\\u${mark.charCodeAt(i).toString(16).padStart(4, '0')}`,
  ).join('');
