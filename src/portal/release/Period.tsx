/** One period: its road, how complete it is, and the one thing that can be done now. */
import { useEffect, useState } from 'preact/hooks';
import type { Schemas } from '../../client/wire.ts';
import { wordsOf } from '../frame/language.ts';
import type { Told } from '../parts/failure.ts';
import { Notice } from '../parts/notice.tsx';
import de from '../words/de/release.ts';
import en from '../words/en/release.ts';
import { toldHere } from './acts.ts';
import { Certificate } from './Certificate.tsx';
import { Decide } from './Decide.tsx';
import { Freeze } from './Freeze.tsx';
import { Look } from './Look.tsx';
import { Reopen } from './Reopen.tsx';
import { Road } from './Road.tsx';
import { type Act, isBusy, type Standing, standingOf } from './standing.ts';

/** Milliseconds until a computation is asked about again. */
const PAUSE = 2000;

interface PeriodProps {
  readonly period: Schemas['PeriodBody'];
  readonly land: string;
  readonly onMoved: () => void;
}

export function Period({ period, land, onMoved }: PeriodProps) {
  const words = wordsOf({ de, en });
  const [standing, setStanding] = useState<Standing>();
  const [told, setTold] = useState<Told>();
  const [said, setSaid] = useState('');
  const [isActing, setActing] = useState(false);
  const failed = (error: unknown): void => setTold(toldHere(error, words));
  const load = (): Promise<void> =>
    standingOf(period, land).then((next) => {
      // The list above tells its state too.
      if (standing && standing.step !== next.step) onMoved();
      setStanding(next);
    }, failed);
  useEffect(() => void load(), [period.state]);
  useEffect(() => {
    if (!standing || !isBusy(standing)) return undefined;
    const again = setTimeout(() => void load(), PAUSE);
    return () => clearTimeout(again);
  }, [standing]);

  const act: Act = (what) => {
    if (isActing) return;
    setActing(true);
    setTold(undefined);
    setSaid('');
    what()
      .then(async (done) => {
        await load();
        setSaid(done);
      })
      .catch(failed)
      .finally(() => setActing(false));
  };
  if (!standing) return told ? <Refusal told={told} /> : <p class="waiting">{words.waiting}</p>;
  const { step, failure, kept, releases } = standing;
  return (
    <>
      <Road period={period} standing={standing} />
      {told && <Refusal told={told} />}
      <p role="status">{said}</p>
      {failure !== null && <Notice kind="warning" title={words.failures[failure] ?? words.failed} />}
      <div class="columns">
        <div class="stack">
          {(step === 'open' || step === 'over') && (
            <Freeze period={period} standing={standing} act={act} busy={isActing} />
          )}
          {(step === 'frozen' || step === 'releasing') && (
            <>
              <Look period={period.key} standing={standing} act={act} busy={isActing} />
              <Decide period={period.key} standing={standing} act={act} busy={isActing} />
            </>
          )}
          {releases.map((one, at) => (
            <Certificate key={one.id} release={one} isNewest={at === 0} />
          ))}
          {step === 'released' && <Reopen period={period.key} act={act} busy={isActing} />}
        </div>
        <div class="stack">
          <Missing standing={standing} />
          {releases.length > 0 && <Waiting kept={kept} />}
        </div>
      </div>
    </>
  );
}

const Refusal = ({ told }: { readonly told: Told }) => (
  <Notice kind="danger" title={told.title} urgent>
    {told.details.map((detail) => (
      <p key={detail}>{detail}</p>
    ))}
  </Notice>
);

/** Who is missing, county by county. */
function Missing({ standing: { counties } }: { readonly standing: Standing }) {
  const words = wordsOf({ de, en });
  const sum = (of: (one: (typeof counties)[number]) => number): number =>
    counties.reduce((all, one) => all + of(one), 0);
  const reported = sum((one) => one.reported);
  const expected = sum((one) => one.expected);
  const open = counties.filter((one) => one.missing + one.returned > 0);
  return (
    <section class="card pad stack" aria-labelledby="missing">
      <h2 id="missing">{words.reported(reported, expected)}</h2>
      <progress
        max={Math.max(1, expected)}
        value={reported}
        aria-label={words.reported(reported, expected)}
      />
      {open.length === 0 ? (
        <p>{words.nobodyMissing}</p>
      ) : (
        <details open={open.length <= 6}>
          <summary>{words.missing(open.length)}</summary>
          <table class="list">
            <thead>
              <tr>
                <th scope="col">{words.county}</th>
                <th scope="col">{words.lacking}</th>
              </tr>
            </thead>
            <tbody>
              {open.map((one) => (
                <tr key={one.region}>
                  <th scope="row">{one.name}</th>
                  <td>{words.lackingOf(one)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  );
}

/** Corrections that the newest release leaves out, and why. */
function Waiting({ kept }: { readonly kept: readonly string[] }) {
  const words = wordsOf({ de, en });
  return (
    <section class="card pad stack" aria-labelledby="waiting">
      <h2 id="waiting">{words.corrections}</h2>
      <p>{kept.length === 0 ? words.noneKept : words.kept(kept.length)}</p>
      {kept.length > 0 && (
        <>
          <p class="hint">{words.keptWhy}</p>
          <p>{kept.join(', ')}</p>
        </>
      )}
    </section>
  );
}
