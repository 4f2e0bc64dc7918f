/** Anonymiser 2: all benefits below k stand in one pool, true zeros among them, or none of them in any. */
import type { Counted, Counts, SoundCounts } from './counts.ts';
import { mayBePool } from './derivable.ts';
import type { PooledReport } from './loss.ts';
import { isBelowThreshold, type Policy } from './policy.ts';
import { codesOf, inSchemeOrder, schemeId, type BenefitScheme } from './scheme.ts';
import { COUNT_MAX } from './shape.ts';

/**
 * The report in which nothing of a benefit below k decides where it stands.
 *
 * Let S be all benefits below k, true zeros among them, and n the number of distinct pupils behind all of S,
 * if the school told it. What is not in S stands alone. S is one pool if n is told and
 * k ≤ n ≤ (k − 1) · (|S| − 1); else what somebody asked about is withheld, and the rest is `none`. So of S only
 * two things count: whether n is told, and n, which a pool stores in any case.
 *
 * What a reader who knows the rule, and even which unions a school told, must still hold possible:
 * - **In a pool** each member has 0, 1, … k − 1 pupils. Proof: let the member have v. The other |S| − 1, each
 *   below k, can have n − v together, for n − v ≤ n ≤ (k − 1) · (|S| − 1): n children, each about one benefit. The
 *   pool's consultations are n or more; one goes to each child, and what is left to any of them. That school has
 *   the same S, n and consultations, and so the same report.
 * - **Withheld** is each of 1, 2, … k − 1. Proof: let the benefit have v pupils, and let every other withheld one
 *   stand for some of the same children. Then n < k, whatever is told, so the report is the same.
 *
 * No rule with pools of benefits below k alone withholds less: where a part T of S can be a pool, so can S, for
 * k ≤ d(T) ≤ n ≤ d(T) + (k − 1) · (|S| − |T|) ≤ (k − 1) · (|S| − 1).
 *
 * `told` is by name, zeros included: were a union of the non-zeros enough, whether n is told would hang on them.
 */
export function onePoolReport(sound: SoundCounts, scheme: BenefitScheme, policy: Policy): PooledReport {
  const { asked, zeros, told } = sound;
  const small = asked.filter((benefit) => isBelowThreshold(benefit.pupils, policy));
  const large = asked.filter((benefit) => !isBelowThreshold(benefit.pupils, policy));
  const union = smallBenefits(sound, scheme, policy);
  const pupils = told.get(union.join());
  const consultations = consultationsOf(small);
  const isPool =
    pupils !== undefined && mayBePool(union.length, pupils, policy.k) && consultations <= COUNT_MAX;
  const cells = [
    ...large.map(({ code, pupils: own, consultations: talks }) => ({
      benefits: [code],
      pupils: own,
      consultations: talks,
    })),
    ...(isPool ? [{ benefits: union, pupils, consultations }] : []),
  ];
  // In scheme order of their first benefit, so that their order says nothing about the counts.
  const place = ({ benefits }: { benefits: readonly string[] }) => codesOf(scheme).indexOf(benefits[0] ?? '');
  const lost = { pooled: isPool ? consultations : 0, withheld: isPool ? 0 : consultations };
  return {
    report: {
      scheme: schemeId(scheme),
      policy: policy.number,
      cells: cells.sort((a, b) => place(a) - place(b)),
      none: isPool ? [] : zeros.map((zero) => zero.code),
      withheld: isPool ? [] : small.map((benefit) => benefit.code),
    },
    loss: {
      itemised: consultationsOf(large),
      ...lost,
      cost: lost.pooled + policy.poolingWeight * lost.withheld,
    },
    wouldHelp: pupils === undefined && couldBePool(sound, small, union.length, policy) ? [union] : [],
  };
}

/**
 * The counts with the one union that the anonymiser of the policy can use, as far as they tell it: a page or a
 * file need not hold the other 119 of seven benefits. Under anonymiser 1 any of them may be of use.
 */
export function withUsefulUnions(counts: Counts, scheme: BenefitScheme, policy: Policy): Counts {
  if (policy.anonymiser === 1) return counts;
  const small = codesOf(scheme).filter((code) => isBelowThreshold(counts.counts[code]?.pupils ?? 0, policy));
  const distinct = (counts.distinct ?? []).filter(
    ({ benefits }) => inSchemeOrder(scheme, benefits).join() === small.join(),
  );
  return { ...counts, distinct };
}

/** The benefits below k, zeros among them, in scheme order: the only union that is ever asked for. */
const smallBenefits = ({ asked, zeros }: SoundCounts, scheme: BenefitScheme, policy: Policy): string[] =>
  inSchemeOrder(
    scheme,
    [...asked, ...zeros].filter(({ pupils }) => isBelowThreshold(pupils, policy)).map(({ code }) => code),
  );

/** Whether some number that fits what is told would make the pool; where none does, asking changes nothing. */
function couldBePool(
  { asked, bounds: { least, most } }: SoundCounts,
  small: readonly Counted[],
  members: number,
  { k }: Policy,
): boolean {
  const mask = asked.reduce((all, benefit, i) => (small.includes(benefit) ? all | (1 << i) : all), 0);
  for (let n = Math.max(k, least[mask] ?? 0); n <= (most[mask] ?? 0); n++)
    if (mayBePool(members, n, k)) return true;
  return false;
}

const consultationsOf = (benefits: readonly Counted[]): number =>
  benefits.reduce((sum, benefit) => sum + benefit.consultations, 0);
