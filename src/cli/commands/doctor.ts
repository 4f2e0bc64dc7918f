/** `kanon doctor`: looks at the surroundings of the service, and says of each check whether all is well. */
import { join } from 'node:path';
import { Sequencer } from '../../audit/sequencer.ts';
import { askServer } from '../../foundation/database/server.ts';
import { isCurrent } from '../../foundation/database/migrate.ts';
import { Administrators } from '../../identity/administrators.ts';
import { readSettings, type Settings } from '../../foundation/settings.ts';
import { Mails } from '../../identity/mails.ts';
import { PasskeySignIn } from '../../identity/sign-in-passkey.ts';
import { type Boot, bootOn } from '../../operations/boot.ts';
import { DOCTOR_CHECKS, type DoctorVerdict, verdicts } from '../../operations/doctor/checks.ts';
import type { InsideFacts } from '../../operations/doctor/facts.ts';
import { look, loginsOf } from '../../operations/doctor/look.ts';
import { Unfit } from '../../operations/doctor/unfit.ts';
import { OtherKeys } from '../../operations/same-keys.ts';
import { findRunning } from '../../embedded/running.ts';
import { EXIT, Failure } from '../terminal/failure.ts';
import { say } from '../terminal/terminal.ts';
import type { Desk } from '../words/words.ts';

interface DoctorOptions {
  readonly json?: boolean;
}

/** Exit code 0 where all is well, 8 where a person should look, 1 where no service would start. */
export async function doctor(options: DoctorOptions, boot: Boot, desk: Desk): Promise<number> {
  const { words, lang } = desk;
  const settings = readSettings(process.env);
  const url = settings.databaseUrl ?? (await findRunning(join(settings.data, 'postgres')))?.serviceUrl;
  const server =
    url === undefined
      ? undefined
      : await askServer(url, loginsOf(settings)).catch((cause: unknown) => {
          throw new Failure([words.databaseSilent], EXIT.unreachable, cause);
        });
  const inside = url === undefined || !(await isCurrent(url)) ? {} : await lookInside(settings, boot);
  const found = verdicts(await look(settings, server, inside));
  if (options.json)
    say(JSON.stringify(found.map(({ check, level, said }) => ({ check, level, said: said[lang] }))));
  else {
    if (url === undefined) say(words.databaseNotAsked);
    for (const line of linesOf(found, desk)) say(line);
  }
  if (found.some(({ level }) => level === 'refuses')) return EXIT.failed;
  return found.some(({ level }) => level === 'warns') ? EXIT.warned : EXIT.done;
}

function linesOf(found: readonly DoctorVerdict[], { words, lang }: Desk): string[] {
  const width = Math.max(...DOCTOR_CHECKS.map(({ name }) => name.length)) + 2;
  return DOCTOR_CHECKS.flatMap(({ name }) => {
    const own = found.filter(({ check }) => check === name);
    if (own.length === 0) return [`${name.padEnd(width)}${words.checkWell}`];
    return own.map(
      ({ level, said }) =>
        `${name.padEnd(width)}${{ refuses: words.checkRefuses, warns: words.checkWarns, unknown: words.checkUnknown }[level]} ${said[lang]}`,
    );
  });
}

/** How the log and the accounts stand, where a service could start to look; what keeps it from that is among the findings anyway. */
async function lookInside(settings: Settings, boot: Boot): Promise<InsideFacts> {
  try {
    const running = await bootOn(settings, boot, () => undefined, true);
    try {
      const found = await running.app.get(Sequencer).status();
      return {
        log: found && { state: found.state, refusal: found.refusal?.sentence },
        administrators: await running.app.get(Administrators).count(),
        accounts: {
          passkeysElsewhere: await running.app.get(PasskeySignIn).countElsewhere(),
          mails: await running.app.get(Mails).standing(),
        },
      };
    } finally {
      await running.stop();
    }
  } catch (error) {
    if (error instanceof Unfit) return {};
    if (error instanceof OtherKeys) return { otherKeys: error.sentence };
    throw error;
  }
}
