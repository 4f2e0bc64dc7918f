/** One window of a browser at a time types into a draft: of two that write, the later one would take the other's numbers. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { wordsOf } from '../frame/language.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import de from '../words/de/report.ts';
import en from '../words/en/report.ts';

type Hold = 'asking' | 'here' | 'elsewhere' | 'taken';

/**
 * Shows what is inside while this window holds the draft, by a lock of the browser (Web Locks API). Another window may take
 * it over, and then begins with what was kept. Where there are no locks, each window is the only one.
 */
export function OneWindow({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ComponentChildren;
}) {
  const words = wordsOf({ de, en });
  const [hold, setHold] = useState<Hold>('asking');
  const [letGo, setLetGo] = useState<() => void>(() => () => undefined);
  const take = (options: LockOptions): void => {
    const held = new Promise<void>((resolve) => setLetGo(() => resolve));
    navigator.locks
      .request(name, options, (lock) => {
        setHold(lock ? 'here' : 'elsewhere');
        return lock ? held : undefined;
      })
      // Rejected when another window takes it.
      .catch(() => setHold('taken'));
  };
  useEffect(() => {
    if ('locks' in navigator) take({ ifAvailable: true });
    else setHold('here');
  }, []);
  useEffect(() => letGo, [letGo]);
  if (hold === 'here') return <>{children}</>;
  if (hold === 'asking') return <p class="wrap waiting" aria-busy="true" />;
  return (
    <div class="wrap narrow">
      <Notice kind="info" title={words.window[hold].title} urgent isPage>
        <p>{words.window[hold].text}</p>
      </Notice>
      <p class="buttons">
        <Button onClick={() => take({ steal: true })}>{words.window.take}</Button>
      </p>
    </div>
  );
}
