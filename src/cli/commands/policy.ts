/** Which policy the command line pools under, without asking a service: the newest one, or the one of --policy. */
import { findPolicy, NEWEST_POLICY, type Policy } from '../../rules/policy.ts';
import { parseWholeNumber } from '../../rules/whole-number.ts';
import { Failure } from '../terminal/failure.ts';
import { Usage } from '../terminal/usage.ts';
import type { Desk } from '../words/words.ts';

/** Throws Usage where the option is no number, and a Failure where this program knows no such policy. */
export function policyOf(option: string | undefined, desk: Desk, otherwise = NEWEST_POLICY.number): Policy {
  const number = option === undefined ? otherwise : parseWholeNumber(option, 1, 9999);
  if (number === undefined) throw new Usage(desk.words.policyNumber);
  const policy = findPolicy(number);
  if (!policy) throw new Failure([desk.words.policyUnknown]);
  return policy;
}
