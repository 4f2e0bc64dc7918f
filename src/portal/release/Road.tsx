/** The road: four stations, each with its day. */
import type { Schemas } from '../../client/wire.ts';
import { wordsOf } from '../frame/language.ts';
import de from '../words/de/release.ts';
import en from '../words/en/release.ts';
import type { Standing, Step } from './standing.ts';

const STATIONS = ['open', 'frozen', 'releasing', 'released'] as const;
const REACHED: Readonly<Record<Step, number>> = {
  upcoming: -1,
  open: 0,
  over: 0,
  frozen: 1,
  releasing: 2,
  released: 3,
};

export function Road({
  period,
  standing,
}: {
  readonly period: Schemas['PeriodBody'];
  readonly standing: Standing;
}) {
  const words = wordsOf({ de, en });
  const reached = REACHED[standing.step];
  const [newest] = standing.releases;
  const under: Readonly<Record<(typeof STATIONS)[number], string>> = {
    open:
      standing.step === 'over'
        ? words.overSince(period.closesOn)
        : words.days(period.opensOn, period.closesOn),
    frozen: words.frozenText,
    releasing: words.releasingText,
    released: newest ? words.releasedOn(newest.releasedAt, newest.version) : words.releasedText,
  };
  return (
    <section aria-labelledby="road">
      <h2 id="road" class="unseen">
        {words.road(words.period(period.key))}
      </h2>
      <ol class="road">
        {STATIONS.map((station, at) => (
          <li
            key={station}
            class={at < reached ? 'past' : at === reached ? 'here' : 'ahead'}
            aria-current={at === reached ? 'step' : undefined}
          >
            <b>{words.stations[station]}</b>
            <small>{under[station]}</small>
            <span class="unseen">
              {at < reached ? words.past : at === reached ? words.here : words.ahead}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
