/** `kanon period …`: what the administration and the statistics unit do with a period, over the service and by an account. */
import { parsePeriodKey } from '../../rules/period.ts';
import { serviceOf, signIn } from '../service/sign-in.ts';
import { EXIT } from '../terminal/failure.ts';
import { say, sayJson } from '../terminal/terminal.ts';
import { Usage } from '../terminal/usage.ts';
import { PERIOD_WORDS } from '../words/period-words.ts';
import type { Desk } from '../words/words.ts';
import type { PeriodDeed, PeriodDeedOptions } from './period-deed.ts';
import { change, open, prolong, withdraw } from './period-keeping.ts';
import { corrections, freeze, preview, release, reopen, state, thaw } from './period-release.ts';

type Option = 'scheme' | 'policy' | 'opens' | 'closes' | 'until' | 'corrections' | 'confirm';

const DEEDS: Readonly<Record<string, { readonly deed: PeriodDeed; readonly takes: readonly Option[] }>> = {
  open: { deed: open, takes: ['scheme', 'policy', 'opens', 'closes'] },
  change: { deed: change, takes: ['opens', 'closes'] },
  prolong: { deed: prolong, takes: ['closes'] },
  withdraw: { deed: withdraw, takes: [] },
  freeze: { deed: freeze, takes: ['confirm'] },
  thaw: { deed: thaw, takes: ['confirm'] },
  state: { deed: state, takes: [] },
  preview: { deed: preview, takes: [] },
  release: { deed: release, takes: ['corrections'] },
  reopen: { deed: reopen, takes: ['until'] },
  corrections: { deed: corrections, takes: [] },
};
const OPTIONS: readonly Option[] = ['scheme', 'policy', 'opens', 'closes', 'until', 'corrections', 'confirm'];

/** Whether the first word is one of these, and no period. */
export const isPeriodDeed = (what: string): boolean => Object.hasOwn(DEEDS, what);

export async function periodDeed(
  what: string,
  text: string | undefined,
  options: PeriodDeedOptions,
  desk: Desk,
): Promise<number> {
  const words = PERIOD_WORDS[desk.lang];
  const found = isPeriodDeed(what) ? DEEDS[what] : undefined;
  const period = text === undefined ? undefined : parsePeriodKey(text);
  const { account } = options;
  if (!found || account === undefined || text === undefined) throw new Usage(words.use);
  if (!period) throw new Usage(words.notPeriod);
  const foreign = OPTIONS.find((name) => options[name] !== undefined && !found.takes.includes(name));
  if (foreign !== undefined) throw new Usage(words.foreignOption(`--${foreign}`, what));
  const asked = found.deed({ period, options, desk });
  const service = serviceOf(options, desk);
  await signIn(service, { ...options, account }, desk);
  const { body, lines } = await asked(service);
  if (options.json) sayJson(body);
  else for (const line of lines) say(line);
  return EXIT.done;
}
