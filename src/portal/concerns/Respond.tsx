/** The answer to a reservation, and the norm where a legal basis is named. */
import { useState } from 'preact/hooks';
import type { Schemas } from '../../client/wire.ts';
import {
  type Norm,
  NORM_CODES,
  NORMS,
  type Response,
  RESPONSE_CODES,
  RESPONSES,
} from '../../rules/reservation.ts';
import { api } from '../api.ts';
import { language, wordsOf } from '../frame/language.ts';
import { type Acting, Deed } from '../parts/acting.tsx';
import de from '../words/de/concerns.ts';
import en from '../words/en/concerns.ts';

const ANSWER = '/v1/regions/{region}/reservations/{period}/{code}/answer';

export function Respond({
  one: { region, code },
  period,
  acting,
}: {
  readonly one: Schemas['ReservationBody'];
  readonly period: string;
  readonly acting: Acting;
}) {
  const words = wordsOf({ de, en });
  const [answer, setAnswer] = useState<Response>('NOTED');
  const [norm, setNorm] = useState<Norm>(NORM_CODES[0]!);
  const body = answer === 'BASIS_NAMED' ? { answer, norm } : { answer };
  return (
    <Deed
      label={words.respond}
      what={words.respondWhat}
      now={words.respond}
      acting={acting}
      deed={() => api.put(ANSWER, { path: { region, period, code }, body }).then(() => words.responded)}
    >
      <label class="pick">
        {words.response}
        <select value={answer} onChange={(event) => setAnswer(event.currentTarget.value as Response)}>
          {RESPONSE_CODES.map((one) => (
            <option key={one} value={one}>
              {RESPONSES[one][language.value]}
            </option>
          ))}
        </select>
      </label>
      {answer === 'BASIS_NAMED' && (
        <label class="pick">
          {words.norm}
          <select value={norm} onChange={(event) => setNorm(event.currentTarget.value as Norm)}>
            {NORM_CODES.map((one) => (
              <option key={one} value={one}>
                {NORMS[one]}
              </option>
            ))}
          </select>
        </label>
      )}
    </Deed>
  );
}
