/** What a frozen period reads of the schools stays as it is until its release is out. */
import type { PeriodKey } from '../rules/period.ts';
import { type School, isActive } from './reference.ts';

/** A period of which a release may be in the making. */
export interface FrozenPeriod {
  readonly key: PeriodKey;
  /** Schools that reported in it; some may have ended before it since. */
  readonly reported: ReadonlySet<string>;
}

/**
 * Whether the change must wait: the school belongs to a frozen period, by its days or by its report, and would have
 * another region or type there, or be no longer (or newly) a school of its days. An end after the period is no such
 * change; nor is a name or roll, which no release reads. A released period holds nothing: its release is a copy.
 */
export const mustWait = (before: School, next: School, frozen: readonly FrozenPeriod[]): boolean =>
  frozen.some(({ key, reported }) => {
    const belonged = isActive(before, key);
    if (!belonged && !reported.has(before.number)) return false;
    return before.region !== next.region || before.type !== next.type || belonged !== isActive(next, key);
  });
