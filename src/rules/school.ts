/** A school as the rules know it: its official number and how many pupils are on its roll. */

/** Official number of a school, six digits. */
export type SchoolNumber = string & { readonly is: 'SchoolNumber' };

export const parseSchoolNumber = (text: string): SchoolNumber | undefined =>
  /^\d{6}$/.test(text) ? (text as SchoolNumber) : undefined;
