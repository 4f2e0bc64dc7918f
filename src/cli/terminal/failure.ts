/** How a command ends where it could not do what it was asked: sentences for the person, an exit code for a script. */

export const EXIT = {
  done: 0,
  failed: 1,
  wrongUse: 2,
  unreachable: 3,
  noSafePattern: 3,
  finding: 4,
  /** The proof holds, but no signature was looked at. */
  unsigned: 5,
  /** The file is of another kind; that is no sign of tampering. */
  otherFile: 6,
  /** Something unusual in a report has to be confirmed. */
  unconfirmed: 7,
  /** All would start, but a person should look. */
  warned: 8,
} as const;

/** Each sentence becomes a line on standard error; none of them repeats the content of a file. */
export class Failure extends Error {
  override name = 'Failure';
  readonly sentences: readonly string[];
  readonly exitCode: number;

  constructor(sentences: readonly string[], exitCode: number = EXIT.failed, cause?: unknown) {
    super(sentences.join('\n'), { cause });
    this.sentences = sentences;
    this.exitCode = exitCode;
  }
}
