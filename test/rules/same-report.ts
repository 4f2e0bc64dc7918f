/** Which counts of a school lead to the same report: what a reader who knows the anonymiser must hold possible. */
import type { Counts } from '../../src/rules/counts.ts';
import type { Report } from '../../src/rules/report.ts';
import { codesOf, schemeId, type Scheme } from '../../src/rules/scheme.ts';

/** From counts to the report; what it takes out of them is what a reader can find out. */
export type MakeReport = (counts: Counts) => Report;

/** A school as it was: bit i of a mask stands for the i-th benefit of the scheme. */
export interface Truth {
  /** One mask a child: what it asked about. */
  readonly wishes: readonly number[];
  /** By benefit, at least its pupils. */
  readonly consultations: readonly number[];
  /** Unions of two benefits or more whose distinct pupils the school told. */
  readonly told: readonly number[];
}

/** What is promised of one benefit, and what was found. */
export interface Finding {
  readonly report: Report;
  readonly place: 'pooled' | 'withheld';
  readonly benefit: string;
  /** Numbers of pupils that lead to the report, ascending. */
  readonly possible: readonly number[];
}

export const behind = (wishes: readonly number[], mask: number): number =>
  wishes.filter((wish) => (wish & mask) !== 0).length;

const bits = (mask: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => i).filter((i) => (mask & (1 << i)) !== 0);

/** All unions of two benefits or more. */
export const unionsOf = (benefits: number): number[] =>
  Array.from({ length: 1 << benefits }, (_, mask) => mask).filter((mask) => (mask & (mask - 1)) !== 0);

export function countsOf({ wishes, consultations, told }: Truth, scheme: Scheme, policy: number): Counts {
  const codes = codesOf(scheme);
  return {
    scheme: schemeId(scheme),
    policy,
    counts: Object.fromEntries(
      codes.map((code, i) => [
        code,
        { pupils: behind(wishes, 1 << i), consultations: consultations[i] ?? 0 },
      ]),
    ),
    distinct: told.map((mask) => ({
      benefits: bits(mask, codes.length).map((i) => codes[i]!),
      pupils: behind(wishes, mask),
    })),
  };
}

/**
 * Whether a benefit keeps what is promised: pooled at least k numbers, 0 among them; withheld 1, 2, … k − 1.
 *
 * possible  numbers of pupils that lead to the report
 */
export function isKept({ place, possible }: Pick<Finding, 'place' | 'possible'>, k: number): boolean {
  if (place === 'pooled') return possible.length >= k && possible.includes(0);
  return possible.join() === Array.from({ length: k - 1 }, (_, i) => i + 1).join();
}

/** The benefits of a report that are pooled or withheld. */
export const protectedBenefits = (report: Report): { benefit: string; place: 'pooled' | 'withheld' }[] => [
  ...report.cells.flatMap(({ benefits }) =>
    benefits.length > 1 ? benefits.map((benefit) => ({ benefit, place: 'pooled' as const })) : [],
  ),
  ...report.withheld.map((benefit) => ({ benefit, place: 'withheld' as const })),
];
