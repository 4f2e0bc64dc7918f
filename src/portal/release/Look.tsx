/** The look before a release: how much of the tables would show no number, level by level, before anything is published. */
import type { Schemas } from '../../client/wire.ts';
import { wordsOf } from '../frame/language.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import de from '../words/de/release.ts';
import en from '../words/en/release.ts';
import { look } from './acts.ts';
import type { Act, Standing } from './standing.ts';

interface LookProps {
  readonly period: string;
  readonly standing: Standing;
  readonly act: Act;
  readonly busy: boolean;
}

export function Look({ period, standing: { preview, step, counties }, act, busy }: LookProps) {
  const words = wordsOf({ de, en });
  const found = preview?.preview;
  const state = preview?.state ?? 'none';
  const isLater = found?.levels.some(({ hiddenBefore }) => hiddenBefore !== null) ?? false;
  return (
    <section class="card pad stack" aria-labelledby="look">
      <h2 id="look">{words.lookTitle}</h2>
      <p>{words.lookWhat}</p>
      {state === 'computing' && (
        <p role="status" class="working">
          <progress aria-label={words.computing} /> {words.computing}
        </p>
      )}
      {state === 'failed' && (
        <Notice kind="warning" title={words.failures[preview?.failure ?? ''] ?? words.failed} />
      )}
      {found && (
        <>
          <p>{found.isNew ? words.wouldBe(found.version) : words.wouldBeNone}</p>
          {found.schoolsExpected !== null && found.schoolsReported !== null && (
            <p>{words.reported(found.schoolsReported, found.schoolsExpected)}.</p>
          )}
          {found.schoolsWaiting > 0 && <p>{words.wouldWait(found.schoolsWaiting)}</p>}
          <div class="scroll" role="region" aria-label={words.lookTable} tabIndex={0}>
            <table class="list">
              <thead>
                <tr>
                  <th scope="col">{words.level}</th>
                  <th scope="col">{words.cells}</th>
                  <th scope="col">{words.hidden}</th>
                  <th scope="col">{words.share}</th>
                  <th scope="col">{words.hiddenShare}</th>
                  {isLater && <th scope="col">{words.anew}</th>}
                </tr>
              </thead>
              <tbody>
                {found.levels.map((one) => (
                  <tr key={one.level}>
                    <th scope="row">{words.levels[one.level]}</th>
                    <td>{words.number(one.cells)}</td>
                    <td>{words.number(one.hidden)}</td>
                    <td>{words.percent(one.hidden, one.cells)}</td>
                    <td>{words.about(one.hiddenShare, one.hidden)}</td>
                    {isLater && <td>{words.number(one.hiddenAnew)}</td>}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p class="hint">{words.hiddenShareHint}</p>
          <Useless useless={found.useless} counties={counties} />
          {found.needsChoice && <Notice kind="warning" title={words.needsChoice} />}
          <p class="hint">{words.lookHint}</p>
        </>
      )}
      {step === 'frozen' && (state === 'none' || state === 'failed') && (
        <p>
          <Button kind="secondary" busy={busy} onClick={() => act(() => look(period).then(() => ''))}>
            {words.lookNow}
          </Button>
        </p>
      )}
    </section>
  );
}

/** Counties that would show nothing, with what anybody may know of the reason. */
function Useless({
  useless,
  counties,
}: {
  readonly useless: readonly Schemas['UselessCountyBody'][];
  readonly counties: Standing['counties'];
}) {
  const words = wordsOf({ de, en });
  if (useless.length === 0) return <p>{words.noneUseless}</p>;
  return (
    <details open={useless.length <= 6}>
      <summary>{words.useless(useless.length)}</summary>
      <ul>
        {useless.map((one) => (
          <li key={one.region}>
            <b>{counties.find(({ region }) => region === one.region)?.name ?? one.region}</b>:{' '}
            {words.whyUseless[one.why]} {words.reported(one.schoolsReported, one.schoolsExpected)}.
          </li>
        ))}
      </ul>
      {useless.some(({ why }) => why === 'few-reports') && <p class="hint">{words.uselessWay}</p>}
    </details>
  );
}
