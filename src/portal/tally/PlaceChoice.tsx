/** Which school and which period; where there is one alone, nothing is asked. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { wordsOf } from '../frame/language.ts';
import { Notice } from '../parts/notice.tsx';
import de from '../words/de/tally.ts';
import en from '../words/en/tally.ts';
import type { Place } from './place.ts';

interface ChoiceProps {
  readonly places: readonly Place[];
  readonly children: (place: Place) => ComponentChildren;
}

export function PlaceChoice({ places, children }: ChoiceProps) {
  const words = wordsOf({ de, en });
  const [at, setAt] = useState(0);
  const place = places[at];
  if (!place) return <Notice kind="info" title={words.noPlace} />;
  const nameOf = (one: Place): string => `${one.name}, ${words.period(one.period.key)}`;
  return (
    <>
      {places.length === 1 ? (
        <p class="eyebrow">{nameOf(place)}</p>
      ) : (
        <p class="place-choice">
          <label for="place">{words.place}</label>
          <select
            id="place"
            value={String(at)}
            onChange={(event) => setAt(Number(event.currentTarget.value))}
          >
            {places.map((one, i) => (
              <option key={nameOf(one)} value={String(i)}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        </p>
      )}
      {children(place)}
    </>
  );
}
