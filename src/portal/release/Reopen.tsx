/** Opening a released period again, for corrections. */
import { useState } from 'preact/hooks';
import { wordsOf } from '../frame/language.ts';
import { Button } from '../parts/button.tsx';
import de from '../words/de/release.ts';
import en from '../words/en/release.ts';
import { reopen } from './acts.ts';
import type { Act } from './standing.ts';

/** Days that are proposed for corrections. */
const PROPOSED = 14;

export function Reopen({
  period,
  act,
  busy,
}: {
  readonly period: string;
  readonly act: Act;
  readonly busy: boolean;
}) {
  const words = wordsOf({ de, en });
  const [until, setUntil] = useState(() =>
    new Date(Date.now() + PROPOSED * 86_400_000).toISOString().slice(0, 10),
  );
  return (
    <details class="card pad reopen">
      <summary>{words.reopenTitle}</summary>
      <div class="stack">
        <p>{words.reopenWhat}</p>
        <label class="pick">
          {words.until}
          <input type="date" value={until} onInput={(event) => setUntil(event.currentTarget.value)} />
        </label>
        <p>
          <Button
            kind="secondary"
            busy={busy}
            onClick={() => act(() => reopen(period, until).then(() => words.reopened))}
          >
            {words.reopenNow}
          </Button>
        </p>
      </div>
    </details>
  );
}
