/** All that is assumed of the surroundings, in one list: facts in, verdicts out. */
import type { Check, Finding } from './check.ts';
import type { Surroundings } from './facts.ts';
import { HOST_CHECKS } from './host-checks.ts';
import { SERVER_CHECKS } from './server-checks.ts';
import { SERVER_LOG } from './server-log.ts';

export const CHECKS: readonly Check[] = [...SERVER_LOG, ...SERVER_CHECKS, ...HOST_CHECKS];

export interface Verdict extends Finding {
  /** Name of the check. */
  readonly check: string;
}

/** What is to be said, refusals first. */
export function verdicts(facts: Surroundings): readonly Verdict[] {
  const all = CHECKS.flatMap(({ name, judge }) =>
    judge(facts).map((finding) => ({ check: name, ...finding })),
  );
  return [...all.filter(({ level }) => level === 'refuses'), ...all.filter(({ level }) => level === 'warns')];
}
