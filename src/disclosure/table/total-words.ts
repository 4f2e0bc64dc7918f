/** Words by which tables usually call their sums, German and English. */
import { codeKey } from './code-text.ts';

/** Of a code that begins or ends with one of these it is hard to think of another meaning. */
const PLAIN = new Set([
  ...['insgesamt', 'gesamt', 'gesamtergebnis', 'gesamtsumme', 'gesamtzahl', 'summe', 'summen', 'zusammen'],
  ...['zwischensumme', 'teilsumme', 'total', 'totals', 'subtotal', 'subtotals', 'overall'],
]);
/** These mean a sum where they stand alone. */
const ALONE = new Set([
  ...['alle', 'alles', 'all', 'sum', 'sums', 'any', 'ges', 'ges.', 'insg', 'insg.', 'zus', 'zus.'],
  ...['tot', 'tot.', '_t', 'σ', '∑', 'grand total', 'alle zusammen', 'ohne unterscheidung'],
]);

/**
 * Whether a code is named like a sum, in any case and spelling: the word itself, or the first or the last of
 * several, as in "R1 gesamt" and "Summe R1". "Gesamtschule" is no such name.
 */
export function isNamedLikeTotal(code: string): boolean {
  const key = codeKey(code);
  if (ALONE.has(key)) return true;
  const words = key.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return PLAIN.has(words[0] ?? '') || PLAIN.has(words.at(-1) ?? '');
}
