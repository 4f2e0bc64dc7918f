/** What is unusual about a freeze, and is done only where somebody says that it is meant so. */
import { problems } from '../foundation/problem.ts';
import type { ProblemFinding } from '../foundation/problem-shape.ts';
import type { Completeness, PeriodProgress } from '../reference/period-progress.ts';

export const UNUSUAL = ['not-over', 'incomplete'] as const;
export type Unusual = (typeof UNUSUAL)[number];

/** Share of the expected schools of which a report is in before a period is usually frozen. */
const EXPECTED_SHARE = 0.8;

/** Days are compared where the schools are; the last one counts whole. */
export function unusualOf(
  { today, closesOn }: Pick<PeriodProgress, 'today' | 'closesOn'>,
  { expected, reported }: Completeness,
): Unusual[] {
  return [
    ...(today <= closesOn ? (['not-over'] as const) : []),
    ...(reported < EXPECTED_SHARE * expected || expected === 0 ? (['incomplete'] as const) : []),
  ];
}

const REASONS: Readonly<Record<Unusual, ProblemFinding['reason']>> = {
  'not-over': {
    de: 'Der letzte Tag für Meldungen ist noch nicht vorbei.',
    en: 'The last day for reports is not over.',
  },
  incomplete: {
    de: `Weniger als ${EXPECTED_SHARE * 100} % der erwarteten Schulen haben gemeldet.`,
    en: `Fewer than ${EXPECTED_SHARE * 100} % of the expected schools have reported.`,
  },
};

/** Throws freeze-unconfirmed where something is unusual that nobody confirmed, with all that is. */
export function confirmed(unusual: readonly Unusual[], confirm: readonly Unusual[]): void {
  if (unusual.every((rule) => confirm.includes(rule))) return;
  throw problems.freezeUnconfirmed(
    unusual.map((rule) => ({ rule, pointer: '/confirm', reason: REASONS[rule] })),
  );
}
