/** `kanon anonymise FILE`: the report on standard output, the reasons on standard error; nothing leaves the machine. */
import { POLICY_1 } from '../../rules/policy.ts';
import { BUT_COUNSELLING_1, findScheme } from '../../rules/scheme.ts';
import { EXIT, Failure } from './failure.ts';
import { countsIn, readInput } from './input.ts';
import { protect, remarkReasons } from './protect.ts';
import { sayJson } from './terminal.ts';
import type { Desk } from './words.ts';

export async function anonymiseFile(file: string, { json }: { json?: true }, desk: Desk): Promise<number> {
  const counts = countsIn(
    await readInput(file, BUT_COUNSELLING_1, desk),
    BUT_COUNSELLING_1,
    POLICY_1.number,
    desk,
  );
  const scheme = findScheme(counts.scheme);
  if (!scheme) throw new Failure([desk.words.schemeUnknown]);
  if (counts.policy !== POLICY_1.number) throw new Failure([desk.words.otherPolicy(POLICY_1.number)]);
  const anonymised = protect(counts, scheme, POLICY_1, desk);
  sayJson(json ? anonymised : anonymised.report);
  if (!json) remarkReasons(anonymised, desk);
  return EXIT.done;
}
