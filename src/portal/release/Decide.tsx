/** Releasing by a second person, what becomes of corrections, and taking the freeze back. */
import { useLayoutEffect, useState } from 'preact/hooks';
import { wordsOf } from '../frame/language.ts';
import { session } from '../frame/session.ts';
import { Button } from '../parts/button.tsx';
import de from '../words/de/release.ts';
import en from '../words/en/release.ts';
import { type Corrections, release, thaw } from './acts.ts';
import type { Act, Standing } from './standing.ts';

interface DecideProps {
  readonly period: string;
  readonly standing: Standing;
  readonly act: Act;
  readonly busy: boolean;
}

export function Decide({ period, standing, act, busy }: DecideProps) {
  const words = wordsOf({ de, en });
  const [isAsked, setAsked] = useState(false);
  const [corrections, setCorrections] = useState<Corrections>();
  // What is asked next takes the place of what was pressed, so the keyboard follows it there.
  useLayoutEffect(() => {
    if (isAsked) document.querySelector<HTMLElement>('#release-ask input, #release-now')?.focus();
  }, [isAsked]);
  if (standing.step === 'releasing')
    return (
      <section class="card pad stack" aria-labelledby="decide">
        <h2 id="decide">{words.protecting}</h2>
        <p role="status" class="working">
          <progress aria-label={words.protecting} /> {words.protectingText}
        </p>
      </section>
    );
  const mayChoose = standing.releases.length > 0;
  return (
    <>
      <section class="card pad stack" aria-labelledby="decide">
        <h2 id="decide">{words.releaseTitle}</h2>
        <ul>
          {words.releaseWhat.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {mayChoose && isAsked && (
          <fieldset class="meant" id="release-ask">
            <legend>{words.choiceTitle}</legend>
            {([undefined, 'publish', 'keep'] as const).map((one) => (
              <label class="confirm" key={one ?? 'safe'}>
                <input
                  type="radio"
                  name="corrections"
                  checked={corrections === one}
                  onChange={() => setCorrections(one)}
                />
                {words.choices[one ?? 'safe']}
              </label>
            ))}
          </fieldset>
        )}
        {isAsked ? (
          <p class="buttons">
            <Button
              id="release-now"
              busy={busy}
              onClick={() => act(() => release(period, corrections).then(() => ''))}
            >
              {words.releaseNow(words.period(period))}
            </Button>
            <Button kind="tertiary" onClick={() => setAsked(false)}>
              {words.notNow}
            </Button>
          </p>
        ) : (
          <p>
            <Button kind="secondary" onClick={() => setAsked(true)}>
              {words.releaseAsk}
            </Button>
          </p>
        )}
      </section>
      {standing.releases.length === 0 && <Thaw period={period} standing={standing} act={act} busy={busy} />}
    </>
  );
}

/** A freeze is taken back by two as well. */
function Thaw({ period, standing: { thaw: asked }, act, busy }: DecideProps) {
  const words = wordsOf({ de, en });
  const who = session.value;
  const isMine = typeof who === 'object' && asked?.askedBy === who.account;
  const isAsked = asked?.state === 'asked';
  return (
    <section class="card pad stack" aria-labelledby="thaw">
      <h2 id="thaw">{words.thawTitle}</h2>
      <p>{words.thawWhat}</p>
      {isAsked && <p>{isMine ? words.thawMine : words.thawOther(asked.endsAt ?? '')}</p>}
      {!isMine && (
        <p>
          <Button
            kind="tertiary"
            busy={busy}
            onClick={() =>
              act(() => thaw(period, isAsked).then(() => (isAsked ? words.thawed : words.thawAsked)))
            }
          >
            {isAsked ? words.thawConfirm : words.thawAsk}
          </Button>
        </p>
      )}
    </section>
  );
}
