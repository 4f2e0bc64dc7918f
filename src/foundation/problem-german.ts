/** What the German of a problem consists of. */
import type { InBoth } from './language.ts';

/** What a sentence may depend on: public facts, never a count of a report. */
export interface Facts {
  readonly findings?: number;
  readonly newest?: number;
  readonly most?: number;
  readonly what?: InBoth;
}

export interface German {
  readonly title: string;
  readonly detail: string | ((facts: Facts) => string);
}
