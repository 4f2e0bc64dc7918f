/** `kanon period list`: the periods, and where each stands today, read beside the database. */
import { readSettings } from '../../foundation/settings.ts';
import { type Boot, bootOn } from '../../operations/boot.ts';
import { Reference } from '../../reference/reference.ts';
import { schemeId } from '../../rules/scheme.ts';
import { EXIT } from '../terminal/failure.ts';
import { say, sayJson, tableLines } from '../terminal/terminal.ts';
import { PERIOD_HEAD, STANDING_WORDS, HOST } from '../words/host-words.ts';
import type { Desk } from '../words/words.ts';

/** Newest first; the code lists are public, so nobody has to say who asks. */
export async function listPeriods({ json }: { json?: true }, boot: Boot, { lang }: Desk): Promise<number> {
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
    if (json) {
      sayJson(periods);
      return EXIT.done;
    }
    if (periods.length === 0) say(HOST.noPeriods[lang]);
    else {
      const rows = periods.map(({ state, ...period }) => {
        const { key, opensOn, closesOn, scheme, policy } = period;
        return [key, STANDING_WORDS[state][lang], opensOn, closesOn, scheme, policy];
      });
      const align = ['left', 'left', 'left', 'left', 'left', 'right'] as const;
      for (const line of tableLines(PERIOD_HEAD[lang], rows, align)) say(line);
    }
    return EXIT.done;
  } finally {
    await running.stop();
  }
}
