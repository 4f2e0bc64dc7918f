/** The page of the access log: entries as sentences, one entry recomputed, the seal since the last visit, witnesses, holds and the bundle. */
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { api } from '../api.ts';
import { wordsOf } from '../frame/language.ts';
import { Button } from '../parts/button.tsx';
import de from '../words/de/log.ts';
import en from '../words/en/log.ts';
import { Beside } from './Beside.tsx';
import { Entries } from './Entries.tsx';
import { NO_FILTER, queryOf } from './filter.ts';
import { Filters } from './Filters.tsx';
import { EntryProof } from './EntryProof.tsx';
import { keyStore } from './kept.ts';
import { Seal } from './Seal.tsx';
import type { Entry, Names } from './sentence.ts';

/** So many are read at once: the newest are looked at most, and their proof stands beside them. */
const PAGE = 15;

export default function LogPage() {
  const words = wordsOf({ de, en });
  const [filter, setFilter] = useState(NO_FILTER);
  const [entries, setEntries] = useState<readonly Entry[]>();
  const [next, setNext] = useState<string | null>(null);
  const [isBroken, setBroken] = useState(false);
  const [chosen, choose] = useState<string>();
  const [key, setKey] = useState(keyStore.read());
  const names = useNames();

  const load = useCallback(
    (cursor?: string) => {
      setBroken(false);
      const query = { ...queryOf(filter), limit: PAGE, ...(cursor !== undefined && { cursor }) };
      api.get('/v1/access-log/entries', { query }).then(
        ({ body }) => {
          setEntries((before) =>
            cursor === undefined ? body.entries : [...(before ?? []), ...body.entries],
          );
          setNext(body.next);
        },
        () => {
          setBroken(true);
        },
      );
    },
    [filter],
  );
  useEffect(() => {
    load();
  }, [load]);

  return (
    <div class="wrap log">
      <header>
        <h1>{words.title}</h1>
        <p class="sub">{words.lead}</p>
      </header>
      <Seal
        words={words}
        logKey={key}
        keep={(line) => {
          keyStore.write(line);
          setKey(line);
        }}
      />
      <div class="log-two">
        <section class="card" aria-labelledby="entries-title">
          <h2 id="entries-title">{words.entries.title}</h2>
          <Filters words={words} filter={filter} apply={setFilter} />
          {isBroken && (
            <div role="alert">
              <p>{words.failed}</p>
              <Button
                kind="secondary"
                onClick={() => {
                  load();
                }}
              >
                {words.again}
              </Button>
            </div>
          )}
          {!entries && !isBroken && <p role="status">{words.waiting}</p>}
          {entries && (
            <Entries words={words} names={names} entries={entries} chosen={chosen} choose={choose} />
          )}
          {next !== null && (
            <Button
              kind="secondary"
              onClick={() => {
                load(next);
              }}
            >
              {words.entries.older}
            </Button>
          )}
        </section>
        <EntryProof words={words} names={names} id={chosen} logKey={key} />
      </div>
      <Beside words={words} />
    </div>
  );
}

/** Names of regions; without them their keys stand in the sentences. */
function useNames(): Names {
  const [list, setList] = useState<readonly (readonly [string, string])[]>([]);
  useEffect(() => {
    api.get('/v1/regions').then(
      ({ body }) => {
        setList(body.regions.map(({ key, name }) => [key, name] as const));
      },
      () => {
        setList([]);
      },
    );
  }, []);
  return useMemo(() => new Map(list), [list]);
}
