/** Text compared as people read it: what cannot be seen on a screen makes no difference between two names. */

/** Not drawn at all: Default_Ignorable_Code_Point of Unicode, other format characters, and control characters. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|(?!\s)\p{Cc}/gu;
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/**
 * The text as it looks: composed (NFC), without invisible characters, each white space (also one that does not break)
 * as one blank and none at the ends. Codes of a table and names are kept and compared so.
 */
export const asRead = (text: string): string =>
  PLAIN.test(text) ? text : text.normalize('NFC').replaceAll(UNSEEN, '').replaceAll(/\s+/gu, ' ').trim();

const APOSTROPHES = /[\u2018\u2019\u201b\u2032\u02b9\u02bb\u02bc\u02c8`\u00b4\uff07]/gu;
const QUOTES = /[\u201c-\u201f\u2033\u00ab\u00bb]/gu;
const DASHES = /[\p{Pd}\u2212\u2043\u02d7]/gu;

/**
 * As `asRead`, and besides without case, width, or kind of dash, apostrophe and quotation mark: NFKC, folded. Two texts
 * that differ only in these are read as one word.
 */
export function folded(text: string): string {
  // Before NFKC, which takes an acute accent apart.
  const marks = text.replaceAll(DASHES, '-').replaceAll(APOSTROPHES, "'").replaceAll(QUOTES, '"');
  const wide = asRead(asRead(marks).normalize('NFKC'));
  // Lower, upper, lower: ß, ẞ and ss become one; a dotted I keeps no dot; a final sigma is a sigma.
  const lower = wide.toLowerCase().toUpperCase().toLowerCase();
  return asRead(lower.replaceAll('i\u0307', 'i').replaceAll('ς', 'σ').replaceAll(DASHES, '-'));
}

/** The name of a column, compared without case. */
export const nameKey = (name: string): string => folded(name);
