/** The road of a period to its release, for the disclosure officer: where it stands, who is missing, and what comes next. */
import { useEffect, useState } from 'preact/hooks';
import type { Schemas } from '../../client/wire.ts';
import { api } from '../api.ts';
import { wordsOf } from '../frame/language.ts';
import type { SignedProps } from '../frame/page.ts';
import { PATHS } from '../frame/paths.ts';
import { query } from '../frame/router.ts';
import { type Told, toldOf } from '../parts/failure.ts';
import { Notice } from '../parts/notice.tsx';
import de from '../words/de/release.ts';
import en from '../words/en/release.ts';
import { Period } from './Period.tsx';

export default function ReleasePage({ session }: SignedProps) {
  const words = wordsOf({ de, en });
  const [periods, setPeriods] = useState<readonly Schemas['PeriodBody'][]>();
  const [told, setTold] = useState<Told>();
  const load = (): void => {
    api.get('/v1/periods').then(
      ({ body }) => setPeriods(body.periods),
      (error: unknown) => setTold(toldOf(error)),
    );
  };
  useEffect(load, []);
  const wanted = new URLSearchParams(query.value).get('zeitraum');
  const waiting = periods?.find(({ state }) => state !== 'released' && state !== 'upcoming');
  const chosen = periods?.find(({ key }) => key === wanted) ?? waiting ?? periods?.[0];
  return (
    <div class="wrap release">
      <div class="head">
        <div class="txt">
          <h1>{words.title}</h1>
          <p class="sub">{words.sub}</p>
        </div>
      </div>
      {told && <Notice kind="danger" title={told.title} urgent />}
      {periods?.length === 0 && <Notice kind="info" title={words.noPeriod} />}
      {periods && periods.length > 0 && (
        <nav aria-label={words.periods} class="card pad">
          <ul class="chapters">
            {periods.map(({ key, state }) => (
              <li key={key}>
                <a
                  href={`${PATHS.release}?zeitraum=${key}`}
                  aria-current={key === chosen?.key ? 'page' : undefined}
                >
                  {words.period(key)}
                </a>{' '}
                <small>{words.states[state]}</small>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {chosen && <Period key={chosen.key} period={chosen} land={session.land} onMoved={load} />}
    </div>
  );
}
