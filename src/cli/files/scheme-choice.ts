/** Which scheme a command counts under: the one that --scheme names, that the sheet is for, or that fits the period; never one by default. */
import type { PeriodKey } from '../../rules/period.ts';
import { type Scheme, schemeId } from '../../rules/scheme.ts';
import { schemeNamedIn, schemesThatRead } from '../../rules/scheme-of-sheet.ts';
import { schemeOf, SCHEMES, schemesFor } from '../../rules/schemes/registry.ts';
import { Failure } from '../terminal/failure.ts';
import { Usage } from '../terminal/usage.ts';
import type { Desk } from '../words/words.ts';

/** The scheme of that name. Throws Usage where there is none, with those that there are. */
export function schemeNamed(name: string, { words }: Desk): Scheme {
  const scheme = schemeOf(name);
  if (!scheme) throw new Usage(words.noSuchScheme(namesOf(SCHEMES)));
  return scheme;
}

/**
 * The scheme of a tally sheet: that of the option, of a remark in the sheet, or the only one that knows its benefits.
 *
 * throws  Usage where several do; a Failure where the remark names one that this program does not know
 */
export function schemeForSheet(bytes: Uint8Array, option: string | undefined, desk: Desk): Scheme {
  if (option !== undefined) return schemeNamed(option, desk);
  const remark = schemeNamedIn(bytes);
  if (remark !== undefined) {
    const scheme = schemeOf(remark);
    if (!scheme) throw new Failure([desk.words.schemeUnknown]);
    return scheme;
  }
  const fitting = schemesThatRead(bytes);
  // Where none reads it, the faults under the first are told: they are the same under all, but for benefits.
  const [first = SCHEMES[0], ...more] = fitting;
  if (!first || more.length > 0) throw new Usage(desk.words.whichScheme(namesOf(fitting)));
  return first;
}

/** The scheme of a new period: that of the option, or the only one of its length that is in force. Throws Usage where there are several, or none. */
export function schemeForPeriod(period: PeriodKey, option: string | undefined, desk: Desk): Scheme {
  if (option !== undefined) return schemeNamed(option, desk);
  const fitting = schemesFor(period);
  const [first, ...more] = fitting;
  if (!first) throw new Usage(desk.words.noSchemeFor(period, namesOf(SCHEMES)));
  if (more.length > 0) throw new Usage(desk.words.whichScheme(namesOf(fitting)));
  return first;
}

const namesOf = (schemes: readonly Scheme[]): string => schemes.map(schemeId).join(', ');
