/** Why a period cannot be opened: the length is not the scheme's, the scheme is not in force, or another scheme counts the same. */
import type { InBoth } from '../foundation/language.ts';
import { type PeriodKey, appliesTo, firstDay, frequencyOf, lastDay } from '../rules/period.ts';
import { type Scheme, countTheSame, schemeId } from '../rules/scheme.ts';
import { FREQUENCY_IN_GERMAN } from './collection-period.ts';

interface Collected {
  readonly key: PeriodKey;
  readonly scheme: Scheme;
}

/**
 * What stands in the way of a new period; undefined where nothing does.
 *
 * **One consultation belongs to one scheme.** A period of another scheme that shares days and benefits counts the same
 * talks once more, and the two tables side by side give away what each of them hides. That holds in whatever state
 * the other period is, and for the whole Land: a school is expected in every period unless its list says otherwise.
 *
 * others   every period that there is
 */
export function obstacleTo({ key, scheme }: Collected, others: readonly Collected[]): InBoth | undefined {
  const name = schemeId(scheme);
  if (frequencyOf(key) !== scheme.frequency)
    return {
      de: `Das Schema ${name} wird je ${FREQUENCY_IN_GERMAN[scheme.frequency]} erhoben.`,
      en: `The scheme ${name} is collected by ${scheme.frequency}.`,
    };
  if (!appliesTo(scheme, key))
    return {
      de: `Das Schema ${name} gilt am ersten Tag von ${key} nicht.`,
      en: `The scheme ${name} is not in force on the first day of ${key}.`,
    };
  const rival = others.find(
    (other) => other.key !== key && shareDays(other.key, key) && countTheSame(other.scheme, scheme),
  );
  return (
    rival && {
      de: `Beratungen aus ${key} zählt schon der Zeitraum ${rival.key} nach dem Schema ${schemeId(rival.scheme)}; jede Beratung gehört zu genau einem Schema.`,
      en: `The period ${rival.key} of the scheme ${schemeId(rival.scheme)} already counts consultations of ${key}; each consultation belongs to one scheme.`,
    }
  );
}

const shareDays = (one: PeriodKey, other: PeriodKey): boolean =>
  firstDay(one) <= lastDay(other) && firstDay(other) <= lastDay(one);
