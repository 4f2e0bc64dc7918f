/** The schemes by which offices report what was granted; apart, so that the page of a school does not carry them. */
import { appliesTo, type PeriodKey } from '../period.ts';
import { type OutcomeScheme, schemeId } from '../scheme.ts';
import { BUT_OUTCOMES_1 } from './but-outcomes-1.ts';

/** No period is opened under one. The newest comes last. */
export const OUTCOME_SCHEMES: readonly OutcomeScheme[] = [BUT_OUTCOMES_1];

/** The scheme of outcomes in force on the first day of a period; undefined where there is none. */
export const outcomeSchemeFor = (period: PeriodKey): OutcomeScheme | undefined =>
  OUTCOME_SCHEMES.findLast((scheme) => appliesTo(scheme, period));

/** The scheme of outcomes of that name and version; undefined where this program knows none. */
export const outcomeSchemeOf = (name: string): OutcomeScheme | undefined =>
  OUTCOME_SCHEMES.find((scheme) => schemeId(scheme) === name);
