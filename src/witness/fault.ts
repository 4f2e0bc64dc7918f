/** How a look can end badly, as codes with facts: whoever runs the witness puts them into words. */
import type { Refused } from '../merkle/refused.ts';

/**
 * no-checkpoint        what the service shows is no signed note
 * no-proof             the service does not prove that the log only grew
 * memory-unreadable, memory-damaged, memory-shared   the file of the last checkpoint: not to be read, not as it was
 *                      written, or written by another witness
 * memory-unwritable    the folder takes no file
 */
export type WitnessFacts =
  | { readonly code: 'no-checkpoint'; readonly refused: Refused }
  | { readonly code: 'no-proof' }
  | { readonly code: 'memory-unreadable' | 'memory-shared'; readonly file: string }
  | { readonly code: 'memory-damaged'; readonly file: string; readonly refused: Refused }
  | { readonly code: 'memory-unwritable'; readonly folder: string };

/** A look came to no end and nothing was cosigned; the next one may come to one. */
export class WitnessFault extends Error {
  override readonly name = 'WitnessFault';

  constructor(
    readonly facts: WitnessFacts,
    cause?: unknown,
  ) {
    super(facts.code, { cause });
  }
}

/**
 * shrunk       fewer entries are shown than were seen
 * forked       what is shown does not start with the `size` entries that were seen
 * other-log    a checkpoint of a log with another name
 * other-key    a checkpoint that the key of the log has not signed
 */
export type Contradiction =
  | { readonly code: 'shrunk'; readonly seen: number; readonly shown: number }
  | { readonly code: 'forked'; readonly size: number }
  | { readonly code: 'other-log'; readonly shown: string; readonly log: string }
  | { readonly code: 'other-key' };

/** What the service showed contradicts what this log may ever show; the evidence is kept. */
export class Alarm extends Error {
  override readonly name = 'Alarm';

  /** evidence  folder with both sides; cause  why the service could not be told, where it could not */
  constructor(
    readonly contradiction: Contradiction,
    readonly evidence: string,
    cause?: unknown,
  ) {
    super(contradiction.code, { cause });
  }
}
