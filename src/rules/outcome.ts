/** What was granted: one office, one period, each of its bodies once, either as a partition of the benefits or as a gap. */
import { canonical } from './canonical.ts';
import type { Report } from './report.ts';
import type { OutcomeScheme } from './scheme.ts';

/** Why a body has no numbers; a code and no text, since a text could hold a name. */
export const GAPS = ['NOT_COLLECTED', 'NOT_SEPARABLE', 'NO_LEGAL_BASIS', 'LATE'] as const;
export type Gap = (typeof GAPS)[number];

export const GAP_TEXTS: Readonly<Record<Gap, { readonly de: string; readonly en: string }>> = {
  NOT_COLLECTED: { de: 'wird nicht erhoben', en: 'not collected' },
  NOT_SEPARABLE: { de: 'lässt sich nicht nach Leistungen trennen', en: 'cannot be separated by benefit' },
  NO_LEGAL_BASIS: { de: 'keine Rechtsgrundlage', en: 'no legal basis' },
  LATE: { de: 'kommt später', en: 'comes later' },
};

/** Some benefits with the distinct children and the grants behind them, taken together. */
export interface GrantedCell {
  /** One benefit (itemised) or several (pooled), in scheme order. */
  readonly benefits: readonly string[];
  /** Distinct children with a grant of any of these benefits: k counts these. */
  readonly children: number;
  /** Grants of any of these benefits. */
  readonly grants: number;
}

/** What one body granted: every benefit exactly once. */
export interface Granted {
  readonly cells: readonly GrantedCell[];
  /** Benefits that nobody was granted: true zeros. */
  readonly none: readonly string[];
  /** Benefits about which nothing is said; their numbers stayed at the office. */
  readonly withheld: readonly string[];
}

/** A body without numbers. */
export interface BodyGap {
  readonly body: string;
  readonly gap: Gap;
}

export type BodyOutcome = ({ readonly body: string } & Granted) | BodyGap;

/** What an office hands in. */
export interface Outcomes {
  /** Scheme and version, e.g. that of `but-outcomes-1.ts`. */
  readonly scheme: string;
  /** Number of the policy that it was made under. */
  readonly policy: number;
  readonly bodies: readonly BodyOutcome[];
}

export const isGap = (outcome: BodyOutcome): outcome is BodyGap => 'gap' in outcome;

/** The numbers of a body as the rules look at a report: children are its persons, grants its events. */
export const asReport = (
  { cells, none, withheld }: Granted,
  { scheme, policy }: Pick<Outcomes, 'scheme' | 'policy'>,
): Report => ({
  scheme,
  policy,
  cells: cells.map(({ benefits, children, grants }) => ({
    benefits,
    pupils: children,
    consultations: grants,
  })),
  none,
  withheld,
});

/** Back from a report that was made of such numbers. */
export const asGranted = ({
  cells,
  none,
  withheld,
}: Pick<Report, 'cells' | 'none' | 'withheld'>): Granted => ({
  cells: cells.map(({ benefits, pupils, consultations }) => ({
    benefits,
    children: pupils,
    grants: consultations,
  })),
  none,
  withheld,
});

/** One way to write it down: bodies, benefits and cells in scheme order. */
export function canonicalOutcomes(outcomes: Outcomes, scheme: OutcomeScheme): Outcomes {
  const place = ({ body }: BodyOutcome): number => scheme.bodies.findIndex(({ code }) => code === body);
  return {
    scheme: outcomes.scheme,
    policy: outcomes.policy,
    bodies: outcomes.bodies
      .map((one) =>
        isGap(one)
          ? { body: one.body, gap: one.gap }
          : { body: one.body, ...asGranted(canonical(asReport(one, outcomes), scheme)) },
      )
      .sort((a, b) => place(a) - place(b)),
  };
}

/** Belongs under every table that shows what was granted, with or without the counselling beside it. */
export const NOT_LINKED = {
  de: 'Beratungen und Bewilligungen sind getrennt gezählt und nicht verknüpft; eine Quote wird nicht gebildet.',
  en: 'Consultations and grants were counted apart and are not linked; no rate is formed.',
} as const;
