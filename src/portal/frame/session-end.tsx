/** Two minutes before a session ends the page says so; what was typed is never thrown away. */
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { FRAME } from '../words/frame.ts';
import { wordsOf } from './language.ts';
import { refresh, session } from './session.ts';

const WARNING = 120_000;

export function SessionEnd() {
  const words = wordsOf(FRAME);
  const who = session.value;
  const ends = typeof who === 'object' ? who.idleEnds : undefined;
  const [isNear, setNear] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const goOn = (): void => {
    setFailed(false);
    refresh().catch(() => setFailed(true));
  };
  useEffect(() => {
    setNear(false);
    setFailed(false);
    if (ends === undefined) return undefined;
    const warn = setTimeout(() => setNear(true), Math.max(0, ends - Date.now() - WARNING));
    const end = setTimeout(
      () => void refresh().catch(() => undefined),
      Math.max(0, ends - Date.now()) + 1000,
    );
    return () => {
      clearTimeout(warn);
      clearTimeout(end);
    };
  }, [ends]);
  if (!isNear || ends === undefined) return null;
  return (
    <div class="wrap ends">
      <Notice kind="warning" title={words.endsSoon(words.time(ends))} urgent>
        <Button kind="secondary" onClick={goOn}>
          {words.goOn}
        </Button>
        {hasFailed && <p>{words.failed}</p>}
      </Notice>
    </div>
  );
}
