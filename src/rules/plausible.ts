/** The rule `plausible`: what cannot be is refused, and what hardly can be is asked back before it is stored. */
import { finding, type Finding } from './finding.ts';
import type { Policy } from './policy.ts';
import type { Cell, Report } from './report.ts';
import type { BenefitScheme } from './scheme.ts';

export interface PlausibleContext {
  readonly scheme: BenefitScheme;
  readonly policy: Policy;
  /** Pupils on the roll, published rounded to 5, or null where unknown. */
  readonly roll: number | null;
  /** Consultations of all cells of the school's last report; null or absent where there is none or nobody looked. */
  readonly last?: number | null;
}

/** The published roll is rounded to 5, so it may be 2 too low. */
const ROLL_ROUNDING = 2;
/** Consultations a pupil in one cell: above the first somebody has to say that it is so, above the second it is refused. */
const MANY_PER_PUPIL = 40;
const MOST_PER_PUPIL = 200;
/** A report with more than so many times the consultations of the last one is asked back. */
const TIMES_THE_LAST = 10;
/** A roll may be years old, and a school may have grown since. */
const mostPupils = (roll: number): number => 2 * roll + 20;

const REASONS = {
  consultations: {
    de: 'Hier stehen weniger Beratungen als beratene Schülerinnen und Schüler.',
    en: 'Fewer consultations stand here than pupils who had one.',
  },
  roll: {
    de: 'Hier stehen mehr Schülerinnen und Schüler, als die Schule laut Verzeichnis hat. Wurde jedes Kind nur einmal gezählt?',
    en: 'More pupils stand here than the register lists for the school. Was each child counted once?',
  },
  'roll-end': {
    de: 'Hier stehen weit mehr Schülerinnen und Schüler, als die Schule laut Verzeichnis hat. Bitte die Zahl prüfen. Stimmt sie, muss zuerst das Verzeichnis berichtigt werden.',
    en: 'Far more pupils stand here than the register lists for the school. Please check the number. If it is right, the register must be corrected first.',
  },
  ratio: {
    de: 'Auf jedes Kind kommen hier ungewöhnlich viele Beratungen.',
    en: 'Unusually many consultations stand here for each pupil.',
  },
  'ratio-end': {
    de: 'Auf jedes Kind kommen hier mehr Beratungen, als in einen Zeitraum passen. Bitte beide Zahlen prüfen.',
    en: 'More consultations stand here for each pupil than fit into a period. Please check both numbers.',
  },
  last: {
    de: 'In der ganzen Meldung stehen weit mehr Beratungen als in der letzten Meldung dieser Schule.',
    en: 'The whole report has far more consultations than the last report of this school.',
  },
} as const;

/** Consultations of all cells together. */
const consultationsIn = ({ cells }: Report): number =>
  cells.reduce((sum, { consultations }) => sum + consultations, 0);

/**
 * What a last report counts for. A report of nothing counts as k, the least that one with a cell can hold: behind
 * `withheld` there may have been as many, and else every first number of a school would be asked back.
 */
const isFarAbove = (report: Report, last: number, { k }: Policy): boolean =>
  consultationsIn(report) > TIMES_THE_LAST * Math.max(last, k);

/** Whether any last report could matter: where not, none need be read. */
export const dependsOnLast = (report: Report, policy: Policy): boolean => isFarAbove(report, 0, policy);

/**
 * What cannot be, as refusals, and what has to be confirmed, as questions; of both about one measure the refusal.
 * The benefits are named by their labels, since the place alone tells a person little; no value is, and no bound.
 */
export function plausible(report: Report, { scheme, policy, roll, last }: PlausibleContext): Finding[] {
  const found = report.cells.flatMap((cell, i) => {
    const about = (
      measure: 'pupils' | 'consultations',
      cause: keyof typeof REASONS,
      severity: Finding['severity'] = 'refusal',
    ): Finding =>
      finding('plausible', `/cells/${i}/${measure}`, { severity, cause, reason: named(cell, cause, scheme) });
    return [
      ...(cell.consultations < cell.pupils ? [about('consultations', 'consultations')] : []),
      ...ofRoll(cell, roll).map((cause) => about('pupils', ...cause)),
      ...ofRatio(cell).map((cause) => about('consultations', ...cause)),
    ];
  });
  if (typeof last === 'number' && isFarAbove(report, last, policy))
    found.push(finding('plausible', '', { severity: 'question', cause: 'last', reason: REASONS.last }));
  return found;
}

type Cause = [cause: keyof typeof REASONS, severity: Finding['severity']];

function ofRoll({ pupils }: Cell, roll: number | null): Cause[] {
  if (roll === null) return [];
  if (pupils > mostPupils(roll)) return [['roll-end', 'refusal']];
  return pupils > roll + ROLL_ROUNDING ? [['roll', 'question']] : [];
}

function ofRatio({ pupils, consultations }: Cell): Cause[] {
  if (consultations > MOST_PER_PUPIL * pupils) return [['ratio-end', 'refusal']];
  return consultations > MANY_PER_PUPIL * pupils ? [['ratio', 'question']] : [];
}

/** The reason with the benefits before it; a code that the scheme does not have may be anything, so it is left out. */
function named(cell: Cell, cause: keyof typeof REASONS, scheme: BenefitScheme): { de: string; en: string } {
  const labels = scheme.benefits.filter(({ code }) => cell.benefits.includes(code)).map(({ label }) => label);
  const { de, en } = REASONS[cause];
  if (labels.length === 0) return { de, en };
  return {
    de: `${labels.map((label) => label.de).join(' + ')}: ${de}`,
    en: `${labels.map((label) => label.en).join(' + ')}: ${en}`,
  };
}
