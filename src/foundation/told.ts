/** An error that a person reads: one sentence in both languages, with the way out. */
import type { InBoth } from './language.ts';

/** Its message is the English one, for whoever does not know languages. */
export class Told extends Error {
  override name = 'Told';

  constructor(
    readonly sentence: InBoth,
    options?: ErrorOptions,
  ) {
    super(sentence.en, options);
  }
}
