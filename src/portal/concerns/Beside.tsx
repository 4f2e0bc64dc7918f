/** What speaks against the collection that the figures come from, beside them. */
import { useEffect, useState } from 'preact/hooks';
import type { Schemas } from '../../client/wire.ts';
import { CONCERNS, responseText } from '../../rules/reservation.ts';
import { api } from '../api.ts';
import { language, wordsOf } from '../frame/language.ts';
import { toldOf, type Told } from '../parts/failure.ts';
import { Notice } from '../parts/notice.tsx';
import de from '../words/de/concerns.ts';
import en from '../words/en/concerns.ts';

export function Beside({ region, period }: { readonly region: string; readonly period: string }) {
  const words = wordsOf({ de, en });
  const [all, setAll] = useState<readonly Schemas['ReservationBody'][]>([]);
  const [told, setTold] = useState<Told>();
  useEffect(() => {
    setAll([]);
    setTold(undefined);
    api.get('/v1/regions/{region}/reservations/{period}', { path: { region, period } }).then(
      ({ body }) => setAll(body.reservations),
      (error: unknown) => setTold(toldOf(error)),
    );
  }, [region, period]);
  // Without a word figures whose reservations did not come would look like figures that have none.
  if (told) return <Notice kind="warning" title={`${words.title}: ${told.title}`} />;
  if (all.length === 0) return null;
  const lang = language.value;
  return (
    <details class="card pad">
      <summary>{words.beside(all.length)}</summary>
      <ul>
        {all.map((one) => (
          <li key={`${one.region} ${one.code}`}>
            {one.region}: {CONCERNS[one.code][lang]} {words.answer}:{' '}
            {one.answer === null ? words.open : responseText(one.answer, one.norm, lang)}
          </li>
        ))}
      </ul>
    </details>
  );
}
