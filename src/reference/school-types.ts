/** Keys of school types (Schulform) in the ministry's list, and the names that the directory of schools gives them. */

/**
 * The directory of the statistical office says less than the key list: all Waldorf schools are one type, and schools
 * for the sick are among the special schools. Both lists must give a school the same type, so its names stand here.
 */
const NAMES: Readonly<Record<string, string>> = {
  '02': 'Grundschule',
  '04': 'Hauptschule',
  '06': 'Volksschule',
  '08': 'Förderschule Grund-/Hauptschule',
  '10': 'Realschule',
  '13': 'PRIMUS-Schule',
  '14': 'Sekundarschule',
  '15': 'Gesamtschule',
  '16': 'Gemeinschaftsschule',
  '17': 'Freie Waldorfschule',
  '18': 'Freie Waldorfschule',
  '19': 'Freie Waldorfschule',
  '20': 'Gymnasium',
  '25': 'Weiterbildungskolleg',
  '30': 'Berufskolleg',
  '83': 'Förderschule Grund-/Hauptschule',
  '85': 'Förderschule Realschule/Gymnasium',
  '87': 'Förderschule Realschule/Gymnasium',
  '88': 'Förderschule Berufskolleg',
};

/** `0A` and its like are offices of school administration; `81` is a place where pupils of other schools learn. */
const NO_SCHOOL = /^(?:0[A-Z]|81)$/;

/** What a cell says of the type of a school: a name of its own, or a key of the list. */
export function schoolType(
  text: string,
): { readonly type: string } | 'no-school' | 'zero-lost' | 'unknown-key' {
  const key = text.toUpperCase();
  if (NO_SCHOOL.test(key)) return 'no-school';
  if (/^\d$/.test(key) && NAMES[`0${key}`] !== undefined) return 'zero-lost';
  if (!/^\d[\dA-Z]$/.test(key)) return { type: text };
  const type = NAMES[key];
  return type === undefined ? 'unknown-key' : { type };
}
