/** Invented schools whose children are known, and which told all unions, none or some. */
import { codesOf } from '../../src/rules/scheme.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { type Truth, behind, unionsOf } from './same-report.ts';

export const KNOWLEDGE = ['all', 'none', 'some'] as const;

/** How likely a child asks about each benefit, in scheme order; as rare and as frequent as `simulateSchool` has them. */
const CHANCES = [0.05, 0.15, 0.1, 0.05, 0.4, 0.35, 0.15];

/** A school of so many counselled children. With some unions told, the one of all benefits below k is among them or not. */
export function inventTruth(
  rng: () => number,
  children: number,
  knows: (typeof KNOWLEDGE)[number],
  k: number,
): Truth {
  const benefits = codesOf(BUT_COUNSELLING_1).map((_, i) => i);
  const consultations = benefits.map(() => 0);
  const wishes = Array.from({ length: children }, () => {
    let wish = 0;
    while (wish === 0) for (const i of benefits) if (rng() < CHANCES[i]!) wish |= 1 << i;
    return wish;
  });
  // One talk or more; a school in two has hardly any second one, where reports tell most.
  const again = rng() < 0.5 ? 0.4 : 0.05;
  for (const i of benefits)
    for (let pupil = behind(wishes, 1 << i); pupil > 0; pupil--) {
      do consultations[i]!++;
      while (rng() < again);
    }
  const all = unionsOf(benefits.length);
  if (knows !== 'some') return { wishes, consultations, told: knows === 'all' ? all : [] };
  const small = benefits.reduce((mask, i) => (behind(wishes, 1 << i) < k ? mask | (1 << i) : mask), 0);
  const chance = rng();
  const asks = rng() < 0.5;
  return {
    wishes,
    consultations,
    told: all.filter((union) => (union === small ? asks : rng() < chance)),
  };
}
