/** What can be done without a connection: the tally, and a first report, which then waits here till somebody sends it. */
import { useEffect, useState } from 'preact/hooks';
import type { Report } from '../../rules/report.ts';
import { schemeOf } from '../../rules/schemes/registry.ts';
import { wordsOf } from '../frame/language.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { type Draft, draftIn } from '../report/draft.ts';
import { emptyEntry, type Entry } from '../report/entry.ts';
import { EntryScreen } from '../report/entry-screen.tsx';
import { ReportTable } from '../report/preview.tsx';
import type { Vault } from '../report/vault.ts';
import de from '../words/de/offline.ts';
import en from '../words/en/offline.ts';
import { keptPlaces, type Place } from './place.ts';
import { PlaceChoice } from './PlaceChoice.tsx';
import { TallyScreen } from './TallyScreen.tsx';

export function OfflineWork({ vault }: { readonly vault: Vault }) {
  const words = wordsOf({ de, en });
  const [places, setPlaces] = useState<readonly Place[]>();
  const [doing, setDoing] = useState<'tally' | 'report'>('tally');
  useEffect(() => {
    void keptPlaces(vault).then(setPlaces);
  }, [vault]);
  if (!places) return <p class="wrap waiting" aria-busy="true" />;
  return (
    <div class="wrap">
      <div class="head">
        <div class="txt">
          <h1>{words.title}</h1>
          <p class="sub">{words.awayText}</p>
        </div>
      </div>
      <PlaceChoice places={places}>
        {(place) => (
          <>
            <p class="buttons" role="group" aria-label={words.what}>
              <Button kind={doing === 'tally' ? 'primary' : 'secondary'} onClick={() => setDoing('tally')}>
                {words.tally}
              </Button>
              <Button
                id="offline-report"
                kind={doing === 'report' ? 'primary' : 'secondary'}
                onClick={() => setDoing('report')}
              >
                {words.report}
              </Button>
              <Button kind="tertiary" onClick={() => location.reload()}>
                {words.again}
              </Button>
            </p>
            {doing === 'tally' ? (
              <TallyScreen
                key={`${place.school} ${place.period.key}`}
                vault={vault}
                place={place}
                onMoved={() => setDoing('report')}
              />
            ) : place.isFirst ? (
              <OfflineReport key={`${place.school} ${place.period.key}`} vault={vault} place={place} />
            ) : (
              <Notice kind="info" title={words.correction} />
            )}
          </>
        )}
      </PlaceChoice>
    </div>
  );
}

function OfflineReport({ vault, place }: { readonly vault: Vault; readonly place: Place }) {
  const words = wordsOf({ de, en });
  const { school, name, period } = place;
  const scheme = schemeOf(period.scheme);
  const [draft, setDraft] = useState<Draft>();
  const [entry, setEntry] = useState<Entry>();
  const [finished, setFinished] = useState<Report>();
  const [isKept, setKept] = useState(true);
  useEffect(() => {
    void draftIn(vault, { school, period: period.key }).then((found) => {
      setDraft(found);
      setEntry(found.found?.entry);
    });
  }, []);
  if (!draft || !scheme) return <p class="waiting" aria-busy="true" />;
  const keep = (typed: Entry, isWaiting = false): Promise<void> => {
    setEntry(typed);
    // Nothing was reported when this was prepared: whoever reports meanwhile is not overwritten.
    return draft.keep({ entry: typed, base: null, isWaiting });
  };
  const first = draft.found?.entry ?? emptyEntry(scheme);
  return (
    <>
      <div hidden={finished !== undefined}>
        <EntryScreen
          period={period}
          scheme={scheme}
          name={name}
          standing={{ etag: undefined, body: undefined }}
          entry={first}
          isKept
          keep={keep}
          isShown={finished === undefined}
          onReview={(report) => {
            setFinished(report);
            keep(entry ?? first, true).catch(() => setKept(false));
          }}
        />
      </div>
      {finished && (
        <div class="review">
          <h2>{words.finished}</h2>
          <p class="sub">{words.finishedText}</p>
          {!isKept && <Notice kind="danger" title={words.notKept} urgent />}
          <section class="card pad">
            <ReportTable report={finished} scheme={scheme} />
          </section>
          <p class="buttons">
            <Button kind="secondary" onClick={() => setFinished(undefined)}>
              {words.toNumbers}
            </Button>
          </p>
        </div>
      )}
    </>
  );
}
