/** The look before a release: how much of the tables would show no number, level by level, before anything is published. */
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

export function Look({ period, standing: { preview, step }, act, busy }: LookProps) {
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
          {found.schoolsWaiting > 0 && <p>{words.wouldWait(found.schoolsWaiting)}</p>}
          <div class="scroll" role="region" aria-label={words.lookTable} tabIndex={0}>
            <table class="list">
              <thead>
                <tr>
                  <th scope="col">{words.level}</th>
                  <th scope="col">{words.cells}</th>
                  <th scope="col">{words.hidden}</th>
                  <th scope="col">{words.share}</th>
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
                    {isLater && <td>{words.number(one.hiddenAnew)}</td>}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
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
