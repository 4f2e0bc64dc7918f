/** Every scheme that this program knows, side by side: a new one is its file and its line here (docs/schemes.md). */
import { appliesTo, type PeriodKey } from '../period.ts';
import { type OutcomeScheme, schemeId } from '../scheme.ts';
import { BUT_COUNSELLING_1 } from './but-counselling-1.ts';
import { BUT_COUNSELLING_2 } from './but-counselling-2.ts';
import { BUT_COUNSELLING_3 } from './but-counselling-3.ts';
import { BUT_OUTCOMES_1 } from './but-outcomes-1.ts';
import { registryOf } from './registry-of.ts';

export const { SCHEMES, schemeOf, schemesFor } = registryOf([
  BUT_COUNSELLING_1,
  BUT_COUNSELLING_2,
  BUT_COUNSELLING_3,
]);

/** By which offices report what was granted: no period is opened under one. The newest comes last. */
export const OUTCOME_SCHEMES: readonly OutcomeScheme[] = [BUT_OUTCOMES_1];

/** The scheme of outcomes in force on the first day of a period; undefined where there is none. */
export const outcomeSchemeFor = (period: PeriodKey): OutcomeScheme | undefined =>
  OUTCOME_SCHEMES.findLast((scheme) => appliesTo(scheme, period));

/** The scheme of outcomes of that name and version; undefined where this program knows none. */
export const outcomeSchemeOf = (name: string): OutcomeScheme | undefined =>
  OUTCOME_SCHEMES.find((scheme) => schemeId(scheme) === name);
