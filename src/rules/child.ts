/** When two pseudonyms are one child: a tally list is kept by hand, by several people and on several devices. */
import { asRead, folded } from './sheet/as-read.ts';

/** Words that say no more than that a pseudonym follows. */
const TITLE =
  /^(?:kind|child|schülerin|schüler|schuelerin|schueler|pupil|student|nummer|number|nr|no)(?!\p{L})[^\p{L}\p{N}]*(?=[\p{L}\p{N}])/u;
/** What people put between the parts of a pseudonym, or do not. */
const BETWEEN = /[\s\-_.,:;/\\|]+/gu;

/**
 * Equal for two spellings that look like one child. Besides what `folded` makes equal: zeros in front of a number and
 * `.0` behind it, blanks and signs between parts (but those between two digits: `1-1` is not `11`), and a word such as
 * `Kind` in front. To take two children for one counts too few, which protects; the other way round one child could
 * pass for k. Letters of other alphabets that look alike are not made equal.
 */
export function childKey(pseudonym: string): string {
  const whole = folded(pseudonym);
  let rest = whole;
  for (let title = TITLE.exec(rest); title; title = TITLE.exec(rest)) rest = rest.slice(title[0].length);
  const key = rest
    .replace(/^(\d+)[.,]0+$/, '$1')
    .replaceAll(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, ''))
    .replaceAll(BETWEEN, (_, at: number, all: string) => (isBetweenDigits(all, at) ? '-' : ''));
  return key || whole || asRead(pseudonym);
}

const isBetweenDigits = (text: string, at: number): boolean =>
  /^\d$/.test(text[at - 1] ?? '') && /^[\s\-_.,:;/\\|]+\d/u.test(text.slice(at, at + 80));
