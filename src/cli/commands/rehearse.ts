/** `kanon rehearse REGIONS SCHOOLS [SEED [PUPILS]]`: a whole period on the real lists, with time and memory, then thrown away. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '../../foundation/language.ts';
import { readSettings } from '../../foundation/settings.ts';
import { parseWholeNumber } from '../../rules/whole-number.ts';
import { type Boot, bootOn } from '../../operations/boot.ts';
import { DEMO_SCHEME } from '../../demo/demo-scheme.ts';
import { PUPILS } from '../../demo/invented-reports.ts';
import { rehearse, type Tell } from '../../demo/rehearsal.ts';
import { schemeNamed } from '../files/scheme-choice.ts';
import { Failure } from '../terminal/failure.ts';
import { HOST, peakMemory, rehearsalOf } from '../words/host-words.ts';
import { ProgressLine } from '../terminal/progress.ts';
import { Usage } from '../terminal/usage.ts';
import type { Desk } from '../words/words.ts';

export async function rehearseWith(
  args: readonly string[],
  options: { readonly scheme?: string },
  boot: Boot,
  desk: Desk,
): Promise<number> {
  const { lang, words } = desk;
  const [regions, schools, seedText = '1', pupilsText = String(PUPILS.mean), ...rest] = args;
  const seed = parseWholeNumber(seedText, 0, 999_999_999);
  const pupils = parseWholeNumber(pupilsText, 1, 999);
  if (!regions || !schools || rest.length > 0 || seed === undefined || pupils === undefined)
    throw new Usage(HOST.rehearseUse[lang]);
  const scheme = options.scheme === undefined ? DEMO_SCHEME : schemeNamed(options.scheme, desk);
  const lists = await Promise.all([readFile(regions), readFile(schools)]).catch((cause: unknown) => {
    throw new Failure([words.fileUnreadable], undefined, cause);
  });
  // Invented counts of real schools must outlive the command nowhere, so the database is always our own.
  const data = await mkdtemp(join(tmpdir(), 'kanon-rehearsal-'));
  const settings = readSettings({ KANON_DATA: data, KANON_DEMO: 'off' });
  try {
    const running = await bootOn(settings, boot, () => undefined);
    try {
      say(rehearsalOf(seed, pupils)[lang]);
      const progress = new ProgressLine(words.rehearsing);
      const tell: Tell = (what, seconds) =>
        progress.past(() =>
          say(seconds === undefined ? what[lang] : `${secondsIn(lang, seconds)}  ${what[lang]}`),
        );
      await rehearse(
        running.app,
        settings.tenant,
        { regions: lists[0], schools: lists[1] },
        seed,
        tell,
        { pupils, scheme },
        progress.to,
      ).finally(() => progress.end());
      say(peakMemory(Math.round(process.resourceUsage().maxRSS / 1024))[lang]);
    } finally {
      await running.stop();
    }
  } finally {
    await rm(data, { recursive: true, force: true });
  }
  return 0;
}

const secondsIn = (lang: Language, seconds: number): string => {
  const figure = seconds.toFixed(2);
  return `${(lang === 'de' ? figure.replace('.', ',') : figure).padStart(7)} s`;
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);
