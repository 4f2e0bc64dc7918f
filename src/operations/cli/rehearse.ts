/** `kanon rehearse REGIONS SCHOOLS [SEED [PUPILS]]`: a whole quarter on the real lists, with time and memory, then thrown away. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../../foundation/settings.ts';
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
  const [regions, schools, seed = '1', pupils = String(PUPILS.mean), ...rest] = args;
  if (!regions || !schools || rest.length > 0 || !/^\d{1,9}$/.test(seed) || !/^[1-9]\d{0,2}$/.test(pupils))
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
        Number(seed),
        tell,
        progress.to,
        Number(pupils),
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
