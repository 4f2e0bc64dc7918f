/** `kanon period list`: the periods, and where each stands today, read beside the database or from a service. */
import { readSettings } from '../../foundation/settings.ts';
import { type Boot, bootOn } from '../../operations/boot.ts';
import { Reference } from '../../reference/reference.ts';
import { schemeId } from '../../rules/scheme.ts';
import { type ServiceOptions, serviceOf } from '../service/sign-in.ts';
import { EXIT } from '../terminal/failure.ts';
import { say, sayJson, tableLines } from '../terminal/terminal.ts';
import { PERIOD_HEAD, STANDING_WORDS, HOST } from '../words/host-words.ts';
import type { Desk } from '../words/words.ts';

interface ListOptions {
  readonly json?: true;
}

/** Newest first; the code lists are public, so nobody has to say who asks. */
export async function listPeriods({ json }: ListOptions, boot: Boot, desk: Desk): Promise<number> {
  const running = await bootOn(readSettings(process.env), boot, () => undefined, true);
  try {
    const periods = (await running.app.get(Reference).periods()).map((period) => ({
      key: period.key,
      state: period.standing,
      opensOn: period.opensOn,
      closesOn: period.closesOn,
      scheme: schemeId(period.scheme),
      policy: period.policy.number,
    }));
    sayPeriods(periods, json, desk);
    return EXIT.done;
  } finally {
    await running.stop();
  }
}

/** The same from a service; the code lists are public there too. */
export async function listPeriodsOf(options: ListOptions & ServiceOptions, desk: Desk): Promise<number> {
  const { body } = await serviceOf(options, desk).get('/v1/periods');
  const periods = body.periods.map(({ policy, ...period }) => ({ ...period, policy: policy.number }));
  sayPeriods(periods, options.json, desk);
  return EXIT.done;
}

interface ListedPeriod {
  readonly key: string;
  readonly state: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly scheme: string;
  readonly policy: number;
}

function sayPeriods(periods: readonly ListedPeriod[], json: true | undefined, { lang }: Desk): void {
  if (json) sayJson(periods);
  else if (periods.length === 0) say(HOST.noPeriods[lang]);
  else {
    const rows = periods.map(({ key, state, opensOn, closesOn, scheme, policy }) => {
      const standing = isStanding(state) ? STANDING_WORDS[state][lang] : state;
      return [key, standing, opensOn, closesOn, scheme, policy];
    });
    const align = ['left', 'left', 'left', 'left', 'left', 'right'] as const;
    for (const line of tableLines(PERIOD_HEAD[lang], rows, align)) say(line);
  }
}

const isStanding = (text: string): text is keyof typeof STANDING_WORDS => Object.hasOwn(STANDING_WORDS, text);
