/** What the readers of notes, keys and proofs refuse, each with a stable code; sentences for people stand with who shows them. */

/**
 * too-long               longer than such a text may be
 * not-utf8, control-character   bytes that are no text, or more than newlines in it
 * not-a-note, not-a-signature-line, too-many-signatures   the form of a signed note
 * not-a-key, unknown-key-type, wrong-key-id   the form of a key, its type, or an id that is not its own
 * not-a-checkpoint, not-a-log-proof   the form of either
 * wrong-signature        a known key's signature does not hold: the text was changed or forged
 * not-signed-by-the-log  no signature by the key of the log
 * other-origin           the checkpoint of another log
 */
export type RefusalCode =
  | 'too-long'
  | 'not-utf8'
  | 'control-character'
  | 'not-a-note'
  | 'not-a-signature-line'
  | 'too-many-signatures'
  | 'not-a-key'
  | 'unknown-key-type'
  | 'wrong-key-id'
  | 'not-a-checkpoint'
  | 'not-a-log-proof'
  | 'wrong-signature'
  | 'not-signed-by-the-log'
  | 'other-origin';

/** A text was refused; its message is the code, and the line where one is to blame. */
export class Refused extends Error {
  override readonly name = 'Refused';

  /** line counts from 1, where one line is to blame */
  constructor(
    readonly code: RefusalCode,
    readonly line?: number,
  ) {
    super(line === undefined ? code : `${code}, line ${line}`);
  }
}
