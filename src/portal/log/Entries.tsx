/** Entries of the access log, newest first, each a sentence with its time and its result. */
import type { LogWords } from '../words/de/log.ts';
import { type Entry, type Names, sentenceOf } from './sentence.ts';

export const Entries = ({
  words,
  names,
  entries,
  chosen,
  choose,
}: {
  readonly words: LogWords;
  readonly names: Names;
  readonly entries: readonly Entry[];
  readonly chosen: string | undefined;
  readonly choose: (id: string) => void;
}) =>
  entries.length === 0 ? (
    <p role="status">{words.entries.none}</p>
  ) : (
    <>
      <p class="sub" role="status">
        {words.entries.count(entries.length)}
      </p>
      <ol class="log-entries">
        {entries.map((entry) => (
          <li key={entry.id} class={entry.decision === 'allowed' ? '' : 'denied'}>
            <time dateTime={entry.at}>{words.time(entry.at)}</time>
            <p>{sentenceOf(entry, names, words, false)}</p>
            <span class={entry.decision === 'allowed' ? 'result' : 'result denied'}>
              {words.decision[entry.decision] ?? entry.decision}
            </span>
            <button
              type="button"
              class="plain-button"
              aria-pressed={entry.id === chosen}
              aria-label={`${words.entries.prove}: ${words.time(entry.at)}`}
              onClick={() => choose(entry.id)}
            >
              {words.entries.prove}
            </button>
          </li>
        ))}
      </ol>
    </>
  );
