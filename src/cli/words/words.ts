/** Which language the command line speaks, and its words in it. */
import { de, type Words } from './de.ts';
import { en } from './en.ts';
import type { Language } from '../../foundation/language.ts';

/** What every command is handed: how to speak to the person in front of it. */
export interface Desk {
  readonly lang: Language;
  readonly words: Words;
}

export const deskIn = (lang: Language): Desk => ({ lang, words: lang === 'en' ? en : de });

/** `--lang` first, then the environment as POSIX ranks it; German where neither says English. */
export function languageOf(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const at = args.indexOf('--lang');
  const asked =
    at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
  if (asked === 'de' || asked === 'en') return asked;
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^en/i.test(locale) ? 'en' : 'de';
}

/** A moment as people write it, in the time zone of this device. */
export const momentIn = ({ lang }: Desk, iso: string): string =>
  new Date(iso).toLocaleString(lang === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
