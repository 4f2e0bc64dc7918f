/** One window of a browser at a time types into a draft: of two that write, the later one would take the other's numbers. */
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ElsewhereProps } from './elsewhere.tsx';

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
  const [Elsewhere, setElsewhere] = useState<ComponentType<ElsewhereProps>>();
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
  // Few windows are a second one, so what they show comes when it is needed.
  useEffect(() => {
    if (hold === 'elsewhere' || hold === 'taken')
      void import('./elsewhere.tsx').then((page) => setElsewhere(() => page.default));
  }, [hold]);
  if (hold === 'here') return <>{children}</>;
  if (hold === 'asking' || !Elsewhere) return <p class="wrap waiting" aria-busy="true" />;
  return <Elsewhere hold={hold} onTake={() => take({ steal: true })} />;
}
