/** What we got wrong, or cannot do now. */
import { define } from './problem-shape.ts';

export const problemsOfService = {
  busyWitnessing: define(
    429,
    'busy-witnessing',
    'Many witnesses ask at once',
    'More witnesses ask at this moment than can be served. Try again in a few seconds.',
    5,
  ),
  internal: define(
    500,
    'internal',
    'Something failed here',
    'The failure was recorded; nothing was half stored.',
  ),
  answerTooLarge: define(500, 'answer-too-large', 'The answer is too large', 'Ask for a smaller part.'),
  unavailable: define(
    503,
    'unavailable',
    'Not available now',
    'It cannot be done and recorded at this moment, so nothing was read or stored. Try again shortly.',
    5,
  ),
  notReading: define(
    503,
    'not-reading',
    'The database does not answer',
    'The database gave no answer in time, so nothing can be read or stored. Try again shortly.',
    5,
  ),
  notWriting: define(
    503,
    'not-writing',
    'The database stores nothing',
    'The database answers but stores nothing: read-only, a standby, its disk full, its log locked, or the standby gone that it waits for. As every access is recorded, nothing can be read either.',
    5,
  ),
  stopping: define(
    503,
    'stopping',
    'This process is stopping',
    'It was told to end and takes no new work. Another process, or the next start, goes on.',
    5,
  ),
  outcomeUnknown: define(
    503,
    'outcome-unknown',
    'The outcome is unknown',
    'The connection broke while this was being committed. If it was a change, read it again before you repeat it.',
    5,
  ),
} as const;
