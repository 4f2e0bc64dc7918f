/** A school as the rules know it: its official number. */

/** Official number of a school, six digits. */
export type SchoolNumber = string & { readonly is: 'SchoolNumber' };

/** The number that the text spells, or undefined where it is none. */
export const parseSchoolNumber = (text: string): SchoolNumber | undefined =>
  /^\d{6}$/.test(text) ? (text as SchoolNumber) : undefined;

/** The number that a text of ours spells. Throws RangeError where it spells none. */
export function schoolNumber(text: string): SchoolNumber {
  const number = parseSchoolNumber(text);
  if (number === undefined) throw new RangeError('This text spells no school number.');
  return number;
}
