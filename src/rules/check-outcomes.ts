/** The rules before storage, at work on what an office hands in: the same checks as of a school's report, body by body. */
import { check, CHECKS } from './check.ts';
import { finding, type Finding } from './finding.ts';
import { asReport, isGap, type Outcomes } from './outcome.ts';
import { inOutcomeWords } from './outcome-words.ts';
import type { Policy } from './policy.ts';
import type { OutcomeScheme } from './scheme.ts';
import { WINDOW_REASONS, type Window } from './window.ts';

export interface OutcomeContext {
  readonly scheme: OutcomeScheme;
  readonly policy: Policy;
  readonly window: Window;
  /** Bodies that are the office's own, in scheme order. */
  readonly bodies: readonly string[];
  /** Grants of all cells of the office's last report by body; null or absent where there is none or nobody looked. */
  readonly last?: Readonly<Record<string, number | null>>;
}

/** Those that look at the numbers of one body; the others look at the whole. */
const OF_A_BODY = CHECKS.filter(({ rule }) => rule !== 'window' && rule !== 'policy');
const OF_THE_WHOLE = CHECKS.filter(({ rule }) => rule === 'window' || rule === 'policy');

const REASONS = {
  twice: { de: 'Dieser Träger steht schon an anderer Stelle.', en: 'This body already stands elsewhere.' },
  'not-own': {
    de: 'Für diesen Träger meldet dieses Konto nicht. Ist das falsch, kann die Verwaltung es ändern.',
    en: 'This account does not report for this body. If that is wrong, the administration can change it.',
  },
} as const;

/**
 * All that the rules find in outcomes whose shape is sound.
 *
 * returns  findings, those of the whole first, then body by body in the order of the request; empty where all is well.
 *          Places are those of the request. No finding repeats a value.
 * throws   nothing
 */
export function checkOutcomes(outcomes: Outcomes, context: OutcomeContext): Finding[] {
  const { scheme, policy, window, last = {} } = context;
  const whole = { scheme, policy, roll: null, window };
  const found = [...check(emptyReport(outcomes), whole, OF_THE_WHOLE), ...bodiesIn(outcomes, context)];
  for (const [i, one] of outcomes.bodies.entries()) {
    if (isGap(one)) continue;
    const own = check(asReport(one, outcomes), { ...whole, last: last[one.body] ?? null }, OF_A_BODY);
    found.push(...own.map((each) => inBody(each, `/bodies/${i}`)));
  }
  return found;
}

/** Each own body once, in numbers or as a gap, and no other: so what is missing is never taken for a zero. */
function bodiesIn({ bodies }: Outcomes, { scheme, bodies: own }: OutcomeContext): Finding[] {
  const missing = new Set(own);
  const found: Finding[] = [];
  for (const [i, { body }] of bodies.entries()) {
    if (missing.delete(body)) continue;
    const cause = own.includes(body) ? 'twice' : 'not-own';
    found.push(finding('complete', `/bodies/${i}/body`, { cause, reason: REASONS[cause] }));
  }
  for (const code of missing) {
    const { de, en } = scheme.bodies.find((body) => body.code === code)?.label ?? { de: code, en: code };
    const reason = { de: `Es fehlt der Träger: ${de}.`, en: `Missing body: ${en}.` };
    found.push(finding('complete', '/bodies', { cause: 'missing-body', reason }));
  }
  return found;
}

const emptyReport = ({ scheme, policy }: Outcomes) => ({ scheme, policy, cells: [], none: [], withheld: [] });

/** The finding at its place in the request, in the words of an office. */
const inBody = (found: Finding, place: string): Finding => ({
  ...found,
  pointer: `${place}${found.pointer.replace(/\/pupils$/, '/children').replace(/\/consultations$/, '/grants')}`,
  reason: inOutcomeWords(found.reason),
});

/** Why outcomes of a period are not taken on a day; `open` where they are. They come late by nature: a period that is over, frozen or released takes them. */
export function outcomeWindow(
  { opensOn }: { readonly opensOn: string },
  today: string,
  scheme: OutcomeScheme | undefined,
): Window {
  if (!scheme) return 'scheme-not-in-force';
  return today < opensOn ? 'not-yet-open' : 'open';
}

/** A window that is shut, as a finding. */
export const windowFinding = (cause: Exclude<Window, 'open'>): Finding =>
  finding('window', '', { cause, reason: WINDOW_REASONS[cause] });
