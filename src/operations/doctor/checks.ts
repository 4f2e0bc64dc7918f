/** All that is assumed of the surroundings, in one list: facts in, verdicts out. */
import { ACCOUNT_CHECKS } from './account-checks.ts';
import { type DoctorCheck, type DoctorFinding, warns } from './check.ts';
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

/** What an operator has to publish (imprint, privacy, accessibility). Of a demo nobody asks for it. */
const OPERATOR_TEXTS: DoctorCheck = {
  name: 'operator-texts',
  judge: ({ declared: { demo, missingTexts = [] } }) =>
    demo || missingTexts.length === 0
      ? []
      : [
          warns(
            `Im Ordner KANON_TEXTS fehlen Texte, die Sie veröffentlichen müssen: ${missingTexts.map((name) => `${name}.de.txt`).join(', ')}. Legen Sie sie dort ab und starten Sie neu.`,
            `The folder KANON_TEXTS lacks texts that you have to publish: ${missingTexts.map((name) => `${name}.de.txt`).join(', ')}. Put them there and start again.`,
          ),
        ],
};

export const DOCTOR_CHECKS: readonly DoctorCheck[] = [
  ...SERVER_LOG,
  ...SERVER_CHECKS,
  ...HOST_CHECKS,
  KEYS,
  ADMINISTRATORS,
  OPERATOR_TEXTS,
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
