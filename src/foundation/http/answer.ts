/** An answer as finished bytes: what the access log vouches for is exactly what leaves. Or an export, whose entry comes first. */
import { problems } from '../problem.ts';

/** More than this is an export. */
const LARGEST_ANSWER = 16 * 1024 * 1024;

interface AnswerParts {
  readonly status?: number;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Random revision id of what is shown; becomes the ETag. */
  readonly revision?: string;
}

export class Answer {
  private constructor(
    readonly bytes: Buffer,
    readonly parts: AnswerParts,
    /** Of an export: what leaves instead. */
    readonly chunks?: AsyncIterable<Buffer>,
  ) {}

  static json(value: unknown, parts: AnswerParts = {}): Answer {
    return Answer.bytes(Buffer.from(JSON.stringify(value)), {
      contentType: 'application/json; charset=utf-8',
      ...parts,
    });
  }

  /** Throws answer-too-large above 16 MiB. */
  static bytes(bytes: Buffer, parts: AnswerParts): Answer {
    if (bytes.length > LARGEST_ANSWER) throw problems.answerTooLarge();
    return new Answer(bytes, parts);
  }

  /**
   * Rows that do not change, read in batches while they leave, once the entry is committed: so the entry must say
   * which they are. `chunks` must not use the handler's Tx, which has ended by then. Where they break off, the
   * connection breaks.
   */
  static export(chunks: AsyncIterable<Buffer>, parts: AnswerParts): Answer {
    return new Answer(Buffer.alloc(0), parts, chunks);
  }

  /** What a handler returned, as bytes; a stream cannot be vouched for and is refused. */
  static of(result: unknown): Answer {
    if (result instanceof Answer) return result;
    if (isStream(result)) throw new TypeError('a handler returned a stream');
    return Answer.json(result ?? null);
  }

  get etag(): string | undefined {
    return this.parts.revision === undefined ? undefined : `"${this.parts.revision}"`;
  }
}

/** By the methods of Node's streams, the web's, and Nest's StreamableFile. */
const isStream = (result: unknown): boolean =>
  ['pipe', 'getReader', 'getStream'].some(
    (name) => typeof (result as Readonly<Record<string, unknown>> | null | undefined)?.[name] === 'function',
  );
