/** The surroundings are not such that a service may start; each sentence names a way out. */
import type { InBoth } from '../../foundation/language.ts';

/** Its message are the English ones, for whoever does not know languages. */
export class Unfit extends Error {
  override name = 'Unfit';

  constructor(readonly sentences: readonly InBoth[]) {
    super(sentences.map(({ en }) => en).join('\n'));
  }
}
