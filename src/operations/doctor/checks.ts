/** All that is assumed of the surroundings, in one list: facts in, verdicts out. */
import { ACCOUNT_CHECKS } from './account-checks.ts';
import type { DoctorCheck, DoctorFinding } from './check.ts';
import type { Surroundings } from './facts.ts';
import { ENOUGH_ADMINISTRATORS, tooFewAdministrators } from '../start-words.ts';
import { HOST_CHECKS } from './host-checks.ts';
import { SERVER_CHECKS } from './server-checks.ts';
import { SERVER_LOG } from './server-log.ts';

/** Where one of three is ill or gone, two are left. Those of a demo are invented. */
const ADMINISTRATORS: DoctorCheck = {
  name: 'administrators',
  judge: ({ administrators = Infinity, declared }) =>
    administrators < ENOUGH_ADMINISTRATORS && !declared.demo
      ? [{ level: 'warns', said: tooFewAdministrators(administrators) }]
      : [],
};

/** As `SameKeys` found it at a start. */
const KEYS: DoctorCheck = {
  name: 'keys',
  judge: ({ otherKeys }) => (otherKeys ? [{ level: 'refuses', said: otherKeys }] : []),
};

export const DOCTOR_CHECKS: readonly DoctorCheck[] = [
  ...SERVER_LOG,
  ...SERVER_CHECKS,
  ...HOST_CHECKS,
  KEYS,
  ADMINISTRATORS,
  ...ACCOUNT_CHECKS,
];

export interface DoctorVerdict extends DoctorFinding {
  /** Name of the check. */
  readonly check: string;
}

/** What is to be said: refusals first, what nobody knows last. */
export function verdicts(facts: Surroundings): readonly DoctorVerdict[] {
  const all = DOCTOR_CHECKS.flatMap(({ name, judge }) =>
    judge(facts).map((finding) => ({ check: name, ...finding })),
  );
  return (['refuses', 'warns', 'unknown'] as const).flatMap((of) => all.filter(({ level }) => level === of));
}
