/** `kanon return SCHOOL`: the coordination of a county sends a report back, with a reason and without having seen it. */
import type { ReturnReason } from '../../collection/return-reasons.ts';
import { type AccountOptions, periodIn, regionIn, schoolIn, serviceOf, signIn } from '../service/sign-in.ts';
import { EXIT } from '../terminal/failure.ts';
import { say, sayJson } from '../terminal/terminal.ts';
import { PERIOD_WORDS } from '../words/period-words.ts';
import type { Desk } from '../words/words.ts';

export interface ReturnOptions extends AccountOptions {
  readonly region: string;
  readonly period: string;
  readonly reason: ReturnReason;
  readonly json?: true;
}

const RETURN = '/v1/regions/{region}/reports/{period}/{school}/return';

export async function returnReport(number: string, options: ReturnOptions, desk: Desk): Promise<number> {
  const path = {
    school: schoolIn(number, desk),
    region: regionIn(options.region, desk),
    period: periodIn(options.period, desk),
  };
  const service = serviceOf(options, desk);
  await signIn(service, options, desk);
  const { body } = await service.post(RETURN, { path, body: { reason: options.reason } });
  if (options.json) sayJson(body);
  else say(PERIOD_WORDS[desk.lang].returned(path.school, path.period));
  return EXIT.done;
}
