/** What a rule has to say about a report: the place and the reason, never the value. */
import { ruleOf, type RuleCode } from './catalogue.ts';

export interface Finding {
  readonly rule: RuleCode;
  /** Version of the rule that spoke. */
  readonly version: number;
  /** `refusal`: nothing is stored. `question`: stored once somebody has confirmed that it is so. */
  readonly severity: 'refusal' | 'question';
  /** JSON pointer (RFC 6901) into the report. Names of unknown fields never appear in it. */
  readonly pointer: string;
  /** Stable word that tells the causes of one rule apart, e.g. `closed` and `frozen` of `window`. */
  readonly cause?: string;
  readonly reason: { readonly de: string; readonly en: string };
}

/** A finding of the rule's present version; without a reason of its own it says the rule's. */
export const finding = (
  rule: RuleCode,
  pointer: string,
  own: Partial<Pick<Finding, 'severity' | 'cause' | 'reason'>> = {},
): Finding => ({
  rule,
  version: ruleOf(rule).version,
  severity: 'refusal',
  pointer,
  reason: ruleOf(rule).reason,
  ...own,
});

/** Whether these findings refuse a report, whatever anybody confirms; questions do not. */
export const isRefused = (findings: readonly Finding[]): boolean =>
  findings.some((f) => f.severity === 'refusal');

export const refusalsIn = (findings: readonly Finding[]): Finding[] =>
  findings.filter((f) => f.severity === 'refusal');

/** What has to be confirmed before the report is stored. */
export const questionsIn = (findings: readonly Finding[]): Finding[] =>
  findings.filter((f) => f.severity === 'question');
