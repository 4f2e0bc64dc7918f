/** The package entry `kanon/client`: the rules, the readers and the anonymiser, and the API as typed functions. */

// Counts in, report out: on the device of the school, before anything is sent.
export { anonymise, type Anonymised } from '../rules/anonymise.ts';
export { readCounts } from '../rules/anonymise-input.ts';
export { type Counts, type CountsProblem, CountsUnsound } from '../rules/counts.ts';
export type { Loss } from '../rules/loss.ts';
export type { Step } from '../rules/steps.ts';

// A report and the rules it must pass: the same code that runs in the service.
export { canonical } from '../rules/canonical.ts';
export { canonicalJson } from '../rules/canonical-json.ts';
export { ruleOf, type Rule, type RuleCode, RULES } from '../rules/catalogue.ts';
export { check, type CheckContext } from '../rules/check.ts';
export { type Finding, isRefused, questionsIn } from '../rules/finding.ts';
export { readReport } from '../rules/read-report.ts';
export type { Cell, Report } from '../rules/report.ts';
export type { Window } from '../rules/window.ts';

// What is asked, and the protection that holds.
export { findPolicy, NEWEST_POLICY, type Policy, POLICY_1, POLICY_2 } from '../rules/policy.ts';
export { type Benefit, codesOf, type Scheme, schemeId } from '../rules/scheme.ts';
export { schemeOf, SCHEMES } from '../rules/schemes/registry.ts';

// Keys: of periods, regions and schools.
export { firstDay, frequencyOf, lastDay, parsePeriodKey, type PeriodKey } from '../rules/period.ts';
export { isWithin, levelOf, parseRegionKey, type RegionKey, type RegionLevel } from '../rules/region.ts';
export { parseSchoolNumber, type SchoolNumber } from '../rules/school.ts';

// The API.
export type { components, paths } from './generated/api.ts';
export { KanonProblem, NotKanon } from './failures.ts';
export {
  type Confirm,
  createKanonClient,
  type KanonClient,
  type KanonOptions,
  type Reply,
} from './kanon-client.ts';
export type { CallLimits } from './transport.ts';
export type { Answered, Call, CallArgument, Method, PathOf, Schemas } from './wire.ts';
