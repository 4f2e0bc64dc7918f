/** The page of the access log: entries as sentences, one entry recomputed, the seal since the last visit, witnesses, holds and the bundle. */
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { api } from '../api.ts';
import { language, wordsOf } from '../frame/language.ts';
import { PATHS } from '../frame/paths.ts';
import { go, query } from '../frame/router.ts';
import { Button } from '../parts/button.tsx';
import { toldOf } from '../parts/failure.ts';
import { saveBytes } from '../parts/save-file.ts';
import de from '../words/de/log.ts';
import en from '../words/en/log.ts';
import { Beside } from './Beside.tsx';
import { Entries } from './Entries.tsx';
import { type Filter, queryOf, readFilter, writeFilter } from './filter.ts';
import { Filters } from './Filters.tsx';
import { EntryProof } from './EntryProof.tsx';
import { keyStore } from './kept.ts';
import { Seal } from './Seal.tsx';
import type { Entry, Names } from './sentence.ts';

/** So many are read at once: the newest are looked at most, and their proof stands beside them. */
const PAGE = 15;
/** Entries of one answer of the service. */
const MOST = 500;

export default function LogPage() {
  const words = wordsOf({ de, en });
  const filter = useMemo(() => readFilter(new URLSearchParams(query.value)), [query.value]);
  const [saved, save] = useState('');
  const [entries, setEntries] = useState<readonly Entry[]>();
  const [next, setNext] = useState<string | null>(null);
  const [isBroken, setBroken] = useState(false);
  const [chosen, choose] = useState<string>();
  const [key, setKey] = useState(keyStore.read());
  const names = useNames();

  const load = useCallback(
    (cursor?: string) => {
      setBroken(false);
      const asked = { ...queryOf(filter), limit: PAGE, ...(cursor !== undefined && { cursor }) };
      api.get('/v1/access-log/entries', { query: asked }).then(
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
  // The same choice again looks again, which is an entry again.
  const apply = (chosenFilter: Filter): void => {
    const address = writeFilter(chosenFilter);
    if (address === query.value) load();
    else go(PATHS.log + address);
  };
  const exported = (): void => {
    const format = language.value === 'de' ? 'csv-de' : 'csv';
    const asked = {
      ...queryOf(filter),
      limit: Math.min(MOST, Math.max(PAGE, entries?.length ?? 0)),
      format,
    } as const;
    api.bytes('/v1/access-log/entries', { query: asked }).then(
      ({ body }) => {
        saveBytes(words.export.file, body, 'text/csv');
        save(words.export.done);
      },
      (error: unknown) => save(toldOf(error).title),
    );
  };

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
          <Filters key={query.value} words={words} filter={filter} apply={apply} />
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
          {entries && entries.length > 0 && (
            <>
              <Button kind="tertiary" onClick={exported}>
                {words.export.save}
              </Button>
              <p role="status">{saved}</p>
            </>
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
