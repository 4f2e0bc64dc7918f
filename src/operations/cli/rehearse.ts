/** `kanon rehearse REGIONS SCHOOLS [SEED [PUPILS]]`: a whole quarter on the real lists, with time and memory, then thrown away. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../../foundation/settings.ts';
import { parseWholeNumber } from '../../rules/whole-number.ts';
import { type Boot, bootOn } from '../boot.ts';
import { PUPILS, rehearse } from '../rehearsal.ts';
import { Failure } from './failure.ts';
import { HOST } from './host-words.ts';
import { Progress } from './progress.ts';
import { Usage } from './usage.ts';
import type { Desk } from './words.ts';

export async function rehearseWith(
  args: readonly string[],
  boot: Boot,
  { lang, words }: Desk,
): Promise<number> {
  const [regions, schools, seedText = '1', pupilsText = String(PUPILS.mean), ...rest] = args;
  const seed = parseWholeNumber(seedText, 0, 999_999_999);
  const pupils = parseWholeNumber(pupilsText, 1, 999);
  if (!regions || !schools || rest.length > 0 || seed === undefined || pupils === undefined)
    throw new Usage(HOST.rehearseUse[lang]);
  const lists = await Promise.all([readFile(regions), readFile(schools)]).catch((cause: unknown) => {
    throw new Failure([words.fileUnreadable], undefined, cause);
  });
  // Invented counts of real schools must outlive the command nowhere, so the database is always our own.
  const data = await mkdtemp(join(tmpdir(), 'kanon-rehearsal-'));
  const settings = readSettings({ KANON_DATA: data, KANON_DEMO: 'off' });
  try {
    const running = await bootOn(settings, boot, () => undefined);
    try {
      say(`seed ${seed}, ${pupils} pupils counselled a school; all counts are invented`);
      const progress = new Progress(words.rehearsing);
      const tell = (what: string, seconds?: number): void =>
        progress.past(() =>
          say(seconds === undefined ? what : `${seconds.toFixed(2).padStart(7)} s  ${what}`),
        );
      await rehearse(
        running.app,
        settings.tenant,
        { regions: lists[0], schools: lists[1] },
        seed,
        tell,
        progress.to,
        pupils,
      ).finally(() => progress.end());
      say(
        `peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB (this process, with the protection thread)`,
      );
    } finally {
      await running.stop();
    }
  } finally {
    await rm(data, { recursive: true, force: true });
  }
  return 0;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
