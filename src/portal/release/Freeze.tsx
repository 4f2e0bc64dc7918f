/** Freezing: what it will do, and what is unusual about it, in words that have to be confirmed one by one. */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Schemas } from '../../client/wire.ts';
import { wordsOf } from '../frame/language.ts';
import { Button } from '../parts/button.tsx';
import de from '../words/de/release.ts';
import en from '../words/en/release.ts';
import { freeze, type Unusual } from './acts.ts';
import type { Act, Standing } from './standing.ts';

interface FreezeProps {
  readonly period: Schemas['PeriodBody'];
  readonly standing: Standing;
  readonly act: Act;
  readonly busy: boolean;
}

export function Freeze({ period, act, busy }: FreezeProps) {
  const words = wordsOf({ de, en });
  const [isAsked, setAsked] = useState(false);
  const [unusual, setUnusual] = useState<readonly Unusual[]>([]);
  const [meant, setMeant] = useState<readonly Unusual[]>([]);
  const lacks = unusual.some((one) => !meant.includes(one));
  // What is asked next takes the place of what was pressed, so the keyboard follows it there.
  useLayoutEffect(() => {
    if (isAsked) document.querySelector<HTMLElement>('#freeze-ask input, #freeze-now')?.focus();
  }, [isAsked, unusual]);
  const go = (): void =>
    act(async () => {
      const asks = await freeze(period.key, meant);
      setUnusual(asks ?? []);
      return asks ? '' : words.frozen;
    });
  return (
    <section class="card pad stack" aria-labelledby="freeze">
      <h2 id="freeze">{words.freezeTitle}</h2>
      <ul>
        {words.freezeWhat.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {!isAsked ? (
        <p>
          <Button kind="secondary" onClick={() => setAsked(true)}>
            {words.freezeAsk}
          </Button>
        </p>
      ) : (
        <>
          {unusual.length > 0 && (
            <fieldset class="meant" id="freeze-ask">
              <legend>{words.unusualTitle}</legend>
              {unusual.map((one) => (
                <label class="confirm" key={one}>
                  <input
                    type="checkbox"
                    checked={meant.includes(one)}
                    onChange={(event) =>
                      setMeant(
                        event.currentTarget.checked
                          ? [...meant, one]
                          : meant.filter((other) => other !== one),
                      )
                    }
                  />
                  {words.unusual[one]}
                </label>
              ))}
            </fieldset>
          )}
          <p class="buttons">
            <Button id="freeze-now" busy={busy || lacks} onClick={go}>
              {words.freezeNow(words.period(period.key))}
            </Button>
            <Button kind="tertiary" onClick={() => setAsked(false)}>
              {words.notNow}
            </Button>
          </p>
        </>
      )}
    </section>
  );
}
