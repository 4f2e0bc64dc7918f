/** `kanon anonymise FILE`: the report on standard output, the reasons on standard error; nothing leaves the machine. */
import { schemeOf } from '../../rules/schemes/registry.ts';
import { EXIT, Failure } from '../terminal/failure.ts';
import { countsIn, readInput } from '../files/input.ts';
import { schemeForSheet } from '../files/scheme-choice.ts';
import { policyOf } from './policy.ts';
import { protectCounts, remarkReasons } from './report-text.ts';
import { sayJson } from '../terminal/terminal.ts';
import type { Desk } from '../words/words.ts';

export interface AnonymiseOptions {
  readonly json?: true;
  /** Number of the policy; else the one that the counts name, and for a tally sheet the newest. */
  readonly policy?: string;
  /** Name of the scheme of a tally sheet that names none; counts name theirs. */
  readonly scheme?: string;
}

export async function anonymiseFile(file: string, options: AnonymiseOptions, desk: Desk): Promise<number> {
  const input = await readInput(file, (bytes) => schemeForSheet(bytes, options.scheme, desk), desk);
  const policy = policyOf(options.policy, desk, input.kind === 'counts' ? input.counts.policy : undefined);
  // What was counted holds under any policy; only pooling depends on it.
  const counts = { ...countsIn(input, policy.number, desk), policy: policy.number };
  const scheme = schemeOf(counts.scheme);
  if (!scheme) throw new Failure([desk.words.schemeUnknown]);
  const anonymised = protectCounts(counts, scheme, policy, desk);
  sayJson(options.json ? anonymised : anonymised.report);
  if (!options.json) remarkReasons(anonymised, desk);
  return EXIT.done;
}
