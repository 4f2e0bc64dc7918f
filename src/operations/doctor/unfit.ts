/** The surroundings are not such that a service may start; each sentence names a way out. */
export class Unfit extends Error {
  override name = 'Unfit';

  constructor(readonly sentences: readonly string[]) {
    super(sentences.join('\n'));
  }
}

/** In which language a start speaks of its surroundings: German where the locale says so, as POSIX ranks it. */
export const localeLanguage = (env: Readonly<Record<string, string | undefined>>): 'de' | 'en' =>
  /^de/i.test(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '') ? 'de' : 'en';
