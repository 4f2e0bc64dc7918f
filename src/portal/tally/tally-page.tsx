/** The tally (Strichliste) of somebody who is signed in. */
import { useEffect, useState } from 'preact/hooks';
import { wordsOf } from '../frame/language.ts';
import type { SignedProps } from '../frame/page.ts';
import { PATHS } from '../frame/paths.ts';
import { go } from '../frame/router.ts';
import { Notice } from '../parts/notice.tsx';
import { toldOf, type Told } from '../parts/failure.ts';
import { openVault, type Vault } from '../report/vault.ts';
import de from '../words/de/tally.ts';
import en from '../words/en/tally.ts';
import { type Place, placesOf } from './place.ts';
import { PlaceChoice } from './PlaceChoice.tsx';
import { TallyScreen } from './TallyScreen.tsx';

export default function TallyPage({ session }: SignedProps) {
  const words = wordsOf({ de, en });
  const [loaded, setLoaded] = useState<{ readonly vault: Vault; readonly places: readonly Place[] }>();
  const [told, setTold] = useState<Told>();
  useEffect(() => {
    Promise.all([openVault(session.account), placesOf(session)]).then(
      ([vault, places]) => setLoaded({ vault, places }),
      (error: unknown) => setTold(toldOf(error)),
    );
  }, [session.account]);
  return (
    <div class="wrap">
      <div class="head">
        <div class="txt">
          <h1>{words.title}</h1>
          <p class="sub">{words.sub}</p>
        </div>
      </div>
      {told && <Notice kind="danger" title={told.title} urgent />}
      {loaded && (
        <PlaceChoice places={loaded.places}>
          {(place) => (
            <TallyScreen
              key={`${place.school} ${place.period.key}`}
              vault={loaded.vault}
              place={place}
              onMoved={() =>
                go(PATHS.report.replace(':school', place.school).replace(':period', place.period.key))
              }
            />
          )}
        </PlaceChoice>
      )}
    </div>
  );
}
