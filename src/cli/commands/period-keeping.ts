/** `kanon period open|change|prolong|withdraw`: periods as the administration keeps them. */
import { parseDay } from '../../rules/day.ts';
import { schemeId } from '../../rules/scheme.ts';
import { parseWholeNumber } from '../../rules/whole-number.ts';
import { schemeForPeriod } from '../files/scheme-choice.ts';
import { Usage } from '../terminal/usage.ts';
import { PERIOD_WORDS } from '../words/period-words.ts';
import type { Desk } from '../words/words.ts';
import type { PeriodDeed } from './period-deed.ts';
import { daysOf } from './period-days.ts';

const PERIOD = '/v1/periods/{period}';

/** A day that an option has to name. Throws Usage where it names none. */
export function dayIn(option: string, text: string | undefined, { lang }: Desk): string {
  if (text === undefined || parseDay(text) === undefined)
    throw new Usage(PERIOD_WORDS[lang].needsDay(option));
  return text;
}

export const open: PeriodDeed = ({ period, options, desk }) => {
  const { opens: opensOn, closes: closesOn } = daysOf(period, options, desk);
  const scheme = schemeId(schemeForPeriod(period, options.scheme, desk));
  const policy = options.policy === undefined ? undefined : parseWholeNumber(options.policy, 1, 9999);
  if (options.policy !== undefined && policy === undefined) throw new Usage(desk.words.policyNumber);
  const days = { scheme, opensOn, closesOn, ...(policy !== undefined && { policy }) };
  return async (service) => {
    const { body } = await service.put(PERIOD, { path: { period }, body: days });
    return { body, lines: [PERIOD_WORDS[desk.lang].opened(period, body.opensOn, body.closesOn)] };
  };
};

export const change: PeriodDeed = ({ period, options, desk }) => {
  const opensOn = dayIn('--opens', options.opens, desk);
  const closesOn = dayIn('--closes', options.closes, desk);
  return async (service) => {
    const { body } = await service.post(`${PERIOD}/days`, { path: { period }, body: { opensOn, closesOn } });
    return { body, lines: [PERIOD_WORDS[desk.lang].daysNow(period, body.opensOn, body.closesOn)] };
  };
};

export const prolong: PeriodDeed = ({ period, options, desk }) => {
  const closesOn = dayIn('--closes', options.closes, desk);
  return async (service) => {
    const { body } = await service.post(`${PERIOD}/prolongation`, { path: { period }, body: { closesOn } });
    return { body, lines: [PERIOD_WORDS[desk.lang].daysNow(period, body.opensOn, body.closesOn)] };
  };
};

export const withdraw: PeriodDeed =
  ({ period, desk }) =>
  async (service) => {
    const { body } = await service.post(`${PERIOD}/withdrawal`, { path: { period } });
    return { body, lines: [PERIOD_WORDS[desk.lang].withdrawn(period)] };
  };
