/** `kanon anonymise FILE`: the report on standard output, the reasons on standard error; nothing leaves the machine. */
import { BUT_COUNSELLING_1, findScheme } from '../../rules/scheme.ts';
import { EXIT, Failure } from './failure.ts';
import { countsIn, readInput } from './input.ts';
import { policyOf } from './policy.ts';
import { protect, remarkReasons } from './protect.ts';
import { sayJson } from './terminal.ts';
import type { Desk } from './words.ts';

export interface AnonymiseOptions {
  readonly json?: true;
  /** Number of the policy; else the one that the counts name, and for a tally sheet the newest. */
  readonly policy?: string;
}

export async function anonymiseFile(file: string, options: AnonymiseOptions, desk: Desk): Promise<number> {
  const input = await readInput(file, BUT_COUNSELLING_1, desk);
  const policy = policyOf(options.policy, desk, input.kind === 'counts' ? input.counts.policy : undefined);
  // What was counted holds under any policy; only pooling depends on it.
  const counts = { ...countsIn(input, BUT_COUNSELLING_1, policy.number, desk), policy: policy.number };
  const scheme = findScheme(counts.scheme);
  if (!scheme) throw new Failure([desk.words.schemeUnknown]);
  const anonymised = protect(counts, scheme, policy, desk);
  sayJson(options.json ? anonymised : anonymised.report);
  if (!options.json) remarkReasons(anonymised, desk);
  return EXIT.done;
}
