/** What was granted beside the counselling: folded away, and asked for when somebody opens it, as each answer is an entry of the log. */
import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import type { BesideProps } from '../outcomes/beside.tsx';
import type { RegionWords } from '../words/de/region.ts';

export function Granted({ words, ...props }: BesideProps & { readonly words: RegionWords }) {
  const [loaded, setLoaded] = useState<ComponentType<BesideProps>>();
  const open = (isOpen: boolean): void => {
    if (!isOpen || loaded) return;
    import('../outcomes/beside.tsx').then(
      ({ default: Component }) => setLoaded(() => Component),
      () => undefined,
    );
  };
  const Component = loaded;
  return (
    <details class="card granted" onToggle={(event) => open(event.currentTarget.open)}>
      <summary>{words.granted}</summary>
      {Component ? <Component {...props} /> : <p class="hint">{words.waiting}</p>}
    </details>
  );
}
